"""Handing the terminal over to another program for a while, and taking it back whatever happened there."""

from __future__ import annotations

from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from trainer.authoring.workbench.editor import edit, editor, no_editor
from trainer.errors import PrerequisiteError

if TYPE_CHECKING:
    from textual.app import App


def edit_here(app: App[None], file: Path, line: int = 0, column: int = 1) -> None:
    """The author's editor in place of the screen, until it is left. Raises PrerequisiteError where there is none."""
    if not editor():
        raise PrerequisiteError(no_editor(file))
    driver = app._driver
    with app.suspend() if driver is not None and driver.can_suspend else nullcontext():
        edit(file, line, column)
    app.refresh()
