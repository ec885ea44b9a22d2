"""Options that several commands take, so that each is named and explained in one place."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON for programs instead of words.")]
WithScenario = Annotated[str | None, typer.Option("--scenario", metavar="ID|FILE", help="The scenario it belongs to.")]
Plain = Annotated[bool, typer.Option("--plain", help="Plain lines, for screen readers and pipes.")]
WithRubric = Annotated[Path | None, typer.Option("--rubric", metavar="FILE", help="Judge by this rubric instead of the usual one; see coolhead rubric.")]
