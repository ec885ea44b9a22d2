"""The line of keys at the foot of a screen, made anew only when it would say something else.

Textual's own is thrown away and built again whenever the focus moves or a binding is looked at afresh, and styles every key
three times over: on a slow machine that is felt between a key and what it does.
"""

from __future__ import annotations

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.binding import Binding
from textual.widgets import Footer as TextualFooter
from textual.widgets._footer import FooterKey


class Footer(TextualFooter):
    """Shows the keys that can be pressed now."""

    _shown: tuple[tuple[Binding, bool, str], ...] | None = None

    def compose(self) -> ComposeResult:
        if self._bindings_ready:
            self._shown = tuple(self._to_show())
        for widget in super().compose():
            if isinstance(widget, FooterKey) and not widget.has_class("-command-palette"):
                widget.set_reactive(FooterKey.compact, self.compact)  # born compact, it would be styled for that and again for what the footer is
            yield widget

    async def recompose(self) -> None:
        if self.is_attached and self._shown != tuple(self._to_show()):
            await super().recompose()

    def _to_show(self) -> Iterator[tuple[Binding, bool, str]]:
        for key, (_, binding, enabled, tooltip) in self.screen.active_bindings.items():
            if binding.show or key == self.app.COMMAND_PALETTE_BINDING:
                yield binding, enabled, tooltip
