"""One's own data: where it is, a copy of all of it, and deleting it after being asked."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.screen import ModalScreen, Screen
from textual.widgets import Button, Input, Static

from trainer.data.copying import copy_all
from trainer.data.deleting import delete
from trainer.data.parts import Part, What
from trainer.data.words import chosen, copied_line, goes_lines, usual_copy, where_lines
from trainer.errors import CoolheadError
from trainer.settings.current import look
from trainer.text import safe_line, safe_text
from trainer.tui.widgets.footer import Footer

if TYPE_CHECKING:
    from trainer.tui.app import CoolheadApp

UNDER_WAY = "A call is under way. End or leave it first; then its records can be deleted."


class DataScreen(Screen[None]):
    """What there is, and three things to do with it."""

    CSS_PATH = "settings.tcss"
    AUTO_FOCUS = "#target"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss", "Back")]
    KEYS = (("Enter in the file's name", "take a copy of all your data"), ("Tab", "to the buttons"))
    app: CoolheadApp

    def compose(self) -> ComposeResult:
        yield Static("Your data", classes="page-head", markup=False)
        with VerticalScroll(id="there", can_focus=False):
            yield Static("", id="parts", markup=False)
        yield Static("A copy of all of it as a zip: records as JSON lines, settings, your own scenarios.", classes="asked", markup=False)
        yield Input(str(usual_copy()), id="target", max_length=1000, compact=True)
        with Horizontal(classes="buttons"):
            yield Button("Take a copy", id="copy", variant="primary", compact=True)
            yield Button("Delete records", id="records", compact=True)
            yield Button("Delete everything", id="all", compact=True)
            yield Button("Back (Esc)", id="back", compact=True)
        yield Static("", id="told", markup=False)
        yield Footer()

    def on_mount(self) -> None:
        self.app.errand(self._look(), "looking at your data")

    async def _look(self) -> None:
        lines = await self.app.fetch(lambda b: list(where_lines()))
        self.query_one("#parts", Static).update(safe_text("\n".join(lines)))

    def on_input_submitted(self) -> None:
        self.app.errand(self._copy(), "copying your data", latest=True)

    def on_button_pressed(self, event: Button.Pressed) -> None:
        event.stop()
        if event.button.id == "copy":
            self.on_input_submitted()
        elif event.button.id == "back":
            self.dismiss()
        else:
            self.app.errand(self._ask([What.RECORDS] if event.button.id == "records" else []), "deleting your data", latest=True)

    async def _copy(self) -> None:
        target = Path(os.path.expanduser(self.query_one("#target", Input).value.strip()))  # a home nobody has stays as it is typed
        try:
            self._tell(copied_line(target, await self.app.fetch(lambda b: copy_all(target))))
        except CoolheadError as error:
            self._tell(str(error))

    async def _ask(self, named: Sequence[str]) -> None:
        if any(hasattr(one, "live") and not one.live.over for one in self.app.screen_stack):
            self._tell(UNDER_WAY)
            return
        goes = await self.app.fetch(lambda b: chosen(named))
        if not goes:
            self._tell("There is nothing to delete.")
            return
        lines = await self.app.fetch(lambda b: list(goes_lines(goes)))
        if await self.app.push_screen_wait(SureScreen(lines)):
            await self._delete(goes)

    async def _delete(self, goes: Sequence[Part]) -> None:
        try:
            await self.app.fetch(lambda b: delete(goes))
            self._tell(f"Deleted: {', '.join(part.what for part in goes)}.")
        except CoolheadError as error:
            self._tell(str(error))
        self.app.show_look(look())
        await self._look()

    def _tell(self, words: str) -> None:
        self.query_one("#told", Static).update(safe_line(words))


class SureScreen(ModalScreen[bool]):
    """Asks once before data is deleted."""

    CSS_PATH = "dialogs.tcss"
    AUTO_FOCUS = "#keep"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("n,escape", "keep", "Keep it")]

    def __init__(self, lines: Sequence[str]) -> None:
        super().__init__()
        self._lines = lines

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Static("Delete your data?", classes="dialog-head", markup=False)
            yield Static(safe_text("\n".join(self._lines)), markup=False)
            with Horizontal(classes="dialog-buttons"):
                yield Button("Keep it (n)", id="keep", variant="primary")
                yield Button("Delete it", id="delete")

    def on_button_pressed(self, event: Button.Pressed) -> None:
        event.stop()
        self.dismiss(event.button.id == "delete")

    def action_keep(self) -> None:
        self.dismiss(False)
