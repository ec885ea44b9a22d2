"""Which desk action already sees to a promise the reader tied to none: "you'll get a picture later", after a reminder for one was set.

Ledger and call view ask here, so that what was arranged never reads like a word nobody stands behind. Nothing is scored by it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import lru_cache

from scenarios.model import Scenario
from scenarios.reading import Promise
from scenarios.transcript import Event, RepActed
from scoring.content import content_words
from scoring.reading.stems import content, stem
from scoring.reading.words import plain

SHARED = 2
"""Words that a promise and an action must share, one of them of the case; the action's own name is enough by itself."""
_PHOTO = frozenset(map(stem, ("pic", "picture", "photo", "photograph", "snapshot")))


def arranged_by(scenario: Scenario | None, words: str, acted: Iterable[RepActed], *, due: datetime | None = None) -> RepActed | None:
    """The action among those done that shares most with these words; None where none does, two share as much, or it comes after ``due``."""
    if scenario is None:
        return None
    said = _stems(words)
    found: dict[str, tuple[int, RepActed]] = {}
    for event in acted:
        action = scenario.desk.actions.get(event.do)
        if not event.ok or action is None or action.kind == "check":
            continue
        if due is not None and (arrival := scenario.arrival(action)) is not None and arrival > due.replace(tzinfo=None):
            continue
        name = _stems(event.do.replace("-", " "))
        shared = said & (_stems(" . ".join((action.what, event.result, *action.offer_if))) | name)
        score = (len(shared) if shared & _of_the_case(words) else 0) + (SHARED if name and name <= said else 0)
        if score >= SHARED:
            found[event.do] = (score, event)
    most = max((score for score, _ in found.values()), default=0)
    best = [event for score, event in found.values() if score == most]
    return best[0] if len(best) == 1 else None


def answered_by(scenario: Scenario | None, events: Sequence[Event], promise: Promise, *, turn: int, words: str, acted: Iterable[RepActed]) -> RepActed | None:
    """The action done that sees to a promise which only says yes to the customer ("In writing, with your name?" - "Yes, with my name"):
    what they had just asked or taken is what it gives. None where the promise says more than they had asked."""
    before = [event for event in events if event.turn < turn]
    about = next((event.about for event in reversed(before) if event.kind == "moved"), None)
    asked = next((event.meaning for event in reversed(before) if event.kind == "replied"), "")
    if scenario is None or about not in scenario.outcomes or promise.due is not None or promise.amount is not None or not _stems(words) <= _stems(asked):
        return None
    done = [event for event in acted if event.ok]
    needed = scenario.outcomes[about].needs or [name for name, action in scenario.desk.actions.items() if action.gives == about][:1]
    found = [event for event in done if event.do in needed]
    return found[-1] if needed and {event.do for event in found} >= set(needed) else None


def _of_the_case(words: str) -> frozenset[str]:
    """The stems of what a promise says that could belong to one case and not to all."""
    return _stems(" ".join(content_words(plain(words))))


@lru_cache(maxsize=512)
def _stems(text: str) -> frozenset[str]:
    return frozenset("photo" if one in _PHOTO else one for one in content(plain(text)))
