"""Options that several commands take, so that each is named and explained in one place."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON for programs instead of words.")]
WithScenario = Annotated[str | None, typer.Option("--scenario", metavar="ID|FILE", help="The scenario it belongs to.")]
Plain = Annotated[bool, typer.Option("--plain", help="Plain lines, for screen readers and pipes.")]
WithRubric = Annotated[Path | None, typer.Option("--rubric", metavar="FILE", help="Judge by this rubric instead of the usual one; see coolhead rubric.")]
Trade = Annotated[str, typer.Option("--trade", help="What the business does, in two or three words; else it is guessed or asked.", show_default=False)]
Replace = Annotated[bool, typer.Option("--replace", help="Write in the place of a file that is there, which is kept beside it, named .old")]
FindParFor = Annotated[list[str], typer.Argument(metavar="ID|FILE|FOLDER", help="Scenarios to find it for.")]
WritePar = Annotated[bool, typer.Option("--write", help="Write the par that was found into each file.")]
