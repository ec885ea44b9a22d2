"""The open rubric as it is read in the game: the four scores with what earns and costs in a call; what a player never meets, last."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from scoring.rubric import Criterion, Rubric
from trainer.authoring.rubric.showing import worth


@dataclass(frozen=True, kw_only=True)
class Section:
    """One heading with its rules, a line each."""

    title: str
    base: float | None
    """where the score starts; None for what is no score of its own"""
    about: str
    lines: tuple[str, ...]


def sections(rubric: Rubric) -> Iterator[Section]:
    """A section a score, then what counts only in chats that were not played here."""
    for dimension, part in rubric.dimensions.items():
        met = tuple(_line(rubric, criterion) for criterion in rubric.of(dimension) if not criterion.unscripted)
        yield Section(title=part.title, base=part.base, about=part.about, lines=met)
    unmet = tuple(f"{rubric.dimensions[c.dimension].title}, {_line(rubric, c)}" for c in rubric.criteria if c.unscripted)
    yield Section(title="Not in a call", base=None, about="These judge chats from elsewhere that no scenario goes with.", lines=unmet)


def _line(rubric: Rubric, criterion: Criterion) -> str:
    return f"{worth(rubric, criterion)}: {criterion.shown}"
