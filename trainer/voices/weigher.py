"""What can be asked which of a few answers it would give: the same models that draft lines, asked something else.

It words nothing. It says how likely each answer is, and whoever asked decides what that is worth.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from trainer.voices.drafter import Messages, Standing


@dataclass(frozen=True)
class Weighed:
    """How likely a model held each answer to be, in the order they were given."""

    shares: tuple[float, ...]
    """of all that it might have said; what they lack to 1 went to something that is no answer"""


@runtime_checkable
class Weigher(Protocol):
    """Weighs the answers to one question at a time. No method waits, and none raises."""

    name: str

    @property
    def standing(self) -> Standing: ...

    def open(self, on_ready: Callable[[], None] | None = None) -> None:
        """Begin to load, in the background."""
        ...

    def weigh(self, messages: Messages, answers: Sequence[str], beside: Messages = ()) -> Future[Weighed]:
        """How likely each of ``answers``, a letter each, is to be what comes next; the future fails with DraftError where that cannot be known.

        ``beside`` is another prompt about the same thing: what both begin with is read once, for this and the next ones.
        """
        ...

    def cancel(self) -> None:
        """Nobody waits any longer."""
        ...

    def close(self) -> None: ...
