"""Options that several commands share, so that they are worded once."""

from __future__ import annotations

from typing import Annotated

import typer

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON for programs instead of words.")]
WithScenario = Annotated[str | None, typer.Option("--scenario", metavar="ID|FILE", help="The scenario it belongs to.")]
Plain = Annotated[bool, typer.Option("--plain", help="Plain lines, for screen readers and pipes.")]
