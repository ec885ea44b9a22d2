"""A copy of all of a person's data as one zip that other programs can read: records as JSON lines, the rest as it lies there."""

from __future__ import annotations

import json
import os
import zipfile
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import select

from trainer.data.parts import What, files_in, kept_file, parts
from trainer.errors import PrerequisiteError, UsageError
from trainer.records.database import open_database
from trainer.records.locations import data_folder
from trainer.records.schema import metadata
from trainer.records.store import Store

ABOUT = """\
Your data from Coolhead, taken {day}.

records/    one file a table, one JSON object a line. attempts.jsonl lists your calls; events.jsonl holds what was said and
            done in each, in order; ratings.jsonl how you rated yourself; remarks.jsonl what was said of a call afterwards;
            practices.jsonl and practice_steps.jsonl the drills, shifts and rooms; scenarios.jsonl the texts as they were played.
The rest lies here as it lay in {folder}.
Nothing of this was sent anywhere.
"""
COPIED = (What.SETTINGS, What.SCENARIOS, What.RUBRIC, What.REPORTS)
"""What is copied as it is; the records are written out."""


def copy_all(target: Path) -> dict[str, int]:
    """Write everything to a zip and say how much of what is in it. Raises CoolheadError, and then leaves no file."""
    if os.path.lexists(target):
        raise UsageError(f"There is a file {target} already.", "Name another.")
    try:
        whole = target.open("xb")
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else "its name cannot be used"
        raise PrerequisiteError(f"{target} cannot be written: {reason}.", "Name a file in a folder you may write in.") from error
    try:
        with whole, zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED, strict_timestamps=False) as copy:
            counts = _fill(copy, skip=target)
    except BaseException as error:
        with suppress(OSError):
            target.unlink()
        if isinstance(error, OSError):
            raise PrerequisiteError(f"{target} could not be written: {error.strerror or error}.", "Free some space, or name another place.") from error
        raise
    return counts


def _fill(copy: zipfile.ZipFile, *, skip: Path) -> dict[str, int]:
    here = {part.what: part for part in parts()}
    folder = data_folder()
    copy.writestr("README.txt", ABOUT.format(day=f"{datetime.now():%d %B %Y}", folder=folder))
    counts: dict[str, int] = {}
    if What.RECORDS in here:
        counts = _records(copy, here[What.RECORDS].paths[0])
    for what in COPIED:
        files = [file for path in (here[what].paths if what in here else ()) for file in (files_in(path) if path.is_dir() else [path])]
        files = [file for file in files if kept_file(file) and not _same(file, skip)]
        for file in files:
            _add(copy, file, file.relative_to(folder))
        if files:
            counts[str(what)] = len(files)
    return counts


def _records(copy: zipfile.ZipFile, file: Path) -> dict[str, int]:
    engine, notices = open_database(file)
    counts: dict[str, int] = {}
    with Store(engine, file, tuple(notices)) as store, store.reading() as connection:
        for table in metadata.sorted_tables:
            order = table.c.number if "number" in table.c else list(table.primary_key)
            with copy.open(f"records/{table.name}.jsonl", "w", force_zip64=True) as out:
                rows = connection.execution_options(stream_results=True).execute(select(table).order_by(*(order if isinstance(order, list) else [order])))
                number = 0
                for row in rows.mappings():
                    number += 1
                    line = {name: _told(name, value) for name, value in row.items()}
                    out.write(json.dumps(line).encode() + b"\n")
            counts[table.name] = number
    return {"calls": counts["attempts"], "practices": counts["practices"]}


def _told(name: str, value: Any) -> Any:
    """A body as the JSON it is, not as text that holds some."""
    if name in ("body", "scorecard") and isinstance(value, str):
        with suppress(ValueError):
            return json.loads(value)
    return value


def _same(file: Path, other: Path) -> bool:
    try:
        return file.samefile(other)
    except OSError:
        return False


def _add(copy: zipfile.ZipFile, file: Path, name: Path) -> None:
    """Add a file under its name; letters of the name that no zip can hold are replaced."""
    with suppress(FileNotFoundError):  # gone meanwhile
        copy.write(file, os.fsencode(name).decode("utf-8", "replace"))
