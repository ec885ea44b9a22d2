"""Replies files: what a rep types, line by line, in plain text or JSON lines. Reading only; nothing is played here.

Every fault names the file and the line, and all faults of a file are told at once.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from scenarios.model import Scenario
from scenarios.variants import filled, row_of
from trainer.errors import ContentError

MOST_BYTES = 10_000_000
"""A replies file is typed by a person or a script for one call; anything larger is some other file."""


@dataclass(frozen=True)
class Reply:
    """One thing the rep does: words (``say``), a desk command as typed (``command``), or an action already taken apart (``do``, ``args``)."""

    line: int
    say: str = ""
    command: str = ""
    do: str = ""
    args: dict[str, str] = field(default_factory=dict)


def read_replies(path: Path) -> list[Reply]:
    """Read a replies file; ``-`` is stdin. Raises ContentError with every fault in it, or when it cannot be read."""
    if str(path) == "-":
        return parse_replies(sys.stdin.read(MOST_BYTES), "stdin")
    try:
        if path.stat().st_size > MOST_BYTES:
            raise ContentError(f"{path}: larger than {MOST_BYTES // 1_000_000} MB, which is no replies file")
        raw = path.read_bytes()
    except OSError as error:
        raise ContentError(f"{path}: cannot be read: {error.strerror or error}") from error
    return parse_replies(raw.decode("utf-8-sig", errors="replace"), str(path))


def filled_replies(replies: Sequence[Reply], scenario: Scenario) -> list[Reply]:
    """The replies with their blanks filled as the scenario's texts were, so that golden replies fit every row of its variants."""
    row = row_of(scenario)
    if not row:
        return list(replies)
    return [
        replace(
            reply,
            say=filled(reply.say, row),
            command=filled(reply.command, row),
            args={name: filled(value, row) for name, value in reply.args.items()},
        )
        for reply in replies
    ]


def parse_replies(text: str, name: str = "replies") -> list[Reply]:
    """Read replies from text; JSON lines when the first line that counts begins with ``{``."""
    lines = [(number, line.removesuffix("\r")) for number, line in enumerate(text.split("\n"), 1)]
    first = next((line for _, line in lines if line.strip() and not line.lstrip().startswith("#")), "")
    return _json_lines(lines, name) if first.lstrip().startswith("{") else list(_plain_lines(lines))


def whole(text: str) -> str:
    """The text with halves of character pairs replaced: they cannot be written to any file."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _plain_lines(lines: list[tuple[int, str]]) -> Iterator[Reply]:
    held: list[str] = []
    began = 0
    for number, line in lines:
        if not held and (not line.strip() or line.lstrip().startswith("#")):
            continue
        if not held and line.lstrip().startswith("/"):
            yield Reply(number, command=whole(line.strip()))
            continue
        began = began if held else number
        held.append(line.removesuffix("\\").strip())
        if not line.endswith("\\"):
            yield Reply(began, say=whole("\n".join(held).strip()))
            held = []
    if held:
        yield Reply(began, say=whole("\n".join(held).strip()))


def _json_lines(lines: list[tuple[int, str]], name: str) -> list[Reply]:
    replies: list[Reply] = []
    faults: list[str] = []
    for number, line in lines:
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        try:
            replies.append(_from_object(number, json.loads(line)))
        except RecursionError:
            faults.append(f"{name}:{number}: nested too deeply")
        except ValueError as error:
            faults.append(f"{name}:{number}: {error}")
    if faults:
        raise ContentError("\n".join(faults), 'Each line is {"say": "..."} or {"do": "refund", "args": {"amount": "48 GBP"}}.')
    return replies


def _from_object(number: int, found: Any) -> Reply:
    keys = set(found) if isinstance(found, dict) else set()
    if keys == {"say"} and isinstance(found["say"], str):
        return Reply(number, say=whole(found["say"]))
    if not keys or not keys <= {"do", "args"} or not isinstance(found.get("do"), str) or not isinstance(found.get("args", {}), dict):
        raise ValueError('neither {"say": text} nor {"do": action, "args": {...}}')
    given = found.get("args", {})
    if not all(isinstance(value, str | int | float) for value in given.values()):
        raise ValueError("every value in args is one word or number")
    return Reply(number, do=whole(found["do"]), args={whole(key): whole(str(value)) for key, value in given.items()})
