"""The ledger: every promise and claim of a call, what the card says of it, what was done, and when it came out."""

from __future__ import annotations

from scenarios.model import Scenario
from scenarios.transcript import Transcript
from scoring.callview import CallView
from scoring.ledger_claims import claim_rows
from scoring.ledger_promises import promise_rows
from scoring.ledger_rows import Row
from scoring.rubric import load_rubric
from scoring.scores import LedgerEntry


def rows(view: CallView, window: int) -> tuple[Row, ...]:
    """Promises and claims in the order they were made; ``window`` is the goes within which a correction comes soon."""
    return tuple(sorted(promise_rows(view, window) + claim_rows(view, window), key=lambda r: (r.at.turn, r.at.start, r.entry.kind)))


def ledger(transcript: Transcript, scenario: Scenario | None) -> tuple[LedgerEntry, ...]:
    """Each promise and claim with its fate."""
    return tuple(row.entry for row in rows(CallView(transcript, scenario), load_rubric().window))
