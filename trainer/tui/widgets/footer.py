"""The line of keys at the foot of a screen, made anew only when it would say something else.

Textual's own is thrown away and built again whenever the focus moves or a binding is looked at afresh, and styles every key
three times over: on a slow machine that is felt between a key and what it does.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from textual.app import ComposeResult
from textual.screen import Screen
from textual.widgets import Footer as TextualFooter
from textual.widgets._footer import FooterKey


class Footer(TextualFooter):
    """Shows the keys that can be pressed now."""

    _shown: tuple[tuple[object, ...], ...] | None = None

    def compose(self) -> ComposeResult:
        for widget in super().compose():
            if isinstance(widget, FooterKey) and not widget.has_class("-command-palette"):
                widget.set_reactive(FooterKey.compact, self.compact)  # born compact, it would be styled for that and again for what the footer is
            yield widget

    def bindings_changed(self, screen: Screen[Any]) -> None:
        if not self.is_attached or screen is not self.screen or not screen.app.app_focus:
            super().bindings_changed(screen)
            return
        shown = tuple(self._to_show(screen))
        if shown != self._shown:
            self._shown = shown
            super().bindings_changed(screen)

    def _to_show(self, screen: Screen[Any]) -> Iterator[tuple[object, ...]]:
        palette = self.app.COMMAND_PALETTE_BINDING
        for key, (_, binding, enabled, tooltip) in screen.active_bindings.items():
            if binding.show or key == palette:
                yield binding, enabled, tooltip
