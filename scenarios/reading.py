"""What was understood of one reply: the nouns every reader produces and everything downstream reads.

A Reading is written into the transcript with the reader's version, so replaying and rescoring never need the reader.
All offsets are Python string indices into the reply's text, ``start`` inclusive and ``end`` exclusive.
"""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Literal

from pydantic import BaseModel, ConfigDict

from scenarios.acts import HARM, TRUTH, Act


class Part(BaseModel):
    """Base of everything in a reading: frozen, strict about keys, a stretch of the reply."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    start: int
    end: int


SURE = 0.5
"""Confidence from which a finding counts against the rep: likelier than not."""
DOUBTFUL = 0.35
"""Confidence from which the words of a possible harm earn nothing."""


def meet(one: Part, other: Part) -> bool:
    """Whether two stretches of the same reply share a character."""
    return one.start < other.end and other.start < one.end


class ActSpan(Part):
    """One dialogue act found in the reply."""

    act: Act
    confidence: float
    """0-1, as sure as the reader is"""


class Amount(Part):
    """An amount of money named in the reply."""

    value: Decimal
    currency: str | None
    """ISO 4217, or None where the reply names none and no scenario supplies one"""


class TimeSpan(Part):
    """A moment or stretch of time named in the reply, resolved against the scenario's calendar where it can be."""

    earliest: datetime | None
    latest: datetime | None


class Promise(Part):
    """Something the rep undertook. ``bound`` is True when it has a time or an observable trigger."""

    actor: Literal["rep", "firm", "other"]
    what: str
    """the clause in the rep's own words"""
    action: str | None
    """id of the desk action that would keep it, where one matches"""
    amount: Decimal | None
    due: datetime | None
    bound: bool
    supported: bool | None
    """False when the card, the authority or the clock rules it out; None when there is no card to say"""
    hangs: bool = False
    """undertaken only for a case that need not come about: "if yours is one of the three" """


class Claim(Part):
    """Something the rep asserted. ``verdict`` compares it with facts and action log."""

    fact: str | None
    """id of the fact it speaks of, or of the mix-up it agrees with"""
    action: str | None
    """id of the desk action it says was done"""
    verdict: Literal["true", "false", "unknown"]


class Touch(Part):
    """A concern the reply took up with its own content."""

    concern: str
    how: Literal["reflect", "answer", "act", "own", "ask"]
    overlap: float
    """0-1, share of the sentence's words lifted from the customer's own turn; above 0.7 is parroting"""


class Offer(Part):
    """A remedy put to the customer. ``action`` is the desk action that would deliver it, when one matches."""

    action: str | None
    outcome: str | None
    amount: Decimal | None


class SlotAsk(Part):
    """A datum the reply asked for. ``known`` is True when the customer gave it already or it stands on the record."""

    slot: str
    known: bool
    stated: bool
    """the value stands in the question, as in 'is it still LS1?'"""


class Answer(Part):
    """A customer question this reply answers (or admits it cannot yet). ``question`` is its id: ``concern/0``, ``last`` for the free question of the turn answered."""

    question: str
    direct: bool


class Oddity(StrEnum):
    """Why a reply, or part of it, could not be understood as a reply at all."""

    EMPTY = "empty"
    PUNCTUATION = "punctuation"
    GIBBERISH = "gibberish"
    OTHER_LANGUAGE = "other_language"
    TOO_LONG = "too_long"
    """only the first part was read"""


class Reading(BaseModel):
    """Everything understood of one reply."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    reader: str
    """name and version of the reader, e.g. ``rules-1``"""
    words: int
    oddity: Oddity | None = None
    acts: tuple[ActSpan, ...] = ()
    amounts: tuple[Amount, ...] = ()
    times: tuple[TimeSpan, ...] = ()
    promises: tuple[Promise, ...] = ()
    claims: tuple[Claim, ...] = ()
    touches: tuple[Touch, ...] = ()
    offers: tuple[Offer, ...] = ()
    slots: tuple[SlotAsk, ...] = ()
    answers: tuple[Answer, ...] = ()
    clears: tuple[str, ...] = ()
    """ids of misunderstandings this reply cleared up"""
    tells: tuple[str, ...] = ()
    """ids of facts this reply told truthfully"""
    repeated: tuple[str, ...] = ()
    """sentences the rep had already used, as normalised text, in this call"""

    def fair(self) -> Reading:
        """The same without harms and untruths that are likelier not so: nobody is charged on them."""
        kept = tuple(span for span in self.acts if span.confidence >= SURE or span.act not in HARM | TRUTH)
        return self if len(kept) == len(self.acts) else self.model_copy(update={"acts": kept})

    def doubted(self) -> tuple[ActSpan, ...]:
        """Harms and untruths that may be so and are not charged."""
        return tuple(span for span in self.acts if DOUBTFUL <= span.confidence < SURE and span.act in HARM | TRUTH)

    def has(self, *acts: Act) -> bool:
        """Whether any of these acts was found."""
        return any(span.act in acts for span in self.acts)
