"""How often each scenario was played, and when last: for the lists one picks a call from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import case, exists, func, or_, select

from trainer.records.schema import attempts, events
from trainer.records.store import Store


@dataclass(frozen=True)
class Played:
    """What is kept of one scenario."""

    times: int
    """finished first tries in which something was said or done; a further try at a turn is not another call"""
    last: datetime
    """when the newest of them was begun, UTC; where there is none, the newest that was opened and left without a word"""


def played(store: Store) -> dict[str, Played]:
    """Every scenario that was played to its end, or left, by its id. Raises StoreError."""
    finished = attempts.c.parent.is_(None) & attempts.c.finished.is_not(None)
    took_part = or_(*(events.c.body.contains(f'"kind":"{kind}"') for kind in ("said", "acted")))
    spoke = exists().where(events.c.attempt == attempts.c.id, took_part)
    counted = func.sum(case((spoke, 1), else_=0)).label("times")
    latest, opened = func.max(case((spoke, attempts.c.began))).label("last"), func.max(attempts.c.began).label("opened")
    query = select(attempts.c.scenario, counted, latest, opened).where(finished).group_by(attempts.c.scenario)
    with store.reading() as connection:
        return {row.scenario: Played(row.times, datetime.fromisoformat(row.last or row.opened)) for row in connection.execute(query)}
