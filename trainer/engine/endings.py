"""How a call ends: what came due afterwards, what the ending was worth, and the customer's own verdict."""

from __future__ import annotations

from datetime import timedelta

from scenarios.model import Scenario
from scenarios.moves import Ending
from scenarios.reminders import comes_due
from scenarios.transcript import Discovery, Ended
from trainer.engine.discovery import broken, of_pending
from trainer.engine.feelings import Delta, Feelings
from trainer.engine.labels import LIE_FOUND
from trainer.engine.ledgers import delivered, got
from trainer.engine.state import State, Undertaking

COMES_BACK = 0.5
"""What is left of an outcome's worth when the trouble will come back."""

TOO_HOT_TO_DRIFT = 75.0
"""Anger from which a customer left without an answer breaks off instead of drifting away."""

HANDED_OVER = 0.2
"""What handing an angry customer to the supervisor they asked for is worth."""


def ending(scenario: Scenario, state: State, how: Ending) -> Ended:
    """The last event of a call: ``state`` is the call as it stood when it stopped."""
    after = () if how is Ending.LEFT else aftermath(scenario, state)
    worth = worth_of(scenario, state, how, after)
    later = fallen(state.feelings, after)
    return Ended(
        turn=state.turn,
        ending=how,
        outcome=got(scenario, state) if how in (Ending.ACCEPTED, Ending.PARTLY, Ending.UNFINISHED) else None,
        worth=round(worth, 3),
        mood=state.feelings.mood,
        verdict=round(verdict(worth, later, max(state.peak, later.anger)), 1),
        aftermath=after,
    )


def leaving(scenario: Scenario, state: State) -> Ending:
    """How it counts when the rep leaves: settled if it was settled, unfinished if it was only agreed."""
    settled = got(scenario, state)
    if settled is None:
        return Ending.LEFT
    if not delivered(scenario, state.done, settled):
        return Ending.UNFINISHED
    return Ending.ACCEPTED if scenario.outcomes[settled].worth >= scenario.best_worth else Ending.PARTLY


def deserted(scenario: Scenario, state: State) -> Ending:
    """How it counts when the rep falls silent: as leaving does, but an unanswered customer has refused, or hung up if hot."""
    how = leaving(scenario, state)
    if how is not Ending.LEFT:
        return how
    return Ending.HUNG_UP if state.feelings.anger >= TOO_HOT_TO_DRIFT else Ending.REFUSED


def aftermath(scenario: Scenario, state: State) -> tuple[Discovery, ...]:
    """What the customer finds out once the call is over: lies not found yet, promises not kept and promises kept."""
    log = {done.do: done.turn for done in state.done}
    open_ones = [p for p in state.pending if not (p.source == "action" and log.get(p.ref, -1) > p.turn)]
    found = [of_pending(scenario, p).what for p in open_ones]
    named = {discovery.ref for discovery in found} | state.found
    for promise in state.undertakings:
        gives = scenario.desk.actions[promise.action].gives
        overtaken = gives in scenario.outcomes and state.agreed is not None and gives not in (state.agreed, got(scenario, state))
        if promise.action in log:
            if still_to_come(scenario, state, promise):
                continue
            found.append(Discovery(kind="kept", ref=promise.action, turn=promise.turn, how=f"“{promise.words}”: it was done as promised."))
        elif not overtaken and promise.action not in named:
            found.append(broken(scenario, promise))
    return tuple(found)


def still_to_come(scenario: Scenario, state: State, promise: Undertaking) -> bool:
    """Whether the log only holds a note of it, for an hour after the call."""
    due = scenario.now + timedelta(seconds=promise.due_seconds) if promise.due_seconds is not None else None
    return comes_due(scenario, promise.action, due=due, at=scenario.now + timedelta(seconds=state.seconds)) is not None


def worth_of(scenario: Scenario, state: State, how: Ending, after: tuple[Discovery, ...]) -> float:
    """What the ending is worth to this customer, 0-1."""
    if how is Ending.SUPERVISOR:
        return HANDED_OVER if state.demanded is not None else 0.0
    settled = got(scenario, state)
    if settled is None or how not in (Ending.ACCEPTED, Ending.PARTLY, Ending.UNFINISHED):
        return 0.0
    worth = scenario.outcomes[settled].worth
    if how is Ending.UNFINISHED:
        return 0.0 if any(d.kind in ("lie", "broken") for d in after) else worth * COMES_BACK
    return worth * COMES_BACK if any(d.kind in ("lie", "broken") for d in after) else worth


def fallen(feelings: Feelings, after: tuple[Discovery, ...]) -> Feelings:
    """The feelings once everything has come out: the first blow in full, each further one half as hard again."""
    share = 1.0
    for discovery in after:
        if discovery.kind in ("lie", "broken"):
            feelings = feelings.shifted(Delta(*(value * share for value in LIE_FOUND)))
            share /= 2
    return feelings


def verdict(worth: float, feelings: Feelings, peak: float) -> float:
    """The customer's verdict, 0-100: 45 for the outcome, 30 for being heard and trust, 15 for effort, 10 for hope, less for the anger."""
    sides = 45 * worth + 30 * (feelings.heard + feelings.trust) / 200 + 15 * feelings.patience / 100 + 10 * feelings.hope / 100
    return min(100.0, max(0.0, sides - 0.15 * max(0.0, (peak + feelings.anger) / 2 - 50)))
