"""What the customer feels, as five numbers, and the arithmetic of one change.

Anger, trust, felt heard, hope, patience: each 0-100. How several effects of one reply add up is here; which effects a
reply has is the appraisal's business.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from scenarios.transcript import Mood
from trainer.engine.draws import noise
from trainer.engine.persona import Drawn

CALMED_AT_MOST, ROUSED_AT_MOST = -14.0, 25.0
"""Anger falls slowly and rises fast: bad outweighs good."""

REST_PULL = 0.03
"""Share of the way to rest that anger drifts each turn."""


class Delta(NamedTuple):
    """A change of the five feelings, in points."""

    anger: float = 0.0
    trust: float = 0.0
    heard: float = 0.0
    hope: float = 0.0
    patience: float = 0.0

    @property
    def good(self) -> Delta:
        """Only what helps."""
        return Delta(min(self.anger, 0.0), *(max(x, 0.0) for x in self[1:]))

    @property
    def bad(self) -> Delta:
        """Only what hurts."""
        return Delta(max(self.anger, 0.0), *(min(x, 0.0) for x in self[1:]))


class Effect(NamedTuple):
    """One thing in a turn that moves the customer."""

    cause: str
    """short name shown in the debrief: an act, ``WAIT``, ``LIE``"""
    by: Delta
    weight: float = 1.0
    """0-1: confidence, repetition and novelty together"""
    calming: float = 1.0
    """gate on the anger it takes away"""


@dataclass(frozen=True, slots=True)
class Feelings:
    """The five feelings at one moment, exact; a ``Mood`` is this, rounded for the record."""

    anger: float
    trust: float
    heard: float
    hope: float
    patience: float

    @property
    def mood(self) -> Mood:
        return Mood(
            anger=round(self.anger, 2),
            trust=round(self.trust, 2),
            heard=round(self.heard, 2),
            hope=round(self.hope, 2),
            patience=round(self.patience, 2),
        )

    def shifted(self, by: Delta) -> Feelings:
        """These feelings moved by ``by``, kept within 0-100."""
        return Feelings(*(_within(x + d) for x, d in zip((self.anger, self.trust, self.heard, self.hope, self.patience), by, strict=True)))

    @property
    def thawed(self) -> bool:
        """Ready to soften: calm, heard and hopeful."""
        return self.anger <= 35 and self.heard >= 50 and self.hope >= 50


def _within(value: float) -> float:
    return 0.0 if value < 0.0 else 100.0 if value > 100.0 else value


def total(persona: Drawn, effects: Iterable[Effect], *, seed: int, turn: int) -> Delta:
    """All effects of one turn together: what rouses times reactivity, what calms times forgiveness, anger clipped."""
    roused = calmed = trust = heard = hope = patience = 0.0
    seen: dict[str, int] = {}
    for cause, by, weight, calming in effects:
        nth = seen[cause] = seen.get(cause, 0) + 1
        scale = weight * noise(seed, turn, f"{cause}.{nth}")
        if by.anger > 0:
            roused += by.anger * scale
        else:
            calmed += by.anger * scale * calming
        trust += by.trust * scale
        heard += by.heard * scale
        hope += by.hope * scale
        patience += by.patience * scale
    anger = persona.reactivity * roused + persona.forgiveness * calmed
    return Delta(min(max(anger, CALMED_AT_MOST), ROUSED_AT_MOST), trust, heard, hope, patience)


def settle(before: Feelings, by: Delta, *, rest: float | None, floor: float) -> Feelings:
    """The feelings after one turn: moved, drifted towards ``rest`` (None: no drift), held above the floor of anger."""
    after = before.shifted(by)
    anger = after.anger
    if rest is not None:
        anger += (rest - anger) * REST_PULL
    anger = max(anger, min(floor, before.anger))
    return Feelings(anger, after.trust, after.heard, after.hope, after.patience)
