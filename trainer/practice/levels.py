"""How far a skill has come and how sure that is: a Beta distribution that forgets, and the curve it draws.

Each observation counts as so many chances taken and so many let go. It fades in two ways: with every newer chance, so that
the level follows somebody who is learning, and with time, so that what is not practised goes back to not being known. The
level is the distribution's mean, its borders hold about four times in five.
Calls of unseen scenarios and first answers to drills are counted; a call met before is not, for there the trainee may know
the answers.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from math import sqrt
from typing import NamedTuple

from trainer.practice.history import Form, Seen

HALF_LIFE = 42.0
"""Days after which an observation counts half."""
KEPT = 0.93
"""What is left of earlier observations after one newer chance: some fourteen chances are remembered at any time."""
WIDTH = 1.28
"""Standard deviations to either side that hold about four times in five."""
ENOUGH = 2.0
"""Chances from which there is something to say."""
SURE, FAIRLY = 0.13, 0.2
"""Half widths up to which a level is sure, and fairly sure."""

METHOD = (
    "Each level is your share of chances taken, in calls you had not met before and in first answers to drills. "
    "Older ones count less: each newer chance takes a little from them, and six weeks take half. A call in which the coach spoke counts half. "
    "The range holds the true level about four times in five."
)


class Mastery(StrEnum):
    """How far, in words."""

    NONE = "not measured yet"
    EARLY = "too early to say"
    LEARNING = "still to learn"
    COMING = "coming along"
    GOOD = "good"
    FIRM = "firm"


class Level(NamedTuple):
    """What is known of a skill at one moment; shares of 0-1."""

    taken: float = 0.0
    """chances taken, as far as they still count"""
    let_go: float = 0.0

    @property
    def chances(self) -> float:
        return self.taken + self.let_go

    @property
    def told(self) -> bool:
        """Whether it rests on enough to be told as a number: before that it mostly says what was assumed beforehand."""
        return self.chances >= ENOUGH

    @property
    def mean(self) -> float:
        return (self.taken + 1) / (self.chances + 2)

    @property
    def half_width(self) -> float:
        a, b = self.taken + 1, self.let_go + 1
        return WIDTH * sqrt(a * b / ((a + b) ** 2 * (a + b + 1)))

    @property
    def low(self) -> float:
        return max(0.0, self.mean - self.half_width)

    @property
    def high(self) -> float:
        return min(1.0, self.mean + self.half_width)

    @property
    def sure(self) -> str:
        """How sure, in words."""
        return "sure" if self.half_width <= SURE else "fairly sure" if self.half_width <= FAIRLY else "not sure yet"

    @property
    def mastery(self) -> Mastery:
        if not self.chances:
            return Mastery.NONE
        if not self.told:
            return Mastery.EARLY
        if self.mean < 0.4:
            return Mastery.LEARNING
        if self.mean < 0.6:
            return Mastery.COMING
        return Mastery.FIRM if self.mean >= 0.8 and self.low >= 0.65 else Mastery.GOOD

    def after(self, days: float) -> Level:
        """The same, so many days later."""
        fades = 0.5 ** (max(0.0, days) / HALF_LIFE)
        return Level(taken=self.taken * fades, let_go=self.let_go * fades)

    def seeing(self, value: float, weight: float) -> Level:
        """The same with one more observation."""
        kept = KEPT**weight
        return Level(taken=self.taken * kept + value * weight, let_go=self.let_go * kept + (1 - value) * weight)


@dataclass(frozen=True, kw_only=True)
class Point:
    """One call of an unseen scenario on the curve."""

    at: datetime
    attempt: str
    value: float
    """what that call alone showed"""
    level: Level
    """what was known after it"""


def level_at(seen: Iterable[Seen], now: datetime) -> Level:
    """What is known of one skill now."""
    *_, (last, level) = _followed(seen)
    return level.after(_days(last, now)) if last else level


def curve(seen: Iterable[Seen]) -> list[Point]:
    """The level of one skill after each unseen call."""
    counted = [one for one in seen if one.form is not Form.AGAIN]
    steps = _followed(counted)[1:]
    return [Point(at=one.at, attempt=one.of, value=one.value, level=level) for one, (_, level) in zip(counted, steps, strict=True) if one.form is Form.UNSEEN]


def mean_again(seen: Sequence[Seen]) -> tuple[int, float | None]:
    """How many calls met before, and what they showed on average."""
    again = [one for one in seen if one.form is Form.AGAIN]
    weight = sum(one.weight for one in again)
    return len(again), sum(one.value * one.weight for one in again) / weight if weight else None


def _followed(seen: Iterable[Seen]) -> list[tuple[datetime | None, Level]]:
    """The level after each observation that counts, from knowing nothing on."""
    steps: list[tuple[datetime | None, Level]] = [(None, Level())]
    for one in seen:
        if one.form is not Form.AGAIN:
            last, level = steps[-1]
            faded = level.after(_days(last, one.at)) if last else level
            steps.append((one.at, faded.seeing(one.value, one.weight)))
    return steps


def _days(since: datetime, until: datetime) -> float:
    return (until - since).total_seconds() / 86_400
