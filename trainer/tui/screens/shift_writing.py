"""Something written in a shift outside a call: the answer to a message, or the note to the team. Enter sends it once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from trainer.tui.widgets.composer import Composer
from trainer.tui.widgets.footer import Footer


@dataclass(frozen=True)
class Written:
    """What was typed, and whether it was sent or only put aside."""

    text: str
    sent: bool


class WritingScreen(Screen[Written]):
    """What it is about above, the composer at the foot."""

    CSS_PATH = "shift.tcss"
    AUTO_FOCUS = "#composer"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "aside", "Back")]
    KEYS = (("Enter", "send it; it is read once"), ("ctrl+j", "new line"), ("Esc", "back; nothing is sent, and what you typed waits here"))

    def __init__(self, heading: str, about: Content, ask: str, *, draft: str = "", may_be_empty: bool = False) -> None:
        """``may_be_empty`` where Enter alone goes on with nothing written."""
        super().__init__()
        self._may_be_empty = may_be_empty
        self.title = heading
        self._about, self._ask, self._draft = about, ask, draft

    def compose(self) -> ComposeResult:
        yield Static(self.title or "", classes="page-head", markup=False)
        with VerticalScroll(id="page", can_focus=False):
            yield Static(self._about, id="page-body", markup=False)
        yield Static(f"{self._ask} Enter sends it{'; Enter alone: no note' if self._may_be_empty else ''}.", id="ask", markup=False)
        composer = Composer(id="composer")
        composer.placeholder = "Type here"
        yield composer
        yield Footer()

    def on_mount(self) -> None:
        self.query_one("#composer", Composer).put(self._draft)

    def on_composer_sent(self, event: Composer.Sent) -> None:
        if event.text.strip() or self._may_be_empty:
            self.dismiss(Written(event.text, sent=True))

    def action_aside(self) -> None:
        self.dismiss(Written(self.query_one("#composer", Composer).text, sent=False))
