"""One choice among many, on top of the screen that asks: by the arrows, or by typing a part of it."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import wrap
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.events import Resize
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from trainer.text import safe_line

LINE = 64
"""Columns of a choice; a longer one goes on below its own beginning."""
ROWS, AROUND = 16, 11
"""Most rows of the choices; and rows of the dialog that are none."""
MANY = 8
"""Choices from which a field is there to narrow them."""


class ChoosingScreen(ModalScreen[str | None]):
    """Gives the id of what was chosen; None where nothing was. ``choices`` are ids with what is read of them."""

    CSS_PATH = ["dialogs.tcss", "choosing.tcss"]  # noqa: RUF012 - Textual's own way to name two
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", "Back"),
        Binding("up", "step(-1)", show=False, priority=True),
        Binding("down", "step(1)", show=False, priority=True),
    ]

    def __init__(self, head: str, choices: Sequence[tuple[str, str]], now: str) -> None:
        super().__init__()
        self._head, self._choices, self._now = head, [(id_, safe_line(words)) for id_, words in choices], now

    def compose(self) -> ComposeResult:
        many = len(self._choices) > MANY
        with Vertical(classes="dialog"):
            yield Static(self._head, classes="dialog-head", markup=False)
            if many:
                yield Input(placeholder="Type a part of it", id="part", compact=True, max_length=60)
            yield OptionList(id="choices", markup=False, compact=True)
            yield Static(f"{'Type, or ' if many else ''}Up and Down, then Enter. Esc: leave it as it is.", classes="dialog-keys", markup=False)

    def on_mount(self) -> None:
        self._fill("")
        self.set_focus((self.query("#part") or self.query("#choices")).first())

    def on_resize(self, event: Resize) -> None:
        self.query_one("#choices").styles.max_height = max(3, min(ROWS, event.size.height * 9 // 10 - AROUND))

    def on_input_changed(self, event: Input.Changed) -> None:
        self._fill(event.value)

    def on_input_submitted(self) -> None:
        self.query_one("#choices", OptionList).action_select()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option_id)

    def action_step(self, by: int) -> None:
        choices = self.query_one("#choices", OptionList)
        if by < 0:
            choices.action_cursor_up()
        else:
            choices.action_cursor_down()

    def _fill(self, part: str) -> None:
        choices = self.query_one("#choices", OptionList)
        fits = [(id_, words) for id_, words in self._choices if part.casefold().strip() in words.casefold()]
        choices.clear_options()
        choices.add_options([Option(Content(_hung(f"{'●' if id_ == self._now else ' '} {words}")), id=id_) for id_, words in fits])
        ids = [id_ for id_, _ in fits]
        choices.highlighted = (ids.index(self._now) if self._now in ids and not part else 0) if ids else None


def _hung(words: str) -> str:
    return "\n".join(wrap(words, LINE, subsequent_indent="  ", drop_whitespace=True)) if len(words) > LINE else words
