"""What several learners exported, joined into one table or one list of statements.

The files are strangers' work: what is no export of ours is left out and said, and each call stands in it once.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from trainer.errors import UsageError
from trainer.exporting.form import Form
from trainer.exporting.results import Account
from trainer.exporting.tables import inert
from trainer.exporting.xapi import NOBODY, PREFIX
from trainer.rubrics import not_compared
from trainer.text import safe_line
from trainer.words import count

LARGEST = 50_000_000
"""Bytes of a file that is read."""
_ENDINGS = {Form.CSV: ".csv", Form.XAPI: ".json"}
_NEEDED = ("attempt", "scenario", "rubric")
"""Columns by which a table is known to be an export."""


def joined(named: Sequence[Path], form: Form, out: Path | None) -> tuple[bytes, list[str]]:
    """The files named, and those of the form in folders named, as one; and what there is to say of it. Raises UsageError where there is nothing to join."""
    if form not in _ENDINGS:
        raise UsageError("Tables (CSV) and xAPI statements are joined, and nothing else.", "Name a file with --out class.csv or --out class.json")
    files = [file for file in _files(named, _ENDINGS[form]) if out is None or file.resolve() != out.resolve()]
    data, told = (_tables if form is Form.CSV else _statements)(files)
    if not data:
        ending = _ENDINGS[form]
        raise UsageError(f"There is no export ending in {ending} there.", f"Each learner makes one with: coolhead export all --out NAME{ending}")
    return data, told


def _files(named: Sequence[Path], ending: str) -> Iterator[Path]:
    for path in named:
        if path.is_dir():
            yield from sorted(file for file in path.iterdir() if file.suffix.lower() == ending and file.is_file())
        elif path.is_file():
            yield path
        else:
            raise UsageError(f"There is no file or folder {safe_line(str(path))}.")


def _read(file: Path) -> str:
    """The text of a file; empty where it cannot be read as one."""
    try:
        return "" if file.stat().st_size > LARGEST else file.read_text(encoding="utf-8-sig")
    except (OSError, ValueError):
        return ""


def _tables(files: Sequence[Path]) -> tuple[bytes, list[str]]:
    """A row a call, with the file it came from before it."""
    rows: dict[str, dict[str, str]] = {}
    columns: dict[str, None] = {"file": None}
    used, told, again = 0, [], 0
    for file in files:
        reader = csv.DictReader(io.StringIO(_read(file), newline=""), restkey="", restval="")
        try:
            found = list(reader) if set(_NEEDED) <= set(reader.fieldnames or ()) else []
        except csv.Error:
            found = []
        if not found:
            told.append(f"Left out: {file.name} is no table that was exported.")
            continue
        used += 1
        columns |= dict.fromkeys(reader.fieldnames or ())
        for row in found:
            again += row["attempt"] in rows
            rows.setdefault(row["attempt"], {"file": file.name, **{key: value for key, value in row.items() if key}})
    if not rows:
        return b"", told
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, list(columns), restval="", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows({key: inert(safe_line(str(cell), 10_000)) for key, cell in row.items()} for row in rows.values())
    return text.getvalue().encode(), [*_said(used, len(rows), again, {row["rubric"] for row in rows.values()}), *told]


def _statements(files: Sequence[Path]) -> tuple[bytes, list[str]]:
    """All statements, each once."""
    kept: dict[str, dict[str, Any]] = {}
    used, told, again = 0, [], 0
    for file in files:
        found = _statements_of(file)
        if not found:
            told.append(f"Left out: {file.name} holds no xAPI statements of Coolhead.")
            continue
        used += 1
        for one in found:
            again += one["id"] in kept
            kept.setdefault(one["id"], one)
    if not kept:
        return b"", told
    played = [one["context"]["extensions"] for one in kept.values()]
    calls = {str(one.get(f"{PREFIX}:attempt")) for one in played}
    told = [*_said(used, len(calls), again, {str(one.get(f"{PREFIX}:rubric")) for one in played}), *told]
    nobody = {"homePage": Account().home, "name": NOBODY}
    unknown = {one["context"]["extensions"].get(f"{PREFIX}:attempt") for one in kept.values() if one.get("actor", {}).get("account") == nobody}
    if unknown:
        told.append(f"{count(len(unknown), 'call')} by nobody in particular: a record store takes them for one person's. Let each export with --account.")
    return (json.dumps(list(kept.values()), indent=1, sort_keys=True) + "\n").encode(), told


def _statements_of(file: Path) -> list[dict[str, Any]]:
    try:
        found = json.loads(_read(file) or "null")
    except (ValueError, RecursionError):
        return []
    ours = [one for one in found if isinstance(one, dict) and isinstance(one.get("id"), str)] if isinstance(found, list) else []
    return [one for one in ours if isinstance(one.get("context"), dict) and isinstance(one["context"].get("extensions"), dict)]


def _said(files: int, calls: int, again: int, rubrics: set[str]) -> Iterator[str]:
    yield f"Joined: {count(calls, 'call')} from {count(files, 'file')}."
    if again:
        yield f"{again} stood there more than once and {'is' if again == 1 else 'are'} kept once."
    if mixed := not_compared(*sorted(rubrics)):
        yield mixed
