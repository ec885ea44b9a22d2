"""The clause that shows the customer noticed what the rep just did, and when it must be left unsaid.

A reaction and the line after it are chosen apart, so this is where the two are kept from contradicting each other.
"""

from __future__ import annotations

import re

from scenarios.moves import Band, Move, Reaction
from scenarios.transcript import CustomerMoved
from trainer.voices.choosing import levelled
from trainer.voices.slots import clean

_WORD = re.compile(r"[\w']+")

SLOT_OF = {
    Reaction.AMOUNT: "amount",
    Reaction.DATE: "date",
    Reaction.HELD: "wait",
    Reaction.FIRM_PROMISE: "promise",
}
"""The word a reaction is about, where it is about one."""

WARM = frozenset(
    {
        Reaction.OWNED, Reaction.HEARD, Reaction.VALIDATED, Reaction.APOLOGY, Reaction.EXPLAINED, Reaction.CHOICE, Reaction.HONEST_NO,
        Reaction.UNKNOWN, Reaction.CLEARED, Reaction.DONE, Reaction.LIMIT,
    }
)  # fmt: skip
"""Grudging credit or a step back. It would ring false before an attack."""

SOUR = frozenset(
    {
        Reaction.EMPTY_APOLOGY, Reaction.DODGED, Reaction.BARE_NO, Reaction.BLAMED, Reaction.ARGUED, Reaction.INVALIDATED, Reaction.INSULTED,
        Reaction.PARROTED, Reaction.ASKED_TWICE, Reaction.HELD,
    }
)  # fmt: skip
"""Complaints about the reply. They would ring false before thanks."""

HOSTILE_MOVES = frozenset(
    {Move.PROVOKE, Move.HANG_UP, Move.DEMAND_SUPERVISOR, Move.THREATEN, Move.CALL_OUT_LIE, Move.CALL_OUT_STOCK, Move.CALL_OUT_IGNORED, Move.CALL_OUT_REASK}
)
FRIENDLY_MOVES = frozenset({Move.THANK, Move.ACCEPT, Move.SOFTEN, Move.BACK_DOWN, Move.DISCLOSE})

_SAME_POINT = frozenset(
    {
        (Reaction.DODGED, Move.CALL_OUT_IGNORED), (Reaction.ASKED_TWICE, Move.CALL_OUT_REASK), (Reaction.EMPTY_APOLOGY, Move.CALL_OUT_STOCK),
        (Reaction.PARROTED, Move.CALL_OUT_STOCK), (Reaction.LIMIT, Move.BACK_DOWN), (Reaction.DONE, Move.PRESS), (Reaction.BARE_NO, Move.REFUSE),
        (Reaction.FIRM_PROMISE, Move.CALL_OUT_LIE), (Reaction.CLEARED, Move.RESTATE),
        (Reaction.HEARD, Move.RESTATE), (Reaction.VALIDATED, Move.RESTATE), (Reaction.EXPLAINED, Move.CHALLENGE),
    }
)  # fmt: skip
"""Pairs in which the move already says it, or says the opposite."""

_BEFORE_FIXED = frozenset({Reaction.AMOUNT, Reaction.DATE})
"""All that may stand before a sentence the scenario fixed: it was written to open the turn."""


def fits(moved: CustomerMoved, body: str) -> bool:
    """Whether this turn's reaction may stand before this body."""
    reaction = moved.reaction
    if reaction is None or moved.turn == 0 or (reaction, moved.move) in _SAME_POINT or _says_it_already(moved, body):
        return False
    if moved.says is not None and (reaction not in _BEFORE_FIXED or moved.move in HOSTILE_MOVES):
        return False
    if reaction in WARM:
        return moved.move not in HOSTILE_MOVES and Band.of(moved.mood.anger) is not Band.FURIOUS
    return not (reaction in SOUR and moved.move in FRIENDLY_MOVES)


def stutters(reaction: str, body: str) -> bool:
    """Whether the clause ends, or begins, on the word the body begins with: ``Right. Right, then.``"""
    before, after = _WORD.findall(levelled(reaction)), _WORD.findall(levelled(body))
    return bool(before and after) and after[0] in (before[0], before[-1])


def _says_it_already(moved: CustomerMoved, body: str) -> bool:
    slot = SLOT_OF.get(moved.reaction) if moved.reaction else None
    value = clean(moved.slots.get(slot, "")) if slot else ""
    return bool(value) and levelled(value).rstrip(".") in levelled(body)
