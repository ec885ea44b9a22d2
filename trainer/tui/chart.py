"""The mood curve in block characters: anger after each of the rep's replies, with words on both axes. Pure text, no widget."""

from __future__ import annotations

from collections.abc import Sequence

BLOCKS = " ▁▂▃▄▅▆▇█"
HEIGHT = 8
"""Rows of the chart; each stands for 12.5 points of anger."""
UNIT = "  after your reply; 0 is the opening"
LABEL = 9
"""Width of the words left of the axis."""


def mood_chart(anger: Sequence[float], width: int, height: int = HEIGHT, *, turns: int = 0, replies: Sequence[int] = ()) -> list[str]:
    """Lines of a bar chart of anger (0-100), one bar a customer turn, no line wider than ``width``.

    The left axis names the bands, the line below counts the rep's replies: ``replies`` holds for each bar the one it came
    after, every bar one more if left out. With more turns than fit, neighbours share a bar and the higher one is drawn, so
    that no outburst disappears. ``turns`` leaves room for so many, so that two charts side by side share their scale.
    """
    if not anger:
        return []
    room = max(4, width - LABEL - 1)
    values = _squeeze(anger, max(1, room // 2))
    step = max(2, min(6, room // min(max(turns, len(values)), max(1, room // 2))))
    bar = max(1, step - 1)
    rows = []
    for row in range(height):
        bars = "".join((_cell(value, row, height) * bar).ljust(step) for value in values)
        rows.append(f"{_axis_word(row, height):>{LABEL - 1}} │{bars}".rstrip())
    rows.append(" " * LABEL + "└" + "─" * (step * len(values)))
    rows.append(" " * (LABEL + 1) + _numbers((replies or range(len(anger)))[: len(values)], step, room, shared=len(values) < len(anger)))
    return rows


def _squeeze(anger: Sequence[float], most: int) -> list[float]:
    if len(anger) <= most:
        return list(anger)
    share = len(anger) / most
    return [max(anger[int(n * share) : max(int(n * share) + 1, int((n + 1) * share))]) for n in range(most)]


def _cell(value: float, row: int, height: int) -> str:
    """The character of one bar in one row, counted from the top."""
    eighths = round(min(100.0, max(0.0, value)) / 100 * height * 8) - (height - 1 - row) * 8
    return BLOCKS[min(8, max(0, eighths))]


def _axis_word(row: int, height: int) -> str:
    """The band whose lower border lies in this row."""
    top, bottom = 100 - row * 100 / height, 100 - (row + 1) * 100 / height
    for border, word in ((80, "furious"), (60, "angry"), (35, "tense"), (0, "calm")):
        if bottom <= border < top:
            return word
    return ""


def _numbers(replies: Sequence[int], step: int, room: int, *, shared: bool) -> str:
    """The replies counted below the axis, each once and as many numbers as fit without touching."""
    count = len(replies)
    if shared:
        return "start" + " " * max(1, min(room, step * count) - 8) + "end"
    every = 1 if step >= 3 or replies[-1] < 10 else 2 if step >= 2 and count <= 100 else 5
    once = [n if n % every == 0 and n not in replies[:at] else None for at, n in enumerate(replies)]
    labels = "".join(("" if n is None else str(n)).ljust(step) for n in once).rstrip()
    return labels + UNIT if len(labels) + len(UNIT) <= room else labels
