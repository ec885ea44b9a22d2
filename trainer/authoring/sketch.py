"""What is known of a scenario before it is written: from an author's answers, from a letter, or from the example.

``doubts`` holds, by part, what was guessed or left as the example; each becomes a ``# CHECK:`` line where it stands.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from scenarios.model import Par


@dataclass(frozen=True)
class Asked:
    """A question the customer puts; ``answered_by`` is the fact that answers it, if one does."""

    ask: str
    answered_by: str = ""


@dataclass(frozen=True, kw_only=True)
class Trouble:
    """A concern to be written."""

    id: str
    what: str
    says: tuple[str, ...]
    heard_if: tuple[str, ...]
    asks: tuple[Asked, ...] = ()
    doubt: str = ""
    """what the author has to look at"""


@dataclass(frozen=True, kw_only=True)
class Truth:
    """A fact to be written. ``doubt`` is what the author has to look at."""

    id: str
    true: str
    known_to: str = "rep"
    ours: bool = True
    told_if: tuple[str, ...] = ()
    false_if: tuple[str, ...] = ()
    doubt: str = ""


WHY = Truth(
    id="why",
    true="our own note about it lay unread for four days",
    told_if=("our own note about it lay unread with us for four days", "nobody here read the note for four days"),
    false_if=("we read the note and dealt with it the same day",),
    doubt="a stand-in, so that the call plays: write why it really happened, in true, told_if and false_if",
)
"""The reason behind it all, where the author has not given it: a call in which the rep knows nothing has nothing to own."""


@dataclass(frozen=True, kw_only=True)
class Remedy:
    """An action. All of those with ``settles`` together are what settles the call; another is a gesture on top."""

    id: str
    what: str
    """finishes "We can ..." """
    offer_if: tuple[str, ...]
    up_to: str = ""
    """an amount of money, for what is paid"""
    settles: bool = True


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
    persona: Mapping[str, float] = field(default_factory=dict)
    """who they stay; empty leaves it to voice and seed"""
    level: int = 2
    doubts: Mapping[str, str] = field(default_factory=dict)
    trades: tuple[str, ...] = ()
    """the trades a letter may be about, likeliest first"""
    par: Par | None = None
    from_letter: bool = False
