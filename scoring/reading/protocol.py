"""The one door every reader stands behind: ``Reader`` and the ``Context`` it is given."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

from scenarios.model import Scenario
from scenarios.reading import Reading


@dataclass(frozen=True, kw_only=True)
class Context:
    """What the rep could see when writing: never later turns, mood or scores."""

    scenario: Scenario | None = None
    customer: str = ""
    """the customer turn this reply answers; several joined by newlines"""
    question: str | None = None
    """id of the scenario question put in that turn, when the engine knows it"""
    heard: tuple[str, ...] = ()
    """all customer turns so far, oldest first"""
    earlier: tuple[str, ...] = ()
    """the rep's own earlier replies, oldest first"""
    done: tuple[tuple[str, dict[str, str]], ...] = field(default_factory=tuple)
    """desk actions that worked so far, oldest first: (id, args)"""
    refused: tuple[str, ...] = ()
    """desk actions of this go that were refused, while nothing else was done: nothing they would have brought about is so"""
    passed: int = 0
    """simulated seconds from the opening of the call to the sending of the reply"""
    log: tuple[str, ...] | None = None
    """free-text action lines of a foreign transcript, oldest first; None where nobody knows what was done"""
    card: tuple[str, ...] = ()
    """lines of a case card that is not a scenario: what is so, what the rep may and cannot do"""


class Reader(Protocol):
    """Turns a reply into a Reading. Deterministic; bounded in time whatever the text."""

    @property
    def version(self) -> str:
        """Name and version, written into every reading."""
        ...

    def read(self, text: str, context: Context) -> Reading:
        """Understand one reply. Never raises on any text."""
        ...
