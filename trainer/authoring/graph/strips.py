"""Which line touches which box, where, and on which track it runs between two columns.

Lines run in the strips between boxes only, so none can cross a box. What goes from one end of the page to the other, or
comes up from a beat, leaves its strip at the bottom, for the corridor between the columns and the beats.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from trainer.authoring.graph.boxes import Box
from trainer.authoring.graph.channel import End, Net, Side, count_of, settle, tracks
from trainer.authoring.graph.model import Bond, Graph, Name

INSET = 9.0
"""How far from a box's corners lines keep."""
TRACK = 9.0
MARGIN = 17.0
"""From a box to the nearest track: room for an arrow's head."""
FAR_BELOW = 1e6
DOWNWARD = (Bond.BLOCKS, Bond.BRINGS_UP)
"""What takes the corridor."""

Touch = tuple[int, Side]
_TOUCHES: dict[Bond, tuple[Touch | None, Touch]] = {
    Bond.BRINGS_UP: (None, (0, Side.HIGH)),
    Bond.ANSWERED_BY: ((1, Side.LOW), (1, Side.HIGH)),
    Bond.TELLS: ((2, Side.HIGH), (2, Side.LOW)),
    Bond.FIRST: ((2, Side.HIGH), (2, Side.HIGH)),
    Bond.GIVES: ((3, Side.LOW), (3, Side.HIGH)),
    Bond.BLOCKS: ((0, Side.LOW), (3, Side.HIGH)),
}
"""For each kind of arrow the strip its beginning and its end touch, and from which side."""


@dataclass(frozen=True, slots=True)
class Pin:
    """Where a line touches a box."""

    side: Side
    y: float
    tip: bool
    """the arrow points here"""


@dataclass
class Strip:
    """The lines between two columns: where they touch the boxes, and their tracks."""

    pins: dict[Name, list[Pin]] = field(default_factory=lambda: defaultdict(list))
    track: dict[Name, int] = field(default_factory=dict)

    @property
    def width(self) -> float:
        return 2 * MARGIN + TRACK * max(0, count_of(self.track) - 1)


def strips_of(graph: Graph, columns: Sequence[Sequence[str]], boxes: Mapping[str, Box], top: Mapping[str, float]) -> list[Strip]:
    """The strips between the columns, from left to right."""
    goals: list[dict[tuple[Name, str, int | None], list[float]]] = [{} for _ in columns[1:]]
    middle = {key: top[key] + boxes[key].height / 2 for column in columns for key in column}
    for tie in graph.ties:
        start, end = _TOUCHES[tie.bond]
        down = tie.bond in DOWNWARD
        goals[end[0]].setdefault((tie.line, tie.end, None), []).append(FAR_BELOW if down else middle[tie.start])
        if start:
            goals[start[0]].setdefault((tie.line, tie.start, tie.part), []).append(FAR_BELOW if down else middle[tie.end])
    return [_strip(wanted, boxes, top) for wanted in goals]


def _strip(goals: Mapping[tuple[Name, str, int | None], list[float]], boxes: Mapping[str, Box], top: Mapping[str, float]) -> Strip:
    ends: dict[End, bool] = {}
    for (line, card, part), wanted in goals.items():
        start, end = _TOUCHES[line[0]]
        tip = card != line[1] if line[0] is Bond.BLOCKS else card == line[1]
        side = (end if tip or start is None else start)[1]
        first, last = _room(boxes[card], part)
        first, last = first + top[card], last + top[card]
        ends[End(line, card, part, side, first, last, min(max(sum(wanted) / len(wanted), first), last))] = tip
    strip = Strip()
    for where, y in settle(ends).items():
        strip.pins[where.net].append(Pin(where.side, y, ends[where]))
    nets = {line: _net(line, pins) for line, pins in strip.pins.items()}
    strip.track = tracks(nets)
    return strip


def _room(box: Box, part: int | None) -> tuple[float, float]:
    """From where to where on the side of a box a line may touch it."""
    if part is None:
        return INSET, max(INSET, box.height - INSET)
    first, last = box.spans[part]
    return first + 2, max(first + 2, last - 2)


def _net(line: Name, pins: Sequence[Pin]) -> Net:
    low, high = (tuple(pin.y for pin in pins if pin.side is side) for side in Side)
    return Net(low, high, (FAR_BELOW,) if line[0] in DOWNWARD else ())
