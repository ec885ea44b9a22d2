"""Whether a first reply that hears nobody settles the call, and the bar that would keep it from that."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping

from scenarios.model import Scenario
from trainer.authoring.trials import SETTLED
from trainer.players.playing import play
from trainer.players.tester import opener

OPENINGS = 20
"""Calls the first reply is tried in."""
_BARS = range(50, 81)
"""In hundredths, how good an offer must look; all that a scenario may ask for."""


def met_at_once(scenario: Scenario) -> int:
    """Of ``OPENINGS`` calls, those the first reply settles with nobody heard, where it is more than half of them; or 0."""
    settled = 0
    for played in range(OPENINGS):
        if (settled + OPENINGS - played) * 2 <= OPENINGS:
            return 0  # whatever the others come to
        settled += play(scenario, opener, played).ended.ending in SETTLED
    return settled if settled * 2 > OPENINGS else 0


def least_bar(scenario: Scenario) -> float | None:
    """The lowest bar at which the first reply settles no more than half of the calls; None where no bar does it."""
    place = bisect_left(_BARS, True, key=lambda bar: not met_at_once(changed(scenario, persona={"bar": bar / 100})))
    return _BARS[place] / 100 if place < len(_BARS) else None


def changed(scenario: Scenario, *, temper: Mapping[str, float] | None = None, persona: Mapping[str, float] | None = None) -> Scenario:
    """The scenario with another customer: reading the file again for each try would take most of the time."""
    customer = scenario.customer
    update = {"temper": customer.temper.model_copy(update=dict(temper or {})), "persona": customer.persona.model_copy(update=dict(persona or {}))}
    return scenario.model_copy(update={"customer": customer.model_copy(update=update)})
