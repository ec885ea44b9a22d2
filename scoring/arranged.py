"""Which desk action already sees to a promise the reader tied to none: "you'll get a picture later", after a reminder for one was set.

Ledger and call view ask here, so that what was arranged never reads like a word nobody stands behind. Nothing is scored by it.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from scenarios.model import Scenario
from scenarios.transcript import RepActed
from scoring.content import content_words

SHARED = 2
"""Words of the case that a promise and an action must share; the action's own name is enough by itself."""


def arranged_by(scenario: Scenario | None, words: str, acted: Iterable[RepActed], *, due: datetime | None = None) -> RepActed | None:
    """The action among those done that shares most with these words; None where none does, two share as much, or it comes after ``due``."""
    if scenario is None:
        return None
    said = _singular(content_words(words))
    found: dict[str, tuple[int, RepActed]] = {}
    for event in acted:
        action = scenario.desk.actions.get(event.do)
        if not event.ok or action is None or action.kind == "check":
            continue
        if due is not None and (arrival := scenario.arrival(action)) is not None and arrival > due.replace(tzinfo=None):
            continue
        name = _singular(content_words(event.do.replace("-", " ")))
        told = _singular(content_words(f"{action.what} {event.result}"))
        shared = len(said & (told | name)) + (SHARED if name and name <= said else 0)
        if shared >= SHARED:
            found[event.do] = (shared, event)
    most = max((shared for shared, _ in found.values()), default=0)
    best = [event for shared, event in found.values() if shared == most]
    return best[0] if len(best) == 1 else None


def _singular(words: Iterable[str]) -> frozenset[str]:
    return frozenset(word.removesuffix("s") for word in words)
