"""Where a trainee disagrees with the evidence: what a disagreement holds, how it is kept, and which of them stand.

It changes no score. It is kept with the attempt, with the versions of reader and rubric, so that whoever looks after the
scoring can see where it goes wrong. The last word on a row of evidence stands; an empty reason takes it back.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from typing import Any

from scenarios.transcript import Event
from scoring.scores import Evidence, Scorecard
from trainer.records.store import Remark, Store

KIND = "disagreement"
"""Kind of the remark it is kept as."""

MOST = 400
"""Characters kept of a reason."""


@dataclass(frozen=True, kw_only=True)
class Disagreement:
    """One row of evidence the trainee would judge otherwise."""

    rule: str
    turn: int
    start: int
    end: int
    words: str
    says: str
    """what the evidence says of them"""
    points: float
    reason: str
    reader: str
    rubric: str

    def about(self, row: Evidence) -> bool:
        """Whether it is about this row."""
        return (self.rule, self.turn, self.start, self.end) == (row.rule, row.turn, row.start, row.end)


def disagreement(row: Evidence, reason: str, *, words: str, card: Scorecard, events: Sequence[Event]) -> Disagreement:
    """A disagreement with one row of a call's evidence; ``words`` are those the row points at."""
    reader = next((e.reading.reader for e in events if e.kind == "said" and e.turn == row.turn), card.reader)
    return Disagreement(
        rule=row.rule,
        turn=row.turn,
        start=row.start,
        end=row.end,
        words=words,
        says=row.says,
        points=row.points,
        reason=" ".join(reason.split())[:MOST],
        reader=reader,
        rubric=card.rubric,
    )


def keep(store: Store, attempt: str, said: Disagreement) -> None:
    """Keep it with the attempt. Raises StoreError."""
    store.remark(attempt, KIND, asdict(said))


def kept(store: Store, attempt: str) -> tuple[Disagreement, ...]:
    """Those that stand on an attempt. Raises StoreError."""
    return standing(found for remark in store.remarks(attempt, KIND) if (found := of_remark(remark)))


def of_remark(remark: Remark) -> Disagreement | None:
    """The disagreement a remark holds; None where it holds none, having been written by another hand."""
    body: Mapping[str, Any] = remark.body
    try:
        return Disagreement(**{field.name: _as(field.type, body[field.name]) for field in fields(Disagreement)})
    except (KeyError, TypeError, ValueError):
        return None


def standing(said: Iterable[Disagreement]) -> tuple[Disagreement, ...]:
    """The last word on each row, without those taken back."""
    last = {(one.rule, one.turn, one.start, one.end): one for one in said}
    return tuple(one for one in last.values() if one.reason)


def reason_for(said: Iterable[Disagreement], row: Evidence) -> str:
    """Why the trainee disagrees with a row; empty where they do not."""
    return next((one.reason for one in said if one.about(row)), "")


def _as(kind: Any, value: Any) -> Any:
    return {"int": int, "float": float}.get(kind, str)(value)
