"""Makes files for spreadsheets and programs of the rows: CSV with one line a chat, or one JSON list. Read and written row by row."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from scoring.rubric import Kind, load_rubric
from scoring.scores import DIMENSIONS
from trainer.archive.outputs import whole_file
from trainer.archive.rows import parsed
from trainer.text import safe_line

COLUMNS = (
    "id",
    "file",
    "chat",
    "scenario",
    *DIMENSIONS,
    *(f"{d}_why_not" for d in DIMENSIONS),
    *(f"{d}_opportunities" for d in DIMENSIONS),
    "outcome",
    "outcome_worth",
    "outcome_accepted",
    "harms",
    "rubric",
    "reader",
    "problem",
)


def rows_in(lines: Path) -> Iterator[dict[str, Any]]:
    """Every row of a results file."""
    with lines.open("rb") as stream:
        yield from (found for line in stream if (found := parsed(line)) is not None)


def write_csv(lines: Path, to: Path) -> None:
    """One line a chat; what could not be read has its problem and no scores."""
    with whole_file(to) as file:
        table = csv.DictWriter(file, COLUMNS, restval="", lineterminator="\r\n")
        table.writeheader()
        for row in rows_in(lines):
            table.writerow({key: _cell(value) for key, value in _columns(row).items()})


def write_json(lines: Path, to: Path) -> None:
    """One list of the rows."""
    with whole_file(to) as file:
        before = "[\n"
        for row in rows_in(lines):
            file.write(before + json.dumps(row, sort_keys=True, separators=(",", ":")))
            before = ",\n"
        file.write("\n]\n" if before != "[\n" else "[]\n")


def harms_in(row: dict[str, Any]) -> int:
    """In how many places of a chat words that do harm were found; one place may cost in more than one score."""
    harms = _harms()
    found = [item for d in DIMENSIONS for item in row["scores"][d]["evidence"] if item["rule"] in harms]
    return len({(item["turn"], item["start"], item["end"]) for item in found})


@cache
def _harms() -> frozenset[str]:
    return frozenset(c.id for c in load_rubric().criteria if c.kind is Kind.HARM)


def _columns(row: dict[str, Any]) -> dict[str, object]:
    found: dict[str, object] = {key: row.get(key) for key in ("id", "file", "chat", "scenario", "rubric", "reader")}
    if "problems" in row:
        first = row["problems"][0]
        return found | {"problem": f"{first['code']} line {first['line']}: {first['message']}"}
    for dimension in DIMENSIONS:
        score = row["scores"][dimension]
        found[dimension] = score["value"]
        found[f"{dimension}_why_not"] = score["why_not"]
        found[f"{dimension}_opportunities"] = score["opportunities"]
    outcome = row["outcome"]
    return found | {"outcome": outcome["id"], "outcome_worth": outcome["worth"], "outcome_accepted": outcome["accepted"], "harms": harms_in(row)}


def _cell(value: object) -> object:
    """As a spreadsheet may have it: no formula of a stranger's, no invisible characters."""
    if not isinstance(value, str):
        return "" if value is None else value
    line = safe_line(value)
    return f"'{line}" if line[:1] in ("=", "+", "-", "@") else line
