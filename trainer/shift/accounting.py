"""An ended call turned into what the shift keeps of it. A function of transcript, scenario and scorecard."""

from __future__ import annotations

from itertools import pairwise

from scenarios.model import Scenario
from scenarios.moves import Ending
from scenarios.names import short_name
from scenarios.transcript import CustomerMoved, Transcript, Verdict
from scoring.callview import CallView
from scoring.ledger import rows
from scoring.ledger_rows import Row, label
from scoring.rubric import load_rubric
from scoring.scores import Scorecard
from trainer.deskwork import elapsed, reply_number
from trainer.shift.account import Account, Fate, Untruth, Word
from trainer.shift.goodwill import gifts

LONGEST = 160
"""Characters of a promise that are kept; the transcript has the rest."""

_FATES = {"kept": Fate.KEPT, "broken": Fate.BROKEN, "open": Fate.OPEN, "unsupported": Fate.BEYOND, "corrected": Fate.TAKEN_BACK}


def account_of(transcript: Transcript, scenario: Scenario, card: Scorecard, *, slot: str, second: str = "") -> Account:
    """What is kept of an ended call. ``second`` is the scenario in which its customer would call back about it."""
    view = CallView(transcript, scenario)
    ended = view.ended
    assert ended is not None
    found = rows(view, load_rubric().window)
    words = () if view.left else tuple(_word(view, row) for row in found if row.entry.kind == "promise")
    outcome = scenario.outcomes.get(ended.outcome) if ended.outcome else None
    verdict = next((event for event in transcript.events if isinstance(event, Verdict)), None)
    moved = [event for event in transcript.events if isinstance(event, CustomerMoved)]
    reports = {name: action for name, action in scenario.desk.actions.items() if action.kind == "report"}
    done = {event.do for event in view.done}
    return Account(
        slot=slot,
        attempt=transcript.id,
        scenario=scenario.scenario,
        title=scenario.title,
        customer=short_name(scenario.customer.name),
        minutes=round(elapsed(transcript.events) / 60, 1),
        provocations=sum(event.provocation for event in moved),
        ending=ended.ending.value,
        outcome=(outcome.what or (ended.outcome or "").replace("-", " ")) if outcome else "",
        says=verdict.text if verdict else "",
        next=verdict.next if verdict else (),
        anger=(moved[0].mood.anger if moved else ended.mood.anger, ended.mood.anger),
        trust=ended.mood.trust,
        calmness=card.scores["calmness"].value,
        listening=card.scores["listening"].value,
        gifts=gifts(view),
        words=words,
        untruths=_found_out(view, found),
        second=second if any(word.comes_back for word in words) or (ended.ending is Ending.UNFINISHED and not view.left) else "",
        fault=label(*next(iter(reports.items()))) if reports else "",
        passed=bool(reports) and done >= set(reports),
    )


def _word(view: CallView, row: Row) -> Word:
    entry = row.entry
    fate = _FATES.get(entry.fate, Fate.OPEN)
    if row.noted or entry.arranged:  # seen to at the desk: for an hour to come, or there and then
        fate = Fate.LATER if row.noted or entry.due else Fate.KEPT
    return Word(
        words=entry.words[:LONGEST],
        fate=fate,
        due=entry.due or "",
        reply=reply_number(view.transcript.events, entry.turn),
        comes_back=fate in (Fate.BROKEN, Fate.BEYOND) or (fate is Fate.OPEN and _due_today(view, row)),
    )


def _due_today(view: CallView, row: Row) -> bool:
    """Whether an hour was named for it that comes before the shift is over."""
    due = next((p.due for p in row.reply.reading.promises if p.due and p.start == row.entry.start), None)
    return due is not None and view.scenario is not None and due.date() == view.scenario.now.date()


def _found_out(view: CallView, found: tuple[Row, ...]) -> tuple[Untruth, ...]:
    """Untruths the customer found out, in the call or after it; those of one sentence once."""
    false = [row.entry for row in found if row.entry.kind == "claim" and row.entry.fate == "false" and row.entry.found_out is not None]
    false.sort(key=lambda entry: (entry.turn, entry.start))
    again = {(later.turn, later.start) for one, later in pairwise(false) if one.turn == later.turn and later.start < one.end}
    events = view.transcript.events
    return tuple(Untruth(words=e.words[:LONGEST], reply=reply_number(events, e.turn)) for e in false if (e.turn, e.start) not in again)
