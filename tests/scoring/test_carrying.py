"""What a call leaves for a second part: what was promised or done, what was broken, and how it ended."""

from __future__ import annotations

from scenarios.acts import Act
from scenarios.carrying import FirstPart
from scenarios.moves import Ending
from scoring.carrying import first_part
from tests.scoring.builders import Call, act, promise, scenario

WORDS = "I'll book the tuner for you."


def left(call: Call) -> FirstPart:
    found = first_part(call.transcript, scenario())
    assert found
    return found


def test_a_call_that_has_not_ended_leaves_nothing() -> None:
    assert first_part(Call().customer().rep(WORDS, promise("book-tuner", WORDS)).transcript, scenario()) is None


def test_a_promise_kept_is_promised_and_not_broken() -> None:
    found = left(Call().customer().rep(WORDS, promise("book-tuner", WORDS)).customer().acts("book-tuner").ends(outcome="tuned"))
    assert (found.promised, found.outcome, found.broken, found.ending) == (frozenset({"book-tuner"}), "tuned", False, Ending.ACCEPTED)
    assert (found.anger, found.trust) == (60, 30)


def test_what_was_done_without_a_word_counts_as_promised_and_what_was_refused_does_not() -> None:
    assert left(Call().customer().acts("refund").ends()).promised == {"refund"}
    assert left(Call().customer().acts("refund", ok=False).ends()).promised == frozenset()


def test_a_promise_that_came_to_nothing_is_broken() -> None:
    found = left(Call().customer().rep(WORDS, promise("book-tuner", WORDS)).customer().ends(Ending.REFUSED, None))
    assert (found.promised, found.broken, found.ending) == (frozenset({"book-tuner"}), True, Ending.REFUSED)


def test_a_promise_beyond_the_desk_is_broken_too() -> None:
    said = "He will be there within the hour."
    assert left(Call().customer().rep(said, act(Act.OVERPROMISE, said)).customer().ends()).broken


def test_leaving_breaks_nothing() -> None:
    assert not left(Call().customer().rep(WORDS, promise("book-tuner", WORDS)).ends(Ending.LEFT, None, worth=0)).broken
