"""Everything practised, read from the records at one go: what progress and the day's plan are made from.

One question to the file however many calls there are; only what they need of a scorecard is read out of it.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError
from sqlalchemy import select

from trainer.records.schema import attempts, ratings
from trainer.records.store import Store


class _Kept(BaseModel):
    """A part of a kept scorecard: keys of other versions are passed over."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class Row(_Kept):
    """One line of evidence."""

    rule: str
    points: float
    says: str
    turn: int


class _Score(_Kept):
    value: float | None = None
    evidence: tuple[Row, ...] = ()


class MoodThen(_Kept):
    """The customer's anger in one of their turns."""

    turn: int
    anger: float


class _Outcome(_Kept):
    accepted: bool | None = None


class Card(_Kept):
    """What progress reads of a scorecard."""

    rubric: str
    outcome: _Outcome
    scores: dict[str, _Score]
    mood: tuple[MoodThen, ...] = ()

    @property
    def left(self) -> bool:
        """Whether the trainee left the call: nothing is held against that, so nothing is measured by it."""
        return self.outcome.accepted is None

    @property
    def rows(self) -> list[Row]:
        return [row for score in self.scores.values() for row in score.evidence]


@dataclass(frozen=True, kw_only=True)
class CallThen:
    """One first try at a call."""

    id: str
    scenario: str
    began: datetime
    """UTC"""
    finished: datetime | None
    card: Card | None
    """None while it is not finished, and where the kept scorecard cannot be read any more"""
    rating: dict[str, Any]
    """the trainee's own, from 1 to 5 by dimension; empty where none was given"""


def calls_then(store: Store) -> list[CallThen]:
    """Every first try, oldest first. Raises StoreError."""
    wanted = select(attempts.c.id, attempts.c.scenario, attempts.c.began, attempts.c.finished, attempts.c.scorecard, ratings.c.body)
    query = wanted.outerjoin_from(attempts, ratings).where(attempts.c.parent.is_(None)).order_by(attempts.c.number)
    with store.reading() as connection:
        return [
            CallThen(
                id=id_,
                scenario=scenario,
                began=datetime.fromisoformat(began),
                finished=datetime.fromisoformat(finished) if finished else None,
                card=_card(card) if finished and card else None,
                rating=dict(json.loads(rating)) if rating else {},
            )
            for id_, scenario, began, finished, card, rating in connection.execute(query)
        ]


def _card(text: str) -> Card | None:
    try:
        return Card.model_validate_json(text)
    except ValidationError:
        return None
