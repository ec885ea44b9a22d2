"""The trainee's own rating beside the score: whether they are harder or softer on themself than what was measured.

This is the rule of principle 001.12, look honestly at how you do. It compares each rating with the score of the same call,
so scores by several rubrics may stand together here.
"""

from __future__ import annotations

from dataclasses import dataclass
from statistics import fmean

from scoring.scores import DIMENSIONS, Dimension
from trainer.practice.history import History

LAST = 20
"""Rated calls that count: how one saw oneself a year ago is no longer the question."""
STEP = 25.0
"""Points of score from one mark of five to the next."""
CLOSE = 12.5
"""Points within which the two agree: half a mark."""
FEW = 3
"""Rated calls below which nothing is said."""


@dataclass(frozen=True, kw_only=True)
class OwnView:
    """One dimension: both views on the same calls, 0-100."""

    dimension: Dimension
    calls: int
    own: float
    measured: float

    @property
    def verdict(self) -> str:
        if self.calls < FEW:
            return "too early to say"
        if abs(self.own - self.measured) <= CLOSE:
            return "you see it as the score does"
        return "harder on yourself than the score" if self.own < self.measured else "softer on yourself than the score"


def own_views(history: History) -> list[OwnView]:
    """The dimensions that were rated in calls that were scored."""
    found = []
    for dimension in DIMENSIONS:
        pairs = []
        for call, judged in history.judged:
            mark, score = call.rating.get(dimension), judged.values.get(dimension)
            if isinstance(mark, int) and 1 <= mark <= 5 and score is not None:
                pairs.append(((mark - 1) * STEP, score))
        if last := pairs[-LAST:]:
            found.append(OwnView(dimension=dimension, calls=len(last), own=fmean(own for own, _ in last), measured=fmean(value for _, value in last)))
    return found
