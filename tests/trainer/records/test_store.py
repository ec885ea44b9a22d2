"""What is written comes back, in order, and an attempt can be reopened whatever happened to its file."""

from __future__ import annotations

import sqlite3
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


def test_a_branch_hangs_on_its_first_try_and_is_not_listed_beside_it(store: Store) -> None:
    first, other = begin(store), begin(store)
    branch = store.begin("wrong-kettle", "0" * 16, 7, "real", practice=True, source="{}", parent=(first, 3))
    twig = store.begin("wrong-kettle", "0" * 16, 7, "real", practice=True, source="{}", parent=(branch, 5))
    assert [row.id for row in store.attempts()] == [other, first]
    assert [row.id for row in store.unfinished()] == [other, first]
    assert [(row.id, row.parent, row.parent_turn) for row in store.branches(first)] == [(branch, first, 3), (twig, branch, 5)]
    assert store.branches(other) == []
    store.finish(branch, "{}")
    assert store.newest_finished("wrong-kettle") is None
    assert store.attempt(branch).parent == first


def test_a_branch_is_begun_with_its_past_in_one_go_and_counted_at_its_first_try(store: Store) -> None:
    first = begin(store)
    past = (OPENED, customer(0, "Hello?"))
    branch = store.begin("wrong-kettle", "0" * 16, 7, "real", practice=True, source="{}", parent=(first, 3), shared=past)
    store.append(branch, customer(2, "Well?"))
    with Store.open(store.path) as other:
        assert other.load(branch).events == (*past, customer(2, "Well?"))
        assert other.load(first).events == ()
        twig = other.begin("wrong-kettle", "0" * 16, 7, "real", practice=True, source="{}", parent=(branch, 5))
        assert other.further() == {first: 2}
        assert twig in [row.id for row in other.branches(first)]


def test_remarks_come_back_in_order_and_by_kind(store: Store) -> None:
    attempt = begin(store)
    store.remark(attempt, "disagreement", {"rule": "calmness.argue", "why": "I was quoting him \ud800"})
    store.remark(attempt, "overrule", {"to": 70})
    store.remark(attempt, "disagreement", {"rule": "calmness.blame"})
    assert [remark.body["rule"] for remark in store.remarks(attempt, "disagreement")] == ["calmness.argue", "calmness.blame"]
    assert store.remarks(begin(store), "disagreement") == []
    with pytest.raises(StoreError) as refused:
        store.remark("nobody", "disagreement", {})
    assert refused.value.fault is Fault.UNKNOWN_ATTEMPT


def test_a_file_of_the_first_version_is_brought_up_with_all_it_holds(tmp_path: Path) -> None:
    path = tmp_path / "records.db"
    with sqlite3.connect(path) as old:
        old.executescript(
            """
            CREATE TABLE meta (name VARCHAR(40) PRIMARY KEY, value TEXT NOT NULL);
            CREATE TABLE scenarios (content VARCHAR(64) PRIMARY KEY, body TEXT NOT NULL);
            CREATE TABLE attempts (id VARCHAR(32) PRIMARY KEY, number INTEGER NOT NULL UNIQUE, scenario VARCHAR(200) NOT NULL,
                content VARCHAR(64) NOT NULL REFERENCES scenarios (content), seed VARCHAR(40) NOT NULL, intensity VARCHAR(20) NOT NULL,
                practice BOOLEAN NOT NULL, began VARCHAR(32) NOT NULL, finished VARCHAR(32), scorecard TEXT);
            CREATE TABLE events (attempt VARCHAR(32) REFERENCES attempts (id), position INTEGER, body TEXT NOT NULL, PRIMARY KEY (attempt, position));
            CREATE TABLE ratings (attempt VARCHAR(32) PRIMARY KEY REFERENCES attempts (id), body TEXT NOT NULL);
            INSERT INTO meta VALUES ('schema', '1');
            INSERT INTO scenarios VALUES ('h', '"{}"');
            INSERT INTO attempts VALUES ('old', 1, 'wrong-kettle', 'h', '7', 'real', 0, '2026-11-01T10:00:00+00:00', NULL, NULL);
            """
        )
    old.close()
    with Store.open(path) as store:
        assert [(row.id, row.parent) for row in store.attempts()] == [("old", None)]
        store.remark("old", "overrule", {"to": 70})
        branch = store.begin("wrong-kettle", "h", 7, "real", practice=True, source="{}", parent=("old", 3))
    with Store.open(path) as again:
        assert [row.id for row in again.branches("old")] == [branch]
        assert len(again.remarks("old", "overrule")) == 1
