"""From logits to findings: calibration and one threshold an act, both chosen on the dev split, and agreement counted by reply."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from scenarios.acts import HARM
from scoring.reading.labelled import ACTS, Example

HARMS = [i for i, act in enumerate(ACTS) if act in HARM]
Logits = Sequence[NDArray[np.float32]]


def whole(logits: Logits) -> NDArray[np.float32]:
    """(N, 29) the highest logit of each act over a reply's sentences."""
    return np.stack([rows.max(0) if len(rows) else np.full(len(ACTS), -9.0, dtype=np.float32) for rows in logits])


def truth(examples: Sequence[Example]) -> NDArray[np.bool_]:
    """(N, 29) which acts a reply holds."""
    return np.array([[act in example.whole for act in ACTS] for example in examples], dtype=bool)


def f1(found: NDArray[np.bool_], there: NDArray[np.bool_]) -> NDArray[np.float64]:
    """(29,) F1 of each act; nan where neither side has it."""
    hit = (found & there).sum(0)
    both = found.sum(0) + there.sum(0)
    return np.where(both > 0, 2 * hit / np.maximum(both, 1), np.nan)


def macro(found: NDArray[np.bool_], there: NDArray[np.bool_], least: int = 8) -> float:
    """Mean F1 over the acts with at least ``least`` cases."""
    enough = there.sum(0) >= least
    return float(np.nanmean(f1(found, there)[enough]))


def harm(found: NDArray[np.bool_], there: NDArray[np.bool_]) -> tuple[float, float]:
    """Precision and recall of "some harm is in this reply"."""
    a, b = found[:, HARMS].any(1), there[:, HARMS].any(1)
    return float((a & b).sum() / max(1, a.sum())), float((a & b).sum() / max(1, b.sum()))


def thresholds(scores: NDArray[np.float32], there: NDArray[np.bool_], shrink: float = 8.0) -> NDArray[np.float64]:
    """(29,) logits above which an act counts as found, for the best F1 of each act.

    An act with few cases is drawn towards what suits all acts together: its own best is mostly chance.
    """
    grid = np.arange(-3.0, 3.01, 0.1)
    common = grid[int(np.argmax([np.nanmean(f1(scores >= t, there)) for t in grid]))]
    out = np.full(len(ACTS), common)
    for act in range(len(ACTS)):
        cases = int(there[:, act].sum())
        if cases < 3:
            continue
        curve = np.array([_smooth_f1(scores[:, act], there[:, act], t) for t in grid])
        curve = np.convolve(np.pad(curve, 2, mode="edge"), np.ones(5) / 5, mode="valid")
        best = grid[int(np.argmax(curve))]
        out[act] = (cases * best + shrink * common) / (cases + shrink)
    return out


def _smooth_f1(scores: NDArray[np.float32], there: NDArray[np.bool_], at: float) -> float:
    found = scores >= at
    hit = float((found & there).sum())
    return 2 * hit / max(1.0, float(found.sum() + there.sum()))


def platt(scores: NDArray[np.float32], there: NDArray[np.bool_]) -> tuple[float, float]:
    """Slope and offset that turn all acts' logits into honest confidences, by Newton's method on the log loss."""
    x, y = scores.ravel().astype(np.float64), there.ravel().astype(np.float64)
    slope, offset = 1.0, 0.0
    for _ in range(30):
        p = 1 / (1 + np.exp(-(slope * x + offset)))
        w = p * (1 - p) + 1e-9
        grad = np.array([((p - y) * x).sum(), (p - y).sum()])
        hessian = np.array([[(w * x * x).sum(), (w * x).sum()], [(w * x).sum(), w.sum()]])
        step = np.linalg.solve(hessian, grad)
        slope, offset = slope - step[0], offset - step[1]
        if np.abs(step).max() < 1e-8:
            break
    return float(slope), float(offset)


def alike(scores: NDArray[np.float32], there: NDArray[np.bool_], precision: float) -> float:
    """The lowest cosine from which at least this share of sentences say the thing; hearing what was not said is the worse mistake."""
    order = np.argsort(-scores)
    right = np.cumsum(there[order]) / np.arange(1, len(order) + 1)
    good = np.flatnonzero(right >= precision)
    return float(scores[order[good[-1]]]) if len(good) else float(scores.max())
