"""Opening the records file so that nothing said is lost: WAL, full sync, short exclusive writes; damage moved aside.

Each write begins with ``BEGIN IMMEDIATE``, so that two processes queue at the door instead of failing half way; reads
never wait for a writer.
"""

from __future__ import annotations

import os
import sqlite3
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, select, text
from sqlalchemy.exc import DBAPIError

from trainer.records.faults import Fault, StoreError, fault_of
from trainer.records.schema import ADDED, VERSION, meta, metadata

BUSY_SECONDS = 10.0
"""How long a write queues behind other processes before it is refused."""

_WAL_TRIES = 40
"""SQLite does not queue the switch to WAL itself; two first starts at once take turns by trying again."""


def open_database(path: Path, busy_seconds: float = BUSY_SECONDS) -> tuple[Engine, list[str]]:
    """The engine for ``path``, its tables made, and notices about what had to be done. Raises StoreError."""
    notices: list[str] = []
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)  # replies are the trainee's own business
    except OSError as error:
        raise StoreError(Fault.UNREACHABLE, path) from error
    for last_try in (False, True):
        seen = _identity(path)
        engine = _engine(path, busy_seconds)
        try:
            _prepare(engine, path)
        except DBAPIError as error:
            engine.dispose()
            fault = fault_of(error)
            if fault is None:
                raise
            if fault is not Fault.DAMAGED or last_try:
                raise StoreError(fault, path) from error
            notices.extend(_move_aside(path, seen))
        except StoreError:
            engine.dispose()
            raise
        else:
            return engine, notices
    raise AssertionError("both tries either return or raise")


def _engine(path: Path, busy_seconds: float) -> Engine:
    engine = create_engine(URL.create("sqlite", database=str(path)), connect_args={"timeout": busy_seconds})

    @event.listens_for(engine, "connect")
    def _settle(raw: Any, _record: Any) -> None:
        raw.isolation_level = None  # we say BEGIN ourselves, below
        _use_wal(raw)
        raw.execute("PRAGMA synchronous=FULL")
        raw.execute("PRAGMA foreign_keys=ON")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _use_wal(raw: Any) -> None:
    for again in range(_WAL_TRIES):
        try:
            if raw.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
                raw.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError as error:
            busy = getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_BUSY
            if not busy or again == _WAL_TRIES - 1:
                raise
            time.sleep(0.05)
        else:
            return


def _prepare(engine: Engine, path: Path) -> None:
    """Check that the file is sound, ours and of a version we know; make the tables where it is new."""
    with engine.connect() as connection:
        damaged = connection.execute(text("PRAGMA quick_check(1)")).scalar() != "ok"
        tables = set(inspect(connection).get_table_names())
    if damaged:
        raise DBAPIError("PRAGMA quick_check", {}, _damage())
    if tables and meta.name not in tables:
        raise StoreError(Fault.NOT_OURS, path)
    if not tables:
        with engine.execution_options(writes=True).begin() as connection:
            metadata.create_all(connection)  # skips what a process that started together with us has made
            if connection.execute(select(meta.c.value).where(meta.c.name == "schema")).scalar() is None:
                connection.execute(meta.insert().values(name="schema", value=str(VERSION)))
    with engine.connect() as connection:
        version = connection.execute(select(meta.c.value).where(meta.c.name == "schema")).scalar()
    if not (version or "").isdigit():
        raise StoreError(Fault.NOT_OURS, path)
    if int(version or 0) > VERSION:
        raise StoreError(Fault.NEWER, path)
    if int(version or 0) < VERSION:
        _bring_up(engine)


def _bring_up(engine: Engine) -> None:
    """Bring a file of an older version up to this one, all of it or nothing."""
    with engine.execution_options(writes=True).begin() as connection:
        here = int(connection.execute(select(meta.c.value).where(meta.c.name == "schema")).scalar_one())  # another process may have been quicker
        for version in range(here + 1, VERSION + 1):
            for statement in ADDED[version]:
                connection.exec_driver_sql(statement)
        metadata.create_all(connection)
        connection.execute(meta.update().where(meta.c.name == "schema").values(value=str(max(here, VERSION))))


def _damage() -> sqlite3.DatabaseError:
    error = sqlite3.DatabaseError("quick_check found damage")
    error.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
    return error


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _move_aside(path: Path, seen: tuple[int, int] | None) -> list[str]:
    """Rename a damaged file and its companions; nothing is deleted. Left alone if another process has replaced it."""
    if _identity(path) != seen:
        return []
    aside = path.with_name(f"{path.stem}.damaged-{datetime.now(UTC):%Y%m%d-%H%M%S-%f}{path.suffix}")
    try:
        os.replace(path, aside)
        for tail in ("-wal", "-shm"):
            companion = path.with_name(path.name + tail)
            if companion.exists():
                os.replace(companion, aside.with_name(aside.name + tail))
    except OSError as error:
        raise StoreError(Fault.READ_ONLY, path) from error
    return [f"The records file was damaged. It was moved to {aside}, and a fresh one was begun."]
