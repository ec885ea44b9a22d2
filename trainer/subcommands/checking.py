"""``coolhead check``: every fault of scenario and voice files at once, each with its line and what to do about it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path

from scenarios.check import check_file, check_incident_file, check_strings_file, check_voice_file, has_errors
from scenarios.drills.check import check_drill_file
from scenarios.filenames import is_incident, strings_of
from scenarios.pack import check_pack_file
from scenarios.problems import Problem, Severity
from scenarios.shelf import PACK_FILE, voice_ids
from trainer.errors import Exit, UsageError, say
from trainer.finding import own_folders
from trainer.subcommands.output import emit, tell
from trainer.words import count

MANY = 4
"""Files from which it pays to share the playing among processes."""

SUFFIXES = (".yaml", ".yml")


def check_paths(paths: Sequence[Path], *, quick: bool, golden: bool, as_json: bool) -> int:
    """Check files and folders. Exit code 1 when there is any fault that is not only a warning.

    ``quick``: read them only; otherwise what passes is played too. ``golden``: golden replies must stand beside each scenario.
    """
    files = _files(paths)
    known = voice_ids((*own_folders(), *(path for path in paths if path.is_dir())))
    found = (problem for some in _found(files, known, quick=quick, golden=golden) for problem in some)
    problems = list(dict.fromkeys(found))  # an incident's faults come up with each of its scenarios
    if as_json:
        emit([problem.as_dict() for problem in problems])
    else:
        for problem in problems:
            tell(str(problem))
    serious = sum(problem.severity is Severity.ERROR for problem in problems)
    say(f"{count(len(files), 'file')} checked, {count(serious, 'fault')}, {count(len(problems) - serious, 'warning')}.")
    if problems and not as_json:
        say(f"More about a code, with an example: coolhead explain {problems[0].code}")
    return Exit.FAULTS if has_errors(problems) else Exit.DONE


def _found(files: Sequence[Path], known: Sequence[str], *, quick: bool, golden: bool) -> Iterator[list[Problem]]:
    """The problems of each file in turn; many files are shared among processes."""
    look = partial(_check, known_voices=known) if quick else partial(_check_and_play, known_voices=known, golden=golden)
    if quick or len(files) < MANY:
        yield from map(look, files)
        return
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        yield from pool.map(look, files)


def _check_and_play(file: Path, known_voices: Sequence[str], *, golden: bool) -> list[Problem]:
    problems = _check(file, known_voices)
    if not has_errors(problems) and file.name != PACK_FILE and _kind(file) == "drills":
        from trainer.drills.proof import prove_drills

        return [*problems, *prove_drills(file)]
    if has_errors(problems) or not is_scenario(file):
        return problems
    from trainer.authoring.proof import prove

    return sorted([*problems, *prove(file, golden=golden)], key=lambda problem: (problem.file != str(file), problem.line, problem.column, problem.code))


def is_scenario(file: Path) -> bool:
    return file.name != PACK_FILE and not is_incident(file.name) and _kind(file) == "scenario" and not _translates(file)


def _translates(file: Path) -> tuple[str, str] | None:
    """The scenario file and language of a strings file that stands beside it."""
    return strings_of(file.name, [other for suffix in SUFFIXES if file.with_name(other := f"{file.name.partition('.')[0]}{suffix}").is_file()])


def _check(file: Path, known_voices: Sequence[str]) -> list[Problem]:
    if file.name == PACK_FILE:
        return check_pack_file(file)
    if found := _translates(file):
        return check_strings_file(file, file.with_name(found[0]), found[1])
    kind = "incident" if is_incident(file.name) else _kind(file)
    if kind == "incident":
        return check_incident_file(file)
    if kind == "drills":
        return check_drill_file(file)
    return check_voice_file(file) if kind == "voice" else check_file(file, known_voices=known_voices)


def _kind(file: Path) -> str:
    """A voice begins with its ``voice:``, as a scenario does with its ``scenario:``; the folder decides where neither is there."""
    try:
        with file.open(encoding="utf-8", errors="replace") as stream:
            text = stream.read(20_000)
    except (OSError, ValueError):
        return "scenario"
    if found := re.search(r"^(voice|scenario)\s*:", text, re.MULTILINE) or re.search(r"^(incident|drills)\s*:", text, re.MULTILINE):
        return found[1]
    return "voice" if file.parent.name == "voices" else "scenario"


def _files(paths: Sequence[Path]) -> list[Path]:
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            found.extend(f for f in sorted(path.rglob("*")) if f.suffix in SUFFIXES and not f.parent.name.endswith(".golden"))
        elif path.exists():
            found.append(path)
        else:
            raise UsageError(f"There is no file {path}.")
    if not found:
        raise UsageError(f"There is no scenario file in {', '.join(map(str, paths))}.", "Scenario files end in .yaml")
    return found
