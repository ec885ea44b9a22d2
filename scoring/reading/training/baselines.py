"""What simpler means reach on the same replies: a linear model on n-grams, and the nearest example by sentence embedding."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from scoring.reading.evaluate import Finder, Seen
from scoring.reading.labelled import ACTS, Example, calls, contrast
from scoring.reading.training.measure import thresholds, truth, whole


def finders() -> dict[str, Finder]:
    """The baselines, made from the training split and tuned on dev as the model is."""
    learn = [*calls("train"), *contrast()]
    return {"linear on n-grams": ngrams(learn), "nearest example (MiniLM)": nearest(learn)}


def _sentences(examples: Sequence[Example]) -> list[str]:
    return [example.text[a:b] for example in examples for a, b in example.units]


def _judged(examples: Sequence[Example]) -> tuple[list[str], NDArray[np.bool_]]:
    rows = [(e.text[a:b], acts) for e in examples for (a, b), acts in zip(e.units, e.acts, strict=True) if acts is not None]
    return [text for text, _ in rows], np.array([[act in acts for act in ACTS] for _, acts in rows], dtype=bool)


def _split(scores: NDArray[np.float32], examples: Sequence[Example]) -> list[NDArray[np.float32]]:
    ends = np.cumsum([len(e.units) for e in examples])[:-1]
    return list(np.split(scores, ends))


class _Score:
    """Something that gives every sentence of every example 29 scores."""

    def __call__(self, examples: Sequence[Example]) -> list[NDArray[np.float32]]:
        raise NotImplementedError


def _tuned(score: _Score) -> Finder:
    dev = calls("dev")
    least = thresholds(whole(score(dev)), truth(dev))

    def find(examples: Sequence[Example]) -> list[list[Seen]]:
        return [
            [Seen(act, *unit, 0.5) for unit, row in zip(example.units, rows, strict=True) for place, act in enumerate(ACTS) if row[place] >= least[place]]
            for example, rows in zip(examples, score(examples), strict=True)
        ]

    return find


class _Ngrams(_Score):
    def __init__(self, learn: Sequence[Example]) -> None:
        from sklearn.feature_extraction.text import TfidfVectorizer
        from sklearn.linear_model import LogisticRegression
        from sklearn.multiclass import OneVsRestClassifier
        from sklearn.pipeline import FeatureUnion, make_pipeline

        words, goal = _judged(learn)
        grams = FeatureUnion(
            [
                ("words", TfidfVectorizer(ngram_range=(1, 3), min_df=2, sublinear_tf=True)),
                ("letters", TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), min_df=3, sublinear_tf=True)),
            ]
        )
        self._model = make_pipeline(grams, OneVsRestClassifier(LogisticRegression(C=8, max_iter=300, class_weight="balanced")))
        self._model.fit(words, goal.astype(int))

    def __call__(self, examples: Sequence[Example]) -> list[NDArray[np.float32]]:
        return _split(np.asarray(self._model.decision_function(_sentences(examples)), dtype=np.float32), examples)


class _Nearest(_Score):
    def __init__(self, learn: Sequence[Example]) -> None:
        from scoring.reading.training.fit import embed

        words, self._goal = _judged(learn)
        self._embed = embed
        self._known = embed(words)

    def __call__(self, examples: Sequence[Example]) -> list[NDArray[np.float32]]:
        nearest = np.argmax(self._embed(_sentences(examples)) @ self._known.T, axis=1)
        return _split(np.where(self._goal[nearest], 4.0, -4.0).astype(np.float32), examples)


def ngrams(learn: Sequence[Example]) -> Finder:
    """One-against-rest logistic regression on word and letter n-grams of the sentence."""
    return _tuned(_Ngrams(learn))


def nearest(learn: Sequence[Example]) -> Finder:
    """The acts of the labelled sentence whose pretrained embedding is nearest."""
    return _tuned(_Nearest(learn))
