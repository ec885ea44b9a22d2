"""What better lines cost on top of a debrief, over one golden call of every scenario, and for how many points one was found."""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterator
from pathlib import Path

from scenarios.library import catalogue, find
from trainer.counterfactual import with_better_lines
from trainer.headless import play
from trainer.replies import read_replies
from trainer.wiring import judge


def run(reps: tuple[str, ...] = ("hostile", "quick-deaf", "overpromiser")) -> Iterator[str]:
    """The first of these reps that stands beside a scenario; times are wall clock on one core, the reader warm as after a call."""
    judged: list[float] = []
    bettered: list[float] = []
    tried, found = 0, 0
    for entry in catalogue():
        folder = Path(entry.path).with_suffix(".golden")
        file = next((f for rep in reps if (f := folder / f"{rep}.txt").exists()), None)
        if file is None:
            continue
        scenario = find(entry.id)
        transcript = play(scenario, read_replies(file), seed=0).transcript
        start = time.perf_counter()
        _, talk = judge(transcript, scenario)
        judged.append(time.perf_counter() - start)
        start = time.perf_counter()
        talk = with_better_lines(talk, transcript, scenario)
        bettered.append(time.perf_counter() - start)
        tried += sum(bool(point.candidates) for point in talk.points)
        found += sum(bool(point.better) for point in talk.points)
    yield _line("judging", judged, "")
    yield _line("better lines", bettered, f"(target p95 150 ms) for {found} of {tried} points")


def _line(name: str, seconds: list[float], note: str) -> str:
    cuts = statistics.quantiles(seconds, n=20)
    return f"{name:<14}p50 {statistics.median(seconds) * 1000:6.1f} ms   p95 {cuts[18] * 1000:6.1f} ms   max {max(seconds) * 1000:6.1f} ms   {note}".rstrip()
