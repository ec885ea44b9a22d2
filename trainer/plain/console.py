"""Asking and telling in flat lines: no cursor, no colour, no frame, nothing that moves.

Everything told goes through ``safe_text``. From a pipe, what would have been typed is told back, so that the output reads
as the conversation it was.
"""

from __future__ import annotations

import io
import os
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from io import TextIOBase
from select import select
from shutil import get_terminal_size
from textwrap import wrap
from typing import Protocol, TextIO

from trainer.plain.going import BACK, EVERYWHERE, HELP, HELP_ALL, HOME, MORE, QUIT, TERMS, THE_REST, Quitted, WentHome, bare
from trainer.replies import whole
from trainer.text import safe_text

MOST_CHARACTERS = 1_000_000
"""Longest reply taken from a line; the reader reads less than this, and memory is not the pipe's to fill."""

SAID = re.compile(
    r"\s*(?:\d+\. )?(?:You(?:, reply \d+)?|You wrote|They answered you, reply \d+|Customer|Customer \([^)]*\)|Record|Policy|Business|Briefing|Action|Desk): "
)
"""Heads a line of what people wrote or a firm laid down: words of theirs are no terms, whatever they look like."""
QUOTED = re.compile(r"“[^”]*”|(?<!\w)'[^']*(?:\w'\w[^']*)*'(?!\w)")
"""What is quoted of them within a line."""

LEAST_WIDTH = 20
"""Columns of the narrowest terminal that lines are fitted to."""
PART = 12
"""Entries of a list told at once."""


class Source(Protocol):
    """Where lines come from: a keyboard or a pipe."""

    def readline(self, size: int, /) -> str: ...

    def isatty(self) -> bool: ...


@contextmanager
def _not_waiting(source: Source) -> Iterator[None]:
    """For as long as it is entered, a read takes what is there. A source without a number, such as a test's, has all of its lines there."""
    number = source.fileno() if hasattr(source, "fileno") and not isinstance(source, io.StringIO) else None
    if number is None or not (hasattr(os, "set_blocking") and os.get_blocking(number)):
        yield
        return
    os.set_blocking(number, False)
    try:
        yield
    finally:
        os.set_blocking(number, True)


class Console:
    """One person's lines in and out."""

    def __init__(self, source: Source | None = None, sink: TextIO | None = None) -> None:
        self._in: Source = source or sys.stdin
        self._out = sink or sys.stdout
        self.interactive = self._in.isatty()
        self._rest: list[str] = []
        """what is left of a list told in parts"""
        self._of = 0
        self._now: list[str] = []
        """what was told since the last line typed"""
        self._before: list[str] = []
        """what was told before it, where that was something"""
        self.at_home = False
        """whether home is where one comes back to"""
        self.ended = False
        """whether the input is at its end: nothing more will be typed"""
        reconfigure = getattr(self._in, "reconfigure", None)
        if reconfigure:
            reconfigure(errors="replace")

    def tell(self, *lines: str) -> None:
        """Print lines, at once: a screen reader must not wait for the next ones."""
        for line in lines:
            self._out.write(f"{self._fitted(safe_text(line))}\n")
        self._out.flush()
        self._now += lines

    def _fitted(self, text: str) -> str:
        """Text broken between words where the sink is a terminal, which would break it within them; a pipe gets its lines whole."""
        if not self._out.isatty():
            return text
        width = max(LEAST_WIDTH, get_terminal_size().columns)
        return "\n".join(part for line in text.split("\n") for part in self._parts(line, width))

    @staticmethod
    def _parts(line: str, width: int) -> list[str]:
        if len(line) < width:
            return [line]
        lead = line[: len(line) - len(line.lstrip())]
        return wrap(line, width - 1, subsequent_indent=lead, break_long_words=False, break_on_hyphens=False) or [line]

    def aside(self, *lines: str) -> None:
        """The same, of what answers a question about the page, or is a word in passing: the page stays what ``words`` is about."""
        now = list(self._now)
        self.tell(*lines)
        self._now = now

    def tell_all(self, lines: Iterable[str]) -> None:
        self.tell(*lines)

    def terms(self) -> Iterator[str]:
        """What the terms told before the last line typed mean; only what the program itself says is looked at."""
        from trainer.glossary import meanings

        return meanings("\n".join(QUOTED.sub(" ", line) for line in self._before if not SAID.match(line)), "Type help for what can be done here.")

    def tell_list(self, entries: Iterable[str], how: str = "") -> None:
        """Tell a list in parts, each asked for with ``more``; from a pipe all of it. ``how`` is another way than waiting for the next part."""
        self._rest = list(entries)
        self._of = len(self._rest)
        if self._rest:
            self._tell_part(f", or {how}" if how else "")

    def choose(
        self,
        prompt: str,
        help: Sequence[str] = (),  # noqa: A002 - the word that is typed
        *,
        in_full: Sequence[str] = (),
        go_back: bool = True,
        several: bool = False,
        again: str = "",
    ) -> str:
        """One line for a prompt of the program, where nothing is said to a customer; empty for Enter, a way back, or the end of the input.

        ``help`` and ``more`` are answered here, and ``help all`` with the help ``in_full`` where the short one leaves something out; ``home``
        and ``quit`` raise Went. Without ``go_back`` the ways back are handed on as they are;
        ``several`` takes several lines, as a reply may have. ``again`` is a shorter prompt for after what was answered here.
        """
        while True:
            answer = ((self.ask_reply(prompt) if several else self.ask(prompt)) or "").strip()
            prompt = again or prompt
            word = bare(answer)
            if word in HELP_ALL:
                self._aside_list((*(in_full or help), EVERYWHERE))
            elif word in HELP:
                self.aside(*help, *((THE_REST,) if in_full else ()), EVERYWHERE)
            elif word == MORE:
                self._tell_part()
            elif word in TERMS:
                self.tell_terms()
            elif word in QUIT:
                raise Quitted
            elif word == HOME:
                raise WentHome
            elif word in BACK and go_back:
                return ""
            else:
                return answer.removeprefix("/").strip() if word.isalpha() else answer

    def tell_terms(self) -> None:
        """Tell what the terms told last mean."""
        self._aside_list(self.terms())

    def _aside_list(self, entries: Iterable[str]) -> None:
        now = list(self._now)
        self.tell_list(entries)
        self._now = now

    def _tell_part(self, how: str = "") -> None:
        if not self._rest:
            self.tell(*(("That was all of the list.",) if self._of else ("There is no list to go on with.",)))
            return
        taken = len(self._rest) if not self.interactive or len(self._rest) <= PART + 2 else PART
        now, self._rest = self._rest[:taken], self._rest[taken:]
        self.tell(*now)
        if self._rest:
            self.tell(f"{self._of - len(self._rest)} of {self._of}; more for the next{how}.")

    def ask(self, prompt: str) -> str | None:
        """One line, without its end; None when there is no more."""
        if self.interactive:
            self._out.write(f"{self._fitted(safe_text(prompt))} ")
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

    def line_waits(self) -> bool:
        """Whether a line of a file or a pipe stands there already, before any was read. A source without a number has all of its lines there."""
        try:
            return not isinstance(self._in, TextIOBase) or bool(select([self._in], [], [], 0)[0])
        except (OSError, ValueError, TypeError):
            return True

    def left_over(self) -> int:
        """Lines of a file or a pipe that stand there and were never asked for. Whoever holds the pipe open is not waited for."""
        if self.interactive or self.ended:
            return 0
        found = 0
        with suppress(OSError, ValueError, TypeError), _not_waiting(self._in):
            while line := self._in.readline(MOST_CHARACTERS):
                found += bool(line.strip())
        return found

    def _line(self) -> str | None:
        line = self._in.readline(MOST_CHARACTERS)
        rest = line
        while rest and not rest.endswith("\n") and len(rest) == MOST_CHARACTERS:
            rest = self._in.readline(MOST_CHARACTERS)
        self.ended = not line
        self._before, self._now = self._now or self._before, []
        return whole(line.rstrip("\r\n")) if line else None
