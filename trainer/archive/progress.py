"""How far a job is, on stderr: a bar where somebody watches a terminal, else a counting line now and then."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

from trainer.archive.chats import Done
from trainer.errors import say
from trainer.opening import asked_plain
from trainer.words import count

if TYPE_CHECKING:
    from rich.console import Console
    from rich.progress import Progress as Bars

EVERY = 10.0
"""Seconds between counting lines; a job shorter than that says nothing."""


class Progress(Protocol):
    """Hears of every chat done, and says lines beside what it shows."""

    def advance(self, done: Done) -> None: ...

    def say(self, words: str) -> None: ...


@contextmanager
def progress(total: Callable[[], int], *, plain: bool) -> Iterator[Progress]:
    """``total`` is asked for the bytes to read; 0 where nobody knows."""
    if plain or asked_plain() or os.environ.get("TERM") == "dumb" or not sys.stderr.isatty():
        yield Counting(total())
        return
    from rich.console import Console
    from rich.progress import BarColumn, TaskProgressColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bars

    console = Console(stderr=True)
    columns = (TextColumn("Scoring"), BarColumn(), TaskProgressColumn(), TextColumn("{task.fields[chats]:,} chats"), TimeRemainingColumn())
    with Bars(*columns, console=console, transient=True) as bars:
        yield _Bar(bars, console, total())


class _Bar:
    def __init__(self, bars: Bars, console: Console, total: int) -> None:
        self._bars, self._console, self._chats = bars, console, 0
        self._task = bars.add_task("", total=total or None, chats=0)

    def advance(self, done: Done) -> None:
        self._chats += 1
        self._bars.update(self._task, advance=done.bytes_read, chats=self._chats)

    def say(self, words: str) -> None:
        self._console.print(words, markup=False, highlight=False, soft_wrap=True)


class Counting:
    """A line every so often, for logs, pipes and screen readers."""

    def __init__(self, total: int) -> None:
        self._total = total
        self._chats = self._read = 0
        self._began = self._said = time.monotonic()

    def advance(self, done: Done) -> None:
        self._chats += 1
        self._read += done.bytes_read
        now = time.monotonic()
        if now - self._said >= EVERY:
            self._said = now
            share = f", {min(self._read / self._total, 1):.0%} of the whole" if self._total else ""
            self.say(f"{count(self._chats, 'chat')} in {now - self._began:.0f} s{share}.")

    def say(self, words: str) -> None:
        say(words)
