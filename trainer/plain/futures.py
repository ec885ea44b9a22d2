"""Two futures of one call as flat lines: what was said, the four scores, the customer's mood, and the points that changed."""

from __future__ import annotations

from collections.abc import Iterator

from scoring.scores import DIMENSIONS, Evidence
from trainer import deskwork
from trainer.futures import (
    Future,
    Futures,
    anger_words,
    change_words,
    figure,
    mood_before,
    moods_after,
    outcome_words,
    points_word,
    uneven,
    whose,
    why_not,
    words_of,
)
from trainer.plain.debrief import ending_lines, quoted, title
from trainer.plain.lines import event_lines, mood_words


def comparison_lines(futures: Futures) -> Iterator[str]:
    """Everything that differs, but for the words that were said."""
    yield from result_lines(futures)
    yield from mood_lines(futures)
    yield from point_lines(futures)


def said_lines(futures: Futures) -> Iterator[str]:
    """What was said and done from the turn on, in the one and then in the other."""
    for future in futures.both:
        yield f"{future.head}, from that turn on:"
        yield from event_lines(futures.went_on(future), futures.scenario)


def turn_lines(futures: Futures) -> Iterator[str]:
    """The turn itself and the customer's answer, in both."""
    for future in futures.both:
        for line in event_lines(futures.exchange(future), futures.scenario):
            yield f"{future.head}. {line}"


def result_lines(futures: Futures) -> Iterator[str]:
    """What each came to, then the four scores, a dimension a line, then why something is not scored."""
    for future in futures.both:
        yield f"{future.head}. {outcome_words(futures, future)}"
        yield from (f"{future.head}. {line}" for line in ending_lines(future.transcript, futures.scenario) if not line.startswith("Settled on"))
    before, after = futures.both
    for change in futures.changes:
        by = change_words(change)
        line = f"{title(change.dimension)}: {_scored(change.before)} {before.when}, {_scored(change.after)} {after.when}"
        yield f"{line}: {by}." if by else f"{line}."
    for future in futures.both:
        for dimension in DIMENSIONS:
            if why := why_not(future, future.card.scores[dimension]):
                yield f"{future.head}, {title(dimension).lower()} is not scored. {why}"
        yield from (f"{future.head}. {note}" for note in future.notes)
    if caution := uneven(futures):
        yield caution


def mood_lines(futures: Futures) -> Iterator[str]:
    """The two mood curves: anger answer by answer, and all of the mood at the end."""
    before, after = futures.both
    if start := mood_before(futures):
        yield f"Anger before that turn: {anger_words(start)}."
    for number, first, second in moods_after(futures):
        yield f"Anger after reply {number}: {anger_words(first)} {before.when}; {anger_words(second)} {after.when}."
    for future in futures.both:
        if felt := deskwork.moods(future.events):
            yield f"{future.head}, at the end: {mood_words(felt[-1][1])}."


def point_lines(futures: Futures) -> Iterator[str]:
    """The rows of evidence that only one of them has, or that weigh otherwise."""
    changed = False
    for change in futures.changes:
        name = title(change.dimension)
        changed = changed or bool(change.gone or change.new or change.weighs)
        for future, rows in ((futures.before, change.gone), (futures.after, change.new)):
            yield from (f"{name}, only {future.when}: {_row(futures, future, row)}" for row in rows)
        for first, second in change.weighs:
            worth = f"{points_word(first.points)} points {futures.before.when}, {points_word(second.points)} {futures.after.when}"
            yield f"{name}, in both: {first.says} {worth}."
    if not changed:
        yield "Every point is the same in both."


def _scored(value: float | None) -> str:
    return figure(value) if value is None else f"{figure(value)} of 100"


def _row(futures: Futures, future: Future, row: Evidence) -> str:
    words = quoted(words_of(future, row))
    return f"{points_word(row.points)} points. {row.says}" + (f" {whose(futures, future, row)}: '{words}'" if words else "")
