"""Which side of the desk a line sounds like, from runs of one to three words: how it is written, where cue words see only what.

A linear model over hashed runs, made by ``training.py`` from what reps and customers write in our own corpus and scenarios,
none of it from the labelled lines. On those it finds more lines that speak as the rep than the cue words do, and others; the
two together are the guard.
"""

from __future__ import annotations

import math
import zlib
from array import array
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from trainer.voices.guards.normal import plain, words

WEIGHTS = Path(__file__).parent / "sides.bin"
BUCKETS = 1 << 15
SCALE = 12
"""Weights are kept as whole numbers, this many to 1."""

AS_REP = 2.3
"""From here on a line sounds like a rep: one customer's line in a hundred does, of lines the model was not made from."""

LEAST = 5
"""Words a line must have to be judged by its sound."""


def runs(text: str) -> Iterator[int]:
    """The bucket of every run of one to three words; figures all count as one."""
    said = ["", *("0" if word[0].isdigit() or word[0] in "£$€" else word for word in words(plain(text))), ""]
    for size in (1, 2, 3):
        for at in range(len(said) - size + 1):
            yield zlib.crc32(f"{size}{' '.join(said[at : at + size])}".encode()) % BUCKETS


def sounds_like_rep(text: str) -> float:
    """Above 0 the line is more like a rep's, below it more like a customer's."""
    if len(words(plain(text))) < LEAST:
        return 0.0
    found, weights = set(runs(text)), _weights()
    return weights[BUCKETS] / SCALE + sum(weights[bucket] for bucket in found) / SCALE / math.sqrt(len(found))


@lru_cache(maxsize=1)
def _weights() -> array[int]:
    kept = array("b")
    kept.frombytes(WEIGHTS.read_bytes())
    return kept
