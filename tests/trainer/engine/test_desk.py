"""What the desk allows, and what it says when it does not."""

from __future__ import annotations

import pytest

from scenarios.acts import Act
from scenarios.model import BUILT_IN_ACTIONS
from scenarios.moves import Ending, Move, Reaction
from scenarios.transcript import RepActed
from scoring.reading import lexicon
from tests.trainer.engine.case import opened
from trainer import deskwork
from trainer.engine import use


def tried(do: str, args: dict[str, str] | None = None, *, before: tuple[tuple[str, dict[str, str]], ...] = ()) -> RepActed:
    call = opened()
    for name, given in before:
        call.do(name, **given)
    args = args or {}
    return use(call.scenario, call.state, do, args, call.state.turn + 1)


@pytest.mark.parametrize(
    ("do", "args", "says"),
    [
        ("refund", {"amount": "61"}, "£61 is above your £60 limit"),
        ("refund", {"amount": "999999999"}, "limit"),
        ("refund", {"amount": "0"}, "more than nothing"),
        ("refund", {"amount": "-5"}, "not an amount"),
        ("refund", {"amount": "48 EUR"}, "pays in GBP, not EUR"),
        ("refund", {"amount": "lots"}, "not an amount"),
        ("refund", {}, "up to £60"),
        ("reserve", {}, "First: check shop"),
        ("expedite", {}, "Nothing leaves before tomorrow"),
        ("refnd", {"amount": "5"}, "did you mean /refund"),
        ("hold", {"time": "forever"}, "not a length of time"),
        ("hold", {"time": "9h"}, "30 minutes"),
        ("note", {}, "Write the note"),
        ("", {}, "no /"),
        ("[bold]\x1b[2J", {}, "no /"),
    ],
)
def test_the_desk_refuses_with_a_sentence(do: str, args: dict[str, str], says: str) -> None:
    acted = tried(do, args)
    assert not acted.ok
    assert says in acted.result
    assert acted.seconds == 0


@pytest.mark.parametrize("amount", ["48", "£48", "48 GBP", "60", "0.01"])
def test_an_amount_within_the_limit_goes_through_and_is_written_with_its_currency(amount: str) -> None:
    acted = tried("refund", {"amount": amount})
    assert acted.ok
    assert acted.args["amount"].endswith(" GBP")
    assert "£" in acted.result


def test_an_action_is_done_as_often_as_it_may_be_and_no_more() -> None:
    once = (("refund", {"amount": "20"}),)
    assert tried("refund", {"amount": "20"}, before=once).ok
    again = tried("refund", {"amount": "20"}, before=once * 2)
    assert not again.ok
    assert "Already done 2 times" in again.result


def test_a_needed_step_opens_the_next() -> None:
    assert tried("reserve", before=(("check-shop", {}),)).ok


def test_names_are_forgiving_of_case_and_hyphens() -> None:
    assert tried("Check_Shop").do == "check-shop"


def test_a_refused_action_leaves_no_trace_in_the_log() -> None:
    call = opened().do("refund", amount="500")
    assert call.state.done == ()
    assert call.state.silent == 0


def test_the_supervisor_ends_the_call() -> None:
    call = opened().do("supervisor")
    assert call.ended is not None
    assert call.ended.ending is Ending.SUPERVISOR
    assert call.ended.worth == 0


def test_a_hold_with_reason_and_time_costs_less_than_one_without() -> None:
    bare, told = opened().do("hold", time="90s"), opened().do("hold", time="90s", reason="ringing the shop")
    assert bare.state.feelings.anger > told.state.feelings.anger > opened().state.feelings.anger
    assert bare.state.feelings.patience < told.state.feelings.patience < 100


def test_a_long_unexplained_hold_makes_the_customer_write_first() -> None:
    call = opened().do("hold", time="3m")
    assert call.last.reaction is Reaction.HELD
    assert call.last.slots["wait"] == "3 minutes"
    assert len(opened().do("hold", time="3m", reason="ringing the shop").moves) == 1


def test_long_silence_at_the_desk_makes_the_customer_write_first_unless_it_was_announced() -> None:
    silent = opened().say().do("refund", amount="10")
    for n in range(22):
        silent.do("note", text=f"line {n}")
    assert len(silent.moves) == 3
    assert silent.last.reaction is Reaction.HELD
    assert silent.last.slots["wait"] == "6 minutes"
    assert silent.state.silent == 120, "what was felt is not felt again with the next reply"
    announced = opened().say(Act.STATE_ACTION)
    for n in range(20):
        announced.do("note", text=f"line {n}")
    assert len(announced.moves) == 2


def test_holding_for_ever_ends_the_call() -> None:
    call = opened().do("hold", time="20m")
    assert call.ended is not None
    assert call.last.move in (Move.HANG_UP, Move.CLOSE)


def test_what_every_desk_can_do_is_read_listed_and_done_alike() -> None:
    assert set(lexicon.BUILT_IN) == set(deskwork.BUILT_IN) == set(BUILT_IN_ACTIONS)
    assert all("no /" not in tried(do, {"text": "cause found"}).result for do in BUILT_IN_ACTIONS)
    assert not tried("refund-everything").ok
