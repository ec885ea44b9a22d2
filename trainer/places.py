"""Where in a call something stands, counted one way in every view: by the rep's own replies, from 1.

Turn numbers of the transcript count both sides and the desk; nobody who chats counts like that, so no view shows them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from trainer.deskwork import moods, reply_number

if TYPE_CHECKING:
    from scenarios.transcript import Event


def kind_at(events: Sequence[Event], turn: int) -> str:
    """Whose turn it is: ``said`` for the rep, ``acted`` for the desk, ``replied`` for the customer; empty for none of them."""
    return next((e.kind for e in events if e.turn == turn and e.kind in ("said", "acted", "replied")), "")


def place(events: Sequence[Event], turn: int) -> str:
    """``reply 3``, ``the desk after reply 2``, ``the answer to reply 3``, ``the opening``."""
    kind, number = kind_at(events, turn), reply_number(events, turn)
    if kind == "said":
        return f"reply {number}"
    if kind == "acted":
        return f"the desk after reply {number}" if number else "the desk before reply 1"
    if kind == "replied":
        return f"the answer to reply {number}" if number else "the opening"
    return "the call"


def own_place(events: Sequence[Event], turn: int) -> str:
    """The same, said to the trainee: ``your reply 3``."""
    where = place(events, turn)
    return f"your {where}" if where.startswith("reply") else where


def bar_numbers(events: Sequence[Event]) -> list[int]:
    """For each of the customer's turns, the reply it came after; 0 is the opening."""
    return [reply_number(events, turn) for turn, _ in moods(events)]
