"""The hints of a guided call: one at a time, in the author's order, each when its condition first holds."""

from __future__ import annotations

from scenarios.model import Scenario
from trainer.engine.beats import holds
from trainer.engine.state import State


def next_hint(scenario: Scenario, state: State, given: int) -> tuple[str, int]:
    """The hint to show now, or nothing, and how many have been gone through. ``given`` counts those gone through before.

    A hint whose condition does not hold yet keeps the later ones waiting, so that they come in order.
    """
    if state.ended is not None or given >= len(scenario.guide) or not holds(scenario.guide[given].when, state):
        return "", given
    return scenario.guide[given].say, given + 1
