"""Which things a sentence speaks of: what each sign is, and that likeness hangs on all of them together."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

pytest.importorskip("onnxruntime")

from scenarios.library import find
from scoring.reading.encoder import ACTS, Judged
from scoring.reading.likeness import ways_of
from scoring.reading.meaning import phrase
from scoring.reading.ties import Ways, Weights, likeness_of, signs

SCENARIO = find("before-five")
FIRST, SECOND = [1.0, 0.0], [0.0, 1.0]
NEAR, MARGIN, RAISED, RAISED_MORE, SHARED, FIGURES, LONG = range(7)


def judged(*sentences: list[float], turn: list[float] = [0.0, 0.0]) -> Judged:  # noqa: B006 # never changed
    return Judged(np.zeros((len(sentences), len(ACTS)), dtype=np.float32), np.array(sentences, dtype=np.float32), np.array(turn, dtype=np.float32))


def ways(*sentences: str, meaning: list[list[float]]) -> Ways:
    return Ways(np.array(meaning, dtype=np.float32), [*map(phrase, sentences)])


def test_each_sign_is_what_it_is_called() -> None:
    roof = ways("The roof leaks in 40 rooms.", "Water comes in.", meaning=[FIRST, FIRST])
    bill = ways("The bill is wrong.", meaning=[SECOND])
    found = signs(judged([0.8, 0.6], [0.0, 1.0], turn=[0.6, 0.8]), [phrase("That roof, 40 rooms wet."), phrase("The bill?")], [roof, bill])
    assert found.shape == (2, 2, 7 + len(ACTS))
    assert found[0, 0, :4] == pytest.approx([0.8, 0.2, 0.6, -0.2])
    assert found[0, 1, :4] == pytest.approx([0.6, -0.2, 0.8, 0.2])
    assert (found[0, 0, SHARED], found[0, 0, FIGURES], found[0, 1, SHARED], found[1, 1, SHARED]) == (2, 1, 0, 1)
    assert found[0, 0, 7:] == pytest.approx(0.5)


def test_one_thing_alone_has_no_other_to_be_nearer_than() -> None:
    found = signs(judged(FIRST), [phrase("The roof.")], [ways("The roof leaks.", meaning=[FIRST])])
    assert found[0, 0, :4] == pytest.approx([1.0, 0.0, 0.0, 0.0])


def test_nothing_said_and_nothing_known_ties_nothing() -> None:
    assert signs(judged(FIRST), [phrase("The roof.")], []).shape[:2] == (1, 0)
    assert Weights(np.zeros(0), 0.0, 0.5).tied(np.zeros((1, 0, 0))).shape == (1, 0)


@pytest.mark.parametrize(("raised", "heard"), [([0.0, 0.0], set()), (FIRST, {SCENARIO.concerns[0].id})])
def test_what_the_customer_has_just_raised_is_heard_sooner(raised: list[float], heard: set[str]) -> None:
    def meanings(sentences: tuple[str, ...]) -> Any:
        return np.array([FIRST if sentences == ways_of(SCENARIO.concerns[0]) else SECOND] * len(sentences), dtype=np.float32)

    weights = np.zeros(7 + len(ACTS))
    weights[[NEAR, RAISED]] = 1.0
    least = Weights(weights, offset=-1.5, least=0.5)
    encoder: Any = SimpleNamespace(meanings=meanings, settings=SimpleNamespace(concern=least, fact=Weights(weights, -9.0, 0.5), alike=0.5))
    found = likeness_of(encoder, SCENARIO, "That was shabby.", [(0, 16)], judged([0.8, 0.6], turn=raised))
    assert {concern for _, concern in found.concerns} == heard
    assert not found.facts


def test_a_second_thing_that_lies_farther_is_not_what_a_sentence_speaks_of() -> None:
    first, second = (ways_of(concern) for concern in SCENARIO.concerns[:2])

    def meanings(sentences: tuple[str, ...]) -> Any:
        vector = FIRST if sentences == first else SECOND if sentences == second else [-1.0, 0.0]
        return np.array([vector] * len(sentences), dtype=np.float32)

    always = Weights(np.zeros(7 + len(ACTS)), offset=1.0, least=0.5)
    never = Weights(np.zeros(7 + len(ACTS)), offset=-1.0, least=0.5)
    encoder: Any = SimpleNamespace(meanings=meanings, settings=SimpleNamespace(concern=always, fact=never, alike=0.5))
    found = likeness_of(encoder, SCENARIO, "That was shabby.", [(0, 16)], judged([0.8, 0.6]))
    assert {concern for _, concern in found.concerns} == {SCENARIO.concerns[0].id}
