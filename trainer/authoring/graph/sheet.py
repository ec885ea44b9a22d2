"""What can be put on the page at a place: boxes and words; and the measures all of the page goes by."""

from __future__ import annotations

from dataclasses import dataclass

from trainer.authoring.graph.boxes import Box

A4 = (297.0, 210.0)
"""On its side, in millimetres."""
EDGE = 18.0
TITLE, ABOUT, HEAD, KEY = 22.0, 13.0, 14.5, 12.0
"""Sizes of the words beside the cards: title, what it is about, heads of columns, legend."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A box and its upper left corner."""

    box: Box
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Words:
    """Words that stand on the page itself; ``y`` is the baseline."""

    words: str
    size: float
    x: float
    y: float
