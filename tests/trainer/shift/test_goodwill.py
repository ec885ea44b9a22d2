"""Goodwill is what the desk itself calls so; what the record owes is never limited; what was given is counted once."""

from __future__ import annotations

from decimal import Decimal

import pytest

from scenarios.library import find
from scenarios.moves import Intensity
from scenarios.quantities import Money
from scoring.callview import CallView
from trainer.shift.goodwill import SPENT, gifts, goodwill, limited
from trainer.wiring import start_call


def pounds(value: int) -> Money:
    return Money(Decimal(value), "GBP")


@pytest.mark.parametrize(
    ("scenario", "names"),
    [
        ("third-kettle", {"goodwill"}),
        ("grey-coat", {"voucher"}),
        ("two-exits", {"sorry-money"}),
        ("no-heat", set()),
        ("hail", set()),
        ("last-ferry", set()),
        ("just-to-say", set()),
    ],
)
def test_what_is_goodwill_and_what_is_owed(scenario: str, names: set[str]) -> None:
    assert set(goodwill(find(scenario))) == names


def test_a_desk_with_enough_left_is_played_as_it_is() -> None:
    kettle = find("third-kettle")
    assert limited(kettle, pounds(25)) is kettle


def test_with_less_left_the_desk_gives_less_and_says_so() -> None:
    less = limited(find("third-kettle"), pounds(10))
    assert less.desk.actions["goodwill"].up_to == pounds(10)
    assert "£10" in less.desk.policy[0]
    assert less.desk.actions["pay-back"] == find("third-kettle").desk.actions["pay-back"]


def test_with_nothing_left_the_desk_refuses_goodwill_and_pays_what_is_owed() -> None:
    none = limited(find("third-kettle"), pounds(0))
    call, _ = start_call(none, 1, Intensity.REAL)
    (refused,) = [event for event in call.act("goodwill", {"amount": "10 GBP"}) if event.kind == "acted"]
    assert (refused.ok, refused.result) == (False, SPENT)
    price = none.desk.actions["pay-back"].up_to
    (owed,) = [event for event in call.act("pay-back", {"amount": str(price)}) if event.kind == "acted"]
    assert owed.ok


def test_what_was_given_is_told_with_whether_it_was_our_fault() -> None:
    scenario = find("third-kettle")
    call, _ = start_call(scenario, 1, Intensity.REAL)
    call.act("goodwill", {"amount": "15 GBP"})
    call.leave()
    (gift,) = gifts(CallView(call.transcript, scenario))
    assert (gift.amount, gift.ours, gift.taken) == (Decimal(15), True, False)
