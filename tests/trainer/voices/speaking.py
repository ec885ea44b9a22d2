"""Small makers shared by the voice tests: a scenario, a decided move, and a call's worth of turns."""

from __future__ import annotations

from typing import Any

from scenarios.library import voice
from scenarios.model import Scenario, Voice
from scenarios.moves import Intensity, Move
from scenarios.transcript import CustomerMoved, Mood
from trainer.voices.script import ScriptVoice

SLOTS = {
    "amount": "£48",
    "date": "Friday",
    "offer": "a van tomorrow",
    "question": "Did anyone write down what I said?",
    "claim": "It left the depot today.",
    "wait": "6 minutes",
    "done": "refund of £48",
    "promise": "I will ring you before noon",
}


def scenario(**customer: Any) -> Scenario:
    """A courier call with one concern, one question and one outcome; keywords go to the customer."""
    return Scenario.model_validate(
        {
            "scenario": "late-parcel",
            "title": "Late parcel",
            "trade": "courier",
            "today": "Thursday 14 May 2026, 16:20",
            "customer": {"name": "Imre Halász", "wants": "the parcel", "opening": "Where is it?", **customer},
            "concerns": [
                {
                    "id": "saturday",
                    "what": "he needs it on Saturday",
                    "says": ["I need it on Saturday.", "Saturday, I said, and I meant it."],
                    "asks": ["Did anyone write down what I said?"],
                }
            ],
            "misunderstandings": [{"id": "van", "thinks": "a van", "so": "a bike", "says": ["Your van was outside."], "cleared_if": ["it was a bike"]}],
            "outcomes": {"by-van": {"worth": 1.0, "says": ["The van, then."], "refuses": ["A van on Monday is a joke."], "later": "It came at ten."}},
        }
    )


def moved(move: Move, *, turn: int = 3, anger: float = 65, **rest: Any) -> CustomerMoved:
    mood = Mood(anger=anger, trust=30, heard=10, hope=20, patience=50)
    return CustomerMoved(turn=turn, move=move, mood=mood, **rest)


def speaker(bank: str | Voice = "dry", intensity: Intensity = Intensity.REAL, **customer: Any) -> ScriptVoice:
    chosen = voice(bank) if isinstance(bank, str) else bank
    return ScriptVoice(scenario(**customer), chosen, intensity, plain=voice("plain"))


def told(speaker_: ScriptVoice, moves: list[CustomerMoved], seed: int = 7) -> list[str]:
    """The words for these moves, each knowing the ones before."""
    shown: list[str] = []
    for one in moves:
        shown.append(speaker_.word(one, tuple(shown), seed))
    return shown
