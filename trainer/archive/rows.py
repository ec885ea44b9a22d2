"""One line of results: the scorecard of one chat, or what was wrong with it, with all that a job needs to go on after a stop.

A row names its chat by file and number, carries a fingerprint of the chat's own bytes and one of what it was judged by, and
quotes the words of every row of evidence, so that tables and reports are made from rows alone.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any

ROW = b'{"by":'
"""How every row begins: keys are sorted."""
FORM = 1
"""Raised whenever rows of before could not stand beside those of today."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A row written before: which chat it is of, and its bytes."""

    file: str
    chat: int
    print: str
    by: str
    faulty: bool
    data: bytes
    """without the line's end"""


def fingerprint(data: bytes) -> str:
    """16 hexadecimal digits that differ when the bytes do."""
    return blake2b(data, digest_size=8).hexdigest()


def as_line(found: dict[str, Any]) -> bytes:
    """A row as one line without its end: keys sorted, ASCII only, the same bytes every time."""
    return json.dumps(found, sort_keys=True, separators=(",", ":"), allow_nan=False).encode()


def is_row(line: bytes) -> bool:
    """Whether a line is a row of a results file."""
    return line.startswith(ROW) and b'"fingerprint":' in line


def kept_rows(file: Path) -> Iterator[Kept]:
    """The whole rows of a results file, in order; a torn or damaged line is passed over, and its chat is judged again."""
    with file.open("rb") as stream:
        for line in stream:
            found = parsed(line) if line.endswith(b"\n") else None
            if found is not None:
                yield Kept(found["file"], found["chat"], found["fingerprint"], found["by"], "problems" in found, line[:-1])


def parsed(line: bytes) -> dict[str, Any] | None:
    """The row in a line; None where it is none."""
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        return None
    needed = {"file": str, "chat": int, "fingerprint": str, "by": str}
    if not isinstance(found, dict) or not all(isinstance(found.get(key), kind) for key, kind in needed.items()):
        return None
    return found if isinstance(found.get("scores"), dict) or isinstance(found.get("problems"), list) else None
