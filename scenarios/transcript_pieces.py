"""Cuts a file of chats into one piece a chat without understanding any: an archive of gigabytes is read line by line.

Alone it owns what a file of transcripts may look like from outside (JSON lines, one JSON object, a list of them, a chat
log) and the limits on what is read at all. What a piece says is ``transcript_files``'s business, and may happen elsewhere:
in another process, or on another machine.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from scenarios.problems import Code, Problem, ScenarioProblems, fault, shown

MAX_LINE = 8 * 2**20
"""Bytes a single line may have: a long call with all its readings is a tenth of it."""
MAX_FILE = 128 * 2**20
"""Bytes a file may have that has to be read whole; JSON lines are read one by one, and may go on for ever."""
_CHUNK = 2**20
_PEEKED = 3
"""Lines looked at to see whether a file is JSON lines, so that a torn first line does not hide the rest."""

_TIME = r"(?:\[[^\]\n]{1,30}\]\s?|\d{1,2}:\d{2}(?::\d{2})?\s)?"
_NAME = r"[A-Z][\w'’.-]{0,29}"
HEAD = re.compile(rf"^{_TIME}(?P<who>{_NAME}(?: {_NAME}){{0,2}}|customer|rep|action)\s?:(?:\s+|$)(?P<text>.*)$")
"""A speaker's name at the beginning of a line, after a time if there is one. Lines that begin with a space always go on with the turn above."""
_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, kw_only=True)
class Piece:
    """The text of one chat, not yet understood."""

    number: int
    """which chat of its file, from 1"""
    line: int
    """the line of the file it begins on"""
    data: bytes = field(repr=False)
    """its own bytes; empty where they could not be had"""
    bytes_read: int
    """what it took of the file, for those who count"""
    json: bool
    """JSON, and not a chat log"""
    of_many: bool
    """from a file that can hold several"""
    problems: tuple[Problem, ...] = ()
    """why it cannot be had"""


_Line = tuple[int, bytes | None]
"""Its number from 1, and its bytes; None where it is over the limit."""


def open_source(path: Path, label: str | None = None) -> BinaryIO:
    """The file's bytes. Raises ScenarioProblems where it is no plain file that can be read."""
    label = label or str(path)
    try:
        if not path.is_file():
            why = "is a folder" if path.is_dir() else "is not there" if not path.exists() else "is not a plain file"
            raise ScenarioProblems([fault(Code.UNREADABLE, label, (1, 1), f"The file '{shown(label, 200)}' {why}.")])
        return path.open("rb")
    except OSError as error:
        raise unreadable(label, error) from None


def unreadable(label: str, error: OSError) -> ScenarioProblems:
    """What to say of a file the system will not give."""
    return ScenarioProblems([fault(Code.UNREADABLE, label, (1, 1), f"The file '{shown(label, 200)}' cannot be read: {shown(error.strerror, 80)}.")])


def pieces(source: BinaryIO, name: str) -> Iterator[Piece]:
    """Every chat of a source, in order. One that is too long, or no list of chats, comes as a piece with its problems."""
    lines = _lines(source)
    peeked: list[_Line] = []
    for line in lines:
        peeked.append(line)
        if line[1] is None or sum(bool(text and text.strip()) for _, text in peeked) == _PEEKED:
            break
    rest = chain(peeked, lines)
    if _is_json_lines(peeked):
        yield from _one_a_line(rest, name)
    else:
        yield from _whole(rest, name)


def _lines(stream: BinaryIO) -> Iterator[_Line]:
    """The lines of a stream, read in chunks so that the limit holds before memory does; a line too long is told at once and passed over."""
    number, held, passing = 1, bytearray(), False
    first = True
    while chunk := stream.read(_CHUNK):
        if first:
            chunk, first = chunk.removeprefix(_BOM), False
        start = 0
        while (end := chunk.find(b"\n", start)) >= 0:
            if not passing:
                held += chunk[start:end]
                yield number, bytes(held) if len(held) <= MAX_LINE else None
            held.clear()
            number, start, passing = number + 1, end + 1, False
        if not passing:
            held += chunk[start:]
        if len(held) > MAX_LINE:
            yield number, None
            held.clear()
            passing = True
    if held:
        yield number, bytes(held)


def _is_json_lines(peeked: list[_Line]) -> bool:
    """One of the first lines is a whole chat by itself, and no list or chat log is under way."""
    texts = [text.strip() for _, text in peeked if text and text.strip()]
    if not texts or _is_log(texts[0]):
        return False
    if isinstance(first := _value(texts[0]), dict) or texts[0].startswith(b"["):
        return isinstance(first, dict)
    return any(text.startswith(b"{") and isinstance(value := _value(text), dict) and not value.keys().isdisjoint(("turns", "form")) for text in texts[1:])


def _is_log(text: bytes) -> bool:
    return HEAD.match(text[:200].decode("utf-8", "replace")) is not None


def _value(text: bytes) -> object:
    """What the JSON says; None where it is none."""
    try:
        found: object = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return found


def _one_a_line(lines: Iterator[_Line], name: str) -> Iterator[Piece]:
    number = 0
    for line, text in lines:
        if text is not None and not text.strip():
            continue
        number += 1
        size = MAX_LINE if text is None else len(text) + 1
        problems = (_too_long(name, line),) if text is None else ()
        yield Piece(number=number, line=line, data=text or b"", bytes_read=size, json=True, of_many=True, problems=problems)


def _whole(lines: Iterator[_Line], name: str) -> Iterator[Piece]:
    """The chats of a file that only makes sense as a whole: an object, a list of them, or a chat log."""
    held: list[bytes] = []
    total = 0
    problem: Problem | None = None
    for line, text in lines:
        total += len(text or b"") + 1
        if text is None:
            problem = _too_long(name, line)
        elif total > MAX_FILE:
            said = f"The file is over {MAX_FILE // 2**20} MB, the limit for a file that is not JSON lines, one chat a line."
            problem = fault(Code.TRANSCRIPT_TOO_LARGE, name, (line, 1), said)
        if problem:
            yield Piece(number=1, line=line, data=b"", bytes_read=total, json=False, of_many=False, problems=(problem,))
            return
        held.append(text or b"")
    data = b"\n".join(held)
    inner = data.lstrip()
    line = data[: len(data) - len(inner)].count(b"\n") + 1
    is_json = inner[:1] in (b"{", b"[") and not _is_log(inner.split(b"\n", 1)[0])
    chats = _value(inner) if is_json and inner[:1] == b"[" else None
    if not isinstance(chats, list) or not chats:
        # an object is told with the lines of its turns, so it keeps the empty lines before it
        yield Piece(number=1, line=line, data=data, bytes_read=total, json=is_json, of_many=False)
        return
    for number, chat in enumerate(chats, 1):
        problems = () if isinstance(chat, dict) else (fault(Code.NOT_A_TRANSCRIPT, name, (line, 1), f"Chat {number} of the list is no group of keys."),)
        share = total // len(chats)
        yield Piece(number=number, line=line, data=json.dumps(chat).encode(), bytes_read=share, json=True, of_many=True, problems=problems)


def _too_long(name: str, line: int) -> Problem:
    return fault(Code.TRANSCRIPT_TOO_LARGE, name, (line, 1), f"Line {line} is over {MAX_LINE // 2**20} MB, the limit for one line.")
