"""Which line: a seeded draw, what this customer has said already, and what is left when every line is used up.

A customer who says the same sentence twice is a machine; so a line once heard is gone for the rest of the call, also when
it was heard with another amount in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import permutations

from trainer.engine import draws
from trainer.voices.slots import around, fill, named_in

_CLOSERS = tuple('.?!…:"”)')

_TELLING = 12
"""Characters from which a line counts as said when it stands anywhere in a turn; a shorter one must be its start or end."""


@dataclass(frozen=True)
class Tier:
    """Lines of equal standing. ``in_order``: the author wrote them milder to harder, so the first unused one is next."""

    lines: tuple[str, ...]
    in_order: bool = False
    small: bool = False
    """whoever says these types no capitals"""


def levelled(text: str) -> str:
    """The text as compared: case, spacing and the shape of quotes left aside."""
    return " ".join(text.casefold().replace("’", "'").replace("“", '"').replace("”", '"').split())


def joined(first: str, second: str) -> str:
    """Two lines as one turn; who types no full stops gets one between them."""
    return f"{first} {second}" if first[-1:] in _CLOSERS else f"{first}. {second}"


class Heard:
    """What the customer has said in this call."""

    def __init__(self, shown: Iterable[str]) -> None:
        self.turns = tuple(levelled(text) for text in shown)

    def whole(self, text: str) -> bool:
        """Whether some turn was exactly this."""
        return levelled(text) in self.turns

    def line(self, line: str, filled: str) -> bool:
        """Whether this line was said, with these slots or others."""
        pieces = tuple(levelled(piece) for piece in around(line))
        if named_in(line) and sum(map(len, pieces)) >= _TELLING:
            return any(_in_order(pieces, turn) for turn in self.turns)
        words = levelled(filled)
        if len(words) >= _TELLING:
            return any(words in turn for turn in self.turns)
        edge = re.compile(rf"^{re.escape(words)}(?!\w)|(?<!\w){re.escape(words)}$")
        return any(edge.search(turn) for turn in self.turns)


def _in_order(pieces: tuple[str, ...], turn: str) -> bool:
    at = 0
    for piece in pieces:
        at = turn.find(piece, at)
        if at < 0:
            return False
        at += len(piece)
    return True


def fresh(tier: Tier, slots: Mapping[str, str], heard: Heard) -> list[tuple[str, str]]:
    """The tier's unused lines that this turn can fill, each as (line, its words)."""
    filled = ((line, fill(line, slots, small=tier.small)) for line in tier.lines)
    return [(line, words) for line, words in filled if words is not None and not heard.line(line, words)]


def pick(tiers: Iterable[Tier], slots: Mapping[str, str], heard: Heard, *, seed: int, turn: int, purpose: str) -> str | None:
    """The next line of the first tier that has one left."""
    for tier in tiers:
        left = fresh(tier, slots, heard)
        if not left:
            continue
        if tier.in_order:
            return left[0][1]
        return draws.pick(left, seed=seed, turn=turn, purpose=f"voice.{purpose}")[1]
    return None


def worn(tiers: Iterable[Tier], slots: Mapping[str, str], heard: Heard, *, seed: int, turn: int, purpose: str) -> str:
    """Something not yet said when every line is used up: two old lines together, or an old one counted."""
    filled = [words for tier in tiers for line in tier.lines if (words := fill(line, slots, small=tier.small)) is not None]
    lines = list(dict.fromkeys(filled)) or ["I have nothing to add."]
    start = draws.whole(0, len(lines) - 1, seed=seed, turn=turn, purpose=f"voice.{purpose}")
    turned = lines[start:] + lines[:start]
    for text in _pairs(turned):
        if not heard.whole(text):
            return text
    return counted(turned[0], heard)


def counted(text: str, heard: Heard) -> str:
    """An old text made new by how often it has been said."""
    times = 1 + sum(levelled(text) in said for said in heard.turns)
    return joined(text, f"That makes {times} times.")


def _pairs(lines: list[str]) -> Iterator[str]:
    short = sorted(lines, key=len)[:12]
    return (joined(one, other) for one, other in permutations(short, 2))
