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
    """an action of the first part that the rep neither promised nor did"""
    outcome: Id | None = None
    """the outcome agreed there"""
    broken: bool | None = None
    """whether a promise was broken"""
    ending: Ending | None = None
    """how the first part ended"""
    anger_over: Level | None = None
    """the customer's anger at the end of the first part was above this"""
    anger_under: Level | None = None
    """or below this"""
    trust_over: Level | None = None
    """their trust at the end of the first part was above this"""
    trust_under: Level | None = None
    """or below this"""


class SecondOpening(Strict):
    """How the customer opens the second part."""

    when: WhenBefore
    """how the first part went; every condition given must hold"""
    says: Line
    """the first thing they write"""
    anger: Annotated[float, Field(ge=-30, le=30)] = 0
    """added to their temper"""
    trust: Annotated[float, Field(ge=-30, le=30)] = 0
    """added to their temper"""


class CallBack(Strict):
    """The first part, and the openings that may follow from it; the first whose conditions hold is used."""

    of: Id
    """the first part's scenario"""
    openings: Annotated[tuple[SecondOpening, ...], Field(min_length=1, max_length=50)]
    """the first whose conditions hold takes the place of the customer's opening"""
