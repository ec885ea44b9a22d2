"""Levels by play: how many of its calls a scripted novice settles says how hard a scenario is."""

from __future__ import annotations

LEVELS = ((0.75, 1), (0.55, 2), (0.35, 3), (0.0, 4))
"""Measured level: the share of a novice's calls that are settled, at least so much for the level."""


def level_at(settled: float) -> int:
    """The level, 1-4, at which a novice settles this share of the calls."""
    return next((level for least, level in LEVELS if settled >= least), LEVELS[-1][1])
