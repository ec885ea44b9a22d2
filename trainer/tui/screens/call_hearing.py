"""What of a call is on the screen, and what still waits: the trainee's own turn shows at once, the customer's after a moment of typing.

The wait is never longer than the moment: a key lets it through, and where motion is reduced there is none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

from textual.timer import Timer

from trainer import deskwork
from trainer.text import safe_line
from trainer.tui.pace import typing_seconds
from trainer.tui.widgets.reveal import Reveal
from trainer.tui.widgets.transcript import Row, TranscriptView
from trainer.words import ENDINGS

if TYPE_CHECKING:
    from scenarios.transcript import Event
    from trainer.tui.live import LiveCall
    from trainer.tui.screens.call import CallScreen


class Hearing:
    """Belongs to one call screen, which is told whenever more is shown."""

    def __init__(self, screen: CallScreen, live: LiveCall) -> None:
        self._screen, self._live = screen, live
        self.shown: list[Event] = []
        self._seconds = 0
        """simulated, of what is shown"""
        self._waiting: list[Event] = []
        self._timer: Timer | None = None
        self._drafting = 0
        """how many events of a turn are shown already while the customer's words are being found; one at least"""
        self._reveal: Reveal | None = None

    @property
    def waiting(self) -> bool:
        """Whether there is something that has not been shown yet."""
        return bool(self._waiting)

    @property
    def drafting(self) -> bool:
        """Whether the customer's words are still being found."""
        return bool(self._drafting)

    @property
    def who(self) -> str:
        return safe_line(self._live.customer, 40)

    @property
    def _talk(self) -> TranscriptView:
        return self._screen.query_one(TranscriptView)

    @property
    def _moves(self) -> bool:
        return self._screen.app.animation_level != "none"

    def hear(self, fresh: Sequence[Event]) -> None:
        """Show what the rep did at once, and the customer's turn after a moment of typing."""
        if not self._screen.is_attached:  # left while the answer was on its way
            return
        drafted, self._drafting = self._drafting, 0
        if drafted:
            self._show_drafted(fresh, drafted)
            return
        self.let_through()
        at = next((n for n, event in enumerate(fresh) if event.kind == "moved"), len(fresh))
        self.show(fresh[:at])
        self._waiting = list(fresh[at:])
        words = next((event.text for event in self._waiting if event.kind == "replied"), "")
        wait = typing_seconds(words, motion=self._moves) if words else 0.0
        if wait > 0:
            self._talk.announce(self.who)
            self._timer = self._screen.set_timer(wait, self.let_through)
        else:
            self.let_through()

    def wait_for_words(self, early: Sequence[Event]) -> None:
        """The customer's words are being found: show what the trainee did, and that the customer is typing."""
        if self._screen.is_attached and not self._drafting and early:
            self.let_through()
            self.show(early)
            self._drafting = len(early)
            self._talk.announce(self.who)

    def _show_drafted(self, fresh: Sequence[Event], shown: int) -> None:
        """The words have been found; they come one by one, unless something follows them or nothing may move."""
        self._talk.hush()
        rest = fresh[shown:]
        self.show(rest)
        if rest and rest[-1].kind == "replied" and self._moves and (block := self._talk.last):
            self._reveal = Reveal(self._screen, block)
        self.whisper()

    def let_through(self) -> None:
        """Everything that waits, now."""
        if self._reveal is not None:
            self._reveal.finish()
            self._reveal = None
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        waiting, self._waiting = self._waiting, []
        if waiting:
            self._talk.hush()
            self.show(waiting)
            self.whisper()

    def whisper(self) -> None:
        """A hint of a guided call, told once."""
        hint, self._live.hint = self._live.hint, ""
        if hint:
            self._talk.add("note", "Hint", safe_line(hint, 400))

    def show(self, fresh: Sequence[Event]) -> None:
        """All of these at once."""
        self._talk.add_all([row for event in fresh for row in self._row(event)])
        self._screen.showed()

    def _row(self, event: Event) -> Iterator[Row]:
        self.shown.append(event)
        self._seconds += event.seconds if event.kind in ("said", "acted") else 0
        at = f"{self._live.scenario.now + timedelta(seconds=self._seconds):%H:%M}"
        if event.kind == "said":
            yield "rep", f"You  {at}", event.text
        elif event.kind == "replied":
            yield "customer", f"{self.who}  {at}", event.text
        elif event.kind == "acted":
            yield "desk", f"Desk  {at}  {'done' if event.ok else 'refused'}", deskwork.acted_line(event)
        elif event.kind == "ended":
            how = ENDINGS.get(event.ending.value, "").format(name=self.who)
            yield "note", "The call is over.", f"{how} Press Enter to see how it went.".lstrip()
