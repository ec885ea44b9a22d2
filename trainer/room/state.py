"""How a room stands: the fold of its steps over the opening of its call. Pure: no clock, no draw, no records, no play."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import Enum, StrEnum, auto
from typing import Any

from pydantic import BaseModel, ConfigDict

from scenarios.transcript import Event
from trainer.room.proposals import SLOTS, Proposal, Sure


class Did(StrEnum):
    """The steps of a room, as they are kept."""

    PROPOSED = "proposed"
    """a card was written, changed, or with no words taken off"""
    DRAFTED = "drafted"
    """words were left in the middle of a card; with none, nothing waits there any more"""
    VOTED = "voted"
    WAS_SURE = "was sure"
    LOCKED = "locked"
    """one proposal was sent, or two were forked; with all that came of each"""
    WENT_ON = "went on"
    """the group has talked about it and goes on with one future"""
    UNDONE = "undone"
    """the last lock was taken back"""
    LEFT = "left"
    """the trainer ended the call"""
    CLOSED = "closed"
    """the call was judged, and is an attempt now"""


class Body(BaseModel):
    """Base of what steps hold: frozen, and no key it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Proposed(Body):
    slot: int
    text: str


class Voted(Body):
    votes: dict[int, int]
    """by slot"""


class WasSure(Body):
    slot: int
    sure: Sure | None


class Answered(Body):
    """One proposal and all that came of it in the call."""

    slot: int
    events: tuple[Event, ...]


class Locked(Body):
    answers: tuple[Answered, ...]


class WentOn(Body):
    slot: int


class Left(Body):
    events: tuple[Event, ...]


class Closed(Body):
    attempt: str


class Phase(Enum):
    """What the room is at."""

    GATHERING = auto()
    """proposals are made and weighed"""
    REVEALED = auto()
    """one answer is before the group"""
    FORKED = auto()
    """two answers are, and one future is to be chosen"""
    OVER = auto()
    """the call has ended; its scores come next"""
    CLOSED = auto()


Board = tuple[Proposal | None, ...]
EMPTY: Board = (None,) * SLOTS


@dataclass(frozen=True, kw_only=True)
class Moment:
    """One lock: what lay on the board, and what came of that which was sent."""

    board: Board
    answers: tuple[Answered, ...]
    chosen: int | None
    """the slot whose future goes on; None while a fork waits"""
    talked: bool = False
    """the group has gone on from here"""

    def answer(self, slot: int) -> Answered | None:
        return next((one for one in self.answers if one.slot == slot), None)

    def proposal(self, slot: int) -> Proposal:
        found = self.board[slot - 1]
        assert found is not None, "only what lies on the board is sent"
        return found

    @property
    def events(self) -> tuple[Event, ...]:
        """What the call goes on with; nothing while a fork waits."""
        went = self.answer(self.chosen) if self.chosen else None
        return went.events if went else ()


@dataclass(frozen=True, kw_only=True)
class Undone:
    """A lock that was taken back; it stays to be read."""

    at: int
    """the number, from 0, of the moment it stood in"""
    moment: Moment
    before: tuple[Event, ...]
    """the call as it stood before it: an earlier lock may have been taken back since"""


@dataclass(frozen=True, kw_only=True)
class State:
    """A room so far."""

    opening: tuple[Event, ...]
    moments: tuple[Moment, ...] = ()
    undone: tuple[Undone, ...] = ()
    board: Board = EMPTY
    """what is proposed now"""
    drafts: tuple[str, ...] = ("",) * SLOTS
    """words that wait on a card and are proposed by nobody yet; moments come and go, and they stay"""
    left: tuple[Event, ...] = ()
    """what leaving the call led to"""
    attempt: str = ""

    @property
    def last(self) -> Moment | None:
        return self.moments[-1] if self.moments else None

    @property
    def events(self) -> tuple[Event, ...]:
        """The call as the group played it."""
        return self.before(len(self.moments)) + self.left

    def before(self, number: int) -> tuple[Event, ...]:
        """The call as it stood before a moment, counted from 0."""
        return (*self.opening, *(event for moment in self.moments[:number] for event in moment.events))

    @property
    def ended(self) -> bool:
        return any(event.kind == "ended" for event in self.events)

    @property
    def phase(self) -> Phase:
        if self.attempt:
            return Phase.CLOSED
        if self.last and not self.last.talked and not self.left:
            return Phase.REVEALED if self.last.chosen else Phase.FORKED
        return Phase.OVER if self.ended else Phase.GATHERING


def fold(opening: tuple[Event, ...], steps: Iterable[tuple[str, Mapping[str, Any]]]) -> State:
    """The state after these steps. Raises ValueError for one that is none of ours."""
    state = State(opening=opening)
    for kind, body in steps:
        state = after(state, Did(kind), body)
    return state


def after(state: State, did: Did, body: Mapping[str, Any]) -> State:
    """The state after one more step, which is taken to be one that this state allows."""
    if did is Did.PROPOSED:
        made = Proposed.model_validate(body)
        old = state.board[made.slot - 1]
        board = _laid(state.board, made.slot, _card(old, made.text))
        return _drafted(replace(state, board=board), made.slot, "") if made.text else replace(state, board=board)
    if did is Did.DRAFTED:
        left = Proposed.model_validate(body)
        return _drafted(state, left.slot, left.text)
    if did is Did.VOTED:
        votes = Voted.model_validate(body).votes
        return replace(state, board=tuple(card and replace(card, votes=votes.get(slot, card.votes)) for slot, card in enumerate(state.board, 1)))
    if did is Did.WAS_SURE:
        felt = WasSure.model_validate(body)
        card = state.board[felt.slot - 1]
        return replace(state, board=_laid(state.board, felt.slot, card and replace(card, sure=felt.sure)))
    if did is Did.LOCKED:
        answers = Locked.model_validate(body).answers
        moment = Moment(board=state.board, answers=answers, chosen=answers[0].slot if len(answers) == 1 else None)
        return replace(state, moments=(*state.moments, moment), board=EMPTY)
    if did is Did.WENT_ON:
        assert state.last is not None
        return replace(state, moments=(*state.moments[:-1], replace(state.last, chosen=WentOn.model_validate(body).slot, talked=True)))
    if did is Did.UNDONE:
        return _undone(state)
    if did is Did.LEFT:
        return replace(state, left=Left.model_validate(body).events)
    return replace(state, attempt=Closed.model_validate(body).attempt)


def _card(old: Proposal | None, text: str) -> Proposal | None:
    """A card in other words keeps no votes: nobody raised a hand for these."""
    return old if old and old.text == text else Proposal(text=text) if text else None


def _laid(board: Board, slot: int, card: Proposal | None) -> Board:
    return (*board[: slot - 1], card, *board[slot:])


def _drafted(state: State, slot: int, text: str) -> State:
    return replace(state, drafts=(*state.drafts[: slot - 1], text, *state.drafts[slot:]))


def _undone(state: State) -> State:
    if state.left:
        return replace(state, left=())
    assert state.last is not None
    number = len(state.moments) - 1
    taken_back = Undone(at=number, moment=state.last, before=state.before(number))
    return replace(state, moments=state.moments[:-1], undone=(*state.undone, taken_back), board=state.last.board)
