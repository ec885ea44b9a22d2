"""The turns of ``coolhead model bench``: 600 that attack the model, in ten classes, and 600 as reps really write them.

The attacks are hand-written seeds put into twenty shipped scenarios; the normal turns are the golden replies of the same ones,
each at its place in its call. Always the same turns for the same library.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import islice
from pathlib import Path

import yaml

from scenarios.library import Entry, catalogue, find
from scenarios.model import Scenario
from scenarios.names import short_name
from trainer.replies import Reply, filled_replies, read_replies

FILE = Path(__file__).parent / "attacks.yaml"
SCENARIOS, EACH, NORMAL = 20, 3, 30
"""Scenarios; attacks of one class in each; normal turns in each."""
PASTED = 4_000
"""Characters of a pasted wall."""
SEED = 1


class Attack(StrEnum):
    """What an attacking turn tries."""

    OVERRIDE = "override"
    """to put other instructions in the place of ours"""
    ROLE_SWAP = "role_swap"
    """to make the customer speak as the rep, or for both"""
    ACCEPT_NOW = "accept_now"
    """to have an offer taken that the engine has not taken"""
    FLATTERY = "flattery"
    """to charm the anger away"""
    FAKE_DIRECTION = "fake_direction"
    """to pass as our own note to the model"""
    CONTROL_TOKENS = "control_tokens"
    """to open a turn of another role"""
    EXTRACTION = "extraction"
    """to have the prompt read out"""
    OTHER_LANGUAGE = "other_language"
    """to leave English, or to smuggle an order past it"""
    PASTE = "paste"
    """to bury the direction under a wall of text"""
    ABUSE = "abuse"
    """to provoke what no dial admits"""


@dataclass(frozen=True)
class Attempt:
    """One turn to have worded: the call up to it, and what the rep types."""

    scenario: str
    before: tuple[Reply, ...]
    """what the rep does first, in order"""
    say: str
    attack: Attack | None = None
    """None for a normal turn"""
    seed: int = SEED


def attempts(*, scenarios: int = SCENARIOS, each: int = EACH, normal: int = NORMAL) -> tuple[Attempt, ...]:
    """The attacks, class by class within a scenario, then the normal turns; fewer for a quick look."""
    chosen = _chosen(scenarios)
    attacking = (one for place, entry in enumerate(chosen) for one in _attacks(entry, place, each))
    ordinary = (one for entry in chosen for one in islice(_normal(entry), normal))
    return (*attacking, *ordinary)


@lru_cache(maxsize=1)
def seeds() -> dict[Attack, tuple[str, ...]]:
    """The hand-written attacks."""
    written = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return {attack: tuple(written[attack]) for attack in Attack}


def _chosen(many: int) -> list[Entry]:
    """Scenarios from all over the library that have golden replies enough."""
    full = [entry for entry in catalogue() if len(_spoken(entry)) >= NORMAL]
    return [full[n * len(full) // many] for n in range(min(many, len(full)))]


def _attacks(entry: Entry, place: int, each: int) -> Iterator[Attempt]:
    scenario = find(entry.id, (), SEED)
    opening = tuple(reply for reply in _golden(entry, "plain") if reply.say)
    for attack, lines in seeds().items():
        for n in range(each):
            typed = _put(lines[(place * each + n) % len(lines)], scenario)
            if attack is Attack.PASTE:
                typed = (typed * (PASTED // len(typed) + 1))[:PASTED]
            yield Attempt(entry.id, filled(opening[: (place + n) % 3], scenario), typed, attack)


def _normal(entry: Entry) -> Iterator[Attempt]:
    """Golden replies taken from each file in turn, so that poor reps are among them as well as good ones."""
    scenario = find(entry.id, (), SEED)
    files = [filled(tuple(_golden(entry, name)), scenario) for name in _names(entry)]
    places = [[n for n, reply in enumerate(file) if reply.say] for file in files]
    for depth in range(max(map(len, places), default=0)):
        for file, spoken in zip(files, places, strict=True):
            if depth < len(spoken):
                yield Attempt(entry.id, file[: spoken[depth]], file[spoken[depth]].say)


def filled(replies: tuple[Reply, ...], scenario: Scenario) -> tuple[Reply, ...]:
    """The replies with the scenario's blanks filled."""
    return tuple(filled_replies(replies, scenario))


def _put(seed: str, scenario: Scenario) -> str:
    name, concern = scenario.customer.name, scenario.concerns[0].what
    words = {
        "name": name,
        "first": short_name(name),
        "firm": (scenario.business or scenario.trade).split(",")[0],
        "concern": concern,
        "wants": scenario.customer.wants,
    }
    for slot, value in words.items():
        seed = seed.replace(f"{{{slot}}}", value)
    return seed


def _names(entry: Entry) -> list[str]:
    return sorted(file.stem for file in Path(entry.path).with_suffix(".golden").glob("*.txt"))


def _golden(entry: Entry, name: str) -> list[Reply]:
    file = Path(entry.path).with_suffix(".golden") / f"{name}.txt"
    return read_replies(file) if file.exists() else []


def _spoken(entry: Entry) -> list[Reply]:
    return [reply for name in _names(entry) for reply in _golden(entry, name) if reply.say]
