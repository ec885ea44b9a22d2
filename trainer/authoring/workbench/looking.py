"""Finding out how a scenario file stands: the full check with par and golden replies, and the level measured by play.

Slow, seconds to half a minute; what is going on is told a stage at a time.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from scenarios.model import Scenario
from scenarios.problems import ScenarioProblems
from scenarios.shelf import voice_ids
from trainer.authoring.crews import simulate
from trainer.authoring.examining import check_and_play
from trainer.authoring.golden import broken, expected_in, golden_folder, reps_in, scores_of
from trainer.authoring.par import par_of
from trainer.authoring.verdicts import faults_of
from trainer.authoring.workbench.findings import Checked, Fault, Measured, Rep
from trainer.errors import CoolheadError
from trainer.finding import own_folders, scenario_named
from trainer.players.roster import PLAYERS

PLAYS = 60
"""Calls each scripted rep plays to measure a level: enough to tell one level from the next."""

OnStage = Callable[[str], None]
"""Told in a word or two what is being done."""


def check(file: Path, on_stage: OnStage) -> Checked:
    """Everything ``coolhead check``, ``par`` and ``golden`` say of the file. Never raises for what an author wrote."""
    on_stage("playing it with reps of every kind")
    known = voice_ids((*own_folders(), file.parent))
    faults = tuple(Fault.of(problem) for problem in check_and_play(file, known, golden=False))
    if any(not fault.warning for fault in faults) and not _loads(file):
        return Checked(faults=faults, played=False)
    scenario = scenario_named(str(file))
    on_stage("looking for the shortest way through")
    par = par_of(scenario)
    on_stage("playing its golden replies")
    golden, wrong, expected = _golden(file, scenario)
    return Checked(faults=faults, par=(par.replies, par.minutes) if par else None, golden=golden, golden_wrong=wrong, expected=expected)


def measure(file: Path, on_stage: OnStage) -> Measured:
    """The level by play. Raises ContentError for a file that cannot be played."""
    scenario = scenario_named(str(file))
    total, done = PLAYS * len(PLAYERS), 0

    def on_plays(more: int) -> None:
        nonlocal done
        done += more
        on_stage(f"{done} of {total} calls played" if done < total else "trying what one change would do")

    on_stage(f"0 of {total} calls played")
    report = next(iter(simulate([scenario], list(PLAYERS), plays=PLAYS, jobs=1, on_plays=on_plays)))
    players = report.by_player
    return Measured(
        level=report.measured_level or 1,
        novice=players["novice"].settled,
        expert=players["expert"].settled,
        plays=PLAYS,
        why=report.why_words,
        faults=faults_of(report),
    )


def _loads(file: Path) -> bool:
    try:
        scenario_named(str(file))
    except CoolheadError:
        return False
    return True


def _golden(file: Path, scenario: Scenario) -> tuple[tuple[Rep, ...], tuple[str, ...], bool]:
    folder = golden_folder(file)
    if not reps_in(folder):
        return (), (), False
    expected = (folder / "expected.yaml").exists()
    try:
        reps = scores_of(scenario, folder)
        wrong = tuple(broken(expected_in(folder), reps)) if expected else ()
    except (ScenarioProblems, CoolheadError):  # told among the faults, with their lines
        return (), ("the golden replies cannot be played; see the faults",), expected
    return tuple(Rep(rep=name, scores=rep.scores, anger=rep.anger) for name, rep in reps.items()), wrong, expected
