"""What an author writes of a call-back: the second part of a case, which opens on what was promised in the first."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from scenarios.moves import Ending
from scenarios.written import Id, Level, Line, Strict


class WhenBefore(Strict):
    """How the first part must have gone: every key given must hold. Without a key it holds however it went."""

    promised: Id | None = None
    """an action of the first part that the rep promised or did"""
    not_promised: Id | None = None
    outcome: Id | None = None
    """the outcome agreed there"""
    broken: bool | None = None
    """whether a promise was broken"""
    ending: Ending | None = None
    anger_over: Level | None = None
    """mood at the end of the first part"""
    anger_under: Level | None = None
    trust_over: Level | None = None
    trust_under: Level | None = None


class SecondOpening(Strict):
    """How the customer opens the second part."""

    when: WhenBefore
    says: Line
    anger: Annotated[float, Field(ge=-30, le=30)] = 0
    """added to their temper"""
    trust: Annotated[float, Field(ge=-30, le=30)] = 0


class CallBack(Strict):
    """The first part, and the openings that may follow from it; the first whose conditions hold is used."""

    of: Id
    """the first part's scenario"""
    openings: Annotated[tuple[SecondOpening, ...], Field(min_length=1, max_length=50)]
