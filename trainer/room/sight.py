"""What both views show of a room at one moment, in words: worked out once, away from any screen."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from scenarios.transcript import Event
from scoring.felt import moved_words
from trainer.deskwork import acted_line, moods
from trainer.room.against import told
from trainer.room.drafts import words_of
from trainer.room.kept import Room
from trainer.room.proposals import SLOTS, Proposal
from trainer.room.questions import question, question_of_two
from trainer.room.standing import in_the_way
from trainer.room.state import Board, Moment, Phase
from trainer.room.weighing import Heard
from trainer.text import safe_line, safe_text
from trainer.words import ENDINGS, anger_word, behaviour, meter


@dataclass(frozen=True, kw_only=True)
class Answer:
    """One proposal that was sent, and what came of it."""

    slot: int
    proposal: Proposal
    desk: tuple[str, ...]
    """what the desk showed"""
    words: str
    """the customer's"""
    felt: str
    """what it did to the customer, and what stands against it"""
    anger: str
    """``anger 48 ▮▮▮▮▮▯▯▯▯▯ tense (fell by 14)``; empty where nothing was felt"""
    ending: str
    """how it ended the call, if it did"""
    in_the_way: tuple[str, ...]
    """what keeps the customer from settling after it"""
    found: tuple[str, ...]
    """what the reply was found to do, a line each"""


@dataclass(frozen=True, kw_only=True)
class Sight:
    """All there is to show."""

    phase: Phase
    number: int
    """of the moment, from 1"""
    title: str
    name: str
    """what the customer is called"""
    line: str
    """the customer's words that are to be answered, or that closed the call"""
    mood: str
    board: Board
    drafts: tuple[str, ...] = ("",) * SLOTS
    """by card, words nobody has proposed yet"""
    answers: tuple[Answer, ...] = ()
    question: str = ""
    before: str = ""
    """at a moment that was locked before and taken back: what came of it then"""
    events: tuple[Event, ...] = ()
    can_undo: bool = False


def sight(room: Room) -> Sight:
    """How the room stands."""
    state, last = room.state, room.state.last
    revealed = last if state.phase in (Phase.REVEALED, Phase.FORKED) else None
    number = len(state.moments) - (1 if revealed else 0)
    heard = _heard(room, number, revealed) if revealed else []
    return Sight(
        phase=state.phase,
        number=number + 1,
        title=safe_line(room.scenario.title, 60),
        name=Heard(room.scenario, (), ()).name,
        line=last_words(state.events),
        mood=_mood(state.events),
        board=state.board,
        drafts=tuple(map(words_of, state.drafts)),
        answers=tuple(_answer(room, revealed, one, slot.slot) for one, slot in zip(heard, revealed.answers, strict=True)) if revealed else (),
        question=_question(revealed, heard, _asked(room, number)) if revealed else "",
        before=_before(room, number),
        events=state.events,
        can_undo=bool(state.moments or state.left) and state.phase is not Phase.CLOSED,
    )


def _answer(room: Room, moment: Moment, heard: Heard, slot: int) -> Answer:
    return Answer(
        slot=slot,
        proposal=moment.proposal(slot),
        desk=tuple(f"{'Done' if e.ok else 'Not done'}: {safe_line(acted_line(e), 160)}" for e in heard.events if e.kind == "acted"),
        words=safe_text(heard.answer),
        felt=told(heard),
        anger=_moved(heard),
        ending=_ending(heard),
        in_the_way=in_the_way(room, (*heard.before, *heard.events)),
        found=tuple(found_lines(heard)),
    )


def _ending(heard: Heard) -> str:
    """How it ended the call, with what the customer said of it afterwards; empty where it did not."""
    told = [ENDINGS[e.ending.value].format(name=heard.name) for e in heard.events if e.kind == "ended"]
    told += [f"{heard.name} afterwards: {safe_line(e.text)}" for e in heard.events if e.kind == "verdict"]
    return " ".join(told)


def found_lines(heard: Heard) -> list[str]:
    """What a reply was found to do, the heaviest first, without points: they are for the end, when the whole call can be judged."""
    rows = sorted(heard.rows, key=lambda row: (row.points >= 0, -abs(row.points)))
    return list(
        dict.fromkeys(f"{row.rule.partition('.')[0].capitalize()}: {f'“{words}” ' if (words := heard.words(row)) else ''}{heard.says(row)}" for row in rows)
    )


def _heard(room: Room, number: int, moment: Moment) -> list[Heard]:
    return [Heard(room.scenario, room.state.before(number), answer.events) for answer in moment.answers]


def _asked(room: Room, until: int) -> list[str]:
    """What the moments before this one asked."""
    asked: list[str] = []
    for number, moment in enumerate(room.state.moments[:until]):
        asked.append(_question(moment, _heard(room, number, moment), asked))
    return asked


def _question(moment: Moment, heard: list[Heard], asked: Collection[str]) -> str:
    if len(heard) == 2:
        return question_of_two(heard[0], heard[1], (moment.answers[0].slot, moment.answers[1].slot), asked)
    return question(heard[0], moment.proposal(moment.answers[0].slot).sure, asked)


def _before(room: Room, number: int) -> str:
    """What came of this moment before it was taken back; the last time, where it was more than once."""
    here = room.state.before(number)
    undone = next((one for one in reversed(room.state.undone) if one.before == here), None)
    if undone is None:
        return ""
    many = len(undone.moment.answers)
    told = []
    for answer in undone.moment.answers:
        heard, said = Heard(room.scenario, here, answer.events), safe_line(undone.moment.proposal(answer.slot).text, 70 // many)
        told.append(f"“{said}” drew “{safe_line(heard.answer, 130 // many)}”" if heard.answer else f"“{said}” drew no answer.")
    return f"Taken back before: {' '.join(told)}"


def last_words(events: tuple[Event, ...]) -> str:
    """The customer's last turn, which may be two lines long."""
    turn = max((e.turn for e in events if e.kind == "replied"), default=-1)
    return safe_text("\n".join(e.text for e in events if e.kind == "replied" and e.turn == turn))


def _mood(events: tuple[Event, ...]) -> str:
    felt = moods(events)
    if not felt:
        return ""
    mood = felt[-1][1]
    return f"anger {mood.anger:.0f} {meter(mood.anger)} {anger_word(mood.anger)} · {behaviour(mood)}"


def _moved(heard: Heard) -> str:
    if not (heard.was and heard.now and heard.move):
        return ""
    now = heard.now.anger
    return f"anger {now:.0f} {meter(now)} {anger_word(now)} ({moved_words(now - heard.was.anger)})"
