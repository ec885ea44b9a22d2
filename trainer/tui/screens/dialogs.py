"""Pause and leave: the two decent ways out of a call that is too much just now."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen, Screen
from textual.widgets import Button, Static

from trainer.tui.widgets.footer import Footer

LEAVE_CALL = "Leave this call?"
LEAVE_WORDS = (
    "Leaving is a valid choice, and nothing is held against you. The call ends here and you still get a debrief. "
    "To come back later instead, close Coolhead with ctrl+q: the call is kept."
)


class PauseScreen(Screen[None]):
    """Hides the call until the trainee is ready. Time in the call stands still anyway."""

    CSS_PATH = "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter,escape,f4,space", "dismiss", "Go on")]

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Static("Paused", classes="dialog-head", markup=False)
            yield Static("The customer does not notice. Nothing is counted while you are here. Take the time you need.", markup=False)
            yield Static("Enter: go on", classes="dialog-keys", markup=False)
        yield Footer()


class LeaveScreen(ModalScreen[bool]):
    """Asks once before a call is left for good; with words of its own, before something else is."""

    CSS_PATH = "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("y", "leave", "Leave"), Binding("n,escape", "stay", "Stay")]

    def __init__(self, head: str = LEAVE_CALL, words: str = LEAVE_WORDS, *, leave: str = "Leave") -> None:
        super().__init__()
        self._head, self._words, self._leave = head, words, leave

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Static(self._head, classes="dialog-head", markup=False)
            yield Static(self._words, markup=False)
            with Horizontal(classes="dialog-buttons"):
                yield Button(f"{self._leave} (y)", id="leave", variant="primary")
                yield Button("Stay (n)", id="stay")

    def on_mount(self) -> None:
        self.query_one("#stay").focus()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        event.stop()
        self.dismiss(event.button.id == "leave")

    def action_leave(self) -> None:
        self.dismiss(True)

    def action_stay(self) -> None:
        self.dismiss(False)
