"""The lines above a call: who is on, how they write, the simulated time; and, in practice mode, the mood meter."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from trainer import deskwork
from trainer.settings.current import settings
from trainer.text import safe_line
from trainer.words import behaviour, minutes_word, mood_line

if TYPE_CHECKING:
    from scenarios.model import Scenario
    from scenarios.transcript import Event


class Status(Vertical):
    """One line, or two with the meter."""

    def __init__(self, scenario: Scenario, *, meter: bool) -> None:
        super().__init__(id="status")
        self._scenario, self._with_meter = scenario, meter

    def compose(self) -> ComposeResult:
        yield Static("", id="line", markup=False)
        yield Static("", id="mood", markup=False)

    def show_events(self, events: Sequence[Event]) -> None:
        """Bring both lines up to date."""
        now, passed = deskwork.clock(self._scenario, events)
        felt = [mood for _, mood in deskwork.moods(events)]
        manner = f"  {behaviour(felt[-1])}" if felt else ""
        name = safe_line(self._scenario.customer.name, 40)
        since = f"{minutes_word(passed)} in" if passed else "just begun"
        self.query_one("#line", Static).update(Content.assemble((name, "bold"), manner, (f"   {now:%a %H:%M}, {since}", "$text-muted")))
        meter = self.query_one("#mood", Static)
        meter.display = self._with_meter and settings().meter and bool(felt)
        if meter.display:
            meter.update(Content(mood_line(felt[-1], felt[-2] if len(felt) > 1 else None)))
