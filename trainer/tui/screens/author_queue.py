"""Checks and measurements waiting their turn: one at a time, what the author stands on first, off the screen's thread."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from enum import Enum
from pathlib import Path

from trainer.authoring.workbench.bench import Bench
from trainer.authoring.workbench.findings import Findings
from trainer.authoring.workbench.hand import StoppedError
from trainer.errors import CoolheadError
from trainer.tui.live import PlayThread


class Order(Enum):
    """What is to be found out."""

    CHECK = "waiting to be checked"
    MEASURE = "waiting to be measured"


class Queue:
    """``on_stage`` and ``on_found`` are told on the screen's own thread."""

    def __init__(self, bench: Bench, on_stage: Callable[[Path, str], None], on_found: Callable[[Path, Findings | None, str], None]) -> None:
        self.thread, self.aside = PlayThread(), PlayThread()
        """for reading files; and for what may take longer"""
        self._slow = PlayThread()
        self._bench, self._on_stage, self._on_found = bench, on_stage, on_found
        self._waiting: list[tuple[Order, Path, bool]] = []
        self._now: tuple[Order, Path] | None = None
        self._now_only = False
        self._stage = ""
        self._task: asyncio.Task[None] | None = None
        self._closed = False

    def put(self, order: Order, file: Path, *, only: bool = False) -> None:
        """Have it found out, before what was asked for earlier. With ``only`` it gives way to the next of its kind."""
        if self._closed or self._now == (order, file):
            return
        self._waiting = [one for one in self._waiting if one[:2] != (order, file) and not (only and one[2])]
        self._waiting.insert(0, (order, file, only))
        if self._now_only and not only:  # nobody asked for it in so many words
            self._bench.stop()
        if self._task is None or self._task.done():
            self._task = asyncio.create_task(self._work())

    def doing(self, file: Path) -> str:
        """What is being done with the file, in words; empty where nothing is."""
        if self._now and self._now[1] == file:
            return self._stage or "beginning"
        return next((order.value for order, other, _ in self._waiting if other == file), "")

    def close(self) -> None:
        """Nobody wants an answer any more. Waits for nothing."""
        self._closed = True
        self._waiting.clear()
        self._bench.close()
        for thread in (self.thread, self.aside, self._slow):
            thread.close()

    async def _work(self) -> None:
        while self._waiting and not self._closed:
            order, file, self._now_only = self._waiting.pop(0)
            self._now, self._stage = (order, file), ""
            look = self._bench.check if order is Order.CHECK else self._bench.measure
            loop = asyncio.get_running_loop()

            def on_stage(stage: str, file: Path = file, loop: asyncio.AbstractEventLoop = loop) -> None:
                if not self._closed:
                    loop.call_soon_threadsafe(self._tell, file, stage)

            found, sorry = None, ""
            try:
                found = await self._slow.do(lambda look=look, file=file, on_stage=on_stage: look(file, on_stage))  # type: ignore[misc]
            except StoppedError:
                pass
            except CoolheadError as error:
                sorry = str(error)
            self._now, self._stage, self._now_only = None, "", False
            if not self._closed:
                self._on_found(file, found, sorry)

    def _tell(self, file: Path, stage: str) -> None:
        self._stage = stage
        self._on_stage(file, stage)
