"""How a group spreads over each skill, from the progress its members handed over; nobody is named, nobody is ranked.

What is read is what ``coolhead progress --json`` writes. Files are strangers' work: only known keys are looked at, and of
them only levels.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from scenarios.skills import SKILLS, Skill
from trainer.errors import ContentError, CoolheadError, UsageError
from trainer.practice.progress import FORM
from trainer.text import safe_line
from trainer.words import count

LEAST = 3
"""Learners below which a spread would name them."""
LARGEST = 50_000_000
"""Bytes of a file that is read."""
LOW = 60
"""Level below which a skill still needs work; for counting how many it does."""


class _Skill(BaseModel):
    model_config = ConfigDict(extra="ignore", allow_inf_nan=False)

    skill: str
    level: float | None = Field(ge=0, le=100)
    chances: float = Field(ge=0)


class _Handed(BaseModel):
    model_config = ConfigDict(extra="ignore", allow_inf_nan=False)

    form: str
    skills: tuple[_Skill, ...]


@dataclass(frozen=True, kw_only=True)
class Spread:
    """One skill over the group; levels of 0-100."""

    skill: Skill
    measured: int
    """learners of whom there is enough to say"""
    lowest: float | None
    middle: float | None
    highest: float | None
    below: int
    """learners below ``LOW``"""


def handed_over(named: Sequence[Path]) -> tuple[list[Path], list[str]]:
    """The files named, and those in folders named that hold somebody's progress; and what of a folder was left out, in sentences."""
    files: list[Path] = []
    left_out: list[str] = []
    for path in named:
        if not path.is_dir():
            files.append(path)
            continue
        for file in sorted(path.glob("*.json")):
            try:
                _read(file)
            except CoolheadError as error:
                left_out.append(f"Left out: {error.sentence}")
            else:
                files.append(file)
    return files, left_out


def spreads(files: Sequence[Path]) -> list[Spread]:
    """The spread of each skill. Raises UsageError for too few files, ContentError for one that is no progress."""
    if len({file.resolve() for file in files}) < max(LEAST, len(files)):
        raise UsageError(f"A group is at least {LEAST} learners, each with a file of their own.", "Each saves one with: coolhead progress --json > FILE")
    handed = [_read(file) for file in files]
    return [
        _spread(skill, [one.level for each in handed for one in each.skills if one.skill == skill.id and one.level is not None and one.chances >= 2])
        for skill in SKILLS
    ]


def _spread(skill: Skill, levels: list[float]) -> Spread:
    if len(levels) < LEAST:
        return Spread(skill=skill, measured=len(levels), lowest=None, middle=None, highest=None, below=0)
    return Spread(skill=skill, measured=len(levels), lowest=min(levels), middle=median(levels), highest=max(levels), below=sum(each < LOW for each in levels))


def _read(file: Path) -> _Handed:
    name = safe_line(str(file), 200)
    if not file.is_file():
        raise UsageError(f"There is no file {name}.", "Each learner makes one with: coolhead progress --json > FILE")
    try:
        if file.stat().st_size > LARGEST:
            raise ContentError(f"{name} is too large to be somebody's progress.")
        found = _Handed.model_validate(json.loads(file.read_text(encoding="utf-8")))
    except OSError as error:
        raise UsageError(f"{name} cannot be read: {error.strerror}.") from error
    except (ValueError, ValidationError, RecursionError) as error:
        raise ContentError(f"{name} does not hold anybody's progress.", "It is made by: coolhead progress --json > FILE") from error
    if found.form != FORM:
        raise ContentError(f"{name} was written by another version of Coolhead.", "Let it be made anew with: coolhead progress --json > FILE")
    return found


def spread_line(one: Spread) -> str:
    """One skill over the group, in a sentence."""
    if one.middle is None:
        return f"measured for {count(one.measured, 'learner')}, and told from {LEAST} on."
    return f"the middle one at {one.middle:.0f}, all from {one.lowest:.0f} to {one.highest:.0f}; {one.below} of {one.measured} below {LOW}."


def said_of(learners: int) -> str:
    """What the figures are, and of how many."""
    return f"{count(learners, 'learner')}, unnamed. Levels are of 100, as each learner's own progress gives them."


def as_dict(found: Sequence[Spread], learners: int) -> dict[str, Any]:
    """For ``--json``."""
    rows = [
        {"skill": one.skill.id, "measured": one.measured, "lowest": one.lowest, "middle": one.middle, "highest": one.highest, "below_60": one.below}
        for one in found
    ]
    return {"learners": learners, "skills": rows}
