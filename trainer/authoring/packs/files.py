"""Writing so that a file is there whole or not at all, and saying plainly why a disk will not have it."""

from __future__ import annotations

import errno
import os
import secrets
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from scenarios.problems import shown
from trainer.errors import PrerequisiteError

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


@contextmanager
def plainly(place: Path | str, elsewhere: str) -> Iterator[None]:
    """Turn the system's refusal to write at ``place`` into a sentence; ``elsewhere`` says where else one could write."""
    try:
        yield
    except OSError as error:
        name = shown(place, 200)
        if error.errno in _FULL:
            raise PrerequisiteError(f"There is no room left on the disk for {name}.", "Free some space, then try again. Nothing was changed.") from error
        raise PrerequisiteError(f"{name} cannot be written: {error.strerror or error}.", f"Allow writing there, or {elsewhere}.") from error


def write_whole(path: Path, data: bytes) -> None:
    """Write a file, replacing one that is there; whoever looks sees the old or the new. Raises OSError."""
    part = path.with_name(f".{path.name[:100]}.{secrets.token_hex(4)}.part")
    try:
        with part.open("xb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(path)
    except BaseException:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise


def write_tree(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files into a new folder. Raises OSError; what was written by then stays for the caller to clear away."""
    folder.mkdir()
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        with path.open("xb") as stream:
            stream.write(data)
