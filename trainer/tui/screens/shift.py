"""A shift: the short page between calls above, what can be done next below; at its end how it went, and every debrief."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from trainer.finding import fresh_seed
from trainer.shift.kept import Ready, Shift
from trainer.shift.lines import Section, call_line, calls_section
from trainer.shift.looking_back import ended
from trainer.shift.plan import LENGTHS
from trainer.shift.state import Doing, State, Up, next_up
from trainer.shift.telling import ABOUT, ASK_ANSWER, ASK_NOTE, Choice, ask_end, between, choices, head, noted_at_end, to_write_about
from trainer.tui.screens.page import PageScreen
from trainer.tui.widgets.footer import Footer
from trainer.words import count

if TYPE_CHECKING:
    from trainer.records.store import Store
    from trainer.tui.app import CoolheadApp
    from trainer.tui.screens.shift_writing import Written

BEGIN, DEBRIEF, PAST, AGAIN = "begin", "debrief", "past", "again"
"""What an entry does, beside the choices between calls; the first part of its option id."""
STAY = "The calls you took stay among your past calls. To come back to it later instead, stay and press Esc: the shift is kept."
SHOWN = 5
"""Past shifts offered."""


@dataclass(frozen=True)
class Page:
    """What is shown: a line at the head, sections to read, entries to choose."""

    head: str
    sections: tuple[Section, ...]
    entries: tuple[tuple[str, str], ...]


class ShiftScreen(Screen[None]):
    """One shift, from its drawing to its debriefs."""

    CSS_PATH = "shift.tcss"
    AUTO_FOCUS = "#choices"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pagedown", "page(1)", "Read on", priority=True),
        Binding("pageup", "page(-1)", show=False, priority=True),
        Binding("escape,q", "back", "Back"),
    ]
    KEYS = (
        ("Up, Down, Enter", "choose what to do next"),
        ("PageDown, PageUp", "read the page down and up"),
        ("Esc", "back; the shift is kept, and can be gone on with"),
    )
    app: CoolheadApp
    floor: ClassVar[bool] = True
    """where the application goes back to after a call"""

    def __init__(self) -> None:
        super().__init__()
        self._shift: Shift | None = None
        self._draft = ""
        """what was being written when the trainee went back to the page"""

    @property
    def debriefs_later(self) -> bool:
        """While it runs, a call leads back here; once it is over, any call leads to its debrief."""
        return self._shift is not None and not self._shift.closed

    def compose(self) -> ComposeResult:
        yield Static("A shift", classes="page-head", markup=False)
        with VerticalScroll(id="page", can_focus=False):
            yield Static("", id="page-body", markup=False)
        yield OptionList(id="choices", markup=False)
        yield Footer()

    def on_mount(self) -> None:
        self.query_one("#choices").loading = True
        self.call_after_refresh(self.reload)

    def reload(self) -> None:
        """Look afresh at how the shift stands."""
        self.app.errand(self._load(), "looking at the shift", latest=True)

    async def _load(self) -> None:
        self._show(await self.app.fetch(lambda b: self._page(b.records())))

    def _page(self, store: Store) -> Page:
        """On the play thread: the shift as it stands, brought up to date."""
        if self._shift is None:
            self._shift = Shift.unfinished(store)
        if self._shift is None:
            past = tuple((f"{PAST}:{shift.id}", f"Look again at: {_named(shift)}") for shift in Shift.past(store)[:SHOWN])
            lengths = tuple((f"{BEGIN}:{name}", f"Begin a {name} shift: {calls} calls") for name, calls in LENGTHS.items())
            return Page("A shift", (Section(title="What it is", lines=ABOUT),), (*lengths, *past))
        state = self._shift.state()
        if self._shift.closed or next_up(state).doing is Doing.OVER:
            again = ((f"{AGAIN}:", "Begin another shift"),)
            debriefs = tuple((f"{DEBRIEF}:{a.attempt}", f"Debrief: {call_line(a)}") for a in state.done if a.attempt)
            return Page("The shift is over", ended(state), (*debriefs, *again))
        return Page(head(state), between(state), tuple((f"{choice.value}:", words) for choice, words in choices(state)))

    def _show(self, page: Page) -> None:
        self.query_one(".page-head", Static).update(Content(page.head))
        self.query_one("#page-body", Static).update(_body(page.sections))
        self.query_one("#page", VerticalScroll).scroll_home(animate=False)
        offered = self.query_one("#choices", OptionList)
        offered.loading = False
        offered.clear_options()
        offered.add_options([Option(words, id=id_) for id_, words in page.entries])
        offered.highlighted = 0 if page.entries else None
        offered.focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        kind, _, name = (event.option_id or "").partition(":")
        if kind == DEBRIEF:
            self.app.errand(self.app.go_on(name), "opening a debrief", latest=True)
        elif kind == PAST:
            self.app.errand(self._look_back(name), "looking at a past shift", latest=True)
        elif kind in (Choice.ANSWER, Choice.NOTE):
            self.app.errand(self._write(), "opening what is to be written", latest=True)
        elif kind == Choice.END:
            self.app.errand(self._end(), "ending the shift", latest=True)
        elif kind == Choice.TAKE:
            self.app.errand(self._take(), "opening the next call", latest=True)
        elif kind:
            self.app.errand(self._do(kind, name), "going on with the shift", latest=True)

    async def _do(self, kind: str, name: str) -> None:
        """What needs the records alone."""
        await self.app.fetch(lambda b: self._kept(b.records(), kind, name))
        await self._load()

    def _kept(self, store: Store, kind: str, name: str) -> None:
        shift = self._shift
        if kind == BEGIN:
            self._shift = Shift.unfinished(store) or Shift.begin(store, calls=LENGTHS[name], seed=fresh_seed())
        elif kind == AGAIN:
            self._shift = None
        elif shift and kind == Choice.BREAK:
            shift.rest()
        elif shift and kind == Choice.PASS:
            shift.write("")
        elif shift and kind == Choice.LEAVE_OUT:
            shift.leave_out()

    async def _take(self) -> None:
        from trainer.tui.screens.briefing import BriefingScreen

        found = await self.app.fetch(lambda b: self._next())
        if isinstance(found, Ready):
            scored = await self.app.fetch(lambda b: b.scored())
            await self.app.push_screen(BriefingScreen(found.scenario, scored, seed=found.seed, intensity=self.app.intensity))
        elif found.attempt:
            await self.app.go_on(found.attempt)

    def _next(self) -> Ready | Up:
        """The call that is next as it is to be played, or the one under way."""
        assert self._shift is not None
        up = next_up(self._shift.state())
        return up if up.doing is Doing.GO_ON else self._shift.ready()

    async def _write(self) -> None:
        from trainer.tui.screens.shift_writing import WritingScreen

        state = await self.app.fetch(lambda b: self._state())
        heading, ask = ("A message", ASK_ANSWER) if next_up(state).doing is Doing.MESSAGE else ("A note to the team", ASK_NOTE)
        self.app.push_screen(WritingScreen(heading, _body(to_write_about(state)), ask, draft=self._draft), self._written)

    async def _end(self) -> None:
        """End the shift, asked about once where calls are left, and with the note where there is something to write about."""
        from trainer.tui.screens.dialogs import LeaveScreen
        from trainer.tui.screens.shift_writing import WritingScreen

        state, note = await self.app.fetch(lambda b: self._state()), ""
        if (ask := ask_end(state)) and not await self.app.push_screen_wait(LeaveScreen("End the shift?", f"{ask} {STAY}", leave="End it")):
            return
        if noted_at_end(state):
            about = _body((calls_section(state),))
            written = await self.app.push_screen_wait(WritingScreen("A note to the team", about, ASK_NOTE, draft=self._draft, may_be_empty=True))
            self._draft = written.text if written and not written.sent else ""
            if written is None or not written.sent:
                return
            note = written.text.strip()

        def close(shift: Shift | None) -> None:
            if shift:
                shift.close(note)

        await self.app.fetch(lambda b: close(self._shift))
        await self._load()

    def _state(self) -> State:
        assert self._shift is not None
        return self._shift.state()

    def _written(self, written: Written | None) -> None:
        self._draft = written.text if written and not written.sent else ""
        if written and written.sent:
            self.app.errand(self._keep(written.text), "reading what you wrote")

    async def _keep(self, text: str) -> None:
        def work(shift: Shift | None) -> None:
            if shift:
                shift.write(text)

        await self.app.fetch(lambda b: work(self._shift))
        await self._load()

    async def _look_back(self, id_: str) -> None:
        def work(store: Store) -> tuple[Section, ...]:
            return next((ended(shift.state()) for shift in Shift.past(store) if shift.id == id_), ())

        self.app.push_page(PageScreen("How the shift went", _body(await self.app.fetch(lambda b: work(b.records())))))

    def action_page(self, pages: int) -> None:
        page = self.query_one("#page", VerticalScroll)
        page.scroll_relative(y=pages * max(1, page.size.height - 1), animate=False)

    def action_back(self) -> None:
        self.app.pop_screen()
        self.app.home()


def _body(sections: Sequence[Section]) -> Content:
    parts: list[str | tuple[str, str]] = []
    for section in sections:
        parts += [(f"{section.title}\n", "bold $primary"), *(f"{line}\n" for line in section.lines), "\n"]
    return Content.assemble(*parts).rstrip()


def _named(shift: Shift) -> str:
    began = shift.began.astimezone()
    return f"{began.day} {began:%B}, {began:%H:%M}, {count(len(shift.state().done), 'call')}"
