"""What a shift is drawn from a seed to be: no customer twice, unseen first, one money, a thread where there is one."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.trainer.shift.builders import card
from trainer.shift.plan import Card, draw_plan

MANY = [card(f"c{n:02}", trade=f"trade-{n % 5}", level=n % 4 + 1) for n in range(14)]
THREAD = [card(f"storm-{n}", trade="power", incident="storm", level=n) for n in (1, 2, 4)]
CONTENT = card("thanks", content=True, level=1)
FIRST = card("boiler", second="boiler-again", level=3)


def drawn(cards: list[Card], calls: int, seed: int = 1) -> list[str]:
    plan = draw_plan(cards, seed=seed, calls=calls)
    assert plan is not None
    return [call.scenario for call in plan.calls]


@given(seed=st.integers(0, 2**31), calls=st.integers(2, 12))
def test_never_the_same_twice_and_as_long_as_asked(seed: int, calls: int) -> None:
    queue = drawn([*MANY, *THREAD, CONTENT, FIRST], calls, seed)
    assert len(set(queue)) == len(queue) == calls


def test_the_same_seed_draws_the_same_and_another_does_not() -> None:
    cards = [*MANY, *THREAD, CONTENT, FIRST]
    assert draw_plan(cards, seed=5, calls=5) == draw_plan(cards[::-1], seed=5, calls=5)
    assert len({tuple(drawn(cards, 5, seed)) for seed in range(8)}) > 4


def test_customers_of_one_cause_come_together_and_not_one_after_the_other() -> None:
    for seed in range(6):
        plan = draw_plan([*MANY, *THREAD], seed=seed, calls=5)
        assert plan is not None
        assert plan.thread == "storm"
        where = [n for n, call in enumerate(plan.calls) if call.scenario.startswith("storm")]
        assert len(where) in (2, 3)
        assert all(later - one > 1 for one, later in pairwise(where))


def test_a_thread_that_is_known_gives_way_to_what_is_unseen() -> None:
    known = [one.model_copy(update={"seen": True}) for one in THREAD]
    assert not any(name.startswith("storm") for name in drawn([*MANY, *known], 5))
    seen = [one.model_copy(update={"seen": True}) for one in (*MANY, *THREAD)]
    assert sum(name.startswith("storm") for name in drawn(seen, 8)) == 3


def test_unseen_scenarios_come_first() -> None:
    seen = {f"c{n:02}" for n in range(9)}
    cards = [one.model_copy(update={"seen": one.id in seen}) for one in MANY]
    assert not seen & set(drawn(cards, 5))
    assert len(seen & set(drawn(cards, 8))) == 3


@pytest.mark.parametrize("seed", range(4))
def test_a_content_customer_and_a_first_part_are_among_them(seed: int) -> None:
    queue = drawn([*MANY, *THREAD, CONTENT, FIRST], 8, seed)
    assert "thanks" in queue[1:-1]
    assert queue.index("boiler") < 4


def test_one_money_and_a_sum_that_goes_with_what_the_desks_may_give() -> None:
    cards = [card("euro", currency="EUR"), *(card(f"p{n}", goodwill=50) for n in range(4))]
    plan = draw_plan(cards, seed=1, calls=4)
    assert plan is not None
    assert (plan.currency, int(plan.goodwill)) == ("GBP", 100)
    assert "euro" not in [call.scenario for call in plan.calls]


def test_customers_join_in_order_and_each_call_has_a_seed_of_its_own() -> None:
    plan = draw_plan(MANY, seed=3, calls=8)
    assert plan is not None
    joins = [call.joins for call in plan.calls]
    assert joins[0] == 0
    assert joins == sorted(joins)
    assert len({call.seed for call in plan.calls}) == 8


def test_too_few_scenarios_make_no_shift() -> None:
    assert draw_plan([], seed=1, calls=3) is None
    assert draw_plan([card("one")], seed=1, calls=3) is None
