"""What a scorecard says of each skill: chances taken, chances let go, what speaks against it, and where it says nothing."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenarios.acts import Act
from scenarios.skills import BY_ID
from scoring.rubric import Kind, load_rubric
from scoring.skills import MOST, measures, skill_table

RUBRIC = load_rubric()


@dataclass(frozen=True)
class Line:
    rule: str
    points: float
    says: str = ""


def test_the_table_knows_every_skill_and_only_rules_and_acts_there_are() -> None:
    table = skill_table()
    assert set(table.skills) == set(BY_ID)
    known = {criterion.id: criterion for criterion in RUBRIC.criteria}
    for skill, signs in table.skills.items():
        for key in (*signs.shown, *signs.against):
            rule, _, act = key.partition("/")
            assert rule in known, f"{skill}: {key}"
            assert not act or act in Act.__members__, f"{skill}: {key}"
        assert all(known[key.partition("/")[0]].kind is Kind.CREDIT for key in signs.shown), skill
        assert all(known[key.partition("/")[0]].kind is not Kind.CREDIT for key in signs.against), skill


def test_a_chance_taken_and_one_let_go_make_a_half() -> None:
    found = measures([Line("honesty.owned", 10), Line("honesty.owned", 0)], opening_anger=0)
    assert found["own-it"].value == 0.5
    assert found["own-it"].weight == 2


def test_a_row_speaks_of_the_act_its_sentence_names() -> None:
    named = RUBRIC.acts[Act.REFLECT_FEELING]
    assert measures([Line("calmness.did", 3, named)], opening_anger=0)["name-it"].value == 1
    assert measures([Line("calmness.composed", 3, f"Under attack, this stayed with the case. {named}")], opening_anger=0)["name-it"].value == 1
    assert "name-it" not in measures([Line("calmness.did", 3, RUBRIC.acts[Act.COMMIT])], opening_anger=0)


def test_an_angry_opening_nobody_answered_with_a_feeling_is_half_a_chance_let_go() -> None:
    assert measures([], opening_anger=80)["name-it"].value == 0
    assert measures([], opening_anger=80)["name-it"].weight == 0.5
    assert measures([], opening_anger=5) == {}


def test_what_speaks_against_a_skill_lowers_it() -> None:
    good = [Line("calmness.composed", 5)]
    assert measures(good, opening_anger=0)["keep-cool"].value == 1
    assert measures([*good, Line("calmness.hostile", -16)], opening_anger=0)["keep-cool"].value == pytest.approx(1 / 3)
    assert "dont-know" not in measures([Line("honesty.false-claim", -20)], opening_anger=90), "no scorecard measures it"


@given(st.lists(st.tuples(st.sampled_from([c.id for c in RUBRIC.criteria]), st.floats(-20, 20), st.sampled_from(list(RUBRIC.acts.values()))), max_size=40))
def test_measures_are_shares_and_no_call_weighs_more_than_a_call(rows: list[tuple[str, float, str]]) -> None:
    for skill, measure in measures([Line(*row) for row in rows], opening_anger=60).items():
        assert skill in BY_ID
        assert 0 <= measure.value <= 1
        assert 0 < measure.weight <= MOST


@given(st.sampled_from([c.id for c in RUBRIC.criteria]), st.lists(st.sampled_from([c.id for c in RUBRIC.criteria]), max_size=10))
def test_a_chance_taken_instead_of_let_go_lowers_no_skill(rule: str, others: list[str]) -> None:
    rest = [Line(other, 1.0) for other in others]
    taken, let_go = (measures([*rest, Line(rule, points)], opening_anger=0) for points in (5.0, 0.0))
    assert all(taken[skill].value >= measure.value for skill, measure in let_go.items())
