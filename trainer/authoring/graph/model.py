"""What is on the picture, before anything has a place: cards with words, and the ties between them.

Both ways of drawing read this and nothing else, so they cannot tell different stories.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    """What a card stands for."""

    CUSTOMER = "customer"
    MIX_UP = "mix-up"
    CONCERN = "concern"
    FACT = "fact"
    ACTION = "action"
    OUTCOME = "outcome"
    BEAT = "beat"


COLUMNS: tuple[tuple[str, tuple[Kind, ...]], ...] = (
    ("The customer", (Kind.CUSTOMER, Kind.MIX_UP)),
    ("What hurts", (Kind.CONCERN,)),
    ("What is true", (Kind.FACT,)),
    ("The desk", (Kind.ACTION,)),
    ("How it may end", (Kind.OUTCOME,)),
)
"""Left to right in the order a call meets them. Beats have no column: they run along the bottom."""

TIME_LINE = "Scripted moments"


class Manner(StrEnum):
    """How words on a card are meant."""

    NAME = "name"
    PLAIN = "plain"
    SPOKEN = "spoken"
    """in the customer's own words"""
    MARK = "mark"
    """a short note about the card: a limit, a time, a condition"""


class Bond(StrEnum):
    """How two cards hang together, in the words of the legend."""

    ANSWERED_BY = "fact answers question"
    TELLS = "action tells fact"
    FIRST = "must come first"
    GIVES = "action gives outcome"
    BLOCKS = "mix-up blocks outcome"
    BRINGS_UP = "moment brings up concern"


Name = tuple[Bond, str]
"""Which line of the picture a tie belongs to: arrows of one kind to one card share a line, a mix-up's from their beginning."""


@dataclass(frozen=True)
class Part:
    """One stretch of words on a card."""

    words: str
    manner: Manner = Manner.PLAIN


@dataclass(frozen=True, kw_only=True)
class Card:
    """One box. ``key`` is unique on the picture and made of letters and digits only."""

    key: str
    kind: Kind
    name: str
    parts: tuple[Part, ...] = ()
    hidden: bool = False
    worth: float | None = None
    """of an outcome, 0-1"""

    @property
    def every_part(self) -> tuple[Part, ...]:
        """The name and all below it."""
        return (Part(self.name, Manner.NAME), *self.parts)


@dataclass(frozen=True, kw_only=True)
class Tie:
    """One arrow, from the card it begins at to the card it points to."""

    bond: Bond
    start: str
    end: str
    part: int | None = None
    """which of the card's parts it begins at, counted from the end: -1 is the last"""

    @property
    def line(self) -> Name:
        return self.bond, self.start if self.bond is Bond.BLOCKS else self.end


@dataclass(frozen=True, kw_only=True)
class Graph:
    """All of it. Cards stand in the order a call meets them."""

    id: str
    title: str
    about: str
    cards: tuple[Card, ...]
    ties: tuple[Tie, ...]
    by_key: dict[str, Card] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_key", {card.key: card for card in self.cards})

    def of(self, *kinds: Kind) -> list[Card]:
        """The cards of these kinds, in their order."""
        return [card for kind in kinds for card in self.cards if card.kind is kind]
