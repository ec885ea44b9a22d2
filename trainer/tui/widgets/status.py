"""The lines above a call: who is on, how they write, the simulated time; and, in practice mode, the mood meter and its course."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from scenarios.transcript import Opened
from trainer import deskwork
from trainer.settings.current import settings
from trainer.text import safe_line
from trainer.words import METER_CELLS, USUAL_INTENSITY, behaviour, minutes_word, mood_line, sparkline

if TYPE_CHECKING:
    from scenarios.model import Scenario
    from scenarios.transcript import Event, Mood

NARROW = 80
"""Columns taken before it is known how many there are."""

COURSE = 24
"""Turns of anger drawn at most."""


class Status(Vertical):
    """One line, or two with the meter."""

    def __init__(self, scenario: Scenario, *, meter: bool) -> None:
        super().__init__(id="status")
        self._scenario, self._with_meter = scenario, meter
        self._felt: list[Mood] = []
        self._clock = ""

    @property
    def _metered(self) -> bool:
        return self._with_meter and settings().meter

    def compose(self) -> ComposeResult:
        yield Static("", id="line", markup=False)
        meter = Static("", id="mood", markup=False)
        meter.display = self._metered  # its line is kept from the first moment, so that nothing below it moves
        yield meter

    def show_events(self, events: Sequence[Event]) -> None:
        """Bring both lines up to date."""
        now, passed = deskwork.clock(self._scenario, events)
        opened = next((e.intensity.value for e in events if isinstance(e, Opened)), USUAL_INTENSITY)
        rough = "" if opened == USUAL_INTENSITY else f", {opened}"
        self._felt = [mood for _, mood in deskwork.moods(events)]
        self._clock = f"   {now:%a %H:%M}, {f'{minutes_word(passed)} in' if passed else 'just begun'}{rough}"
        self._draw()

    def on_resize(self, event: events.Resize) -> None:
        self._draw(event.size.width)

    def _draw(self, width: int = 0) -> None:
        width = (width or self.size.width or NARROW) - 2
        manner = f"  {behaviour(self._felt[-1])}" if self._felt else ""
        name = safe_line(self._scenario.customer.name, max(8, min(40, width - len(manner) - len(self._clock))))
        self.query_one("#line", Static).update(Content.assemble((name, "bold"), manner, (self._clock, "$text-muted")), layout=False)
        self.query_one("#mood").display = self._metered
        if self._metered and self._felt:
            self._draw_meter(width)

    def _draw_meter(self, width: int) -> None:
        before = self._felt[-2] if len(self._felt) > 1 else None
        line = mood_line(self._felt[-1], before)
        if width < len(line) + 2 + COURSE // 2:  # the course says more than a long bar
            line = mood_line(self._felt[-1], before, cells=METER_CELLS // 2)
        room = min(COURSE, width - len(line) - 2)
        course = sparkline([mood.anger for mood in self._felt[-room:]]) if room > 1 and len(self._felt) > 1 else ""
        self.query_one("#mood", Static).update(Content(f"{line}  {course}"), layout=False)
