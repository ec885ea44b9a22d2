"""``coolhead check``: every fault of scenario and voice files at once, each with its line and what to do about it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from scenarios.check import check_file, check_voice_file, has_errors
from scenarios.pack import check_pack_file
from scenarios.problems import Problem, Severity
from scenarios.shelf import PACK_FILE, voice_ids
from trainer.errors import Exit, UsageError, say
from trainer.finding import own_folders
from trainer.subcommands.output import emit, tell
from trainer.words import count

SUFFIXES = (".yaml", ".yml")


def check_paths(paths: Sequence[Path], *, as_json: bool) -> int:
    """Check files and folders. Exit code 1 when there is any fault that is not only a warning."""
    files = _files(paths)
    known = voice_ids((*own_folders(), *(path for path in paths if path.is_dir())))
    problems = [problem for file in files for problem in _check(file, known)]
    if as_json:
        emit([problem.as_dict() for problem in problems])
    else:
        for problem in problems:
            tell(str(problem))
    serious = sum(problem.severity is Severity.ERROR for problem in problems)
    say(f"{count(len(files), 'file')} checked, {count(serious, 'fault')}, {count(len(problems) - serious, 'warning')}.")
    return Exit.FAULTS if has_errors(problems) else Exit.DONE


def _check(file: Path, known_voices: Sequence[str]) -> list[Problem]:
    if file.name == PACK_FILE:
        return check_pack_file(file)
    return check_voice_file(file) if _is_voice(file) else check_file(file, known_voices=known_voices)


def _is_voice(file: Path) -> bool:
    """A voice begins with its ``voice:``, as a scenario does with its ``scenario:``; the folder decides where neither is there."""
    try:
        with file.open(encoding="utf-8", errors="replace") as stream:
            found = re.search(r"^(voice|scenario)\s*:", stream.read(20_000), re.MULTILINE)
    except (OSError, ValueError):
        return False
    return found[1] == "voice" if found else file.parent.name == "voices"


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
