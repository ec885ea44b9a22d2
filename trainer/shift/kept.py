"""A shift as the records hold it: begun, gone on with, brought up to date with the calls played meanwhile. The one edge of a shift.

Its calls are attempts like any other. They are found again by scenario and seed, so that no view need report what it played and
a killed process loses nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import BaseModel

from scenarios.model import Scenario
from scenarios.moves import Ending
from scenarios.quantities import Money
from scenarios.transcript import Ended
from scoring.reading import default_reader
from scoring.scores import Scorecard
from trainer.deskwork import elapsed
from trainer.errors import ContentError, UsageError
from trainer.finding import scenario_named
from trainer.records.practices import Kind, Practice, Practices
from trainer.records.store import Store
from trainer.second_part import FOLLOWS, opened_after
from trainer.shift.account import Account
from trainer.shift.accounting import account_of
from trainer.shift.answers import Answer, answered
from trainer.shift.cards import cards
from trainer.shift.goodwill import limited
from trainer.shift.note import NoteRead, read_note
from trainer.shift.plan import Plan, draw_plan
from trainer.shift.state import Called, Doing, Happened, State, Up, after, fold, next_up
from trainer.wiring import close_attempt, judge, kept_scenario


@dataclass(frozen=True, kw_only=True)
class Ready:
    """A call about to be picked up."""

    scenario: Scenario
    seed: int


class Shift:
    """One shift. Every method may raise StoreError where the records will not have it."""

    def __init__(self, store: Store, practice: Practice) -> None:
        """Use ``begin``, ``unfinished`` or ``past``. Raises ContentError for a shift this version cannot read."""
        self.id = practice.id
        self.began = practice.began
        self.closed = practice.finished is not None
        """it cannot be gone on with"""
        self._store, self._practices = store, Practices(store)
        try:
            self._plan = Plan.model_validate(practice.body)
            self._state = self._folded()
        except ValueError as error:
            raise ContentError("This shift was kept by another version of Coolhead and cannot be read here.") from error

    @classmethod
    def begin(cls, store: Store, *, calls: int, seed: int) -> Shift:
        """Draw a shift and keep it. Raises UsageError where there are too few scenarios for one."""
        plan = draw_plan(cards(store), seed=seed, calls=calls)
        if plan is None:
            raise UsageError("There are too few scenarios here for a shift.", "See what there is with: coolhead list")
        practices = Practices(store)
        return cls(store, practices.practice(practices.begin(Kind.SHIFT, plan.model_dump(mode="json"))))

    @classmethod
    def unfinished(cls, store: Store) -> Shift | None:
        """The newest shift that can be gone on with."""
        return next(_readable(store, unfinished=True), None)

    @classmethod
    def past(cls, store: Store) -> list[Shift]:
        """The shifts that are over, newest first."""
        return [shift for shift in _readable(store) if shift.closed]

    def state(self) -> State:
        """How it stands, with what was played since it was looked at last."""
        self._state = self._folded()
        while self._caught_up():
            pass
        return self._state

    def ready(self) -> Ready:
        """The next call as it is to be played. Raises CoolheadError where it cannot be had; ``leave_out`` goes on without it."""
        up = self._up(Doing.CALL, Doing.CALL_BACK)
        assert up.call is not None
        scenario = scenario_named(up.call.scenario, up.call.seed)
        if up.account:
            scenario = opened_after(scenario, up.account.attempt, up.call.scenario, lambda: self._store)
        if scenario.currency == self._plan.currency:
            scenario = limited(scenario, Money(self._state.goodwill_left, self._plan.currency))
        return Ready(scenario=scenario, seed=up.call.seed)

    def rest(self) -> State:
        """Take a break."""
        self._keep(Happened.BREAK)
        return self._state

    def answer(self, text: str) -> Answer:
        """Answer the message that is next; nothing typed passes it over."""
        account = self._up(Doing.MESSAGE).account
        assert account is not None
        transcript, scenario = self._store.load(account.attempt), kept_scenario(self._store, account.attempt)
        read = answered(text, account, transcript=transcript, scenario=scenario, reader=default_reader())
        self._keep(Happened.ANSWERED, read)
        return read

    def note(self, text: str) -> NoteRead:
        """Write the note to the team, which ends the shift; nothing typed passes it over."""
        self._up(Doing.NOTE)
        return self._noted(text)

    def _noted(self, text: str) -> NoteRead:
        scenarios = [kept_scenario(self._store, account.attempt) for account in self._state.done if account.attempt]
        read = read_note(text, list({one.scenario: one for one in scenarios}.values()), default_reader())
        self._keep(Happened.NOTE, read)
        self._finish()
        return read

    def write(self, text: str) -> None:
        """Answer the message that is next, or write the note, whichever it is."""
        if self._up(Doing.MESSAGE, Doing.NOTE).doing is Doing.MESSAGE:
            self.answer(text)
        else:
            self.note(text)

    def leave_out(self) -> State:
        """Go on without the call that is next or under way; nothing is held against it."""
        up = self._up(Doing.CALL, Doing.CALL_BACK, Doing.GO_ON)
        assert up.call is not None
        events = self._store.load(up.attempt).events if up.attempt else ()
        account = Account(
            slot=up.slot,
            attempt=up.attempt,
            scenario=up.call.scenario,
            title=up.call.title,
            customer=up.call.customer,
            minutes=round(elapsed(events) / 60, 1),
            provocations=0,
            ending=Ending.LEFT.value,
        )
        self._keep(Happened.ENDED, account)
        return self._state

    def close(self, note: str = "") -> State:
        """End it as it stands, with a note to the team where there is one. Its calls stay among the past calls."""
        if note:
            self._noted(note)
        else:
            self._finish()
        return self._state

    def _folded(self) -> State:
        return fold(self._plan, ((step.kind, step.body) for step in self._practices.steps(self.id)))

    def _up(self, *doing: Doing) -> Up:
        """What is next, where it is one of these. Raises UsageError where another process has gone on meanwhile."""
        up = next_up(self.state())
        if up.doing not in doing:
            raise UsageError("This shift has moved on meanwhile.", "Look at it again with: coolhead shift")
        return up

    def _caught_up(self) -> bool:
        """Take note of one thing that was played meanwhile; False where there is nothing more."""
        up = next_up(self._state)
        if up.doing in (Doing.CALL, Doing.CALL_BACK) and up.call is not None:
            row = next((row for row in self._store.played(up.call.scenario, up.call.seed) if row.began >= self.began), None)
            if row is None:
                return False
            if up.account:
                self._store.remark(row.id, FOLLOWS, {"attempt": up.account.attempt})
            self._keep(Happened.CALLED, Called(slot=up.slot, attempt=row.id))
            return True
        if up.doing is Doing.GO_ON and up.call is not None and (account := self._account(up)):
            self._keep(Happened.ENDED, account)
            return True
        return False

    def _account(self, up: Up) -> Account | None:
        """The call under way as it ended, closed where a crash left it open; None while it goes on."""
        transcript = self._store.load(up.attempt)
        if not any(isinstance(event, Ended) for event in transcript.events):
            return None
        scenario, kept = kept_scenario(self._store, up.attempt), self._store.scorecard(up.attempt)
        card = Scorecard.model_validate_json(kept) if kept else judge(transcript, scenario)[0]
        if not kept:
            close_attempt(self._store, up.attempt, transcript, card)
        second = up.call.second if up.call else ""
        return account_of(transcript, scenario, card, slot=up.slot, second=second)

    def _finish(self) -> None:
        self._practices.finish(self.id)
        self.closed = True

    def _keep(self, happened: Happened, held: BaseModel | None = None) -> None:
        body = held.model_dump(mode="json") if held else {}
        self._practices.step(self.id, happened.value, body)
        self._state = after(self._state, happened, body)


def call_under_way(store: Store) -> str | None:
    """The attempt that is under way in the shift that can be gone on with: it goes on as part of that shift. Raises CoolheadError."""
    shift = Shift.unfinished(store)
    return (next_up(shift.state()).attempt or None) if shift else None


def _readable(store: Store, *, unfinished: bool = False) -> Iterator[Shift]:
    for practice in Practices(store).all(Kind.SHIFT, unfinished=unfinished):
        try:
            yield Shift(store, practice)
        except ContentError:  # kept by another version; the others can be read all the same
            continue
