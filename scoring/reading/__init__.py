"""Text to Reading: the only place where a reply's words are interpreted."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scoring.reading.protocol import Reader


@lru_cache(maxsize=1)
def default_reader() -> Reader:
    """The reader the product uses: the trained one, or the rules alone where its runtime or its files are missing.

    Weights and rules are loaded on the first call, not on import.
    """
    from scoring.reading.reader import RuleReader

    try:
        from scoring.reading.encoder import Encoder, ModelError
        from scoring.reading.trained import TrainedReader
    except ImportError:
        return RuleReader()
    try:
        return TrainedReader(Encoder())
    except ModelError:
        return RuleReader()
