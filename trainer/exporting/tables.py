"""The two forms a spreadsheet opens: CSV, with a row a call, and Excel, with sheets for evidence and overrules as well.

No cell is ever a formula: words in it are other people's. XlsxWriter is an extra, because nobody needs it to play; it only
writes, is pure Python and needs nothing else, where openpyxl would bring a reader along.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

from trainer.errors import PrerequisiteError
from trainer.exporting.results import Result
from trainer.exporting.rows import Cell, Row, call_rows, evidence_rows, overrule_rows

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
LONGEST_CELL = 32_000
"""What Excel takes, and a little less."""


def as_csv(results: Sequence[Result]) -> bytes:
    """UTF-8, one line a call."""
    rows = list(call_rows(results))
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, list(rows[0]), lineterminator="\r\n")
    writer.writeheader()
    writer.writerows({key: inert(cell) for key, cell in row.items()} for row in rows)
    return text.getvalue().encode()


def excel_writer() -> Any:
    """What writes workbooks. Raises PrerequisiteError where it is not installed."""
    try:
        import xlsxwriter
    except ModuleNotFoundError as error:
        raise PrerequisiteError(
            "Excel files need the package XlsxWriter, which is not installed.", "Install it with: pip install 'coolhead[export]'"
        ) from error
    return xlsxwriter


def as_excel(results: Sequence[Result]) -> bytes:
    """A workbook of three sheets. Raises PrerequisiteError where XlsxWriter is not installed."""
    xlsxwriter = excel_writer()
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False})
    book.set_properties({"title": "Coolhead results", "created": _last(results)})  # not the clock's: the same calls give the same file
    head = book.add_format({"bold": True})
    for name, rows in (("Calls", list(call_rows(results))), ("Evidence", list(evidence_rows(results))), ("Overrules", list(overrule_rows(results)))):
        sheet = book.add_worksheet(name)
        sheet.freeze_panes(1, 0)
        for line, cells in enumerate(_lines(rows)):
            for column, cell in enumerate(cells):
                if isinstance(cell, str):
                    sheet.write_string(line, column, cell[:LONGEST_CELL], head if line == 0 else None)
                elif cell is not None:
                    sheet.write_number(line, column, cell)
    book.close()
    return out.getvalue()


def _lines(rows: Sequence[Row]) -> Iterator[list[Cell]]:
    if rows:
        yield list(rows[0])
    for row in rows:
        yield list(row.values())


def inert(cell: Cell) -> Cell:
    """Text that a spreadsheet would reckon with, behind an apostrophe."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell


def _last(results: Sequence[Result]) -> datetime:
    return max(one.row.finished or one.row.began for one in results).astimezone(UTC).replace(tzinfo=None)
