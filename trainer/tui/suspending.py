"""Handing the terminal over to another program for a while, and taking it back whatever happened there."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from trainer.authoring.workbench.editor import FOR_GOOD, edit, found_here, trouble
from trainer.errors import CoolheadError
from trainer.text import safe_line

if TYPE_CHECKING:
    from textual.app import App


def edit_here(app: App[None], file: Path, line: int = 0, column: int = 1) -> None:
    """The author's editor in place of the screen, until it is left. Raises PrerequisiteError where there is none."""
    driver, failed = app._driver, None
    with app.suspend() if driver is not None and driver.can_suspend else nullcontext():
        try:
            edit(file, line, column)
        except CoolheadError as error:  # told only when the screen is back: raised in there, it would never come back
            failed = error
    app.refresh()
    if failed:
        raise failed


def edit_or_choose(app: App[None], file: Path, line: int = 0, column: int = 1, *, after: Callable[[str], None]) -> None:
    """Open the file; where the editor cannot be opened, let the author choose one of those the machine has, for good. ``after`` is told
    what went wrong, or an empty text."""

    def opened() -> None:
        try:
            edit_here(app, file, line, column)
        except CoolheadError as error:
            after(str(error))
        else:
            after("")

    wrong, here = trouble(), found_here()
    if not wrong:
        opened()
        return
    if not here:
        after(f"{wrong} {FOR_GOOD} Or open the file yourself: {safe_line(str(file))}")
        return

    def chosen(command: str | None) -> None:
        if command is None:
            after(f"{wrong} {FOR_GOOD} The file is {safe_line(str(file))}")
            return
        from trainer.settings.current import change

        try:
            change({"editor": command})
        except CoolheadError as error:  # it holds until Coolhead is closed
            app.notify(str(error))
        opened()

    from trainer.tui.screens.choosing import ChoosingScreen

    app.push_screen(ChoosingScreen(f"{wrong} Which of these shall open your scenarios? It can be changed in the settings.", list(here.items()), ""), chosen)
