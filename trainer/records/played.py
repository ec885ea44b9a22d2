"""How often each scenario was played, and when last: for the lists one picks a call from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from trainer.records.schema import attempts
from trainer.records.store import Store


@dataclass(frozen=True)
class Played:
    """What is kept of one scenario."""

    times: int
    """finished first tries; a further try at a turn is not another call"""
    last: datetime
    """when the newest of them was begun, UTC"""


def played(store: Store) -> dict[str, Played]:
    """Every scenario that was played to its end, by its id. Raises StoreError."""
    finished = attempts.c.parent.is_(None) & attempts.c.finished.is_not(None)
    query = select(attempts.c.scenario, func.count().label("times"), func.max(attempts.c.began).label("last")).where(finished).group_by(attempts.c.scenario)
    with store.reading() as connection:
        return {row.scenario: Played(row.times, datetime.fromisoformat(row.last)) for row in connection.execute(query)}
