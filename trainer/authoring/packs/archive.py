"""The pack as a file: written the same way every time, and read back only if it was written that way.

A pack from a stranger may be made to harm whoever opens it. So only the plainest form of ZIP is taken: entries back to
back from the first byte, the directory behind them, its end record last. Whatever needs more than that (gaps, overlaps,
links, encryption, comments, streamed or 64-bit entries) is refused before any of it is believed. ``zipfile`` reads all of
those, builds an object for each of a million entries first, and differs between versions of Python, which is why it
writes here and does not read. No more is ever held than the limits below allow.
"""

from __future__ import annotations

import io
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from scenarios.problems import listed, shown
from scenarios.yaml_source import MAX_BYTES
from trainer.authoring.packs.names import clashes, why_not
from trainer.errors import ContentError, UsageError

SUFFIX = ".coolpack"
SUFFIXES = (".yaml", ".yml", ".txt", ".md")
"""What a pack can hold: text that nothing runs."""

MAX_FILES = 2_000
MAX_FILE = MAX_BYTES
MAX_TOTAL = 20_000_000
MAX_ARCHIVE = 24_000_000
MAX_RATIO = 100
RATIO_FROM = 100_000
"""Smaller files may shrink as far as they like: a page of the same line does."""

REMEDY = "Ask whoever gave it to you to make it again with: coolhead pack FOLDER"

_MOMENT = (1980, 1, 1, 0, 0, 0)
_LOCAL = struct.Struct("<4sHHHHHIIIHH")
_CENTRAL = struct.Struct("<4sHHHHHHIIIHHHHHII")
_END = struct.Struct("<4sHHHHIIH")
_UTF8 = 0x800
_SPEED = 0x006
"""How hard the packer tried; of no consequence."""
_FOLDER = 0x10


def write_archive(files: Mapping[str, bytes]) -> bytes:
    """The bytes of a pack. Stored, not compressed: the same on every machine whatever its zlib, and any tool can search it."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, _MOMENT)
            entry.create_system = 3
            entry.external_attr = (stat.S_IFREG | 0o644) << 16
            archive.writestr(entry, files[name])
    return stream.getvalue()


def load_archive(path: Path) -> dict[str, bytes]:
    """The files of the pack at ``path``. Raises UsageError where there is none, ContentError where it cannot be taken."""
    name = shown(path, 200)
    try:
        if path.is_dir():
            raise UsageError(f"{name} is a folder.", f"Make a pack of it first: coolhead pack {name}")
        if not path.exists():
            raise UsageError(f"There is no file {name}.")
        if not path.is_file():
            raise UsageError(f"{name} is not a plain file.")
        with path.open("rb") as stream:
            data = stream.read(MAX_ARCHIVE + 1)
    except ValueError as error:
        raise UsageError(f"There is no file {name}.") from error
    except OSError as error:
        raise ContentError(f"{name} cannot be read: {error.strerror or error}.") from error
    return read_archive(data, name)


def read_archive(data: bytes, file: str) -> dict[str, bytes]:
    """The files in the bytes of a pack, by name. Raises ContentError; ``file`` is its name for the message."""
    try:
        return _files(data)
    except _Refused as error:
        raise ContentError(f"{shown(file, 200)} is not a sound pack: {error}.", REMEDY) from error


class _Refused(Exception):  # noqa: N818 - a verdict, in words that finish a sentence
    """Why the archive is not taken."""


@dataclass(frozen=True)
class _Entry:
    """One file as the directory lists it; ``claims`` is what its own head must repeat."""

    name: str
    raw: bytes
    claims: tuple[int, ...]
    deflated: bool
    crc: int
    packed: int
    size: int
    offset: int


def _files(data: bytes) -> dict[str, bytes]:
    if len(data) > MAX_ARCHIVE:
        raise _Refused(f"it is over {MAX_ARCHIVE // 1_000_000} MB")
    entries = list(_directory(data))
    for one, other in clashes(entry.name for entry in entries):
        raise _Refused(f"'{shown(one)}' and '{shown(other)}' would be one and the same on some systems")
    if sum(entry.size for entry in entries) > MAX_TOTAL:
        raise _Refused(f"unpacked it is over {MAX_TOTAL // 1_000_000} MB")
    return {entry.name: _content(data, entry, start) for entry, start in _back_to_back(data, entries)}


def _directory(data: bytes) -> Iterator[_Entry]:
    """The entries listed. The end record is believed only where it agrees with where things are."""
    if len(data) < _END.size or not data.startswith(b"PK"):
        raise _Refused("it is not a pack at all")
    sign, disk, first_disk, here, count, size, at, comment = _END.unpack_from(data, len(data) - _END.size)
    if sign != b"PK\5\6" or comment:
        raise _Refused("its end is missing or something was added behind it")
    if disk or first_disk or here != count:
        raise _Refused("it is only a part of a pack")
    if count > MAX_FILES:
        raise _Refused(f"it holds more than {MAX_FILES:,} files")
    end = len(data) - _END.size
    if at + size != end:
        raise _Refused("its list of files is not where it should be")
    for _ in range(count):
        entry, at = _listed(data, at, end)
        yield entry
    if at != end:
        raise _Refused("its list of files is longer than it says")


def _listed(data: bytes, at: int, end: int) -> tuple[_Entry, int]:
    """The entry listed at ``at``, and where the next begins."""
    if at + _CENTRAL.size > end:
        raise _Refused("its list of files is shorter than it says")
    sign, _, needed, flags, method, *rest = _CENTRAL.unpack_from(data, at)
    time, date, crc, packed, size, name_size, extra, comment, disk, _, attributes, offset = rest
    raw = data[at + _CENTRAL.size : at + _CENTRAL.size + name_size]
    if sign != b"PK\1\2" or at + _CENTRAL.size + name_size > end:
        raise _Refused("its list of files is damaged")
    name = _name(raw, bool(flags & _UTF8))
    if why := _why_not_entry(name, flags, attributes):
        raise _Refused(f"'{shown(name)}' cannot be in it, because {why}")
    if extra or comment or disk or flags & ~(_UTF8 | _SPEED) or method not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise _Refused(f"'{shown(name)}' is stored in a way that coolhead pack does not use")
    if size > MAX_FILE:
        raise _Refused(f"'{shown(name)}' is over {MAX_FILE // 1_000_000} MB")
    if size > RATIO_FROM and size > packed * MAX_RATIO:
        raise _Refused(f"'{shown(name)}' unpacks to more than {MAX_RATIO} times its size, which no text does")
    claims = (needed, flags, method, time, date, crc, packed, size, name_size, 0)
    return _Entry(name, raw, claims, method == zipfile.ZIP_DEFLATED, crc, packed, size, offset), at + _CENTRAL.size + name_size


def _name(raw: bytes, utf8: bool) -> str:
    try:
        return raw.decode("utf-8" if utf8 else "ascii")
    except UnicodeDecodeError as error:
        raise _Refused(f"a name in it cannot be read: '{shown(raw.decode('utf-8', 'replace'))}'") from error


def _why_not_entry(name: str, flags: int, attributes: int) -> str | None:
    kind = stat.S_IFMT(attributes >> 16)
    if flags & 0x2041:
        return "it is locked with a password"
    if kind not in (0, stat.S_IFREG) or attributes & _FOLDER or name.endswith("/"):
        return "it is a folder, a link or a device, and a pack holds files only"
    if why := why_not(name):
        return why
    return None if name.endswith(SUFFIXES) else f"a pack holds only files that end in {listed(SUFFIXES)}"


def _back_to_back(data: bytes, entries: list[_Entry]) -> Iterator[tuple[_Entry, int]]:
    """Each entry and where its content starts, if they fill the file up to the directory without gap or overlap."""
    at = 0
    for entry in sorted(entries, key=lambda entry: entry.offset):
        start = at + _LOCAL.size + len(entry.raw)
        if entry.offset != at or start > len(data):
            raise _Refused("its files overlap, or something is hidden between them")
        sign, *claims = _LOCAL.unpack_from(data, at)
        if sign != b"PK\3\4" or tuple(claims) != entry.claims or data[at + _LOCAL.size : start] != entry.raw:
            raise _Refused(f"'{shown(entry.name)}' is not what the list of files says")
        yield entry, start
        at = start + entry.packed
    if at != _END.unpack_from(data, len(data) - _END.size)[6]:
        raise _Refused("its files overlap, or something is hidden between them")


def _content(data: bytes, entry: _Entry, start: int) -> bytes:
    """The bytes of one file, never more than it says it has."""
    found = data[start : start + entry.packed]
    if entry.deflated:
        unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
        try:
            found = unpacker.decompress(found, entry.size + 1)
        except zlib.error as error:
            raise _Refused(f"'{shown(entry.name)}' is damaged") from error
        if not unpacker.eof or unpacker.unused_data:
            raise _Refused(f"'{shown(entry.name)}' is not as long as it says")
    if len(found) != entry.size:
        raise _Refused(f"'{shown(entry.name)}' is not as long as it says")
    if zlib.crc32(found) != entry.crc:
        raise _Refused(f"'{shown(entry.name)}' is damaged")
    return found
