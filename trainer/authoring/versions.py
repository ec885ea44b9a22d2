"""What a scenario file plays at this moment: every way to play it with the voices that word it, or all its problems."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from scenarios.beside import Beside, Stamp
from scenarios.check import examine_rows, has_errors, read_text
from scenarios.library import voice, with_voice
from scenarios.model import Scenario, Voice
from scenarios.problems import Problem, ScenarioProblems
from scenarios.shelf import voice_ids
from scenarios.variants import row_drawn
from trainer.finding import own_folders


@dataclass(frozen=True)
class Version:
    """The content being played. Two that are equal play alike."""

    scenario: Scenario
    voice: Voice
    plain: Voice
    """what is said where the customer's own voice has no line"""


@dataclass(frozen=True)
class Loaded:
    """One reading of the file."""

    versions: tuple[Version, ...]
    """one for each row of its variants, one where it has none; none where it has errors"""
    problems: tuple[Problem, ...]
    """its own, and those of the voice and the files it leans on"""
    leans_on: Mapping[Path, Stamp] = field(default_factory=dict)
    """files beside it that were looked at, and how they stood then"""


def load(file: Path) -> Loaded:
    """Read the file, and all it leans on. Never raises for what an author wrote."""
    folders, beside = own_folders(), Beside.of(str(file))
    text = read_text(file)
    rows, problems = ((), [text]) if isinstance(text, Problem) else examine_rows(text, str(file), voice_ids(folders), beside)
    leans_on = {path: stamp for path, stamp in beside.seen.values() if isinstance(path, Path)}
    try:
        versions = () if has_errors(problems) else tuple(_version(row, folders) for row in rows)
    except ScenarioProblems as error:
        return Loaded((), (*problems, *error.problems), leans_on)
    return Loaded(versions, tuple(problems), leans_on)


def drawn(versions: Sequence[Version], seed: int) -> Version:
    """The version a seed plays, as in a call."""
    return versions[row_drawn(seed, len(versions))]


def _version(row: Scenario, folders: Sequence[Path]) -> Version:
    spoken = voice(row.customer.voice, folders)
    return Version(with_voice(row, spoken), spoken, voice("plain"))
