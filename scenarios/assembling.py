"""From what an author wrote to ordinary scenarios: whatever the language has beyond one plain file is resolved here.

It works on plain values, before any check, so that checks, engine and scoring only ever meet finished scenarios; every value
keeps the place where its author wrote it.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass

from scenarios.beside import Beside
from scenarios.edition import Edition
from scenarios.incident import with_incident
from scenarios.problems import Problem
from scenarios.variants import blanks, fill, rows_in
from scenarios.yaml_source import Source


@dataclass(frozen=True)
class Assembled:
    """What a file comes to. ``source`` still has its blanks; ``rows`` are the ways to play it, one at least while it can be read."""

    source: Source
    rows: tuple[Source, ...]
    problems: tuple[Problem, ...]
    varied: bool
    """whether the rows are rows of ``variants``"""

    def edition(self, row: int) -> Edition | None:
        """Which way a row, from 0, is; None where there is only one."""
        return Edition(row=row + 1, whole=hash_of(self.source)) if self.varied else None


def assemble(source: Source, beside: Beside) -> Assembled:
    """Every way the file can be played. Never raises: what is wrong stands in ``problems``.

    While an incident cannot be read nothing else is told, because half of the scenario is not there.
    """
    if source.data is None:
        return Assembled(source, (), source.problems, False)
    whole, problems = with_incident(source, beside)
    if whole is None:
        return Assembled(source, (), (*source.problems, *problems), False)
    rows = rows_in(whole)
    ways = tuple(fill(whole, row) for row in rows) or (whole,)
    return Assembled(whole, ways, (*source.problems, *problems, *blanks(whole)), bool(rows))


def hash_of(source: Source) -> str:
    """16 hexadecimal digits that change when any value of the file does."""
    canonical = json.dumps(source.data, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return hashlib.sha256(canonical.encode()).hexdigest()[:16]
