"""A room's end in words, as both views and the text sheet tell it: the call, each moment, how sure you were, the scores.

No total stands in it, and no name by which somebody in the room introduced themselves.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from scoring.scores import DIMENSIONS, Point
from trainer.given_names import without
from trainer.overrules import overruled_words
from trainer.room.against import told
from trainer.room.proposals import Proposal, Sure
from trainer.room.review import Calibration, Review, Reviewed, Tried
from trainer.room.state import Board
from trainer.room.weighing import Went
from trainer.rubrics import rubric_in_use
from trainer.text import safe_line
from trainer.words import FORM_WORDS, count, point_word

QUOTED = 320
"""Most characters of a proposal or an answer that are quoted."""
FOUND = 3
"""Findings told of one reply; the rest stand in the call's debrief."""

SCORES = "The four scores of what was sent, on purpose without a total"
IN_THE_WAY = "What stood in the way of a settlement"
SURENESS, TAKE_AWAY = "How sure you were", "What to take from it"
NAMES = (
    "Nobody was asked for a name; where a reply plainly gives one (“my name is …”, a signature), it is taken out. "
    "A name that stands in a reply otherwise is still there: read it through before it goes round."
)
NAMES_OF_TRAINERS = " Whoever overruled a score is named beside it."
_TIMES = {1: "once", 2: "twice"}
SURE_WORDS = {Sure.UNSURE: "unsure", Sure.FAIRLY: "fairly sure", Sure.SURE: "sure"}


@dataclass(frozen=True)
class Section:
    """A heading and what stands under it."""

    title: str
    lines: tuple[str, ...]


def sections(review: Review) -> Iterator[Section]:
    """The whole of it, in the order it is read."""
    for title, lines in _sections(review):
        if told := tuple(without(review.names, line) for line in lines):
            yield Section(title, told)


def _sections(review: Review) -> Iterator[tuple[str, Iterable[str]]]:
    yield from head_sections(review)
    yield from ((moment_title(moment), _moment(moment)) for moment in review.moments)
    yield "About this sheet", (about(review),)


def head_sections(review: Review) -> Iterator[tuple[str, Iterable[str]]]:
    """What stands before the moments, as titles and lines."""
    yield safe_line(review.scenario.title), (*case_lines(review), review.ending)
    yield IN_THE_WAY, review.in_the_way
    yield SCORES, score_lines(review)
    yield SURENESS, calibration_lines(review)
    yield TAKE_AWAY, (line for point in review.debrief.points for line in point_lines(point))


def case_lines(review: Review) -> tuple[str, str]:
    """The case for somebody who was not there: who was in the chat and what they were in it for, and what was wrong."""
    scenario = review.scenario
    at = f"{safe_line(scenario.customer.name)}, {safe_line(scenario.business or scenario.trade, 120)}, {scenario.now.day} {scenario.now:%B}."
    wants = f" Wants {safe_line(scenario.customer.wants, 160).rstrip('.')}." if scenario.customer.wants else ""
    opening = next((safe_line(e.text, QUOTED) for e in review.opening if e.kind == "replied"), "")
    return f"The customer: {at}{wants}", f"It began: “{opening}”"


def moment_title(moment: Reviewed) -> str:
    back = f", taken back {_TIMES.get(moment.again, count(moment.again, 'time'))} before" if moment.again else ""
    return f"Moment {moment.number}{', taken back and tried otherwise' if moment.taken_back else back}"


def _moment(moment: Reviewed) -> Iterator[str]:
    yield f"Customer: “{safe_line(moment.line, QUOTED)}”"
    for one in moment.tried:
        yield f"{one.slot}. {card_line(one.proposal)}{f' ({marks})' if (marks := marks_of(one, moment)) else ''}"
        if answer := answer_line(one):
            yield f"   {answer}"
    if not moment.taken_back:
        yield from moment.found[:FOUND]
        yield f"To talk about: {moment.question}"


def card_line(card: Proposal) -> str:
    """A proposal on one line, its desk work first as it is done."""
    lines = [line.strip() for line in card.text.splitlines() if line.strip()]
    done = ", ".join(line for line in lines if line.startswith("/"))
    said = " ".join(line for line in lines if not line.startswith("/"))
    return safe_line(", then: ".join(filter(None, (done, said))), QUOTED)


def weight(card: Proposal) -> str:
    """Hands and confidence: ``5 votes, fairly sure``."""
    return ", ".join(filter(None, ("" if card.votes is None else count(card.votes, "vote"), SURE_WORDS[card.sure] if card.sure else "")))


def sure_of_another(board: Board, slot: int) -> str:
    """What to say before a proposal is sent of which nobody said how sure they are, although they said it of another; else empty."""
    card, others = board[slot - 1], [str(at) for at, other in enumerate(board, 1) if other and other.sure]
    return f"How sure you are was said of proposal {' and '.join(others)}, and not of {slot}." if card and not card.sure and others else ""


def marks_of(one: Tried, moment: Reviewed) -> str:
    """What is said of a proposal behind it."""
    stands = "" if not one.sent or moment.taken_back else "sent" if one.chosen else "forked, not gone on with"
    sent = stands or ("sent, then taken back" if one.taken_back else "")
    top = "" if not one.best else "none did better" if len(moment.best) == 1 else "as good as any"
    return ", ".join(filter(None, (weight(one.proposal), sent, top)))


def answer_line(one: Tried, *, apart: bool = True) -> str:
    """What the customer did about it, or would have; ``apart``, with what set the best of several apart."""
    if one.heard is None:
        return "It cannot be played any more."
    would = "answered" if one.sent or one.taken_back else "would have answered"
    answer = f"{one.heard.name} {would}: “{safe_line(one.heard.answer, QUOTED)}”" if one.heard.answer else ""
    ended = any(event.kind == "ended" for event in one.heard.events)
    best = f"Best by this: {one.by}{'' if one.by.endswith(('.', '?', '!', '”')) else '.'}" if apart and one.best and one.by else ""
    return " ".join(filter(None, (answer, told(one.heard), "That ended the call." if ended else "", best)))


def calibration_lines(review: Review) -> Iterator[str]:
    """How it went when the group was sure, and how often its hands found the best."""
    yield from (calibration_line(one) for one in review.calibration)
    astray = dict.fromkeys(f"moment {one.number}" for one in review.moments if one.chosen and _astray(one.chosen))
    if astray:
        where = ", ".join(astray)
        yield f"Most worth a word: {where}, where you were sure and it went badly."
    unsent = [one for one in review.moments if one.chosen and not one.chosen.proposal.sure and any(other.proposal.sure for other in one.tried)]
    if unsent:
        yield f"Said of a proposal that was not sent, and counted in nothing: {', '.join(dict.fromkeys(f'moment {one.number}' for one in unsent))}."
    picked, of = review.picked
    if of == 1:
        how = "did best, or as well as any" if picked else "was not what would have done best"
        yield f"In the one moment with something to pick from, what you sent {how}."
    elif of:
        yield f"Where there was something to pick from, what you sent did best, or as well as any, in {picked} of {of} moments."


def calibration_line(one: Calibration) -> str:
    went = ", ".join(f"{number} {how.value}" for how in Went if (number := one.went[how]))
    return f"{SURE_WORDS[one.sure].capitalize()} of {count(one.times, 'reply', 'replies')}: {went}."


def _astray(one: Tried) -> bool:
    return one.proposal.sure is Sure.SURE and one.heard is not None and one.heard.went is Went.BADLY


def score_lines(review: Review) -> Iterator[str]:
    titles = rubric_in_use().dimensions
    for dimension in DIMENSIONS:
        score = review.card.scores[dimension]
        said = f"{score.value:.0f} of 100" if score.value is not None else f"not scored. {score.why_not or ''}".rstrip()
        made = "; ".join(overruled_words(review.overrules, dimension, review.card))
        yield f"{titles[dimension].title}: {said.rstrip('.')}; {made}" if made else f"{titles[dimension].title}: {said}"


def point_lines(point: Point) -> Iterator[str]:
    """A point of the debrief."""
    words = f" “{safe_line(point.words, QUOTED)}”" if point.words else ""
    yield f"{point_word(point.kind, point.row.points)}:{words} {safe_line(point.effect)}"
    if point.better:
        yield f"   {FORM_WORDS[point.form]}: “{safe_line(point.better, QUOTED)}”"


def about(review: Review) -> str:
    """Under what conditions it was played."""
    began = review.began.astimezone()
    made = f"Rubric {review.card.rubric}." + (f" The call: coolhead debrief {review.attempt[:8]}" if review.attempt else "")
    played = f"A call played by a group in one room, {began.day} {began:%B %Y}, intensity {review.intensity}."
    return f"{played} {NAMES}{NAMES_OF_TRAINERS if review.overrules else ''} {made}"
