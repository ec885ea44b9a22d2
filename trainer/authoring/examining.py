"""One content file of any kind checked in full: read, and a sound scenario played too. What ``coolhead check`` does to each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from scenarios.check import check_file, check_incident_file, check_strings_file, check_voice_file, has_errors
from scenarios.drills.check import check_drill_file
from scenarios.filenames import is_incident, strings_of
from scenarios.pack import check_pack_file
from scenarios.problems import Problem
from scenarios.shelf import PACK_FILE

SUFFIXES = (".yaml", ".yml")


def check_and_play(file: Path, known_voices: Sequence[str], *, golden: bool) -> list[Problem]:
    """Every problem of a file. ``golden``: golden replies must stand beside it."""
    problems = check_quickly(file, known_voices)
    if not has_errors(problems) and file.name != PACK_FILE and _kind(file) == "drills":
        from trainer.drills.proof import prove_drills

        return [*problems, *prove_drills(file)]
    if has_errors(problems) or not is_scenario(file):
        return problems
    from trainer.authoring.proof import prove

    return sorted([*problems, *prove(file, golden=golden)], key=lambda problem: (problem.file != str(file), problem.line, problem.column, problem.code))


def is_scenario(file: Path) -> bool:
    """Whether the file is one, and not a voice, an incident, a translation or what a pack says of itself."""
    return file.name != PACK_FILE and not is_incident(file.name) and _kind(file) == "scenario" and not _translates(file)


def _translates(file: Path) -> tuple[str, str] | None:
    """The scenario file and language of a strings file that stands beside it."""
    return strings_of(file.name, [other for suffix in SUFFIXES if file.with_name(other := f"{file.name.partition('.')[0]}{suffix}").is_file()])


def check_quickly(file: Path, known_voices: Sequence[str]) -> list[Problem]:
    """What shows without playing."""
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
