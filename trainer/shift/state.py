"""How a shift stands: the fold of its steps over its plan, and what comes next. Pure: no clock, no draw, no records."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import StrEnum
from typing import Any

from trainer.shift.account import Account, Held
from trainer.shift.answers import Answer
from trainer.shift.note import NoteRead
from trainer.shift.plan import Plan, Planned, call_seed
from trainer.shift.stamina import FULL, after_break, after_call, after_message

BREAK_MINUTES = 10
"""What a break takes, simulated."""


class Happened(StrEnum):
    """The steps of a shift, as they are kept."""

    CALLED = "called"
    """a call was picked up"""
    ENDED = "ended"
    """and came to its end"""
    BREAK = "break"
    ANSWERED = "answered"
    """a message was answered, or passed over"""
    NOTE = "note"
    """the note to the team was written, or passed over"""


class Called(Held):
    """The step of a call picked up."""

    slot: str
    attempt: str


class Doing(StrEnum):
    """What is next in a shift."""

    GO_ON = "go on"
    """a call is under way"""
    MESSAGE = "message"
    CALL = "call"
    CALL_BACK = "call back"
    NOTE = "note"
    OVER = "over"


@dataclass(frozen=True, kw_only=True)
class Up:
    """What is next, and for whom."""

    doing: Doing
    slot: str = ""
    call: Planned | None = None
    """the call to take or to go on with"""
    account: Account | None = None
    """for a call-back or a message, the call it comes of"""
    attempt: str = ""
    """of a call under way"""


@dataclass(frozen=True, kw_only=True)
class State:
    """A shift so far."""

    plan: Plan
    done: tuple[Account, ...] = ()
    """the calls that have ended, in the order they were taken"""
    under_way: Called | None = None
    clock: float = 0.0
    """simulated minutes since it began"""
    stamina: float = FULL
    """0-100"""
    breaks: int = 0
    rested: bool = False
    """a break was just taken, and nothing since"""
    just_answered: str = ""
    """the slot whose message was just answered, and nothing done since"""
    began_with: dict[str, float] = field(default_factory=dict)
    """by slot, the stamina a call was begun with"""
    waited: dict[str, float] = field(default_factory=dict)
    """by slot, the minutes its customer had waited"""
    answers: dict[str, Answer] = field(default_factory=dict)
    """by the slot of the call a message came of"""
    note: NoteRead | None = None

    @property
    def given(self) -> Decimal:
        """Goodwill given so far."""
        return sum((gift.amount for account in self.done for gift in account.gifts), Decimal(0))

    @property
    def goodwill_left(self) -> Decimal:
        """Never below nothing."""
        return max(Decimal(0), self.plan.goodwill - self.given)

    def account(self, slot: str) -> Account | None:
        """The call of a slot, once it has ended."""
        return next((account for account in self.done if account.slot == slot), None)

    def planned(self, slot: str) -> Planned | None:
        """The call of a slot; a call-back's has the number of its first part."""
        number = slot.removesuffix(BACK)
        if not number.isdigit() or not 0 < int(number) <= len(self.plan.calls):
            return None
        first = self.plan.calls[int(number) - 1]
        if not slot.endswith(BACK):
            return first
        joins = self._ended_at.get(number, 0.0) + BACK_AFTER
        return first.model_copy(update={"scenario": first.second, "seed": call_seed(self.plan.seed, slot), "joins": joins, "second": "", "today": ""})

    def wait(self, slot: str) -> float:
        """Minutes the customer of a slot has waited by now."""
        call = self.planned(slot)
        return max(0.0, round(self.clock - call.joins, 1)) if call else 0.0

    _ended_at: dict[str, float] = field(default_factory=dict)


BACK = "b"
"""Marks the slot of a call-back."""
BACK_AFTER = 10.0
"""Minutes after the end of a call at which its customer is back in the queue."""


def fold(plan: Plan, steps: Iterable[tuple[str, dict[str, Any]]]) -> State:
    """The state after these steps. Raises ValueError for one that is none of ours."""
    state = State(plan=plan)
    for kind, body in steps:
        state = after(state, Happened(kind), body)
    return state


def after(state: State, happened: Happened, body: dict[str, Any]) -> State:
    """The state after one more step."""
    if happened is Happened.CALLED:
        called = Called.model_validate(body)
        waited, began = {**state.waited, called.slot: state.wait(called.slot)}, {**state.began_with, called.slot: state.stamina}
        return replace(state, under_way=called, waited=waited, began_with=began, rested=False, just_answered="")
    if happened is Happened.ENDED:
        account = Account.model_validate(body)
        clock = round(state.clock + account.minutes, 1)
        stamina = after_call(state.stamina, minutes=account.minutes, provocations=account.provocations)
        ended = {**state._ended_at, account.slot: clock}
        return replace(state, done=(*state.done, account), under_way=None, clock=clock, stamina=stamina, _ended_at=ended)
    if happened is Happened.BREAK:
        return replace(state, clock=state.clock + BREAK_MINUTES, stamina=after_break(state.stamina), breaks=state.breaks + 1, rested=True, just_answered="")
    if happened is Happened.ANSWERED:
        answer = Answer.model_validate(body)
        clock = round(state.clock + answer.minutes, 1)
        answers, stamina = {**state.answers, answer.slot: answer}, after_message(state.stamina) if answer.text else state.stamina
        return replace(state, answers=answers, clock=clock, stamina=stamina, rested=False, just_answered=answer.slot)
    return replace(state, note=NoteRead.model_validate(body))


def left_of(state: State) -> int:
    """Calls of the queue that have not ended."""
    taken = {account.slot for account in state.done}
    return sum(str(number) not in taken for number in range(1, len(state.plan.calls) + 1))


def next_up(state: State) -> Up:
    """What is next: the call under way, what comes back, the next in the queue, the note, nothing."""
    if state.under_way:
        slot = state.under_way.slot
        return Up(doing=Doing.GO_ON, slot=slot, call=state.planned(slot), attempt=state.under_way.attempt)
    taken = {account.slot for account in state.done}
    waiting = [str(number) for number in range(1, len(state.plan.calls) + 1) if str(number) not in taken]
    for account in state.done[:-1] if waiting else state.done:  # nobody is back before the next call is over
        back = account.slot + BACK
        if account.second and back not in taken and account.slot not in state.answers:
            return Up(doing=Doing.CALL_BACK, slot=back, call=state.planned(back), account=account)
        if not account.second and account.due and account.slot not in state.answers:
            return Up(doing=Doing.MESSAGE, slot=account.slot, account=account)
    if waiting:
        return Up(doing=Doing.CALL, slot=waiting[0], call=state.planned(waiting[0]))
    return Up(doing=Doing.OVER if state.note else Doing.NOTE)
