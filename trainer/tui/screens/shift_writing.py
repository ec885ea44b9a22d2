"""Something written in a shift outside a call: the answer to a message, or the note to the team. Enter sends it once."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Footer, Static

from trainer.tui.widgets.composer import Composer


class WritingScreen(Screen[str | None]):
    """What it is about above, the composer at the foot."""

    CSS_PATH = "shift.tcss"
    AUTO_FOCUS = "#composer"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "Back, nothing is sent")]
    KEYS = (("Enter", "send it; it is read once"), ("ctrl+j", "new line"), ("Esc", "back; nothing is sent, and what you typed is gone"))

    def __init__(self, heading: str, about: Content, ask: str) -> None:
        super().__init__()
        self.title = heading
        self._about, self._ask = about, ask

    def compose(self) -> ComposeResult:
        yield Static(self.title or "", classes="page-head", markup=False)
        with VerticalScroll(id="page", can_focus=False):
            yield Static(self._about, id="page-body", markup=False)
        yield Static(f"{self._ask} Enter sends it.", id="ask", markup=False)
        composer = Composer(id="composer")
        composer.placeholder = "Type here"
        yield composer
        yield Footer()

    def on_composer_sent(self, event: Composer.Sent) -> None:
        if event.text.strip():
            self.dismiss(event.text)
