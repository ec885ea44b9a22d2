"""What a drill is: one customer's line to answer once, the card beside it, and three replies that show what its skill is and is not.

The three replies and the lesson are for the author, the check and the trainee who has answered; nothing judges by them.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from scenarios.exchange import Speaker
from scenarios.written import Id, Line, Strict

Short = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=80)]
About = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
Said = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=1000)]

SPEAKERS = (Speaker.REP, Speaker.CUSTOMER)
"""Who can have spoken before."""


class Drill(Strict):
    """One customer, one line, one reply."""

    id: Id
    trade: Short
    level: int = Field(ge=1, le=3)
    """1 plain, 2 harder, 3 hard, by facts, stakes and temper"""
    customer: About
    """who they are: name first, then a comma and what one needs to know"""
    before: tuple[Said, ...] = Field(default=(), max_length=12)
    """what was said before, oldest first, each begun with ``rep:`` or ``customer:``"""
    says: Line
    card: tuple[Said, ...] = Field(min_length=1, max_length=12)
    """what the rep has on the desk: what is so, what may and may not be done"""
    good: Line
    """does the skill well for this customer"""
    thin: Line
    """well meant, and misses it"""
    poor: Line
    """does the opposite, the quiet way people do"""
    lesson: Line

    @property
    def name(self) -> str:
        """What the customer is called."""
        return self.customer.partition(",")[0].strip()

    @property
    def earlier(self) -> tuple[tuple[Speaker, str], ...]:
        """Who said what before."""
        return tuple((who, words) for line in self.before if (found := spoken(line)) for who, words in (found,))


class DrillFile(Strict):
    """One file: drills of one skill."""

    skill: Id
    drills: tuple[Drill, ...] = Field(min_length=1, max_length=500)


def spoken(line: str) -> tuple[Speaker, str] | None:
    """Speaker and words of a line of what was said before; None where it does not say who spoke."""
    head, colon, words = line.partition(":")
    who = next((speaker for speaker in SPEAKERS if speaker.value == head.strip().lower()), None)
    return (who, words.strip()) if who and colon and words.strip() else None
