"""What a judged call says about each skill: owns the reading of ``skills.yaml`` and nothing else.

A call gives a measure for a skill only where it held a chance to show it. The measure is the share of chances taken, not
points, so that calls judged by different rubrics can stand in one curve.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Annotated, Protocol

from pydantic import Field

from scenarios.yaml_source import plain_values
from scoring.rubric import Share, Strict, load_rubric

LET_GO = 0.5
"""Weight of an angry opening after which a skill was not shown at all: softer evidence than a row."""
MOST = 2.0
"""The most one call weighs for one skill: a call full of chances is still one call."""

Weight = Annotated[float, Field(gt=0, le=5)]


class Row(Protocol):
    """As much of a row of evidence as is needed here."""

    @property
    def rule(self) -> str: ...
    @property
    def points(self) -> float: ...
    @property
    def says(self) -> str: ...


@dataclass(frozen=True, kw_only=True)
class Measure:
    """How far a skill was shown where there was a chance to."""

    value: float
    """0-1"""
    weight: float
    """chances it rests on"""


class Signs(Strict):
    """The rules that speak of one skill; see the head of ``skills.yaml``."""

    shown: dict[str, Share] = Field(default_factory=dict)
    against: dict[str, Weight] = Field(default_factory=dict)
    angry: Annotated[float, Field(ge=0, le=100)] | None = None


class SkillTable(Strict):
    """The whole of ``skills.yaml``."""

    version: str
    skills: dict[str, Signs]


@cache
def skill_table() -> SkillTable:
    """The table that ships."""
    return SkillTable.model_validate(plain_values(Path(__file__).with_name("skills.yaml").read_text(encoding="utf-8")))


def measures(rows: Iterable[Row], *, opening_anger: float) -> dict[str, Measure]:
    """The measure of every skill that a call with these rows of evidence held a chance for."""
    taken: dict[str, list[tuple[float, float]]] = {}
    for row in rows:
        shown, against = _signs_of(row.rule, row.says) if row.rule in _narrowed() else _signs_of(row.rule, "")
        for skill, value in shown:
            taken.setdefault(skill, []).append((value if row.points > 0 else 0.0, 1.0))
        if row.points < 0:
            for skill, weight in against:
                taken.setdefault(skill, []).append((0.0, weight))
    for skill, signs in skill_table().skills.items():
        if skill not in taken and signs.angry is not None and opening_anger >= signs.angry:
            taken[skill] = [(0.0, LET_GO)]
    return {skill: _joined(found) for skill, found in taken.items()}


def _joined(found: list[tuple[float, float]]) -> Measure:
    weight = sum(each for _, each in found)
    return Measure(value=sum(value * each for value, each in found) / weight, weight=min(MOST, weight))


Found = tuple[tuple[str, float], ...]


@lru_cache(maxsize=4096)
def _signs_of(rule: str, says: str) -> tuple[Found, Found]:
    """The skills a row shows and those it speaks against, each with its number."""
    act = next((act for act, sentence in load_rubric().acts.items() if says.endswith(sentence)), None) if says else None
    keys = (rule, f"{rule}/{act}")
    table = skill_table().skills.items()
    shown = tuple((skill, signs.shown[key]) for skill, signs in table for key in keys if key in signs.shown)
    return shown, tuple((skill, signs.against[key]) for skill, signs in table for key in keys if key in signs.against)


@cache
def _narrowed() -> frozenset[str]:
    """Rules of which some skill wants one act only. A site that rewords its acts' sentences has them passed over here."""
    named = [key for signs in skill_table().skills.values() for key in (*signs.shown, *signs.against)]
    return frozenset(key.partition("/")[0] for key in named if "/" in key)
