"""When something is due again: spaced repetition by FSRS over what each day of practice showed.

All practice of one thing on one day is one review, because a second go within the hour trains little; its grade is how well
it went on the whole. Nothing is ever overdue: what waited longest simply comes first.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import cache

from fsrs import Card, Rating, Scheduler

GRADES = ((0.35, Rating.Again), (0.65, Rating.Hard), (0.9, Rating.Good))
"""Shares of chances taken below which a day earned this grade; above, it was easy."""
LONGEST = 60
"""Days after which anything comes up again, however well it went."""


REMEMBERED = 100
"""Days of practice that are reckoned with: earlier ones no longer move the schedule."""


@dataclass(frozen=True, kw_only=True)
class Due:
    """Where one thing stands in the schedule."""

    on: date
    recall: float
    """0-1: how likely it is still at hand today"""
    last: date


@cache
def _scheduler() -> Scheduler:
    return Scheduler(learning_steps=(), relearning_steps=(), maximum_interval=LONGEST, enable_fuzzing=False)


def due(reviews: Iterable[tuple[date, float, float]], today: date) -> Due | None:
    """When a thing practised on these days, with this value (0-1) and weight each, is due; None where it never was."""
    days: dict[date, list[tuple[float, float]]] = {}
    for day, value, weight in reviews:
        days.setdefault(day, []).append((value, weight))
    if not days:
        return None
    card = Card(card_id=1)  # by default it waits for a clock's tick to name itself
    for day in sorted(days)[-REMEMBERED:]:
        weight = sum(each for _, each in days[day])
        card, _ = _scheduler().review_card(card, grade(sum(value * each for value, each in days[day]) / weight), _noon(day))
    recall = _scheduler().get_card_retrievability(card, _noon(max(today, max(days))))
    return Due(on=card.due.date(), recall=recall, last=max(days))


def grade(value: float) -> Rating:
    """The grade of a day on which this share of chances was taken."""
    return next((rating for below, rating in GRADES if value < below), Rating.Easy)


def _noon(day: date) -> datetime:
    return datetime.combine(day, time(12), UTC)
