"""What can go wrong with the records file, each with a sentence the person at the keyboard can act on."""

from __future__ import annotations

import sqlite3
from enum import StrEnum
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from trainer.errors import Exit, PrerequisiteError


class Fault(StrEnum):
    """Why the records cannot be read or written."""

    FULL = "full"
    LOCKED = "locked"
    NOT_OURS = "not ours"
    DAMAGED = "damaged"
    NEWER = "newer"
    READ_ONLY = "read-only"
    UNREACHABLE = "unreachable"
    ELSEWHERE = "elsewhere"
    UNKNOWN_ATTEMPT = "unknown attempt"
    UNKNOWN_PRACTICE = "unknown practice"


_SENTENCES: dict[Fault, tuple[str, str]] = {
    Fault.FULL: ("There is no room left on the disk for {file}.", "Free some space, then go on: everything said so far is kept."),
    Fault.LOCKED: ("Another program is holding {file}.", "Close the other program that uses it, then try again."),
    Fault.NOT_OURS: ("{file} is a database, but not one of Coolhead's.", "Set COOLHEAD_HOME to another folder, or move that file away."),
    Fault.DAMAGED: ("{file} is damaged.", "Start Coolhead again: it moves the damaged file aside and begins a fresh one."),
    Fault.NEWER: ("{file} was written by a newer Coolhead.", "Update Coolhead: pip install --upgrade coolhead"),
    Fault.READ_ONLY: ("{file} cannot be written.", "Allow writing there, or set COOLHEAD_HOME to a folder you may write in."),
    Fault.UNREACHABLE: ("{file} cannot be opened.", "Check the folder, or set COOLHEAD_HOME to one you may write in."),
    Fault.ELSEWHERE: ("This call went on in another window.", "Go on there, or open it again with: coolhead resume"),
    Fault.UNKNOWN_ATTEMPT: ("There is no such attempt in {file}.", "See what there is with: coolhead attempts"),
    Fault.UNKNOWN_PRACTICE: ("There is no such practice in {file}.", "See what there is with: coolhead progress"),
}


class StoreError(PrerequisiteError):
    """The records could not be read or written; ``fault`` says why."""

    def __init__(self, fault: Fault, file: Path | None) -> None:
        sentence, remedy = _SENTENCES[fault]
        super().__init__(sentence.format(file=file or "The records"), remedy)
        self.fault = fault
        if fault in (Fault.UNKNOWN_ATTEMPT, Fault.UNKNOWN_PRACTICE):
            self.exit = Exit.MISUSED


_BY_CODE = {
    sqlite3.SQLITE_FULL: Fault.FULL,
    sqlite3.SQLITE_BUSY: Fault.LOCKED,
    sqlite3.SQLITE_LOCKED: Fault.LOCKED,
    sqlite3.SQLITE_NOTADB: Fault.DAMAGED,
    sqlite3.SQLITE_CORRUPT: Fault.DAMAGED,
    sqlite3.SQLITE_READONLY: Fault.READ_ONLY,
    sqlite3.SQLITE_PERM: Fault.READ_ONLY,
    sqlite3.SQLITE_CANTOPEN: Fault.UNREACHABLE,
    sqlite3.SQLITE_IOERR: Fault.UNREACHABLE,
}


def fault_of(error: DBAPIError) -> Fault | None:
    """Which fault a database error means, or None when it is a bug of ours."""
    code = getattr(error.orig, "sqlite_errorcode", None)
    return _BY_CODE.get(code & 0xFF) if isinstance(code, int) else None
