"""The prompt's words, read once from ``prompts.yaml``."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from scenarios.model import Strict
from scenarios.moves import Band, Intensity, Move
from scenarios.yaml_source import plain_values

FILE = Path(__file__).parent / "prompts.yaml"


class Example(Strict):
    """One turn shown to the model before the first: what the rep wrote, what was wanted, and a line that does it."""

    rep: str
    direction: str
    line: str


class Told(Strict):
    """All that a prompt is made of beside the request."""

    card: str
    rules: tuple[str, ...]
    examples: tuple[Example, ...]
    bands: dict[Band, str]
    intensities: dict[Intensity, str]
    moves: dict[Move, str]
    opening: str
    no_reply: str


@lru_cache(maxsize=1)
def told() -> Told:
    """The prompt's words."""
    return Told.model_validate(plain_values(FILE.read_text(encoding="utf-8")))
