"""The trainee's own view of a call beside what was measured: where each says it turned. The same words in both views."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from scenarios.model import Scenario
from scenarios.moves import Ending
from scenarios.names import short_name
from scenarios.transcript import Event
from scoring.felt import around, felt_words
from scoring.scores import Debrief
from trainer.places import own_place
from trainer.text import safe_line

SAID_MOST = 400
"""Characters shown of where the trainee says it turned."""


def turning_lines(rating: dict[str, Any], talk: Debrief, events: Sequence[Event], scenario: Scenario) -> list[str]:
    """Where the trainee says it turned, then where the mood did."""
    own = safe_line(str(rating.get("turning_point", "")), SAID_MOST)
    return [line for line in (f"You said it turned: “{own}”" if own else "", _measured(talk, events, scenario)) if line]


def _measured(talk: Debrief, events: Sequence[Event], scenario: Scenario) -> str:
    turn = talk.turning_point
    felt = around(events, turn) if turn is not None else None
    if turn is None or felt is None:
        return ""
    did = max((e for e in events if e.turn < turn and e.kind in ("said", "acted")), key=lambda e: e.turn, default=None)
    if did is None:
        return ""
    name = short_name(scenario.customer.name)
    left = any(e.kind == "ended" and e.turn == turn and e.ending is Ending.HUNG_UP for e in events)
    words = f"{name} broke off the call." if left else felt_words(name, *felt)  # whatever rose then, they went
    return f"By the mood it turned after {own_place(events, did.turn)}: {words}" if words.strip() else ""
