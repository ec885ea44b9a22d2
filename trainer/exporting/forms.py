"""The four forms of an export: which is meant, what stands in it, and making it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from trainer.errors import UsageError
from trainer.exporting.form import Form
from trainer.exporting.results import Result

ENDINGS = {".json": Form.XAPI, ".csv": Form.CSV, ".xlsx": Form.XLSX, ".html": Form.HTML, ".htm": Form.HTML}
CALLED = {Form.XAPI: "xAPI statements", Form.CSV: "a table (CSV)", Form.XLSX: "an Excel workbook", Form.HTML: "a debrief sheet (HTML)"}
WITH_WORDS = (Form.XLSX, Form.HTML)
"""Forms that quote what the learner wrote."""


def form_of(out: Path | None, named: Form | None) -> Form:
    """The form named, or the one a file's ending says. Raises UsageError where neither does, PrerequisiteError where the form needs what is not installed."""
    form = named or (ENDINGS.get(out.suffix.lower()) if out else None)
    if form is None:
        raise UsageError("It is not said in which form to export.", "Say --form xapi, csv, xlsx or html; or --out FILE ending in .json, .csv, .xlsx or .html.")
    if form is Form.XLSX and out is None:
        raise UsageError("An Excel workbook cannot be printed.", "Name a file with --out results.xlsx")
    if form is Form.XLSX:
        from trainer.exporting.tables import excel_writer

        excel_writer()
    return form


def made(results: Sequence[Result], form: Form) -> bytes:
    """The export. Raises PrerequisiteError where something it needs is not installed."""
    if form is Form.XAPI:
        from trainer.exporting.xapi import as_xapi

        return as_xapi(results)
    if form is Form.HTML:
        from trainer.exporting.sheet import as_sheet
        from trainer.rubrics import rubric_in_use

        return as_sheet(results, rubric_in_use())
    from trainer.exporting.tables import as_csv, as_excel

    return as_csv(results) if form is Form.CSV else as_excel(results)
