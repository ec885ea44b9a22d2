"""Ways of doing the job come out in a sensible order, over many customers: the check that the parameters are sane."""

from __future__ import annotations

from functools import cache
from statistics import mean

import pytest

from scenarios.moves import Ending, Move
from tests.trainer.engine.case import Played, case, opened
from tests.trainer.engine.reps import REPS

SEEDS = 60
CASE = case(customer={"temper": {}, "persona": {"severity": 60}})


@cache
def calls(rep: str) -> tuple[Played, ...]:
    return tuple(REPS[rep](opened(CASE, seed)) for seed in range(SEEDS))


def verdict(rep: str) -> float:
    return mean(call.ended.verdict for call in calls(rep) if call.ended)


def share(rep: str, *endings: Ending) -> float:
    return mean(call.ended is not None and call.ended.ending in endings for call in calls(rep))


def share_moving(rep: str, move: Move) -> float:
    return mean(any(moved.move is move for moved in call.moves) for call in calls(rep))


@pytest.mark.parametrize(
    ("rep", "low", "high"),
    [
        ("model", 82, 93),
        ("honest_no", 64, 78),
        ("ordinary", 60, 75),
        ("unhearing", 58, 76),
        ("unsolving", 28, 42),
        ("giveaway", 18, 38),
        ("overpromiser", 12, 32),
        ("stock_sympathy", 6, 22),
        ("helpless", 4, 24),
        ("bare_no", 2, 14),
        ("bully", 0, 8),
    ],
)
def test_a_way_of_doing_the_job_earns_its_verdict(rep: str, low: float, high: float) -> None:
    assert low <= verdict(rep) <= high


def test_the_model_rep_is_taken_up_by_every_customer() -> None:
    assert share("model", Ending.ACCEPTED) == 1.0


def test_an_honest_no_with_an_option_is_mostly_taken() -> None:
    assert share("honest_no", Ending.PARTLY) >= 0.85


def test_a_bully_is_always_hung_up_on() -> None:
    assert share("bully", Ending.HUNG_UP) == 1.0


def test_stock_sympathy_mostly_ends_with_someone_else_or_nobody() -> None:
    assert share("stock_sympathy", Ending.SUPERVISOR, Ending.HUNG_UP, Ending.REFUSED) >= 0.8
    assert share_moving("stock_sympathy", Move.CALL_OUT_STOCK) >= 0.8


def test_an_opening_giveaway_is_mostly_refused() -> None:
    assert share_moving("giveaway", Move.ACCEPT) <= 0.4


def test_one_insult_in_a_model_call_costs_something_and_not_everything() -> None:
    assert 3 <= verdict("model") - verdict("model_with_insult") <= 20


def test_an_overpromise_soothes_until_it_comes_out() -> None:
    in_call = [call.moves[2].mood.anger < call.moves[0].mood.anger for call in calls("overpromiser")]
    assert mean(in_call) > 0.9
    assert all(call.ended and (call.ended.aftermath or any(m.found_out for m in call.moves)) for call in calls("overpromiser"))


def test_nobody_gets_a_solved_call_by_being_nice() -> None:
    assert not any(share_moving(rep, Move.ACCEPT) for rep in ("stock_sympathy", "helpless", "unsolving"))


def test_the_order_of_the_reps_is_the_order_of_the_trade() -> None:
    ladder = [verdict(rep) for rep in ("model", "honest_no", "unsolving", "stock_sympathy", "bare_no", "bully")]
    assert ladder == sorted(ladder, reverse=True)
