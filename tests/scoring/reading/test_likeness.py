"""A concern taken up in other words: what the model's vectors add to the rules, and where they may not."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from scenarios.library import find
from scoring.reading.context import context_of
from scoring.reading.likeness import Likeness, likeness_of, ways_of
from scoring.reading.reader import close_reply, open_reply

SCENARIO = find("before-five")
CONCERN = SCENARIO.concerns[0]
FACT = SCENARIO.facts[0]
TOLD = [("Nobody here sent off for it.", True), ("We sent off for it.", False), ("Nobody sent off for it on Friday.", True)]
TEXT = "That was a shabby way to be left. I'm sorry."


def touched(likeness: Likeness | None) -> set[tuple[str, str]]:
    reply = open_reply(TEXT, context_of((), SCENARIO))
    return {(touch.concern, TEXT[touch.start : touch.end]) for touch in close_reply(reply, reply.found, "v", likeness=likeness).touches}


def near(start: int, end: int) -> Likeness:
    return Likeness({((start, end), CONCERN.id or ""): 0}, {})


def test_a_whole_sentence_near_in_meaning_takes_the_concern_up() -> None:
    assert touched(None) == set()
    assert touched(near(0, 33)) == {(CONCERN.id, TEXT[:33])}


def test_a_part_of_a_sentence_does_not() -> None:
    assert touched(near(0, 45)) == set()


@pytest.mark.parametrize(("text", "told"), TOLD)
def test_a_fact_is_told_in_other_words_unless_polarity_or_figures_speak_against_it(text: str, told: bool) -> None:
    reply = open_reply(text, context_of((), SCENARIO))
    likeness = Likeness({}, {((0, len(text)), FACT.id or ""): 1})
    assert close_reply(reply, reply.found, "v").tells == ()
    assert (FACT.id in close_reply(reply, reply.found, "v", likeness=likeness).tells) is told


def test_only_what_is_near_enough_counts() -> None:
    np = pytest.importorskip("numpy")
    sentences: list[tuple[str, ...]] = []

    def meanings(ways: tuple[str, ...]) -> Any:
        sentences.append(ways)
        return np.array([[1.0, 0.0]] if ways == ways_of(CONCERN) else [[0.0, 1.0]])

    encoder: Any = SimpleNamespace(meanings=meanings, settings=SimpleNamespace(concern=0.7, fact=1.1))
    found = likeness_of(encoder, SCENARIO, [(0, 33), (34, 44)], np.array([[0.8, 0.6], [0.1, 0.2]]))
    assert found.concerns == {((0, 33), CONCERN.id): 0}
    assert found.facts == {}
    assert sentences == [*(one.ask for one in SCENARIO.customer.if_asked.values()), *map(ways_of, SCENARIO.concerns), *map(ways_of, SCENARIO.facts)]
