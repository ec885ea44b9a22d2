"""The transcript of a call: one block a turn, who spoke in words, the customer's next turn announced before it shows.

Of a long call only the last turns are laid out, so that a key stays as quick in the three-hundredth turn as in the first; scrolling
up brings the earlier ones back, a page at a time.
"""

from __future__ import annotations

from collections.abc import Sequence

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from trainer.text import safe_text

SHOWN = 4000
"""Characters of one turn shown; a longer one was sent whole and is read whole, but nobody scrolls through it."""

LEAST, PAGE = 40, 20
"""Turns that are laid out at least, where there are so many; and how many come and go at once."""
_WAITS = 20
"""Refreshes to wait for what was brought in to be laid out."""

Row = tuple[str, str, str]
"""Whose turn it is (``customer``, ``rep``, ``desk`` or ``note``), the line over it, and its words."""


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

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        self._turns: list[Row] = []
        self._blocks: list[TurnBlock] = []
        """what is laid out: the last of the rows"""
        self._bringing = False

    def on_mount(self) -> None:
        self.anchor()

    def add(self, who: str, head: str, text: str) -> None:
        """Append one turn."""
        self.add_all([(who, head, text)])

    def add_all(self, rows: Sequence[Row]) -> None:
        """Append turns; of very many only the last are laid out."""
        if not rows:
            return
        self._turns += rows
        blocks = [TurnBlock(*row) for row in rows[-LEAST:]]
        whole = len(blocks) == len(rows)
        if not whole:
            self._remove(self._blocks)
        self._blocks += blocks
        self.last = blocks[-1]
        typing = self.query("#typing")
        self.mount_all(blocks, before=typing.first() if typing else None)
        if len(self._blocks) >= LEAST + 2 * PAGE and self.at_end:
            self._remove(self._blocks[: len(self._blocks) - LEAST])

    def _remove(self, blocks: Sequence[TurnBlock]) -> None:
        gone = list(blocks)
        self._blocks = [block for block in self._blocks if block not in gone]
        with self.app.batch_update():
            for block in gone:
                block.remove()

    @property
    def at_end(self) -> bool:
        """Whether the end of the talk is what is seen."""
        return self.is_vertical_scroll_end or self.max_scroll_y == 0

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        if new_value < old_value and new_value <= 1:
            self._bring()

    def _bring(self) -> None:
        """Lay out some of what stands before, and stay where one was."""
        first = len(self._turns) - len(self._blocks)
        if self._bringing or first <= 0:
            return
        self._bringing = True
        blocks = [TurnBlock(*row) for row in self._turns[max(0, first - PAGE) : first]]
        before, below, tall = self._blocks[0], self.max_scroll_y - self.scroll_y, self.virtual_size.height
        self._blocks = [*blocks, *self._blocks]

        async def lay_out() -> None:
            with self.app.batch_update():
                await self.mount_all(blocks, before=before)
            self.call_after_refresh(stay)

        def stay(waits: int = _WAITS) -> None:
            if waits and self.virtual_size.height == tall:  # a busy machine has not laid them out yet
                self.call_after_refresh(stay, waits - 1)
                return
            self.scroll_to(y=max(0, self.max_scroll_y - below), animate=False, immediate=True)
            self._bringing = False

        self.run_worker(lay_out())

    def announce(self, name: str) -> None:
        """Show that the customer is typing."""
        if not self.query("#typing"):
            self.mount(Static(f"{name} is typing …", id="typing", markup=False))

    def hush(self) -> None:
        """Take the announcement away."""
        self.query("#typing").remove()
