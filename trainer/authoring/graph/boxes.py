"""A card's words broken into lines, and the box they need. Nothing here knows where on the page it will stand."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from trainer.authoring.graph.measure import wrap
from trainer.authoring.graph.model import Card, Kind, Manner

SIZES = {Manner.NAME: 13.5, Manner.PLAIN: 13.0, Manner.SPOKEN: 13.0, Manner.MARK: 12.0}
LEADING = 1.28
STRIPE, PAD = 7.0, 9.0
BETWEEN = 3.0
"""Air between two parts of a card."""
MOST_LINES = {Manner.NAME: 3, Manner.PLAIN: 8, Manner.SPOKEN: 12, Manner.MARK: 6}
USUAL = 260.0
"""Lines of one part in a card of this width, fewer in a wider one: nobody reads more on a wall, and the whole text stays in the card's tooltip."""
METER = 12.0
"""Height of the bar that shows an outcome's worth."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of words; ``y`` is its baseline, from the top of the box."""

    words: str
    manner: Manner
    y: float


@dataclass(frozen=True, slots=True)
class Box:
    """A card with a size."""

    card: Card
    width: float
    height: float
    rows: tuple[Row, ...]
    spans: tuple[tuple[float, float], ...]
    """top and bottom of each part, from the top of the box"""


@lru_cache(maxsize=2048)
def box_of(card: Card, width: float) -> Box:
    """The card in a box of this width, as high as its words."""
    room = width - STRIPE - 2 * PAD
    y, rows, spans = PAD - BETWEEN, [], []
    for part in card.every_part:
        y += BETWEEN
        top, size = y, SIZES[part.manner]
        for words in wrap(part.words, room, size, bold=part.manner is Manner.NAME, lines=_most_lines(part.manner, width)):
            rows.append(Row(words, part.manner, y + size))
            y += size * LEADING
        spans.append((top, y))
    y += METER if card.kind is Kind.OUTCOME else 0
    return Box(card, width, y + PAD - 2, tuple(rows), tuple(spans))


def _most_lines(manner: Manner, width: float) -> int:
    return max(2, min(MOST_LINES[manner], round(MOST_LINES[manner] * USUAL / width)))
