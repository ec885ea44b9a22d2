"""A fault in a file somebody wrote: where it is, what is wrong, and what to do, in words for its author.

Content faults are never tracebacks and never come one at a time; ``ScenarioProblems`` carries all of them.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from itertools import islice
from typing import NamedTuple

from scenarios.problem_codes import Code, Severity
from scenarios.problem_table import CODES

__all__ = ["CODES", "CONTROL", "MAX_PROBLEMS", "At", "Code", "Problem", "ScenarioProblems", "Severity", "did_you_mean", "fault", "listed", "shown"]

MAX_PROBLEMS = 100
"""Nobody mends more than this in one go; a file with more is cut off here."""

CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]")
"""What a terminal could obey or an author cannot see: C0 and C1 controls but tab and line ends, odd line separators,
overrides of the writing direction, a stray byte order mark, and what is no character at all."""


class At(NamedTuple):
    """A place in a file: line and column, from 1."""

    line: int
    column: int
    file: str = ""
    """the file, where it is another than the one being checked"""


@dataclass(frozen=True, kw_only=True)
class Problem:
    """One fault. ``line`` and ``column`` count from 1."""

    file: str
    line: int
    column: int
    code: Code
    message: str
    remedy: str
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        kind = "warning: " if self.severity is Severity.WARNING else ""
        return f"{self.file}:{self.line}:{self.column}: {self.code} {kind}{self.message} ({self.remedy})"

    def as_dict(self) -> dict[str, str | int]:
        """For ``--json``: plain strings and numbers."""
        return {key: value if isinstance(value, int) else str(value) for key, value in asdict(self).items()}


class ScenarioProblems(ValueError):  # noqa: N818 - it carries problems, and is named for them
    """A scenario, voice or transcript that cannot be used, with every fault found in it."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


def fault(code: Code, file: str, at: At | tuple[int, int], message: str, remedy: str | None = None) -> Problem:
    """A problem of this code at (line, column); the table supplies severity and, where none is given, the remedy."""
    info, at = CODES[code], At(*at)
    return Problem(
        file=shown(at.file or file, 300), line=at.line, column=at.column, code=code, message=message, remedy=remedy or info.remedy, severity=info.severity
    )


def shown(value: object, limit: int = 40) -> str:
    """A value as it may stand in a message: one line, no control characters, not long."""
    text = CONTROL.sub("\ufffd", str(value)[: limit + 1]).replace("\n", " ").replace("\r", " ").replace("\t", " ")
    return text if len(text) <= limit else text[: limit - 1] + "…"


def did_you_mean(word: str, choices: Iterable[str]) -> str | None:
    """The choice the author most likely meant, if one is close. Only the first few hundred are looked at, so that no file can make this slow."""
    by_low = {choice.lower(): choice for choice in islice(choices, 300) if len(choice) <= 80}
    low = word[:80].lower().replace("_", "-") if any("-" in choice for choice in by_low) else word[:80].lower()
    near = difflib.get_close_matches(low, by_low, n=1, cutoff=0.6)
    return by_low[near[0]] if near else None


def listed(words: Iterable[str], limit: int = 12) -> str:
    """``a, b and c``; a long list is cut."""
    many = [shown(word) for word in words]
    if len(many) > limit:
        return f"{', '.join(many[:limit])} and {len(many) - limit} more"
    return f"{', '.join(many[:-1])} and {many[-1]}" if len(many) > 1 else "".join(many)
