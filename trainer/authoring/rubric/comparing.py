"""What another rubric changes on the typed calls beside the scenarios: each call is played once and judged by both.

The calls are shared among all cores; the order, and every figure, is the same with one.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from scenarios.problems import ScenarioProblems
from scoring.rubric import Rubric
from scoring.scores import DIMENSIONS, Dimension
from trainer.authoring.golden import GoldenRep, broken, calls_of, expected_in, golden_folder, judged, reps_in
from trainer.finding import scenario_named

MOVED = 0.05
"""Points from which a difference is one; figures are kept to one decimal."""


@dataclass(frozen=True)
class Cause:
    """What one criterion gave or took under either rubric."""

    rule: str
    before: float
    after: float


@dataclass(frozen=True)
class Moved:
    """One dimension of one rep under both rubrics."""

    before: float
    after: float
    causes: tuple[Cause, ...]
    """heaviest first"""

    @property
    def is_moved(self) -> bool:
        return abs(self.after - self.before) >= MOVED


@dataclass(frozen=True)
class Compared:
    """One scenario's typed reps under both rubrics."""

    scenario: str
    title: str
    reps: dict[str, dict[Dimension, Moved]]
    broken: tuple[str, ...]
    """orders that held before and no longer do"""
    mended: tuple[str, ...]
    """those that did not hold before and now do, as they were told before"""

    def as_dict(self) -> dict[str, Any]:
        """For ``--json``."""
        reps = {rep: {d: _as_dict(moved) for d, moved in dimensions.items()} for rep, dimensions in self.reps.items()}
        return {"scenario": self.scenario, "reps": reps, "broken": list(self.broken), "mended": list(self.mended)}


def compared(files: Sequence[Path], base: Rubric, rubric: Rubric, on_done: Callable[[int], None] | None = None) -> Iterator[Compared]:
    """Every scenario that has golden replies, in order. ``on_done`` hears how many more are done."""
    with_reps = [file for file in files if reps_in(golden_folder(file))]
    work = partial(_one, base=base, rubric=rubric)
    if len(with_reps) <= 1 or os.cpu_count() == 1:
        yield from (_told(found, on_done) for found in map(work, with_reps))
        return
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        yield from (_told(found, on_done) for found in pool.map(work, with_reps))


def _told(found: Compared, on_done: Callable[[int], None] | None) -> Compared:
    if on_done:
        on_done(1)
    return found


def _one(file: Path, base: Rubric, rubric: Rubric) -> Compared:
    scenario, folder = scenario_named(str(file)), golden_folder(file)
    before: dict[str, GoldenRep] = {}
    after: dict[str, GoldenRep] = {}
    for rep, replies in reps_in(folder).items():
        calls = calls_of(scenario, replies)
        before[rep], after[rep] = judged(scenario, rep, calls, base), judged(scenario, rep, calls, rubric)
    was, now = _orders(folder, before), _orders(folder, after)
    return Compared(
        scenario.scenario,
        scenario.title,
        {rep: {d: _moved(d, before[rep], after[rep], base, rubric) for d in DIMENSIONS} for rep in before},
        broken=tuple(words for key, words in now.items() if key not in was),
        mended=tuple(words for key, words in was.items() if key not in now),
    )


def _orders(folder: Path, reps: dict[str, GoldenRep]) -> dict[str, str]:
    """The orders that do not hold: each named without its figures, which differ, and as it is told."""
    try:
        found = list(broken(expected_in(folder), reps)) if (folder / "expected.yaml").exists() else []
    except ScenarioProblems:
        found = []  # told by coolhead check
    return {"".join(letter for letter in words if not letter.isdigit()): words for words in found}


def _moved(dimension: Dimension, before: GoldenRep, after: GoldenRep, base: Rubric, rubric: Rubric) -> Moved:
    start = Cause(f"{dimension} base", base.dimensions[dimension].base, rubric.dimensions[dimension].base)
    rules = [c.id for c in base.of(dimension)]
    causes = [start, *(Cause(rule, round(before.points.get(rule, 0.0), 1), round(after.points.get(rule, 0.0), 1)) for rule in rules)]
    heavy = sorted((cause for cause in causes if abs(cause.after - cause.before) >= MOVED), key=lambda cause: -abs(cause.after - cause.before))
    return Moved(before.scores[dimension], after.scores[dimension], tuple(heavy))


def _as_dict(moved: Moved) -> dict[str, Any]:
    causes = [{"rule": cause.rule, "before": cause.before, "after": cause.after} for cause in moved.causes]
    return {"before": moved.before, "after": moved.after, "criteria": causes}
