"""What home offers beside the modes, for both views: what was put aside, the first call of somebody new, and what is due today."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from trainer.modes import MODES, Mode, mode_named, opener
from trainer.text import safe_line

if TYPE_CHECKING:
    from trainer.records.store import Store

DUE_WIDTH = 200
"""Characters of what a mode says is due."""


@dataclass(frozen=True)
class PutAside:
    """A practice that can be gone on with; its mode opens on it."""

    mode: Mode
    title: str
    """of the call it plays, where it plays one"""
    since: datetime
    """when something was last done in it, UTC"""

    @property
    def named(self) -> str:
        """The mode, with the call's name behind it."""
        return f"{self.mode.title}: {self.title}" if self.title else self.mode.title


@dataclass(frozen=True, kw_only=True)
class Standing:
    """How things stand when home is shown."""

    new_here: bool = False
    """nothing was ever played"""
    put_aside: tuple[PutAside, ...] = ()
    due: tuple[str, ...] = ()
    """a line for each mode that has something due"""


def standing(store: Store) -> Standing:
    """How things stand in the records. Raises StoreError."""
    aside = tuple(_put_aside(store))
    return Standing(new_here=not aside and not store.attempts(1), put_aside=aside, due=tuple(_due(store)))


def first_words(scored: tuple[str, ...]) -> tuple[str, str, str]:
    """What somebody new is told before the first call; ``scored`` as the rubric describes its parts."""
    names = [line.partition(":")[0].lower() for line in scored]
    listed = f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else "".join(names)
    return (
        f"You are scored on {listed}, each with the words that earned it.",
        "Write as you would at work. Short is fine; nobody counts typos or how fast you type.",
        "Words only say things; what you do at your desk begins with /. Hints come as you go, and you may leave at any time.",
    )


def call_of_shift(store: Store) -> str | None:
    """The attempt under way in the shift that was put aside: it goes on as part of that shift. Raises CoolheadError."""
    from trainer.records.practices import Kind, Practices

    if not Practices(store).all(Kind.SHIFT, unfinished=True):
        return None
    from trainer.shift.kept import call_under_way  # brings with it all that a call needs, which home must not wait for

    return call_under_way(store)


def _put_aside(store: Store) -> Iterator[PutAside]:
    from trainer.records.practices import Kind, Practices

    practices = Practices(store)
    for kind in Kind:
        waiting = practices.all(kind, unfinished=True)
        # a set or room that was only looked into is nothing to go on with; a shift is from its drawing, its calls stand elsewhere
        begun = next((one for one in waiting if kind is Kind.SHIFT or practices.steps(one.id)), None)
        if begun and (mode := mode_named(kind.value)):
            yield PutAside(mode, safe_line(str(begun.body.get("title", "")), DUE_WIDTH), practices.last_made(begun))


def _due(store: Store) -> Iterator[str]:
    now = datetime.now(UTC).astimezone()
    for mode in MODES:
        if mode.due and (line := safe_line(str(opener(mode.due)(store, now)), DUE_WIDTH)):
            yield line
