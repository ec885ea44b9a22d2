"""The weights of ``scoring.reading.ties``, fitted on sentences whose ties were read: logistic regression over the exported model's vectors."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from scoring.reading.encoder import Encoder
from scoring.reading.inputs import Surroundings
from scoring.reading.labelled import Related, related
from scoring.reading.meaning import phrase
from scoring.reading.ties import Ways, signs
from scoring.reading.training.measure import alike
from scoring.reading.training.relations import known_of

HOLD = 0.1
"""how freely the weights may move: the inverse of their penalty"""
PRECISION = {"c": 0.77, "F": 0.81}
"""share of ties that must be right on dev; to hear what was not said is the worse mistake, and worst of all for a fact"""

Seen = tuple[NDArray[np.float64], NDArray[np.bool_]]


def learn(folder: Path) -> dict[str, dict[str, object]]:
    """Weights for concerns and for facts, with the least probability that counts, as ``reader.json`` keeps them."""
    encoder = Encoder(folder)
    return {
        name: _fit(_seen(encoder, related("train"), kind), _seen(encoder, related("dev"), kind), PRECISION[kind])
        for name, kind in (("concern", "c"), ("fact", "F"))
    }


def _fit(learnt: Seen, held: Seen, precision: float) -> dict[str, object]:
    model = make_pipeline(StandardScaler(), LogisticRegression(C=HOLD, max_iter=1000))
    model.fit(*learnt)
    scale, linear = model[0], model[1]
    weights = linear.coef_[0] / scale.scale_
    least = alike(model.predict_proba(held[0])[:, 1].astype(np.float32), held[1], precision)
    return {
        "weights": [round(float(w), 4) for w in weights],
        "offset": round(float(linear.intercept_[0] - (weights * scale.mean_).sum()), 4),
        "least": round(least, 3),
    }


def _seen(encoder: Encoder, items: Sequence[Related], kind: str) -> Seen:
    """Every sentence against everything of this kind that its call knows, and whether it speaks of it; a fact must be stated."""
    rows: list[NDArray[np.float64]] = []
    there: list[bool] = []
    for item in items:
        example = item.example
        judged = encoder.judge(encoder.encode(example.text, example.units, Surroundings(example.customer, example.card or (), example.log)))
        things = [(id_, ways) for id_, ways in known_of(item) if id_.startswith(kind)]
        found = signs(
            judged,
            [phrase(example.text[start:end]) for start, end in example.units],
            [Ways(encoder.meanings(ways), [*map(phrase, ways)]) for _, ways in things],
        )
        rows += [found[unit, thing] for unit in range(len(example.units)) for thing in range(len(things))]
        there += [bool({id_ if kind == "c" else f"{id_}+"} & spoken) for spoken in item.spoken for id_, _ in things]
    return np.array(rows), np.array(there)
