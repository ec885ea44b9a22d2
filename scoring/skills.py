"""What a judged call says about each skill: owns the reading of ``skills.yaml`` and nothing else.

A call gives a measure for a skill only where it held a chance to show it. The measure is the share of chances taken, not
points, so that calls judged by different rubrics can stand in one curve.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Annotated, Protocol

import yaml
from pydantic import Field

from scenarios.acts import Act
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

    shown: dict[str, Share] = {}
    against: dict[str, Weight] = {}
    angry: Annotated[float, Field(ge=0, le=100)] | None = None


class SkillTable(Strict):
    """The whole of ``skills.yaml``."""

    version: str
    skills: dict[str, Signs]


@cache
def skill_table() -> SkillTable:
    """The table that ships."""
    return SkillTable.model_validate(yaml.safe_load(Path(__file__).with_name("skills.yaml").read_text(encoding="utf-8")))


def measures(rows: Iterable[Row], *, opening_anger: float) -> dict[str, Measure]:
    """The measure of every skill that a call with these rows of evidence held a chance for."""
    taken: dict[str, list[tuple[float, float]]] = {}
    for row in rows:
        for key in _keys(row):
            for skill, value in _shown().get(key, ()):
                taken.setdefault(skill, []).append((value if row.points > 0 else 0.0, 1.0))
            if row.points < 0:
                for skill, weight in _against().get(key, ()):
                    taken.setdefault(skill, []).append((0.0, weight))
    for skill, signs in skill_table().skills.items():
        if skill not in taken and signs.angry is not None and opening_anger >= signs.angry:
            taken[skill] = [(0.0, LET_GO)]
    return {skill: _joined(found) for skill, found in taken.items()}


def _joined(found: list[tuple[float, float]]) -> Measure:
    weight = sum(each for _, each in found)
    return Measure(value=sum(value * each for value, each in found) / weight, weight=min(MOST, weight))


def _keys(row: Row) -> tuple[str, ...]:
    """A row's rule, and its rule with the act it names, where it ends with an act's sentence."""
    if row.rule not in _narrowed():
        return (row.rule,)
    act = next((act for sentence, act in _sentences() if row.says.endswith(sentence)), None)
    return (row.rule, f"{row.rule}/{act}") if act else (row.rule,)


@cache
def _narrowed() -> frozenset[str]:
    """Rules of which some skill wants one act only."""
    named = [key for signs in skill_table().skills.values() for key in (*signs.shown, *signs.against)]
    return frozenset(key.partition("/")[0] for key in named if "/" in key)


@cache
def _sentences() -> tuple[tuple[str, Act], ...]:
    """What evidence says of each act; a site that rewords them has these acts counted by rule alone."""
    return tuple((sentence, act) for act, sentence in load_rubric().acts.items())


@cache
def _shown() -> Mapping[str, list[tuple[str, float]]]:
    return _turned({skill: signs.shown for skill, signs in skill_table().skills.items()})


@cache
def _against() -> Mapping[str, list[tuple[str, float]]]:
    return _turned({skill: signs.against for skill, signs in skill_table().skills.items()})


def _turned(by_skill: Mapping[str, Mapping[str, float]]) -> dict[str, list[tuple[str, float]]]:
    """From skill to rules into from rule to skills."""
    turned: dict[str, list[tuple[str, float]]] = {}
    for skill, keys in by_skill.items():
        for key, number in keys.items():
            turned.setdefault(key, []).append((skill, number))
    return turned
