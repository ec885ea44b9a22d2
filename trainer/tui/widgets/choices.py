"""Radio buttons and ticks whose mark itself changes: Textual's own tell on from off by colour alone."""

from __future__ import annotations

from textual.widgets import Checkbox, RadioButton


class Choice(RadioButton):
    """``●`` chosen, ``○`` not."""

    @property
    def BUTTON_INNER(self) -> str:  # type: ignore[override]  # noqa: N802 - Textual's name for it
        return "●" if self.value else "○"


class Tick(Checkbox):
    """``✓`` on, blank off."""

    @property
    def BUTTON_INNER(self) -> str:  # type: ignore[override]  # noqa: N802 - Textual's name for it
        return "✓" if self.value else " "
