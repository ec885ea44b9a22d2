"""The trainee's own rating, before any score is shown: looking honestly at oneself is half of the debrief."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.screen import Screen
from textual.widgets import Button, Input, RadioButton, RadioSet, Static

from trainer.tui.widgets.choices import Choice, Scale
from trainer.tui.widgets.footer import Footer

if TYPE_CHECKING:
    from trainer.tui.app import CoolheadApp
    from trainer.tui.live import LiveCall

QUESTIONS = (
    ("calmness", "I stayed calm."),
    ("listening", "They felt heard."),
    ("honesty", "What I said was straight and true."),
    ("resolution", "I got to a solution without detours."),
)
SCALE = "Press a number for each: 1 is not at all, 5 is fully. Tab leaves one out."


class RatingScreen(Screen[None]):
    """Four questions and one sentence. Everything may be left out."""

    CSS_PATH = "rating.tcss"
    AUTO_FOCUS = "#rate-calmness"
    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(str(n), f"mark({n})", show=False) for n in range(1, 6)),
        Binding("ctrl+s", "save", "Save and see the debrief"),
        Binding("escape", "skip", "Skip"),
    ]
    KEYS = (("1 to 5", "answer, and on to the next question"), ("Tab", "next question"), ("ctrl+s", "save and go on"), ("Esc", "skip"))
    app: CoolheadApp

    def __init__(self, live: LiveCall) -> None:
        super().__init__()
        self.live = live

    def compose(self) -> ComposeResult:
        yield Static("Before the debrief: how do you see it?", classes="page-head", markup=False)
        with VerticalScroll(id="rating", can_focus=False):
            yield Static(f"{SCALE}\nOnly for you: it is kept on this computer and changes no score.", classes="muted", markup=False)
            for key, words in QUESTIONS:
                with Horizontal(classes="question"):
                    yield Static(words, classes="question-words", markup=False)
                    with Scale(id=f"rate-{key}", compact=True):
                        for n in range(1, 6):
                            yield Choice(str(n), compact=True)
            yield Static("Where did it turn? One sentence.", classes="turned", markup=False)
            yield Input(placeholder="It turned when …", id="turned", max_length=400, compact=True)
            with Horizontal(classes="buttons"):
                yield Button("Save and go on", id="save", variant="primary", compact=True)
                yield Button("Skip (Esc)", id="skip", compact=True)
        yield Footer()

    def action_mark(self, number: int) -> None:
        """Answer the question that has the focus, and move on."""
        asked = self.focused
        if isinstance(asked, RadioSet):
            asked.query(RadioButton)[number - 1].value = True
            self.focus_next()

    def on_input_submitted(self) -> None:
        self.action_save()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        event.stop()
        if event.button.id == "save":
            self.action_save()
        else:
            self.action_skip()

    def action_save(self) -> None:
        self.app.errand(self._save(), "saving your rating", latest=True)

    async def _save(self) -> None:
        rating: dict[str, object] = {key: chosen + 1 for key, _ in QUESTIONS if (chosen := self.query_one(f"#rate-{key}", RadioSet).pressed_index) >= 0}
        turned = self.query_one("#turned", Input).value.strip()
        if turned:
            rating["turning_point"] = turned
        if rating:
            await self.live.rate(rating)
        await self._on()

    def action_skip(self) -> None:
        self.app.errand(self._on(), "opening the debrief", latest=True)

    async def _on(self) -> None:
        from trainer.tui.screens.debrief import DebriefScreen

        judged = await self.live.judge()
        await self.app.switch_screen(DebriefScreen(self.live, judged))
