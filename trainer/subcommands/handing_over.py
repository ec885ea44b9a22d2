"""A file that is handed on: written whole or not at all, and never over another one. What it replaces stays beside it under a name of its own."""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from trainer.errors import PrerequisiteError, UsageError, say
from trainer.text import safe_line

SENT_NOWHERE = "Nothing was sent anywhere."


def refuse_if_there(out: Path | None, option: str, *, replace: bool = False) -> None:
    """Raises UsageError where something is in the way of ``out``, or there is nothing to be replaced by another file."""
    if out is None or not os.path.lexists(out):
        return
    if not replace:
        raise _there(out, option)
    if out.is_symlink() or not out.is_file():
        raise UsageError(f"{safe_line(str(out))} is no plain file, and stays as it is.", f"Name another with {option}.")


def write_out(out: Path, data: bytes, option: str, *, replace: bool = False) -> None:
    """Write it and say so. Raises UsageError where there is such a file already, PrerequisiteError where it cannot be written."""
    kept = ""
    try:
        if replace and out.is_file():
            kept = _put_by(out)
        with out.open("xb") as stream:
            stream.write(data)
    except FileExistsError as error:
        raise _there(out, option) from error
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else "its name cannot be used"
        raise PrerequisiteError(f"{safe_line(str(out))} cannot be written: {reason}.", f"Name another with {option}.") from error
    say(f"Written: {safe_line(str(out))}. {f'What was there is {safe_line(kept)} now. ' if kept else ''}{SENT_NOWHERE}")


def _put_by(out: Path) -> str:
    """Give the file that is there a name that none has; what it is called now."""
    free = next(name for name in _old_names(out) if not os.path.lexists(name))
    out.rename(free)
    return free.name


def _old_names(out: Path) -> Iterator[Path]:
    yield out.with_name(f"{out.name}.old")
    yield from (out.with_name(f"{out.name}.old-{number}") for number in count(2))


def _there(out: Path, option: str) -> UsageError:
    return UsageError(
        f"There is a file {safe_line(str(out))} already.",
        f"Name another with {option}; or add --replace: the one that is there is kept as {safe_line(out.name)}.old",
    )
