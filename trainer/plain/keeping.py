"""What the plain view keeps with an attempt, and what it looks up there. Records that refuse are spoken of, and cost nobody the call."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any

from scenarios.model import Scenario
from trainer.coach import coached_how, family_of, unneeded
from trainer.disagreeing import Disagreement, keep
from trainer.errors import say
from trainer.plain.looking import KeepDisagreement
from trainer.records.store import Store, StoreError
from trainer.second_part import word_before
from trainer.word_given import Group


class Keeping:
    """One attempt, where it is kept; else whatever is said of it goes nowhere. ``what`` is what it is called when records refuse."""

    def __init__(self, store: Store | None, attempt: str | None, *, what: str = "call") -> None:
        self._store = store if attempt else None
        self._attempt = attempt or ""
        self._what = what

    def rate(self, rating: Mapping[str, Any]) -> None:
        """Keep the trainee's own rating, where they gave one."""
        if rating:
            self._try(lambda store: store.save_rating(self._attempt, dict(rating)))

    def remark(self, kind: str, body: Mapping[str, Any]) -> None:
        """Keep a remark of a kind."""
        self._try(lambda store: store.remark(self._attempt, kind, body))

    @property
    def disagree(self) -> KeepDisagreement | None:
        """Keeps a disagreement; None where the call is not kept."""
        return self._disagree if self._store else None

    def word_before(self, scenario: Scenario) -> tuple[Group, ...]:
        """For a second part: what did not hold of what was said in the first."""
        with suppress(StoreError):
            return word_before(self._store, self._attempt, scenario) if self._store else ()
        return ()

    def coached_how(self) -> str:
        """What the scorecard says of the coach; empty where there was none."""
        with suppress(StoreError):
            return coached_how(self._store, self._attempt) if self._store else ""
        return ""

    def coach_unneeded(self, scenario: Scenario) -> bool:
        """Whether the last coached calls of this kind went without a hint."""
        with suppress(StoreError):
            return self._store is not None and unneeded(self._store, family_of(scenario))
        return False

    def _disagree(self, said: Disagreement) -> None:
        self._try(lambda store: keep(store, self._attempt, said))

    def _try(self, work: Callable[[Store], None]) -> None:
        if self._store is not None:
            try:
                work(self._store)
            except StoreError as error:
                not_kept(error, self._what)


def not_kept(error: StoreError, what: str = "call") -> None:
    """Say that records refuse."""
    say(f"This {what} is not being kept. {error}")
