"""A turn whose words come one by one, as if typed; whoever does not care to watch sees it whole with any key."""

from __future__ import annotations

from textual.widget import Widget

from trainer.tui.pace import word_seconds
from trainer.tui.widgets.transcript import TurnBlock


class Reveal:
    """Shows a block's words one after another."""

    def __init__(self, on: Widget, block: TurnBlock) -> None:
        self._block, self._words, self._count = block, 1, len(block.text.split(" "))
        every = word_seconds(self._count)
        self._timer = on.set_interval(every, self._next) if every > 0 else None
        if self._timer:
            block.show(1)

    def finish(self) -> None:
        """All of it, now."""
        if self._timer:
            self._timer.stop()
            self._timer = None
            self._block.show(None)

    def _next(self) -> None:
        self._words += 1
        if self._words >= self._count:
            self.finish()
        else:
            self._block.show(self._words)
