"""What progress needs of one kept scorecard, read out of it once: measures of skills, the four values, slips.

The evidence itself is let go again: of thousands of calls it would fill the memory, and each digest is kept instead.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict, ValidationError

from scenarios.transcript import Event
from scoring.scores import Evidence
from scoring.skills import Measure, measures
from scoring.sureness import DOUBTFUL, read_as

ROSE = 3.0
"""Points of anger that a fault must add to be a moment at all."""
COST = 2.0
"""Points of score below which a row is no fault to speak of."""
SPEECH = ("calmness.", "listening.", "honesty.")
"""Rows about words; those of resolution speak of the call as a whole."""


class _Kept(BaseModel):
    """A part of a kept scorecard: keys of other versions are passed over."""

    model_config = ConfigDict(frozen=True, extra="ignore", allow_inf_nan=False)


class Row(_Kept):
    """One line of evidence."""

    rule: str
    points: float
    says: str
    turn: int
    start: int = 0
    end: int = 0


class MoodThen(_Kept):
    """The customer's anger in one of their turns."""

    turn: int
    anger: float


class _Score(_Kept):
    value: float | None = None
    evidence: tuple[Row, ...] = ()


class _Outcome(_Kept):
    accepted: bool | None = None


class Card(_Kept):
    """What is read of a scorecard."""

    outcome: _Outcome
    scores: dict[str, _Score]
    mood: tuple[MoodThen, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Slip:
    """A fault that put the customer's anger up, and how many of the customer's turns later it was down again.

    Everybody slips; what tells a good rep is what comes next.
    """

    rule: str
    says: str
    before: int
    """anger, 0-100"""
    peak: int
    after: int | None
    """customer turns from the peak until half of what the fault added was gone; None where it never was"""


@dataclass(frozen=True, kw_only=True)
class Digest:
    """One judged call."""

    values: Mapping[str, float | None]
    """the four scores, 0-100"""
    skills: Mapping[str, Measure]
    slips: tuple[Slip, ...]


_made: dict[str, tuple[int, Digest | None]] = {}


def digest(attempt: str, scorecard: str) -> Digest | None:
    """The digest of a kept scorecard; None for a call that was left, which is held against nobody, and for one that cannot be read any more."""
    key = hash(scorecard)
    if attempt not in _made or _made[attempt][0] != key:
        _made[attempt] = (key, read(scorecard))
    return _made[attempt][1]


def read(scorecard: str) -> Digest | None:
    """The same, not kept."""
    try:
        card = Card.model_validate_json(scorecard)
    except ValidationError:
        return None
    if card.outcome.accepted is None:
        return None
    rows = _rows(card)
    return Digest(
        values={dimension: score.value for dimension, score in card.scores.items()},
        skills=measures(rows, opening_anger=card.mood[0].anger if card.mood else 0.0),
        slips=tuple(_slips(rows, card.mood)),
    )


def sure_slips(scorecard: str, events: Sequence[Event]) -> tuple[Slip, ...]:
    """The slips of a kept scorecard that rest on no doubtful reading of its ``events``: nobody is told of a fault that may be none."""
    card = Card.model_validate_json(scorecard)
    return tuple(_slips((row for row in _rows(card) if not _doubtful(row, events)), card.mood))


def _doubtful(row: Row, events: Sequence[Event]) -> bool:
    read = read_as(events, Evidence(turn=row.turn, start=row.start, end=row.end, rule=row.rule, points=row.points, says=row.says)) if row.points < 0 else None
    return read is not None and read.confidence < DOUBTFUL


def _rows(card: Card) -> list[Row]:
    return [row for score in card.scores.values() for row in score.evidence]


def _slips(rows: Iterable[Row], mood: tuple[MoodThen, ...]) -> Iterator[Slip]:
    worst: dict[int, Row] = {}
    for row in rows:
        if row.points <= -COST and row.rule.startswith(SPEECH) and row.points < (worst[row.turn].points if row.turn in worst else 0.0):
            worst[row.turn] = row
    until = -1
    for turn, row in sorted(worst.items()):
        if turn > until and (felt := _felt(mood, turn)):
            before, peak, after, until = felt  # until the anger is down again, further faults belong to the same moment
            yield Slip(rule=row.rule, says=row.says, before=before, peak=peak, after=after)


def _felt(moods: tuple[MoodThen, ...], turn: int) -> tuple[int, int, int | None, int] | None:
    """Anger before and at its peak, turns until it was down again, the turn up to which this counts; None where it did not rise."""
    before = next((mood for mood in reversed(moods) if mood.turn < turn), None)
    later = [mood for mood in moods if mood.turn > turn]
    if before is None or not later or later[0].anger - before.anger < ROSE:
        return None
    high, down = 0, None
    for n, mood in enumerate(later):
        if mood.anger > later[high].anger:
            high = n
        elif mood.anger <= (before.anger + later[high].anger) / 2:
            down = n
            break
    return round(before.anger), round(later[high].anger), None if down is None else down - high, later[-1 if down is None else down].turn
