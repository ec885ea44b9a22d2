"""From Enter to the customer's line, replies read a second, and engine steps a second, over the library's own golden replies."""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterator
from pathlib import Path

from scenarios.library import catalogue, find
from scenarios.moves import Intensity
from scenarios.transcript import RepSaid
from scoring.reading import default_reader
from scoring.reading.context import context_of
from trainer.engine import open_call, step
from trainer.headless import play
from trainer.replies import read_replies


def run(seeds: int = 1) -> Iterator[str]:
    """Every golden reply of the library, ``seeds`` times; times are wall clock on one core."""
    reader = default_reader()
    waits: list[float] = []
    reads: list[float] = []
    steps, stepping = 0, 0.0
    for entry in catalogue():
        scenario = find(entry.id)
        folder = Path(entry.path).with_suffix(".golden")
        for file in sorted(folder.glob("*.txt")):
            for seed in range(seeds):
                call = play(scenario, read_replies(file), seed=seed, on_wait=waits.append)
                events = call.transcript.events
                for index, event in enumerate(events):
                    if isinstance(event, RepSaid):
                        context = context_of(events[:index], scenario)
                        start = time.perf_counter()
                        reader.read(event.text, context)
                        reads.append(time.perf_counter() - start)
                start = time.perf_counter()
                state, _ = open_call(scenario, seed, Intensity.REAL)
                for event in events:
                    if event.kind in ("said", "acted"):
                        state, _ = step(scenario, state, event)
                        steps += 1
                stepping += time.perf_counter() - start
    yield _line("enter to line", waits, "(target p95 50 ms)")
    yield _line("reading alone", reads, f"{len(reads) / sum(reads):.0f} replies a second")
    yield f"engine        {steps / stepping:.0f} steps a second over {steps} steps"


def _line(name: str, seconds: list[float], note: str) -> str:
    cuts = statistics.quantiles(seconds, n=20)
    return f"{name:<14}p50 {statistics.median(seconds) * 1000:6.1f} ms   p95 {cuts[18] * 1000:6.1f} ms   max {max(seconds) * 1000:6.1f} ms   {note}"
