"""Choosing what words the customer's lines: as they are written, a model in a folder, or a server."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Button, Input, RadioSet, Static

from trainer.text import safe_text
from trainer.tui.widgets.choices import Choice

if TYPE_CHECKING:
    from trainer.tui.app import CoolheadApp
    from trainer.voices.choice import VoiceChoice

ABOUT = (
    "What the customer means, their mood and your scores are decided before any model is asked. A model only words it, and where its line is late "
    "or does not fit, the written one is shown."
)
VOICES = (("script", "The written lines"), ("model", "A model in a folder"), ("http", "A server on this computer"))
PLACES = {"model": "Folder of the model, such as ~/models/NAME", "http": "Address, such as http://127.0.0.1:8080"}


class VoiceScreen(ModalScreen[None]):
    """Three voices, and where the chosen one is to be found."""

    CSS_PATH = "dialogs.tcss"
    AUTO_FOCUS = "#voices"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss", "Back")]
    app: CoolheadApp

    def __init__(self, choice: VoiceChoice, standing: str) -> None:
        super().__init__()
        self._choice, self._standing = choice, standing

    def compose(self) -> ComposeResult:
        with VerticalScroll(classes="dialog", can_focus=False):
            yield Static("The customer's voice", classes="dialog-head", markup=False)
            yield Static(ABOUT, markup=False)
            with RadioSet(id="voices", compact=True):
                for name, words in VOICES:
                    yield Choice(words, value=self._choice.voice == name, id=f"voice-{name}", compact=True)
            yield Input(id="place", max_length=1000, compact=True)
            yield Static(safe_text(self._standing), id="standing", classes="dialog-keys", markup=False)
            with Horizontal(classes="dialog-buttons"):
                yield Button("Use it", id="use", variant="primary", compact=True)
                yield Button("Back (Esc)", id="back", compact=True)

    def on_mount(self) -> None:
        self._ask_place(self._choice.voice)

    def on_radio_set_changed(self) -> None:
        self._ask_place(self._named)

    @property
    def _named(self) -> str:
        pressed = self.query_one("#voices", RadioSet).pressed_button
        return (pressed.id or "").removeprefix("voice-") if pressed else self._choice.voice

    def _ask_place(self, name: str) -> None:
        place = self.query_one("#place", Input)
        place.display = name != "script"
        place.placeholder = PLACES.get(name, "")
        place.value = {"model": self._choice.model if self._choice.voice == "model" else "", "http": self._choice.url}.get(name, "")

    def on_input_submitted(self) -> None:
        self._use()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        event.stop()
        if event.button.id == "use":
            self._use()
        else:
            self.dismiss()

    def _use(self) -> None:
        self.app.errand(self._take(), "choosing a voice", latest=True)

    async def _take(self) -> None:
        from trainer.errors import CoolheadError
        from trainer.voices.choice import Asked, chosen

        name, place = self._named, self.query_one("#place", Input).value.strip()
        told = self.query_one("#standing", Static)
        asked = Asked(voice=name, model=place if name == "model" else None, url=place if name == "http" else None)
        try:
            standing = await self.app.fetch(lambda backstage: backstage.choose_voice(chosen(asked)))
        except CoolheadError as error:
            told.update(safe_text(str(error)))
            return
        self.dismiss()
        self.app.notify(standing, title="The customer's voice", markup=False)
