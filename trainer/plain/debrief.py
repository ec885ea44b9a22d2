"""Scorecard and debrief as flat lines: the points, the four scores with their evidence, the ledger. Never a total."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scenarios.model import Scenario
from scenarios.transcript import Event, Transcript
from scoring.rubric import load_rubric
from scoring.scores import DIMENSIONS, Debrief, Dimension, Evidence, Point, Scorecard
from trainer.deskwork import elapsed, mood_story, reply_number, words_at
from trainer.plain.ledger import ledger_lines
from trainer.plain.lines import lengths_spoken
from trainer.text import safe_line
from trainer.word_given import Group
from trainer.words import POINT_WORDS, count, minutes_word

QUOTED = 160
"""Most characters of a sentence that are quoted as evidence."""


def ending_lines(transcript: Transcript, scenario: Scenario) -> Iterator[str]:
    """What was settled on, and what it took."""
    events = transcript.events
    outcome = next((e.outcome for e in events if e.kind == "ended"), None)
    if outcome in scenario.outcomes:
        yield f"Settled on: {scenario.outcomes[outcome].what or outcome.replace('-', ' ')}."
    replies = sum(e.kind == "said" for e in events)
    yield f"It took {count(replies, 'reply', 'replies')} and {lengths_spoken(minutes_word(elapsed(events)))} of the customer's time."


def debrief_lines(talk: Debrief, card: Scorecard, events: tuple[Event, ...]) -> Iterator[str]:
    """At most three points, then how the mood went and what is uncertain. What is not scored is said with the scores, once."""
    unscored = tuple(f"{title(dimension)} is not scored" for dimension in DIMENSIONS if card.scores[dimension].value is None)
    for number, point in enumerate(talk.points, 1):
        yield from _point_lines(number, point, events)
    yield mood_story(events)
    yield from (f"Uncertain: {line}" for line in talk.uncertain if not line.startswith(unscored))


def score_lines(card: Scorecard, transcript: Transcript, *, evidence: bool = True, before: Sequence[Group] = ()) -> Iterator[str]:
    """The four scores, each with its evidence, then the ledger; ``before`` is what a second part's ledger begins with."""
    for dimension in DIMENSIONS:
        yield score_line(card, dimension)
        if evidence:
            yield from evidence_lines(card, dimension, transcript)
    if evidence:
        yield from ledger_lines(card, transcript, before=before)


def title(dimension: Dimension) -> str:
    """What the rubric calls a dimension."""
    return load_rubric().dimensions[dimension].title


def score_line(card: Scorecard, dimension: Dimension) -> str:
    """One score in one sentence."""
    score = card.scores[dimension]
    if score.value is None:
        return f"{title(dimension)}: not scored. {score.why_not or ''}".rstrip()
    chances = f", from {count(score.opportunities, 'opportunity', 'opportunities')}" if score.opportunities else ""
    return f"{title(dimension)}: {score.value:.0f} of 100{chances}."


def both_lines(before: Scorecard, after: Scorecard) -> Iterator[str]:
    """Two scorecards of one call side by side, a dimension a line, then why something is not scored."""
    for dimension in DIMENSIONS:
        yield f"{title(dimension)}: {_figure(before, dimension)} the first time, {_figure(after, dimension)} this time."
    for when, card in (("The first time", before), ("This time", after)):
        yield from (f"{when}, {title(d).lower()} is not scored. {card.scores[d].why_not or ''}".rstrip() for d in DIMENSIONS if card.scores[d].value is None)


def _figure(card: Scorecard, dimension: Dimension) -> str:
    value = card.scores[dimension].value
    return "not scored" if value is None else f"{value:.0f} of 100"


def evidence_lines(card: Scorecard, dimension: Dimension, transcript: Transcript) -> Iterator[str]:
    """What earned or cost each point of one dimension, then the words it was found in."""
    score = card.scores[dimension]
    for item in score.evidence:
        yield f"  {_points(item.points)}: {item.says} {_where(item, transcript.events)}. Rule {item.rule}."
    if score.value is not None and not score.evidence:
        yield "  Nothing written here earned or cost points."


def quoted(text: str) -> str:
    """A sentence fit to be quoted in a line; a long one ends after a whole word."""
    line = safe_line(text)
    return line if len(line) <= QUOTED else f"{line[:QUOTED].rsplit(' ', 1)[0]} …"


def _point_lines(number: int, point: Point, events: tuple[Event, ...]) -> Iterator[str]:
    yield f"{number}. {POINT_WORDS[point.kind]}. In {_place(point.turn, events)}: {quoted(point.words)}"
    yield f"   What it did: {point.effect}"
    if point.why:
        yield f"   Why: {point.why}"
    if point.better:
        yield f"   Better: {point.better}"


def _points(points: float) -> str:
    rounded = round(points, 1)
    return f"{rounded:+g} points" if rounded else "no points"


def _where(item: Evidence, events: tuple[Event, ...]) -> str:
    words = quoted(words_at(events, item.turn)[item.start : item.end])
    return f"In {_place(item.turn, events)}: '{words}'" if words else f"In {_place(item.turn, events)}"


def _place(turn: int, events: tuple[Event, ...]) -> str:
    kind = next((e.kind for e in events if e.turn == turn and e.kind in ("said", "acted", "replied")), "")
    if kind == "said":
        return f"your reply {reply_number(events, turn)}"
    return "your desk work" if kind == "acted" else "the customer's turn" if kind == "replied" else "the call"
