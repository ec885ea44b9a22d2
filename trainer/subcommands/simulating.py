"""``coolhead simulate``: scripted reps of every kind play a scenario many times, and what came of it stands in one report."""

from __future__ import annotations

import time
from collections.abc import Sequence

from scoring.scores import DIMENSIONS
from trainer.authoring.crews import simulate
from trainer.authoring.paying import payments
from trainer.authoring.simulation import CLEARLY, PlayerReport, Simulation
from trainer.authoring.verdicts import faults_of
from trainer.errors import Exit, UsageError, say
from trainer.finding import scenarios_named
from trainer.players.roster import PLAYERS
from trainer.subcommands.output import emit, tell
from trainer.subcommands.progress import progress
from trainer.words import count


def simulate_named(named: Sequence[str], *, players: str, plays: int, seed: int, read: bool, jobs: int, as_json: bool) -> int:
    """Simulate scenarios, every one at hand where none is named. Exit code 1 when any has a fault no trainee should meet."""
    scenarios = scenarios_named(named)
    crew = _players(players)
    faults, began, total = 0, time.perf_counter(), len(scenarios) * len(crew) * plays
    with progress(total, "Playing") as on_plays:
        for report in simulate(scenarios, crew, plays=plays, seed=seed, read=read, jobs=jobs, on_plays=on_plays):
            found = faults_of(report)
            faults += len(found)
            if as_json:
                emit({**report.as_dict(), "faults": list(found)})
            else:
                _show(report, found)
    seconds = time.perf_counter() - began
    say(
        f"{count(total, 'play')} of {count(len(scenarios), 'scenario')} in {seconds:.1f} s, {total / max(seconds, 1e-9):.0f} a second; {count(faults, 'fault')}."
    )
    return Exit.FAULTS if faults else Exit.DONE


def _players(named: str) -> list[str]:
    if named == "all":
        return list(PLAYERS)
    wanted = [name.strip() for name in named.split(",") if name.strip()]
    unknown = [name for name in wanted if name not in PLAYERS]
    if unknown or not wanted:
        raise UsageError(f"There is no player '{unknown[0] if unknown else named}'.", f"There are: {', '.join(PLAYERS)}; or all.")
    return [name for name in PLAYERS if name in wanted]


_WIDTHS = {dimension: max(9, len(dimension)) for dimension in DIMENSIONS}


def _show(report: Simulation, faults: Sequence[str]) -> None:
    measured = f", measured {report.measured_level}" if report.measured_level else ""
    tell(f"{report.title} ({report.scenario}): {count(report.plays, 'play')} by each, level {report.level}{measured}")
    tell("  player         settled  best  " + " ".join(f"{name:>{_WIDTHS[name]}}" for name in DIMENSIONS) + "  replies  minutes  anger from turn to turn")
    for row in report.players:
        tell(f"  {row.player:<14} {row.settled:>6.0%} {row.best:>5.0%}  {_scores(row)} {row.replies:>8.1f} {row.minutes:>8.1f}  {_curve(row)}")
    if report.worded and report.never_said:
        tell(f"  Never said in {count(report.worded, 'worded play')}: {', '.join(report.never_said[:12])}{' ...' if len(report.never_said) > 12 else ''}")
    for words in report.why_words:
        tell(f"  {words}")
    for fault in faults:
        tell(f"  ! {fault}")
    if not report.gamed and report.by_player.keys() >= PLAYERS.keys():
        tell(f"  Cannot be gamed: no cheat beats the plain honest rep on any dimension by more than {CLEARLY:g} points, the margin of chance.")
    for words in payments(report):
        tell(f"  {words}")
    tell()


def _scores(row: PlayerReport) -> str:
    return " ".join(f"{'-' if row.scores[name] is None else f'{row.scores[name]:.0f}':>{_WIDTHS[name]}}" for name in DIMENSIONS)


def _curve(row: PlayerReport) -> str:
    return " ".join(f"{value:.0f}" for value in row.anger)
