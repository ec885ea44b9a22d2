"""Scripted moments: when a beat's condition first holds, the customer says it, once."""

from __future__ import annotations

from scenarios.model import Beat, Scenario, When
from trainer.engine.state import State


def due(scenario: Scenario, state: State) -> Beat | None:
    """The first beat, in the scenario's order, whose moment has come."""
    for beat in scenario.beats:
        if beat.id not in state.played and not said_already(scenario, state, beat) and state.intensity.admits(beat.intensity) and holds(beat.when, state):
            return beat
    return None


def said_already(scenario: Scenario, state: State, beat: Beat) -> bool:
    """Whether the beat would only bring up, in a concern's own words, what the customer has told by now."""
    concern = scenario.concern(beat.concern) if beat.concern else None
    return concern is not None and concern.id in state.voiced and beat.says in concern.says


def holds(when: When, state: State) -> bool:
    """Whether every condition given is met now."""
    log, mood = {done.do for done in state.done}, state.feelings
    return all(
        (
            when.from_reply is None or state.replies >= when.from_reply,
            when.until_reply is None or state.replies <= when.until_reply,
            when.heard is None or when.heard in state.heard,
            when.unheard is None or when.unheard not in state.heard,
            when.told is None or when.told in state.told,
            when.untold is None or (when.untold not in state.told and when.untold not in state.found),
            when.uncleared is None or when.uncleared not in state.cleared,
            when.done is None or when.done in log,
            when.not_done is None or when.not_done not in log,
            when.offered is None or when.offered in state.offered,
            when.anger_over is None or mood.anger > when.anger_over,
            when.anger_under is None or mood.anger < when.anger_under,
            when.trust_over is None or mood.trust > when.trust_over,
            when.trust_under is None or mood.trust < when.trust_under,
        )
    )
