"""Calls a second by scripted reps: played alone, played and scored, and with the reader reading their words; on one core and on all."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from scenarios.library import find
from scoring.reading import default_reader
from trainer.authoring.trials import try_out
from trainer.finding import scenarios_named
from trainer.players.playing import play
from trainer.players.roster import PLAYERS

SCENARIOS = 8
"""How many of the library's scenarios are played, spread over it."""


def run(plays: int = 12) -> Iterator[str]:
    """Every player, ``plays`` times each scenario; wall clock."""
    everything = [scenario.scenario for scenario in scenarios_named([])]
    chosen = everything[:: max(1, len(everything) // SCENARIOS)]
    crew = os.cpu_count() or 1
    with ProcessPoolExecutor(crew, mp_context=get_context("spawn")) as pool:
        list(pool.map(_alone, [(chosen[0], 1)] * crew * 2))  # workers imported and warm
        for name, work in (("played", _alone), ("played, scored", _scored)):
            began, count = time.perf_counter(), sum(map(work, [(id_, plays) for id_ in chosen]))
            one = count / (time.perf_counter() - began)
            began, count = time.perf_counter(), sum(pool.map(work, [(id_, plays) for id_ in chosen for _ in range(crew)]))
            yield f"{name:<14}{one:.0f} calls a second on one core, {count / (time.perf_counter() - began):.0f} on {crew}"
    _read((chosen[0], 1))
    began, count = time.perf_counter(), sum(map(_read, [(id_, 1) for id_ in chosen[:3]]))
    yield f"{'with reader':<14}{count / (time.perf_counter() - began):.1f} calls a second on one core"


def _alone(job: tuple[str, int]) -> int:
    scenario = find(job[0])
    for player in PLAYERS.values():
        for seed in range(job[1]):
            play(scenario, player, seed)
    return len(PLAYERS) * job[1]


def _scored(job: tuple[str, int]) -> int:
    for player in PLAYERS:
        try_out(find(job[0]), player, range(job[1]))
    return len(PLAYERS) * job[1]


def _read(job: tuple[str, int]) -> int:
    for player in PLAYERS:
        try_out(find(job[0]), player, range(job[1]), reader=default_reader())
    return len(PLAYERS) * job[1]
