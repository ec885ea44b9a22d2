"""Two scorecards of one case, dimension by dimension: which points are gone, which are new, which weigh otherwise.

A row of evidence is the same in both where its rule and its sentence are: the sentence names the concern, question or
fault, so the same chance taken in other words is no change. A pool is shared among the chances a call held, so the same
row can weigh otherwise. There is no total here either.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass

from scoring.scores import DIMENSIONS, Dimension, Evidence, Scorecard

PACE = "resolution.pace"
"""Its sentence counts replies and minutes, so it is another in every call; told only where it costs otherwise."""


@dataclass(frozen=True, kw_only=True)
class Change:
    """One dimension in both."""

    dimension: Dimension
    before: float | None
    after: float | None
    gone: tuple[Evidence, ...]
    """rows only the first has"""
    new: tuple[Evidence, ...]
    """rows only the second has"""
    weighs: tuple[tuple[Evidence, Evidence], ...]
    """rows both have, worth other points in the second"""

    @property
    def by(self) -> int | None:
        """Points from the one shown figure to the other; None where either is not scored."""
        return None if self.before is None or self.after is None else round(self.after) - round(self.before)


def compare(before: Scorecard, after: Scorecard) -> tuple[Change, ...]:
    """What changed from one scorecard to the other. Both must be judged by the same rubric for this to mean anything."""
    return tuple(_change(dimension, before, after) for dimension in DIMENSIONS)


def _change(dimension: Dimension, before: Scorecard, after: Scorecard) -> Change:
    first, second = before.scores[dimension], after.scores[dimension]
    gone, new = list(first.evidence), list(second.evidence)
    _pair(gone, new, lambda row: (row.rule, row.says, _points(row), row.turn, row.start, row.end))
    _pair(gone, new, lambda row: (row.rule, row.rule == PACE or row.says, _points(row)))
    weighs = _pair(gone, new, lambda row: (row.rule, row.says))
    return Change(dimension=dimension, before=first.value, after=second.value, gone=tuple(gone), new=tuple(new), weighs=tuple(weighs))


def _points(row: Evidence) -> float:
    return round(row.points, 1)


def _pair(gone: list[Evidence], new: list[Evidence], key: Callable[[Evidence], Hashable]) -> list[tuple[Evidence, Evidence]]:
    """Take out of both lists the rows that agree in ``key``, each with one of the other."""
    pairs = []
    for row in tuple(gone):
        match = next((other for other in new if key(other) == key(row)), None)
        if match is not None:
            gone.remove(row)
            new.remove(match)
            pairs.append((row, match))
    return pairs
