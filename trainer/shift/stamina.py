"""Stamina: how a shift wears on, in simulated minutes and in provocations. It changes no score and nothing one may type; it is told.

The figures make a usual shift without a break end worn out, and with two breaks steady.
"""

from __future__ import annotations

FULL = 100.0
A_MINUTE, A_PROVOCATION, A_MESSAGE, A_BREAK = 1.1, 4.0, 2.0, 30.0
"""What each takes, and what a break gives back, of 100."""

WORDS = ((70.0, "fresh"), (45.0, "steady"), (25.0, "tired"), (0.0, "worn out"))
TIRED = 45.0
"""Below this a break is worth a word."""


def after_call(stamina: float, *, minutes: float, provocations: int) -> float:
    """What is left after a call."""
    return max(0.0, round(stamina - A_MINUTE * minutes - A_PROVOCATION * provocations, 1))


def after_message(stamina: float) -> float:
    """What is left after a message was answered."""
    return max(0.0, stamina - A_MESSAGE)


def after_break(stamina: float) -> float:
    """What there is after a break."""
    return min(FULL, stamina + A_BREAK)


def stamina_word(stamina: float) -> str:
    """How one is, in a word."""
    return next(word for least, word in WORDS if stamina >= least)
