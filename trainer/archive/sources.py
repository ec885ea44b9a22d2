"""Which files an archive is: what was named, and every transcript in the folders named, in an order that never changes."""

from __future__ import annotations

import os
import sys
from collections.abc import Collection, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import BinaryIO

from scenarios.transcript_pieces import open_source
from trainer.archive.rows import is_row
from trainer.errors import UsageError

ENDINGS = (".json", ".jsonl", ".ndjson", ".txt", ".log")
"""What a transcript's file in a folder may end in. A file that is named itself may be called anything."""
STDIN = "-"


def check_named(paths: Sequence[Path]) -> None:
    """Raises UsageError where a file or folder is not there, or a folder holds no transcript."""
    for path in paths:
        if str(path) == STDIN:
            continue
        if not path.exists():
            raise UsageError(f"There is no file {path}.")
        if path.is_dir() and next(_inside(path), None) is None:
            raise UsageError(f"There is no transcript in the folder {path}.", f"Their files end in {', '.join(ENDINGS[:-1])} or {ENDINGS[-1]}.")


def files_of(paths: Sequence[Path], without: Collection[Path] = ()) -> Iterator[Path]:
    """Every file, as named and then by name, folders within folders too. Hidden ones, links to folders and ``without`` are left out of folders."""
    left_out = {path.resolve() for path in without}
    for path in paths:
        if str(path) == STDIN or not path.is_dir():
            yield path
        else:
            yield from (file for file in _inside(path) if not left_out or file.resolve() not in left_out)


def _inside(folder: Path) -> Iterator[Path]:
    """Read one folder at a time, so that only the names of one level wait in memory."""
    try:
        with os.scandir(folder) as found:
            entries = sorted((entry.name, entry.is_dir(follow_symlinks=False)) for entry in found if not entry.name.startswith("."))
    except OSError as error:
        raise UsageError(f"The folder {folder} cannot be read: {error.strerror}.") from error
    for name, is_folder in entries:
        if is_folder:
            yield from _inside(folder / name)
        elif name.lower().endswith(ENDINGS):
            yield folder / name


def opened(file: Path) -> AbstractContextManager[BinaryIO]:
    """The file's bytes, or those of stdin, which stays open. Raises ScenarioProblems."""
    return nullcontext(sys.stdin.buffer) if str(file) == STDIN else open_source(file)


def holds_scores(file: Path) -> bool:
    """Whether a file of a folder is what an earlier job wrote, and no chat."""
    try:
        if not file.is_file():  # a pipe would keep us waiting
            return False
        with file.open("rb") as stream:
            return is_row(stream.readline(2**20))
    except OSError:
        return False


def bytes_of(files: Iterator[Path]) -> int:
    """Their sizes added up, for a sense of how far a job is; 0 where that cannot be known."""
    total = 0
    for file in files:
        if str(file) == STDIN:
            return 0
        try:
            total += file.stat().st_size
        except OSError:
            continue
    return total
