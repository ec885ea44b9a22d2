"""The second opinion: what a language model says of single replies, as it comes, under its own heading and beside no sum."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult, SystemCommand
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Footer, Static

from trainer.errors import CoolheadError
from trainer.settings.current import settings
from trainer.text import safe_text

if TYPE_CHECKING:
    from trainer.opinion.asking import Asking, Opinion, View
    from trainer.tui.app import CoolheadApp
    from trainer.tui.backstage import Judged
    from trainer.tui.live import LiveCall
    from trainer.tui.screens.debrief import DebriefScreen

WHAT = "A language model's view of single replies; not part of your score"


def wanted() -> bool:
    """Whether the settings ask for it."""
    return settings().second_opinion


def opinion_commands(debrief: DebriefScreen) -> Iterable[SystemCommand]:
    """For the palette of a debrief; where it is off, the way to the setting."""
    if wanted():
        yield SystemCommand("Second opinion", f"{WHAT} (s)", debrief.action_second_opinion)
    else:
        yield SystemCommand("Second opinion (off)", f"{WHAT}; opens the setting", lambda: _open_setting(debrief))


def _open_setting(debrief: DebriefScreen) -> None:
    from trainer.tui.screens.settings import SettingsScreen

    debrief.app.push_screen(SettingsScreen(at="second_opinion"))


class OpinionScreen(Screen["Opinion | None"]):
    """Asked when it opens, stopped when it is left; what came whole is given back, so that nobody waits for it twice."""

    CSS_PATH = "opinion.tcss"
    AUTO_FOCUS = "#opinion"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q,enter", "back", "Back")]
    KEYS = (("Esc", "back to the debrief; a model that is still being asked is stopped"),)
    app: CoolheadApp

    def __init__(self, live: LiveCall, judged: Judged, known: Opinion | None = None) -> None:
        super().__init__()
        self._live, self._judged, self._whole = live, judged, known
        self._asking: Asking | None = None
        self._turn: int | None = None
        self._left = False

    def compose(self) -> ComposeResult:
        from trainer.opinion.telling import ABOUT, HEADING

        yield Static(HEADING, classes="page-head", markup=False)
        with VerticalScroll(id="opinion"):
            yield Static(ABOUT, classes="muted", markup=False)
        yield Static("", id="progress", markup=False)
        yield Footer()

    def on_mount(self) -> None:
        if self._whole is None:
            self._tell("Loading the model ...")
            self.app.errand(self._ask(), "asking for a second opinion")
            return
        for view in self._whole.views:
            self._add(view)
        self._end(self._whole)

    def on_unmount(self) -> None:
        self._left = True
        if self._asking:
            self._asking.stop()

    def action_back(self) -> None:
        self.dismiss(self._whole)

    async def _ask(self) -> None:
        try:
            asking = await self.app.fetch(lambda backstage: backstage.second_opinion(self._live.transcript, self._judged.debrief))
        except CoolheadError as error:
            self._tell(safe_text(str(error)))
            return
        if self._left:
            return
        self._asking, loop = asking, asyncio.get_running_loop()
        came = 0

        def show(view: View) -> None:
            nonlocal came
            came += 1
            if not self._left:
                self._add(view)
                self._tell(f"Asking, {came} of {len(asking.questions)} done. Esc stops it.")

        def tell(view: View) -> None:
            with contextlib.suppress(RuntimeError):  # the screen is gone
                loop.call_soon_threadsafe(show, view)

        opinion = await asyncio.to_thread(asking.run, tell)
        if not self._left:
            self._whole = None if opinion.stopped else opinion
            self._end(opinion)

    def _add(self, view: View) -> None:
        from trainer.opinion.telling import beside, heading_of, view_line

        talk = self.query_one("#opinion", VerticalScroll)
        if view.question.turn != self._turn:
            self._turn = view.question.turn
            talk.mount(Static(heading_of(view, self._live.events), classes="reply", markup=False))
        told = beside(view, self._judged.card, self._judged.titles)
        talk.mount(Static(Content.assemble(view_line(view), (f"\n{told}" if told else "", "$text-muted")), classes="view", markup=False))

    def _end(self, opinion: Opinion) -> None:
        from trainer.opinion.telling import ending_lines

        self._tell("\n".join(ending_lines(opinion)))

    def _tell(self, words: str) -> None:
        progress = self.query_one("#progress", Static)
        progress.update(words)
        progress.display = bool(words)
