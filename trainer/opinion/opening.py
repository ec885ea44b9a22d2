"""Begins a second opinion on a call: which model, which replies. The one place where settings and voices meet the questions."""

from __future__ import annotations

from scenarios.transcript import Transcript
from scoring.scores import Debrief
from trainer.opinion.asking import Asking
from trainer.opinion.questions import questions_of
from trainer.settings.current import settings
from trainer.voices.sitting import Sitting


def asking_for(sitting: Sitting, transcript: Transcript, talk: Debrief) -> Asking:
    """What is to be asked of this call; the model begins to load. Raises CoolheadError where there is none, and what to do."""
    questions = questions_of(transcript.events, [point.turn for point in talk.points])
    return Asking(sitting.weigher(settings().second_opinion_from), questions)
