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
from scenarios.filenames import file_name, is_language, strings_name
from scenarios.incident import with_incident
from scenarios.problems import Problem
from scenarios.strings import TOP, entries_in, translated
from scenarios.variants import blanks, fill, rows_in
from scenarios.yaml_source import Source


@dataclass(frozen=True)
class Assembled:
    """What a file comes to. ``source`` still has its blanks; ``rows`` are the ways to play it, one at least while it can be read."""

    source: Source
    rows: tuple[Source, ...] = ()
    problems: tuple[Problem, ...] = ()
    varied: bool = False
    """whether the rows are rows of ``variants``"""
    language: str | None = None
    whole: str = ""
    """hash of everything the file holds"""

    def edition(self, row: int) -> Edition | None:
        """Which way a row, from 0, is; None where there is only one."""
        return Edition(row=row + 1 if self.varied else None, language=self.language, whole=self.whole) if self.varied or self.language else None


def assemble(source: Source, beside: Beside, language: str | None = None) -> Assembled:
    """Every way the file can be played, in its own words or in ``language``. Never raises: what is wrong stands in ``problems``.

    While an incident cannot be read nothing else is told, because half of the scenario is not there.
    """
    if source.data is None:
        return Assembled(source, problems=source.problems)
    base, problems = with_incident(source, beside)
    if base is None:
        return Assembled(source, problems=(*source.problems, *problems))
    whole, language = hash_of(base), language if language and is_language(language) else None
    strings = beside.source(strings_name(file_name(source.name), language), top=TOP) if language else None
    if strings and language:
        entries, faults = entries_in(strings, language)
        base, problems = translated(base, strings, entries, language), [*problems, *faults]
    rows = rows_in(base)
    ways = tuple(fill(base, row) for row in rows) or (base,)
    return Assembled(base, ways, (*source.problems, *problems, *blanks(base)), bool(rows), language if strings else None, whole)


def hash_of(source: Source) -> str:
    """16 hexadecimal digits that change when any value of the file does."""
    canonical = json.dumps(source.data, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return hashlib.sha256(canonical.encode()).hexdigest()[:16]
