"""A trainer's overrule from the debrief of a kept call: which score, to what, why, and who. Reached by the palette alone."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult, SystemCommand
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Button, Input, RadioSet, Static

from trainer.errors import CoolheadError
from trainer.overrules import LONGEST_NAME, LONGEST_REASON, overruled_words, standing
from trainer.text import safe_line, safe_text
from trainer.tui.widgets.choices import Choice
from trainer.tui.widgets.footer import Footer

if TYPE_CHECKING:
    from scoring.scores import Dimension
    from trainer.tui.app import CoolheadApp
    from trainer.tui.backstage import Judged
    from trainer.tui.live import LiveCall
    from trainer.tui.screens.debrief import DebriefScreen


def overruled(judged: Judged, dimension: Dimension) -> list[Content | str | tuple[str, str]]:
    """What a trainer made of a score, to stand below it."""
    return [(f"      {words}\n", "") for words in overruled_words(judged.overrules, dimension, judged.card)]


def overrule_commands(debrief: DebriefScreen) -> Iterable[SystemCommand]:
    """For the palette of a debrief; nothing where the call is not kept, for there is nothing to keep it with."""
    if debrief.live.attempt:
        yield SystemCommand(
            "Overrule a score", "For the trainer: set a score otherwise, with your name and reason", lambda: debrief.app.push_screen(OverruleScreen(debrief))
        )


FIELDS = (("to", "Set it to, 0 to 100", 5), ("reason", "Why? The trainee reads it", LONGEST_REASON), ("by", "Your name", LONGEST_NAME))


class OverruleScreen(Screen[None]):
    """One short form. The measured score is shown, and never changed."""

    CSS_PATH = "overrule.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+s", "save", "Keep it"), Binding("escape", "dismiss", "Back")]
    KEYS = (("arrows, Space", "choose the score"), ("Tab", "next field"), ("ctrl+s", "keep it"), ("Esc", "back; nothing is kept"))
    app: CoolheadApp

    def __init__(self, debrief: DebriefScreen) -> None:
        super().__init__()
        self._debrief = debrief
        self._judged: Judged = debrief.judged
        self._live: LiveCall = debrief.live
        self._dimensions = list(self._judged.titles)

    def compose(self) -> ComposeResult:
        yield Static("Overrule a score", classes="page-head", markup=False)
        with VerticalScroll(id="overrule", can_focus=False):
            yield Static(
                "For the trainer. The measured score stays as it is, and both are shown, with your name, the day and your reason.",
                classes="muted",
                markup=False,
            )
            with RadioSet(id="dimension", compact=True):
                for dimension in self._dimensions:
                    yield Choice(Content(self._label(dimension)), compact=True)
            for id_, asked, longest in FIELDS:
                with Horizontal(classes="field"):
                    yield Static(asked, classes="asked", markup=False)
                    yield Input(id=id_, max_length=longest, compact=True)
            yield Static("", id="wrong", markup=False)
            with Horizontal(classes="buttons"):
                yield Button("Keep it (ctrl+s)", id="save", variant="primary", compact=True)
                yield Button("Let the measured one count again", id="withdraw", compact=True)
                yield Button("Back (Esc)", id="back", compact=True)
        yield Footer()

    def on_mount(self) -> None:
        self.query_one("#withdraw").display = any(standing(self._judged.overrules, dimension) for dimension in self._dimensions)
        self.query_one("#dimension").focus()

    def _label(self, dimension: Dimension) -> str:
        value = self._judged.card.scores[dimension].value
        stands = standing(self._judged.overrules, dimension)
        now = f", set to {stands.to:g}" if stands else ""
        return f"{safe_line(self._judged.titles[dimension])}, {'not scored' if value is None else f'{value:.0f}'}{now}"

    def on_button_pressed(self, event: Button.Pressed) -> None:
        event.stop()
        if event.button.id == "back":
            self.dismiss()
        else:
            self._keep(withdraw=event.button.id == "withdraw")

    def on_input_submitted(self) -> None:
        self.focus_next()

    def action_save(self) -> None:
        self._keep(withdraw=False)

    def _keep(self, *, withdraw: bool) -> None:
        chosen = self.query_one("#dimension", RadioSet).pressed_index
        to = self._number()
        if chosen < 0:
            self._wrong("Choose the score.")
        elif to is None and not withdraw:
            self._wrong("Set it to a number from 0 to 100.")
        else:
            self.app.errand(self._save(self._dimensions[chosen], None if withdraw else to), "keeping an overrule", latest=True)

    async def _save(self, dimension: Dimension, to: float | None) -> None:
        reason, by = self.query_one("#reason", Input).value, self.query_one("#by", Input).value
        try:
            judged = await self._live.overrule(dimension, to, reason, by)
        except CoolheadError as error:
            self._wrong(error.sentence)
            return
        self.dismiss()
        self._debrief.show_overruled(judged)

    def _number(self) -> float | None:
        try:
            return float(self.query_one("#to", Input).value)
        except ValueError:
            return None

    def _wrong(self, words: str) -> None:
        self.query_one("#wrong", Static).update(Content(safe_text(words)))
