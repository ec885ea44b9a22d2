"""What a content file's name says of it: an incident is told from a scenario before anything is read."""

from __future__ import annotations

YAML = (".yaml", ".yml")
INCIDENT = tuple(f".incident{suffix}" for suffix in YAML)


def is_incident(name: str) -> bool:
    """Whether a file of this name holds an incident, which several scenarios share."""
    return name.endswith(INCIDENT)


def file_name(path: str) -> str:
    """The last part of a path."""
    return path.replace("\\", "/").rpartition("/")[2]
