"""How a score adds up, for somebody who adds it up by eye: where it starts, what each line is worth out of how much, the sum.

Points are told to a tenth, and so that the tenths come to what is shown at the foot: rounding each by itself would not.
Both views and the debrief sheet take their figures from here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scoring.scores import Evidence, Score


def tenths(score: Score) -> tuple[float, ...]:
    """The points of each line of evidence to a tenth; with the start they come to the sum, before it is held within 0 and 100."""
    exact = [row.points * 10 for row in score.evidence]
    shown = [round(points) for points in exact]
    off = round(sum(exact)) - sum(shown)
    step = 1 if off > 0 else -1
    nearest = sorted((n for n, points in enumerate(exact) if points), key=lambda n: (shown[n] - exact[n]) * step)
    for n in nearest[: abs(off)]:
        shown[n] += step
    return tuple(points / 10 for points in shown)


def worth(row: Evidence, points: float) -> str:
    """``+17.5 of 25``, ``0 of 15``, ``-8``: a line's points as they are told, and out of how much where it could earn."""
    told = f"{points:+.10g}" if points else "0"
    if row.of is None:
        return told
    return f"{told} of {points if abs(row.points - row.of) < 0.001 else round(row.of, 1):.10g}"


def start_words(title: str, score: Score) -> str:
    """``Listening starts at 20.``; empty where it is not kept, as in old scorecards, or nothing is scored."""
    if score.base is None or score.value is None:
        return ""
    return f"{title} starts at {score.base:.10g}."


def sum_words(score: Score) -> str:
    """``20 to start with, 55 earned, 4 lost: 71.``; empty as for ``start_words``."""
    if score.base is None or score.value is None:
        return ""
    points = tenths(score)
    earned, lost = sum(p for p in points if p > 0), -sum(p for p in points if p < 0)
    came = round(score.base + earned - lost, 1)
    held = "" if 0 <= came <= 100 else f", and no score goes {'above 100' if came > 100 else 'below 0'}"
    return f"{score.base:.10g} to start with, {_much(earned)} earned, {_much(lost)} lost: {came:.10g}{held}."


def _much(points: float) -> str:
    return f"{round(points, 1):.10g}" if round(points, 1) else "nothing"
