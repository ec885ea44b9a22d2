"""Deleting a person's data for good, part by part.

The records are emptied where they lie instead of being taken away: a Coolhead that is open beside would go on writing into
a file nobody can find again. Now it is told that its call is not kept, and the next one is.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterable
from contextlib import closing, suppress
from pathlib import Path

from trainer.data.parts import Part, What
from trainer.errors import PrerequisiteError
from trainer.records.database import BUSY_SECONDS, open_database
from trainer.records.faults import Fault, StoreError
from trainer.records.locations import data_folder, records_file
from trainer.records.schema import meta, metadata
from trainer.settings.current import forget


def delete(goes: Iterable[Part]) -> None:
    """Delete these parts. Raises CoolheadError at the first that will not go; those before it are gone."""
    for part in goes:
        kept = _empty(records_file()) if part.what is What.RECORDS else ()
        for path in part.paths:
            if path not in kept:
                _take_away(path)
        if part.what is What.SETTINGS:
            forget()
    with suppress(OSError):
        data_folder().rmdir()  # only where nothing is left in it


def _empty(file: Path) -> tuple[Path, ...]:
    """Empty the records file, so that nothing of it can be read back; what then stays. Raises StoreError."""
    if not file.exists():
        return ()
    try:
        engine, _ = open_database(file)  # ours, and sound; a damaged one is moved aside, and goes with the rest
        engine.dispose()
    except StoreError as error:
        if error.fault is not Fault.NEWER:
            raise
        return ()  # of a newer Coolhead: it goes as a whole
    try:
        with closing(sqlite3.connect(file, timeout=BUSY_SECONDS, isolation_level=None)) as connection:
            connection.execute("PRAGMA secure_delete=ON")
            connection.execute("BEGIN IMMEDIATE")
            for table in reversed(metadata.sorted_tables):
                if table is not meta:
                    connection.execute(f"DELETE FROM {table.name}")
            connection.execute("COMMIT")
            with suppress(sqlite3.OperationalError):  # somebody is reading; what is gone is gone all the same
                connection.execute("VACUUM")
                connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    except sqlite3.Error as error:
        busy = getattr(error, "sqlite_errorcode", 0) & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
        raise StoreError(Fault.LOCKED if busy else Fault.READ_ONLY, file) from error
    return tuple(file.with_name(file.name + tail) for tail in ("", "-wal", "-shm"))


def _take_away(path: Path) -> None:
    """A file, or a folder with all that is in it; of a link, the link alone."""
    try:
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
    except OSError as error:
        raise PrerequisiteError(f"{error.filename or path} cannot be deleted: {error.strerror or error}.", "Allow writing there, then try again.") from error
