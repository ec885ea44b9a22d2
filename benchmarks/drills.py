"""From Enter to what a reply to a drill did, over the shipped drills' own replies; and how often they are read as they are meant."""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterator

from scenarios.drills import drills_at_hand
from scoring.drills import judge, warm
from scoring.reading import default_reader
from scoring.reading.protocol import Context
from trainer.drills.proof import Sum, sums

TARGET = 0.050


def run() -> Iterator[str]:
    """Wall clock on one core; what a view brings to mind while the drill is being read is done before the clock starts."""
    reader, drills = default_reader(), list(drills_at_hand().values())
    judge(drills[0].skill, drills[0].drill, drills[0].drill.good, reader)
    waits, bare = [], []
    for one in drills:
        warm(one.drill)
        for text in (one.drill.good, one.drill.thin, one.drill.poor):
            began = time.perf_counter()
            judge(one.skill, one.drill, text, reader)
            waits.append(time.perf_counter() - began)
            began = time.perf_counter()
            reader.read(f"{text} ", Context(customer=one.drill.says, heard=(one.drill.says,), log=(), card=one.drill.card))
            bare.append(time.perf_counter() - began)
    half, most = statistics.median(waits), statistics.quantiles(waits, n=20)[18]
    ratio = half / statistics.median(bare)
    yield f"drills        reply to verdict   p50 {half * 1000:5.1f} ms   p95 {most * 1000:5.1f} ms   {ratio:.1f} times the reader alone (target p95 {TARGET * 1000:.0f} ms)"
    whole = Sum.of_all(sums(drills).values())
    yield f"drills        read as meant: good done {whole.good}/{whole.drills}, thin below good {whole.below}/{whole.drills}, poor passed {whole.poor}/{whole.drills}"
