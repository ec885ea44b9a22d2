"""Adds up one dimension: every point becomes a row of evidence, and the value is nothing but base plus rows.

The one place that knows how credit, harm, factor and cap turn into points, so no scorer can score without evidence.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from scenarios.reading import SURE
from scoring.rubric import Kind, Rubric
from scoring.scores import Dimension, Evidence, Score


class Place(NamedTuple):
    """A stretch of one turn's text."""

    turn: int
    start: int
    end: int


def unscored(why: str, rows: tuple[Evidence, ...] = ()) -> Score:
    """No value, the reason, and whatever was seen all the same."""
    return Score(value=None, why_not=why, evidence=rows)


@dataclass
class Tally:
    """Rows of one dimension in the making; lives only inside one scorer's call."""

    rubric: Rubric
    dimension: Dimension
    start: float | None = None
    """where the score starts; the rubric's base for the dimension if not given"""
    rows: list[Evidence] = field(default_factory=list)

    @property
    def base(self) -> float:
        return self.rubric.dimensions[self.dimension].base if self.start is None else self.start

    @property
    def total(self) -> float:
        return self.base + sum(row.points for row in self.rows)

    def credit(self, rule: str, at: Place, *, portion: float, pays: float = 1.0, what: str = "") -> float:
        """Pay a chance that was taken: ``portion`` is its part (0-1) of the pool, of which it ``pays`` a part. Returns the points paid."""
        criterion = self.rubric.criterion(rule)
        chance = self.rubric.pools[criterion.pool or ""] * portion
        return self._row(rule, at, chance * criterion.share * pays, _filled(criterion.says, what), of=chance)

    def missed(self, rule: str, at: Place, *, portion: float | None = None, what: str = "") -> None:
        """Note a chance that was not taken: no points, and the customer's words that offered it. ``portion`` as for ``credit``."""
        criterion = self.rubric.criterion(rule)
        of = None if portion is None else self.rubric.pools[criterion.pool or ""] * portion
        self._row(rule, at, 0.0, _filled(criterion.missed, what), of=of)

    def out_of_time(self, rule: str, at: Place, what: str) -> None:
        """Say of a chance that the trainee left before its time was over: it is none, and nothing is held against it."""
        self._row(rule, at, 0.0, f"You left before there was time for this: {what.rstrip('.')}.", of=0.0)

    def note(self, rule: str, at: Place, says: str) -> None:
        """Say what neither earned nor cost anything, where its silence would leave a question."""
        self._row(rule, at, 0.0, says)

    def harm(self, rule: str, at: Place, *, repaired: bool, sure: float = 1.0, what: str = "", card: str = "") -> None:
        """Take the harm's points, less where the reader is not ``sure`` (0-1), and give back the refund where it was repaired.

        A cost that jumped from nothing to all at one likelihood would hang on a comma.
        """
        criterion = self.rubric.criterion(rule)
        cost = self.rubric.cost(criterion) * self.charged(sure)
        says = _filled(criterion.says, what, card)
        if repaired:
            cost *= 1 - self.rubric.refund
            says += self._forgiven
        self._row(rule, at, -cost, says)

    def charged(self, sure: float) -> float:
        """0-1: the part of a harm's cost that is charged where the reader is so ``sure`` of it."""
        return min(1.0, max(0.0, (sure - SURE) / (self.rubric.certain - SURE)))

    def weigh(self, rule: str, at: Place, points: float, *, what: str, repaired: bool = False, of: float | None = None) -> None:
        """Add points the rule does not fix itself; a harm that was taken back costs less."""
        says = _filled(self.rubric.criterion(rule).says, what)
        self._row(rule, at, points * (1 - self.rubric.refund) if repaired else points, says + self._forgiven if repaired else says, of=of)

    @property
    def _forgiven(self) -> str:
        part = {0.5: "half", 1.0: "all of it"}.get(self.rubric.refund, f"{self.rubric.refund:.0%} of it")
        return f" It was taken back soon after, so {part} is forgiven."

    def multiply(self, rule: str, at: Place, *, by: float, what: str = "") -> None:
        """Scale what stands so far; a factor of 1 says so and costs nothing."""
        self._row(rule, at, -self.total * (1 - by), _filled(self.rubric.criterion(rule).says, what))

    def cap(self, rule: str, at: Place, *, what: str = "") -> None:
        """Hold the total at the criterion's ceiling; leaves a row only where it binds."""
        criterion = self.rubric.criterion(rule)
        over = self.total - (criterion.cap if criterion.cap is not None else 100.0)
        if over > 0:
            self._row(rule, at, -over, _filled(criterion.says, what))

    def score(self, opportunities: int) -> Score:
        """The value, 0-100 to one decimal, with its evidence in the order of the call; what holds or scales the whole stands last."""
        value = round(min(100.0, max(0.0, self.total)), 1)
        return Score(value=value, opportunities=opportunities, base=self.base, evidence=tuple(sorted(self.rows, key=self._place)))

    def _place(self, row: Evidence) -> tuple[bool, int]:
        whole = self.rubric.criterion(row.rule).kind in (Kind.CAP, Kind.FACTOR)
        return whole, 0 if whole else row.turn

    def _row(self, rule: str, at: Place, points: float, says: str, *, of: float | None = None) -> float:
        exact = round(points, 4) + 0.0
        most = None if of is None else round(of, 4)
        self.rows.append(Evidence(turn=at.turn, start=at.start, end=at.end, rule=rule, points=exact, says=says, of=most))
        return exact


def _filled(words: str, what: str, card: str = "") -> str:
    """The rubric's sentence with its slots filled; not ``str.format``, whose fields would reach into objects."""
    return words.replace("{what}", what.rstrip(". ") if "{what}." in words else what).replace("{card}", card).strip()
