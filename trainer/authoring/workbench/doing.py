"""What can be done with a scenario file from the author view, in both views: where things go, and what is said of it."""

from __future__ import annotations

from pathlib import Path

from scenarios.problem_pages import code_named, page
from trainer.authoring.beginning import Made
from trainer.authoring.par_lines import told
from trainer.authoring.problem_guide import page_text
from trainer.finding import also_folders
from trainer.records.locations import own_scenarios
from trainer.text import safe_line
from trainer.words import count

READ_ONLY = "This scenario is read only. c makes a copy of your own, which you can change."
PACK_OWN = "Only folders of your own are packed. c makes a copy of this scenario among them."
BROKEN = "It cannot be played as it stands. Mend its faults first; x explains one."


def folder_for_new() -> Path:
    """Where new scenarios go: the folder that was named last, or else the author's own."""
    return next(reversed(also_folders()), own_scenarios())


def written(made: Made) -> str:
    """What to say of a new scenario."""
    par = f" Par was found: {told(made.par)}." if made.par else ""
    return f"Written to {safe_line(str(made.file))}, with {count(made.checks.lines, 'line')} marked CHECK for you to look at.{par} e opens it."


def explained(code: str) -> str:
    """The page of a problem code."""
    known = code_named(code)
    return "\n".join(page_text(page(known))) if known else f"There is no page for {safe_line(code, 40)}."


def graph_command(file: Path) -> tuple[str, ...]:
    """Draws the scenario where one stands."""
    return ("graph", str(file), "--output", str(Path.cwd()))


def pack_command(folder: Path) -> tuple[str, ...]:
    """Packs a folder where one stands."""
    return ("pack", str(folder), "--yes", "--output", str(Path.cwd()))
