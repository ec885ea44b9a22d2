"""The names of the forms results can be written in; apart, so that the command line can name them without loading any."""

from __future__ import annotations

from enum import StrEnum


class Form(StrEnum):
    """How results are written."""

    XAPI = "xapi"
    CSV = "csv"
    XLSX = "xlsx"
    HTML = "html"
