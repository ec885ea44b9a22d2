"""Files and text -> Scenario and Voice. What has errors does not load, and all of them are told at once."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection
from pathlib import Path
from typing import TypeVar

from scenarios.check import examine, examine_voice, has_errors, read_text
from scenarios.model import Scenario, Voice
from scenarios.problems import Problem, ScenarioProblems

T = TypeVar("T")


_hashes: dict[int, tuple[Scenario, str]] = {}
"""Hashes worked out, by identity: a scenario is frozen, and many calls of it are opened in a row."""
_MOST_HASHES = 64


def load_text(text: str, name: str, *, known_voices: Collection[str] | None = None) -> Scenario:
    """A scenario from YAML text; ``name`` is its file's name in messages.

    ``known_voices`` are the voices at hand, by default those shipped. Raises ScenarioProblems with every fault, warnings among them, when any is an error.
    """
    return _usable(*examine(text, name, known_voices))


def load_file(path: Path, *, known_voices: Collection[str] | None = None) -> Scenario:
    """A scenario from a file. Raises ScenarioProblems, also where the file cannot be read."""
    return load_text(_text_of(path), str(path), known_voices=known_voices)


def load_voice_text(text: str, name: str) -> Voice:
    """A voice from YAML text. Raises ScenarioProblems."""
    return _usable(*examine_voice(text, name))


def content_hash(scenario: Scenario) -> str:
    """16 hexadecimal digits that change when anything in the scenario changes; layout and comments of the file do not count."""
    known = _hashes.get(id(scenario))
    if known is not None and known[0] is scenario:
        return known[1]
    canonical = json.dumps(scenario.model_dump(mode="json"), sort_keys=True, separators=(",", ":"), ensure_ascii=True)
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
