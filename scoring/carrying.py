"""What a finished call leaves for a second part to take over: promises, outcome, ending and mood."""

from __future__ import annotations

from scenarios.carrying import FirstPart
from scenarios.model import Scenario
from scenarios.transcript import Transcript
from scoring.callview import CallView
from scoring.ledger import rows
from scoring.ledger_rows import Wrong
from scoring.rubric import load_rubric
from scoring.scores import LedgerEntry


def first_part(transcript: Transcript, scenario: Scenario) -> FirstPart | None:
    """How a call of ``scenario`` went; None while it has not ended. A promise taken back in time was never one."""
    view = CallView(transcript, scenario)
    if view.ended is None:
        return None
    promises = [row for row in rows(view, load_rubric().window) if row.entry.kind == "promise" and not row.corrected]
    came_out = [*view.ended.aftermath, *(discovery for _, discovery in view.found_out)]
    return FirstPart(
        promised=frozenset({row.action for row in promises if row.action} | {event.do for event in view.done}),
        outcome=view.ended.outcome,
        broken=any(row.wrong in (Wrong.BROKEN, Wrong.OVERPROMISED) for row in promises) or any(discovery.kind == "broken" for discovery in came_out),
        ending=view.ended.ending,
        anger=view.ended.mood.anger,
        trust=view.ended.mood.trust,
    )


def word_carried(transcript: Transcript, first: Scenario, second: Scenario) -> tuple[LedgerEntry, ...]:
    """What was promised or claimed in the first part and did not hold, as it stands when the second opens.

    ``second`` says what became of promises that looked kept, or were put down for later. What was taken back in time is not carried.
    """
    came_of = second.call_back.came_of if second.call_back else {}
    carried = []
    for row in rows(CallView(transcript, first), load_rubric().window):
        if row.corrected:
            continue
        if row.entry.kind == "promise" and row.action in came_of:
            carried.append(row.entry.model_copy(update={"fate": "broken", "due": None, "found_out": None, "how": came_of[row.action]}))
        elif row.wrong is not None:  # what was due is past, and "tomorrow" would be read as another day
            carried.append(row.entry.model_copy(update={"due": None}))
    return tuple(carried)
