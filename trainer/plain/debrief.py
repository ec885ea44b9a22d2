"""Scorecard and debrief as flat lines: the points, the four scores with their evidence, the ledger. Never a total."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scenarios.model import Scenario
from scenarios.names import short_name
from scenarios.transcript import Event, Transcript
from scoring.scores import DIMENSIONS, Debrief, Dimension, Evidence, Point, Scorecard, Sureness
from scoring.sureness import in_part, read_as
from trainer.adding_up import start_words, sum_words, tenths, worth
from trainer.deskwork import elapsed, mood_story, words_at
from trainer.disagreeing import Disagreement, reason_for
from trainer.places import own_place
from trainer.plain.ledger import ledger_lines
from trainer.plain.lines import lengths_spoken
from trainer.rubrics import rubric_in_use
from trainer.text import safe_line
from trainer.word_given import Group
from trainer.words import ACT_WORDS, FORM_WORDS, IN_PART, UNTESTED, count, minutes_word, point_word, rests_on

QUOTED = 160
"""Most characters of a sentence that are quoted as evidence."""


SHORT = 60
"""Characters up to which a place with its words is told again as it is."""


def ending_lines(transcript: Transcript, scenario: Scenario) -> Iterator[str]:
    """What was settled on, and what it took."""
    events = transcript.events
    outcome = next((e.outcome for e in events if e.kind == "ended"), None)
    if outcome in scenario.outcomes:
        yield f"Settled on: {scenario.outcomes[outcome].what or outcome.replace('-', ' ')}."
    replies = sum(e.kind == "said" for e in events)
    yield f"It took {count(replies, 'reply', 'replies')} and {lengths_spoken(minutes_word(elapsed(events)))} of the customer's time."


def so_far(events: Sequence[Event]) -> str:
    """How far a call under way has come."""
    replies = sum(event.kind == "said" for event in events)
    return f"{count(replies, 'reply', 'replies')} so far, {lengths_spoken(minutes_word(elapsed(events)))} into the call."


def debrief_lines(talk: Debrief, events: tuple[Event, ...], scenario: Scenario, objections: Sequence[Disagreement] = ()) -> Iterator[str]:
    """At most three points, then how the mood went. What is uncertain stands with the scores."""
    for number, point in enumerate(talk.points, 1):
        yield from _point_lines(number, point, events, short_name(scenario.customer.name), reason_for(objections, point.row))
    yield mood_story(events)


def score_lines(
    card: Scorecard,
    transcript: Transcript,
    *,
    objections: Sequence[Disagreement] | None = None,
    customer: str = "The customer",
    before: Sequence[Group] = (),
) -> Iterator[str]:
    """The four scores, each with its evidence, then the ledger; ``before`` is what a second part's ledger begins with."""
    for dimension in DIMENSIONS:
        yield score_line(card, dimension)
        yield from evidence_lines(card, dimension, transcript, objections)
    yield from ledger_lines(card, transcript, customer, before)


def title(dimension: Dimension) -> str:
    """What the rubric calls a dimension."""
    return rubric_in_use().dimensions[dimension].title


def score_line(card: Scorecard, dimension: Dimension, sure: Sureness | None = None) -> str:
    """One score in one sentence: the figure, what it rests on, how sure it is."""
    score = card.scores[dimension]
    if score.value is None:
        return f"{title(dimension)}: not scored. {score.why_not or ''}".rstrip()
    basis = rests_on(score, dimension, sure)
    return f"{title(dimension)}: {score.value:.0f} of 100, {'' if basis == UNTESTED else 'from '}{basis}."


def numbered(card: Scorecard) -> list[tuple[Dimension, Evidence]]:
    """Every line of evidence in the order it is told; its number is its place, from 1."""
    return [(dimension, item) for dimension in DIMENSIONS for item in card.scores[dimension].evidence]


def row_lines(card: Scorecard, number: int, transcript: Transcript, objections: Sequence[Disagreement] = ()) -> Iterator[str]:
    """One line of evidence in full: what it is worth and why, the rule's own words, the whole turn with its words marked."""
    dimension, item = numbered(card)[number - 1]
    score = card.scores[dimension]
    points = tenths(score)[score.evidence.index(item)]
    yield f"Line {number}. {title(dimension)}, {_points(item, points)}: {item.says}"
    yield f"  {rubric_in_use().criterion(item.rule).told} Rule {item.rule}."
    if read := read_as(transcript.events, item):
        yield f"  Taken so: this {ACT_WORDS[read.act.value]}{f'; {IN_PART}' if in_part(transcript.events, item) else ''}."
    if words := words_at(transcript.events, item.turn):
        marked = f"{words[: item.start]}[{words[item.start : item.end]}]{words[item.end :]}" if item.start < item.end else words
        yield f"  {own_place(transcript.events, item.turn).capitalize()}, the words in brackets: {safe_line(marked)}"
    if why := reason_for(objections, item):
        yield f"  You disagreed: {safe_line(why)}"


def evidence_lines(card: Scorecard, dimension: Dimension, transcript: Transcript, objections: Sequence[Disagreement] | None = None) -> Iterator[str]:
    """What earned or cost each point of one dimension, then the words it was found in.

    With ``objections`` (of one who looks back at a keyboard) each line bears its number, and what was said against it.
    """
    score = card.scores[dimension]
    first = next((n for n, (of, _) in enumerate(numbered(card), 1) if of == dimension), 1)
    if start := start_words(title(dimension), score):
        yield f"  {start}"
    unsure = {n for n, item in enumerate(score.evidence, first) if in_part(transcript.events, item)}
    if unsure:
        yield f"  Where it says in part: {IN_PART}."
    told: set[str] = set()
    for number, (item, points) in enumerate(zip(score.evidence, tenths(score), strict=True), first):
        head = "" if objections is None else f"{number}. "
        where = _where(item, transcript.events)
        place = f"In {own_place(transcript.events, item.turn)}" if where in told and len(where) > SHORT else where
        told.add(where)
        rule = f" Rule {item.rule}." if objections is None else ""  # at a keyboard the line in full has it
        yield f"  {head}{_points(item, points)}{', in part' if number in unsure else ''}: {item.says} {place}.{rule}"
        if why := reason_for(objections or (), item):
            yield f"     You disagreed: {safe_line(why)}"
    if score.value is not None and not score.evidence:
        yield "  Nothing written here earned or cost points."
    if came := sum_words(score):
        yield f"  In all: {came}"


def quoted(text: str) -> str:
    """A sentence fit to be quoted in a line; a long one ends after a whole word."""
    line = safe_line(text)
    return line if len(line) <= QUOTED else f"{line[:QUOTED].rsplit(' ', 1)[0]} …"


def _point_lines(number: int, point: Point, events: tuple[Event, ...], name: str, objection: str) -> Iterator[str]:
    if point.words:
        yield f"{number}. {point_word(point.kind, point.row.points)}. In {own_place(events, point.turn)}: {quoted(point.words)}"
        yield f"   What it did: {point.effect}"
    else:
        yield f"{number}. {point_word(point.kind, point.row.points)}. {point.effect}"
    if point.better:
        yield f"   {FORM_WORDS[point.form]}: {point.better}"
        if point.answer:
            yield f"   {name} would answer: {safe_line(point.answer)}"
        if point.eases:
            yield f"   Played that way: {point.eases}"
    if point.why:
        yield f"   {point.why}"
    if objection:
        yield f"   You disagreed: {safe_line(objection)}"


def _points(item: Evidence, points: float) -> str:
    """``+17.5 of 25 points``, ``no points``."""
    return "no points" if not points and not item.of else f"{worth(item, points)} points"


def _where(item: Evidence, events: tuple[Event, ...]) -> str:
    words = quoted(words_at(events, item.turn)[item.start : item.end])
    return f"In {own_place(events, item.turn)}: '{words}'" if words else f"In {own_place(events, item.turn)}"
