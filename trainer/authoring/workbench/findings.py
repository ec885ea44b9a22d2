"""What was found out about a scenario file, as it is kept and shown: its check, its par and golden replies, its measured level.

Read back from a file anybody may have changed, so everything here has bounds and nothing unknown is taken.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from scenarios.problems import Problem, Severity
from scoring.scores import DIMENSIONS


class _Kept(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


Words = Annotated[str, Field(max_length=4000)]
Place = Annotated[int, Field(ge=1, le=10_000_000)]


class Fault(_Kept):
    """One problem of the file, or of one that stands beside it."""

    file: Words
    line: Place
    column: Place
    code: Words
    message: Words
    remedy: Words
    warning: bool

    @classmethod
    def of(cls, problem: Problem) -> Fault:
        return cls(
            file=problem.file,
            line=problem.line,
            column=problem.column,
            code=str(problem.code),
            message=problem.message,
            remedy=problem.remedy,
            warning=problem.severity is Severity.WARNING,
        )


class Rep(_Kept):
    """What one golden rep came to."""

    rep: Words
    scores: dict[str, float]
    anger: float

    @property
    def row(self) -> str:
        """Its four scores, and the anger it leaves, as columns."""
        return " ".join(f"{value:>6.0f}" for value in (*(self.scores.get(dimension, 0) for dimension in DIMENSIONS), self.anger))


class Checked(_Kept):
    """All that one full check finds."""

    faults: Annotated[tuple[Fault, ...], Field(max_length=5000)] = ()
    par: tuple[int, float] | None = None
    """replies and minutes that a search finds; None where it finds no honest way, or the file cannot be played"""
    played: bool = True
    """false where errors kept it from being played"""
    golden: Annotated[tuple[Rep, ...], Field(max_length=200)] = ()
    golden_wrong: tuple[Words, ...] = ()
    """expectations of ``expected.yaml`` that do not hold"""
    expected: bool = False
    """whether there is an expected order at all"""

    @property
    def errors(self) -> int:
        return sum(not one.warning for one in self.faults)

    @property
    def warnings(self) -> int:
        return sum(one.warning for one in self.faults)


class Measured(_Kept):
    """How hard scripted reps find it."""

    level: Annotated[int, Field(ge=1, le=4)]
    novice: Annotated[float, Field(ge=0, le=1)]
    """share of the novice's calls that are settled"""
    expert: Annotated[float, Field(ge=0, le=1)]
    plays: Annotated[int, Field(ge=1)]
    """calls each of them played"""
    why: tuple[Words, ...] = ()
    """what makes it hard or easy, a sentence each"""
    faults: tuple[Words, ...] = ()
    """why one should not train on it as it stands"""


class Findings(_Kept):
    """Everything found out about one state of one file; None where nobody has looked yet."""

    checked: Checked | None = None
    measured: Measured | None = None
