"""What is written comes back, in order, and an attempt can be reopened whatever happened to its file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.trainer.records.conftest import OPENED, begin, customer
from trainer.records.faults import Fault
from trainer.records.store import Store, StoreError


def test_events_come_back_in_order_from_another_opening(store: Store) -> None:
    attempt = begin(store)
    written = (OPENED, customer(0, "Where is it?"), customer(2, "Well?"))
    for event in written:
        store.append(attempt, event)
    with Store.open(store.path) as again:
        loaded = again.load(attempt)
    assert loaded.events == written
    assert (loaded.id, loaded.scenario) == (attempt, "wrong-kettle")


def test_hostile_text_is_stored_as_it_is(store: Store) -> None:
    attempt = begin(store)
    text = "[bold]\x1b[2J\x00 \ud800 \u202e 😡 '; drop table events; --" + "x" * 100_000
    store.append(attempt, customer(0, text))
    assert store.load(attempt).events == (customer(0, text),)


def test_the_scenario_is_kept_once_for_all_its_attempts(store: Store) -> None:
    first, second = begin(store), begin(store)
    assert first != second
    assert store.scenario_text(first) == store.scenario_text(second) == '{"scenario": "wrong-kettle"}'


def test_an_attempt_is_unfinished_until_it_is_finished(store: Store) -> None:
    first, second = begin(store), begin(store)
    assert [row.id for row in store.unfinished()] == [second, first]
    store.finish(first, '{"rubric": "1"}')
    assert [row.id for row in store.unfinished()] == [second]
    assert store.scorecard(first) == '{"rubric": "1"}'
    assert store.scorecard(second) is None


def test_finishing_again_keeps_the_first_time(store: Store) -> None:
    attempt = begin(store)
    store.finish(attempt, "{}")
    before = store.attempt(attempt).finished
    store.finish(attempt, '{"again": 1}')
    assert store.attempt(attempt).finished == before
    assert store.scorecard(attempt) == '{"again": 1}'


def test_attempts_are_listed_newest_first_with_what_they_are(store: Store) -> None:
    for seed in (1, 2, 2**80):
        begin(store, seed)
    rows = store.attempts(limit=2)
    assert [row.seed for row in rows] == [2**80, 2]
    assert rows[0].practice is True
    assert rows[0].events == 0


def test_an_attempt_is_found_by_the_start_of_its_id(store: Store) -> None:
    attempt = begin(store)
    assert store.attempt(attempt[:8]).id == attempt
    for wrong in ("", "zz", "%"):
        with pytest.raises(StoreError) as failed:
            store.attempt(wrong)
        assert failed.value.fault is Fault.UNKNOWN_ATTEMPT


def test_the_last_rating_stands(store: Store) -> None:
    attempt = begin(store)
    assert store.rating(attempt) is None
    store.save_rating(attempt, {"calmness": 2})
    store.save_rating(attempt, {"calmness": 4})
    assert store.rating(attempt) == {"calmness": 4}


UNKNOWN: dict[str, Callable[[Store], object]] = {
    "append": lambda store: store.append("none", OPENED),
    "finish": lambda store: store.finish("none", "{}"),
    "rate": lambda store: store.save_rating("none", {}),
    "load": lambda store: store.load("none"),
}


@pytest.mark.parametrize("write", UNKNOWN.values(), ids=UNKNOWN)
def test_an_unknown_attempt_is_said_plainly(store: Store, write: Callable[[Store], object]) -> None:
    with pytest.raises(StoreError) as failed:
        write(store)
    assert failed.value.fault is Fault.UNKNOWN_ATTEMPT


def test_two_windows_cannot_both_carry_on_one_call(store: Store) -> None:
    attempt = begin(store)
    store.append(attempt, OPENED)
    with Store.open(store.path) as other:
        other.load(attempt)
        other.append(attempt, customer(0, "Here."))
        with pytest.raises(StoreError) as failed:
            store.append(attempt, customer(0, "There."))
        assert failed.value.fault is Fault.ELSEWHERE
        assert other.load(attempt).events == (OPENED, customer(0, "Here."))


def test_the_data_folder_can_be_moved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COOLHEAD_HOME", str(tmp_path / "a folder with % and ?"))
    with Store.open() as opened:
        begin(opened)
        assert opened.path.parent.name == "a folder with % and ?"
    assert opened.path.exists()
