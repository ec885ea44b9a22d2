"""When a model may be said to hold a view: it gives the same answer whichever stands first, and clearly; else it has none."""

from __future__ import annotations

import math
from collections.abc import Sequence
from enum import StrEnum

ANSWERED = 0.5
"""The least share that must go to the answers at all; what goes elsewhere is no answer."""

CLEAR = 0.65
"""The least mean share of the chosen answer among the answers; in either order it must have more than half."""


class NoView(StrEnum):
    """Why there is none, in words that end a sentence."""

    ORDER = "its answer changed with the order of the answers"
    UNSURE = "it was not sure"
    SILENT = "it gave no answer"
    FAILED = "it failed"
    LATE = "it took too long"


def agreed(first: Sequence[float], swapped: Sequence[float], of: int) -> int | NoView:
    """The answer both askings agree on, counted as they stood ``first``; ``swapped`` had them in the reversed order."""
    one, other = _among(first, of), _among(swapped, of)
    if one is None or other is None:
        return NoView.SILENT
    other.reverse()
    best, best_swapped = one.index(max(one)), other.index(max(other))
    if best != best_swapped:
        return NoView.ORDER
    clear = min(one[best], other[best]) > 0.5 and (one[best] + other[best]) / 2 >= CLEAR
    return best if clear else NoView.UNSURE


def _among(shares: Sequence[float], of: int) -> list[float] | None:
    """The shares as parts of what went to the answers; None where they are no shares, or too little went there."""
    if len(shares) != of or not all(isinstance(share, float | int) and math.isfinite(share) and 0 <= share <= 1 for share in shares):
        return None
    whole = sum(shares)
    return [share / whole for share in shares] if ANSWERED <= whole <= 1.001 else None
