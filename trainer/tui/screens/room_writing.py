"""How cards are written in a room: a letter begins one wherever the focus stands, nothing typed is ever lost, and a draft waits on its card."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual import events
from textual.actions import parse
from textual.screen import Screen

from trainer import deskwork
from trainer.room.drafts import FULL, behind, next_number, words_of
from trainer.room.kept import Room
from trainer.room.proposals import SLOTS, Proposal, among_words, behind_a_number
from trainer.room.sight import Sight
from trainer.room.state import EMPTY, Phase
from trainer.tui.widgets.board import BoardView, Card
from trainer.tui.widgets.composer import Suggestion
from trainer.tui.widgets.writer import Writer

if TYPE_CHECKING:
    from trainer.tui.app import CoolheadApp

ON_ONE = "Go to a proposal with its number, or Up and Down: Enter there rewords it, Delete takes it off."


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
        self._astray = False
        """the last number pressed is no card's, so that no key is meant for one"""
        self._sending = False
        """a proposal is on its way to the customer"""
        self._begun_on: Proposal | None = None
        """what lay on the card when its writing was begun"""

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
        """Letters are words of a proposal, wherever the focus stands; while an answer is talked about, of one for the next moment.

        The room's own keys are done here too, at once: of keys pressed in one breath each counts before the next is looked at.
        """
        char = event.text if isinstance(event, events.Paste) else event.character or "" if isinstance(event, events.Key) and event.is_printable else ""
        digits, self._digits = self._digits, ""
        if self.app.screen is not self:
            return False
        if isinstance(event, events.Key) and self._writer.slot is None and (not char or self._goes_to(char)):
            self._digits = digits + char if char and self._sight.phase is Phase.GATHERING else ""
            return self._does(event.key)
        if not char:
            return False
        if self._writer.slot is None:
            if self._sight.phase in (Phase.OVER, Phase.CLOSED):
                self._say("The call is over, and nothing more is sent. Enter shows the scores.")
                return True
            if (free := self._free()) is None:
                self._say(f"{FULL} {ON_ONE}")
                return True
            self._open(free, self._begun_with(digits, char), typed=True)
            if char == " " and not digits:
                return True
        self._writer.type(event)
        return True

    def _begun_with(self, digits: str, char: str) -> str:
        """The numbers just pressed, where they begin the words that follow: a card's own number does not, nor does any before an action."""
        went_to_a_card = len(digits) == 1 if char[0] == "/" else char[0].isalpha()
        return "" if went_to_a_card and not self._astray else digits

    def _does(self, key: str) -> bool:
        """What a key of the room does, done now; False for any other, and where a side of the answer has keys of its own."""
        if not (self.focused is None or isinstance(self.focused, Card)):
            return False
        for binding in self._bindings.key_to_bindings.get(key, ()):
            _, name, given = parse(binding.action)
            if self.check_action(name, given):
                getattr(self, f"action_{name}")(*given)
                return True
        return False

    def on_key(self, event: events.Key) -> None:
        """A key of the board does nothing while one writes or an answer is shown, and that is said."""
        if self._writer.slot and event.key in ("f3", "f4", "f6", "f8", "f9"):
            self._say(
                f"These words are being kept. Press {event.key.upper()} again."
                if self._keeping
                else f"Enter keeps what you write, Esc leaves it as a draft; then {event.key.upper()}."
            )
        elif event.key in ("f6", "f8", "f9") and self._sight.phase in (Phase.REVEALED, Phase.FORKED):
            self._say(f"An answer is before you. Enter goes on from it, F3 takes it back; then {event.key.upper()}.")

    def _goes_to(self, char: str) -> bool:
        """Whether a key is the number of something to go to; on the board also of what is not there, which is then said."""
        if self._sight.phase is Phase.FORKED:
            return char in [str(answer.slot) for answer in self._sight.answers]
        return self._sight.phase is Phase.GATHERING and not self._sending and char in map(str, range(1, SLOTS + 1))

    @property
    def _numbers(self) -> list[int]:
        """The numbers that are seen on the board: those of proposals, and the next one's."""
        after = next_number(self._sight.board)
        return [slot for slot, card in enumerate(self._sight.board, 1) if card or (slot == after and slot not in self._drafts)]

    @property
    def _ahead(self) -> bool:
        """What is written now is for the next moment."""
        return self._sending or self._sight.phase is not Phase.GATHERING

    def _free(self) -> int | None:
        """The card that new words go on: the next free number, or else that of a draft; None where every one holds a proposal."""
        board = EMPTY if self._ahead else self._sight.board
        return next((slot for slot, card in enumerate(board, 1) if card is None and slot not in self._drafts), next_number(board))

    def _arrange(self) -> None:
        """Drafts stand behind the board; none is moved while one writes, or while there is no board to be seen."""
        if self._writer.slot is None and not self._ahead and (moved := behind(self._sight.board, self._drafts)) != self._drafts:
            self._drafts = moved
            self._keep_drafts()

    def action_write(self) -> None:
        """Reword the proposal one stands on, or go on with a draft, under the next free number."""
        focused = self._board.focused
        slot = focused.slot if focused else 1
        if self._astray:
            self._say(f"Nothing is marked. {ON_ONE}")
            return
        first = next_number(self._sight.board)
        if first and not self._sight.board[slot - 1] and first != slot:
            there, here = self._drafts.pop(first, ""), self._drafts.pop(slot, "")
            self._drafts |= {at: words for at, words in ((first, here), (slot, there)) if words}
            slot = first
        self._open(slot)

    def _open(self, slot: int, more: str = "", *, typed: bool = False) -> None:
        """Write on a card, after what it holds already; ``typed`` where words are on their way to it."""
        card = None if self._ahead else self._sight.board[slot - 1]
        self._begun_on, self._astray = card, False
        actions = deskwork.action_lines(self._room.scenario, self._sight.events)
        text = self._drafts.get(slot) or (card.text if card else "")
        text = f"{text} {more}" if text and typed else text + more
        self._writer.open(slot, text, [Suggestion(line.command, line.what) for line in actions], later=self._ahead)
        self._say(f"You reword proposal {slot}. Enter keeps it, Esc leaves it as it lies." if card and not typed else "")
        self.refresh_bindings()

    @property
    def _where(self) -> str:
        return " for the next moment" if self._ahead else ""

    def on_writer_written(self, event: Writer.Written) -> None:
        if not words_of(event.text):
            what = f"“{event.text.strip()}” alone is no proposal" if event.text.strip() else "Nothing is written yet"
            self._say(f"{what}. Type the words of the proposal, or press Esc to go back to the board.")
        elif self._keeping:
            self._writer.take_back(event.text)  # the card before is still on its way; these words go on the next
        elif not self._ahead:
            slot, card = event.slot, self._sight.board[event.slot - 1]
            if card and self._begun_on is None:  # the board came back under these words: they take nothing's place
                slot = next_number(self._sight.board) or 0
            if not slot:
                self._say("All numbers are taken. Esc leaves these words as a draft.")
                return
            self._keeping = True
            self.app.errand(self._propose(slot, event.text), "playing in a room")
        else:
            self._keep_draft(event.slot, event.text)
            self._settle()
            self._say(f"Kept as a draft for the next moment. Enter goes on. {behind_a_number(event.text, self._room.scenario)}".rstrip())

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
            if meanwhile.strip() and (free := self._free()):
                self._open(free, meanwhile, typed=True)
            elif meanwhile.strip():
                self._say(f"{FULL} Left out: “{meanwhile.strip()}”")
            elif fresh and self._free() is None:
                self._leave_unmarked()
            elif fresh:
                self.call_after_refresh(self._board.go, 1)
            if action := among_words(text, self._room.scenario):
                self._say(f"/{action} stands among the words and is sent as words, not done. To have it done, begin a line with it, or put // before it.")
        elif self._writer.slot:
            self._writer.take_back(text)
        else:
            self._keep_draft(slot, text)

    def _leave_unmarked(self) -> None:
        """Let go of the last card of a full board: there is no next one to go to, and a key pressed too often must not open this one."""
        self._astray = True
        self.set_focus(None)
        self._say(f"The board is full now. {ON_ONE} F6 there sends it.")

    def _keep_draft(self, slot: int, text: str) -> bool:
        """Words that are left behind wait on their card, unless they are the card's own."""
        card = None if self._ahead else self._sight.board[slot - 1]
        left = "" if card and card.text == text else words_of(text)
        if left:
            self._drafts[slot] = left
        else:
            self._drafts.pop(slot, None)
        self._keep_drafts()
        return bool(left)

    def _keep_drafts(self) -> None:
        """The drafts as they lie, on the disk."""
        lie = dict(self._drafts)
        self.app.errand(self.app.fetch(lambda b: self._room.drafts(lie)), "keeping a draft")

    def _settle(self) -> None:
        """Put the writer away."""
        slot = self._writer.slot
        self._writer.close()
        if slot and self._sight.phase is Phase.GATHERING:
            self.set_focus(self._board.cards[slot - 1])
        elif slot:
            self._point()
        self.refresh_bindings()
