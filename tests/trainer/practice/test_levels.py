"""Laws of the level: evidence moves it the right way, time makes it forget, and what was met before does not count."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from tests.trainer.practice.past import NOW, call, days_ago, drill, left
from trainer.practice.history import Form, History, Seen
from trainer.practice.levels import HALF_LIFE, Level, Mastery, curve, level_at, mean_again

shares = st.floats(0, 1)
weights = st.floats(0.1, 2)
pasts = st.lists(st.tuples(st.floats(0, 400), shares, weights), max_size=30)


def seen(past: list[tuple[float, float, float]], form: Form = Form.UNSEEN) -> list[Seen]:
    return [Seen(skill="own-it", at=days_ago(ago), form=form, value=value, weight=weight, of="x") for ago, value, weight in sorted(past, reverse=True)]


@given(pasts, st.tuples(st.floats(0, 400), shares, weights), shares)
def test_better_evidence_never_lowers_the_level(past: list[tuple[float, float, float]], one: tuple[float, float, float], other: float) -> None:
    ago, value, weight = one
    worse, better = sorted((value, other))
    low = level_at(seen([*past, (ago, worse, weight)]), NOW)
    high = level_at(seen([*past, (ago, better, weight)]), NOW)
    assert high.mean >= low.mean - 1e-12
    assert 0 <= low.low <= low.mean <= low.high <= 1


@given(pasts, st.floats(0, 1000))
def test_time_takes_evidence_away_and_leads_back_to_knowing_nothing(past: list[tuple[float, float, float]], days: float) -> None:
    before, after = level_at(seen(past), NOW), level_at(seen(past), NOW + timedelta(days=days))
    assert after.chances <= before.chances + 1e-12
    assert abs(after.mean - 0.5) <= abs(before.mean - 0.5) + 1e-12


def test_evidence_counts_half_after_its_half_life() -> None:
    level = level_at(seen([(HALF_LIFE, 1.0, 2.0)]), NOW)
    assert abs(level.taken - 1.0) < 1e-9
    assert level.let_go == 0


def test_a_clock_set_back_makes_nothing_stronger() -> None:
    assert level_at(seen([(-10, 1.0, 1.0)]), NOW) == Level(taken=1.0, let_go=0.0)


def test_a_call_met_before_moves_neither_level_nor_curve() -> None:
    history = History((call("kettle", 9, own_it=0.0), call("kettle", 5, own_it=1.0), call("sofa", 2, own_it=1.0)))
    found = history.by_skill["own-it"]
    assert [one.form for one in found] == [Form.UNSEEN, Form.AGAIN, Form.UNSEEN]
    assert level_at(found, NOW) == level_at([found[0], found[2]], NOW)
    assert [point.value for point in curve(found)] == [0.0, 1.0]
    assert mean_again(found) == (1, 1.0)


def test_a_call_left_says_nothing_but_its_scenario_has_been_met() -> None:
    history = History((left("kettle", 9), call("kettle", 5, own_it=1.0)))
    assert [one.form for one in history.seen] == [Form.AGAIN]


def test_drills_count_beside_calls_and_draw_no_point() -> None:
    history = History((call("kettle", 9, own_it=0.0),), (drill("own-it", 4, 1.0),))
    found = history.by_skill["own-it"]
    assert level_at(found, NOW).mean > level_at(found[:1], NOW).mean
    assert len(curve(found)) == 1


def test_a_call_in_which_the_coach_spoke_counts_half() -> None:
    alone = call("kettle", 9, own_it=1.0)
    (helped,) = History((replace(alone, helped=True),)).by_skill["own-it"]
    assert helped.weight == History((alone,)).by_skill["own-it"][0].weight / 2


def test_words_follow_what_is_known() -> None:
    assert Level().mastery is Mastery.NONE
    assert Level(taken=1).mastery is Mastery.EARLY
    assert Level(let_go=9).mastery is Mastery.LEARNING
    assert Level(taken=30, let_go=1).mastery is Mastery.FIRM
    assert Level(taken=30, let_go=1).sure == "sure"
    assert Level().sure == "not sure yet"
