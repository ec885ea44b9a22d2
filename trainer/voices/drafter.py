"""What stands behind a voice that is no script: something that drafts a line from messages, and may fail in any way."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

Messages = Sequence[dict[str, str]]


class Level(StrEnum):
    """How far a drafter is."""

    LOADING = "loading"
    READY = "ready"
    SLOW = "slow"
    """it works, but a line takes longer than anybody should wait"""
    BROKEN = "broken"


@dataclass(frozen=True)
class Standing:
    """How a drafter stands; ``sentence`` says it plainly where it is anything but ready."""

    level: Level
    sentence: str = ""
    line_seconds: float = 0.0
    """what a usual line takes here, as far as known"""
    quirks: Mapping[str, bool] = field(default_factory=dict)
    """what the model's template will not have, by name"""


@dataclass(frozen=True)
class Draft:
    """A line as it came, and what it cost."""

    text: str
    first_seconds: float = 0.0
    seconds: float = 0.0
    fed: int = 0
    new: int = 0


class DraftError(Exception):
    """No line came of it, and why."""


class Drafter(Protocol):
    """Drafts one line at a time; a new one takes the place of what is under way. No method waits, and none raises."""

    name: str

    @property
    def standing(self) -> Standing: ...

    def open(self, on_ready: Callable[[], None] | None = None) -> None:
        """Begin to load, in the background; ``on_ready`` is called, from any thread, whenever it can draft."""
        ...

    def draft(self, messages: Messages, *, seed: int, temperature: float) -> Future[Draft]:
        """A line; the future fails with DraftError when there will be none."""
        ...

    def cancel(self) -> None:
        """Nobody waits any longer. What does not obey soon is ended and started again."""
        ...

    def commit(self, one: Messages, other: Messages, *, root: bool = False) -> Future[int]:
        """Read in idle time what both prompts begin with; how many tokens that is, 0 where nothing is kept."""
        ...

    def close(self) -> None: ...
