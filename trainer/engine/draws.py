"""Chance without memory: every draw is a hash of (seed, turn, purpose).

Any turn can be replayed alone, and editing one turn leaves every other turn's draws where they were.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b
from typing import TypeVar

T = TypeVar("T")

_SCALE = float(1 << 53)


def draw(seed: int, turn: int, purpose: str) -> float:
    """A number in [0, 1), the same for the same three arguments on every machine."""
    digest = blake2b(f"{seed}|{turn}|{purpose}".encode(), digest_size=8).digest()
    return (int.from_bytes(digest, "big") >> 11) / _SCALE


def between(low: float, high: float, *, seed: int, turn: int, purpose: str) -> float:
    """A number in [low, high)."""
    return low + (high - low) * draw(seed, turn, purpose)


def whole(low: int, high: int, *, seed: int, turn: int, purpose: str) -> int:
    """A whole number from ``low`` to ``high``, both included."""
    return low + int(draw(seed, turn, purpose) * (high - low + 1))


def noise(seed: int, turn: int, event: str) -> float:
    """How much more or less than usual one event weighs: 0.9 to 1.1."""
    return 0.9 + 0.2 * draw(seed, turn, f"noise.{event}")


def pick(options: Sequence[T], *, seed: int, turn: int, purpose: str) -> T:
    """One of ``options``, which must not be empty."""
    return options[int(draw(seed, turn, purpose) * len(options))]
