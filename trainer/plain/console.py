"""Asking and telling in flat lines: no cursor, no colour, no frame, nothing that moves.

Everything told goes through ``safe_text``. From a pipe, what would have been typed is told back, so that the output reads
as the conversation it was.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import Protocol, TextIO

from trainer.replies import whole
from trainer.text import safe_text

MOST_CHARACTERS = 1_000_000
"""Longest reply taken from a line; the reader reads less than this, and memory is not the pipe's to fill."""


class Source(Protocol):
    """Where lines come from: a keyboard or a pipe."""

    def readline(self, size: int, /) -> str: ...

    def isatty(self) -> bool: ...


class Console:
    """One person's lines in and out."""

    def __init__(self, source: Source | None = None, sink: TextIO | None = None) -> None:
        self._in: Source = source or sys.stdin
        self._out = sink or sys.stdout
        self.interactive = self._in.isatty()
        reconfigure = getattr(self._in, "reconfigure", None)
        if reconfigure:
            reconfigure(errors="replace")

    def tell(self, *lines: str) -> None:
        """Print lines, at once: a screen reader must not wait for the next ones."""
        for line in lines:
            self._out.write(safe_text(line) + "\n")
        self._out.flush()

    def tell_all(self, lines: Iterable[str]) -> None:
        self.tell(*lines)

    def ask(self, prompt: str) -> str | None:
        """One line, without its end; None when there is no more."""
        if self.interactive:
            self._out.write(f"{safe_text(prompt)} ")
            self._out.flush()
        line = self._line()
        if line is None and self.interactive:
            self.tell("")
        return line

    def ask_reply(self, prompt: str) -> str | None:
        """A reply, over several lines where each but the last ends with a backslash; None when there is no more."""
        parts: list[str] = []
        while True:
            line = self.ask(prompt if not parts else "and:")
            if line is None:
                return "\n".join(parts) if parts else None
            parts.append(line.removesuffix("\\"))
            if not line.endswith("\\"):
                return "\n".join(parts)

    def _line(self) -> str | None:
        line = self._in.readline(MOST_CHARACTERS)
        rest = line
        while rest and not rest.endswith("\n") and len(rest) == MOST_CHARACTERS:
            rest = self._in.readline(MOST_CHARACTERS)
        return whole(line.rstrip("\r\n")) if line else None
