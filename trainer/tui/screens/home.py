"""Home: what to go on with, and everything one can practise. First on the screen, so it loads nothing but Textual and the table of modes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Resize
from textual.screen import Screen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from trainer.modes import MODES
from trainer.text import safe_line
from trainer.tui.widgets.footer import Footer
from trainer.words import moment_words

if TYPE_CHECKING:
    from trainer.home import Standing
    from trainer.picking.listed import Listed
    from trainer.tui.app import CoolheadApp
    from trainer.tui.backstage import Past

FIRST, CALL, MODE = "first", "call", "mode"
"""What an entry opens; the first part of its option id."""
TOP = "top"
"""The id of the first entry before it is known what it is: Enter on it waits until it is."""
SHOWN = 3
"""Calls to go on with; older ones stand on the list of calls."""
TITLE = 30
"""Characters of a call's title, so that all of its line is seen at 80 columns."""
HIGH = 24
"""Rows from which all of home can be seen at once."""


class HomeScreen(Screen[None]):
    """Where everything begins, and where one comes back to."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(mode.key, f"mode('{mode.name}')", mode.title, show=False) for mode in MODES),
        Binding("r", "reload", "Look again", show=False),
        Binding("q", "app.quit", "Quit"),
    ]
    KEYS = (("Enter", "open what is marked"), *((mode.key, f"{mode.title.lower()}: {mode.about}") for mode in MODES), ("q", "close Coolhead"))
    app: CoolheadApp
    floor: ClassVar[bool] = True
    """where the application goes back to after a call"""

    def __init__(self) -> None:
        super().__init__()
        self._first: Listed | None = None
        """the call of somebody new"""
        self._hurried = False
        """Enter came before it was known what stands on top"""

    def compose(self) -> ComposeResult:
        yield Static("Coolhead", id="masthead", markup=False)
        yield Static("Practise keeping your head. Enter opens what is marked, a letter its line.", id="hint", markup=False)
        yield OptionList(*self._options([_heading("Welcome"), Option("  One moment …", id=TOP)]), id="doors", markup=False)
        yield Static("", id="due", markup=False)
        yield Static("", id="trouble", markup=False)
        yield Footer()

    def on_mount(self) -> None:
        doors = self.query_one("#doors", OptionList)
        doors.highlighted = 1
        doors.focus()

    def on_resize(self, event: Resize) -> None:
        self.set_class(event.size.height < HIGH, "-low")  # Textual's own breakpoints would style everything twice before the first frame

    def on_screen_resume(self) -> None:
        self.call_after_refresh(self.reload)

    def reload(self) -> None:
        """Look afresh at what was put aside and what is due."""
        self.app.errand(self._load(), "looking at what there is", latest=True)

    def action_reload(self) -> None:
        self.reload()

    def action_mode(self, name: str) -> None:
        self.app.open_mode(name)

    async def _load(self) -> None:
        from trainer.home import Standing, standing
        from trainer.picking.listed import first_call

        found, trouble = Standing(), ""
        going: list[Past] = []
        finished: list[Past] = []
        try:
            going, finished = await self.app.fetch(lambda b: b.past())
            found = await self.app.fetch(lambda b: standing(b.records()))
            trouble = " ".join(await self.app.fetch(lambda b: b.notices()))
        except Exception as error:  # a fault of the records must not keep anyone from practising
            trouble = f"Past calls cannot be shown: {safe_line(str(error), 300)}"
        new_here = found.new_here and not going and not finished
        self._first = first_call(await self.app.fetch(lambda b: b.scenarios())) if new_here else None
        if not self.is_attached:
            return
        top = self._top(found, going, finished)
        self._fill(top)
        self.query_one("#due", Static).update(Content("\n".join(found.due)))
        box = self.query_one("#trouble", Static)
        box.display = bool(trouble)
        box.update(Content(safe_line(trouble)))
        hurried, self._hurried = self._hurried, False
        if hurried and top:
            self.query_one("#doors", OptionList).action_select()

    def _top(self, found: Standing, going: Sequence[Past], finished: Sequence[Past]) -> list[Option]:
        """What stands above the modes."""
        if self._first:
            about = f"{safe_line(self._first.title, TITLE)}{', guided' if self._first.guided else ''}, a few minutes"
            return [_heading("Begin here"), Option(_row("Your first call", about), id=f"{FIRST}:{self._first.id}")]
        aside = [Option(_row(safe_line(past.title, TITLE), f"{past.so_far}, begun {past.when}"), id=f"{CALL}:{past.id}") for past in going[:SHOWN]]
        aside += [
            Option(_row(safe_line(one.named, TITLE), f"put aside {moment_words(one.since)}"), id=f"{MODE}:{one.mode.name}:aside") for one in found.put_aside
        ]
        if aside:
            return [_heading("Go on with"), *aside]
        last = [Option(_row(safe_line(past.title, TITLE), f"played {past.when}"), id=f"{CALL}:{past.id}") for past in finished[:1]]
        return [_heading("Look again at"), *last] if last else []

    def _options(self, top: Sequence[Option]) -> list[Option]:
        """Everything home lists."""
        wide = max((len(mode.title) for mode in MODES), default=0)
        modes = [Option(Content.assemble((f"  {mode.key}  ", "bold"), f"{mode.title:<{wide}}   {mode.about}"), id=f"{MODE}:{mode.name}") for mode in MODES]
        return [*top, _heading("\nPractise" if top else "Practise"), *modes]

    def _fill(self, top: Sequence[Option]) -> None:
        doors = self.query_one("#doors", OptionList)
        kept = doors.highlighted_option.id if doors.highlighted_option else None
        doors.clear_options()
        doors.add_options(self._options(top))
        ids = [option.id for option in doors.options]
        doors.highlighted = ids.index(kept) if kept in ids and kept != TOP else 1

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        kind, _, name = (event.option_id or "").partition(":")
        if kind == TOP:
            self._hurried = True
        elif kind == FIRST:
            self.app.errand(self._begin(name), "opening the first call", latest=True)
        elif kind == CALL:
            self.app.errand(self.app.go_on(name), "opening an earlier call", latest=True)
        elif kind == MODE:
            self.app.open_mode(name.partition(":")[0])

    async def _begin(self, name: str) -> None:
        """The first call: three lines, then the customer speaks."""
        from trainer.tui.screens.first_call import FirstCallScreen

        seed = self.app.draw_seed()
        scenario = await self.app.fetch(lambda b: b.find(name, seed))
        await self.app.push_screen(FirstCallScreen(scenario, await self.app.fetch(lambda b: b.scored()), seed=seed))


def _heading(words: str) -> Option:
    return Option(Content.styled(words, "$text-primary bold"), disabled=True)


def _row(title: str, about: str) -> Content:
    """What can be gone on with. No part has a colour of its own: on the bar of the chosen one it could not be read."""
    return Content.assemble("  ", (title, "bold"), f"   {about}")
