"""What is handed out together when the suite is shared among processes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.end_to_end.test_golden import CLOSELY, GOLDEN
from tests.sharing import BY_SCENARIO, LONGEST, ONE_BY_ONE, unit_of

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("test", ["test_golden.py::test_order_of_the_reps[no-heat-noon]", "test_cheats.py::test_no_trick_wins[no-heat-noon-sorry each time]"])
def test_all_of_a_scenario_is_played_by_one_process(test: str) -> None:
    assert unit_of(f"tests/end_to_end/{test}") == "no-heat-noon"
    assert unit_of(f"tests/end_to_end/{test}".replace("-noon", "")) == "no-heat"


def test_every_scenario_of_the_library_is_a_unit() -> None:
    assert {unit_of(f"{BY_SCENARIO[0]}::test_the_reps_are_there[{name}]") for name in GOLDEN} == set(GOLDEN)


def test_another_file_is_one_unit_and_a_walk_through_a_terminal_is_its_own() -> None:
    assert unit_of("tests/house/test_house.py::test_links[before-five]") == "tests/house/test_house.py"
    assert unit_of(f"{ONE_BY_ONE[0]}::test_walk[a]") != unit_of(f"{ONE_BY_ONE[0]}::test_walk[b]")


def test_what_is_named_is_there() -> None:
    named = {*BY_SCENARIO, *ONE_BY_ONE, *LONGEST} - set(CLOSELY)
    assert [name for name in named if not (ROOT / name).exists()] == []
