"""One reply as the customer took it, and the plain questions every rule may put to a reading."""

from __future__ import annotations

from dataclasses import dataclass

from scenarios.acts import Act
from scenarios.model import Scenario
from scenarios.reading import SURE, Claim, Part, Reading, SlotAsk, meet
from trainer.engine.feelings import Effect

PLAIN = 0.7
"""Likelihood from which an untruth will come out; one that may be none must not be found out."""

PLAIN_HARM = 0.65
"""Confidence from which a harm is answered as one; below it, it is felt the less the less sure it is."""


@dataclass(frozen=True, slots=True)
class Hearing:
    """One reply as the customer took it."""

    effects: tuple[Effect, ...]
    used: tuple[str, ...] = ()
    """names to count in the tally"""
    harms: tuple[Act, ...] = ()
    """harm acts heard for sure, worst first"""
    heard: frozenset[str] = frozenset()
    """concerns taken up for the first time"""
    cleared: tuple[str, ...] = ()
    reasked: SlotAsk | None = None
    wanted: SlotAsk | None = None
    """a datum asked for that the customer has not given"""
    ignored: str | None = None
    """the question of the last turn, passed over"""
    stock: bool = False
    """once too often a stock phrase"""
    parroted: bool = False
    early: bool = False
    """a remedy before the customer was heard"""
    odd: bool = False
    bare_apology: bool = False
    kept: frozenset[str] = frozenset()
    """promised actions now told as done"""


def false_claims(reading: Reading) -> tuple[Part, ...]:
    """Every stretch that says something untrue, once: claims found false, and spans read as false that no claim covers.

    A fact that the same reply tells truly is not held against it, nor what is only like a lie.
    """
    named = [claim for claim in reading.claims if claim.verdict == "false"]
    held: list[Part] = [claim for claim in named if claim.fact not in reading.tells and not _may_be_none(reading, claim)]
    spans = [span for span in reading.acts if span.act is Act.FALSE_CLAIM and span.confidence >= SURE]
    held += [span for span in spans if not any(meet(span, claim) for claim in named)]
    return tuple(held)


def _may_be_none(reading: Reading, claim: Claim) -> bool:
    """Whether the reader doubts that this claim about a fact is untrue."""
    doubts = [span.confidence for span in reading.acts if span.act is Act.FALSE_CLAIM and meet(span, claim)]
    return bool(claim.fact and doubts) and max(doubts) < PLAIN


def overpromises(reading: Reading) -> tuple[Part, ...]:
    """Every stretch that promises more than the card supports, once."""
    promises: list[Part] = [promise for promise in reading.promises if promise.supported is False]
    spans = [span for span in reading.acts if span.act is Act.OVERPROMISE and span.confidence >= SURE]
    promises += [span for span in spans if not any(meet(span, promise) for promise in promises)]
    return tuple(promises)


def is_warm_handoff(reading: Reading) -> bool:
    """Whether a handoff came with its reason or its time."""
    return bool(reading.times) or reading.has(Act.EXPLAIN, Act.SET_EXPECTATION, Act.COMMIT, Act.STATE_ACTION)


def answers_in(scenario: Scenario, reading: Reading) -> frozenset[str]:
    """Questions this reply answers straight, by its answers or by telling the fact that answers them."""
    met = {answer.question for answer in reading.answers if answer.direct}
    for concern in scenario.concerns:
        met.update(f"{concern.id}/{n}" for n, question in enumerate(concern.asks) if question.answered_by in reading.tells and question.answered_by)
    return frozenset(met)
