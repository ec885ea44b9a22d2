"""A concern taken up in other words: what the model's vectors add to the rules, and where they may not."""

from __future__ import annotations

import pytest

from scenarios.library import find
from scoring.reading.context import context_of
from scoring.reading.likeness import Likeness
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
