"""What several learners exported, joined into one table, one page or one list of statements.

The files are strangers' work: what is no export of ours is left out and said, and each call stands in it once.
"""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from trainer.errors import UsageError
from trainer.exporting.class_page import as_class_page
from trainer.exporting.form import Form
from trainer.exporting.results import Account
from trainer.exporting.tables import inert
from trainer.exporting.xapi import NOBODY, PREFIX
from trainer.rubrics import not_compared
from trainer.text import safe_line
from trainer.words import count

LARGEST = 50_000_000
"""Bytes of a file that is read."""
_ENDINGS = {Form.CSV: ".csv", Form.HTML: ".csv", Form.XAPI: ".json"}
"""Of the files each form is joined from: the page is made of tables."""
_NEEDED = ("attempt", "scenario", "rubric")
"""Columns by which a table is known to be an export."""


def joined(named: Sequence[Path], form: Form, out: Path | None) -> tuple[bytes, list[str]]:
    """The files named, and those of the form in folders named, as one; and what there is to say of it. Raises UsageError where there is nothing to join."""
    if form not in _ENDINGS:
        raise UsageError(
            "Several exports are joined into a table (CSV), a page (HTML) or xAPI statements.",
            "Name a file with --out class.csv, --out class.html or --out class.json",
        )
    files = {file: name for file, name in _files(named, _ENDINGS[form]).items() if out is None or file.resolve() != out.resolve()}
    if form is Form.XAPI:
        data, told = _statements(list(files))
    else:
        rows, told = _rows(files)
        data = (_table(rows) if form is Form.CSV else as_class_page(rows)) if rows else b""
    if not data:
        ending = _ENDINGS[form]
        raise UsageError(f"There is no export ending in {ending} there.", f"Each learner makes one with: coolhead export all --out NAME{ending}")
    return data, told


def _files(named: Sequence[Path], ending: str) -> dict[Path, str]:
    """The files named and those in folders named, or in a folder for each learner there, each with what it is called in what is joined."""
    found: dict[Path, str] = {}
    for path in named:
        if path.is_dir():
            inside = sorted((*path.glob("*"), *path.glob("*/*")))
            found |= {file: file.relative_to(path).as_posix() for file in inside if file.suffix.lower() == ending and file.is_file()}
        elif path.is_file():
            found[path] = path.name
        else:
            raise UsageError(f"There is no file or folder {safe_line(str(path))}.")
    called = Counter(found.values())
    return {file: name if called[name] == 1 else f"{file.resolve().parent.name}/{file.name}" for file, name in found.items()}


def _read(file: Path) -> str:
    """The text of a file; empty where it cannot be read as one."""
    try:
        return "" if file.stat().st_size > LARGEST else file.read_text(encoding="utf-8-sig")
    except (OSError, ValueError):
        return ""


def _rows(files: Mapping[Path, str]) -> tuple[list[dict[str, str]], list[str]]:
    """A row a call, with the file it came from before it, in the order of the files; and what there is to say of it."""
    tables = {name: _calls_in(file) for file, name in files.items()}
    told = [f"Left out: {name} is no table that was exported." for name, calls in tables.items() if not calls]
    own = {name: calls for name, calls in tables.items() if calls and "file" not in calls[0]}
    if own:
        told += [f"Left out: {name} was joined from such tables itself." for name, calls in tables.items() if calls and name not in own]
    used = own or {name: calls for name, calls in tables.items() if calls}
    rows: dict[str, tuple[int, dict[str, str]]] = {}
    again = 0
    for place, (name, calls) in enumerate(used.items()):
        for call in calls:
            row = {**call, "file": f"{name.rpartition('.')[0]}/{call['file']}" if "file" in call else name}
            known = rows.get(row["attempt"])
            again += known is not None
            if known is None or _made_later(row, known[1]):
                rows[row["attempt"]] = place, row
    found = [row for _, row in sorted(rows.values(), key=lambda one: one[0])]
    return found, [*_said(len(used), len(found), again, {row["rubric"] for row in found}), *told] if found else told


def _calls_in(file: Path) -> list[dict[str, str]]:
    """The rows of a table that was exported; none where it is another file."""
    reader = csv.DictReader(io.StringIO(_read(file), newline=""), restkey="", restval="")
    try:
        found = list(reader) if set(_NEEDED) <= set(reader.fieldnames or ()) else []
    except csv.Error:
        return []
    return [{key: value for key, value in row.items() if key} for row in found]


def _made_later(row: Mapping[str, str], other: Mapping[str, str]) -> bool:
    """Whether a row of the same call was exported after another: overrules are only ever added to."""
    return sum(len(row.get(column, "")) - len(other.get(column, "")) for column in {*row, *other} if column.endswith("_overrules")) > 0


def _table(rows: Sequence[Mapping[str, str]]) -> bytes:
    columns = ["file", *dict.fromkeys(column for row in rows for column in row if column != "file")]
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, columns, restval="", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows({key: inert(safe_line(str(cell), 10_000)) for key, cell in row.items()} for row in rows)
    return text.getvalue().encode()


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
