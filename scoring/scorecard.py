"""Puts the four scores, the ledger and the mood curve of one call side by side. There is no total, on purpose."""

from __future__ import annotations

from scenarios.model import Scenario
from scenarios.transcript import CustomerMoved, Opened, Transcript
from scoring.by_acts import by_acts
from scoring.callview import CallView
from scoring.calmness import calmness
from scoring.honesty import honesty
from scoring.ledger import rows
from scoring.ledger_rows import Row
from scoring.listening import listening
from scoring.resolution import outcome_note, resolution
from scoring.rubric import Rubric, load_rubric
from scoring.scores import Dimension, MoodAt, Score, Scorecard


def scorecard(transcript: Transcript, scenario: Scenario | None, rubric: Rubric | None = None, *, card: bool = False) -> Scorecard:
    """Judge one call. Pure: the same transcript, scenario and rubric give the same scorecard.

    ``card``: without a scenario, whether the chat brought a card of its own that its replies were read beside.
    """
    rubric = rubric or load_rubric()
    view = CallView(transcript, scenario)
    ledger_rows = rows(view, rubric.window)
    return Scorecard(
        scenario=scenario.scenario if scenario else transcript.scenario,
        rubric=rubric.version,
        reader=_readers(view),
        outcome=outcome_note(view),
        scores=_scores(view, rubric, ledger_rows) if scenario else by_acts(view, rubric, card=card),
        ledger=tuple(row.entry for row in ledger_rows),
        mood=_moods(transcript),
    )


def _scores(view: CallView, rubric: Rubric, ledger_rows: tuple[Row, ...]) -> dict[Dimension, Score]:
    return {
        "calmness": calmness(view, rubric),
        "listening": listening(view, rubric),
        "honesty": honesty(view, rubric, ledger_rows),
        "resolution": resolution(view, rubric, ledger_rows),
    }


def _readers(view: CallView) -> str:
    """Name and version of every reader whose readings were judged; more than one after a resumed call."""
    return ", ".join(sorted({r.reading.reader for r in view.replies}))


def _moods(transcript: Transcript) -> tuple[MoodAt, ...]:
    """The customer's mood at each of their turns; nothing for a chat of other origin, whose customer we cannot feel for."""
    if not any(isinstance(event, Opened) for event in transcript.events):
        return ()
    return tuple(MoodAt(turn=e.turn, **e.mood.model_dump()) for e in transcript.events if isinstance(e, CustomerMoved))
