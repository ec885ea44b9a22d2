"""Puts the four scores, the ledger and the mood curve of one call side by side. There is no total, on purpose."""

from __future__ import annotations

from scenarios.model import Scenario
from scenarios.transcript import CustomerMoved, Opened, Transcript
from scoring.callview import CallView
from scoring.calmness import calmness
from scoring.honesty import honesty
from scoring.ledger import rows
from scoring.listening import listening
from scoring.resolution import outcome_note, resolution
from scoring.rubric import Rubric, load_rubric
from scoring.scores import MoodAt, Scorecard


def scorecard(transcript: Transcript, scenario: Scenario | None, rubric: Rubric | None = None) -> Scorecard:
    """Judge one call. Pure: the same transcript, scenario and rubric give the same scorecard."""
    rubric = rubric or load_rubric()
    view = CallView(transcript, scenario)
    ledger_rows = rows(view, rubric.window)
    return Scorecard(
        scenario=scenario.scenario if scenario else transcript.scenario,
        rubric=rubric.version,
        reader=_readers(view),
        outcome=outcome_note(view),
        scores={
            "calmness": calmness(view, rubric),
            "listening": listening(view, rubric),
            "honesty": honesty(view, rubric, ledger_rows),
            "resolution": resolution(view, rubric, ledger_rows),
        },
        ledger=tuple(row.entry for row in ledger_rows),
        mood=_moods(transcript),
    )


def _readers(view: CallView) -> str:
    """Name and version of every reader whose readings were judged; more than one after a resumed call."""
    return ", ".join(sorted({r.reading.reader for r in view.replies}))


def _moods(transcript: Transcript) -> tuple[MoodAt, ...]:
    """The customer's mood at each of their turns; nothing for a chat of other origin, whose customer we cannot feel for."""
    if not any(isinstance(event, Opened) for event in transcript.events):
        return ()
    return tuple(MoodAt(turn=e.turn, **e.mood.model_dump()) for e in transcript.events if isinstance(e, CustomerMoved))
