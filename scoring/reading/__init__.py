"""Text to Reading: the only place where a reply's words are interpreted."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scoring.reading.protocol import Reader


@lru_cache(maxsize=1)
def default_reader() -> Reader:
    """The reader the product uses. Its rules are compiled on the first call, not on import."""
    from scoring.reading.reader import RuleReader

    return RuleReader()
