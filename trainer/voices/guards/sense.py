"""What a line sounds like as a whole, where no cue word gives it away: won over, or written from the other side of the desk.

Three linear heads on what the trained reader's encoder makes of the line, made by ``training.py`` from our own corpus, the
library and labelled lines, none of it from the sets that measure. The third holds a line against the written one it stands
for. On near misses that nobody tuned for, cue words and the first two heads catch 46 of 100 bad lines, with the third 70;
more good near misses are refused for it (about one in five instead of one in seven), which costs no more than the written
line. Where the encoder cannot run, the cue words stand alone.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from scenarios.moves import Move
from scoring.reading import shared_encoder

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

HEADS = Path(__file__).parent / "heads.json"
TAKING, REP, AWAY, NEAR = 1.0, 1.3, 1.3, -2.0
"""Scores from which on a line counts as taking an offer, as a rep's, as something else than the line it stands for; and below which it plainly
says the same."""
ACTS_SEEN = 29
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


@lru_cache(maxsize=256)
def away(text: str, written: str, move: Move) -> float | None:
    """How much a line says something else than the written one, as a line of this move; None where the encoder cannot run."""
    said, meant = features(text), features(written)
    if said is None or meant is None:
        return None
    head = _heads()["away"]
    return float(beside(said, meant, move) @ head[:-1] + head[-1])


def beside(said: NDArray[np.float64], meant: NDArray[np.float64], move: Move) -> NDArray[np.float64]:
    """A line beside the one it stands for, as the third head sees them."""
    import numpy as np

    which = np.array([float(move is one) for one in Move])
    return np.concatenate([said, meant, np.abs(said - meant), said * meant, which, np.outer(which, said[:ACTS_SEEN]).ravel()])


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
