"""Radio buttons and ticks whose mark itself changes: Textual's own tell on from off by colour alone. And sets of them that no stray Enter answers."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import Checkbox, RadioButton, RadioSet


class Choice(RadioButton):
    """``●`` chosen, ``○`` not."""

    @property
    def BUTTON_INNER(self) -> str:  # type: ignore[override]  # noqa: N802 - Textual's name for it
        return "●" if self.value else "○"


class Scale(RadioSet):
    """Figures to choose one of. Enter, of which one too many may come from the page before, takes only what the arrow keys went to."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "take", show=False)]
    _went = False

    def action_next_button(self) -> None:
        self._went = self.has_focus  # the set itself goes to its first when it is mounted
        super().action_next_button()

    def action_previous_button(self) -> None:
        self._went = self.has_focus
        super().action_previous_button()

    def action_take(self) -> None:
        """Choose what was gone to."""
        if self._went:
            self.action_toggle_button()


class Tick(Checkbox):
    """``✓`` on, blank off."""

    @property
    def BUTTON_INNER(self) -> str:  # type: ignore[override]  # noqa: N802 - Textual's name for it
        return "✓" if self.value else " "
