"""What an author writes of a call-back: the second part of a case, which opens on what was promised in the first."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field, SerializerFunctionWrapHandler, model_serializer

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
    came_of: dict[Id, Line] = Field(default_factory=dict)
    """what became of a promise of the first part that was not kept after all, by the action that stood for it; the second part's ledger tells it"""

    @model_serializer(mode="wrap")
    def _as_ever(self, written: SerializerFunctionWrapHandler) -> dict[str, Any]:
        """Without it a call-back is what it was before there was such a key, and so is its hash."""
        return {key: value for key, value in written(self).items() if key != "came_of" or value}
