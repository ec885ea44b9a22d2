"""Which of a call's variants a room opens: those there are, with their first facts, and which of them this computer played last.

A trainer who has played a call the day before has prepared its facts; a room that draws others has them read a case they do not know.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from scenarios.edition import edition_of
from scenarios.model import Scenario
from scenarios.variants import row_drawn
from trainer.finding import fresh_seed, scenario_named
from trainer.records.practices import Kind, Practices
from trainer.records.store import Store
from trainer.text import safe_line

CELLS, WIDTH = 4, 60
"""Facts by which a variant is told apart, and characters of them."""
HEAD = "This call comes with other facts each time. Which?"


@dataclass(frozen=True, kw_only=True)
class Variant:
    """One row of facts."""

    number: int
    facts: str
    seed: int
    """one that draws it: the very seed it was played with last, where it was"""
    played: datetime | None = None
    """when it was played here last, if it is the one played last"""

    @property
    def told(self) -> str:
        """In a line: its facts, and when it was played."""
        return f"{self.facts}{f' (played here on {self.played.day} {self.played:%B})' if self.played else ''}"


def variants_of(store: Store, scenario: Scenario) -> tuple[Variant, ...]:
    """The variants of a call, in the order of its file; none where its facts are always the same. Raises StoreError."""
    rows = len(scenario.variants)
    if rows < 2:
        return ()
    last = _last_played(store, scenario.scenario)
    number = row_drawn(last[0], rows) + 1 if last else 0
    return tuple(
        Variant(
            number=n, facts=_facts(scenario, n), seed=last[0] if last and n == number else _seed_for(n, rows), played=last[1] if last and n == number else None
        )
        for n in range(1, rows + 1)
    )


def seed_for(store: Store, named: str) -> int:
    """The seed of a new room nobody has chosen one for: what was played here last where a call has variants, else a fresh one. Raises CoolheadError."""
    return next((one.seed for one in variants_of(store, scenario_named(named)) if one.played), fresh_seed())


def facts_line(scenario: Scenario, seed: int) -> str:
    """Which variant a room plays, and how the same is opened again; empty where there is only one."""
    edition = edition_of(scenario)
    if len(scenario.variants) < 2 or edition is None or not edition.row:
        return ""
    which = f"{edition.row} of {len(scenario.variants)}: {_facts(scenario, edition.row)}"
    return f"The facts of this call, {which}. The same again: coolhead room {scenario.scenario} --seed {seed}"


def _facts(scenario: Scenario, number: int) -> str:
    cells = {str(cell).casefold(): str(cell) for cell in reversed(list(scenario.variants[number - 1].values()))}
    return safe_line(", ".join(list(reversed(cells.values()))[:CELLS]), WIDTH)


def _seed_for(number: int, rows: int) -> int:
    while row_drawn(seed := fresh_seed(), rows) + 1 != number:
        pass
    return seed


def _last_played(store: Store, scenario: str) -> tuple[int, datetime] | None:
    """The seed of the newest call or room of a scenario, and when it was on this computer's clock."""
    calls = [(one.seed, one.began) for one in store.attempts(limit=200) if one.scenario == scenario]
    rooms = [(int(one.body["seed"]), one.began) for one in Practices(store).all(Kind.ROOM) if one.body.get("scenario") == scenario]
    found = max((*calls, *rooms), key=lambda one: one[1], default=None)
    return (found[0], found[1].astimezone()) if found else None
