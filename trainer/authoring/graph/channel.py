"""The free strip between two rows of boxes: which track each line runs on, so that lines cross seldom and never lie on one another.

A strip may stand upright (between two columns; positions are heights) or lie flat (above a row of beats; positions run from
left to right). ``low`` is its left or upper side, ``high`` the right or lower one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from trainer.authoring.graph.model import Name

APART = 9.0
"""Least distance of two lines that are not one."""

MOST_PASSES = 40


class Side(Enum):
    """Which side of the strip a line leaves by."""

    LOW = "low"
    HIGH = "high"


@dataclass(frozen=True, slots=True)
class End:
    """Where a line may touch a side: anywhere from ``first`` to ``last``, at best at ``wanted``."""

    net: Name
    card: str
    part: int | None
    side: Side
    first: float
    last: float
    wanted: float


@dataclass(frozen=True, slots=True)
class Net:
    """Everything that hangs together in this strip: positions on both sides, and how far else it must reach."""

    low: tuple[float, ...] = ()
    high: tuple[float, ...] = ()
    reach: tuple[float, ...] = ()

    @property
    def span(self) -> tuple[float, float]:
        every = (*self.low, *self.high, *self.reach)
        return min(every), max(every)


def settle(ends: Iterable[End]) -> dict[End, float]:
    """A position for each end, no nearer than ``APART`` to another line's; two ends of one line run straight across where they can."""
    found: dict[End, float] = {}
    for end in sorted(ends, key=lambda e: (e.last - e.first, e.wanted, e.net, e.card, e.part or 0)):
        across = [y for other, y in found.items() if other.net == end.net and other.side is not end.side]
        taken = [y for other, y in found.items() if other.net != end.net or other.side is end.side]
        near = sorted((end.first + n for n in range(int(end.last - end.first) + 1)), key=lambda y: abs(y - end.wanted))
        straight = (y for y in across if end.first <= y <= end.last and _clear(y, taken))
        found[end] = next((y for y in (*straight, end.wanted, *near) if _clear(y, taken) and (y in across or _clear(y, across))), end.wanted)
    return found


def _clear(y: float, others: Iterable[float]) -> bool:
    return all(abs(y - other) >= APART for other in others)


def tracks(nets: Mapping[Name, Net]) -> dict[Name, int]:
    """The track of each net, counted from the low side. Nets that do not meet may share one."""
    order = list(nets)
    for _ in order[:MOST_PASSES]:  # neighbours change places as long as that saves a crossing
        changed = False
        for place in range(len(order) - 1):
            first, second = nets[order[place]], nets[order[place + 1]]
            if _crossings(second, first) < _crossings(first, second):
                order[place], order[place + 1] = order[place + 1], order[place]
                changed = True
        if not changed:
            break
    found: dict[Name, int] = {}
    for name in order:
        found[name] = 1 + max((track for other, track in found.items() if _meet(nets[other], nets[name])), default=-1)
    return found


def count_of(found: Mapping[Name, int]) -> int:
    """How many tracks there are."""
    return 1 + max(found.values(), default=-1)


def _meet(one: Net, other: Net) -> bool:
    if one.span[0] == one.span[1] or other.span[0] == other.span[1]:
        return False  # straight across: it runs on no track
    return one.span[0] - APART < other.span[1] and other.span[0] - APART < one.span[1]


def _crossings(nearer: Net, farther: Net) -> int:
    """How often they cross when the first has the lower track."""
    return _inside(nearer.high, farther.span) + _inside(farther.low, nearer.span)


def _inside(positions: Sequence[float], span: tuple[float, float]) -> int:
    return sum(span[0] < position < span[1] for position in positions)
