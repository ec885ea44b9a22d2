"""The one door every voice stands behind: the engine has decided, a voice only finds the words."""

from __future__ import annotations

from typing import Protocol

from scenarios.transcript import CustomerMoved, Ended, Event, Verdict


class Voice(Protocol):
    """Turns a decided move into a line of chat. Pure: the same arguments give the same words."""

    @property
    def name(self) -> str:
        """Written into every ``CustomerSaid``: ``script``, ``model`` ..."""
        ...

    def word(self, moved: CustomerMoved, shown: tuple[str, ...], seed: int) -> str:
        """The customer's line for ``moved``; ``shown`` holds the lines already said, oldest first. ``moved.says`` must be kept."""
        ...

    def verdict(self, ended: Ended, events: tuple[Event, ...], seed: int) -> Verdict:
        """The customer's verdict in their own words once the call is over; ``events`` is the whole call."""
        ...
