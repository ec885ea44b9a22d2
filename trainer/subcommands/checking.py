"""``coolhead check``: every fault of scenario and voice files at once, each with its line and what to do about it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path

from scenarios.check import has_errors
from scenarios.problems import Problem, Severity
from scenarios.shelf import voice_ids
from trainer.authoring.examining import SUFFIXES, check_and_play, check_quickly
from trainer.authoring.open_checks import open_checks
from trainer.errors import Exit, UsageError, say
from trainer.finding import own_folders
from trainer.subcommands.output import emit, tell
from trainer.text import safe_line
from trainer.words import count

MANY = 4
"""Files from which it pays to share the playing among processes."""


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
    for file in files:
        if words := open_checks(file).words:
            say(safe_line(f"A note: {file}: {words}. Look at each, and delete the remark when you have.", 400))
    if not (serious or quick or as_json):
        say(safe_line(f"Not looked at here: whether the level fits, and whether a cheat is paid. Next: coolhead simulate {_shown(paths)}"))
    if problems and not as_json:
        say(f"More about a code, with an example: coolhead explain {problems[0].code}")
    return Exit.FAULTS if has_errors(problems) else Exit.DONE


def _shown(paths: Sequence[Path]) -> str:
    """The paths as they can be typed again."""
    return " ".join(f'"{path}"' if " " in str(path) else str(path) for path in paths)


def _found(files: Sequence[Path], known: Sequence[str], *, quick: bool, golden: bool) -> Iterator[list[Problem]]:
    """The problems of each file in turn; many files are shared among processes."""
    look = partial(check_quickly, known_voices=known) if quick else partial(check_and_play, known_voices=known, golden=golden)
    if quick or len(files) < MANY:
        yield from map(look, files)
        return
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        yield from pool.map(look, files)


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
