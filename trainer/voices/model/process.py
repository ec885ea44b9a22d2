"""The model's process seen from the game: started, spoken with, watched, ended.

Nothing here waits for it. What it says is believed only as far as it is one of our messages; what dies, hangs or talks
nonsense is ended and started again, so often and no more.
"""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from queue import SimpleQueue
from typing import IO

from pydantic import ValidationError

from trainer.voices.model.wire import MOST_BYTES, NEWS, Cancel, Commit, News, Weigh, Write

OFFLINE = {"HF_HUB_OFFLINE": "1", "TRANSFORMERS_OFFLINE": "1", "HF_HUB_DISABLE_TELEMETRY": "1", "TOKENIZERS_PARALLELISM": "false", "PYTHONIOENCODING": "utf-8"}


def command_for(folder: Path) -> list[str]:
    """The command that runs the child for a folder."""
    return [sys.executable, "-m", "trainer.voices.model.child", str(folder)]


class Process:
    """One run of the child. ``on_news`` and ``on_gone`` are called from its reading thread; ``on_gone`` once, and last."""

    def __init__(self, command: Sequence[str], log: Path | None, *, on_news: Callable[[News], None], on_gone: Callable[[str], None]) -> None:
        self._on_news, self._on_gone = on_news, on_gone
        self._why = ""
        self._orders: SimpleQueue[bytes | None] = SimpleQueue()
        self._log = _opened(log)
        try:
            self._process = subprocess.Popen(
                list(command),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=self._log or subprocess.DEVNULL,
                env={**os.environ, **OFFLINE},
                start_new_session=True,  # ctrl-c at the keyboard is the game's alone
            )
        finally:
            if self._log:
                self._log.close()
        for work, name in ((self._read, "model news"), (self._write, "model orders")):
            threading.Thread(target=work, name=name, daemon=True).start()

    def send(self, order: Write | Commit | Weigh | Cancel) -> None:
        """Hand an order over. It is written by a thread of its own: a child that does not read must not stop whoever orders."""
        self._orders.put(order.model_dump_json().encode() + b"\n")

    def kill(self, why: str) -> None:
        """End it at once; it is told of as gone, for this reason."""
        self._why = self._why or why
        with contextlib.suppress(OSError):
            self._process.kill()

    def _write(self) -> None:
        stream = self._process.stdin
        assert stream is not None
        with contextlib.suppress(OSError, ValueError):
            while line := self._orders.get():
                stream.write(line)
                stream.flush()
        with contextlib.suppress(OSError):
            stream.close()

    def _read(self) -> None:
        stream = self._process.stdout
        assert stream is not None
        with contextlib.suppress(OSError, ValueError):
            while line := stream.readline(MOST_BYTES):
                try:
                    news = NEWS.validate_json(line)
                except ValidationError:
                    self.kill("it sent what is no message")
                    break
                self._on_news(news)
        with contextlib.suppress(OSError):
            self._process.kill()
        code = self._process.wait()
        self._orders.put(None)
        with contextlib.suppress(OSError):
            stream.close()
        self._on_gone(self._why or f"its process ended ({code})")


def _opened(log: Path | None) -> IO[bytes] | None:
    """The log, begun anew; None where it cannot be written."""
    if log is None:
        return None
    try:
        log.parent.mkdir(parents=True, exist_ok=True)
        return log.open("wb")
    except OSError:
        return None
