"""A shift is the fold of its steps: what is next, what comes back when, what breaks and calls do to it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.trainer.shift.builders import account, ended, plan, word
from trainer.shift.account import Fate
from trainer.shift.answers import Answer, Owned
from trainer.shift.note import NoteRead
from trainer.shift.state import Doing, fold, next_up

ANSWERED = ("answered", Answer(slot="1", text="That was me.", owned=Owned.OWNED, says="You owned it.").model_dump(mode="json"))
GIFT = {"what": "a voucher", "amount": "25", "ours": True, "taken": True}


def test_from_the_first_call_to_the_note() -> None:
    shift = plan("one", "two")
    assert next_up(fold(shift, ())).slot == "1"
    begun = fold(shift, ended(account("1"))[:1])
    assert (next_up(begun).doing, next_up(begun).attempt) == (Doing.GO_ON, "a1")
    assert next_up(fold(shift, ended(account("1")))).slot == "2"
    steps = (*ended(account("1")), *ended(account("2")))
    assert next_up(fold(shift, steps)).doing is Doing.NOTE
    assert next_up(fold(shift, (*steps, ("note", NoteRead(text="").model_dump(mode="json"))))).doing is Doing.OVER


def test_word_that_did_not_hold_comes_back_after_the_next_call_and_once() -> None:
    shift, broken = plan("one", "two", "three"), account("1", words=[word()])
    assert next_up(fold(shift, ended(broken))).doing is Doing.CALL
    steps = (*ended(broken), *ended(account("2")))
    up = next_up(fold(shift, steps))
    assert (up.doing, up.account) == (Doing.MESSAGE, broken)
    assert next_up(fold(shift, (*steps, ANSWERED))).slot == "3"


def test_word_of_the_last_call_comes_back_before_the_note() -> None:
    steps = (*ended(account("1")), *ended(account("2", words=[word()])))
    assert next_up(fold(plan("one", "two"), steps)).doing is Doing.MESSAGE


@pytest.mark.parametrize("fate", [Fate.KEPT, Fate.LATER, Fate.TAKEN_BACK])
def test_word_that_holds_does_not_come_back(fate: Fate) -> None:
    steps = (*ended(account("1", words=[word(fate, comes_back=False)])), *ended(account("2")))
    assert next_up(fold(plan("one", "two"), steps)).doing is Doing.NOTE


def test_where_there_is_a_second_part_the_customer_calls_back_instead() -> None:
    shift = plan("one", "two", "three", second="one-again")
    steps = (*ended(account("1", words=[word()], second="one-again")), *ended(account("2")))
    up = next_up(fold(shift, steps))
    assert (up.doing, up.slot) == (Doing.CALL_BACK, "1b")
    assert up.call is not None
    assert up.call.scenario == "one-again"
    assert up.call.seed != shift.calls[0].seed
    assert next_up(fold(shift, (*steps, *ended(account("1b"))))).slot == "3"


def test_a_call_and_a_provocation_wear_and_a_break_gives_back_while_the_queue_waits() -> None:
    shift = plan("one", "two", joins=6.0)
    worn = fold(shift, ended(account("1", minutes=20.0, provocations=4)))
    assert worn.stamina < fold(shift, ended(account("1", minutes=20.0, provocations=0))).stamina < 100
    rested = fold(shift, (*ended(account("1", minutes=20.0, provocations=4)), ("break", {})))
    assert rested.stamina > worn.stamina
    assert (worn.wait("2"), rested.wait("2")) == (14.0, 24.0)
    assert rested.breaks == 1


def test_goodwill_is_one_sum_and_never_below_nothing() -> None:
    once = fold(plan("one", "two", goodwill=40), ended(account("1", gifts=[GIFT])))
    assert (once.given, once.goodwill_left) == (Decimal(25), Decimal(15))
    twice = fold(plan("one", "two", goodwill=40), (*ended(account("1", gifts=[GIFT])), *ended(account("2", gifts=[GIFT]))))
    assert (twice.given, twice.goodwill_left) == (Decimal(50), Decimal(0))


def test_a_step_of_a_newer_version_is_refused() -> None:
    with pytest.raises(ValueError, match="juggled"):
        fold(plan("one", "two"), (("juggled", {}),))


def test_the_word_that_comes_back_is_the_one_an_hour_was_named_for() -> None:
    words = [word(Fate.BEYOND, words="You have my word on that", due=""), word(Fate.BEYOND, words="He is with you by five"), word(Fate.KEPT, comes_back=False)]
    due = account("1", words=words).due
    assert due is not None
    assert due.words == "He is with you by five"
