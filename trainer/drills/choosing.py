"""Which skill to drill next, and which drills a set is made of. Pure: what was answered before comes in as data, and so does the seed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from scenarios.drills import Skilled
from scenarios.skills import SKILLS

SET = 10
"""Drills of a set."""
LATEST = 10
"""First tries of a skill that say how it stands."""
LONG = timedelta(days=14)
"""Not practised for so long, a skill comes before a weaker one."""
MIXED = "mixed"
"""A set of all skills, under the name it is asked for."""
WORTH = {"done": 1.0, "partly": 0.5, "not": 0.0}


@dataclass(frozen=True, kw_only=True)
class Answered:
    """A first try at a drill, kept from some set."""

    drill: str
    skill: str
    verdict: str
    made: datetime


@dataclass(frozen=True, kw_only=True)
class Standing:
    """How a skill stands by its last first tries."""

    skill: str
    tries: int
    done: int
    worth: float
    """0-1, the mean of them"""
    last: datetime | None


def standings(answered: Iterable[Answered]) -> dict[str, Standing]:
    """Every skill's standing, in the order of the skills."""
    by_skill: dict[str, list[Answered]] = {}
    for one in answered:
        by_skill.setdefault(one.skill, []).append(one)
    return {skill.id: _standing(skill.id, sorted(by_skill.get(skill.id, []), key=lambda one: one.made)) for skill in SKILLS}


def _standing(skill: str, tries: Sequence[Answered]) -> Standing:
    latest = tries[-LATEST:]
    worth = sum(WORTH.get(one.verdict, 0.0) for one in latest) / len(latest) if latest else 0.0
    done = sum(one.verdict == "done" for one in latest)
    return Standing(skill=skill, tries=len(latest), done=done, worth=worth, last=latest[-1].made if latest else None)


def in_turn(standing: Mapping[str, Standing], now: datetime) -> list[str]:
    """The skills, the one to drill next first: never tried, then long not practised, then the weakest."""

    def key(skill: str) -> tuple[int, float]:
        found = standing[skill]
        if found.last is None:
            return 0, 0.0
        return (1, found.last.timestamp()) if now - found.last > LONG else (2, found.worth)

    return sorted(standing, key=key)


def drawn(drills: Mapping[str, Skilled], skill: str, *, seed: int, count: int = SET, seen: Sequence[str] = ()) -> list[str]:
    """The ids of a set's drills: of those never seen the plain ones first, then those seen longest ago; among equals the seed decides.

    A set is answered from plain to hard, so nobody's first line is a broad one. A mixed set takes its skills by turns. ``seen`` are drills answered before, oldest first.
    """
    last = {id_: place for place, id_ in enumerate(seen)}
    mine = [one for one in drills.values() if skill in (MIXED, one.skill)]
    order = sorted(mine, key=lambda one: (last.get(one.id, -1), one.drill.level, _draw(seed, one.id)))
    if skill == MIXED:
        order = _by_turns(order, seed)
    return [one.id for one in sorted(order[:count], key=lambda one: one.drill.level)]


def _by_turns(order: Sequence[Skilled], seed: int) -> list[Skilled]:
    rounds: dict[str, int] = {}
    placed = []
    for one in order:
        placed.append((rounds.get(one.skill, 0), _draw(seed, one.skill), one))
        rounds[one.skill] = rounds.get(one.skill, 0) + 1
    return [one for _, _, one in sorted(placed, key=lambda item: item[:2])]


def _draw(seed: int, what: str) -> str:
    return hashlib.sha256(f"{seed}/drill/{what}".encode()).hexdigest()
