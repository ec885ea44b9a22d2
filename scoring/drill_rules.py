"""What the reply to a drill is read for, as data: the parts each skill is made of, and the harms that are its contrary.

The numbers and names lie in ``drills.yaml``; how each is looked for lies in ``drill_looks``.
"""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from scenarios.acts import Act
from scenarios.yaml_source import plain_values
from scoring.drill_plain import Phrase

FILE = Path(__file__).with_name("drills.yaml")


class How(StrEnum):
    """Where to look for a part."""

    ACTS = "acts"
    """a stretch that does one of the acts"""
    BEFORE = "before"
    """the heart stands before any stretch that does one of the acts"""
    ONE = "one"
    """one thing is asked and no more"""
    NEW = "new"
    """what is asked was not told before"""
    ANSWER = "answer"
    """the customer's question is answered straight"""
    EARLY = "early"
    """the heart stands at the beginning, behind nothing but manners"""
    BOUND = "bound"
    """the promise has a time"""
    NEWS = "news"
    """something of the card is told that the customer had not said"""
    HELP = "help"
    """something of the customer's own matter stands in the reply as help on offer"""
    WARM = "warm"
    """a time, or what goes along, stands with the handover"""
    CLOSES = "closes"
    """the reply ends on a question that does one of the acts"""
    DETAILS = "details"
    """``least`` words and figures of the card stand in it"""


class Of(StrEnum):
    """Whose words a stretch must have something of."""

    CUSTOMER = "customer"
    CARD = "card"
    CASE = "case"
    ANY = "any"


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Part(_Frozen):
    """One thing the skill is made of."""

    id: str
    how: How = How.ACTS
    acts: tuple[Act, ...] = ()
    of: Of = Of.ANY
    ear: float = Field(default=0.0, ge=0)
    """how far below its bar an act still counts here, in the model's own units"""
    least: int = 0
    apart: bool = False
    """whether it has to stand in another sentence than the heart, unless that one is full of the card"""
    phrase: Phrase | None = None
    """everyday words that show it too, though the reader is unsure of them"""
    met: str
    missed: str
    bare: str = ""
    """said for ``missed`` where one of the acts is there, with nothing of this case in it"""
    late: str = ""
    """said for ``missed`` where it is there, but something stands behind it"""


class SkillRules(_Frozen):
    """What one skill is read for."""

    parts: tuple[Part, ...] = Field(min_length=1)
    half: tuple[Act, ...] = ()
    """acts that show a part of the skill where its heart is missing"""
    against: tuple[Act, ...] = ()
    slip: bool = False
    """whether the mistake is the customer's: to say so without softening it puts it on them"""


class DrillRules(_Frozen):
    """All skills."""

    version: str
    skills: dict[str, SkillRules]


@cache
def drill_rules() -> DrillRules:
    """The shipped rules."""
    return DrillRules.model_validate(plain_values(FILE.read_text(encoding="utf-8")))
