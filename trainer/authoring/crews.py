"""Runs the plays of a simulation on all cores and hands the reports over in order; the cores change nothing but the time."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context

from scenarios.library import voices
from scenarios.model import Scenario
from trainer.authoring.hardness import NOVICE, changes_for
from trainer.authoring.simulation import Simulation, summed_up
from trainer.authoring.trials import Batch, try_out
from trainer.finding import own_folders
from trainer.voices.script import ScriptVoice

CHUNK = 50
"""Plays handed to a process at a time."""

OnPlays = Callable[[int], None]


@dataclass(frozen=True)
class Job:
    """A stretch of plays by one player."""

    scenario: Scenario
    player: str
    first: int
    """seed of the first play"""
    plays: int
    read: bool
    """whether the words are read by the reader instead of the acts being given"""


def simulate(
    scenarios: Sequence[Scenario], players: Sequence[str], *, plays: int, seed: int = 0, read: bool = False, jobs: int = 0, on_plays: OnPlays | None = None
) -> Iterator[Simulation]:
    """A report for each scenario, in order. Seeds are ``seed`` to ``seed + plays - 1``; the same arguments give the same reports.

    ``jobs`` is the number of processes, all cores if 0. ``on_plays`` hears how many more plays are done.
    """
    reader = _reader_name(read)
    work = {n: _jobs(scenario, players, plays=plays, seed=seed, read=read) for n, scenario in enumerate(scenarios)}
    crew = min(jobs or os.cpu_count() or 1, sum(map(len, work.values())))
    if crew <= 1:
        for n, scenario in enumerate(scenarios):
            batches = [_told(run(job), on_plays) for job in work[n]]
            yield summed_up(scenario, batches, seed=seed, plays=plays, reader=reader, changes=changes_for(scenario) if NOVICE in players else ())
        return
    with ProcessPoolExecutor(crew, mp_context=get_context("spawn")) as pool:
        futures: dict[int, list[Future[Batch]]] = {n: [pool.submit(run, job) for job in group] for n, group in work.items()}
        changes = {n: pool.submit(changes_for, scenario) for n, scenario in enumerate(scenarios)} if NOVICE in players else {}
        try:
            for n, scenario in enumerate(scenarios):
                batches = [_told(future.result(), on_plays) for future in futures[n]]
                yield summed_up(scenario, batches, seed=seed, plays=plays, reader=reader, changes=changes[n].result() if n in changes else ())
        finally:
            pool.shutdown(cancel_futures=True)


def _jobs(scenario: Scenario, players: Sequence[str], *, plays: int, seed: int, read: bool) -> list[Job]:
    starts = range(0, plays, CHUNK)
    return [Job(scenario, player, seed + start, min(CHUNK, plays - start), read) for player in players for start in starts]


def run(job: Job) -> Batch:
    """Play one job, in whatever process this is."""
    known = voices(own_folders())
    bank = known.get(job.scenario.customer.voice)
    voice = ScriptVoice(job.scenario, bank, plain=known.get("plain")) if bank else None
    reader = None
    if job.read:
        from scoring.reading import default_reader

        reader = default_reader()
    return try_out(job.scenario, job.player, range(job.first, job.first + job.plays), reader=reader, voice=voice)


def _told(batch: Batch, on_plays: OnPlays | None) -> Batch:
    if on_plays:
        on_plays(len(batch.trials))
    return batch


def _reader_name(read: bool) -> str:
    if not read:
        from trainer.players.speech import GIVEN

        return GIVEN
    from scoring.reading import default_reader

    return default_reader().version
