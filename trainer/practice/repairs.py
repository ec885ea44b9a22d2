"""Moments of repair: a fault that put the customer's anger up, and whether it came down again to where it was.

Everybody slips; what tells a good rep is what comes next. Read from the evidence and the moods of a kept scorecard.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from trainer.practice.history import CallThen, History
from trainer.records.history import Card, Row

ROSE = 3.0
"""Points of anger that a fault must add to be a moment at all."""
COST = 2.0
"""Points of score below which a row is no fault to speak of."""
SPEECH = ("calmness.", "listening.", "honesty.")
"""Rows about words; those of resolution speak of the call as a whole."""


@dataclass(frozen=True, kw_only=True)
class Slip:
    """One fault, how far the anger rose on it, and how many of the customer's turns later it was down again."""

    attempt: str
    scenario: str
    at: datetime
    rule: str
    says: str
    before: int
    """anger, 0-100"""
    peak: int
    after: int | None
    """customer turns from the peak until the anger was no higher than before; None where it never was"""


def slips(history: History) -> list[Slip]:
    """Every fault in first tries that put the anger up, oldest first."""
    return [slip for call in history.judged for slip in _of(call)]


def _of(call: CallThen) -> Iterable[Slip]:
    card = call.card
    if card is None:
        return
    worst: dict[int, Row] = {}
    for row in card.rows:
        if row.points <= -COST and row.rule.startswith(SPEECH) and row.points < (worst[row.turn].points if row.turn in worst else 0.0):
            worst[row.turn] = row
    free_from = -1
    for turn, row in sorted(worst.items()):
        if turn > free_from and (found := _felt(card, turn)):
            before, peak, after, until = found
            free_from = until  # until the anger is down again, further faults belong to the same moment
            yield Slip(
                attempt=call.id, scenario=call.scenario, at=call.finished or call.began, rule=row.rule, says=row.says, before=before, peak=peak, after=after
            )


def _felt(card: Card, turn: int) -> tuple[int, int, int | None, int] | None:
    """Anger before, at its peak, turns until it was down again, and the turn up to which this counts; None where it did not rise."""
    before = next((mood for mood in reversed(card.mood) if mood.turn < turn), None)
    later = [mood for mood in card.mood if mood.turn > turn]
    if before is None or not later or later[0].anger - before.anger < ROSE:
        return None
    down = next((n for n, mood in enumerate(later) if mood.anger <= before.anger), None)
    high = max(range(len(later[:down])), key=lambda n: later[n].anger)
    return round(before.anger), round(later[high].anger), None if down is None else down - high, later[-1 if down is None else down].turn
