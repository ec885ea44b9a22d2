"""How a shift went, as data for programs. Four scores stand with each call, and there is no total."""

from __future__ import annotations

from typing import Any

from trainer.shift.kept import Shift
from trainer.shift.reputation import sayings, standing
from trainer.shift.stamina import stamina_word
from trainer.shift.state import State


def result(shift: Shift) -> dict[str, Any]:
    """A kept shift."""
    state = shift.state()
    attempts = [account.attempt or None for account in state.done]
    return {"id": shift.id, "began": shift.began.isoformat(), "finished": shift.closed, "attempts": attempts, **whole(state)}


def whole(state: State) -> dict[str, Any]:
    """How it went: the same shift, the same bytes."""
    plan = state.plan
    return {
        "seed": plan.seed,
        "planned": [call.scenario for call in plan.calls],
        "thread": plan.thread or None,
        "calls": [
            {
                **account.model_dump(mode="json", exclude={"slot", "attempt", "fault", "second"}),
                "call_back": not account.slot.isdigit(),
                "waited_minutes": state.waited.get(account.slot, 0.0),
                "stamina_before": state.began_with.get(account.slot),
                "fault": account.fault or None,
            }
            for account in state.done
        ],
        "messages": [answer.model_dump(mode="json", exclude={"slot"}) | {"scenario": _scenario(state, slot)} for slot, answer in state.answers.items()],
        "goodwill": {"given": str(state.given), "left": str(state.goodwill_left), "of": str(plan.goodwill), "currency": plan.currency},
        "minutes": state.clock,
        "breaks": state.breaks,
        "stamina": {"left": state.stamina, "word": stamina_word(state.stamina)},
        "people_say": {"in_short": standing(state), "sayings": [{"who": s.who, "says": s.says, "because": s.because, "good": s.good} for s in sayings(state)]},
        "note": state.note.model_dump(mode="json") if state.note else None,
    }


def _scenario(state: State, slot: str) -> str | None:
    account = state.account(slot)
    return account.scenario if account else None
