"""The coach's line between the talk and the composer: hidden until there is something to say about a draft."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static

from trainer.text import safe_line

LONGEST = 400
"""Characters of a hint that are shown; it quotes what the trainee wrote."""


class CoachLine(Static):
    """One quiet sentence."""

    def __init__(self) -> None:
        super().__init__("", id="coach", markup=False)

    def whisper(self, says: str) -> None:
        """Say it, and how to go on."""
        self.update(Content.assemble(("Coach: ", "bold"), safe_line(says, LONGEST), ("  Enter sends it as it is.", "$text-muted")))
        self.display = True

    def hush(self) -> None:
        self.display = False
