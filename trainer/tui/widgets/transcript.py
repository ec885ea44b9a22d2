"""The transcript of a call: one block a turn, who spoke in words, the customer's next turn announced before it shows."""

from __future__ import annotations

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from trainer.text import safe_text

SHOWN = 4000
"""Characters of one turn shown; a longer one was sent whole and is read whole, but nobody scrolls through it."""


class TurnBlock(Static):
    """One turn: a head line with the speaker and the simulated time, then the words."""

    def __init__(self, who: str, head: str, text: str) -> None:
        super().__init__(turn_content(head, text), classes=f"turn -{who}", markup=False)
        self.head, self.text = head, text

    def show(self, words: int | None) -> None:
        """The first of its words, or all of them."""
        self.update(turn_content(self.head, self.text if words is None else " ".join(self.text.split(" ")[:words])))


def turn_content(head: str, text: str, marks: tuple[tuple[int, int], ...] = ()) -> Content:
    """A turn's head and words; the marked stretches of ``text`` stand reversed and in brackets."""
    parts: list[str | tuple[str, str]] = [(head, "bold"), "\n"]
    at = 0
    for start, end in sorted(marks):
        start, end = max(start, at), min(end, len(text))
        if start < end:
            parts += [safe_text(text[at:start]), (f"[{safe_text(text[start:end])}]", "bold reverse")]
            at = end
    rest = text[at:]
    parts.append(safe_text(rest[:SHOWN]))
    if len(rest) > SHOWN:
        parts.append((f"\n… {len(rest) - SHOWN:,} more characters", "italic"))
    return Content.assemble(*parts)


class TranscriptView(VerticalScroll):
    """Scrolls with the talk; scrolled back by hand it stays where it is."""

    last: TurnBlock | None = None
    """the block added last"""

    def on_mount(self) -> None:
        self.anchor()

    def add(self, who: str, head: str, text: str) -> None:
        """Append one turn. ``who`` is ``customer``, ``rep``, ``desk`` or ``note``."""
        self.last = TurnBlock(who, head, text)
        self.mount(self.last, before=self.query("#typing").first() if self.query("#typing") else None)

    def announce(self, name: str) -> None:
        """Show that the customer is typing."""
        if not self.query("#typing"):
            self.mount(Static(f"{name} is typing …", id="typing", markup=False))

    def hush(self) -> None:
        """Take the announcement away."""
        self.query("#typing").remove()
