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

    def offer(self, matches: Sequence[Suggestion], chosen: int | None = None) -> None:
        """Show the commands that fit, as many as there is room for, the chosen one among them."""
        if not matches and not self.display:  # nothing to lay out anew at every key
            return
        self.display = bool(matches)
        first = max(0, (chosen or 0) - SHOWN + 1)
        shown = matches[first : first + SHOWN]
        rows = [_row(suggestion, chosen == n) for n, suggestion in enumerate(shown, first)]
        if len(matches) > SHOWN:
            rows.append(Content(f"{len(matches)} in all; go on typing, or choose with Down and Enter"))
        self.update(Content("\n").join(rows))


def _row(suggestion: Suggestion, chosen: bool) -> Content:
    return Content.assemble(("› " if chosen else "  "), (f"{suggestion.command:<18}", "bold reverse" if chosen else "bold"), f" {suggestion.what}")
