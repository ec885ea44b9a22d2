"""How near each sentence of a reply lies, in meaning, to what a scenario knows: other words for the same thing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from scenarios.model import Concern, Fact, Misunderstanding
from scoring.reading.units import Unit

SLACK = 0.05
"""A sentence speaks of a second thing too where its cosine falls short of the first's by no more than this."""
Near = Mapping[tuple[Unit, str], int]
"""a sentence and the id of something it speaks of, to the place of the nearest way of saying it in ``ways_of``"""


@dataclass(frozen=True)
class Beside:
    """How near a sentence lies to a mix-up, by cosine."""

    right: tuple[float, ...]
    """to each way of putting it right, in the order of ``put_right``"""
    believed: float
    """to what the customer takes for true"""
    said: float
    """to how the customer says it, at most"""


@dataclass(frozen=True)
class Likeness:
    """What the sentences of a reply speak of, by the model."""

    concerns: Near
    facts: Near
    asked: Mapping[tuple[Unit, str], float] = field(default_factory=dict)
    """a sentence and the id of something it may ask, to the cosine with the nearest example question"""
    mix_ups: Mapping[tuple[Unit, str], Beside] = field(default_factory=dict)
    least: float = 1.0
    """cosine from which two sentences may say the same"""

    def hears(self, start: int, end: int, concern: str) -> bool:
        """Whether this stretch is a whole sentence that speaks of the concern."""
        return _whole(self.concerns, start, end, concern) is not None

    def tells(self, start: int, end: int, fact: str) -> int | None:
        """Which way of telling the fact this stretch is like, if it is a whole sentence and like any.

        A model of meaning hears no "not" and no other date: both have to be looked at besides.
        """
        return _whole(self.facts, start, end, fact)

    def asks(self, start: int, end: int, *, least: float, within: bool = False) -> list[str]:
        """What this stretch asks with at least this cosine, nearest first: as a whole sentence or, ``within`` one, as a part of it."""
        near = [
            (cosine, id_)
            for (unit, id_), cosine in self.asked.items()
            if cosine >= least and ((start <= unit[0] and unit[1] <= end + 1) or (within and unit[0] <= start and end <= unit[1]))
        ]
        return [id_ for cosine, id_ in sorted(near, reverse=True) if cosine >= max(near)[0] - SLACK]

    def beside(self, start: int, end: int, mix_up: str) -> Beside | None:
        """How this stretch lies to a mix-up, if it is a whole sentence."""
        return next((how for (unit, other), how in self.mix_ups.items() if other == mix_up and start <= unit[0] and unit[1] <= end + 1), None)


def _whole(near: Near, start: int, end: int, id_: str) -> int | None:
    return next((way for (unit, other), way in near.items() if other == id_ and start <= unit[0] and unit[1] <= end + 1), None)


def put_right(mix_up: Misunderstanding) -> tuple[str, ...]:
    """The sentences that put a mix-up right."""
    return tuple(way for way in (*mix_up.cleared_if, mix_up.so) if way.strip())


def ways_of(thing: Concern | Fact) -> tuple[str, ...]:
    """The sentences of a scenario that say what a thing is, and how a rep sounds who speaks of it."""
    ways = (thing.what, *thing.heard_if) if isinstance(thing, Concern) else (thing.true, *thing.told_if)
    return tuple(way for way in ways if way.strip())
