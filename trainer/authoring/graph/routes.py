"""The arrows as lines of points, once every strip and the corridor have their place on the page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from trainer.authoring.graph.channel import Side
from trainer.authoring.graph.model import Bond, Name
from trainer.authoring.graph.strips import DOWNWARD, MARGIN, TRACK, Pin, Strip

Point = tuple[float, float]
HEAD = 8.0
"""Length of an arrow's head; the line ends where it begins."""


@dataclass(frozen=True, slots=True)
class Foot:
    """Where a beat meets the corridor above its row."""

    x: float
    top: float
    row: int


@dataclass(frozen=True, slots=True)
class Route:
    """One line of the picture: its strokes, the heads of its arrows (with the direction they point in, -1 left, 1 right), and where strokes join."""

    line: Name
    strokes: tuple[tuple[Point, ...], ...]
    heads: tuple[tuple[Point, int], ...]
    joints: tuple[Point, ...]

    @property
    def bond(self) -> Bond:
        return self.line[0]


@dataclass(frozen=True, slots=True)
class Between:
    """A strip with its place: the columns' edges on both sides."""

    strip: Strip
    left: float
    right: float

    def x(self, line: Name) -> float:
        """Where the line runs up and down."""
        return self.left + MARGIN + TRACK * self.strip.track[line]

    def touch(self, pin: Pin) -> Point:
        """Where a stroke ends at a box, or at its arrow's head."""
        room = HEAD if pin.tip else 0
        return (self.left + room if pin.side is Side.LOW else self.right - room), pin.y

    def heads(self, line: Name) -> tuple[tuple[Point, int], ...]:
        return tuple(((self.left, pin.y), -1) if pin.side is Side.LOW else ((self.right, pin.y), 1) for pin in self.strip.pins[line] if pin.tip)


def routes_of(between: Sequence[Between], corridors: Sequence[Mapping[Name, float]], feet: Mapping[Name, Sequence[Foot]]) -> list[Route]:
    """Every line. ``corridors`` say, for each row of beats, how far down a line runs level above it."""
    found = [_within(strip, line) for strip in between for line in strip.strip.pins if line[0] not in DOWNWARD]
    found += [_across(between, line, corridors[0][line]) for line in between[0].strip.pins if line[0] is Bond.BLOCKS]
    return found + [_up(between[0], line, corridors, feet[line]) for line in between[0].strip.pins if line[0] is Bond.BRINGS_UP]


def _within(strip: Between, line: Name) -> Route:
    """From one side of a strip to the other, or round to the same."""
    pins = sorted(strip.strip.pins[line], key=lambda pin: pin.y)
    x, first, last = strip.x(line), strip.touch(pins[0]), strip.touch(pins[-1])
    stubs = [(strip.touch(pin), (x, pin.y)) for pin in pins[1:-1]]
    main = _bent(first, (x, first[1]), (x, last[1]), last)
    return Route(line, (main, *stubs), strip.heads(line), tuple(stub[1] for stub in stubs))


def _across(between: Sequence[Between], line: Name, level: float) -> Route:
    """From the first strip through the corridor to the last."""
    here, there = between[0], between[-1]
    start, ends = here.touch(here.strip.pins[line][0]), sorted((there.touch(pin) for pin in there.strip.pins[line]), key=lambda point: point[1])
    x, far = here.x(line), there.x(line)
    stubs = [(end, (far, end[1])) for end in ends[1:]]
    main = _bent(start, (x, start[1]), (x, level), (far, level), (far, ends[0][1]), ends[0])
    return Route(line, (main, *stubs), there.heads(line), tuple(stub[1] for stub in stubs))


def _up(strip: Between, line: Name, corridors: Sequence[Mapping[Name, float]], feet: Sequence[Foot]) -> Route:
    """From beats, row by row, along the corridors and up the first strip."""
    x, end = strip.x(line), strip.touch(strip.strip.pins[line][0])
    strokes: list[tuple[Point, ...]] = []
    joints: list[Point] = []
    for row in sorted({foot.row for foot in feet}, reverse=True):
        level = corridors[row][line]
        for side in (True, False):
            here = sorted((foot for foot in feet if foot.row == row and (foot.x > x) is side), key=lambda foot: -abs(foot.x - x))
            for place, foot in enumerate(here):
                path = ((foot.x, foot.top), (foot.x, level)) if place else ((foot.x, foot.top), (foot.x, level), (x, level))
                joints += [path[-1]] if strokes else []
                strokes.append(path if strokes else _bent(*path, (x, end[1]), end))
    return Route(line, tuple(strokes), strip.heads(line), tuple(joints))


def _bent(*points: Point) -> tuple[Point, ...]:
    """The points without those that repeat the one before or lie straight between two others."""
    kept: list[Point] = []
    for point in points:
        if kept and point == kept[-1]:
            continue
        if len(kept) > 1 and _level(kept[-2], kept[-1], point):
            kept.pop()
        kept.append(point)
    return tuple(kept)


def _level(*points: Point) -> bool:
    return len({x for x, _ in points}) == 1 or len({y for _, y in points}) == 1
