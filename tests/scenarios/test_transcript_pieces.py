"""Cutting files of chats into pieces: line by line, whatever the file's size, and one bad line costs one chat."""

from __future__ import annotations

import io
import json
import tracemalloc
from typing import BinaryIO, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scenarios import transcript_pieces
from scenarios.problems import ScenarioProblems
from scenarios.transcript_files import understood
from scenarios.transcript_pieces import MAX_LINE, Piece, pieces

ROW = b'{"turns": [{"who": "rep", "text": "a"}]}'


def cut(data: bytes) -> list[Piece]:
    return list(pieces(io.BytesIO(data), "x"))


def codes(data: bytes) -> list[str]:
    """A code for every piece with faults, ``ok`` for the others."""
    found = []
    for piece in cut(data):
        try:
            understood(piece, "x")
            found.append("ok")
        except ScenarioProblems as error:
            found.append(f"{error.problems[0].code}:{error.problems[0].line}")
    return found


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (ROW, ["ok"]),
        (b"\xef\xbb\xbf" + ROW + b"\r\n\r\n" + ROW + b"\r\n", ["ok", "ok"]),
        (ROW + b"\n{\n" + ROW, ["ok", "CH081:2", "ok"]),
        (ROW + b"\n\n\xff\n" + ROW, ["ok", "CH002:3", "ok"]),
        (ROW + b"\n3\n[]\n", ["ok", "CH081:2", "CH083:3"]),
        (b'{"torn\n' + ROW + b"\n" + ROW, ["CH081:1", "ok", "ok"]),
        (b"nonsense\n" + ROW + b"\n" + ROW, ["CH081:1", "ok", "ok"]),
        (b"[" + ROW + b",\n3,\n" + ROW + b"]", ["ok", "CH082:1", "ok"]),
        (b"[\n" + ROW + b"\n]", ["ok"]),
        (b'{"turns": [\n{"who": "rep", "text": "a"}\n]}', ["ok"]),
        (b"Customer: hi\nRep: hello\n", ["ok"]),
        (b'Customer: hi\nRep: see\n{"turns": []}\n', ["ok"]),
        (b"", ["CH083:1"]),
        (ROW + b"\n" + b"x" * (MAX_LINE + 1) + b"\n" + ROW, ["ok", "CH080:2", "ok"]),
    ],
)
def test_every_form_of_file_gives_its_chats_and_its_faults(data: bytes, expected: list[str]) -> None:
    assert codes(data) == expected


def test_pieces_are_numbered_and_keep_their_own_bytes() -> None:
    other = ROW.replace(b"a", b"b")
    assert [(p.number, p.line, p.data) for p in cut(ROW + b"\n\n" + other + b"\n")] == [(1, 1, ROW), (2, 3, other)]


@settings(max_examples=100, deadline=None)
@given(st.lists(st.binary(max_size=40), max_size=8), st.integers(1, 9), st.integers(8, 30))
def test_lines_do_not_hang_on_how_they_are_read(parts: list[bytes], chunk: int, limit: int) -> None:
    data = b"\n".join(part.replace(b"\xef", b"") for part in parts)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(transcript_pieces, "_CHUNK", chunk)
        patch.setattr(transcript_pieces, "MAX_LINE", limit)
        found = list(transcript_pieces._lines(io.BytesIO(data)))
    expected = [line if len(line) <= limit else None for line in data.split(b"\n")]
    if data.endswith(b"\n") or not data:
        expected.pop()
    assert found == list(enumerate(expected, 1))


class Long(io.RawIOBase):
    """A hundred megabytes of JSON lines, made as they are read."""

    def __init__(self) -> None:
        self.left = 100
        self.block = (json.dumps({"turns": [{"who": "rep", "text": "x" * 50_000}]}) + "\n").encode() * 20

    def read(self, size: int = -1) -> bytes:
        assert size > 0
        self.left -= 1
        return self.block if self.left >= 0 else b""


def test_a_file_of_any_length_is_read_in_the_memory_of_a_few_lines() -> None:
    tracemalloc.start()
    try:
        chats = sum(1 for _ in pieces(cast(BinaryIO, Long()), "x"))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert chats == 2000
    assert peak < 8 * 2**20
