"""Words to be read from the back of the room: one voice loud, with as much space as there is, and what belongs to it quiet around it."""

from __future__ import annotations

from math import ceil

from textual import events
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from trainer.room.pages import spaced
from trainer.text import safe_text
from trainer.tui.letters import large
from trainer.tui.widgets.typed import HandsOn

READ = 72
"""Most columns of a line that is read from afar."""


class Loud(HandsOn, VerticalScroll):
    """Quiet, loud, quiet; laid anew whenever its size changes."""

    def __init__(self, *, id: str, focusable: bool = False) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id, can_focus=focusable)
        self._before, self._words, self._after = Content(), "", Content()
        self.beside: Loud | None = None
        """another that is read side by side with this one: both are drawn tall, or neither"""

    tall = True
    """whether tall letters are used where the words fit in them"""

    def compose(self) -> ComposeResult:
        yield Static("", markup=False)

    def show(self, before: Content, words: str, after: Content) -> None:
        """Show these; the words loud."""
        self._before, self._words, self._after = before, words, after
        self._lay_both()
        self.scroll_home(animate=False)

    def set_tall(self, tall: bool) -> None:
        """Tall letters, or plain type."""
        self.tall = tall
        self._lay()

    def on_resize(self, _event: events.Resize) -> None:
        self._lay_both()

    def _lay_both(self) -> None:
        self._lay()
        if self.beside:
            self.beside._lay()

    @property
    def fits(self) -> bool:
        """Whether the words can be drawn in tall letters here."""
        return self._large() is not None

    def _space(self) -> tuple[int, int]:
        """Columns and rows there are for plain words."""
        size = self.scrollable_content_region
        width = min(READ, max(20, size.width - 1))
        return width, size.height - _rows(self._before, width) - _rows(self._after, width) - 3

    def _large(self) -> str | None:
        return large(safe_text(self._words), self.scrollable_content_region.width - 1, self._space()[1])

    def _lay(self) -> None:
        tall = self.tall and (self.beside is None or self.beside.fits)
        loud = (self._large() if tall else None) or spaced(self._words, *self._space())
        text = Content.assemble(self._before, "\n\n" if self._before else "", (loud, "bold"), "\n\n" if self._after else "", self._after)
        self.query_one(Static).update(text)


def _rows(content: Content, width: int) -> int:
    return sum(max(1, ceil(len(line) / width)) for line in content.plain.splitlines())
