"""What the scenarios of kept calls are called. One played from a file of its own is on no shelf; its title is in what was kept with the call."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from trainer.records.faults import StoreError
from trainer.records.store import Store


def with_kept_titles(store: Store, played: Iterable[tuple[str, str]], known: Mapping[str, str]) -> dict[str, str]:
    """``known`` titles by scenario, and those of the scenarios that are not among them; ``played`` holds attempts with their scenario, newest first."""
    found = dict(known)
    for attempt, scenario in played:
        if scenario not in found:
            found[scenario] = kept_title(store, attempt) or scenario
    return found


def kept_title(store: Store, attempt: str) -> str:
    """The title of what was played; nothing where it cannot be read."""
    try:
        return str(json.loads(store.scenario_text(attempt))["title"])
    except (StoreError, ValueError, KeyError, TypeError):
        return ""
