"""Fits what cannot be reasoned out: what each act is worth where no scenario counts the chances, and how wordings sound.

Both are fitted on the train split alone. Acts on the annotators' labels, not on what the reader sees, so that a weight says
what the act is worth and not how well it is found; signs are given, for no fit may pay for a harm.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from math import exp
from pathlib import Path
from typing import Any

import numpy as np
import yaml
from numpy.typing import NDArray

from scenarios.acts import Act
from scoring.agreement.rated import Rated
from scoring.earning import HALVING
from scoring.rubric import ByActs
from scoring.scores import Dimension
from scoring.tone import FILE, phrases_of

WRITERS = 8
"""Writers who must have used a turn of phrase for it to be known at all."""
RIDGE = 60.0
LEAST = 0.15
"""Points below which a turn of phrase is left out."""
HEAVIEST = 8.0
"""Points no single turn of phrase may pass, however it went with the ratings: one "well" is no quarrel."""
MANNERS = Path(__file__).with_name("manners.yaml")

Matrix = NDArray[np.float64]


def fit_acts(calls: Sequence[Rated], dimension: Dimension, rules: ByActs) -> tuple[float, dict[Act, float]]:
    """Base and points of each act the rubric names for a dimension, on 0-100: what it can earn at most, or costs each time."""
    acts = (*rules.earns, *rules.costs)
    features = np.array([[_amount(call, act, rules) for act in acts] for call in calls])
    goal = np.array([(call.ratings[dimension] - 1) * 25 for call in calls])
    signs = np.array([1.0] * len(rules.earns) + [-1.0] * len(rules.costs))
    weights = _at_least_nought(features * signs, goal) * signs
    return float(goal.mean() - features.mean(0) @ weights), dict(zip(acts, weights.tolist(), strict=True))


def _amount(call: Rated, act: Act, rules: ByActs) -> float:
    times = sum(act.value in labels for labels in call.labels)
    return 1 - exp(-times / HALVING) if act in rules.earns else max(0.0, times - rules.free.get(act, 0))


def _at_least_nought(features: Matrix, goal: Matrix, steps: int = 6000) -> Matrix:
    """Least squares with no weight below nought, by projected steps downhill."""
    x, y = features - features.mean(0), goal - goal.mean()
    square = x.T @ x / len(x) + 1e-3 * np.eye(x.shape[1])
    slope, length = x.T @ y / len(x), float(np.linalg.eigvalsh(square).max())
    weights: Matrix = np.zeros(x.shape[1])
    for _ in range(steps):
        weights = np.maximum(0, weights - (square @ weights - slope) / length)
    return weights


def manners() -> dict[str, str]:
    """Each turn of phrase that may cost at all, with what a trainer would say of it.

    Ratings go with a greeting, a weekday or a pronoun as easily as with a sneer, for whoever wrote the cold reps had habits. So
    nothing is fitted but what a person has put into ``manners.yaml`` with its reason, and of that only what costs is kept.
    """
    return {turn: group["why"] for group in _groups() for turn in group["turns"]}


def _groups() -> list[dict[str, Any]]:
    return list(yaml.safe_load(MANNERS.read_text(encoding="utf-8")).values())


def fit_tone(calls: Sequence[Rated]) -> dict[str, float]:
    """Points each turn of phrase takes from a call's calmness: ridge regression on which of them a call holds, or as its group gives them.

    Writers of the rated calls were told to hide their stock phrases, so some that every trainer knows are too rare there to fit.
    """
    listed = manners()
    users: dict[str, set[str]] = defaultdict(set)
    held = [{phrase for reply in call.replies for sentence in phrases_of(reply) for phrase in sentence if phrase in listed} for call in calls]
    for call, phrases in zip(calls, held, strict=True):
        for phrase in phrases:
            users[phrase].add(call.writer)
    known = sorted(phrase for phrase, by in users.items() if len(by) >= WRITERS)
    place = {phrase: n for n, phrase in enumerate(known)}
    x: Matrix = np.zeros((len(calls), len(known)))
    for row, phrases in enumerate(held):
        x[row, [place[phrase] for phrase in phrases if phrase in place]] = 1
    goal = np.array([(call.ratings["calmness"] - 1) * 25 for call in calls])
    x, goal = x - x.mean(0), goal - goal.mean()
    weights = np.linalg.solve(x.T @ x + RIDGE * np.eye(len(known)), x.T @ goal)
    given = {turn: -float(group["points"]) for group in _groups() if "points" in group for turn in group["turns"]}
    return {phrase: max(-HEAVIEST, round(float(weights[n]), 2)) for phrase, n in place.items() if weights[n] <= -LEAST} | given


def write_tone(phrases: dict[str, float]) -> None:
    """Replace ``tone.json``."""
    FILE.write_text(json.dumps({"version": "tone-2", "phrases": phrases}, indent=0, sort_keys=True) + "\n", encoding="utf-8")
