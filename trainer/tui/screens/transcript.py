"""The whole transcript to read, and the way from a line of evidence or of the ledger to its words: scrolled to the turn, the words marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from trainer import deskwork
from trainer.text import safe_line
from trainer.tui.screens.page import PageScreen
from trainer.tui.widgets.footer import Footer
from trainer.tui.widgets.transcript import turn_content

if TYPE_CHECKING:
    from scoring.scores import Evidence
    from trainer.tui.live import LiveCall
    from trainer.word_given import Account


class TranscriptScreen(PageScreen):
    """Everything that was said and done, a block a turn."""

    def __init__(self, live: LiveCall, mark: Evidence | Account | None = None) -> None:
        super().__init__("Transcript", Content())
        self._live, self._mark = live, mark

    def compose(self) -> ComposeResult:
        yield Static("Transcript", classes="page-head", markup=False)
        with VerticalScroll(id="page"):
            for turn, content in self._turns().items():
                yield Static(content, id=f"turn-{turn}", classes="transcript-turn", markup=False)
        yield Footer()

    def on_mount(self) -> None:
        super().on_mount()
        if self._mark is not None and (found := self.query(f"#turn-{self._mark.turn}")):
            self.call_after_refresh(self.query_one("#page").scroll_to_widget, found.first(), animate=False, center=True)

    def _turns(self) -> dict[int, Content]:
        turns: dict[int, Content] = {}
        name = safe_line(self._live.customer, 40)
        for event in self._live.events:
            if event.kind == "said":
                turns[event.turn] = self._turn(event.turn, f"You, reply {deskwork.reply_number(self._live.events, event.turn)}", event.text)
            elif event.kind == "replied":
                turns[event.turn] = self._turn(event.turn, name, event.text)
            elif event.kind == "acted":
                turns[event.turn] = self._turn(event.turn, f"Desk, {'done' if event.ok else 'refused'}", deskwork.acted_line(event))
        return turns

    def _turn(self, turn: int, who: str, text: str) -> Content:
        marked = self._mark is not None and self._mark.turn == turn
        return turn_content(who, text, ((self._mark.start, self._mark.end),) if self._mark and marked else ())


def transcript_page(live: LiveCall) -> TranscriptScreen:
    """The transcript from its beginning."""
    return TranscriptScreen(live)
