"""Drafts from a local folder: keeps the model's process going, hands it work, and gives up when it keeps failing."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future, InvalidStateError
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import Any, TypeVar

from trainer.voices.drafter import Draft, DraftError, Level, Messages, Standing
from trainer.voices.model.process import Process, command_for
from trainer.voices.model.wire import Cancel, Commit, Committed, News, Ready, Refused, Weigh, Written
from trainer.voices.model.wire import Failed as OrderFailed
from trainer.voices.model.wire import Weighed as OrderWeighed
from trainer.voices.model.wire import Write as WriteOrder
from trainer.voices.weigher import Weighed

T = TypeVar("T")

MOST_STARTS = 3
LOADING_SECONDS = 180.0
OBEYS_SECONDS = 1.5
"""A cancelled line that is not put down within this time means the process hangs; what is only weighed may take four times that, for
models too slow for a line are asked too, and nobody waits."""

TOO_SLOW = 5.0
"""Seconds a line may take here; where it takes longer the model is not asked at all."""


class LocalDrafter:
    """One folder's model. Safe to be called from any thread."""

    name = "model"

    def __init__(self, folder: Path, *, log: Path | None = None, command: Sequence[str] | None = None, obeys_seconds: float = OBEYS_SECONDS) -> None:
        self._command, self._log, self._obeys = command or command_for(folder), log, obeys_seconds
        self._lock = threading.RLock()
        self._ids = count(1)
        self._lines: dict[int, Future[Draft]] = {}
        self._commits: dict[int, Future[int]] = {}
        self._weighs: dict[int, Future[Weighed]] = {}
        self._process: Process | None = None
        self._starts, self._closed = 0, False
        self._on_ready: Callable[[], None] | None = None
        self._standing = Standing(Level.LOADING, "The model has not been started.")
        self.found: Ready | None = None
        """what the process said of the model when it was loaded"""

    @property
    def standing(self) -> Standing:
        return self._standing

    def open(self, on_ready: Callable[[], None] | None = None) -> None:
        with self._lock:
            self._on_ready = on_ready
            if self._process is None and not self._closed:
                self._start()

    def draft(self, messages: Messages, *, seed: int, temperature: float) -> Future[Draft]:
        with self._lock:
            return self._order(self._lines, lambda id_: WriteOrder(id=id_, messages=tuple(messages), seed=seed, temperature=temperature))

    def commit(self, one: Messages, other: Messages, *, root: bool = False) -> Future[int]:
        with self._lock:
            return self._order(self._commits, lambda id_: Commit(id=id_, one=tuple(one), other=tuple(other), root=root))

    def weigh(self, messages: Messages, answers: Sequence[str], beside: Messages = ()) -> Future[Weighed]:
        with self._lock:
            return self._order(self._weighs, lambda id_: Weigh(id=id_, messages=tuple(messages), answers=tuple(answers), beside=tuple(beside)))

    def cancel(self) -> None:
        with self._lock:
            for id_ in (*self._lines, *self._weighs):
                if self._process:
                    self._process.send(Cancel(id=id_))
                patience = self._obeys if id_ in self._lines else 4 * self._obeys
                _later(patience, self._end_if_deaf, self._process, id_)

    def close(self) -> None:
        with self._lock:
            self._closed = True
            process, self._process = self._process, None
        if process:
            process.kill("the sitting is over")

    def _order(self, under_way: dict[int, Future[T]], make: Callable[[int], WriteOrder | Commit | Weigh]) -> Future[T]:
        found: Future[T] = Future()
        if self._process is None or self._standing.level not in (Level.READY, Level.SLOW):
            found.set_exception(DraftError("the model is not there"))
            return found
        id_ = next(self._ids)
        under_way[id_] = found
        self._process.send(make(id_))
        return found

    def _start(self) -> None:
        self._starts += 1
        self._standing = Standing(Level.LOADING, "The model is being loaded.")
        try:
            process = Process(self._command, self._log, on_news=self._hear, on_gone=self._lose)
        except OSError as error:
            self._standing = Standing(Level.BROKEN, f"The model's process could not be started: {error.strerror or error}.")
            return
        self._process = process
        _later(LOADING_SECONDS, self._end_if_loading, process)

    def _hear(self, news: News) -> None:
        with self._lock:
            if isinstance(news, Ready):
                self.found = news
                slow = news.line > TOO_SLOW
                words = f"The model needs about {news.line:.0f} s a line here; use a smaller model or a local server." if slow else ""
                self._standing = Standing(Level.SLOW if slow else Level.READY, words, news.line, news.quirks)
                if self._on_ready and not slow:
                    threading.Thread(target=self._on_ready, name="model ready", daemon=True).start()
                return
            if isinstance(news, Refused):
                self._standing = Standing(Level.BROKEN, f"The model cannot be used: {news.why}")
                return
            line, commit, weigh = self._lines.pop(news.id, None), self._commits.pop(news.id, None), self._weighs.pop(news.id, None)
        with suppress(InvalidStateError):
            if isinstance(news, Written) and line:
                line.set_result(Draft(news.text, news.first, news.seconds, news.fed, news.new))
            elif isinstance(news, Committed) and commit:
                commit.set_result(news.length)
            elif isinstance(news, OrderWeighed) and weigh:
                weigh.set_result(Weighed(news.shares))
            elif found := line or commit or weigh:
                found.set_exception(DraftError(news.why if isinstance(news, OrderFailed) else "cancelled"))

    def _lose(self, why: str) -> None:
        """The process is gone: whoever waits is told, and another is started where that may help."""
        with self._lock:
            lost: list[Future[Any]] = [*self._lines.values(), *self._commits.values(), *self._weighs.values()]
            for under_way in (self._lines, self._commits, self._weighs):
                under_way.clear()
            self._process = None
            if not self._closed and self._standing.level is not Level.BROKEN:
                if self._starts < MOST_STARTS:
                    self._start()
                else:
                    self._standing = Standing(Level.BROKEN, f"The model stopped {self._starts} times; the last time, {why}.")
        for found in lost:
            with suppress(InvalidStateError):
                found.set_exception(DraftError(why))

    def _end_if_deaf(self, process: Process | None, id_: int) -> None:
        with self._lock:
            deaf = (id_ in self._lines or id_ in self._weighs) and process is self._process
        if deaf and process:
            process.kill("it did not stop when it was told to")

    def _end_if_loading(self, process: Process) -> None:
        with self._lock:
            stuck = process is self._process and self._standing.level is Level.LOADING
            if stuck:
                self._standing = Standing(Level.BROKEN, f"The model was not loaded within {LOADING_SECONDS:.0f} s.")
        if stuck:
            process.kill("it took too long to load")


def _later(seconds: float, work: Callable[..., None], *args: object) -> None:
    timer = threading.Timer(seconds, work, args)
    timer.daemon = True
    timer.start()
