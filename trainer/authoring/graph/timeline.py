"""The bottom of the picture: the beats along a time line, and the corridor of lines above each row of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from trainer.authoring.graph.boxes import Box
from trainer.authoring.graph.channel import Net, count_of, tracks
from trainer.authoring.graph.model import TIME_LINE, Bond, Graph, Kind, Name
from trainer.authoring.graph.routes import Between, Foot
from trainer.authoring.graph.sheet import HEAD, Placed, Words
from trainer.authoring.graph.strips import TRACK

CORRIDOR = 12.0
"""Air above and below the lines of a corridor."""
UNDER_LINE = 11.0
"""From the time line to the beats that hang on it."""
FOOT_FROM_RIGHT = 26.0
"""Where a line leaves a beat: clear of the words above the first one."""


@dataclass(frozen=True, slots=True)
class TimeLine:
    """The arrow above a row of beats, with a dot for each."""

    left: float
    right: float
    y: float
    dots: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Bottom:
    """All below the columns; ``floor`` is where it ends."""

    corridors: tuple[Mapping[Name, float], ...]
    feet: Mapping[Name, Sequence[Foot]]
    placed: tuple[Placed, ...]
    time_lines: tuple[TimeLine, ...]
    heads: tuple[Words, ...]
    floor: float


def bottom_of(graph: Graph, boxes: Mapping[str, Box], lefts: Sequence[float], between: Sequence[Between], floor: float) -> Bottom:
    """The beats in rows under the columns, in their order, and how far down each line of a corridor runs."""
    beats = [boxes[card.key] for card in graph.of(Kind.BEAT)]
    rows = [beats[n : n + len(lefts)] for n in range(0, len(beats), len(lefts))]
    lines = {tie.start: tie.line for tie in graph.ties if tie.bond is Bond.BRINGS_UP}
    feet: dict[Name, list[Foot]] = {line: [] for line in lines.values()}
    corridors, placed, time_lines, heads = [], list[Placed](), list[TimeLine](), list[Words]()
    for number, row in enumerate(rows or [[]]):
        at = [left + box.width - FOOT_FROM_RIGHT for left, box in zip(lefts, row, strict=False)]
        nets = _nets(number, [lines.get(box.card.key) for box in row], at, between)
        track = tracks(nets)
        corridors.append({line: floor + CORRIDOR + TRACK * track[line] for line in nets})
        floor += CORRIDOR + TRACK * count_of(track)
        if not row:
            break
        floor += CORRIDOR
        if not number:
            floor += HEAD
            heads.append(Words(TIME_LINE, HEAD, lefts[0], floor - 6))
        time_lines.append(TimeLine(lefts[0], lefts[-1] + row[0].width, floor, tuple(at)))
        floor += UNDER_LINE
        placed += [Placed(box, left, floor) for box, left in zip(row, lefts, strict=False)]
        for x, box in zip(at, row, strict=True):
            if line := lines.get(box.card.key):
                feet[line].append(Foot(x, floor, number))
        floor += max(box.height for box in row)
    return Bottom(tuple(corridors), feet, tuple(placed), tuple(time_lines), tuple(heads), floor)


def _nets(number: int, row: Sequence[Name | None], at: Sequence[float], between: Sequence[Between]) -> dict[Name, Net]:
    """What runs in the corridor above a row: what its beats bring up, and above the first row what crosses the page."""
    first, last = between[0], between[-1]
    nets = {line: Net(low=(first.x(line), last.x(line))) for line in first.strip.pins if line[0] is Bond.BLOCKS and not number}
    for line in dict.fromkeys(filter(None, row)):
        nets[line] = Net(low=(first.x(line),), high=tuple(x for x, other in zip(at, row, strict=True) if other == line))
    return nets
