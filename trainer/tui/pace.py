"""How long "is typing" shows before a customer's turn, as the settings say. Never delays the trainee: any key lets the words through."""

from __future__ import annotations

import os

VARIABLE = "COOLHEAD_PACE"
"""Goes before the setting: 1 is the usual pace, 0 shows every turn at once, 2 is twice as slow."""

TIMES = {"at-once": 0.0, "quick": 0.5, "usual": 1.0, "slow": 2.0}
"""The setting ``pace`` as a share of the usual wait."""

LONGEST = 1.6
"""Seconds; nobody waits longer for the longest turn."""


def typing_seconds(text: str, *, motion: bool) -> float:
    """Seconds of "is typing" for these words; none where motion is reduced."""
    return max(0.0, min(LONGEST, 0.35 + len(text) / 160)) * _pace() if motion else 0.0


def word_seconds(words: int) -> float:
    """Seconds from word to word where they come one by one; the whole line never takes longer than the longest wait."""
    return min(0.06, LONGEST / max(1, words)) * _pace()


def _pace() -> float:
    from trainer.settings.current import settings

    usual = TIMES[settings().pace]
    try:
        pace = float(os.environ.get(VARIABLE) or usual)
    except ValueError:
        pace = usual
    return min(max(pace, 0.0), 5.0)
