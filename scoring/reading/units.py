"""A reply's sentences as stretches of its text: what the trained reader judges one by one.

Cut at the same places as the clauses that the rules look at, so that both speak of the same words.
"""

from __future__ import annotations

from collections.abc import Sequence

from scoring.reading.sentences import Clause

Unit = tuple[int, int]
"""start and end of one sentence, as indices into the reply, closing marks included"""


def units_of(text: str, clauses: Sequence[Clause]) -> list[Unit]:
    """The sentences of a reply, in order, from its clauses; none where there is no word."""
    spans: dict[int, Unit] = {}
    for clause in clauses:
        start, end = spans.get(clause.sentence, (clause.start, clause.end))
        spans[clause.sentence] = (min(start, clause.start), max(end, clause.end))
    ordered = [spans[sentence] for sentence in sorted(spans)]
    nexts = [start for start, _ in ordered[1:]]
    return [(start, _closed(text, end, before)) for (start, end), before in zip(ordered, [*nexts, len(text)], strict=False)]


def _closed(text: str, end: int, before: int) -> int:
    """The end of a sentence with the marks that close it."""
    while end < before and not text[end].isspace():
        end += 1
    return end
