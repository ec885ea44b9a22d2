"""What is known of a scenario before it is written: from an author's answers, from a letter, or from the example.

``doubts`` holds, by part, what was guessed or left as the example; each becomes a ``# CHECK:`` line where it stands.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, kw_only=True)
class Trouble:
    """A concern to be written."""

    id: str
    what: str
    says: tuple[str, ...]
    heard_if: tuple[str, ...]
    asks: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Truth:
    """A fact to be written."""

    id: str
    true: str
    known_to: str = "rep"
    ours: bool = True
    told_if: tuple[str, ...] = ()
    false_if: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Remedy:
    """An action and the outcome it gives, under one id."""

    id: str
    what: str
    """finishes "We can ..." """
    offer_if: tuple[str, ...]
    worth: float
    up_to: str = ""
    """an amount of money, for what is paid"""


@dataclass(frozen=True, kw_only=True)
class Sketch:
    """Everything the new file will say."""

    id: str
    title: str
    trade: str
    business: str
    today: str
    currency: str
    name: str
    voice: str
    wants: str
    opening: str
    troubles: tuple[Trouble, ...]
    remedies: tuple[Remedy, ...]
    facts: tuple[Truth, ...] = ()
    cannot: tuple[str, ...] = ()
    record: tuple[str, ...] = ()
    known: Mapping[str, str] = field(default_factory=dict)
    failed_contacts: int = 0
    demands: tuple[str, ...] = ()
    threats: tuple[str, ...] = ()
    temper: Mapping[str, int] = field(default_factory=dict)
    """mood at the opening; empty leaves it to the voice"""
    bar: float = 0.0
    """how good an offer must look; nothing draws it from the seed"""
    doubts: Mapping[str, str] = field(default_factory=dict)
    from_letter: bool = False
