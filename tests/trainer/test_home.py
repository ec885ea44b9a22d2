"""What home says is put aside: practices in which something was done."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from trainer.drills.sets import begin
from trainer.finding import scenario_named
from trainer.home import standing
from trainer.records.store import Store
from trainer.room.kept import Room, left, rooms
from trainer.shift.kept import Shift


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    monkeypatch.setenv("COOLHEAD_HOME", str(tmp_path / "home"))
    with Store.open() as opened:
        yield opened


def aside(store: Store) -> list[str]:
    return [one.mode.name for one in standing(store).put_aside]


def test_a_set_or_a_room_only_looked_into_is_not_put_aside(store: Store, kettle_file: Path) -> None:
    drills = begin("own-it", store, seed=1)
    room = Room.begin(store, scenario_named(str(kettle_file), 3), seed=3)
    assert aside(store) == []
    assert standing(store).new_here
    drills.answer("I am sorry, that was our mistake.")
    room.propose(1, "I am sorry.")
    assert aside(store) == ["drill", "room"]
    assert [one.named for one in standing(store).put_aside] == ["Drills", "Room: The wrong kettle"]


def test_an_older_set_is_told_of_over_one_only_looked_into(store: Store) -> None:
    begin("own-it", store, seed=1).answer("I am sorry, that was our mistake.")
    older = standing(store).put_aside[0].since
    begin("own-it", store, seed=2)
    assert [one.since for one in standing(store).put_aside] == [older]


def test_a_shift_is_put_aside_from_its_drawing(store: Store) -> None:
    Shift.begin(store, calls=2, seed=1)
    assert aside(store) == ["shift"]


def test_put_aside_tells_when_it_was_left_and_not_when_it_was_opened(store: Store, kettle_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter(f"2026-11-22T{hour}:28:00.000+00:00" for hour in range(10, 20))
    monkeypatch.setattr("trainer.records.practices.now", lambda: next(clock))
    room = Room.begin(store, scenario_named(str(kettle_file), 3), seed=3)
    room.propose(1, "I am sorry.")
    room.propose(2, "What happened?")
    (one,) = standing(store).put_aside
    ((going,), _) = rooms(store)
    assert (going.began.hour, one.since.hour) == (10, 12)
    assert left(store, going) == one.since
