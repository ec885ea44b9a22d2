"""What a shift keeps of one ended call: enough to go on by, so that no transcript need be held or read again."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

from pydantic import BaseModel, ConfigDict


class Held(BaseModel):
    """Base of what a step of a shift holds: frozen, and no key it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Gift(Held):
    """Money given beyond what the record owes."""

    what: str
    amount: Decimal
    ours: bool
    """whether anything on the record was our fault"""
    taken: bool
    """whether the customer settled"""


class Fate(StrEnum):
    """What stands of the rep's word when a call has ended."""

    KEPT = "kept"
    LATER = "later"
    """put down for an hour after the call"""
    OPEN = "open"
    BROKEN = "broken"
    BEYOND = "beyond"
    """more than the desk could do"""
    TAKEN_BACK = "taken back"


class Word(Held):
    """One promise of a call, for the shift's ledger."""

    words: str
    fate: Fate
    due: str = ""
    reply: int
    """the rep's reply it was given in, counted from 1"""
    comes_back: bool = False
    """whether the customer will ask about it before the shift is over"""


class Untruth(Held):
    """Something said that the customer found out was not so."""

    words: str
    reply: int


class Account(Held):
    """One ended call of a shift."""

    slot: str
    attempt: str
    scenario: str
    title: str
    customer: str
    """what they are called in a sentence"""
    minutes: float
    """simulated, of the customer's time"""
    provocations: int
    ending: str
    """a ``scenarios.moves.Ending``"""
    outcome: str = ""
    """what was settled on, in words"""
    says: str = ""
    """the customer's own verdict"""
    next: tuple[str, ...] = ()
    """what they did next"""
    anger: tuple[float, float] = (0.0, 0.0)
    """0-100, at the opening and at the end"""
    trust: float = 0.0
    """0-100, at the end"""
    calmness: float | None = None
    listening: float | None = None
    gifts: tuple[Gift, ...] = ()
    words: tuple[Word, ...] = ()
    untruths: tuple[Untruth, ...] = ()
    second: str = ""
    """the scenario of its second part, where its word did not hold and there is one"""
    fault: str = ""
    """what the desk could have passed inside, in words; empty where there is nothing"""
    passed: bool = False
    """and whether it was, in the call"""

    @property
    def due(self) -> Word | None:
        """The word the customer comes back about: what was named for an hour before what was not, the fuller sentence first."""
        back = [word for word in self.words if word.comes_back]
        return max(back, key=lambda word: (bool(word.due), word.fate is Fate.BROKEN, len(word.words.split()) > 3, -word.reply), default=None)
