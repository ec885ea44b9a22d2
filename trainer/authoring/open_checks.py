"""Lines marked CHECK that still stand in a scenario file: what its author has not looked at yet. A note, never a fault."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from trainer.words import count

PERHAPS_NAMES = "these words of the letter may be names of people, places or firms"
"""How the line begins that lists them."""
_MARKED = re.compile(r"^[ \t]*#[ \t]*CHECK:", re.MULTILINE)


@dataclass(frozen=True)
class OpenChecks:
    """How many there are, and the line of the first."""

    lines: int = 0
    first: int = 0
    names: int = 0
    """the line that lists what may be real names; 0 where none does"""

    @property
    def words(self) -> str:
        """Empty where none is left."""
        if not self.lines:
            return ""
        first = f"the first in line {self.first}" if self.lines > 1 else f"in line {self.first}"
        return f"{count(self.lines, 'line')} marked CHECK still open, {first}{f'; line {self.names} lists what may be real names' if self.names else ''}"


def open_checks(file: Path) -> OpenChecks:
    """Those of a file; none of one that cannot be read."""
    try:
        text = file.read_text(encoding="utf-8", errors="replace")
    except (OSError, ValueError):
        return OpenChecks()
    places = [match.start() for match in _MARKED.finditer(text)]
    names = re.search(rf"^[ \t]*#[ \t]*CHECK: {PERHAPS_NAMES}", text, re.MULTILINE | re.IGNORECASE)
    first, listed = (text.count("\n", 0, place) + 1 if place >= 0 else 0 for place in (places[0] if places else -1, names.start() if names else -1))
    return OpenChecks(len(places), first, listed)
