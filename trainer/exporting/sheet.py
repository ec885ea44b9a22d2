"""The debrief sheet: one HTML page to read, print or hand on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scenarios.names import short_name
from scoring.debrief import debrief
from scoring.rubric import Rubric
from scoring.scores import DIMENSIONS, Dimension, Evidence
from trainer.adding_up import start_words, sum_words, tenths, worth
from trainer.deskwork import reply_number, words_at
from trainer.exporting.page import FOOT, HEAD, STYLE, figure, safe, table
from trainer.exporting.results import Result
from trainer.places import place
from trainer.rubrics import not_compared
from trainer.text import safe_line
from trainer.word_given import fate_of
from trainer.words import ENDINGS, FATE_WORDS, count, point_word

QUOTED = 400
"""Most characters of a reply that are quoted."""


def as_sheet(results: Sequence[Result], rubric: Rubric) -> bytes:
    """The page. ``rubric`` is the one in use: the points of a debrief are told where it is the one that scored the call."""
    learner = results[0].learner
    title = f"Debrief sheet{f' of {learner}' if learner else ''}"
    parts = [HEAD.format(title=safe(title), style=STYLE)]
    if mixed := not_compared(*(one.card.rubric for one in results)):
        parts.append(f"<p>{safe(mixed)}</p>")
    for number, one in enumerate(results):
        parts += map(one.unnamed, _call(one, rubric, first=number == 0))
    return ("\n".join([*parts, FOOT]) + "\n").encode()


def _call(one: Result, rubric: Rubric, *, first: bool) -> Iterator[str]:
    yield f"<h2{' class=first' if first else ''}>{safe(one.scenario.title)}</h2>"
    name = short_name(safe_line(one.scenario.customer.name) or "The customer")
    outcome = one.scenario.outcomes.get(one.card.outcome.id or "")
    yield f"<p>{safe(ENDINGS.get(one.ending, '').format(name=name))}{f' Settled on: {safe(outcome.what)}.' if outcome and outcome.what else ''}</p>"
    yield "<h3>Four scores, on purpose without a total</h3>"
    yield table(("Score", "Counts", "Measured", "Rests on"), (_score(one, dimension) for dimension in DIMENSIONS))
    if said := [(dimension.capitalize(), words) for dimension in DIMENSIONS for words in one.said(dimension)]:
        yield "<h3>What a trainer made of them</h3>"
        yield table(("Score", "Overrule"), said)
    yield from _points(one, rubric)
    yield "<h3>Every point, with the words it was found in</h3>"
    rows = [row for dimension in DIMENSIONS for row in _evidence(one, dimension)]
    yield table(("Score", "Points", "What it did", "Where"), rows) if rows else "<p>Nothing earned or cost points.</p>"
    if one.card.ledger:
        yield "<h3>Promised and claimed</h3>"
        entries = ((entry.kind.capitalize(), FATE_WORDS[fate_of(entry)], safe_line(entry.words, QUOTED)) for entry in one.card.ledger)
        yield table(("", "What became of it", "Words"), entries)
    yield f'<p class="small">{safe(_conditions(one))}</p>'


def _conditions(one: Result) -> str:
    row = one.row
    branch = f" It takes the call {row.parent[:8]} again from {place(one.transcript.events, row.parent_turn or 0)}." if row.parent else ""
    coached = "with coach" if one.coached else "without coach"
    made = f"Rubric {one.card.rubric}, reader {one.card.reader}. Scores by another rubric are not to be compared with these."
    return f"{row.began:%d %b %Y, %H:%M} UTC. {one.mode.capitalize()}, {coached}, intensity {row.intensity}, {count(one.replies, 'reply', 'replies')}. Attempt {row.id}.{branch} {made}"


def _score(one: Result, dimension: Dimension) -> tuple[str, ...]:
    score = one.card.scores[dimension]
    counts = f"{figure(one.counts(dimension))}{' (overruled)' if one.overruled(dimension) else ''}"
    return dimension.capitalize(), counts, figure(score.value), one.rests_on(dimension)


def _points(one: Result, rubric: Rubric) -> Iterator[str]:
    if rubric.version != one.card.rubric:
        return
    for point in debrief(one.transcript, one.scenario, one.card, rubric).points:
        yield f"<h3>{safe(point_word(point.kind, point.row.points))}, reply {max(1, reply_number(one.transcript.events, point.turn))}</h3>"
        yield f"<blockquote>{safe(safe_line(point.words, QUOTED))}</blockquote><p>{safe(point.effect)}</p>"
        if point.better:
            yield f"<p>You could say: “{safe(point.better.strip())}”</p>"


def _evidence(one: Result, dimension: Dimension) -> Iterator[tuple[str, ...]]:
    """Where a score starts, each line of its evidence, and the sum."""
    title, score = dimension.capitalize(), one.card.scores[dimension]
    if start := start_words(title, score):
        yield title, f"{score.base:g}", start, ""
    for item, points in zip(score.evidence, tenths(score), strict=True):
        yield title, worth(item, points), f"{item.says} ({item.rule})", _where(one, item)
    if came := sum_words(score):
        yield title, f"{score.value:g}", came, ""


def _where(one: Result, item: Evidence) -> str:
    words = safe_line(words_at(one.transcript.events, item.turn)[item.start : item.end], QUOTED)
    where = place(one.transcript.events, item.turn)
    return f"{where[:1].upper()}{where[1:]}{f': “{words}”' if words else ''}"
