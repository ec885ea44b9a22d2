"""What each moment of a call cost or earned, over all four dimensions: the debrief's raw material.

A harm and the cap it brings are one moment; a chance not taken costs its portion of the pool.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from math import exp

from scoring.earning import HALVING
from scoring.rubric import Criterion, Kind, Rubric
from scoring.scores import DIMENSIONS, Dimension, Evidence, Scorecard


@dataclass(frozen=True, kw_only=True)
class Moment:
    """One place in the call with the points it cost (or earned, where positive) and the rule that says most about it."""

    row: Evidence
    dimension: Dimension
    points: float


def missed(row: Evidence, rubric: Rubric) -> bool:
    """Whether the row is a chance not taken."""
    criterion = rubric.criterion(row.rule)
    return criterion.kind is Kind.CREDIT and row.points == 0 and bool(criterion.missed) and row.of != 0


TONE = "calmness.tone"
WHOLE = frozenset({"resolution.outcome", "honesty.nothing-hidden", TONE})
"""Rules about the call as a whole: no one reply earns or costs it alone, and words they point at may be harmless elsewhere."""

DEEDS = frozenset({"resolution.passed-inside", "resolution.pace", "resolution.over-giving", "resolution.lost-trust"})
"""Rules about what was done over the whole call: no one sentence is to be quoted for them, and no other wording would mend it."""

BY_ACTS = "acts"
"""The pool that is not divided among chances: each act earns by itself."""

SLIGHT = 2.0
"""Points below which a cost is no moment to speak of: where small costs add up, the score shows it."""

LEAST = 0.5
"""Points below which nothing was lost: less is rounding."""

SAID = 6.0
"""How much heavier words that did harm weigh than a chance let go, when the two are compared: they are what is remembered."""


def losses(card: Scorecard, rubric: Rubric) -> list[Moment]:
    """Every costly moment, dearest first; what was said weighs heavier than what was left out."""
    moments: list[Moment] = []
    for dimension in DIMENSIONS:
        rows = card.scores[dimension].evidence
        chances = Counter(rubric.criterion(r.rule).pool for r in rows if rubric.criterion(r.rule).kind is Kind.CREDIT)
        for row in rows:
            criterion = rubric.criterion(row.rule)
            if row.rule in WHOLE and row.points < 0:
                continue
            if missed(row, rubric):
                worth = _worth(rubric, criterion, chances[criterion.pool]) if row.of is None else row.of
                moments.append(Moment(row=row, dimension=dimension, points=-worth))
            elif row.points < 0:
                moments.append(Moment(row=row, dimension=dimension, points=row.points))
    return sorted(_joined(moments, rubric), key=lambda m: (m.points * (1.0 if missed(m.row, rubric) else SAID), m.row.turn, m.row.start))


def left_behind(card: Scorecard, rubric: Rubric) -> list[Moment]:
    """Every moment that did not bring home all it could, dearest first: what cost, what was missed, and what earned a part of its chance."""
    moments = losses(card, rubric)
    for dimension in DIMENSIONS:
        for row in card.scores[dimension].evidence:
            if part_paid(row, rubric):
                moments.append(Moment(row=row, dimension=dimension, points=row.points - (row.of or 0)))
    return sorted((m for m in moments if m.points <= -LEAST), key=lambda m: (m.points, m.row.turn, m.row.start))


def part_paid(row: Evidence, rubric: Rubric) -> bool:
    """Whether a chance was taken, and earned clearly less than it could. An act earns what it earns: nothing is missing there."""
    return row.of is not None and rubric.criterion(row.rule).pool != BY_ACTS and 0 < row.points <= row.of - LEAST


def _worth(rubric: Rubric, criterion: Criterion, chances: int) -> float:
    """What a chance let go would have paid, where its row does not say: its part of the pool, or, where acts earn, the most that one act earns the first time."""
    if criterion.pool == BY_ACTS:
        return max(rubric.by_acts[criterion.dimension].earns.values()) * (1 - exp(-1 / HALVING))
    return rubric.pools[criterion.pool or ""] / max(1, chances)


def _joined(moments: list[Moment], rubric: Rubric) -> list[Moment]:
    """Moments at one and the same place of one dimension added up, named by the harm rather than by its cap."""
    places: dict[tuple[Dimension, int, int, int], list[Moment]] = {}
    for moment in moments:
        row = moment.row
        key = (moment.dimension, row.turn, row.start, row.end)
        places.setdefault(key, []).append(moment)
    joined = []
    for same in places.values():
        named = min(same, key=lambda m: (rubric.criterion(m.row.rule).kind is Kind.CAP, m.points))
        joined.append(Moment(row=named.row, dimension=named.dimension, points=sum(m.points for m in same)))
    return joined


def gains(card: Scorecard, rubric: Rubric) -> list[Moment]:
    """Every moment that earned for what was said, richest first; points for the call as a whole are left out."""
    found = [
        Moment(row=row, dimension=dimension, points=row.points)
        for dimension in DIMENSIONS
        for row in card.scores[dimension].evidence
        if row.points > 0 and row.rule not in WHOLE and rubric.criterion(row.rule).kind is Kind.CREDIT
    ]
    return sorted(found, key=lambda m: (-m.points, m.row.turn, m.row.start))
