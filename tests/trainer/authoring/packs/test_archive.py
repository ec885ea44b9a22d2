"""Every archive made to harm or to deceive is refused with a sentence, in bounded memory; and nothing is installed from it."""

from __future__ import annotations

import io
import random
import stat
import struct
import tracemalloc
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.trainer.authoring.packs.conftest import PACK
from trainer.authoring.packs.archive import MAX_FILE, MAX_FILES, read_archive, write_archive
from trainer.authoring.packs.names import clashes, why_not
from trainer.cli import main
from trainer.errors import ContentError, Exit

GOOD = write_archive({name: text.encode() for name, text in PACK.items()})

NAMES = {
    "a way out": "../x.yaml",
    "a way out, later": "voices/../../x.yaml",
    "an absolute path": "/etc/x.yaml",
    "a drive": "C:/x.yaml",
    "a drive alone": "C:x.yaml",
    "a stream": "x.yaml:hidden.txt",
    "backslashes": "voices\\x.yaml",
    "a network path": "//server/x.yaml",
    "a device": "NUL.yaml",
    "a device with a number": "com1.txt",
    "a folder that is a device": "con/x.yaml",
    "a trailing dot": "voices./x.yaml",
    "a trailing space": "voices /x.yaml",
    "a hidden file": ".profile.txt",
    "our own receipt": ".installed.json",
    "nothing": "",
    "empty parts": "voices//x.yaml",
    "a line end": "a\nb.yaml",
    "an escape": "\x1b[2J.yaml",
    "reversed writing": "x\u202elmay.yaml",
    "an overlong name": "x" * 300 + ".yaml",
    "an overlong part": "é" * 101 + ".yaml",
    "a loose accent": "cafe\u0301.yaml",
    "a program": "setup.py",
    "a program's data": "x.exe",
    "a second pack": "inner.coolpack",
    "an archive": "inner.zip",
    "no place": "deep/er/x.yaml",
    "no place for a voice": "voices/readme.md",
    "a lone folder": "tools/x.yaml",
}


def with_entry(name: str, data: bytes = b"a: b\n", *, mode: int = stat.S_IFREG | 0o644, **more: int) -> bytes:
    """The good pack and one entry more."""
    entry = zipfile.ZipInfo("placeholder")
    entry.filename = name
    entry.external_attr = mode << 16
    for key, value in more.items():
        setattr(entry, key, value)
    stream = io.BytesIO(GOOD)
    with zipfile.ZipFile(stream, "a") as archive:
        archive.writestr(entry, data)
    return stream.getvalue()


def repeated(*names: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name in (*PACK, *names):
            entry = zipfile.ZipInfo("placeholder")
            entry.filename = name
            archive.writestr(entry, PACK.get(name, "a: b\n"))
    return stream.getvalue()


def twice() -> bytes:
    with pytest.warns(UserWarning, match="Duplicate"):
        return repeated("wet-sofa.yaml")


def patched(old: bytes, at: int, value: bytes, *, which: int = 0, data: bytes = GOOD) -> bytes:
    """The pack with bytes exchanged ``at`` so many after the ``which``-th place where ``old`` stands."""
    place = -1
    for _ in range(which + 1):
        place = data.index(old, place + 1)
    return data[: place + at] + value + data[place + at + len(value) :]


def many(count: int) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for number in range(count):
            archive.writestr(f"{number}.txt", b"")
    return stream.getvalue()


def a_bomb(method: int = zipfile.ZIP_DEFLATED) -> bytes:
    return with_entry("bomb.txt", b"a" * (MAX_FILE - 1), compress_type=method)


def a_lying_bomb() -> bytes:
    """Says it is short and unpacks to ten megabytes."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = packer.compress(b"a" * 10_000_000) + packer.flush()
    name, crc = b"x.txt", zlib.crc32(b"a" * 100)
    fields = (20, 0, 8, 0, 33, crc, len(packed), 100, len(name), 0)
    head = struct.pack("<4sHHHHHIIIHH", b"PK\3\4", *fields) + name
    listed = struct.pack("<4sHHHHHHIIIHHHHHII", b"PK\1\2", 20, *fields, 0, 0, 0, 0, 0) + name
    body = head + packed
    return body + listed + struct.pack("<4sHHHHIIH", b"PK\5\6", 0, 0, 1, 1, len(listed), len(body), 0)


def overlapping() -> bytes:
    """A thousand names for one and the same stretch of the file, as in the bombs without nesting."""
    name, text = b"x.txt", b"a" * 100
    head = struct.pack("<4sHHHHHIIIHH", b"PK\3\4", 20, 0, 0, 0, 33, zlib.crc32(text), 100, 100, 5, 0) + name + text
    listed = b"".join(
        struct.pack("<4sHHHHHHIIIHHHHHII", b"PK\1\2", 20, 20, 0, 0, 0, 33, zlib.crc32(text), 100, 100, len(other), 0, 0, 0, 0, 0, 0) + other
        for other in (name, *(b"%d.txt" % number for number in range(999)))
    )
    return head + listed + struct.pack("<4sHHHHIIH", b"PK\5\6", 0, 0, 1000, 1000, len(listed), len(head), 0)


END = b"PK\5\6"
ARCHIVES: dict[str, Callable[[], bytes]] = {
    "nothing": lambda: b"",
    "no archive": lambda: b"scenario: x\n" * 100,
    "an empty archive": lambda: many(0),
    "half of it": lambda: GOOD[: len(GOOD) // 2],
    "something before it": lambda: b"PK#!/bin/sh\n" + GOOD,
    "something behind it": lambda: GOOD + b"\0" * 10,
    "a comment": lambda: patched(END, 20, b"\5\0") + b"hello",
    "a link": lambda: with_entry("x.yaml", b"/etc/passwd", mode=stat.S_IFLNK | 0o777),
    "a device": lambda: with_entry("x.yaml", mode=stat.S_IFCHR | 0o666),
    "a pipe": lambda: with_entry("x.yaml", mode=stat.S_IFIFO | 0o666),
    "a folder": lambda: with_entry("voices/", b""),
    "a folder by its attributes": lambda: with_entry("x.yaml", b"", mode=stat.S_IFDIR | 0o755),
    "a folder as Windows marks it": lambda: with_entry("x.yaml", b"", external_attr=0x10),
    "a password": lambda: patched(b"PK\1\2", 8, b"\1\0"),
    "a password on both sides": lambda: patched(b"PK\3\4", 6, b"\1\0", data=patched(b"PK\1\2", 8, b"\1\0")),
    "a streamed entry": lambda: patched(b"PK\1\2", 8, b"\10\0"),
    "another way of packing": lambda: with_entry("x.txt", b"a" * 1000, compress_type=zipfile.ZIP_LZMA),
    "something extra in an entry": lambda: with_entry("x.txt", extra=b"\x75\x70\5\0\1\0\0\0\0"),  # type: ignore[arg-type]
    "the same name twice": lambda: twice(),
    "names that differ in capitals": lambda: repeated("Wet-Sofa.yaml"),
    "names that differ in width": lambda: repeated("ｗet-sofa.yaml"),
    "folders that differ in capitals": lambda: repeated("Wrong-Kettle.golden/plain.txt"),
    "names that fold together": lambda: repeated("straße.txt", "STRASSE.txt"),
    "a NUL in a name": lambda: with_entry("placeholder").replace(b"placeholder", b"x.yaml\0.txt"),
    "a name in no alphabet": lambda: with_entry("placeholder").replace(b"placeholder", b"\xff\xfe\xfd123.yaml"),
    "a file too large": lambda: with_entry("x.txt", random.Random(1).randbytes(MAX_FILE + 1)),
    "too many files": lambda: many(MAX_FILES + 1),
    "too much altogether": lambda: write_archive({f"{number}.txt": b"a b" * 330_000 for number in range(21)}),
    "a bomb": a_bomb,
    "a bomb that lies": a_lying_bomb,
    "a bomb that overlaps itself": overlapping,
    "a count that lies low": lambda: patched(END, 8, b"\1\0\1\0"),
    "a count that lies high": lambda: patched(END, 8, b"\x08\0\x08\0"),
    "a part of several": lambda: patched(END, 4, b"\1\0"),
    "a count that hides the real one": lambda: patched(END, 8, b"\xff\xff\xff\xff"),
    "a list that is elsewhere": lambda: patched(END, 16, b"\0\0\0\0"),
    "a size that lies": lambda: patched(b"PK\1\2", 24, b"\1\0\0\0"),
    "a size that lies twice": lambda: patched(b"PK\3\4", 22, b"\1\0\0\0", data=patched(b"PK\1\2", 24, b"\1\0\0\0")),
    "a place that lies": lambda: patched(b"PK\1\2", 42, b"\1\0\0\0", which=1),
    "another name inside": lambda: patched(b"PK\3\4", 30, b"X"),
    "a flipped bit in a text": lambda: GOOD.replace(b"wet dog", b"wet fog", 1),
    "a long list of files": lambda: GOOD[:-22] + b"PK\1\2" * 400_000 + GOOD[-22:],
}


@pytest.mark.parametrize("archive", ARCHIVES.values(), ids=ARCHIVES)
def test_a_hostile_archive_is_refused_and_leaves_no_trace(archive: Callable[[], bytes], tmp_path: Path, home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "x.coolpack").write_bytes(archive())
    assert main(["packs", "add", "x.coolpack"]) == Exit.FAULTS
    out, err = capsys.readouterr()
    assert "x.coolpack is not a sound pack: " in err
    assert not out
    assert not home.exists()
    assert {path.name for path in tmp_path.iterdir()} == {"x.coolpack"}


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_a_name_that_means_harm_is_refused(name: str, tmp_path: Path, home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "x.coolpack").write_bytes(with_entry(name))
    assert main(["packs", "add", "x.coolpack"]) == Exit.FAULTS
    err = capsys.readouterr().err
    assert "is not a sound pack" in err
    assert "\x1b" not in err
    assert not home.exists()


def test_refusing_a_million_entries_takes_little_memory() -> None:
    entry = struct.pack("<4sHHHHHHIIIHHHHHII", b"PK\1\2", *([0] * 9), 1, *([0] * 6)) + b"a"
    bomb = b"PK\3\4" + entry * 450_000
    bomb += struct.pack("<4sHHHHIIH", END, 0, 0, 2000, 2000, len(bomb) - 4, 4, 0)
    tracemalloc.start()
    try:
        with pytest.raises(ContentError):
            read_archive(bomb, "x")
        assert tracemalloc.get_traced_memory()[1] < 5_000_000
    finally:
        tracemalloc.stop()


def test_unpacking_a_bomb_that_lies_takes_little_memory() -> None:
    bomb = a_lying_bomb()
    tracemalloc.start()
    try:
        with pytest.raises(ContentError, match="not as long as it says"):
            read_archive(bomb, "x")
        assert tracemalloc.get_traced_memory()[1] < 1_000_000
    finally:
        tracemalloc.stop()


def test_any_tool_can_read_what_is_written_and_a_compressed_one_is_read_too() -> None:
    with zipfile.ZipFile(io.BytesIO(GOOD)) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == sorted(PACK)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in PACK.items():
            archive.writestr(name, text)
    assert read_archive(stream.getvalue(), "x") == read_archive(GOOD, "x") == {name: text.encode() for name, text in PACK.items()}


@pytest.mark.parametrize("name", ["a.yaml", "voices/brisk.yaml", "Grüße an Ödön.txt", "日本語.golden/model.txt", "a (2).md", "connie.yaml", "x.fr.yaml"])
def test_ordinary_names_in_any_alphabet_may_travel(name: str) -> None:
    assert why_not(name) is None
    assert list(clashes([name, "other.yaml"])) == []


def check_no_traceback(data: bytes, file: Path) -> None:
    file.write_bytes(data)
    assert main(["packs", "add", str(file), "--replace"]) in (Exit.DONE, Exit.FAULTS, Exit.MISUSED)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    edits=st.lists(st.tuples(st.integers(0, len(GOOD) - 1), st.sampled_from(["set", "cut", "add"]), st.binary(min_size=1, max_size=6)), min_size=1, max_size=6)
)
@pytest.mark.usefixtures("home")
def test_no_change_of_bytes_ends_in_a_traceback(edits: list[tuple[int, str, bytes]], tmp_path: Path) -> None:
    data = GOOD
    for at, how, new in edits:
        data = data[:at] + (b"" if how == "cut" else new) + data[at + (0 if how == "add" else len(new)) :]
    check_no_traceback(data, tmp_path / "x.coolpack")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    name=st.sampled_from([*PACK, "x.yaml", "x.incident.yaml", "wet-sofa.fr.yaml", "voices/x.yaml", "x.golden/y.txt"]),
    at=st.integers(0, 1500),
    new=st.binary(max_size=40),
)
@pytest.mark.usefixtures("home")
def test_no_change_of_what_files_say_ends_in_a_traceback(name: str, at: int, new: bytes, tmp_path: Path) -> None:
    files = {inside: text.encode() for inside, text in PACK.items()}
    old = files.get(name, b"")
    files[name] = old[:at] + new + old[at + len(new) :]
    check_no_traceback(write_archive(files), tmp_path / "x.coolpack")
