"""One room on one screen: the customer's words large, the board below them; then the answer and what to talk about, or two side by side."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from textwrap import shorten
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult, SystemCommand
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from trainer.room.drafts import behind, words_of
from trainer.room.kept import NotNowError, Room
from trainer.room.pages import desk_sections, talk_section, time_left
from trainer.room.sight import Sight, sight
from trainer.room.state import Phase
from trainer.room.telling import SURE_WORDS, Section, card_line, sure_of_another
from trainer.text import safe_line
from trainer.tui.screens.dialogs import LeaveScreen
from trainer.tui.screens.page import PageScreen, content_of
from trainer.tui.screens.room_keys import BINDINGS, IN_PHASE, KEYS
from trainer.tui.screens.room_writing import ON_ONE, WritesCards
from trainer.tui.widgets.composer import Composer
from trainer.tui.widgets.footer import Footer
from trainer.tui.widgets.stage import Stage

if TYPE_CHECKING:
    from scenarios.transcript import Event
    from trainer.tui.app import CoolheadApp

TIMES = (0, 1, 2, 3, 5)
"""Minutes a timer can be set to; none at first."""
TALL = 32
"""Rows from which there is space between sentences."""


class RoomScreen(WritesCards):
    """A group, its driver and a customer."""

    CSS_PATH = "room.tcss"
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = BINDINGS
    KEYS = KEYS
    app: CoolheadApp

    def __init__(self, room: Room, seen: Sight) -> None:
        super().__init__(room, seen)
        self._stage = Stage()
        self._marked: int | None = None
        self._minutes = 0
        self._until = 0.0
        self._warned: tuple[int, int] | None = None
        """the moment and the slot of a lock that was held back once"""

    @property
    def played(self) -> tuple[Event, ...]:
        """What happened so far, for a report."""
        return self._sight.events

    def compose(self) -> ComposeResult:
        yield Static("", id="head", markup=False)
        yield self._stage
        yield self._board
        yield Static("", id="note", markup=False)
        yield self._writer
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        self.set_interval(1, self._tick)
        self._show(self._sight)

    def on_resize(self, _event: events.Resize) -> None:
        self.call_after_refresh(self._draw)

    # what the driver does

    def _do(self, work: Callable[[Room], str | None]) -> None:
        """Have something done to the room, which may have something to say of it; what cannot be done is said below the board."""

        async def errand() -> None:
            await self._done(work)

        self.app.errand(errand(), "playing in a room")

    async def _done(self, work: Callable[[Room], str | None]) -> bool:
        def done() -> tuple[str, Sight] | NotNowError:
            try:
                said = work(self._room) or ""
            except NotNowError as error:
                return error
            return said, sight(self._room)

        found = await self.app.fetch(lambda b: done())
        if isinstance(found, NotNowError):
            self._say(str(found))
            return False
        said, seen = found
        self._show(seen)
        if said:
            self._say(f"{said} {_word(seen)}".rstrip())
        return True

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual calls it so
        if self._writer.slot is not None:
            return action in ("back", "help", "page", "desk", "timer")
        if action == "undo":
            return self._sight.can_undo
        bound = any(action in actions for actions in IN_PHASE.values())
        return action in IN_PHASE[self._sight.phase] if bound else True

    def action_slot(self, slot: int) -> None:
        if self._sight.phase is Phase.FORKED:
            self._do(lambda room: room.go_on(slot))
            return
        card = self._board.cards[slot - 1]
        self._astray = slot not in self._numbers
        if self._astray:
            self._say(f"There is no proposal {slot}, and nothing is marked. Go on typing to begin one with {slot}.")
        else:
            self.set_focus(card)
            self._say("")

    def action_go(self, step: int) -> None:
        self._astray = False
        self._board.go(step)

    def action_more(self, by: int = 1) -> None:
        if slot := self._slot():
            self._do(lambda room: room.raise_hands(slot, by))

    def action_fewer(self) -> None:
        self.action_more(-1)

    def action_sure(self) -> None:
        if slot := self._slot():

            def be_surer(room: Room) -> str:
                room.be_surer(slot)
                card = room.state.board[slot - 1]
                said = f"you are {SURE_WORDS[card.sure]}" if card and card.sure else "nothing is said of how sure you are"
                return f"Proposal {slot}: {said}. It stays with this proposal; go to another to say it of that one."

            self._do(be_surer)

    def action_lock(self) -> None:
        if slot := self._slot():
            if not self._sight.board[slot - 1]:
                self._say("This is a draft, and nobody has proposed it. Enter takes it up." if slot in self._drafts else "There is no proposal here yet.")
                return
            if (other := sure_of_another(self._sight.board, slot)) and self._warned != (self._sight.number, slot):
                self._warned = (self._sight.number, slot)
                self._say(f"{other} F4 says it of this one; F6 once more sends it.")
                return
            self._send(slot)
        elif not self._astray:
            self._say("Go to a proposal with its number, or Up and Down; F6 sends the one you stand on.")

    def _send(self, *slots: int) -> None:
        """Lock; what is typed from here on is for the next moment."""
        self._sending = True

        async def errand() -> None:
            try:
                await self._done(lambda room: room.lock(*slots))
            finally:
                self._sending = False

        self.app.errand(errand(), "playing in a room")

    def action_fork(self) -> None:
        slot, cards = self._slot(), [slot for slot, card in enumerate(self._sight.board, 1) if card]
        if len(cards) < 2:
            self._say("A fork needs two proposals.")
        elif slot not in cards:
            self._say("Go to a proposal and press F9, then to the other and press F9 there.")
        elif self._marked in cards and self._marked != slot:
            first, self._marked = self._marked, None
            self._send(first, slot)
        else:
            self._marked = None if self._marked == slot else slot
            self._draw()
            marked = f"Fork: proposal {slot} is the one. Now go to the other and press F9 there; F9 here again lets it be."
            self._say(marked if self._marked else f"The fork is taken back: proposal {slot} is marked no more, and nothing was sent.")

    def action_take_off(self) -> None:
        if self._astray:
            self._say(f"Nothing is marked. {ON_ONE}")
            return
        focused = self._board.focused
        slot = focused.slot if focused else 1
        card = self._sight.board[slot - 1]
        if gone := self._drafts.pop(slot, ""):
            self._keep_drafts()
            self._draw()
            more = f" Delete once more takes proposal {slot} off." if card else ""
            self._say(f"The draft is cleared: “{shorten(gone, 80, placeholder=' …')}”.{more}")
            return
        if card is None:
            self._say("Nothing is written here.")
            return
        self._drafts[slot] = card.text
        kept = behind([None if at == slot else one for at, one in enumerate(self._sight.board, 1)], self._drafts)

        def take_off(room: Room) -> str:
            room.propose(slot, "")
            room.drafts(kept)
            return f"Proposal {slot} is off the board. Its words wait below as a draft: Enter there goes on with them, Delete clears them."

        self._do(take_off)

    def action_undo(self) -> None:
        self._marked = None
        self._do(lambda room: room.undo())

    def action_side(self) -> None:
        self._stage.turn()

    def action_on(self) -> None:
        if self._sight.phase is Phase.OVER:
            self.app.errand(self._close(), "closing a room", latest=True)
            return
        answers = self._sight.answers
        slot = answers[self._stage.side if len(answers) > 1 else 0].slot
        self._do(lambda room: room.go_on(slot))

    def action_end(self) -> None:
        def ended(yes: bool | None) -> None:
            if yes:
                self._do(lambda room: room.leave())

        words = (
            f"{self._sight.name} hears no further reply, and the scores of what was sent come next. Until you look at them, F3 takes this back. "
            "To go on another day, stay and press Esc instead: everything is kept."
        )
        self.app.push_screen(LeaveScreen("End the call here?", words, leave="End it"), ended)

    def action_why(self) -> None:
        found = [
            Section(f"Proposal {one.slot}: {shorten(card_line(one.proposal), 60, placeholder=' …')}", one.found or ("Nothing of weight.",))
            for one in self._sight.answers
        ]
        found += [
            Section(f"In the way of a settlement{f' after proposal {one.slot}' if len(found) > 1 else ''}", one.in_the_way)
            for one in self._sight.answers
            if one.in_the_way
        ]
        self.app.push_page(PageScreen("What it was found to do", content_of(found)))

    def action_desk(self) -> None:
        told = (*desk_sections(self._room.scenario, self._sight.events, self._room.seed), talk_section(self._sight.events, self._sight.name))
        self.app.push_page(PageScreen(f"The desk: {self._sight.title}", content_of(told)))

    def action_timer(self) -> None:
        self._minutes = TIMES[(TIMES.index(self._minutes) + 1) % len(TIMES)]
        self._until = time.monotonic() + 60 * self._minutes
        self._draw_head()

    def action_type(self) -> None:
        self._say(self._stage.change_type())

    def action_page(self, pages: int) -> None:
        self._stage.page(pages)

    def action_back(self) -> None:
        if slot := self._writer.slot:
            typed = self._writer.text.strip()
            kept = self._keep_draft(slot, self._writer.text)
            self._settle()
            self._draw()
            said = f"Kept as a draft{self._where}. Enter on it goes on with it, Delete clears it; nothing else takes it up."
            self._say(said if kept else f"“{typed}” alone is not kept." if typed and not words_of(typed) else "")
        elif self._room.fresh:
            self._left(True)
        else:
            words = (
                "Everything is kept as it stands: the talk, the board with its hands, your drafts. The next time you open a room, this one is offered first."
            )
            self.app.push_screen(LeaveScreen("Put the room aside?", words, leave="Put it aside"), self._left)

    def _left(self, yes: bool | None) -> None:
        if yes:
            self.app.errand(self._leave(), "leaving a room", latest=True)

    async def _leave(self) -> None:
        await self.app.fetch(lambda b: self._room.forget())
        self.app.home()

    async def _close(self) -> None:
        from trainer.tui.screens.room_end import RoomEndScreen, seen_at_the_end

        seen = await self.app.fetch(lambda b: seen_at_the_end(self._room))
        await self.app.switch_screen(RoomEndScreen(seen))

    def _slot(self) -> int | None:
        """The proposal meant: the one the focus stands on, or the only one; none after the number of a card that is not there."""
        if self._astray:
            self._say("Nothing is marked. Go to a proposal with its number, or Up and Down.")
            return None
        card, cards = self._board.focused, [slot for slot, card in enumerate(self._sight.board, 1) if card]
        return cards[0] if len(cards) == 1 else card.slot if card else None

    def on_composer_paged(self, event: Composer.Paged) -> None:
        self.action_page(event.pages)

    # what is shown

    def _show(self, seen: Sight) -> None:
        """A new sight; where the moment is another one, the focus goes where the next key is wanted."""
        turned = (seen.phase, seen.number) != (self._sight.phase, self._sight.number) or self.focused is None
        self._astray = self._astray and not turned
        if turned and seen.phase is Phase.GATHERING:
            self._until = time.monotonic() + 60 * self._minutes
        self._sight = seen
        if seen.phase is not Phase.GATHERING:
            self._marked = None
        self._say(_word(seen) if turned else "")
        self._draw()
        if turned and not self._writer.slot:
            self.call_after_refresh(self._point)
        self.refresh_bindings()

    def _point(self) -> None:
        """Put the focus where the next key is wanted."""
        if self._sight.phase is Phase.GATHERING:
            self.set_focus(self._board.cards[0])
        elif self._sight.phase is Phase.FORKED:
            self.set_focus(self._stage.sides[0])
        else:
            self.set_focus(None)

    def _draw(self) -> None:
        self._arrange()
        tall, board = self.size.height >= TALL, self._board
        self.set_class(tall, "-tall")
        self._stage.show(self._sight)
        board.display = self._sight.phase is Phase.GATHERING
        if board.display:
            board.show(self._sight.board, marked=self._marked, drafts=self._drafts, tall=tall)
        self._draw_head()

    def _draw_head(self) -> None:
        seen = self._sight
        timer = f"   {time_left(self._until - time.monotonic())}" if self._minutes and seen.phase is Phase.GATHERING else ""
        mood = f"   {seen.mood}" if seen.phase is Phase.GATHERING else ""
        self.query_one("#head", Static).update(Content.assemble((f"Moment {seen.number}", "bold"), (timer, "bold $warning"), (mood, "$text-muted")))

    def _tick(self) -> None:
        if self._minutes and self._sight.phase is Phase.GATHERING:
            self._draw_head()

    def _say(self, words: str) -> None:
        note = self.query_one("#note", Static)
        note.display = bool(words)
        note.update(Content(safe_line(words, 400)))

    def palette(self) -> Iterable[SystemCommand]:
        """What can be done here, for the palette."""
        yield SystemCommand("The desk", "The case, the desk and the call so far", self.action_desk)
        yield SystemCommand("Timer", "1, 2, 3, 5 minutes a moment, or off", self.action_timer)
        yield SystemCommand("Big letters", "Tall letters for the customer's words where they fit, or plain type", self.action_type)
        if self.check_action("end", ()):
            yield SystemCommand("End the call", "Here, with the scores of what was sent", self.action_end)
        if self._sight.can_undo:
            yield SystemCommand("Undo", "Take the last lock back", self.action_undo)


def _word(seen: Sight) -> str:
    """What is said once when the moment is another one."""
    if seen.phase is Phase.FORKED:
        return f"Enter goes on with the one that is marked; {seen.answers[0].slot} or {seen.answers[1].slot} goes on with that one at once."
    return seen.before
