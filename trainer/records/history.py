"""All first tries at once, with their scorecards and own ratings: one question to the file however many there are."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select

from trainer.records.schema import attempts, ratings
from trainer.records.store import Store


@dataclass(frozen=True, kw_only=True)
class FirstTry:
    """One first try at a call."""

    id: str
    scenario: str
    began: datetime
    """UTC"""
    finished: datetime | None
    scorecard: str | None
    """its JSON; None while it is not finished"""
    rating: dict[str, Any]
    """the trainee's own, from 1 to 5 by dimension; empty where none was given"""


def first_tries(store: Store) -> Iterator[FirstTry]:
    """Every first try, oldest first. Raises StoreError."""
    wanted = select(attempts.c.id, attempts.c.scenario, attempts.c.began, attempts.c.finished, attempts.c.scorecard, ratings.c.body)
    query = wanted.outerjoin_from(attempts, ratings).where(attempts.c.parent.is_(None)).order_by(attempts.c.number)
    with store.reading() as connection:
        for id_, scenario, began, finished, card, rating in connection.execute(query):
            yield FirstTry(
                id=id_,
                scenario=scenario,
                began=datetime.fromisoformat(began),
                finished=datetime.fromisoformat(finished) if finished else None,
                scorecard=card if finished else None,
                rating=dict(json.loads(rating)) if rating else {},
            )
