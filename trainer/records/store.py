"""The record of every attempt, one commit an event: what is on the screen is on the disk.

This is the only door to the records file. The clock is read here and ids are made here, at the edge, so that the engine
and the scorers need neither.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Self
from uuid import uuid4

from pydantic import TypeAdapter, ValidationError
from sqlalchemy import Connection, Engine, Row, Select, func, select
from sqlalchemy.exc import DBAPIError, IntegrityError

from scenarios.transcript import Event, Transcript
from trainer.records.database import BUSY_SECONDS, open_database
from trainer.records.faults import Fault, StoreError, fault_of
from trainer.records.locations import records_file
from trainer.records.schema import attempts, events, ratings, remarks, scenarios

__all__ = ["AttemptRow", "Fault", "Remark", "Store", "StoreError"]

DRAFT = "draft"
"""The kind of remark that holds what was typed last and not sent."""

_EVENT: TypeAdapter[Event] = TypeAdapter(Event)


@dataclass(frozen=True, kw_only=True)
class AttemptRow:
    """One attempt as lists show it."""

    id: str
    scenario: str
    content: str
    """hash of the scenario's content as played"""
    seed: int
    intensity: str
    practice: bool
    began: datetime
    """UTC"""
    finished: datetime | None
    """UTC; None while the call can be resumed"""
    events: int
    """how many events are kept"""
    parent: str | None = None
    """id of the try this one branches from; None for a first try"""
    parent_turn: int | None = None
    """the rep's turn that was taken again"""


@dataclass(frozen=True, kw_only=True)
class Remark:
    """What somebody said of an attempt afterwards: a disagreement, a trainer's overrule. Never changed, only added to."""

    number: int
    attempt: str
    kind: str
    made: datetime
    """UTC"""
    body: dict[str, Any]


class Store:
    """The records file, open. Every method raises StoreError with a plain sentence when the file will not have it."""

    def __init__(self, engine: Engine, path: Path, notices: tuple[str, ...]) -> None:
        self._engine = engine
        self._writing = engine.execution_options(writes=True)
        self._next: dict[str, int] = {}
        self.path = path
        self.notices = notices
        """sentences about what had to be done on opening, to be shown once"""

    @classmethod
    def open(cls, path: Path | None = None, busy_seconds: float = BUSY_SECONDS) -> Self:
        """Open, or make, the records file; a damaged one is moved aside and a fresh one begun."""
        place = path or records_file()
        engine, notices = open_database(place, busy_seconds)
        return cls(engine, place, tuple(notices))

    def begin(
        self,
        scenario_id: str,
        content_hash: str,
        seed: int,
        intensity: str,
        practice: bool,
        source: str,
        *,
        parent: tuple[str, int] | None = None,
        shared: Sequence[Event] = (),
    ) -> str:
        """Begin an attempt and return its id. ``source`` is the whole scenario as text, kept so that the attempt can be reopened.

        ``parent``: for a branch, the attempt it branches from and the rep's turn that is taken again; ``shared``: the events
        before that turn, kept in the same commit, so that a branch is never found without its past.
        """
        attempt = uuid4().hex
        past = [{"attempt": attempt, "position": position, "body": _body(event)} for position, event in enumerate(shared)]
        with self.writing() as connection:
            known = connection.execute(select(scenarios.c.content).where(scenarios.c.content == content_hash)).first()
            if known is None:
                connection.execute(scenarios.insert().values(content=content_hash, body=json.dumps(source)))
            number = connection.execute(select(func.coalesce(func.max(attempts.c.number), 0) + 1)).scalar_one()
            connection.execute(
                attempts.insert().values(
                    id=attempt,
                    number=number,
                    scenario=scenario_id,
                    content=content_hash,
                    seed=str(seed),
                    intensity=str(intensity),
                    practice=practice,
                    began=now(),
                    parent=parent[0] if parent else None,
                    parent_turn=parent[1] if parent else None,
                )
            )
            if past:
                connection.execute(events.insert(), past)
        self._next[attempt] = len(past)
        return attempt

    def append(self, attempt: str, event: Event) -> None:
        """Keep one event. When this returns it is on the disk."""
        with self.writing() as connection:
            position = self._next.get(attempt)
            if position is None:
                position = self._count(connection, attempt)
            connection.execute(events.insert().values(attempt=attempt, position=position, body=_body(event)))
        self._next[attempt] = position + 1

    def drop_branch(self, attempt: str) -> None:
        """Take a further try out of the records, with all that was kept of it."""
        with self.writing() as connection:
            if connection.execute(select(attempts.c.parent).where(attempts.c.id == attempt)).scalar() is None:
                raise StoreError(Fault.UNKNOWN_ATTEMPT, self.path)
            for table in (events, ratings, remarks):
                connection.execute(table.delete().where(table.c.attempt == attempt))
            connection.execute(attempts.delete().where(attempts.c.id == attempt))
        self._next.pop(attempt, None)

    def finish(self, attempt: str, scorecard_json: str) -> None:
        """Close the attempt with its scorecard; doing so again replaces the scorecard and keeps the first time."""
        with self.writing() as connection:
            finished = func.coalesce(attempts.c.finished, now())
            done = connection.execute(attempts.update().where(attempts.c.id == attempt).values(finished=finished, scorecard=scorecard_json))
            if done.rowcount == 0:
                raise StoreError(Fault.UNKNOWN_ATTEMPT, self.path)

    def unfinished(self) -> list[AttemptRow]:
        """First tries that were begun and can be resumed, newest first."""
        return self._rows(_FIRST.where(attempts.c.finished.is_(None)))

    def attempts(self, limit: int = 50) -> list[AttemptRow]:
        """The last first tries, newest first."""
        return self._rows(_FIRST.limit(limit))

    def branches(self, attempt: str) -> list[AttemptRow]:
        """The tries that branch from an attempt, and those that branch from them, oldest first."""
        found = {row.id: row for row in reversed(self._rows(_LISTED.where(attempts.c.parent.is_not(None))))}
        tree = {attempt}
        for row in found.values():  # a branch is younger than what it branches from
            if row.parent in tree:
                tree.add(row.id)
        return [row for row in found.values() if row.id in tree and row.id != attempt]

    def further(self) -> dict[str, int]:
        """How many tries hang on each first try that has any."""
        roots: dict[str, str] = {}
        with self.reading() as connection:
            for row in connection.execute(select(attempts.c.id, attempts.c.parent).where(attempts.c.parent.is_not(None)).order_by(attempts.c.number)):
                roots[row.id] = roots.get(row.parent, row.parent)  # a branch is younger than what it branches from
        return dict(Counter(roots.values()))

    def attempt(self, start_of_id: str) -> AttemptRow:
        """The one attempt whose id begins so. Raises StoreError when there is none, or more than one."""
        rows = self._rows(_LISTED.where(attempts.c.id.startswith(start_of_id, autoescape=True)).limit(2))
        if len(rows) != 1 or not start_of_id:
            raise StoreError(Fault.UNKNOWN_ATTEMPT, self.path)
        return rows[0]

    def newest_finished(self, scenario_id: str) -> AttemptRow | None:
        """The last finished first try at a scenario, if there is one."""
        rows = self._rows(_FIRST.where(attempts.c.scenario == scenario_id, attempts.c.finished.is_not(None)).limit(1))
        return rows[0] if rows else None

    def played(self, scenario_id: str, seed: int) -> list[AttemptRow]:
        """The first tries at a scenario with this seed, oldest first."""
        return self._rows(_FIRST.where(attempts.c.scenario == scenario_id, attempts.c.seed == str(seed)))[::-1]

    def load(self, attempt: str) -> Transcript:
        """The transcript as far as it goes. Appending afterwards goes on from here, and is refused if another process went on meanwhile."""
        with self.reading() as connection:
            scenario = connection.execute(select(attempts.c.scenario).where(attempts.c.id == attempt)).scalar()
            if scenario is None:
                raise StoreError(Fault.UNKNOWN_ATTEMPT, self.path)
            bodies = connection.execute(select(events.c.body).where(events.c.attempt == attempt).order_by(events.c.position)).scalars().all()
        self._next[attempt] = len(bodies)
        try:
            kept = tuple(_EVENT.validate_python(json.loads(body)) for body in bodies)
        except (ValidationError, ValueError) as error:
            raise StoreError(Fault.NEWER, self.path) from error
        return Transcript(id=attempt, scenario=scenario, events=kept)

    def scenario_text(self, attempt: str) -> str:
        """The scenario as it was when this attempt was played."""
        found = self._one(select(scenarios.c.body).join(attempts, attempts.c.content == scenarios.c.content).where(attempts.c.id == attempt))
        if found is None:
            raise StoreError(Fault.UNKNOWN_ATTEMPT, self.path)
        return str(json.loads(found))

    def scorecard(self, attempt: str) -> str | None:
        """The scorecard's JSON, or None while the attempt is not finished."""
        return self._one(select(attempts.c.scorecard).where(attempts.c.id == attempt))

    def save_rating(self, attempt: str, rating: Mapping[str, Any]) -> None:
        """Keep how the trainee rated themself; the last rating stands."""
        with self.writing() as connection:
            connection.execute(ratings.delete().where(ratings.c.attempt == attempt))
            connection.execute(ratings.insert().values(attempt=attempt, body=json.dumps(dict(rating))))

    def rating(self, attempt: str) -> dict[str, Any] | None:
        """How the trainee rated themself, if they did."""
        found = self._one(select(ratings.c.body).where(ratings.c.attempt == attempt))
        return dict(json.loads(found)) if found is not None else None

    def remark(self, attempt: str, kind: str, body: Mapping[str, Any]) -> None:
        """Keep what somebody says of an attempt."""
        with self.writing() as connection:
            connection.execute(remarks.insert().values(attempt=attempt, kind=kind, made=now(), body=json.dumps(dict(body))))

    def remarks(self, attempt: str | None, kind: str) -> list[Remark]:
        """What was said of an attempt, or of all of them, oldest first."""
        query = select(remarks).where(remarks.c.kind == kind).order_by(remarks.c.number)
        with self.reading() as connection:
            rows = connection.execute(query if attempt is None else query.where(remarks.c.attempt == attempt)).all()
        return [
            Remark(number=row.number, attempt=row.attempt, kind=row.kind, made=datetime.fromisoformat(row.made), body=dict(json.loads(row.body)))
            for row in rows
        ]

    def save_draft(self, attempt: str, text: str) -> None:
        """Keep what is typed in a call and not sent yet, in place of what was kept before; nothing for an empty text."""
        with self.writing() as connection:
            connection.execute(remarks.delete().where((remarks.c.attempt == attempt) & (remarks.c.kind == DRAFT)))
            if text:
                connection.execute(remarks.insert().values(attempt=attempt, kind=DRAFT, made=now(), body=json.dumps({"text": text})))

    def draft(self, attempt: str) -> str:
        """What was typed last and not sent; mostly empty."""
        return "".join(str(kept.body["text"]) for kept in self.remarks(attempt, DRAFT))

    def close(self) -> None:
        """Let the file go. Nothing is pending: every event was committed when it happened."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exc: object) -> None:
        self.close()

    def _count(self, connection: Connection, attempt: str) -> int:
        return int(connection.execute(select(func.count()).select_from(events).where(events.c.attempt == attempt)).scalar_one())

    def _rows(self, query: Select[Any]) -> list[AttemptRow]:
        with self.reading() as connection:
            return [_row(found) for found in connection.execute(query)]

    def _one(self, query: Select[Any]) -> str | None:
        with self.reading() as connection:
            found = connection.execute(query).scalar()
        return None if found is None else str(found)

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One short write, all of it or nothing, queued behind other processes. For the modules of this package."""
        with self._faults(), self._writing.begin() as connection:
            yield connection

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One look at the file as it stands. For the modules of this package."""
        with self._faults(), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def _faults(self) -> Iterator[None]:
        try:
            yield
        except IntegrityError as error:
            # the one key two processes can fight over is an event's place; the other keys point at a missing attempt
            taken = "UNIQUE" in str(error.orig)
            raise StoreError(Fault.ELSEWHERE if taken else Fault.UNKNOWN_ATTEMPT, self.path) from error
        except DBAPIError as error:
            fault = fault_of(error)
            if fault is None:
                raise
            raise StoreError(fault, self.path) from error


_LISTED = select(attempts, select(func.count()).where(events.c.attempt == attempts.c.id).scalar_subquery().label("kept")).order_by(attempts.c.number.desc())
_FIRST = _LISTED.where(attempts.c.parent.is_(None))


def _body(event: Event) -> str:
    return json.dumps(event.model_dump(mode="json"), separators=(",", ":"))


def _row(found: Row[Any]) -> AttemptRow:
    return AttemptRow(
        id=found.id,
        scenario=found.scenario,
        content=found.content,
        seed=int(found.seed),
        intensity=found.intensity,
        practice=found.practice,
        began=datetime.fromisoformat(found.began),
        finished=datetime.fromisoformat(found.finished) if found.finished else None,
        events=found.kept,
        parent=found.parent,
        parent_turn=found.parent_turn,
    )


def now() -> str:
    """The time as it is kept: UTC, ISO 8601."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")
