"""Putting a new file on the disk: whole or not at all, and never in the place of another."""

from __future__ import annotations

from pathlib import Path

from trainer.errors import PrerequisiteError


def put(file: Path, text: str) -> bool:
    """Write a new UTF-8 file, making its folder if need be. False, and nothing done, where there is one already.

    Raises PrerequisiteError where nothing can be written.
    """
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
    except FileExistsError:
        if file.exists() or file.is_symlink():
            return False
        raise PrerequisiteError(f"The folder {file.parent} cannot be made: a file is in its way.", "Name another folder with --output.") from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else "its name cannot be used"
        raise PrerequisiteError(f"{file} cannot be written: {reason}.", "Name a folder you may write to with --output.") from error
    return True
