"""The doors every voice stands behind: the engine has decided, a voice only finds the words.

``Script`` writes the line of a move from the scenario; it sees the move whole. A ``Voice`` may say that line in other words;
it sees a ``MoveRequest`` and nothing else, and what it says is shown and never read back.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from scenarios.transcript import CustomerMoved, Ended, Event, Verdict
from trainer.voices.request import MoveRequest


class Script(Protocol):
    """Turns a decided move into the written line. Pure: the same arguments give the same words."""

    @property
    def name(self) -> str:
        """Written into every ``CustomerSaid``."""
        ...

    def word(self, moved: CustomerMoved, shown: tuple[str, ...], seed: int) -> str:
        """The customer's line for ``moved``; ``shown`` holds the lines already written, oldest first. ``moved.says`` must be kept."""
        ...

    def verdict(self, ended: Ended, events: tuple[Event, ...], seed: int) -> Verdict:
        """The customer's verdict in their own words once the call is over; ``events`` is the whole call."""
        ...


class Reason(StrEnum):
    """Why the written line was shown in a model's stead; the guards have codes of their own beside these."""

    FIXED = "fixed"
    """the scenario fixed these words"""
    LOADING = "loading"
    """the model was not there yet"""
    SLOW = "slow"
    """the model is too slow on this machine to be asked at all"""
    LATE = "late"
    """no line came in time"""
    SKIPPED = "skipped"
    """the trainee did not wait for it"""
    EMPTY = "empty"
    """it said nothing"""
    BROKEN = "broken"
    """the model's process or server failed"""
    OFF = "off"
    """switched off for this sitting, after too many faults"""


@dataclass(frozen=True)
class Spoken:
    """The line to show."""

    text: str
    voice: str
    """the voice's name, and where it fell back to the written line, why: ``model:late``"""


class Voice(Protocol):
    """Says a written line in this customer's words, or as it is written. Never raises; never takes longer than it may."""

    name: str
    manner: str
    """how this customer writes, in the words of their voice bank"""
    notice: str
    """one sentence about the voice itself, after a turn that gave cause for one; mostly empty"""

    @property
    def ready(self) -> bool:
        """Whether a line would be waited for at all."""
        ...

    def say(self, request: MoveRequest) -> Spoken:
        """The line to show for this move."""
        ...

    def prepare(self, request: MoveRequest, shown: str) -> None:
        """A call is under way: ``shown`` stands for this move, and the rep's reply comes next."""
        ...

    def hurry(self) -> None:
        """Whoever waits does not want to any longer: the line under way is shown as written. From any thread."""
        ...

    def close(self) -> None:
        """The sitting is over; whatever runs is ended."""
        ...
