"""How cards are written in a room: a letter begins one wherever the focus stands, nothing typed is ever lost, and a draft waits on its card."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual import events
from textual.screen import Screen

from trainer import deskwork
from trainer.room.kept import Room
from trainer.room.proposals import SLOTS
from trainer.room.sight import Sight
from trainer.room.state import Phase
from trainer.tui.widgets.board import BoardView
from trainer.tui.widgets.composer import Suggestion
from trainer.tui.widgets.writer import Writer

if TYPE_CHECKING:
    from trainer.tui.app import CoolheadApp


class WritesCards(Screen[None]):
    """The half of a room's screen that takes words; the other half shows the room and has things done to it."""

    app: CoolheadApp

    def __init__(self, room: Room, seen: Sight) -> None:
        super().__init__()
        self._room, self._sight = room, seen
        self._board, self._writer = BoardView(), Writer()
        self._drafts = {slot: words for slot, words in enumerate(seen.drafts, 1) if words}
        """words that were written and not proposed yet, by card"""
        self._keeping = False
        """a proposal is on its way to the board"""
        self._digits = ""
        """numbers just pressed that may have been meant as a card's, or as the beginning of words"""

    async def _done(self, work: Callable[[Room], str | None]) -> bool:
        raise NotImplementedError

    def _say(self, words: str) -> None:
        raise NotImplementedError

    def _draw(self) -> None:
        raise NotImplementedError

    def _point(self) -> None:
        raise NotImplementedError

    def _forward_event(self, event: events.Event) -> None:
        """Keys come here where nothing has the focus; see ``trainer.tui.widgets.typed``."""
        if not (isinstance(event, (events.Key, events.Paste)) and self.take_typed(event)):
            super()._forward_event(event)

    def take_typed(self, event: events.Event) -> bool:
        """Letters are words of a proposal, wherever the focus stands; while an answer is talked about, of one for the next moment."""
        char = event.text if isinstance(event, events.Paste) else event.character if isinstance(event, events.Key) and event.is_printable else ""
        digits, self._digits = self._digits, ""
        if not char or self.app.screen is not self:
            return False
        if self._writer.slot is None and isinstance(event, events.Key) and self._goes_to(char):
            self._digits = digits + char
            return False
        if self._writer.slot is None:
            if self._sight.phase in (Phase.OVER, Phase.CLOSED):
                self._say("The call is over, and nothing more is sent. Enter shows the scores.")
                return True
            self._open(self._free(), "" if char[0].isalpha() else digits, typed=True)
            if char == " " and not digits:
                return True
        self._writer.type(event)
        return True

    def _goes_to(self, char: str) -> bool:
        """Whether a key is the number of something to go to."""
        there = (
            [answer.slot for answer in self._sight.answers] if self._sight.phase is Phase.FORKED else [card.slot for card in self._board.cards if card.display]
        )
        return char in map(str, there) and self._sight.phase in (Phase.GATHERING, Phase.FORKED)

    def _free(self) -> int:
        """The card that new words go on: the one the focus stands on, or else the first, that holds nothing."""
        focused = self._board.focused
        slots: list[int] = [*([focused.slot] if focused else ()), *range(1, SLOTS + 1)]
        return next((slot for slot in slots if not self._sight.board[slot - 1] and slot not in self._drafts), slots[0])

    def action_write(self) -> None:
        focused = self._board.focused
        self._open(focused.slot if focused else 1)

    def _open(self, slot: int, more: str = "", *, typed: bool = False) -> None:
        """Write on a card, after what it holds already; ``typed`` where words are on their way to it."""
        card = self._sight.board[slot - 1]
        actions = deskwork.action_lines(self._room.scenario, self._sight.events)
        text = self._drafts.get(slot) or (card.text if card else "")
        text = f"{text} {more}" if text and typed else text + more
        self._writer.open(slot, text, [Suggestion(line.command, line.what) for line in actions], later=self._sight.phase is not Phase.GATHERING)
        self._say("")
        self.refresh_bindings()

    @property
    def _where(self) -> str:
        return "" if self._sight.phase is Phase.GATHERING else " for the next moment"

    def on_writer_written(self, event: Writer.Written) -> None:
        if not event.text.strip():
            self._say("Nothing is written yet. Type the words of the proposal, or press Esc to go back to the board.")
        elif self._keeping:
            self._writer.take_back(event.text)  # the card before is still on its way; these words go on the next
        elif self._sight.phase is Phase.GATHERING:
            self._keeping = True
            self.app.errand(self._propose(event.slot, event.text), "playing in a room")
        else:
            self._keep_draft(event.slot, event.text)
            self._settle()
            self._say("Kept as a draft for the next moment. Enter goes on.")

    async def _propose(self, slot: int, text: str) -> None:
        """Put words on the board. What could not be put there comes back; what was typed meanwhile goes on the next card."""
        fresh = self._sight.board[slot - 1] is None
        try:
            done = await self._done(lambda room: room.propose(slot, text))
        finally:
            self._keeping = False
        if done:
            self._drafts.pop(slot, None)
            meanwhile = self._writer.text if self._writer.slot else ""
            self._settle()
            self._draw()
            if meanwhile.strip():
                self._open(self._free(), meanwhile, typed=True)
            elif fresh:
                self.call_after_refresh(self._board.go, 1)
        elif self._writer.slot:
            self._writer.take_back(text)
        else:
            self._keep_draft(slot, text)

    def _keep_draft(self, slot: int, text: str) -> bool:
        """Words that are left behind wait on their card, unless they are the card's own."""
        card = self._sight.board[slot - 1]
        left = "" if text.strip() in ("", "/") or (card and card.text == text) else text
        if left:
            self._drafts[slot] = left
        else:
            self._drafts.pop(slot, None)
        self.app.errand(self.app.fetch(lambda b: self._room.draft(slot, left)), "keeping a draft")
        return bool(left)

    def _settle(self) -> None:
        """Put the writer away."""
        slot = self._writer.slot
        self._writer.close()
        if slot and self._sight.phase is Phase.GATHERING:
            self.set_focus(self._board.cards[slot - 1])
        elif slot:
            self._point()
        self.refresh_bindings()
