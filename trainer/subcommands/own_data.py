"""``coolhead data``: where it is, a copy of all of it, deleting it."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from trainer.data.copying import copy_all
from trainer.data.deleting import delete
from trainer.data.parts import parts
from trainer.data.words import chosen, copied_line, goes_lines, where_lines
from trainer.errors import Exit, UsageError, say
from trainer.records.locations import data_folder
from trainer.subcommands.output import emit, tell
from trainer.text import safe_text


def show_where(*, as_json: bool) -> int:
    """Where it is, and what is there."""
    if as_json:
        there = [{"part": part.what, "paths": [str(path) for path in part.paths], "bytes": part.size, "holds": part.holds} for part in parts()]
        emit({"folder": str(data_folder()), "parts": there})
    else:
        for line in where_lines():
            tell(line)
    return Exit.DONE


def export_data(file: Path, *, as_json: bool) -> int:
    """Write the copy. Raises CoolheadError."""
    counts = copy_all(file)
    if as_json:
        emit({"file": str(file), "holds": counts})
    else:
        tell(copied_line(file, counts))
    return Exit.DONE


def delete_data(what: Sequence[str], *, yes: bool, as_json: bool) -> int:
    """Say what goes, ask, and delete it. Raises CoolheadError."""
    goes = chosen(what)
    if not goes:
        say("There is nothing to delete.")
    elif not yes:
        for line in goes_lines(goes):
            say(safe_text(line))
        if not sys.stdin.isatty():
            raise UsageError("Data is deleted only on its owner's word, and there is nobody to ask.", "Add --yes if it is to go.")
        print("Delete it? Type yes:", end=" ", file=sys.stderr, flush=True)
        if sys.stdin.readline().strip().lower() not in ("y", "yes"):
            say("Nothing was deleted.")
            goes = []
    delete(goes)
    if as_json:
        emit({"deleted": [part.what for part in goes]})
    elif goes:
        tell(f"Deleted: {', '.join(part.what for part in goes)}.")
    return Exit.DONE
