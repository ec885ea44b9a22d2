"""A room in the plain view: the customer's line, what the driver types, what came of it; the scores and the sheet at the end."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from scenarios.moves import Intensity
from trainer.errors import CoolheadError, Exit
from trainer.finding import fresh_seed, scenario_named
from trainer.picking.listed import Listed, on_the_list
from trainer.plain.briefing import briefing_lines, desk_lines, policy_lines, record_lines
from trainer.plain.going import BACK, EVERYWHERE, HOME, QUIT, TERMS, THE_REST, Quitted, Went, WentHome, bare, kept
from trainer.plain.lines import event_lines
from trainer.plain.picking import HELP as PICKING_HELP
from trainer.plain.picking import Picking
from trainer.records.store import Store
from trainer.room.begin import room_at_once
from trainer.room.drafts import FULL, next_number, words_of
from trainer.room.facts import HEAD, Variant, facts_line, variants_of
from trainer.room.kept import NotNowError, Room, left, rooms, when
from trainer.room.proposals import SLOTS, Proposal, among_words
from trainer.room.review import review
from trainer.room.sheet import sheet_folder, write_sheet
from trainer.room.sight import Answer, Sight, sight
from trainer.room.state import Phase
from trainer.room.telling import card_line, sections, sure_of_another, weight
from trainer.room.wishes import FIRST_HELP, HELP, Wish, Wished, wished
from trainer.words import INTENSITIES, INTENSITY_WORDS, count

if TYPE_CHECKING:
    from trainer.plain.console import Console
    from trainer.plain.view import PlainView

SHEET = "sheet"
SHEET_LATER = "The sheet is written once the call is over and the scores are told: end, then Enter, then sheet and a file's name."
ROUGHER = "calm, real or raw for how rough the customer may get"
FACTS_HELP = ("A number: the call with these facts. Enter: as it was played here last, or else the first. back: another call.",)
CHOOSE_HELP = ("A number: open that call for the group. calm, real or raw: how rough the customer may get.", *PICKING_HELP)


def run_room(view: PlainView, room: str = "") -> int:
    """Go into a room: the one whose id is given, the one just opened, one under way, or a new one. Raises CoolheadError where the records will not have it."""
    console, store = view.console, view.records()
    found = room_at_once(store, room) or _chosen(console, store)
    return PlainRoom(console, found).run() if found else Exit.DONE


def _chosen(console: Console, store: Store) -> Room | None:
    """The room to go on with, or a call to open for the group; None to leave."""
    picking = Picking(console, lambda: on_the_list(store))
    going, closed = rooms(store)
    console.tell("A room: one call for a group. The group proposes, votes and locks; you type.")
    if going:
        console.tell(f"A room was put aside on {left(store, going[0]):%d %B, %H:%M}: {going[0].body['title']}. Type resume to go on with it.")
    if closed:
        console.tell(f"Type past to look at the last finished one again: {closed[0].body['title']}, {when(closed[0]):%d %B}.")
    picking.tell()
    rough = Intensity.REAL
    while answer := console.choose(f"Number of the call to open{', resume' if going else ''}, find WORDS; {ROUGHER}; Enter to go back:", CHOOSE_HELP):
        if answer.lower() in INTENSITIES:
            rough = Intensity(answer.lower())
            console.tell(f"The customer will be {rough.value}: {INTENSITY_WORDS[rough.value]}.")
            continue
        try:
            if going and answer.lower() in ("resume", "on"):
                return Room.named(store, going[0].id)
            if closed and answer.lower() == "past":
                return Room.named(store, closed[0].id)
            if picking.understood(answer):
                continue
            chosen = picking.numbered(answer)
            named = chosen.id if isinstance(chosen, Listed) else picking.id_of(answer)
            if (seed := _seed_chosen(console, variants_of(store, scenario_named(named)))) is None:
                continue
            return Room.begin(store, scenario_named(named, seed), seed=seed, intensity=rough)
        except CoolheadError as error:
            console.tell(error.sentence)
    return None


def _seed_chosen(console: Console, variants: tuple[Variant, ...]) -> int | None:
    """With which facts a call is opened, where it has more than one set of them; None to go back."""
    if not variants:
        return fresh_seed()
    now = next((one for one in variants if one.played), variants[0])
    console.tell(HEAD, *(f"{one.number}. {one.told}" for one in variants))
    while answer := console.choose(f"Number of the facts, or Enter for {now.number}:", FACTS_HELP, go_back=False):
        if bare(answer) in BACK:
            return None
        if found := next((one for one in variants if answer == str(one.number)), None):
            return found.seed
        console.tell(f"There is no number {answer[:20]} here.")
    return None if console.ended else now.seed


class PlainRoom:
    """One room, as its driver types it."""

    def __init__(self, console: Console, room: Room) -> None:
        self._console, self._room = console, room
        self._minutes = 0
        self._until: float | None = None
        self._warned: tuple[int, int] | None = None
        """the moment and the slot of a lock that was held back once"""

    def run(self) -> int:
        """Go on until the call is over or put aside."""
        tell = self._console.tell
        if not self._room.state.moments and self._room.state.phase is not Phase.CLOSED:
            self._console.tell_all(briefing_lines(self._room.scenario))
            if drawn := facts_line(self._room.scenario, self._room.seed):
                tell(drawn)
            tell("Type help for what you can type.")
        self._tell()
        while self._room.state.phase is not Phase.CLOSED:
            line = self._console.ask_reply("Room:")
            if line is None:
                break
            if bare(line) in (*QUIT, HOME):
                went = WentHome() if bare(line) == HOME else Quitted()
                self._put_aside(went)
                raise went
            if bare(line) in BACK:
                break
            if not self._console.interactive and line.strip():
                tell(f"Typed: {line}")
            if bare(line) in TERMS:
                self._console.tell_terms()
                continue
            self._ring()
            if (words := bare(line).split())[:1] == [SHEET] and len(words) <= 2:
                tell(SHEET_LATER)
                continue
            try:
                wish = wished(line)
                if wish.wish is Wish.STOP:
                    break
                self._do(wish)
            except NotNowError as error:
                tell(str(error))
            except CoolheadError as error:
                if not self._console.interactive:
                    raise
                tell(error.sentence)
        if self._room.state.phase is not Phase.CLOSED:
            self._put_aside()
            return Exit.DONE
        return self._end()

    def _put_aside(self, went: Went | None = None) -> None:
        self._room.forget()
        self._console.tell(kept("room", self._console, went) if not self._room.fresh else "Nothing was done in this room, so it is not kept.")

    def _do(self, wish: Wished) -> None:
        room, tell = self._room, self._console.tell
        looks: dict[Wish, Callable[[], None]] = {
            Wish.HELP: lambda: self._console.aside(*FIRST_HELP, THE_REST, EVERYWHERE),
            Wish.HELP_ALL: lambda: self._console.tell_list((*HELP, EVERYWHERE)),
            Wish.BOARD: lambda: self._tell_board(sight(room)),
            Wish.WHY: self._tell_why,
            Wish.DESK: lambda: tell(*record_lines(room.scenario), *policy_lines(room.scenario), *desk_lines(room.scenario, room.state.events)),
            Wish.LOG: lambda: self._console.tell_all(event_lines(room.state.events, room.scenario)),
            Wish.TIMER: lambda: self._set_timer(wish.numbers),
        }
        if look := looks.get(wish.wish):
            look()
            return
        if wish.wish is Wish.PROPOSE:
            self._propose(wish.numbers[0], wish.text)
        elif wish.wish is Wish.CLEAR:
            self._clear(wish.numbers[0])
        elif wish.wish is Wish.WORDS:
            self._take_words(wish.text)
        elif wish.wish is Wish.VOTES:
            room.vote(wish.numbers)
            self._tell_board(sight(room))
        elif wish.wish is Wish.SURE:
            for slot in wish.numbers:
                room.be_sure(slot, wish.sure)
            self._tell_board(sight(room))
        else:
            self._move(wish)

    def _propose(self, slot: int, text: str) -> None:
        """Put words on a card; none take off what lies there, or propose the draft that waits there."""
        room, tell = self._room, self._console.tell
        waiting = words_of(room.state.drafts[slot - 1]) if 0 < slot <= SLOTS and room.state.board[slot - 1] is None else ""
        before = room.state.board[slot - 1] if 0 < slot <= SLOTS else None
        room.propose(slot, text or waiting)
        if text and waiting:
            self._lay_aside(waiting)
        tell(f"Proposal {slot}: {text or card_line(Proposal(text=waiting))}" if text or waiting else f"Proposal {slot} is off the board.")
        if text and before and before.text != text:
            tell(f"It replaced: {card_line(before)}")
        if action := among_words(text or waiting, room.scenario):
            tell(f"/{action} stands among the words and is sent as words, not done. To have it done, put // before it: {slot}: the words // /{action}")

    def _lay_aside(self, draft: str) -> None:
        """A draft on whose number something was proposed goes on to another, or is told once more where none is left."""
        room = self._room
        free = [slot for slot in range(SLOTS, 0, -1) if not (room.state.board[slot - 1] or words_of(room.state.drafts[slot - 1]))]
        if free:
            room.draft(free[0], draft)
            self._console.tell(f"What waited there is draft {free[0]} now.")
        else:
            self._console.tell(f"No number is left for the draft that waited there: {draft}")

    def _clear(self, slot: int) -> None:
        """Throw a draft away."""
        draft = words_of(self._room.state.drafts[slot - 1]) if 0 < slot <= SLOTS else ""
        if not draft:
            raise NotNowError(f"There is no draft {slot}.")
        self._room.draft(slot, "")
        self._console.tell(f"Draft {slot} is cleared: {draft}")

    def _take_words(self, text: str) -> None:
        """A sentence with no number before it: on the next free card, and while an answer is talked about a draft of the next moment."""
        room, tell = self._room, self._console.tell
        gathering = room.state.phase is Phase.GATHERING
        taken = room.state.board if gathering else tuple(map(words_of, room.state.drafts))
        slot = next_number([one or None for one in taken])
        if room.state.phase is Phase.OVER:
            raise NotNowError("The call is over, and nothing more is sent. Press Enter for the scores.")
        if slot is None:
            raise NotNowError(f"{FULL} {SLOTS}: and the words puts them in the place of {SLOTS}.")
        if gathering:
            self._propose(slot, text)
            tell(f"A sentence without a number is taken for a proposal. {slot}: alone takes it off.")
        else:
            room.draft(slot, text)
            tell(f"Kept as draft {slot} for the next moment. Press Enter to go on; then {slot}: alone proposes it.")

    def _held(self, slot: int) -> bool:
        """Whether a lock is held back once, because how sure the group is was said of another proposal; where nobody listens it is only said."""
        state, here = self._room.state, (len(self._room.state.moments), slot)
        other = sure_of_another(state.board, slot) if 0 < slot <= SLOTS and self._warned != here else ""
        if not other:
            return False
        self._warned = here
        asks = self._console.interactive
        self._console.tell(f"{other} sure {slot}, fairly {slot} or unsure {slot} says it of this one; lock {slot} once more sends it." if asks else other)
        return asks

    def _move(self, wish: Wished) -> None:
        """What moves the call on or back."""
        room = self._room
        if wish.wish is Wish.LOCK and self._held(wish.numbers[0]):
            return
        if wish.wish in (Wish.LOCK, Wish.FORK):
            room.lock(*wish.numbers)
        elif wish.wish is Wish.UNDO:
            self._console.tell(room.undo())
        elif wish.wish is Wish.END:
            room.leave()
        elif room.state.phase is Phase.OVER:
            room.close()
            return
        else:
            room.go_on(wish.numbers[0] if wish.numbers else None)
        self._tell()

    # what is told

    def _tell(self) -> None:
        """The moment as it stands."""
        seen, tell = sight(self._room), self._console.tell
        if seen.phase is Phase.CLOSED:
            return
        if seen.phase is Phase.OVER:
            tell("The call is over. Press Enter for the scores, or type undo to take the last step back.")
        elif seen.phase is Phase.GATHERING:
            tell(f"Moment {seen.number}. {seen.name}: {seen.line}")
            if seen.before:
                tell(seen.before)
            if any((*seen.board, *seen.drafts)):
                self._tell_board(seen)
            tell("What do you say?")
            self._until = time.monotonic() + 60 * self._minutes if self._minutes else None
        else:
            self._tell_answers(seen)

    def _tell_answers(self, seen: Sight) -> None:
        tell = self._console.tell
        for answer in seen.answers:
            tell(*_answer_lines(seen, answer))
        tell(f"To talk about: {seen.question}")
        if seen.phase is Phase.FORKED:
            tell(f"Which goes on? Type go on {seen.answers[0].slot} or go on {seen.answers[1].slot}; undo takes both back.")
        else:
            tell("Press Enter to go on; undo takes it back.")

    def _tell_board(self, seen: Sight) -> None:
        lines = [f"{slot}. {card_line(card)}{f' ({words})' if (words := weight(card)) else ''}" for slot, card in enumerate(seen.board, 1) if card]
        lines += [
            f"Draft {slot}, not proposed: {card_line(Proposal(text=words))}{'' if card else f' ({slot}: alone proposes it, clear {slot} throws it away)'}"
            for slot, (card, words) in enumerate(zip(seen.board, seen.drafts, strict=True), 1)
            if words
        ]
        self._console.tell(*(lines or ["No proposals yet. Type 1: and the words."]))

    def _tell_why(self) -> None:
        answers = sight(self._room).answers
        if not answers:
            raise NotNowError("The customer has not answered yet, so there is nothing to tell why. Type lock 1 to send proposal 1.")
        for answer in answers:
            self._console.tell(*(f"Proposal {answer.slot}. {line}" for line in answer.found or ("Nothing of weight was found in it.",)))
            self._console.tell(*(f"In the way of a settlement: {line}" for line in answer.in_the_way))

    # the timer

    def _set_timer(self, minutes: tuple[int, ...]) -> None:
        self._minutes = minutes[0] if minutes else 0
        self._until = time.monotonic() + 60 * self._minutes if self._minutes else None
        self._console.tell(f"Timer: {count(self._minutes, 'minute')} a moment. It locks nothing." if self._minutes else "No timer.")

    def _ring(self) -> None:
        """Say once that the time is over; a line that is waited for cannot be interrupted."""
        if self._until and time.monotonic() > self._until and self._room.state.phase is Phase.GATHERING:
            self._console.tell("The time for this moment is over.")
            self._until = None

    # the end

    def _end(self) -> int:
        seen = review(self._room)
        for section in sections(seen):
            self._console.tell(f"{section.title}.", *(f"  {line}" for line in section.lines))
        ask = f"Type sheet and a file's name, ending in .html or .txt, to keep this in {sheet_folder()}; Enter to go back:"
        while answer := self._console.choose(ask, ("sheet call.html: what was proposed and what came of it, on one page. Enter: leave.",)):
            word, _, name = answer.partition(" ")
            try:
                if word.lower() != SHEET or not name.strip():
                    raise NotNowError(f"There is nothing under '{answer[:40]}'.")
                self._console.tell(f"Written: {write_sheet(seen, sheet_folder() / Path(name.strip()).expanduser())}")
            except (CoolheadError, NotNowError) as error:
                self._console.tell(str(error))
        return Exit.DONE


def _answer_lines(seen: Sight, answer: Answer) -> list[str]:
    head = f"Proposal {answer.slot}. " if len(seen.answers) > 1 else ""
    lines = [f"{head}You: {card_line(answer.proposal)}", *(f"{head}{line}" for line in answer.desk)]
    lines.append(f"{head}{seen.name}: {answer.words}" if answer.words else f"{head}{seen.name} has not answered: a reply is still to come.")
    if answer.felt:
        lines.append(f"{head}{answer.felt}")
    if answer.ending:
        lines.append(f"{head}{answer.ending}")
    return lines
