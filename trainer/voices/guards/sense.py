"""What a line sounds like as a whole, where no cue word gives it away: won over, or written from the other side of the desk.

Two linear heads on what the trained reader's encoder makes of the line, made by ``training.py`` from our own corpus, the
library and labelled lines, none of it from the set that measures. On lines that nobody tuned for the cue words alone find
0.22 of those won over and 0.40 of those in the rep's voice; with the heads it is 0.39 and 0.80, with no more good lines
refused. Where the encoder cannot run, the cue words stand alone.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from scoring.reading import shared_encoder

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

HEADS = Path(__file__).parent / "heads.json"
TAKING, REP = 1.0, 1.3
"""Scores from which on a line counts as taking an offer, as a rep's."""
ACTS, MEANING = 1 / 8, 4.0
"""What logits and unit vectors are multiplied with, so that neither drowns the other."""


_SENTENCE = re.compile(r"\S[^.?!…]*[.?!…\"”]*")


@dataclass(frozen=True)
class Sense:
    """How much a line sounds like each; the edges were set on scenes left out of the making."""

    taking: float
    rep: float


@lru_cache(maxsize=256)
def sense(text: str) -> Sense | None:
    """What the line sounds like; None where the encoder cannot run."""
    found = features(text)
    if found is None:
        return None
    heads = _heads()
    return Sense(*(float(found @ heads[name][:-1] + heads[name][-1]) for name in ("taking", "rep")))


def features(text: str) -> NDArray[np.float64] | None:
    """The line as the heads see it: 29 acts and 384 numbers of meaning, the mean of its sentences, each read among the others."""
    encoder = shared_encoder()
    if encoder is None:
        return None
    import numpy as np

    from scoring.reading.inputs import Surroundings

    judged = encoder.judge(encoder.encode(text, _sentences(text), Surroundings()))
    return np.concatenate([judged.acts.mean(axis=0) * ACTS, judged.meaning.mean(axis=0) * MEANING]).astype(np.float64)


def _sentences(text: str) -> list[tuple[int, int]]:
    """Where each sentence stands; at least one."""
    found = [match.span() for match in _SENTENCE.finditer(text) if any(c.isalnum() for c in match[0])]
    return found or [(0, len(text))]


@lru_cache(maxsize=1)
def _heads() -> dict[str, NDArray[np.float64]]:
    import numpy as np

    return {name: np.array(weights) for name, weights in json.loads(HEADS.read_text(encoding="utf-8")).items()}
