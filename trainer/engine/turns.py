"""The customer's own turn: what making a move does to the call, and the event that records it."""

from __future__ import annotations

from scenarios.model import Scenario
from scenarios.moves import Move, Reaction
from scenarios.transcript import CustomerMoved, Discovery, Event
from trainer.engine import acceptance
from trainer.engine.appraisal import reasons
from trainer.engine.endings import ending
from trainer.engine.feelings import Delta, Effect
from trainer.engine.policy import BOILING
from trainer.engine.scene import Choice
from trainer.engine.state import State, counted

MOVES_KEPT = 4
"""How many of the customer's moves are remembered, so as not to repeat them."""


def finish(
    scenario: Scenario, state: State, choice: Choice, reaction: Reaction | None, slots: dict[str, str], found: tuple[Discovery, ...]
) -> tuple[State, list[Event]]:
    """The customer's turn, and the end of the call where the choice ends it."""
    state, moved = customer_turn(scenario, state, choice, reaction, slots, found)
    if choice.ends is None:
        return state, [moved]
    return state._replace(ended=choice.ends), [moved, ending(scenario, state, choice.ends)]


def customer_turn(
    scenario: Scenario,
    state: State,
    choice: Choice,
    reaction: Reaction | None = None,
    slots: dict[str, str] | None = None,
    found: tuple[Discovery, ...] = (),
) -> tuple[State, CustomerMoved]:
    """The customer makes the move: the state after it, and the event that says so."""
    turn = state.turn + 1
    state, why = after_choice(scenario, state, choice, turn)
    question = scenario.question(choice.question) if choice.question else None
    words = {**(slots or {}), **choice.slots, **({"question": question.ask} if question else {})}
    moved = CustomerMoved(
        turn=turn,
        move=choice.move,
        mood=state.feelings.mood,
        about=choice.about,
        question=choice.question,
        says=choice.says,
        reaction=reaction,
        slots=words,
        answers=choice.answers,
        provocation=choice.move is Move.PROVOKE,
        found_out=found,
        why=why,
    )
    return state, moved


def after_choice(scenario: Scenario, state: State, choice: Choice, turn: int) -> tuple[State, tuple[str, ...]]:
    """The state once the customer has made this move, and the reasons for their mood."""
    feelings, beat = state.feelings, next((b for b in scenario.beats if b.id == choice.beat), None) if choice.beat else None
    felt: list[Effect] = []
    if choice.takes:
        felt.append(Effect("AGREED", Delta(anger=acceptance.RELIEF.anger * state.persona.forgiveness)))
    if beat:
        felt.append(Effect("MOMENT", Delta(anger=beat.anger, trust=beat.trust)))
    for effect in felt:
        feelings = feelings.shifted(effect.by)
    marks = [*choice.marks]
    voiced = state.voiced
    if choice.about and (scenario.concern(choice.about) or any(m.id == choice.about for m in scenario.misunderstandings)):
        voiced = voiced if choice.about in voiced else (*voiced, choice.about)
        marks.append(f"voiced {choice.about}")
    if choice.question:
        marks.append(f"asked {choice.question}")
    after = state._replace(
        turn=turn,
        feelings=feelings,
        notes=(),
        held=0,
        peak=max(state.peak, feelings.anger),
        tally=counted(state.tally, *marks) if marks else state.tally,
        voiced=voiced,
        asked=choice.question,
        given=state.given | {mark.removeprefix("given ") for mark in choice.marks if mark.startswith("given ")},
        played=state.played | {choice.beat} if choice.beat else state.played,
        moves=(*state.moves, choice.move)[-MOVES_KEPT:],
        agreed=choice.takes or state.agreed,
        agreed_at=state.replies if choice.takes else state.agreed_at,
        hot=state.hot + 1 if feelings.anger >= BOILING else 0,
        demanded=_demanded(state, choice),
        attacked=turn if choice.move is Move.PROVOKE else state.attacked,
    )
    return after, (*state.notes, *reasons(felt))


def _demanded(state: State, choice: Choice) -> int | None:
    """Since which reply a supervisor is demanded; taking an offer drops the demand."""
    if choice.takes:
        return None
    return state.replies if choice.move is Move.DEMAND_SUPERVISOR else state.demanded
