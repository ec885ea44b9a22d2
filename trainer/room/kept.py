"""A room in the records: each step is checked, played where something is sent, and on the disk before anybody sees it.

The call itself is kept with the steps until it is over: only then does it become an attempt, closed and scored, so that no
half a group's call stands among the calls that one person can go on with, and a lock taken back leaves no stray try.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from pydantic import BaseModel, TypeAdapter

from scenarios.edition import scenario_from_json
from scenarios.load import content_hash
from scenarios.model import Scenario
from scenarios.moves import Intensity
from scenarios.transcript import Event, Transcript
from trainer.call import Call
from trainer.commands import CommandError
from trainer.errors import ContentError
from trainer.headless import give
from trainer.overrules import Overrule, overrules_of
from trainer.records.practices import Kind, Practice, Practices
from trainer.records.store import Store
from trainer.room.drafts import words_of
from trainer.room.groups import PLAYED_BY
from trainer.room.proposals import LONGEST, MOST_VOTES, SLOTS, Sure, check, doings, parted
from trainer.room.state import Answered, Closed, Did, Left, Locked, Phase, Proposed, State, Voted, WasSure, WentOn, after, fold
from trainer.text import safe_text
from trainer.wiring import as_it_stood, close_attempt, judge, start_call
from trainer.words import count

_EVENTS: TypeAdapter[tuple[Event, ...]] = TypeAdapter(tuple[Event, ...])


class NotNowError(ValueError):
    """Something that cannot be done as the room stands: one plain sentence."""


class Room:
    """One room. Every method raises NotNowError for what cannot be done now, StoreError where the records refuse, and ContentError
    where the room cannot be read, or this engine would have played its call otherwise."""

    def __init__(self, store: Store, practice: Practice) -> None:
        self._store, self._practices = store, Practices(store)
        self.id, self.began = practice.id, practice.began
        steps = self._practices.steps(practice.id)
        try:
            self.scenario: Scenario = scenario_from_json(practice.body["source"])
            self.intensity = Intensity(practice.body["intensity"])
            self.seed = int(practice.body["seed"])
            self.state: State = fold(_EVENTS.validate_python(practice.body["opening"]), ((step.kind, step.body) for step in steps))
        except (ValueError, KeyError, TypeError, IndexError) as error:
            raise ContentError(f"The room {practice.id[:8]} cannot be read: it was kept by another version of Coolhead, or is damaged.") from error

    @classmethod
    def begin(cls, store: Store, scenario: Scenario, *, seed: int, intensity: Intensity = Intensity.REAL) -> Room:
        """Open a call for a group."""
        call, _ = start_call(scenario, seed, intensity)
        body = {
            "scenario": scenario.scenario,
            "title": scenario.title,
            "source": scenario.model_dump_json(),
            "seed": str(seed),
            "intensity": intensity.value,
            "opening": _EVENTS.dump_python(tuple(call.events), mode="json"),
        }
        return cls.named(store, Practices(store).begin(Kind.ROOM, body))

    @classmethod
    def named(cls, store: Store, start_of_id: str) -> Room:
        """The room whose id begins so. Raises StoreError when there is none."""
        return cls(store, Practices(store).practice(start_of_id))

    @property
    def fresh(self) -> bool:
        """Whether nobody has done anything in it yet."""
        return self.state == State(opening=self.state.opening)

    def forget(self) -> None:
        """Close a room in which nothing was done; no list shows it any more."""
        if self.fresh:
            self._practices.finish(self.id)

    # the board

    def propose(self, slot: int, text: str) -> None:
        """Write a card, or change it; with no words it is taken off."""
        self._must(Phase.GATHERING, "Proposals are made when the customer waits for a reply. Go on first.")
        self._slot(slot)
        text = parted(safe_text(text.strip()))
        if len(text) > LONGEST:
            raise NotNowError(f"A proposal holds at most {LONGEST:,} characters; this has {len(text):,}.")
        try:
            check(text, self.scenario)
        except CommandError as error:
            raise NotNowError(str(error)) from error
        self._keep(Did.PROPOSED, Proposed(slot=slot, text=text))

    def draft(self, slot: int, text: str) -> None:
        """Keep words that are not proposed yet, whatever the room is at; with none, nothing waits on that card any more."""
        self._slot(slot)
        text = words_of(safe_text(text)[: 10 * LONGEST])
        if text != self.state.drafts[slot - 1] and self.state.phase is not Phase.CLOSED:
            self._keep(Did.DRAFTED, Proposed(slot=slot, text=text))

    def drafts(self, words: Mapping[int, str]) -> None:
        """Keep these drafts and no others, by card; what moves is written to its new card before it leaves the old one."""
        for slot in sorted(range(1, SLOTS + 1), key=lambda slot: slot not in words):
            self.draft(slot, words.get(slot, ""))

    def vote(self, votes: Sequence[int]) -> None:
        """Hands for the cards on the board, in their order; fewer numbers leave the rest uncounted."""
        cards = self.cards()
        if len(votes) > len(cards):
            raise NotNowError(f"There {'is' if len(cards) == 1 else 'are'} {count(len(cards), 'proposal')} to vote on.")
        self.hands(dict(zip(cards, votes, strict=False)))

    def hands(self, votes: dict[int, int]) -> None:
        """Hands by slot."""
        self._must(Phase.GATHERING, "Votes are counted before a proposal is locked.")
        for slot, hands in votes.items():
            self._card(slot)
            if not 0 <= hands <= MOST_VOTES:
                raise NotNowError(f"Votes are numbers from 0 to {MOST_VOTES}.")
        self._keep(Did.VOTED, Voted(votes=votes))

    def raise_hands(self, slot: int, by: int) -> None:
        """One hand more for a card, or one fewer."""
        self._card(slot)
        card = self.state.board[slot - 1]
        hands = (card.votes if card else None) or 0
        self.hands({slot: max(0, min(MOST_VOTES, hands + by))})

    def be_sure(self, slot: int, sure: Sure | None) -> None:
        """How sure the group is of a card."""
        self._must(Phase.GATHERING, "How sure you are is said before a proposal is locked.")
        self._card(slot)
        self._keep(Did.WAS_SURE, WasSure(slot=slot, sure=sure))

    def be_surer(self, slot: int) -> None:
        """The next of unsure, fairly sure, sure, and nothing said."""
        self._card(slot)
        card = self.state.board[slot - 1]
        steps = [None, *Sure]
        self.be_sure(slot, steps[(steps.index(card.sure if card else None) + 1) % len(steps)])

    def cards(self) -> list[int]:
        """The slots that hold a card."""
        return [slot for slot, card in enumerate(self.state.board, 1) if card]

    # the call

    def lock(self, *slots: int) -> None:
        """Send one proposal, or fork two."""
        self._must(Phase.GATHERING, "A proposal is locked already. Go on, or undo it.")
        if len(slots) not in (1, 2) or len(set(slots)) < len(slots):
            raise NotNowError("Lock one proposal, or fork two different ones.")
        for slot in slots:
            self._card(slot)
        self._keep(Did.LOCKED, Locked(answers=tuple(self._answered(slot) for slot in slots)))

    def go_on(self, slot: int | None = None) -> None:
        """Leave the answer behind; after a fork, on with the future of ``slot``."""
        last = self.state.last
        if self.state.phase not in (Phase.REVEALED, Phase.FORKED) or last is None:
            raise NotNowError("The customer has not answered yet, so there is nothing to go on from. Lock a proposal first: that sends it.")
        chosen = slot or last.chosen
        if chosen is None or last.answer(chosen) is None:
            both = " or ".join(str(answer.slot) for answer in last.answers)
            raise NotNowError(f"Say which goes on: {both}.")
        self._keep(Did.WENT_ON, WentOn(slot=chosen))

    def undo(self) -> str:
        """Take back the last lock, fork, or the end of the call: the board is as it was, and what was taken back stays on the sheet. What was, in words."""
        if self.state.phase is Phase.CLOSED:
            raise NotNowError("The call is closed and scored. Its turns can be taken again with: coolhead rewind")
        if not self.state.moments and not self.state.left:
            raise NotNowError("Nothing was locked yet.")
        last, left = self.state.last, self.state.left
        self._keep(Did.UNDONE)
        if left or last is None:
            return "The end is taken back: the call goes on."
        if len(last.answers) > 1:
            both = " and ".join(str(answer.slot) for answer in last.answers)
            return f"The fork of {both} is taken back, with both answers. The board is as it was."
        return f"The lock of proposal {last.answers[0].slot} is taken back. The board is as it was."

    def leave(self) -> None:
        """End the call here."""
        if self.state.phase is not Phase.GATHERING:
            raise NotNowError("The call has ended." if self.state.ended else "Go on from the answer first.")
        self._keep(Did.LEFT, Left(events=self.call().leave()))

    def close(self) -> str:
        """Judge the call and keep it as an attempt, marked as a group's; its id. Doing so again changes nothing."""
        if self.state.phase is Phase.CLOSED:
            return self.state.attempt
        self._must(Phase.OVER, "The call has not ended yet. Go on, or end it.")
        transcript = self.transcript
        attempt = self._store.begin(
            self.scenario.scenario,
            content_hash(self.scenario),
            self.seed,
            self.intensity.value,
            True,
            self.scenario.model_dump_json(),
            shared=transcript.events,
        )
        close_attempt(self._store, attempt, transcript, judge(transcript, self.scenario)[0])
        self._store.remark(attempt, PLAYED_BY, {"room": self.id})
        self._keep(Did.CLOSED, Closed(attempt=attempt))
        self._practices.finish(self.id)
        return attempt

    @property
    def overrules(self) -> tuple[Overrule, ...]:
        """What trainers made of the scores, once the call is an attempt."""
        return overrules_of(self._store, self.state.attempt) if self.state.attempt else ()

    @property
    def transcript(self) -> Transcript:
        return Transcript(id=self.state.attempt, scenario=self.scenario.scenario, events=self.state.events)

    def call(self, events: tuple[Event, ...] | None = None) -> Call:
        """The call as it stands, or as far as these events of it go, to be played on apart from what is kept."""
        return as_it_stood(Transcript(scenario=self.scenario.scenario, events=self.state.events if events is None else events), self.scenario)

    def _answered(self, slot: int) -> Answered:
        card = self.state.board[slot - 1]
        assert card is not None
        return Answered(slot=slot, events=played(self.call(), card.text))

    def _keep(self, did: Did, body: BaseModel | None = None) -> None:
        form: dict[str, Any] = body.model_dump(mode="json") if body else {}
        self._practices.step(self.id, did.value, form)
        self.state = after(self.state, did, form)

    def _must(self, phase: Phase, otherwise: str) -> None:
        if self.state.phase is not phase:
            raise NotNowError("The call is over." if self.state.phase in (Phase.OVER, Phase.CLOSED) else otherwise)

    def _card(self, slot: int) -> None:
        self._slot(slot)
        if self.state.board[slot - 1] is None:
            raise NotNowError(f"There is no proposal {slot} yet.")

    @staticmethod
    def _slot(slot: int) -> None:
        if not 0 < slot <= SLOTS:
            raise NotNowError(f"Proposals are numbered 1 to {SLOTS}.")


def played(call: Call, text: str) -> tuple[Event, ...]:
    """A proposal played on a call: all that was done, said and answered, as far as the call goes."""
    before = len(call.events)
    for doing in doings(text):
        if call.ended:
            break
        give(call, doing)
    return tuple(call.events[before:])


def rooms(store: Store) -> tuple[list[Practice], list[Practice]]:
    """(under way, closed) rooms, newest first. Raises StoreError."""
    kept = Practices(store)
    closed = {step.practice for step in kept.steps_of(Kind.ROOM, Did.CLOSED.value)}
    found = kept.all(Kind.ROOM)
    return [one for one in found if one.finished is None], [one for one in found if one.id in closed]


def left(store: Store, practice: Practice) -> datetime:
    """When something was done in a room last, on this computer's clock."""
    return Practices(store).last_made(practice).astimezone()


def when(practice: Practice) -> datetime:
    """When a room was opened, on this computer's clock."""
    return practice.began.astimezone()
