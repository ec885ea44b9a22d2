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
    promises = promise_rows(view, window)
    claims = [row for row in claim_rows(view, window) if row.entry.fate != "true" or not any(_goes_back_on(p, row) for p in promises)]
    return tuple(sorted(promises + claims, key=lambda r: (r.at.turn, r.at.start, r.entry.kind)))


def _goes_back_on(promise: Row, claim: Row) -> bool:
    """Whether what is true in these words was only promised in them, and the promise came to nothing."""
    one, other = promise.at, claim.at
    return promise.wrong is not None and one.turn == other.turn and one.start < other.end and other.start < one.end


def ledger(transcript: Transcript, scenario: Scenario | None) -> tuple[LedgerEntry, ...]:
    """Each promise and claim with its fate."""
    return tuple(row.entry for row in rows(CallView(transcript, scenario), load_rubric().window))
