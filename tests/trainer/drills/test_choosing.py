"""Which skill comes next, which drills make a set, and where a set stands after each step."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from scenarios.drills import drills_at_hand
from scenarios.skills import SKILLS
from trainer.drills.choosing import MIXED, Answered, drawn, in_turn, standings
from trainer.drills.course import ANSWERED, GAP, NEXT, begun, course_of

NOW = datetime(2026, 5, 20, tzinfo=UTC)
DRILLS = drills_at_hand()


def tried(skill: str, verdict: str, days: int) -> Answered:
    return Answered(drill=f"{skill}-01", skill=skill, verdict=verdict, made=NOW - timedelta(days=days))


def test_untried_then_long_unpractised_then_weakest() -> None:
    done = [tried(skill.id, "done", 1) for skill in SKILLS[3:]]
    standing = standings([*done, tried(SKILLS[0].id, "done", 30), tried(SKILLS[1].id, "not", 1)])
    assert in_turn(standing, NOW)[:3] == [SKILLS[2].id, SKILLS[0].id, SKILLS[1].id]


def test_a_standing_looks_at_the_last_ten_tries() -> None:
    found = standings([*(tried("own-it", "not", 20 - n) for n in range(5)), *(tried("own-it", "done", 10 - n) for n in range(10))])["own-it"]
    assert (found.tries, found.done, found.worth) == (10, 10, 1.0)


def test_a_set_takes_the_unseen_first_and_hangs_on_the_seed_alone() -> None:
    seen = [f"own-it-{n:02}" for n in range(1, 5)]
    one = drawn(DRILLS, "own-it", seed=3, count=10, seen=seen)
    assert one == drawn(DRILLS, "own-it", seed=3, count=10, seen=seen)
    assert one != drawn(DRILLS, "own-it", seed=4, count=10, seen=seen)
    assert len(set(one) - set(seen)) == 8
    assert set(one) & set(seen) == set(seen[:2])


def test_a_set_goes_from_plain_to_hard_and_a_newcomer_meets_plain_english_first() -> None:
    for seed in range(20):
        levels = [DRILLS[id_].drill.level for id_ in drawn(DRILLS, "hear-first", seed=seed)]
        assert levels == sorted(levels)
        assert levels[0] == 1
        assert DRILLS[drawn(DRILLS, "say-no", seed=seed, count=1)[0]].drill.level == 1
        assert {DRILLS[id_].drill.level for id_ in drawn(DRILLS, MIXED, seed=seed)} == {1}


def test_a_mixed_set_asks_for_another_skill_each_time() -> None:
    ids = drawn(DRILLS, MIXED, seed=1, count=14)
    assert len({DRILLS[id_].skill for id_ in ids}) == 14


def test_a_mistake_comes_back_once_and_later() -> None:
    course = begun(["a", "b", "c", "d", "e", "f", "g"]).after_answer("a", "not", "x")
    assert course.queue.index("a", 1) == 1 + GAP
    again = course.after_answer("a", "not", "y")  # worded anew at once
    assert again.queue == course.queue
    assert again.firsts == {"a": "not"}
    assert again.texts == {"a": "x"}
    while not again.over:
        again = again.after_answer(again.drill, "not" if again.drill == "a" else "done", "z").after_next()
    assert again.queue.count("a") == 2


def test_the_fold_of_the_steps_is_where_one_stood() -> None:
    steps = [(ANSWERED, {"drill": "a", "verdict": "not", "text": "x"}), (NEXT, {}), (ANSWERED, {"drill": "b", "verdict": "done", "text": "y"})]
    course = course_of(["a", "b", "c"], steps)
    assert (course.drill, course.answered, course.firsts) == ("b", True, {"a": "not", "b": "done"})
    assert course.queue == ("a", "b", "c", "a")
    assert course_of(["a", "gone", "c"], [*steps[:2], (ANSWERED, {"drill": "c", "verdict": "done"})]).drill == "c"
    assert course_of(["a"], [*steps, (NEXT, {}), (NEXT, {}), (NEXT, {})]).over
