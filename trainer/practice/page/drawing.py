"""One skill's curve as coordinates: the level after each call, the band it lies in, and what each call showed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from trainer.practice.levels import Point

WIDTH, HEIGHT = 480, 110
MOST = 120
"""Calls drawn; beyond that the oldest are left out, or no point could be told from the next."""


@dataclass(frozen=True)
class Drawing:
    """What the template puts into SVG; every list in the order of the calls."""

    line: str
    band: str
    dots: tuple[tuple[float, float], ...]
    first: int
    """number of the first call drawn, from 1"""
    last: int


def drawn(points: tuple[Point, ...]) -> Drawing:
    """The curve of the newest calls, evenly spaced; 0 lies at the bottom, 100 at the top."""
    shown = points[-MOST:]
    step = WIDTH / max(1, len(shown) - 1)
    at = [round(n * step, 1) if len(shown) > 1 else WIDTH / 2 for n in range(len(shown))]
    levels = [p.level for p in shown]
    highs = list(zip(at, (_up(level.high) for level in levels), strict=True))
    lows = list(zip(at, (_up(level.low) for level in levels), strict=True))
    return Drawing(
        line=_path(zip(at, (_up(level.mean) for level in levels), strict=True)),
        band=_path([*highs, *reversed(lows)]),
        dots=tuple(zip(at, (_up(p.value) for p in shown), strict=True)),
        first=len(points) - len(shown) + 1,
        last=len(points),
    )


def _up(share: float) -> float:
    return round(HEIGHT * (1 - share), 1)


def _path(points: Iterable[tuple[float, float]]) -> str:
    return " ".join(f"{x},{y}" for x, y in points)
