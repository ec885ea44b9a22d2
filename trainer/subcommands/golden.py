"""``coolhead golden``: the typed reps beside a scenario, played and held against the order expected, and what an edit changed."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from scenarios.model import Scenario
from scenarios.problems import ScenarioProblems
from scoring.reading import default_reader
from scoring.rubric import load_rubric
from scoring.scores import DIMENSIONS
from trainer.authoring.golden import GoldenRep, broken, expected_in, golden_folder, reps_in, scores_of
from trainer.errors import Exit, PrerequisiteError, UsageError, say
from trainer.finding import files_named, scenario_named
from trainer.rubrics import rubric_from
from trainer.subcommands.output import emit, tell
from trainer.text import safe_line, safe_text
from trainer.words import count

MOVED = 0.5
"""Points from which a difference is shown."""


def play_golden(named: Sequence[str], rubric_file: Path | None, *, save: Path | None, against: Path | None, as_json: bool) -> int:
    """Play every golden rep of these scenarios. Exit code 1 when an expected order does not hold.

    ``rubric_file``: judge by this rubric instead of the shipped one. ``save`` keeps the figures, ``against`` shows what has changed since.
    """
    rubric = rubric_from(rubric_file) if rubric_file else load_rubric()
    before = _saved(against) if against else {}
    found: dict[str, dict[str, GoldenRep]] = {}
    faults = 0
    for file in files_named(named):
        folder = golden_folder(file)
        if not reps_in(folder):
            if named:
                say(safe_line(f"{file} has no golden replies beside it: no folder {folder.name} with replies such as model.txt. See docs/authors.md."))
            continue
        scenario = scenario_named(str(file))
        reps = found[scenario.scenario] = scores_of(scenario, folder, rubric)
        wrong = _wrong(folder, reps)
        faults += len(wrong)
        if not as_json:
            _show(scenario, reps, wrong, before.get(scenario.scenario, {}))
    figures = {"rubric": rubric.version, "reader": default_reader().version, "scenarios": {name: _figures(reps) for name, reps in found.items()}}
    if as_json:
        emit(figures)
    if save:
        _keep(save, figures)
    say(
        f"{count(sum(map(len, found.values())), 'golden rep')} of {count(len(found), 'scenario')}, {count(faults, 'fault')}. Rubric {figures['rubric']}, reader {figures['reader']}."
    )
    return Exit.FAULTS if faults else Exit.DONE


def _wrong(folder: Path, reps: Mapping[str, GoldenRep]) -> list[str]:
    if not (folder / "expected.yaml").exists():
        return []
    try:
        return list(broken(expected_in(folder), reps))
    except ScenarioProblems as error:
        return [str(problem) for problem in error.problems]


def _show(scenario: Scenario, reps: Mapping[str, GoldenRep], wrong: Sequence[str], before: Mapping[str, Mapping[str, float]]) -> None:
    tell(f"{scenario.title} ({scenario.scenario})")
    tell(f"  {'rep':<14}" + "".join(f"{name:>11}" for name in DIMENSIONS) + "   anger at the end")
    for name, rep in reps.items():
        ends = ", ".join(dict.fromkeys(ending.value.replace("_", " ") for ending in rep.endings))
        tell(f"  {name:<14}" + "".join(f"{rep.scores[d]:>11.0f}" for d in DIMENSIONS) + f"   {rep.anger:.0f}, {ends}")
    for words in _changes(reps, before):
        tell(f"  changed: {words}")
    for words in wrong:
        tell(f"  ! {words}")
    tell()


def _changes(reps: Mapping[str, GoldenRep], before: Mapping[str, Mapping[str, float]]) -> Iterator[str]:
    for name, rep in reps.items():
        old = before.get(name, {})
        moved = [f"{d} {old[d]:.0f} to {rep.scores[d]:.0f}" for d in DIMENSIONS if d in old and abs(old[d] - rep.scores[d]) >= MOVED]
        if moved:
            yield f"{name}: {', '.join(moved)}"


def _figures(reps: Mapping[str, GoldenRep]) -> dict[str, dict[str, float]]:
    return {name: {**rep.scores, "anger": rep.anger} for name, rep in reps.items()}


def _keep(file: Path, figures: Mapping[str, Any]) -> None:
    try:
        file.write_text(json.dumps(figures, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    except OSError as error:
        raise PrerequisiteError(f"{safe_text(str(file))} could not be written: {error.strerror}.", "Name another file with --save") from error


def _saved(file: Path) -> dict[str, dict[str, dict[str, float]]]:
    """The figures of an earlier run, by scenario and rep. Raises UsageError for what is no such file."""
    try:
        kept = json.loads(file.read_text(encoding="utf-8"))
        return {str(s): {str(r): {str(d): float(v) for d, v in row.items()} for r, row in reps.items()} for s, reps in kept["scenarios"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise UsageError(f"{safe_text(str(file))} does not hold the figures of an earlier run.", "Make one with: coolhead golden --save FILE") from error
