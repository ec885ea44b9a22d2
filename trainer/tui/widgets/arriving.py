"""What comes in below what was there, and is to be read next."""

from __future__ import annotations

from textual.widgets import Static


class Arriving(Static):
    """Words that come into sight by themselves, as soon as they have their size: before that there is nowhere to scroll to."""

    def on_resize(self) -> None:
        self.scroll_visible(animate=False, top=True)
