"""What is asked, read once from ``items.yaml``: change a question there and no code."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Literal

import yaml

from scenarios.model import Strict
from scoring.scores import Dimension

FILE = Path(__file__).parent / "items.yaml"


class Item(Strict):
    """One question about a reply."""

    id: str
    dimension: Dimension
    """the score it stands beside"""
    question: str
    answers: tuple[str, str]
    """yes, then no"""
    title: str
    good: Literal["yes", "no"]
    """the answer that speaks for the reply"""


class Items(Strict):
    """All that a model is told beside the exchange, and the questions."""

    card: str
    exchange: str
    put: str
    which: str
    items: tuple[Item, ...]


@lru_cache(maxsize=1)
def items() -> Items:
    """The words."""
    return Items.model_validate(yaml.safe_load(FILE.read_text(encoding="utf-8")))
