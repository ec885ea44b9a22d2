"""When something of a scenario holds: the conditions that scripted moments, hints and answers share."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from scenarios.written import Id, Level, Strict


class When(Strict):
    """A condition of a moment, a hint or an answer: every key given must hold."""

    from_reply: Annotated[int, Field(ge=1, le=40)] | None = None
    """not before the rep's nth reply"""
    until_reply: Annotated[int, Field(ge=1, le=40)] | None = None
    heard: Id | None = None
    unheard: Id | None = None
    told: Id | None = None
    untold: Id | None = None
    uncleared: Id | None = None
    done: Id | None = None
    not_done: Id | None = None
    offered: Id | None = None
    """outcome id"""
    anger_over: Level | None = None
    anger_under: Level | None = None
    trust_over: Level | None = None
    trust_under: Level | None = None
