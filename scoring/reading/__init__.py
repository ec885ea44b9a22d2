"""Text to Reading: the only place where a reply's words are interpreted."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scoring.reading.encoder import Encoder
    from scoring.reading.protocol import Reader


@lru_cache(maxsize=1)
def shared_encoder() -> Encoder | None:
    """The trained reader's model, loaded on the first call; None where its runtime or its files are missing."""
    try:
        from scoring.reading.encoder import Encoder, ModelError
    except ImportError:
        return None
    try:
        return Encoder()
    except ModelError:
        return None


@lru_cache(maxsize=1)
def default_reader() -> Reader:
    """The reader the product uses: the trained one, or the rules alone where its runtime or its files are missing.

    Weights and rules are loaded on the first call, not on import.
    """
    from scoring.reading.reader import RuleReader

    encoder = shared_encoder()
    if encoder is None:
        return RuleReader()
    from scoring.reading.encoder import ModelError
    from scoring.reading.trained import TrainedReader

    try:
        return TrainedReader(encoder)
    except ModelError:
        return RuleReader()
