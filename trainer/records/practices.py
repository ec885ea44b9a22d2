"""Practices in the records: what is not one call - a set of drills, a shift, a room - and the steps taken in it.

Each step is one commit, like a call's events, so that a killed process loses nothing and a practice can be gone on with.
What a body holds is the business of the form of practice; it must be able to read what it once wrote.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import uuid4

from sqlalchemy import Row, func, select

from trainer.records.faults import Fault, StoreError
from trainer.records.schema import practice_steps, practices
from trainer.records.store import Store, now


class Kind(StrEnum):
    """The forms of practice that are kept beside calls."""

    DRILL = "drill"
    SHIFT = "shift"
    ROOM = "room"


@dataclass(frozen=True, kw_only=True)
class Practice:
    """One practice as lists show it."""

    id: str
    kind: Kind
    began: datetime
    """UTC"""
    finished: datetime | None
    """UTC; None while it can be gone on with"""
    body: dict[str, Any]
    """what it was begun with"""


@dataclass(frozen=True, kw_only=True)
class Step:
    """One thing that happened in a practice: a drill answered, a call of a shift, a show of hands."""

    practice: str
    position: int
    """from 0, in the order they happened"""
    made: datetime
    """UTC"""
    kind: str
    body: dict[str, Any]


class Practices:
    """The practices of a records file. Every method raises StoreError when the file will not have it."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def begin(self, kind: Kind, body: Mapping[str, Any]) -> str:
        """Begin a practice and return its id."""
        practice = uuid4().hex
        with self._store.writing() as connection:
            number = connection.execute(select(func.coalesce(func.max(practices.c.number), 0) + 1)).scalar_one()
            connection.execute(practices.insert().values(id=practice, number=number, kind=str(kind), began=now(), body=json.dumps(dict(body))))
        return practice

    def step(self, practice: str, kind: str, body: Mapping[str, Any]) -> None:
        """Keep one step. When this returns it is on the disk."""
        with self._store.writing() as connection:
            position = connection.execute(select(func.count()).select_from(practice_steps).where(practice_steps.c.practice == practice)).scalar_one()
            values = {"practice": practice, "position": position, "made": now(), "kind": kind, "body": json.dumps(dict(body))}
            connection.execute(practice_steps.insert().values(**values))

    def finish(self, practice: str) -> None:
        """Close a practice; doing so again keeps the first time."""
        with self._store.writing() as connection:
            finished = func.coalesce(practices.c.finished, now())
            if connection.execute(practices.update().where(practices.c.id == practice).values(finished=finished)).rowcount == 0:
                raise StoreError(Fault.UNKNOWN_PRACTICE, self._store.path)

    def all(self, kind: Kind, *, unfinished: bool = False) -> list[Practice]:
        """Practices of a kind, newest first; with ``unfinished`` those that can be gone on with."""
        query = select(practices).where(practices.c.kind == str(kind)).order_by(practices.c.number.desc())
        with self._store.reading() as connection:
            return [_practice(row) for row in connection.execute(query.where(practices.c.finished.is_(None)) if unfinished else query)]

    def practice(self, start_of_id: str) -> Practice:
        """The one practice whose id begins so. Raises StoreError when there is none, or more than one."""
        with self._store.reading() as connection:
            rows = connection.execute(select(practices).where(practices.c.id.startswith(start_of_id, autoescape=True)).limit(2)).all()
        if len(rows) != 1 or not start_of_id:
            raise StoreError(Fault.UNKNOWN_PRACTICE, self._store.path)
        return _practice(rows[0])

    def steps(self, practice: str) -> list[Step]:
        """The steps of a practice, in order."""
        query = select(practice_steps).where(practice_steps.c.practice == practice).order_by(practice_steps.c.position)
        with self._store.reading() as connection:
            return [_step(row) for row in connection.execute(query)]

    def last_made(self, practice: Practice) -> datetime:
        """When something was done in a practice last; where nothing was, when it began. UTC."""
        query = select(func.max(practice_steps.c.made)).where(practice_steps.c.practice == practice.id)
        with self._store.reading() as connection:
            made = connection.execute(query).scalar_one_or_none()
        return datetime.fromisoformat(made) if made else practice.began

    def steps_of(self, kind: Kind, step: str) -> list[Step]:
        """Every step of one sort in all practices of a kind, oldest first."""
        chosen = (practices.c.kind == str(kind)) & (practice_steps.c.kind == step)
        query = select(practice_steps).join(practices).where(chosen).order_by(practices.c.number, practice_steps.c.position)
        with self._store.reading() as connection:
            return [_step(row) for row in connection.execute(query)]


def _practice(row: Row[Any]) -> Practice:
    finished = datetime.fromisoformat(row.finished) if row.finished else None
    return Practice(id=row.id, kind=Kind(row.kind), began=datetime.fromisoformat(row.began), finished=finished, body=dict(json.loads(row.body)))


def _step(row: Row[Any]) -> Step:
    return Step(practice=row.practice, position=row.position, made=datetime.fromisoformat(row.made), kind=row.kind, body=dict(json.loads(row.body)))
