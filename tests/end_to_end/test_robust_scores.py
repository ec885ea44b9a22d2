"""How a rep types is not how a rep does: slips, case, spelling, names and emoji leave the scores of a scripted call where they were."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random
from statistics import mean

import pytest

from scenarios.library import catalogue, find
from scoring.rubric import load_rubric
from scoring.scorecard import scorecard
from scoring.scores import DIMENSIONS, Dimension
from tests.end_to_end.test_golden import CLOSELY
from trainer.headless import play
from trainer.replies import Reply, read_replies

GOLDEN = {entry.id: Path(entry.path).with_suffix(".golden") for entry in catalogue() if entry.id in CLOSELY}
REPS = ("model", "plain", "quick-deaf")
MOST = 2.0
"""points that a dimension's mean over all scripted calls may move"""
AMERICAN = {
    "apologise": "apologize",
    "apologised": "apologized",
    "colour": "color",
    "realise": "realize",
    "cancelled": "canceled",
    "centre": "center",
    "favour": "favor",
    "organise": "organize",
}
DIALECT = {"you": "ye", "my": "me", "isn't": "isnae", "nothing": "nowt", "anything": "owt", "with": "wi", "very": "dead", "yes": "aye"}


def _slips(text: str) -> str:
    """About one word in twelve of five letters or more with two letters changed round."""
    rng = Random(text)

    def slip(word: re.Match[str]) -> str:
        at = rng.randrange(1, len(word[0]) - 2)
        return word[0] if rng.random() > 1 / 12 else word[0][:at] + word[0][at + 1] + word[0][at] + word[0][at + 2 :]

    return re.sub(r"\b[a-z]{5,}\b", slip, text)


def _swapped(words: dict[str, str]) -> Callable[[str], str]:
    return lambda text: re.sub(r"\b[a-z']+\b", lambda m: words.get(m[0], m[0]), text)


HABITS: dict[str, Callable[[str], str]] = {
    "mistyped letters": _slips,
    "lower case": str.lower,
    "no apostrophes": lambda text: text.replace("'", ""),
    "American spelling": _swapped(AMERICAN),
    "dialect words": _swapped(DIALECT),
    "an emoji at the end": lambda text: f"{text} 🙂",
    "the rep's name at the end": lambda text: f"{text} Ngozi",
}


def _typed(reply: Reply, habit: Callable[[str], str]) -> Reply:
    return replace(reply, say=habit(reply.say)) if reply.say else reply


def _means(habit: Callable[[str], str]) -> dict[Dimension, float]:
    rubric = load_rubric()
    cards = []
    for scenario_id, folder in GOLDEN.items():
        scenario = find(scenario_id)
        for rep in REPS:
            replies = [_typed(reply, habit) for reply in read_replies(folder / f"{rep}.txt")]
            cards.append(scorecard(play(scenario, replies, seed=0).transcript, scenario, rubric))
    return {dimension: mean(card.scores[dimension].value or 0.0 for card in cards) for dimension in DIMENSIONS}


@pytest.fixture(scope="module")
def as_typed() -> dict[Dimension, float]:
    return _means(lambda text: text)


@pytest.mark.parametrize("habit", HABITS)
def test_how_a_rep_types_moves_no_dimension(habit: str, as_typed: dict[Dimension, float]) -> None:
    moved = {dimension: value - as_typed[dimension] for dimension, value in _means(HABITS[habit]).items()}
    assert {dimension: round(by, 1) for dimension, by in moved.items() if abs(by) > MOST} == {}
