"""Agreement between scores and ratings: rank correlation, and how often the better of two calls scores higher."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray


def spearman(a: Sequence[float], b: Sequence[float]) -> float:
    """Rank correlation, -1 to 1; ties share their mean rank, and 0 where either side never varies."""
    x, y = _ranks(a), _ranks(b)
    x, y = x - x.mean(), y - y.mean()
    scale = float(np.sqrt((x @ x) * (y @ y)))
    return float(x @ y) / scale if scale else 0.0


def pairs_right(scores: Sequence[float], ratings: Sequence[float], *, apart: float = 1.0) -> tuple[int, int]:
    """Of the pairs whose ratings lie at least ``apart``: how many the scores put in that order, and how many there are."""
    far = [(i, j) for i, j in combinations(range(len(scores)), 2) if abs(ratings[i] - ratings[j]) >= apart]
    return sum((scores[i] - scores[j]) * (ratings[i] - ratings[j]) > 0 for i, j in far), len(far)


def _ranks(values: Sequence[float]) -> NDArray[np.float64]:
    _, place, count = np.unique(np.asarray(values, dtype=float), return_inverse=True, return_counts=True)
    last = np.cumsum(count)
    ranks: NDArray[np.float64] = (last - (count - 1) / 2)[place]
    return ranks
