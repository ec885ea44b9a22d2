"""The commands that fit what is being typed, between the talk and the composer."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.widgets import Static

from trainer.tui.widgets.composer import Suggestion

SHOWN = 5
"""Commands shown at once; more would push the talk away."""


class Suggestions(Static):
    """Hidden while nothing fits."""

    def __init__(self) -> None:
        super().__init__("", id="suggestions", markup=False)

    def offer(self, matches: Sequence[Suggestion]) -> None:
        self.display = bool(matches)
        rows = [Content.assemble((f"{s.command:<18}", "bold"), f" {s.what}") for s in matches[:SHOWN]]
        if len(matches) > SHOWN:
            rows.append(Content(f"and {len(matches) - SHOWN} more; go on typing"))
        self.update(Content("\n").join(rows))
