"""Lines marked CHECK that still stand in a scenario file: what its author has not looked at yet. A note, never a fault."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from trainer.words import count

_MARKED = re.compile(r"^[ \t]*#[ \t]*CHECK:", re.MULTILINE)


@dataclass(frozen=True)
class OpenChecks:
    """How many there are, and the line of the first."""

    lines: int = 0
    first: int = 0

    @property
    def words(self) -> str:
        """Empty where none is left."""
        if not self.lines:
            return ""
        first = f"the first in line {self.first}" if self.lines > 1 else f"in line {self.first}"
        return f"{count(self.lines, 'line')} marked CHECK still open, {first}"


def open_checks(file: Path) -> OpenChecks:
    """Those of a file; none of one that cannot be read."""
    try:
        text = file.read_text(encoding="utf-8", errors="replace")
    except (OSError, ValueError):
        return OpenChecks()
    places = [match.start() for match in _MARKED.finditer(text)]
    return OpenChecks(len(places), text.count("\n", 0, places[0]) + 1) if places else OpenChecks()
