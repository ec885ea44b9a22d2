"""What a player says: clauses that carry their words and what the words do, joined into one reply and its reading.

With acts given, the reading is written down from the clauses and no reader is asked. The same words can be given to a reader
instead, which is how a simulation is run with the reader on. Verdicts on claims come from card and log, never from the player.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from scenarios.acts import Act
from scenarios.model import Scenario
from scenarios.reading import ActSpan, Answer, Claim, Oddity, Offer, Promise, Reading, SlotAsk, Touch
from scoring.reading.words import plain
from trainer.players.seen import Memory

GIVEN = "acts-given-1"
"""The reader's name in readings that were written down with the words."""

Put = tuple[str | None, str | None, Decimal | None]
"""An offer: action, outcome, amount."""


@dataclass(frozen=True, slots=True)
class Clause:
    """One sentence of a reply: its words and what they do."""

    text: str
    acts: tuple[Act, ...] = ()
    touches: tuple[str, ...] = ()
    overlap: float = 0.1
    """share of the customer's own words in it"""
    tells: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()
    clears: tuple[str, ...] = ()
    offers: tuple[Put, ...] = ()
    reports: tuple[str, ...] = ()
    """actions it says are done"""
    denies: tuple[str, ...] = ()
    """facts it says the contrary of"""
    beyond: bool = False
    """it promises what nobody here can keep"""
    asks: str | None = None
    """slot it asks for"""
    oddity: Oddity | None = None


@dataclass(frozen=True, slots=True)
class Do:
    """One use of the desk."""

    action: str
    amount: str = ""


@dataclass(frozen=True, slots=True)
class Turn:
    """What a player does before the customer's next line: desk actions, then one reply."""

    say: tuple[Clause, ...]
    do: tuple[Do, ...] = ()


def joined(clauses: Sequence[Clause]) -> tuple[str, list[tuple[int, int]]]:
    """The reply's text, and where each clause stands in it."""
    text, places = "", []
    for clause in clauses:
        words = clause.text if not text else f" {clause.text}"
        places.append((len(text) + (1 if text else 0), len(text) + len(words)))
        text += words
    return text, places


def given(scenario: Scenario, memory: Memory, clauses: Sequence[Clause], places: Sequence[tuple[int, int]], *, earlier: frozenset[str]) -> Reading:
    """The reading of a reply whose acts are known. ``earlier`` are the clauses said before in this call."""
    acts: list[ActSpan] = []
    touches: list[Touch] = []
    offers: list[Offer] = []
    claims: list[Claim] = []
    promises: list[Promise] = []
    answers: list[Answer] = []
    slots: list[SlotAsk] = []
    for clause, (start, end) in zip(clauses, places, strict=True):
        acts += [ActSpan.model_construct(act=act, confidence=1.0, start=start, end=end) for act in clause.acts]
        how: Literal["own", "reflect"] = "own" if Act.OWN in clause.acts else "reflect"
        touches += [Touch.model_construct(concern=c, how=how, overlap=clause.overlap, start=start, end=end) for c in clause.touches]
        offers += [Offer.model_construct(action=a, outcome=o, amount=m, start=start, end=end) for a, o, m in clause.offers]
        claims += [_done(memory, action, start, end) for action in clause.reports]
        claims += [Claim.model_construct(fact=fact, action=None, verdict="true", start=start, end=end) for fact in clause.tells]
        claims += [Claim.model_construct(fact=fact, action=None, verdict="false", start=start, end=end) for fact in clause.denies]
        answers += [Answer.model_construct(question=question, direct=True, start=start, end=end) for question in clause.answers]
        if clause.beyond:
            promises.append(_beyond(clause.text, start, end))
        if clause.asks:
            slots.append(SlotAsk.model_construct(slot=clause.asks, known=clause.asks in scenario.desk.known, stated=False, start=start, end=end))
    return Reading.model_construct(
        reader=GIVEN,
        words=sum(clause.text.count(" ") + 1 for clause in clauses),
        oddity=next((clause.oddity for clause in clauses if clause.oddity), None),
        acts=tuple(acts),
        amounts=(),
        times=(),
        promises=tuple(promises),
        claims=tuple(claims),
        touches=tuple(touches),
        offers=tuple(offers),
        slots=tuple(slots),
        answers=tuple(answers),
        clears=tuple(name for clause in clauses for name in clause.clears),
        tells=tuple(fact for clause in clauses for fact in clause.tells),
        repeated=tuple(_as_read(clause.text) for clause in clauses if clause.text in earlier),
    )


@lru_cache(maxsize=512)
def _as_read(text: str) -> str:
    """Words said before as a reader hands them on, so that they earn for a player what they earn for anybody else."""
    return plain(text).strip(" .,!?")


def _done(memory: Memory, action: str, start: int, end: int) -> Claim:
    done: Literal["true", "false"] = "true" if action in memory.done else "false"
    return Claim.model_construct(fact=None, action=action, verdict=done, start=start, end=end)


def _beyond(text: str, start: int, end: int) -> Promise:
    return Promise.model_construct(actor="rep", what=text, action=None, amount=None, due=None, bound=True, supported=False, start=start, end=end)


def remember(memory: Memory, clauses: Sequence[Clause]) -> None:
    """What the rep knows they have said."""
    memory.replies += 1
    for clause in clauses:
        memory.reflected.update(clause.touches)
        memory.told.update(clause.tells)
        memory.answered.update(clause.answers)
        memory.cleared.update(clause.clears)
        memory.reported.update(clause.reports)
        for _, outcome, _ in clause.offers:
            if outcome:
                memory.offered[outcome] = memory.replies
