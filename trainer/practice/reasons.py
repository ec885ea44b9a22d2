"""Why something is due, in one plain sentence; the same in both views and in ``--json``."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, tzinfo

from trainer.practice.history import Seen, day_of
from trainer.practice.phrases import PHRASES, day_words

HALF = 0.5
"""Share of the chances from which a skill counts as shown."""
FRESH = 3
"""Days for which what was shown is still new."""

FIRST = "Begin here: a guided call of a few minutes."
NEW = "You have not practised this yet."


def why_skill(skill: str, seen: Sequence[Seen], today: date, zone: tzinfo | None) -> str:
    """Why this skill is due, from all that was ever seen of it."""
    if not seen:
        return NEW
    phrase = PHRASES[skill]
    if len(seen) > 1 and all(one.value < HALF for one in seen[-2:]):
        return f"The last two times it came up, you {phrase.missed}."
    shown = next((day_of(one.at, zone) for one in reversed(seen) if one.value >= HALF), None)
    if shown is None:
        return f"It came up {_on(day_of(seen[-1].at, zone), today)}, and you {phrase.missed}."
    if (today - shown).days < FRESH:
        return f"You {phrase.done} {_on(shown, today)}. Once more soon makes it stay."
    return f"You have not {phrase.done} since {day_words(shown, today)}."


def why_family(title: str, last: date, today: date) -> str:
    """Why a kind of call is due."""
    return f"No call from “{title}” since {day_words(last, today)}."


def _on(day: date, today: date) -> str:
    words = day_words(day, today)
    return words if words in ("today", "yesterday") else f"on {words}"
