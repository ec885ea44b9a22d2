"""What a content file's name says of it: an incident is told from a scenario before anything is read."""

from __future__ import annotations

import re
from collections.abc import Container

YAML = (".yaml", ".yml")
_STRINGS = re.compile(r"(?P<stem>[a-z0-9][a-z0-9-]*)\.(?P<language>[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\.ya?ml\Z")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*\Z")
INCIDENT = tuple(f".incident{suffix}" for suffix in YAML)


def is_incident(name: str) -> bool:
    """Whether a file of this name holds an incident, which several scenarios share."""
    return name.endswith(INCIDENT)


def file_name(path: str) -> str:
    """The last part of a path."""
    return path.replace("\\", "/").rpartition("/")[2]


def is_language(word: str) -> bool:
    """Whether a word can name a language: ``fr``, ``pt-BR``. The names of an entry's other keys cannot."""
    return bool(_LANGUAGE.match(word)) and word not in ("at", "was")


def strings_name(scenario: str, language: str) -> str:
    """The name of a scenario file's strings file."""
    return f"{scenario.rpartition('.')[0]}.{language}.yaml"


def strings_of(name: str, beside: Container[str]) -> tuple[str, str] | None:
    """The scenario file and the language of a strings file; None for a file that is none, or whose scenario is not ``beside`` it."""
    found = _STRINGS.match(name)
    if found is None or not is_language(found["language"]):
        return None
    scenario = next((found["stem"] + suffix for suffix in YAML if found["stem"] + suffix in beside), None)
    return (scenario, found["language"]) if scenario else None
