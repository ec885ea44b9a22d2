"""Files and text -> Scenario and Voice. What has errors does not load, and all of them are told at once."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection
from pathlib import Path
from typing import TypeVar

from scenarios.beside import Beside, read_text
from scenarios.check import examine_rows, examine_voice, has_errors
from scenarios.model import Scenario, Voice
from scenarios.problems import Problem, ScenarioProblems

T = TypeVar("T")

LATER = ("variants", "call_back", "incident", "edition", "guide")
"""Keys the format did not always have: left out, they leave the hash as it was before there were any."""


_hashes: dict[int, tuple[Scenario, str]] = {}
"""Hashes worked out, by identity: a scenario is frozen, and many calls of it are opened in a row."""
_MOST_HASHES = 64


def load_text(text: str, name: str, *, known_voices: Collection[str] | None = None) -> Scenario:
    """A scenario from YAML text; ``name`` is its file's name in messages.

    ``known_voices`` are the voices at hand, by default those shipped. Raises ScenarioProblems with every fault, warnings among them, when any is an error.
    """
    return load_rows(text, name, known_voices=known_voices)[0]


def load_rows(
    text: str, name: str, *, known_voices: Collection[str] | None = None, beside: Beside | None = None, language: str | None = None
) -> tuple[Scenario, ...]:
    """Every way to play a scenario: one, or one for each row of its variants; in ``language`` where there are strings. Raises ScenarioProblems."""
    rows, problems = examine_rows(text, name, known_voices, beside, language)
    return _usable(rows or None, problems)


def load_file(path: Path, *, known_voices: Collection[str] | None = None) -> Scenario:
    """A scenario from a file. Raises ScenarioProblems, also where the file cannot be read."""
    return load_file_rows(path, known_voices=known_voices)[0]


def load_file_rows(path: Path, *, known_voices: Collection[str] | None = None, language: str | None = None) -> tuple[Scenario, ...]:
    """Every way to play a scenario file. Raises ScenarioProblems, also where the file cannot be read."""
    return load_rows(_text_of(path), str(path), known_voices=known_voices, language=language)


def load_voice_text(text: str, name: str) -> Voice:
    """A voice from YAML text. Raises ScenarioProblems."""
    return _usable(*examine_voice(text, name))


def content_hash(scenario: Scenario) -> str:
    """16 hexadecimal digits that change when anything in the scenario changes; layout and comments of the file do not count."""
    known = _hashes.get(id(scenario))
    if known is not None and known[0] is scenario:
        return known[1]
    held = {key: value for key, value in scenario.model_dump(mode="json").items() if value or key not in LATER}
    canonical = json.dumps(held, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    digest = hashlib.sha256(canonical.encode()).hexdigest()[:16]
    if len(_hashes) >= _MOST_HASHES:
        _hashes.clear()
    _hashes[id(scenario)] = (scenario, digest)
    return digest


def _text_of(path: Path) -> str:
    text = read_text(path)
    if isinstance(text, Problem):
        raise ScenarioProblems([text])
    return text


def _usable(found: T | None, problems: list[Problem]) -> T:
    if found is None or has_errors(problems):
        raise ScenarioProblems(problems)
    return found
