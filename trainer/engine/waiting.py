"""What waiting does: holds with and without a reason, and silence while the rep works at the desk."""

from __future__ import annotations

from scenarios.acts import Act
from scenarios.reading import Reading
from scenarios.transcript import RepActed
from trainer.engine.feelings import Delta, Effect
from trainer.engine.state import State

STEP = 30
"""Seconds in which waiting is counted."""

UNINFORMED, INFORMED = Delta(anger=1.8, patience=-4.0), Delta(anger=1.0, patience=-2.7)
"""What each step of a hold does, before the customer's own patience divides it."""

QUIET = 90
"""Seconds of silence nobody minds."""

REMARKED = 120
"""Seconds of unexplained waiting after which the customer writes before the rep does."""


FORSAKEN = 360
"""Seconds of unannounced desk work after which they do so too: longer than nearly any one action takes."""


def is_explained(acted: RepActed) -> bool:
    """Whether the customer was told how long and why."""
    return bool(acted.args.get("time")) and bool(acted.args.get("reason"))


def wait_effect(state: State, seconds: float, *, explained: bool) -> Effect:
    """What ``seconds`` of waiting do to this customer."""
    each, steps = (INFORMED if explained else UNINFORMED), seconds / STEP / state.persona.patience
    return Effect("WAIT", Delta(anger=each.anger * steps, patience=each.patience * steps))


def wears_thin(state: State) -> bool:
    """Whether the desk work since the last reply has lasted longer than a customer waits in silence who was told nothing of it."""
    return state.silent >= FORSAKEN and not state.expecting and state.agreed is None


def silence_effect(state: State, reading: Reading) -> Effect | None:
    """What the desk work before this reply did: nothing when short; beyond that a hold, with or without its reason.

    Announced work has its reason, so has work towards what was agreed, and so has work that this reply reports.
    """
    if state.silent <= QUIET:
        return None
    reported = reading.has(Act.STATE_ACTION) or any(claim.action and claim.verdict == "true" for claim in reading.claims)
    return wait_effect(state, state.silent - QUIET, explained=state.expecting or state.agreed is not None or reported)
