"""What a scenario file plays at this moment: the scenario and the voices that word it, or all its problems."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from scenarios.check import examine, has_errors, read_text
from scenarios.library import voice, with_voice
from scenarios.model import Scenario, Voice
from scenarios.problems import Problem, ScenarioProblems
from scenarios.shelf import voice_ids
from trainer.finding import own_folders


@dataclass(frozen=True)
class Version:
    """The content being played. Two that are equal play alike."""

    scenario: Scenario
    voice: Voice
    plain: Voice
    """what is said where the customer's own voice has no line"""


def load(file: Path) -> tuple[Version | None, tuple[Problem, ...]]:
    """What the file plays now, None where it has errors; and all its problems, those of its voice among them."""
    folders = own_folders()
    text = read_text(file)
    found, problems = (None, [text]) if isinstance(text, Problem) else examine(text, str(file), voice_ids(folders))
    if found is None or has_errors(problems):
        return None, tuple(problems)
    try:
        spoken = voice(found.customer.voice, folders)
        return Version(with_voice(found, spoken), spoken, voice("plain")), tuple(problems)
    except ScenarioProblems as error:
        return None, (*problems, *error.problems)
