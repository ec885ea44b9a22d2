"""Everything the engine remembers of a call, frozen: the fold of its events and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, NamedTuple

from scenarios.moves import Ending, Intensity, Move
from trainer.engine.feelings import Feelings
from trainer.engine.persona import Drawn

Tally = tuple[tuple[str, int], ...]
"""How often each thing happened, by name; small, ordered and comparable."""


def count(tally: Tally, name: str) -> int:
    """How often ``name`` happened."""
    return next((n for key, n in tally if key == name), 0)


def counted(tally: Tally, *names: str) -> Tally:
    """The tally with each name counted once more."""
    book = dict(tally)
    for name in names:
        book[name] = book.get(name, 0) + 1
    return tuple(book.items())


@dataclass(frozen=True, slots=True)
class Done:
    """One desk action that worked."""

    do: str
    amount: Decimal | None
    turn: int
    reply: int
    """how many replies the rep had sent when it was done"""


@dataclass(frozen=True, slots=True)
class Pending:
    """Something said that will not bear looking into, and when it comes out."""

    kind: Literal["lie", "broken"]
    source: Literal["fact", "action", "promise", "words"]
    ref: str
    """id of the fact or action, or of neither: ``words``"""
    turn: int
    """the turn in which it was said"""
    due: int | None
    """the rep's reply at which the customer finds out; None: only after the call"""
    words: str
    """the rep's own words"""


@dataclass(frozen=True, slots=True)
class Undertaking:
    """A promise within the rep's power: kept when the matching action stands in the log."""

    action: str
    turn: int
    due_seconds: int | None
    """simulated seconds into the call at which it falls due, where it falls due within reach"""
    words: str
    amount: Decimal | None = None


class State(NamedTuple):
    """A call so far; a named tuple, because every step changes some of it and a dataclass takes four times as long over that."""

    seed: int
    intensity: Intensity
    persona: Drawn
    feelings: Feelings
    peak: float
    """the hottest anger so far"""
    turn: int = 0
    """index of the last turn taken by anyone"""
    replies: int = 0
    """replies the rep has sent"""
    seconds: int = 0
    """simulated seconds since the opening"""
    tally: Tally = ()
    """uses of acts, offers and phrases, for the ladders of repetition; times a thing was voiced or asked"""
    voiced: tuple[str, ...] = ()
    """concerns and misunderstandings the customer has brought up, in order"""
    heard: frozenset[str] = frozenset()
    """concerns the rep has taken up"""
    told: frozenset[str] = frozenset()
    """facts the rep has told truthfully"""
    found: frozenset[str] = frozenset()
    """what the customer has found out alone, or what the rep took back"""
    cleared: frozenset[str] = frozenset()
    answered: frozenset[str] = frozenset()
    """questions the rep has answered"""
    given: frozenset[str] = frozenset()
    """slots the customer has filled in answer to the rep"""
    put: frozenset[str] = frozenset()
    """desk actions put to the customer so far"""
    offered: frozenset[str] = frozenset()
    """outcomes put to the customer"""
    done: tuple[Done, ...] = ()
    pending: tuple[Pending, ...] = ()
    undertakings: tuple[Undertaking, ...] = ()
    kept: frozenset[str] = frozenset()
    """promised actions whose keeping the customer has been told of"""
    played: frozenset[str] = frozenset()
    """beats that have fired"""
    asked: str | None = None
    """id of the question in the customer's last turn"""
    moves: tuple[Move, ...] = ()
    """the customer's last moves, newest last"""
    agreed: str | None = None
    """outcome the customer has taken"""
    agreed_at: int = 0
    """the rep's reply at which it was taken"""
    hot: int = 0
    """customer turns at boiling point"""
    demanded: int | None = None
    """the rep's reply at which a supervisor was demanded and still is"""
    attacked: int | None = None
    """the turn in which the customer last attacked"""
    silent: int = 0
    """seconds of desk work since the rep last wrote"""
    expecting: bool = False
    """the rep has said what they are doing, so silence has its reason"""
    covered: int = 0
    """seconds of an explained hold that desk work may still use up"""
    held: int = 0
    """seconds of hold the customer has not yet remarked on"""
    ended: Ending | None = None
    notes: tuple[str, ...] = ()
    """reasons for changes of mood since the customer's last turn"""

    def times(self, name: str) -> int:
        return count(self.tally, name)

    @property
    def last_move(self) -> Move | None:
        return self.moves[-1] if self.moves else None
