"""The guards of the model voice on the labelled lines: what they catch by kind, what they refuse wrongly, and what a line costs."""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterator

from trainer.voices.guards import check
from trainer.voices.guards.labelled import GOOD, SETS, labelled, measure


def run() -> Iterator[str]:
    """One table a set; the last set is the one that nothing was tuned on."""
    for name, about in SETS.items():
        lines = labelled(name)
        tally = measure(lines)
        yield f"guards        {name} ({about}): {len(lines)} lines, {tally.bad:.1%} of {len(lines) - tally.lines[GOOD]} bad ones caught, {tally.stopped[GOOD]} of {tally.lines[GOOD]} good ones refused"
        for kind in sorted(kind for kind in tally.lines if kind != GOOD):
            yield f"guards          {kind:<12} {tally.lines[kind]:3} lines   recall {tally.recall(kind):.2f}   precision {tally.precision(kind):.2f}"
    yield _cost()


def _cost() -> str:
    lines = [one for name in SETS for one in labelled(name)]
    times = []
    for one in lines:
        began = time.perf_counter()
        check(one.line + " ", one.request)
        times.append(time.perf_counter() - began)
    return f"guards        a line costs p50 {statistics.median(times) * 1000:.1f} ms   p95 {statistics.quantiles(times, n=20)[18] * 1000:.1f} ms"
