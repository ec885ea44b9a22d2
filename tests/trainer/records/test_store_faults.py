"""The records survive a killed process, a second process, a full or read-only disk, a damaged file and a newer one."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import event

from tests.trainer.records.conftest import OPENED, begin, customer
from trainer.records.faults import Fault
from trainer.records.store import Store, StoreError

TALKER = """
import sys
from pathlib import Path
from tests.trainer.records.conftest import begin, customer
from trainer.records.store import Store
store = Store.open(Path(sys.argv[1]))
attempt = begin(store)
for turn in range(int(sys.argv[2])):
    store.append(attempt, customer(turn, "line " * 50))
    print(attempt, turn, flush=True)
"""
ROOT = Path(__file__).parents[3]


def talker(path: Path, turns: int) -> subprocess.Popen[str]:
    return subprocess.Popen([sys.executable, "-c", TALKER, str(path), str(turns)], stdout=subprocess.PIPE, text=True, cwd=ROOT)


def test_a_killed_process_loses_no_turn_it_had_shown(tmp_path: Path) -> None:
    path = tmp_path / "records.db"
    process = talker(path, 100_000)
    assert process.stdout is not None
    shown = [process.stdout.readline().split() for _ in range(20)]
    process.send_signal(signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)
    rest, _ = process.communicate()
    shown += [line.split() for line in rest.splitlines() if len(line.split()) == 2]
    with Store.open(path) as store:
        assert store.notices == ()
        kept = store.load(shown[0][0]).events
        assert [row.id for row in store.unfinished()] == [shown[0][0]]
    assert len(kept) >= len(shown) >= 20
    assert [e.turn for e in kept] == list(range(len(kept)))


def test_two_processes_begin_the_same_fresh_file_at_once(tmp_path: Path) -> None:
    path = tmp_path / "records.db"
    both = [talker(path, 30) for _ in range(2)]
    assert [process.communicate()[0].count("\n") for process in both] == [30, 30]
    with Store.open(path) as store:
        assert [row.events for row in store.attempts()] == [30, 30]


def test_a_locked_file_is_named_after_the_wait(tmp_path: Path) -> None:
    path = tmp_path / "records.db"
    with Store.open(path, busy_seconds=0.05) as store:
        attempt = begin(store)
        holder = sqlite3.connect(path, isolation_level=None)
        holder.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StoreError) as failed:
            store.append(attempt, OPENED)
        assert failed.value.fault is Fault.LOCKED
        assert store.load(attempt).events == ()  # reading does not wait for a writer
        holder.execute("ROLLBACK")
        holder.close()
        store.append(attempt, OPENED)
        assert store.load(attempt).events == (OPENED,)


def test_a_full_disk_is_named_and_what_was_kept_stays(store: Store) -> None:
    attempt = begin(store)
    store.append(attempt, OPENED)

    @event.listens_for(store._engine, "checkout")
    def _no_room(raw: sqlite3.Connection, *_rest: object) -> None:
        pages = raw.execute("PRAGMA page_count").fetchone()[0]
        raw.execute(f"PRAGMA max_page_count={pages}")

    with pytest.raises(StoreError) as failed:
        store.append(attempt, customer(0, "long " * 20_000))
    assert failed.value.fault is Fault.FULL
    assert store.load(attempt).events == (OPENED,)


def test_a_read_only_file_is_named(store: Store) -> None:
    attempt = begin(store)
    event.listen(store._engine, "checkout", lambda raw, *_rest: raw.execute("PRAGMA query_only=ON"))
    with pytest.raises(StoreError) as failed:
        store.append(attempt, OPENED)
    assert failed.value.fault is Fault.READ_ONLY
    assert "COOLHEAD_HOME" in str(failed.value)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="permissions do not bind the administrator")
def test_a_read_only_folder_is_named(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(StoreError) as failed:
        Store.open(tmp_path / "records.db")
    tmp_path.chmod(0o700)
    assert failed.value.fault in (Fault.READ_ONLY, Fault.UNREACHABLE)


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StoreError) as failed:
        Store.open(tmp_path / "file" / "records.db")
    assert failed.value.fault is Fault.UNREACHABLE


@pytest.mark.parametrize("damage", ["header", "middle"])
def test_a_damaged_file_is_moved_aside_and_a_fresh_one_begun(tmp_path: Path, damage: str) -> None:
    path = tmp_path / "records.db"
    with Store.open(path) as store:
        attempt = begin(store)
        for turn in range(50):
            store.append(attempt, customer(turn, "x" * 500))
    content = bytearray(path.read_bytes())
    at = 0 if damage == "header" else 4096
    content[at : at + 3000] = b"\xff" * 3000
    path.write_bytes(content)
    with Store.open(path) as store:
        assert len(store.notices) == 1
        assert store.attempts() == []
        begin(store)
    (aside,) = tmp_path.glob("records.damaged-*.db")
    assert aside.read_bytes() == content
    assert str(aside) in store.notices[0]


def test_a_newer_file_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "records.db"
    Store.open(path).close()
    with sqlite3.connect(path) as raw:
        raw.execute("UPDATE meta SET value = '99'")
    raw.close()
    with pytest.raises(StoreError) as failed:
        Store.open(path)
    assert failed.value.fault is Fault.NEWER
    assert list(tmp_path.glob("*damaged*")) == []


def test_another_programs_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "records.db"
    with sqlite3.connect(path) as raw:
        raw.execute("CREATE TABLE invoices (id INTEGER)")
    raw.close()
    with pytest.raises(StoreError) as failed:
        Store.open(path)
    assert failed.value.fault is Fault.NOT_OURS
