"""The doorstep of the very first call: who is on the line and what is scored, in three lines. Enter, and the customer speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widgets import Button, Static

from trainer.home import first_words
from trainer.text import safe_line
from trainer.tui.screens.briefing import pick_up
from trainer.tui.widgets.footer import Footer

if TYPE_CHECKING:
    from scenarios.model import Scenario
    from trainer.tui.app import CoolheadApp


class FirstCallScreen(Screen[None]):
    """A call in practice mode, without the dials of a briefing."""

    CSS_PATH = "first_call.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "pick_up", "Pick up"),
        Binding("b", "briefing", "The whole briefing"),
        Binding("escape,q", "back", "Back"),
    ]
    KEYS = (("Enter", "pick up the call"), ("b", "the whole briefing first, with its dials"))
    app: CoolheadApp

    def __init__(self, scenario: Scenario, scored: tuple[str, ...], *, seed: int) -> None:
        super().__init__()
        self._scenario, self._scored, self._seed = scenario, scored, seed
        self._picking = False

    def compose(self) -> ComposeResult:
        here = self._scenario
        with VerticalScroll(id="step", can_focus=False):
            yield Static("Your first call", id="masthead", markup=False)
            yield Static(
                f"{safe_line(here.customer.name)} is on the line. You answer for {safe_line(here.business or f'a {here.trade}')}.", id="who", markup=False
            )
            yield from (Static(line, classes="rule", markup=False) for line in first_words(self._scored))
            yield Button("Pick up (Enter)", id="pick-up", variant="primary", compact=True)
        yield Footer()

    def on_mount(self) -> None:
        self.query_one("#pick-up").focus()
        self.app.errand(self._warm(), "loading the reader")

    async def _warm(self) -> None:
        await self.app.fetch(lambda b: b.warm(self._scenario))

    def on_button_pressed(self, event: Button.Pressed) -> None:
        event.stop()
        self.action_pick_up()

    def action_pick_up(self) -> None:
        if not self._picking:
            self._picking = True
            self.app.errand(self._pick_up(), "picking up the call")

    async def _pick_up(self) -> None:
        try:
            await pick_up(self.app, self._scenario, seed=self._seed, intensity=self.app.intensity, practice=True)
        finally:
            self._picking = False

    def action_briefing(self) -> None:
        self.app.errand(self._brief(), "opening a scenario", latest=True)

    async def _brief(self) -> None:
        self.app.home()
        await self.app.brief(self._scenario.scenario)

    def action_back(self) -> None:
        self.app.home()
