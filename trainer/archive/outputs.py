"""Where the results of a job go: a file whose ending says its form, and the lines all forms are made from.

The lines are what a stopped job goes on from, so they are written as the work goes, and everything else when it is done.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import IO

from trainer.errors import UsageError


class Form(StrEnum):
    """What results can be written as."""

    LINES = ".jsonl"
    JSON = ".json"
    CSV = ".csv"
    HTML = ".html"


@dataclass(frozen=True, kw_only=True)
class Outputs:
    """The files of one job."""

    lines: Path
    """the rows, one a line"""
    keep_lines: bool
    """they were asked for, and not only to make something of them"""
    made: tuple[tuple[Form, Path], ...]
    """what is made of the rows at the end"""

    @property
    def half(self) -> Path:
        """Where old rows are sorted out while a job is taken up again."""
        return self.lines.with_name(self.lines.name + ".new")

    @property
    def lock(self) -> Path:
        """Held while somebody writes."""
        return self.lines.with_name(self.lines.name + ".lock")

    @property
    def files(self) -> tuple[Path, ...]:
        """Everything that is never read as a chat, though it may lie among them."""
        return (self.lines, self.half, self.lock, *(path for _, path in self.made))


def outputs(named: Sequence[Path], inputs: Sequence[Path], *, resume: bool) -> Outputs:
    """Raises UsageError where a name does not say its form, is there already, or is one of the inputs."""
    if not named:
        raise UsageError("--resume needs --out FILE: it goes on with what stands there.")
    forms = [(_form(path), path) for path in named]
    lines = [path for form, path in forms if form is Form.LINES]
    if len(lines) > 1:
        raise UsageError("Two files of JSON lines were named with --out; they would hold the same.", "Name one.")
    first = forms[0][1]
    found = Outputs(
        lines=lines[0] if lines else first.with_name(first.name + ".part.jsonl"),
        keep_lines=bool(lines),
        made=tuple((form, path) for form, path in forms if form is not Form.LINES),
    )
    read = {path.resolve() for path in inputs}
    for path in dict.fromkeys((*named, found.lines)):
        if path.resolve() in read:
            raise UsageError(f"{path} is one of the files to score; results there would overwrite it.", "Name another file with --out.")
        if path.is_dir():
            raise UsageError(f"{path} is a folder.", "Name a file in it, such as scores.jsonl.")
        if not path.parent.is_dir():
            raise UsageError(f"There is no folder {path.parent} to write {path.name} into.")
        if path.exists() and not resume:
            if path == found.lines and not found.keep_lines:
                raise UsageError(f"{first} was begun and not finished; what is done stands in {path}.", "Go on with --resume, or remove that file.")
            raise UsageError(f"{path} is there already.", "Go on with it by --resume, or name another file.")
    return found


def _form(path: Path) -> Form:
    low = path.suffix.lower()
    if low in (".htm", ".ndjson"):
        low = {".htm": Form.HTML, ".ndjson": Form.LINES}[low]
    try:
        return Form(low)
    except ValueError:
        raise UsageError(f"The ending of {path.name} does not say what to write.", "Name a file that ends in .jsonl, .json, .csv or .html.") from None


@contextmanager
def alone_at(found: Outputs) -> Iterator[None]:
    """Nobody else writes here meanwhile. Raises UsageError where somebody does."""
    from filelock import FileLock, Timeout

    lock = FileLock(found.lock, timeout=0)
    try:
        lock.acquire()
    except Timeout:
        raise UsageError(f"Another run is writing {found.lines} just now.", "Wait for it, or name another file with --out.") from None
    except OSError as error:
        raise UsageError(f"Nothing can be written beside {found.lines}: {error.strerror}.", "Name a file in another folder with --out.") from None
    try:
        yield
    finally:
        lock.release()
        found.lock.unlink(missing_ok=True)


@contextmanager
def whole_file(path: Path) -> Iterator[IO[str]]:
    """A text file that is there in full or not at all. Line ends are written as they are given."""
    half = path.with_name(path.name + ".new")
    try:
        with half.open("w", encoding="utf-8", errors="replace", newline="") as file:
            yield file
        half.replace(path)
    finally:
        half.unlink(missing_ok=True)
