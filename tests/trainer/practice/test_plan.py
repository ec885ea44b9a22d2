"""The day's plan: what is due, why, by what it is practised; never the scenario just played, never more than the day's number."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from scenarios.library import Entry
from scenarios.skills import BY_ID, SKILLS
from tests.trainer.practice.past import NOW, call, drill, left
from trainer.practice.history import CallThen, History
from trainer.practice.plan import DAILY, Do, Rep, plan, with_waiting
from trainer.practice.schedule import LONGEST, due
from trainer.practice.told import head_of_day

EVERY = frozenset(BY_ID)


def entry(id_: str, *, level: int = 1, skill: str = "own-it", pack: str = "shops", guided: bool = False, first: str | None = None) -> Entry:
    return Entry(id_, id_.capitalize(), pack, "shop", level, BY_ID[skill].principles, f"{id_}.yaml", None, first, guided)


SHELF = [entry("cake", guided=True), *(entry(f"{skill.id}-{n}", skill=skill.id, pack=f"pack-{n}", level=n) for skill in SKILLS for n in (1, 2, 3))]


def test_somebody_new_begins_with_the_guided_call_and_drills() -> None:
    found = plan(History(), SHELF, NOW, drilled=EVERY)
    assert (found.reps[0].do, found.reps[0].scenario) == (Do.CALL, "cake")
    assert [rep.do for rep in found.reps[1:]] == [Do.DRILL, Do.DRILL]
    assert "guided" in found.reps[0].reason


def test_without_any_scenario_or_drill_there_is_nothing_to_do_and_no_fault() -> None:
    assert plan(History(), [], NOW).reps == ()
    assert [rep.do for rep in plan(History(), [], NOW, drilled=EVERY).reps] == [Do.DRILL] * DAILY


def test_a_weak_skill_is_drilled_and_one_that_stands_is_played() -> None:
    weak = History(tuple(call(f"c{n}", 30 - n, own_it=0.0) for n in range(5)))
    assert next(rep for rep in plan(weak, SHELF, NOW, drilled=EVERY).reps if rep.skill == "own-it").do is Do.DRILL
    strong = History(tuple(call(f"c{n}", 300 - n, own_it=1.0) for n in range(200)))
    assert next(rep for rep in plan(strong, SHELF, NOW, drilled=EVERY).reps if rep.skill == "own-it").do is Do.CALL


def test_the_reason_names_what_happened_and_when() -> None:
    lapsed = History((call("a", 19, say_no=1.0),))
    assert "You have not said no with an option since 3 November." in [rep.reason for rep in plan(lapsed, SHELF, NOW).reps]
    missed = History((call("a", 6, say_no=1.0), call("b", 5, say_no=0.0), call("c", 4, say_no=0.2)))
    assert any(rep.reason.startswith("The last two times it came up, you did not say the no") for rep in plan(missed, SHELF, NOW).reps)


def test_what_was_done_today_is_taken_off_the_day() -> None:
    history = History((call("a", 0.05, own_it=0.0), left("b", 0.04)), (drill("name-it", 0.1, 1.0), drill("name-it", 0.1, 0.0)))
    found = plan(history, SHELF, NOW, drilled=EVERY)
    assert found.done == 2, "a call and a set of two drills; a call that was left is none"
    assert len(found.reps) == DAILY - 2
    assert plan(history, SHELF, NOW, drilled=EVERY, most=2).reps == ()


def test_a_set_counts_once_it_is_over_or_half_of_it_answered() -> None:
    for answers, over, done in ((1, False, 0), (4, False, 0), (5, False, 1), (1, True, 1)):
        history = History((), tuple(drill("hear-first", 0.1, 1.0, over=over) for _ in range(answers)))
        assert plan(history, [], NOW, drilled=EVERY).done == done


def test_a_set_nothing_asked_for_takes_no_place_of_the_day_and_is_told() -> None:
    asked = plan(History(), [], NOW, drilled=EVERY)
    assert "warm-handover" not in {rep.skill for rep in asked.reps}
    own = plan(History((), (drill("warm-handover", 0.1, 1.0),)), [], NOW, drilled=EVERY)
    assert (own.done, own.besides, len(own.reps)) == (0, 1, DAILY)
    assert head_of_day(own).startswith("1 set of drills besides, which was not due. 3 things to practise today.")
    due_one = plan(History((), (drill(asked.reps[0].skill or "", 0.1, 1.0),)), [], NOW, drilled=EVERY)
    assert (due_one.done, due_one.besides, len(due_one.reps)) == (1, 0, DAILY - 1)


def test_a_set_left_on_an_earlier_day_fills_a_place_when_it_is_gone_on_with() -> None:
    earlier = replace(drill("warm-handover", 2, 1.0, over=True), set="s")
    assert plan(History((), (earlier, replace(earlier, made=NOW))), [], NOW, drilled=EVERY).done == 1


def test_a_set_that_was_left_is_offered_first_and_takes_the_place_of_a_set() -> None:
    found = plan(History((left("x", 3),)), SHELF, NOW, drilled=EVERY)
    waiting = Rep(do=Do.DRILL, title="Own it", reason="You left it at 1 of 10; go on from there.", skill="own-it", practice="p1")
    offered = with_waiting(found, waiting)
    assert offered.reps[0] is waiting
    assert len(offered.reps) == len(found.reps)
    assert [rep for rep in offered.reps if rep.do is Do.CALL] == [rep for rep in found.reps if rep.do is Do.CALL]
    assert with_waiting(replace(found, done=DAILY), waiting).done == DAILY
    assert waiting not in with_waiting(replace(found, done=DAILY), waiting).reps


def test_a_skill_no_call_can_show_is_only_drilled() -> None:
    assert all(rep.skill != "dont-know" for rep in plan(History((left("a", 3),)), SHELF, NOW, most=40).reps)
    assert Do.DRILL in {rep.do for rep in plan(History((left("a", 3),)), SHELF, NOW, drilled=EVERY, most=40).reps if rep.skill == "dont-know"}


def test_a_family_of_calls_comes_up_again() -> None:
    entries = [entry("one", pack="travel"), entry("two", pack="travel")]
    found = plan(History((call("one", 90, resolution=90.0),)), entries, NOW)
    rep = next(rep for rep in found.reps if rep.family)
    assert (rep.scenario, rep.reason) == ("two", "No call from “travel” since 24 August.")


def test_a_second_part_waits_for_its_first() -> None:
    entries = [entry("second", first="first"), entry("first")]
    assert {rep.scenario for rep in plan(History((left("x", 3),)), entries, NOW).reps} == {"first"}


past_calls = st.lists(
    st.builds(
        lambda place, ago, value, gone: left(SHELF[place].id, ago) if gone else call(SHELF[place].id, ago, own_it=value, say_no=1 - value),
        st.integers(0, len(SHELF) - 1),
        st.floats(0, 500),
        st.floats(0, 1),
        st.booleans(),
    ),
    max_size=25,
)


@settings(max_examples=60)
@given(past_calls, st.integers(0, 6), st.booleans())
def test_laws_of_the_plan(calls: list[CallThen], most: int, drills: bool) -> None:
    history = History(tuple(sorted(calls, key=lambda one: one.at)))
    found = plan(history, SHELF, NOW, drilled=EVERY if drills else frozenset(), most=most)
    played = [rep.scenario for rep in found.reps if rep.scenario]
    assert len(found.reps) <= max(0, most - found.done)
    assert len(set(played)) == len(played), "no scenario twice in a plan"
    assert not history.calls or history.calls[-1].scenario not in played, "nor the one just played"
    assert all(rep.reason.endswith(".") for rep in found.reps)
    assert found == plan(history, SHELF, NOW, drilled=EVERY if drills else frozenset(), most=most)


@given(st.lists(st.tuples(st.integers(0, 700), st.floats(0, 1), st.floats(0.1, 2)), min_size=1, max_size=40))
def test_laws_of_the_schedule(reviews: list[tuple[int, float, float]]) -> None:
    today = date(2026, 11, 22)
    found = due([(today - timedelta(days=ago), value, weight) for ago, value, weight in reviews], today)
    assert found is not None
    assert found.last < found.on <= found.last + timedelta(days=LONGEST)
    assert 0 <= found.recall <= 1


def test_what_goes_well_comes_up_later_than_what_does_not() -> None:
    today = date(2026, 11, 22)
    well, ill = (due([(today - timedelta(days=n), value, 1.0) for n in (12, 8, 4)], today) for value in (1.0, 0.2))
    assert well is not None
    assert ill is not None
    assert well.on > ill.on
    assert well.recall > ill.recall
    assert due([], today) is None
