"""What was undertaken in a call and is still to do, and a word found on the desk."""

from __future__ import annotations

from datetime import datetime

from scenarios.model import Scenario
from scenarios.moves import Move
from scenarios.reading import Promise, Reading
from scenarios.transcript import CustomerMoved, Mood, RepActed, RepSaid
from trainer.desksearch import search
from trainer.undertaken import open_words, steps


def took(turn: int, outcome: str) -> CustomerMoved:
    mood = Mood(anger=20, trust=50, heard=50, hope=50, patience=50)
    return CustomerMoved(turn=turn, move=Move.ACCEPT, mood=mood, about=outcome)


def did(turn: int, do: str, *, ok: bool = True) -> RepActed:
    return RepActed(turn=turn, do=do, args={}, ok=ok, result="it is done", seconds=60)


def promised(turn: int, what: str, action: str | None, due: datetime | None = None) -> RepSaid:
    promise = Promise(start=0, end=len(what), actor="rep", what=what, action=action, amount=None, due=due, bound=bool(due), supported=None)
    return RepSaid(turn=turn, text=what, reading=Reading(reader="test", words=4, promises=(promise,)), seconds=20)


def test_what_the_customer_took_is_to_do_until_the_desk_shows_it(kettle: Scenario) -> None:
    assert steps(kettle, ()) == ()
    assert [(step.how, step.open) for step in steps(kettle, (took(2, "right-one"),))] == [("/replace", True)]
    assert open_words(steps(kettle, (took(2, "right-one"),))) == "Still to do: /replace"
    assert [step.open for step in steps(kettle, (took(2, "right-one"), did(3, "replace", ok=False)))] == [True]
    after = steps(kettle, (took(2, "right-one"), did(3, "replace")))
    assert [(step.how, step.mark) for step in after] == [("/replace", "done")]
    assert open_words(after) == ""


def test_the_same_thing_promised_and_taken_is_one_step_and_keeps_its_time(kettle: Scenario) -> None:
    by = kettle.now.replace(hour=17, minute=0)
    found = steps(kettle, (promised(1, "I will send the right one", "replace", by), promised(3, "I will ring you", None), took(4, "right-one")))
    assert [(step.how, step.due, step.mark) for step in found] == [("/replace", "by 17:00", "to do"), ("", "", "said")]
    assert open_words(found) == "Still to do: /replace by 17:00"


def test_a_promise_the_desk_has_nothing_for_is_only_said(kettle: Scenario) -> None:
    assert [step.mark for step in steps(kettle, (promised(1, "I will ring you", "no-such-action"),))] == ["said"]


def test_a_word_is_found_in_record_policy_and_actions(kettle: Scenario) -> None:
    assert [(one.where, one.line[slice(*one.marks[0])]) for one in search(kettle, "REFUND")] == [("Policy", "refund"), ("You can", "refund")]
    assert [one.where for one in search(kettle, "steel 48")] == ["Record"]
    assert search(kettle, "giraffe") == []
    assert search(kettle, "  ") == []


def test_a_promise_in_free_words_is_done_once_the_desk_sees_to_it(kettle: Scenario) -> None:
    said = promised(1, "The refund is on its way to your card", None)
    assert [step.mark for step in steps(kettle, (said,))] == ["said"]
    assert [(step.how, step.mark) for step in steps(kettle, (said, did(3, "refund")))] == [("/refund", "done")]
