"""The words in a streamed answer, whatever way it was cut into pieces. What is no answer is passed over; size is bounded."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

MOST_WAITING = 256_000
"""Bytes without a line end, beyond which nothing more is expected of a server."""


class StreamError(Exception):
    """The server said that it failed, or talks without end."""


class Events:
    """Takes bytes as they come and gives the words in them."""

    def __init__(self) -> None:
        self._waiting = b""
        self.over = False

    def take(self, piece: bytes) -> Iterator[str]:
        """The words in this piece and what was left before it. Raises StreamError."""
        *lines, self._waiting = (self._waiting + piece).split(b"\n")
        for line in lines:
            if self.over:
                return
            yield from self._words(line.strip())
        if len(self._waiting) > MOST_WAITING:
            raise StreamError("it sent a line without end")

    def _words(self, line: bytes) -> Iterator[str]:
        if not line.startswith(b"data:"):
            return
        body = line[5:].strip()
        if body == b"[DONE]":
            self.over = True
            return
        try:
            found = json.loads(body)
        except (ValueError, RecursionError):
            return
        yield words_in(found, "delta")


def words_in(found: Any, part: str) -> str:
    """The words of a piece (``delta``) or of a whole answer (``message``); empty where there are none. Raises StreamError."""
    if not isinstance(found, dict):
        return ""
    if found.get("error"):
        raise StreamError("it reported an error")
    choices = found.get("choices")
    first = choices[0] if isinstance(choices, list) and choices else None
    said = first.get(part) if isinstance(first, dict) else None
    words = said.get("content") if isinstance(said, dict) else None
    return words if isinstance(words, str) else ""
