"""One room on one screen: the customer's words large, the board below them; then the answer and what to talk about, or two side by side."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events
from textual.app import ComposeResult, SystemCommand
from textual.binding import BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from trainer import deskwork
from trainer.room.kept import NotNowError, Room
from trainer.room.pages import desk_sections, talk_section, time_left
from trainer.room.sight import Sight, sight
from trainer.room.state import Phase
from trainer.room.telling import Section, card_line
from trainer.text import safe_line
from trainer.tui.screens.dialogs import LeaveScreen
from trainer.tui.screens.page import PageScreen, content_of
from trainer.tui.screens.room_keys import BINDINGS, IN_PHASE, KEYS
from trainer.tui.widgets.board import BoardView
from trainer.tui.widgets.composer import Composer, Suggestion
from trainer.tui.widgets.footer import Footer
from trainer.tui.widgets.stage import Stage
from trainer.tui.widgets.writer import Writer

if TYPE_CHECKING:
    from scenarios.transcript import Event
    from trainer.tui.app import CoolheadApp

TIMES = (0, 1, 2, 3, 5)
"""Minutes a timer can be set to; none at first."""
TALL = 32
"""Rows from which there is space between sentences."""


class RoomScreen(Screen[None]):
    """A group, its driver and a customer."""

    CSS_PATH = "room.tcss"
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = BINDINGS
    KEYS = KEYS
    app: CoolheadApp

    def __init__(self, room: Room, seen: Sight) -> None:
        super().__init__()
        self._room, self._sight = room, seen
        self._stage, self._board, self._writer = Stage(), BoardView(), Writer()
        self._marked: int | None = None
        self._drafts: dict[tuple[int, int], str] = {}
        """words that were written and not kept yet, by moment and card"""
        self._minutes = 0
        self._until = 0.0

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

    def _do(self, work: Callable[[Room], Any], *, written: str = "") -> None:
        """Have something done to the room; what cannot be done is said below the board, and words that were ``written`` come back."""

        def done() -> Sight | NotNowError:
            try:
                work(self._room)
            except NotNowError as error:
                return error
            return sight(self._room)

        async def errand() -> None:
            found = await self.app.fetch(lambda b: done())
            if isinstance(found, Sight):
                fresh = written and self._settle()
                self._show(found)
                if fresh:
                    self.call_after_refresh(self._board.go, 1)
                return
            if written and self._writer.slot:
                self._writer.take_back(written)
            self._say(str(found))

        self.app.errand(errand(), "playing in a room")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual calls it so
        if self._writer.slot:
            return action in ("back", "help", "page")
        if action == "undo":
            return self._sight.can_undo
        bound = any(action in actions for actions in IN_PHASE.values())
        return action in IN_PHASE[self._sight.phase] if bound else True

    def action_slot(self, slot: int) -> None:
        if self._sight.phase is Phase.FORKED:
            self._do(lambda room: room.go_on(slot))
            return
        card = self._board.cards[slot - 1]
        if card.display:
            self.set_focus(card)

    def action_go(self, step: int) -> None:
        self._board.go(step)

    def action_more(self, by: int = 1) -> None:
        if slot := self._slot():
            self._do(lambda room: room.raise_hands(slot, by))

    def action_fewer(self) -> None:
        self.action_more(-1)

    def action_sure(self) -> None:
        if slot := self._slot():
            self._do(lambda room: room.be_surer(slot))

    def action_lock(self) -> None:
        if slot := self._slot():
            self._do(lambda room: room.lock(slot))

    def action_fork(self) -> None:
        slot, cards = self._slot(), [slot for slot, card in enumerate(self._sight.board, 1) if card]
        if len(cards) < 2:
            self._say("A fork needs two proposals.")
        elif slot not in cards:
            self._say("Go to a proposal and press f, then to the other and press f there.")
        elif self._marked in cards and self._marked != slot:
            first, self._marked = self._marked, None
            self._do(lambda room: room.lock(first, slot))
        else:
            self._marked = None if self._marked == slot else slot
            self._draw()
            self._say(f"Fork: proposal {slot} is the one. Now go to the other and press f there; f here again lets it be." if self._marked else "")

    def action_take_off(self) -> None:
        if slot := self._slot():
            self._drafts.pop((self._sight.number, slot), None)
            self._do(lambda room: room.propose(slot, ""))

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

        self.app.push_screen(LeaveScreen(), ended)

    def action_why(self) -> None:
        found = [Section(f"Proposal {one.slot}: {card_line(one.proposal)[:60]}", one.found or ("Nothing of weight.",)) for one in self._sight.answers]
        self.app.push_page(PageScreen("What it was found to do", content_of(found)))

    def action_desk(self) -> None:
        told = (*desk_sections(self._room.scenario, self._sight.events), talk_section(self._sight.events, self._sight.name))
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
            kept = self._keep_draft(slot, self._writer.text)
            self._settle()
            self._draw()
            self._say("Kept as a draft. Enter on this card goes on with it; nothing else takes it up." if kept else "")
        else:
            self.app.errand(self._leave(), "leaving a room", latest=True)

    async def _leave(self) -> None:
        await self.app.fetch(lambda b: self._room.forget())
        self.app.home()

    async def _close(self) -> None:
        from trainer.tui.screens.room_end import RoomEndScreen, seen_at_the_end

        seen = await self.app.fetch(lambda b: seen_at_the_end(self._room))
        await self.app.switch_screen(RoomEndScreen(seen))

    def _slot(self) -> int | None:
        """The proposal meant: the one the focus stands on, or the only one."""
        card, cards = self._board.focused, [slot for slot, card in enumerate(self._sight.board, 1) if card]
        return cards[0] if len(cards) == 1 else card.slot if card else None

    # writing a card

    def action_write(self) -> None:
        focused = self._board.focused
        slot = focused.slot if focused else 1
        card = self._sight.board[slot - 1]
        actions = deskwork.action_lines(self._room.scenario, self._sight.events)
        text = self._drafts.get((self._sight.number, slot)) or (card.text if card else "")
        self._writer.open(slot, text, [Suggestion(line.command, line.what) for line in actions])
        self._say("")
        self.refresh_bindings()

    def on_writer_written(self, event: Writer.Written) -> None:
        self._drafts.pop((self._sight.number, event.slot), None)
        if event.text.strip():
            self._do(lambda room: room.propose(event.slot, event.text), written=event.text)
        else:
            self._settle()

    def _keep_draft(self, slot: int, text: str) -> bool:
        """Words that are left behind wait on their card, unless they are the card's own."""
        card, place = self._sight.board[slot - 1], (self._sight.number, slot)
        if not text.strip() or (card and card.text == text):
            self._drafts.pop(place, None)
            return False
        self._drafts[place] = text
        return True

    def _settle(self) -> bool:
        """Put the writer away; whether its card was empty until now."""
        writer = self._writer
        slot = writer.slot or 1
        writer.close()
        self.set_focus(self._board.cards[slot - 1])
        self.refresh_bindings()
        return self._sight.board[slot - 1] is None

    def on_composer_paged(self, event: Composer.Paged) -> None:
        self.action_page(event.pages)

    # what is shown

    def _show(self, seen: Sight) -> None:
        """A new sight; where the moment is another one, the focus goes where the next key is wanted."""
        turned = (seen.phase, seen.number) != (self._sight.phase, self._sight.number) or self.focused is None
        if turned and seen.phase is Phase.GATHERING:
            self._until = time.monotonic() + 60 * self._minutes
        self._sight = seen
        if seen.phase is not Phase.GATHERING:
            self._marked = None
        self._say(_word(seen) if turned else "")
        self._draw()
        if turned:
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
        tall, board = self.size.height >= TALL, self._board
        self.set_class(tall, "-tall")
        self._stage.show(self._sight)
        board.display = self._sight.phase is Phase.GATHERING
        if board.display:
            board.show(self._sight.board, marked=self._marked, drafts=[slot for number, slot in self._drafts if number == self._sight.number], tall=tall)
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
