"""The scenarios at hand as cards a shift is drawn from. Reads the library and what was played; decides nothing."""

from __future__ import annotations

from collections.abc import Iterator

from scenarios.library import Entry
from scenarios.names import short_name
from scenarios.problems import ScenarioProblems
from trainer.errors import CoolheadError
from trainer.finding import at_hand, scenario_named
from trainer.records.store import Store
from trainer.shift.goodwill import most
from trainer.shift.plan import Card

CONTENT = 35.0
"""Anger at the opening, 0-100, up to which a customer counts as content."""


def cards(store: Store) -> list[Card]:
    """A card for each scenario a shift may hold: no guided first calls, and no second part before its first."""
    entries = at_hand()
    seconds: dict[str, Entry] = {}
    for entry in entries:
        if entry.first_part:
            seconds.setdefault(entry.first_part, entry)
    return [card for entry in entries if not entry.guided and not entry.first_part for card in _card(entry, seconds.get(entry.id), store)]


def _card(entry: Entry, second: Entry | None, store: Store) -> Iterator[Card]:
    try:
        scenario = scenario_named(entry.id)
    except (CoolheadError, ScenarioProblems):  # a file that has just been broken keeps nobody from the others
        return
    anger = scenario.customer.temper.anger
    yield Card(
        id=entry.id,
        title=entry.title,
        customer=short_name(scenario.customer.name),
        trade=entry.trade,
        level=entry.level,
        currency=scenario.currency,
        minutes=scenario.par_or_default.minutes,
        content=anger is not None and anger <= CONTENT,
        incident=entry.incident or "",
        second=second.id if second else "",
        goodwill=most(scenario),
        firm=(scenario.business or "").partition(",")[0],
        today=f"{scenario.now:%A} {scenario.now.day} {scenario.now:%B %Y, %H:%M}",
        seen=store.newest_finished(entry.id) is not None,
    )
