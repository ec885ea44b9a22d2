"""What Coolhead keeps, part by part: which files, how much, and what is in them in a few words.

Only files that are known to be Coolhead's are named, so that a folder shared with other things loses nothing else.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from trainer.records.locations import data_folder, own_scenarios, records_file, reports_folder, settings_file, site_rubric
from trainer.words import count


class What(StrEnum):
    """The parts, as they are typed."""

    RECORDS = "records"
    SETTINGS = "settings"
    SCENARIOS = "scenarios"
    RUBRIC = "rubric"
    REPORTS = "reports"


ABOUT = {
    What.RECORDS: "every call and practice, what you wrote in them, your own ratings",
    What.SETTINGS: "what you have chosen",
    What.SCENARIOS: "scenarios and packs of your own",
    What.RUBRIC: "rules for scoring of your own",
    What.REPORTS: "reports of faults, with the calls they happened in, and the log of a model voice",
}


@dataclass(frozen=True, kw_only=True)
class Part:
    """One part that is there."""

    what: What
    paths: tuple[Path, ...]
    """files and folders"""
    size: int
    """bytes"""
    holds: str = ""
    """``12 calls, 3 practices``; empty where it cannot be told"""

    @property
    def line(self) -> str:
        """The part as it is told."""
        holds = f"{self.holds}, " if self.holds else ""
        return f"{self.what}: {ABOUT[self.what]} ({holds}{size_words(self.size)})"


def parts() -> list[Part]:
    """What there is. Reads only."""
    found = []
    for what in What:
        paths = tuple(path for path in _paths(what) if os.path.lexists(path))
        if paths:
            size = sum(file.lstat().st_size for path in paths for file in (path, *files_in(path)) if not file.is_dir())
            found.append(Part(what=what, paths=paths, size=size, holds=_holds(what)))
    return found


def _paths(what: What) -> Iterator[Path]:
    folder = data_folder()
    if what is What.RECORDS:
        file = records_file()
        yield from (file, *(file.with_name(file.name + tail) for tail in ("-wal", "-shm")), *sorted(folder.glob(f"{file.stem}.damaged-*")))
    elif what is What.SETTINGS:
        file = settings_file()
        yield from (file, *sorted(folder.glob(f"{file.name}.bak*")), *sorted(folder.glob("voice.json*")), folder / ".settings.lock")
    elif what is What.SCENARIOS:
        yield from (own_scenarios(), folder / "set-aside")
    elif what is What.RUBRIC:
        yield site_rubric()
    else:
        yield from (reports_folder(), folder / "model.log")


def files_in(place: Path) -> Iterator[Path]:
    """The plain files in a folder and its folders, in order; what a link leads to outside is not gone into."""
    if place.is_symlink():
        return
    for folder, folders, names in os.walk(place):
        folders.sort()
        yield from (file for name in sorted(names) if (file := Path(folder, name)).is_file())


def kept_file(file: Path) -> bool:
    """Whether a file is one's own, not a lock that lies beside."""
    return not file.name.endswith(".lock")


def _holds(what: What) -> str:
    if what is What.SCENARIOS:
        return count(sum(kept_file(file) for path in _paths(what) for file in files_in(path)), "file")  # as many as a copy holds
    if what is not What.RECORDS:
        return ""
    with suppress(sqlite3.Error), closing(sqlite3.connect(f"{records_file().absolute().as_uri()}?mode=ro", uri=True, timeout=2)) as connection:
        calls, practices = (connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in ("attempts", "practices"))
        return f"{count(calls, 'call')}, {count(practices, 'practice')}"
    return ""


def size_words(size: int) -> str:
    """``412 bytes``, ``38 kB``, ``1.2 MB``"""
    if size < 1000:
        return count(size, "byte")
    return f"{size / 1000:.0f} kB" if size < 1_000_000 else f"{size / 1_000_000:.1f} MB"
