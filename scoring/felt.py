"""What the customer felt around a turn, measured and put into words.

One place, because the debrief, the better line and a line written anew all compare feelings, and must do it alike.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from scenarios.transcript import CustomerMoved, Event, Mood

FEELINGS = {"anger": "anger", "trust": "trust", "heard": "sense of being heard", "hope": "hope"}
"""Feelings a reply can change either way, with their words. Patience only runs down, so it is left out."""

FELT = 2.0
"""Least change of a feeling, of 100, that is worth a word."""

MOST = 2
"""Changes told in one sentence."""


def warmth(mood: Mood) -> float:
    """One number for how the customer stands to the rep."""
    return mood.trust + mood.heard + mood.hope - mood.anger


def around(events: Sequence[Event], turn: int) -> tuple[Mood, Mood] | None:
    """The customer's mood before and after a turn; None where one of the two was not measured."""
    moods = [(e.turn, e.mood) for e in events if isinstance(e, CustomerMoved)]
    before = [m for t, m in moods if t < turn]
    after = [m for t, m in moods if t >= turn]
    return (before[-1], after[0]) if before and after else None


def warming(events: Sequence[Event], turn: int) -> float:
    """How much warmer the customer was after a turn than before it."""
    felt = around(events, turn)
    return warmth(felt[1]) - warmth(felt[0]) if felt else 0.0


def felt_words(name: str, before: Mood, after: Mood) -> str:
    """The largest changes of mood in a sentence; nothing where none was felt."""
    changes = [(getattr(after, key) - getattr(before, key), words) for key, words in FEELINGS.items()]
    largest = sorted((c for c in changes if abs(c[0]) >= FELT), key=lambda c: -abs(c[0]))[:MOST]
    if not largest:
        return ""
    return f"{name}'s {' and '.join(f'{words} {moved_words(change)}' for change, words in largest)}."


@dataclass(frozen=True)
class Shift:
    """One feeling as two replies at the same moment left it."""

    feeling: str
    """in words"""
    first: float
    """its change by the first reply"""
    second: float


def shifts(before: Mood, first: Mood, second: Mood) -> tuple[Shift, ...]:
    """The feelings in which two replies part most; empty where they come to the same."""
    found = [Shift(words, getattr(first, key) - getattr(before, key), getattr(second, key) - getattr(before, key)) for key, words in FEELINGS.items()]
    apart = sorted(found, key=lambda shift: -abs(shift.second - shift.first))
    return tuple(shift for shift in apart[:MOST] if abs(shift.second - shift.first) >= FELT)


def shift_words(name: str, apart: Sequence[Shift]) -> str:
    """How a second reply was felt against the first; empty where they come to the same."""
    told = [f"{shift.feeling} {moved_words(shift.second)} instead of {_moving(shift)}" for shift in apart]
    return f"{name}'s {' and '.join(told)}." if told else ""


def moved_words(change: float) -> str:
    """The change of one feeling, as it is told everywhere: ``fell by 6``."""
    return "stayed as it was" if abs(change) < 0.5 else f"{'rose' if change > 0 else 'fell'} by {abs(change):.0f}"


def _moving(shift: Shift) -> str:
    """What the first reply did, shorter where the second did more or less of the same."""
    if abs(shift.first) < 0.5:
        return "staying as it was"
    alike = shift.first * shift.second > 0 and abs(shift.second) >= 0.5
    return f"{abs(shift.first):.0f}" if alike else f"{'rising' if shift.first > 0 else 'falling'} by {abs(shift.first):.0f}"
