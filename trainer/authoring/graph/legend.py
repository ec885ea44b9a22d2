"""The key to the picture: a sample of every line and mark that occurs on it, no other."""

from __future__ import annotations

from dataclasses import dataclass

from trainer.authoring.graph.measure import width_of
from trainer.authoring.graph.model import Bond, Graph
from trainer.authoring.graph.sheet import KEY, Words

SAMPLE = 38.0
"""Width of a sample of a line."""
GAP = 20.0
ROW = 21.0
HIDDEN = "kept back at first"


@dataclass(frozen=True, slots=True)
class Entry:
    """A sample, of a line or of a hidden card's edge, and what it means. The sample stands left of the words."""

    bond: Bond | None
    words: Words


def legend_of(graph: Graph, left: float, right: float, floor: float) -> tuple[tuple[Entry, ...], float]:
    """The key in rows between left and right, and where it ends."""
    used: list[Bond | None] = [bond for bond in Bond if any(tie.bond is bond for tie in graph.ties)]
    used += [None] if any(card.hidden for card in graph.cards) else []
    entries, x, y = list[Entry](), left, floor + ROW
    for bond in used:
        words = bond.value if bond else HIDDEN
        wide = SAMPLE + 8 + width_of(words, KEY)
        if x > left and x + wide > right:
            x, y = left, y + ROW
        entries.append(Entry(bond, Words(words, KEY, x + SAMPLE + 8, y)))
        x += wide + GAP
    return tuple(entries), y if entries else floor
