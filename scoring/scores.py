"""What judging produces: evidence, scores, ledger entries and the scorecard. Data only, no judging here."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from scenarios.transcript import Mood


class Judged(BaseModel):
    """Base of all that judging produces: frozen, and no key it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


Dimension = Literal["calmness", "listening", "honesty", "resolution"]
DIMENSIONS: tuple[Dimension, ...] = ("calmness", "listening", "honesty", "resolution")


class Evidence(Judged):
    """One point earned or lost, and the words that did it. ``turn`` indexes the exchange form's ``turns``."""

    turn: int
    start: int
    end: int
    rule: str
    """id of the rubric's criterion, e.g. ``calmness.argue``"""
    points: float
    says: str
    """one sentence a trainee understands: what this did"""
    of: float | None = None
    """the most these words could have earned here; None for what only costs"""


class Score(Judged):
    """0-100 with its evidence, or None with the reason it is not scored."""

    value: float | None
    why_not: str | None = None
    opportunities: int = 0
    base: float | None = None
    """where the score started; with the evidence it adds up to the value, held within 0 and 100"""
    evidence: tuple[Evidence, ...] = ()
    """in the order of the call, then what holds or scales the whole, in the order it was applied"""


class LedgerEntry(Judged):
    """One promise or claim and its fate: what was said, what the card says, what was done, when it came out."""

    kind: Literal["promise", "claim"]
    turn: int
    start: int
    end: int
    words: str
    card: str
    """what card, policy, authority or log say of it; empty where they say nothing"""
    done: str
    """the desk action that kept it, or what was not done"""
    due: str | None = None
    fate: Literal["kept", "broken", "open", "unsupported", "true", "false", "corrected", "unknown"]
    found_out: int | Literal["after"] | None = None
    """turn in which the customer found out, or after the call"""
    how: str = ""
    mended: int | None = None
    """turn of the reply that took it back or put it right"""
    arranged: bool = False
    """open, and seen to at the desk for its hour: nothing is left for the rep to do"""


class OutcomeNote(Judged):
    """What the customer ended up with, its worth to them, and whether they took it."""

    id: str | None
    worth: float | None
    accepted: bool | None


class MoodAt(Mood):
    """The customer's mood in one of their turns."""

    turn: int


class Scorecard(Judged):
    """Four scores and never a total."""

    scenario: str | None
    rubric: str
    reader: str
    outcome: OutcomeNote
    scores: dict[Dimension, Score]
    ledger: tuple[LedgerEntry, ...] = ()
    mood: tuple[MoodAt, ...] = ()


Form = Literal["instead", "there", "first"]
"""Where a better line is said: in place of the whole reply, in place of the sentence with the rest kept, or before the reply."""


class Point(Judged):
    """One of at most three points of a debrief."""

    kind: Literal["keep", "costliest", "next"]
    rule: str
    turn: int
    start: int
    end: int
    words: str
    """the trainee's sentence"""
    effect: str
    """what it did to the customer"""
    why: str = ""
    """the rule's own words"""
    row: Evidence
    """the row of evidence the point speaks of"""
    candidates: tuple[str, ...] = ()
    """lines of the scenario that might do better, likeliest first; not to be shown before one was tried"""
    better: str = ""
    """a line that does better, found by playing the moment again; empty where none does"""
    form: Form = "instead"
    """where the better line is said"""
    answer: str = ""
    """what the customer writes back to it"""
    eases: str = ""
    """what it does to the customer, against what was said"""


class Sureness(Judged):
    """How far one score can be trusted, and why no further."""

    level: Literal["sure", "fairly", "little"]
    why: tuple[str, ...] = ()


class Debrief(Judged):
    """At most three points, the turn the mood changed most in, and what is not certain."""

    points: tuple[Point, ...] = Field(max_length=3)
    turning_point: int | None = None
    """the turn at which the customer's mood changed most"""
    sureness: dict[Dimension, Sureness] = Field(default_factory=dict)
    """of each score that has a value"""

    @property
    def uncertain(self) -> tuple[str, ...]:
        """Plain sentences on scores that rest on little, and on words the reader may have taken wrongly; one that is true of two scores stands once."""
        return tuple(dict.fromkeys(why for dimension in DIMENSIONS if dimension in self.sureness for why in self.sureness[dimension].why))
