"""A set is kept step by step, can be gone on with after a kill, and goes on where the records will not have it."""

from __future__ import annotations

from pathlib import Path

import pytest

from scoring.drills import judge
from scoring.reading import default_reader
from trainer.drills.course import begun
from trainer.drills.sets import answers_kept, at_hand, begin, skill_named, skills_in_turn, take_up, waiting
from trainer.drills.words import closing, headline, missed_line, place_words
from trainer.errors import ContentError, UsageError
from trainer.records.practices import Kind, Practices
from trainer.records.store import Store


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    monkeypatch.setenv("COOLHEAD_HOME", str(tmp_path / "home"))
    return Store.open()


def test_a_set_is_kept_step_by_step_and_gone_on_with(store: Store) -> None:
    first = begin("own-it", store, seed=1, count=3)
    one = first.now
    first.answer(one.drill.poor)
    first.answer(one.drill.good)  # worded anew: the first try counts
    kept = Practices(store).steps_of(Kind.DRILL, "answered")
    assert set(kept[0].body) == {"drill", "skill", "text", "verdict", "harms", "first"}
    assert [step.body["first"] for step in kept] == [True, False]
    assert kept[0].body["verdict"] == "not"
    (left,) = waiting(store)  # as after a kill: answered, and not gone on
    assert (left.done, left.of) == (1, 3)
    second = take_up(store, left.practice)
    assert second.now.id != one.id
    while not second.course.over:
        second.answer(second.now.drill.good)
        second.go_on()
    assert waiting(store) == []
    assert answers_kept(store)[0].drill == one.id
    assert len(answers_kept(store)) == 3
    with pytest.raises(ContentError):
        take_up(store, left.practice)


def test_what_was_seen_comes_after_what_was_not(store: Store) -> None:
    first = begin("own-it", store, seed=1, count=2)
    ids = list(first.course.queue)
    while not first.course.over:
        first.answer(first.now.drill.good)
        first.go_on()
    assert not set(ids) & set(begin("own-it", store, seed=1, count=10).course.queue)
    assert skills_in_turn(store)[-1].skill == "own-it"


def test_without_records_a_set_is_answered_all_the_same(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    from trainer.records.faults import Fault
    from trainer.records.store import StoreError

    def refuse(*_: object) -> None:
        raise StoreError(Fault.ELSEWHERE, store.path)

    under_way = begin("own-it", store, seed=1, count=1)
    monkeypatch.setattr(Practices, "step", refuse)
    assert under_way.answer(under_way.now.drill.good).verdict
    assert "not kept" in under_way.trouble
    assert under_way.go_on() is False
    assert begin("own-it", None, seed=1).course.queue


def test_the_end_of_a_set_says_what_went_well_and_what_to_see_again(store: Store) -> None:
    under_way = begin("own-it", store, seed=1, count=2)
    done = under_way.now
    under_way.answer(done.drill.good)
    under_way.go_on()
    under_way.answer("I completely understand your frustration.")
    end = closing(under_way.look_back())
    assert end.sum.startswith("1 of 2 drills")
    assert len(end.again) == 1
    assert all(line.startswith("Own it, ") for line in (*end.well, *end.next))
    assert any(line.startswith(f"Own it, {done.drill.name}: ") for line in end.well)
    assert done.drill.name not in end.again[0]


def test_a_drill_that_comes_back_says_what_was_missing(store: Store) -> None:
    under_way = begin("own-it", store, seed=1, count=1)
    assert under_way.before is None
    under_way.answer("Sorry.")
    under_way.go_on()
    assert under_way.before is not None
    assert missed_line(under_way.before) == "The first time: not yet. Hardly anything in this is about this customer: it would do for the next one too."


def test_a_first_try_that_did_harm_is_told_whole() -> None:
    one = at_hand()["one-question-08"]
    text = "You should have backed it up, that is your own fault. Two of our screens failed, so is the phone backed up?"
    line = missed_line(judge(one.skill, one.drill, text, default_reader()))
    assert line.startswith(("The first time: not yet. Some of it puts it on the customer.", "The first time: partly. Some of it puts it on the customer."))


def test_a_drill_keeps_its_number_and_what_comes_back_is_counted() -> None:
    course = begun([f"d{n}" for n in range(1, 7)])
    told = []
    while not course.over:
        told.append(place_words(course))
        course = course.after_answer(course.drill, "not" if course.first and course.drill in ("d1", "d5", "d6") else "done", "x").after_next()
    assert told == [
        "1 of 6",
        "2 of 6, 1 to come back",
        "3 of 6, 1 to come back",
        "4 of 6, 1 to come back",
        "5 of 6, 1 to come back",
        "1 of 6, once more, 1 to come back",
        "6 of 6, 1 to come back",
        "5 of 6, once more, 1 to come back",
        "6 of 6, once more, the last",
    ]


def test_a_new_drill_is_never_called_the_last_for_it_may_come_back() -> None:
    course = begun([f"d{n}" for n in range(1, 7)])
    told = []
    while not course.over:
        told.append(place_words(course))
        course = course.after_answer(course.drill, "not" if course.first and course.drill in ("d1", "d6") else "done", "x").after_next()
    assert told[-3:] == ["1 of 6, once more", "6 of 6", "6 of 6, once more, the last"]


def test_a_set_with_every_drill_answered_says_what_is_left_of_it(store: Store) -> None:
    set_ = begin("own-it", store, seed=1, count=2)
    for _ in range(2):
        set_.answer("Sorry.")
        set_.go_on()
    (left,) = waiting(store)
    assert left.words == "all 2 answered, 2 to come back"


def test_the_headline_agrees_with_the_marks() -> None:
    one = at_hand()["one-question-08"]
    text = "You should have backed it up, that is your own fault. Two of our screens failed, so is the phone backed up?"
    found = judge(one.skill, one.drill, text, default_reader())
    assert found.harms
    assert headline(found) != "Not yet.", "it says what outweighed the rest"
    assert "puts it on the customer" in headline(found)


def test_a_skill_is_found_by_id_or_title_and_a_slip_is_answered_with_what_was_meant() -> None:
    assert skill_named(" Own it ") == "own-it"
    assert skill_named("MIXED") == "mixed"
    with pytest.raises(UsageError, match="own-it"):
        skill_named("own-itt")
