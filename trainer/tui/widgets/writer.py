"""Where the driver writes a proposal: a composer that is there only while one is being written, with the desk's actions on offer."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Static

from trainer.tui.widgets.composer import Composer, Suggestion
from trainer.tui.widgets.suggestions import Suggestions

HINT = "Enter keeps it · ctrl+j new line · /action // words does both · Esc: a draft"


class Writer(Vertical):
    """Writes one card at a time. Enter hands it on; whoever takes it closes the writer."""

    class Written(Message):
        """These are the words of this card now."""

        def __init__(self, slot: int, text: str) -> None:
            super().__init__()
            self.slot, self.text = slot, text

    slot: int | None = None
    """the card being written; None while none is"""

    def compose(self) -> ComposeResult:
        yield Suggestions()
        yield Composer(id="composer")
        yield Static(HINT, id="hint", markup=False)

    def on_mount(self) -> None:
        self.display = False

    def open(self, slot: int, text: str, commands: Sequence[Suggestion], *, later: bool = False) -> None:
        """Begin, or go on with, a card; ``later`` where it is for the next moment."""
        self.slot, self.display = slot, True
        composer = self.query_one(Composer)
        composer.placeholder = f"Proposal {slot}{' of the next moment' if later else ''}. A line that begins with / is an action at the desk"
        composer.commands = commands
        composer.put(text)
        self.screen.set_focus(composer)  # at once: the next key is meant for it

    @property
    def text(self) -> str:
        """What is written so far."""
        return self.query_one(Composer).text

    def type(self, event: events.Event) -> None:
        """A letter or a paste that came while the focus stood elsewhere."""
        self.query_one(Composer)._forward_event(event)

    def take_back(self, text: str) -> None:
        """The words could not be kept: they wait to be mended."""
        self.query_one(Composer).take_back(text)

    def close(self) -> None:
        """Nothing is written any more."""
        self.slot, self.display = None, False
        self.query_one(Composer).put("")

    def on_composer_sent(self, event: Composer.Sent) -> None:
        event.stop()
        if self.slot:
            self.post_message(self.Written(self.slot, event.text))

    def on_composer_suggesting(self, event: Composer.Suggesting) -> None:
        event.stop()
        self.query_one(Suggestions).offer(event.matches, event.chosen)
