"""``coolhead graph``: one scenario on one sheet, as SVG or Mermaid text, written where no other kind of file is lost."""

from __future__ import annotations

import sys
from pathlib import Path

from trainer.authoring.graph.form import Form
from trainer.authoring.graph.mermaid import mermaid_of
from trainer.authoring.graph.page import Page, page_of
from trainer.authoring.graph.svg import svg_of
from trainer.authoring.graph.telling import graph_of
from trainer.errors import Exit, PrerequisiteError, UsageError, say
from trainer.finding import scenario_named
from trainer.text import safe_line

STDOUT = Path("-")
POINT = 0.3528
"""Millimetres."""
READABLE = 6.5
"""Least size of print, in points, that is read without effort."""
SHEETS = (("A3", 2**0.5), ("A2", 2.0), ("A1", 2**1.5), ("A0", 4.0))
"""Larger sheets, and how many times as wide as A4 they are."""


def draw(name: str, form: Form | None, output: Path | None) -> int:
    """Draw the scenario and say where it is. Raises UsageError rather than write over another kind of file."""
    scenario = scenario_named(name)
    form = form or _form_of(output)
    path = _path(scenario.scenario, form, output)
    graph = graph_of(scenario)
    page = page_of(graph) if form is Form.SVG else None
    text = svg_of(page) if page else mermaid_of(graph)
    if path == STDOUT:
        sys.stdout.buffer.write(text.encode())  # the file says UTF-8, whatever the terminal speaks
        return Exit.DONE
    try:
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise PrerequisiteError(f"{safe_line(str(path))} could not be written: {error.strerror}.", "Name another place with: --output PATH") from error
    say(f"Written to {safe_line(str(path))}" + (_print_on(page) if page else ""))
    return Exit.DONE


def _form_of(output: Path | None) -> Form:
    """What a file's name asks for."""
    return Form.MERMAID if output and output.suffix.lower() in Form.MERMAID.suffixes else Form.SVG


def _path(id_: str, form: Form, output: Path | None) -> Path:
    """The file to write."""
    if output == STDOUT:
        return STDOUT
    path = output or Path()
    try:
        path = path / f"{id_}{form.suffixes[0]}" if path.is_dir() else path
        there, folder = path.exists() or path.is_symlink(), path.parent.is_dir()
    except (OSError, ValueError):
        raise UsageError(f"{safe_line(str(path), 200)} cannot be the name of a file.", "Name another place with: --output PATH") from None
    if there and (path.suffix.lower() not in form.suffixes or not path.is_file()):
        raise UsageError(f"{safe_line(str(path))} is there already and is no {form.value} file.", f"Choose a name that ends in {form.suffixes[0]}")
    if not folder:
        raise UsageError(f"There is no folder {safe_line(str(path.parent))}.", "Make it first, or name another place with: --output PATH")
    return path


def _print_on(page: Page) -> str:
    """A word of advice where A4 is too small to read."""
    size = page.print_size / POINT
    if size >= READABLE:
        return ""
    sheet = next((name for name, times in SHEETS if size * times >= READABLE), None)
    return f"\nThere is much on it: print it on {sheet}." if sheet else "\nThere is too much on it to print on one sheet: look at it on a screen and zoom in."
