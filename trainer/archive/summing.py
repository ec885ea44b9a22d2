"""Adds the rows of a job up in one pass and bounded memory: how each dimension spreads, what cost most often, which chats stand out.

Dimensions are never added to one another. Chats are ordered by their lowest score, then by the next lowest: an order for
reading, which names no one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from scoring.losses import losses
from scoring.rubric import load_rubric
from scoring.scores import DIMENSIONS, Dimension, Scorecard
from trainer.archive.rows import parsed

WHOLE_TABLE = 2_000
"""Chats up to which a report lists them all."""
LOWEST, HIGHEST = 250, 50
"""Chats it lists beyond that."""
QUOTES = 3
"""Words quoted for a rule, the dearest of each chat."""
MOST_FAULTS = 200
_MOST_WORDS = 40
"""Different reasons or outcomes kept apart; the shipped ones are fewer, and a stranger's file must not fill the memory."""
_CARD = tuple(Scorecard.model_fields)

Place = tuple[tuple[float, ...], int, int]
"""A chat's scores from the lowest up, its number in the whole, and where its row begins."""


@dataclass
class Spread:
    """How one dimension's scores spread."""

    points: list[int] = field(default_factory=lambda: [0] * 101)
    """chats at each whole point from 0 to 100"""
    why_not: Counter[str] = field(default_factory=Counter)

    @property
    def scored(self) -> int:
        return sum(self.points)

    @property
    def unscored(self) -> int:
        return self.why_not.total()

    def bands(self) -> list[int]:
        """Chats in each ten points; 100 stands with the nineties."""
        tens = [sum(self.points[low : low + 10]) for low in range(0, 100, 10)]
        tens[-1] += self.points[100]
        return tens

    def at(self, share: float) -> int | None:
        """The score below or at which this share of the chats lies; None where nothing was scored."""
        wanted, seen = share * self.scored, 0
        for point, chats in enumerate(self.points):
            seen += chats
            if chats and seen >= wanted:
                return point
        return None


class Quote(NamedTuple):
    """Words that cost points, and the chat they stand in; the dearest come first."""

    points: float
    number: int
    """of the chat in the whole"""
    who: str
    words: str
    name: str


@dataclass
class Cost:
    """What one rule cost over all chats."""

    rule: str
    chats: int = 0
    times: int = 0
    points: float = 0.0
    quotes: list[Quote] = field(default_factory=list)


@dataclass
class Summary:
    """All a report says of an archive, but the chats themselves."""

    chats: int = 0
    faulty: int = 0
    spreads: dict[Dimension, Spread] = field(default_factory=lambda: {d: Spread() for d in DIMENSIONS})
    costs: dict[str, Cost] = field(default_factory=dict)
    outcomes: Counter[str] = field(default_factory=Counter)
    rubrics: Counter[str] = field(default_factory=Counter)
    readers: Counter[str] = field(default_factory=Counter)
    faults: list[tuple[str, str]] = field(default_factory=list)
    """name and first problem of the first chats that could not be read"""
    lowest: list[Place] = field(default_factory=list)
    highest: list[Place] = field(default_factory=list)

    @property
    def whole(self) -> bool:
        """Whether every chat is listed."""
        return self.chats - self.faulty <= WHOLE_TABLE

    def dearest(self, most: int) -> list[Cost]:
        """The rules that cost most points over all chats."""
        return sorted(self.costs.values(), key=lambda cost: (cost.points, cost.rule))[:most]

    def listed(self) -> list[tuple[int, int]]:
        """Number in the whole and place of every chat to be listed, lowest first."""
        chosen = self.lowest if self.whole else sorted({*self.lowest[:LOWEST], *self.highest[:HIGHEST]})
        return [(number, offset) for _, number, offset in chosen]


def name_of(row: dict[str, Any]) -> str:
    """A chat as a person would look it up: its file, its number in it, its own id."""
    own = f" ({row['id']})" if row.get("id") else ""
    return f"{row['file']}, chat {row['chat']}{own}"


def summed(lines: Path) -> Summary:
    """Every row of a results file, added up."""
    found = Summary()
    for number, (offset, row) in enumerate(_placed(lines), 1):
        found.chats += 1
        if "problems" in row:
            found.faulty += 1
            if len(found.faults) < MOST_FAULTS:
                first = row["problems"][0]
                found.faults.append((name_of(row), f"line {first['line']}: {first['message']}"))
            continue
        _add(found, row, number)
        _keep(found, (_from_lowest(row), number, offset))
    found.lowest = sorted(found.lowest)[:WHOLE_TABLE]
    found.highest = sorted(found.highest, reverse=True)[:HIGHEST]
    return found


def row_at(lines: Path, offset: int) -> dict[str, Any]:
    """The row that begins there."""
    with lines.open("rb") as stream:
        stream.seek(offset)
        return parsed(stream.readline()) or {}


def _placed(lines: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    offset = 0
    with lines.open("rb") as stream:
        for line in stream:
            if (row := parsed(line)) is not None:
                yield offset, row
            offset += len(line)


def _add(found: Summary, row: dict[str, Any], number: int) -> None:
    rubric = load_rubric()
    card = Scorecard.model_validate({key: row[key] for key in _CARD})
    for dimension, spread in found.spreads.items():
        score = card.scores[dimension]
        if score.value is None:
            _tick(spread.why_not, score.why_not or "Not said.")
        else:
            spread.points[min(100, max(0, round(score.value)))] += 1
    _tick(found.outcomes, _outcome(card))
    _tick(found.rubrics, card.rubric)
    _tick(found.readers, card.reader)
    quotes = {
        (d, item.rule, item.turn, item.start, item.end): quote
        for d in DIMENSIONS
        for item, quote in zip(card.scores[d].evidence, row["quotes"][d], strict=False)
    }
    seen: set[str] = set()
    for moment in losses(card, rubric):
        item = moment.row
        if card.scores[moment.dimension].value is None:
            continue
        cost = found.costs.setdefault(item.rule, Cost(item.rule))
        cost.times += 1
        cost.points += moment.points
        if item.rule in seen:
            continue
        seen.add(item.rule)
        cost.chats += 1
        who, words = quotes.get((moment.dimension, item.rule, item.turn, item.start, item.end), ("", ""))
        if words and all(words != other.words for other in cost.quotes):
            cost.quotes = sorted([*cost.quotes, Quote(moment.points, number, who, words, name_of(row))])[:QUOTES]


def _outcome(card: Scorecard) -> str:
    accepted = card.outcome.accepted
    return "not known" if accepted is None else "settled, and taken" if accepted else "not settled"


def _tick(counter: Counter[str], word: str) -> None:
    counter[word if word in counter or len(counter) < _MOST_WORDS else "and others"] += 1


def _from_lowest(row: dict[str, Any]) -> tuple[float, ...]:
    return tuple(sorted(101.0 if (value := row["scores"][d]["value"]) is None else value for d in DIMENSIONS))


def _keep(found: Summary, place: Place) -> None:
    """The lowest and the highest so far; sorted only now and then."""
    found.lowest.append(place)
    if len(found.lowest) > 2 * WHOLE_TABLE:
        found.lowest = sorted(found.lowest)[:WHOLE_TABLE]
    if place[0][0] <= 100:  # something was scored
        found.highest.append(place)
    if len(found.highest) > 4 * HIGHEST:
        found.highest = sorted(found.highest, reverse=True)[:HIGHEST]
