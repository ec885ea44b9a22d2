"""A room looked back at: each moment with all its proposals played, how sure the group was against how it went, the scores.

A function of the room and the rubric in use: nothing is kept, so a sheet made later says the same by the same rubric.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from scenarios.model import Scenario
from scenarios.names import short_name
from scenarios.transcript import Event
from scoring.scores import Debrief, Scorecard
from trainer.counterfactual import with_better_lines
from trainer.deskwork import ended
from trainer.errors import CoolheadError
from trainer.given_names import names_given
from trainer.overrules import Overrule
from trainer.room.against import by_what
from trainer.room.kept import Room, played
from trainer.room.proposals import Proposal, Sure
from trainer.room.questions import question, question_of_two
from trainer.room.sight import found_lines, last_words
from trainer.room.standing import in_the_way
from trainer.room.state import Moment, Undone
from trainer.room.weighing import Heard, Went, best
from trainer.text import safe_line
from trainer.wiring import judge
from trainer.words import ENDINGS


@dataclass(frozen=True, kw_only=True)
class Tried:
    """One proposal of a moment, sent or not."""

    slot: int
    proposal: Proposal
    sent: bool
    chosen: bool
    """its future is the one the call went on with"""
    heard: Heard | None
    """None where it cannot be played"""
    best: bool
    """none of this moment's proposals would have done better, of at least two that can be weighed"""
    by: str = ""
    """by what it did best"""
    taken_back: bool = False
    """it was sent at this moment, and taken back"""


@dataclass(frozen=True, kw_only=True)
class Reviewed:
    """One moment looked back at."""

    number: int
    line: str
    """the customer's, that was answered"""
    tried: tuple[Tried, ...]
    found: tuple[str, ...]
    """what the reply that went on was found to do"""
    question: str
    """asked otherwise than at any moment before it that stands"""
    taken_back: bool = False
    """nothing of it stands, and what was sent lay on the board no more when another was"""
    again: int = 0
    """how often this moment was taken back before what stands was sent"""

    @property
    def chosen(self) -> Tried | None:
        return next((one for one in self.tried if one.chosen), None)

    @property
    def best(self) -> tuple[Tried, ...]:
        return tuple(one for one in self.tried if one.best)


@dataclass(frozen=True, kw_only=True)
class Calibration:
    """How it went when the group was so sure."""

    sure: Sure
    went: Counter[Went]

    @property
    def times(self) -> int:
        return self.went.total()


@dataclass(frozen=True, kw_only=True)
class Review:
    """All that the end of a room shows."""

    room: str
    attempt: str
    began: datetime
    scenario: Scenario
    moments: tuple[Reviewed, ...]
    """in the order they were locked; one that was taken back stands before the one that took its place"""
    calibration: tuple[Calibration, ...]
    picked: tuple[int, int]
    """in how many moments the group sent the best of its proposals, and in how many there was something to pick from"""
    card: Scorecard
    debrief: Debrief
    intensity: str
    opening: tuple[Event, ...]
    """of the call, up to the first moment"""
    overrules: tuple[Overrule, ...]
    """what trainers made of the scores"""
    in_the_way: tuple[str, ...]
    """what kept the customer from settling; empty where it was settled"""
    ending: str
    """how the call ended, and on what it settled"""
    names: frozenset[str]
    """of those who played, as far as they gave them; nothing that leaves the room holds them"""


def review(room: Room) -> Review:
    """Look back at a room, closed or not."""
    card, talk = judge(room.transcript, room.scenario)
    moments = tuple(_moments(room))
    weighed = [one for one in moments if one.best and one.chosen]
    return Review(
        room=room.id,
        attempt=room.state.attempt,
        began=room.began,
        scenario=room.scenario,
        moments=moments,
        calibration=tuple(_calibration(moments)),
        picked=(sum(one.chosen.best for one in weighed if one.chosen), len(weighed)),
        card=card,
        debrief=with_better_lines(talk, room.transcript, room.scenario),
        intensity=room.intensity.value,
        opening=room.state.opening,
        overrules=room.overrules,
        in_the_way=in_the_way(room, room.state.events),
        ending=_ending(room),
        names=names_given((one.proposal.text for moment in moments for one in moment.tried), room.scenario),
    )


def _ending(room: Room) -> str:
    end = ended(room.state.events)
    if end is None:
        return "The call stands open."
    how = ENDINGS[end.ending.value].format(name=short_name(safe_line(room.scenario.customer.name) or "The customer"))
    outcome = room.scenario.outcomes.get(end.outcome or "")
    return f"{how} Settled on: {safe_line(outcome.what).rstrip('.')}." if outcome and outcome.what else how


def _moments(room: Room) -> Iterator[Reviewed]:
    asked: list[str] = []
    numbers = range(max([len(room.state.moments), *(one.at + 1 for one in room.state.undone)]))
    for number in numbers:
        stands = room.state.moments[number] if number < len(room.state.moments) else None
        undone = [one for one in room.state.undone if one.at == number]
        again = [one for one in undone if stands and one.before == room.state.before(number) and _sent(one.moment) <= _lying(stands)]
        apart: list[Undone] = []
        for one in undone:
            if one not in again and not any(one.before == other.before and _sent(one.moment) <= _sent(other.moment) for other in apart):
                apart.append(one)
        yield from (_reviewed(room, number, one.moment, one.before, taken_back=True) for one in apart)
        if stands:
            told = _reviewed(room, number, stands, room.state.before(number), again=again, asked=asked)
            asked.append(told.question)
            yield told


def _lying(moment: Moment) -> frozenset[str]:
    return frozenset(card.text for card in moment.board if card)


def _sent(moment: Moment) -> frozenset[str]:
    return frozenset(moment.proposal(answer.slot).text for answer in moment.answers)


def _reviewed(
    room: Room,
    number: int,
    moment: Moment,
    before: tuple[Event, ...],
    *,
    taken_back: bool = False,
    again: Sequence[Undone] = (),
    asked: Collection[str] = (),
) -> Reviewed:
    """A moment with each of its proposals played; where nothing of it stands only with those that were sent, for the rest lay there again.

    ``again`` are the times it was taken back with what still lay on the board: told by a mark, not told twice. ``asked`` are the questions of earlier moments.
    """
    sent = [answer.slot for answer in moment.answers]
    cards = [(slot, card) for slot, card in enumerate(moment.board, 1) if card and (slot in sent or not taken_back)]
    heard = {slot: _heard(room, before, moment, slot, card) for slot, card in cards}
    top = {cards[place][0] for place in best([heard[slot] for slot, _ in cards])}
    rest = {slot: one for slot, one in heard.items() if one and slot not in top}
    went = None if taken_back else moment.chosen
    told = heard[went or sent[0]]
    back = frozenset[str]().union(*(_sent(one.moment) for one in again))
    return Reviewed(
        number=number + 1,
        line=last_words(before),
        tried=tuple(
            Tried(
                slot=slot,
                proposal=card,
                sent=slot in sent,
                chosen=slot == went,
                heard=one,
                best=slot in top and not taken_back,
                by=by_what(one, rest) if one and slot in top else "",
                taken_back=taken_back or card.text in back,
            )
            for slot, card in cards
            for one in (heard[slot],)
        ),
        found=tuple(found_lines(told)) if told else (),
        question=_question(moment, heard, sent, asked),
        taken_back=taken_back,
        again=len(again),
    )


def _heard(room: Room, before: tuple[Event, ...], moment: Moment, slot: int, card: Proposal) -> Heard | None:
    """The proposal with what came of it: as the group saw it, or played now. None where this engine would have played the call otherwise."""
    if answer := moment.answer(slot):
        return Heard(room.scenario, before, answer.events)
    try:
        return Heard(room.scenario, before, played(room.call(before), card.text))
    except (CoolheadError, ValueError):
        return None


def _question(moment: Moment, heard: dict[int, Heard | None], sent: list[int], asked: Collection[str]) -> str:
    first = heard[sent[0]]
    if len(sent) == 2 and first and (second := heard[sent[1]]):
        return question_of_two(first, second, (sent[0], sent[1]), asked)
    return question(first, moment.proposal(sent[0]).sure, asked) if first else ""


def _calibration(moments: tuple[Reviewed, ...]) -> Iterator[Calibration]:
    """Over every reply that stands: what was taken back, and the future that was not gone on with, count in nothing."""
    went: dict[Sure, Counter[Went]] = {}
    for one in filter(None, (moment.chosen for moment in moments)):
        if one.proposal.sure and one.heard and one.heard.went:
            went.setdefault(one.proposal.sure, Counter())[one.heard.went] += 1
    yield from (Calibration(sure=sure, went=went[sure]) for sure in reversed(Sure) if sure in went)
