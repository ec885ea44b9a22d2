"""What keeps a customer from taking what a group puts to them, in plain words: a mix-up that stands, what was not heard, what was not put or done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scenarios.model import Scenario
from scenarios.names import short_name
from scenarios.transcript import Event
from trainer.engine.acceptance import TOO_ANGRY
from trainer.engine.ledgers import delivered
from trainer.engine.state import State
from trainer.errors import CoolheadError
from trainer.room.kept import Room
from trainer.text import safe_line


def in_the_way(room: Room, events: Sequence[Event]) -> tuple[str, ...]:
    """What stands in the way of a settlement after these events, a sentence each; none where it is settled, or this engine would have played the call otherwise."""
    try:
        return tuple(_told(room.scenario, room.call(tuple(events)).state))
    except (CoolheadError, ValueError):
        return ()


def _told(scenario: Scenario, state: State) -> Iterator[str]:
    """While the call goes on, only of what the customer has said; what they keep back is for the group to find."""
    name = short_name(safe_line(scenario.customer.name) or "The customer")
    if state.agreed:
        if not delivered(scenario, state.done, state.agreed):
            yield f"It is agreed, and not all of it is done yet: {_what(scenario, state.agreed)}."
        return
    for mix_up in scenario.misunderstandings:
        if mix_up.id not in state.cleared and (state.ended or mix_up.id in state.voiced):
            kept = " or ".join(_what(scenario, one) for one in mix_up.blocks if one in scenario.outcomes)
            yield f"{name} still thinks: {_bare(mix_up.thinks)}. Until that is cleared up, {name} takes {f'no offer of this: {kept}' if kept else 'nothing'}. So it is: {_bare(mix_up.so)}."
    for concern in scenario.concerns:
        if concern.id in state.voiced and concern.id not in state.heard:
            yield f"Not taken up yet: {_bare(concern.what)}. What is not heard makes every offer look smaller."
    if state.feelings.anger >= TOO_ANGRY:
        yield f"{name} is too angry now to take anything."
    if not any(one in state.offered for one in scenario.acceptable):
        yield "Nothing that would settle it was put as a whole yet: say what you will do, all of it together."


def _what(scenario: Scenario, outcome: str) -> str:
    return _bare(scenario.outcomes[outcome].what or outcome.replace("-", " "))


def _bare(text: str) -> str:
    return safe_line(text, 200).rstrip(" .")
