"""Strings files on the disk: written for a translator, read back, and measured against the scenario they belong to."""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from scenarios.beside import Beside, read_text
from scenarios.check import check_file, has_errors
from scenarios.filenames import YAML, is_incident, is_language, strings_name, strings_of
from scenarios.incident import with_incident
from scenarios.problems import Problem, ScenarioProblems
from scenarios.shelf import voice_ids
from scenarios.strings import TOP, Entry, State, compared, entries_in, exported
from scenarios.yaml_source import Source, read_source
from trainer.errors import ContentError, PrerequisiteError, UsageError
from trainer.finding import own_folders

HEAD = """\
# Translate what stands after "{language}:". Leave "at" and "text" as they are, and words between < and > too.
# When the scenario has changed, run coolhead strings export again: what is translated stays. Where "was" appears, the
# original has changed; correct the translation and take the "was" line out.
"""


@dataclass(frozen=True)
class Language:
    """One strings file: the scenario it belongs to, and how far it is."""

    file: Path
    scenario: Path
    name: str


def export(scenario: Path, language: str) -> tuple[Path, State]:
    """Write the strings file of a scenario in a language, keeping what is translated; the file, and how far it is.

    Raises UsageError, ContentError or PrerequisiteError; an existing file with faults is left as it is.
    """
    if not is_language(language):
        raise UsageError(f"'{language[:40]}' is not the code of a language.", "Write one such as fr, de or pt-BR.")
    base = _base(scenario)
    file = scenario.with_name(strings_name(scenario.name, language))
    entries = exported(base, _entries(file, language) if file.exists() else ())
    _write(file, HEAD.format(language=language) + "".join(_written(entry, language) for entry in entries))
    return file, compared(base, entries)


def state(scenario: Path, language: str) -> State | None:
    """How far a scenario is in a language; None where it has no strings in it. Raises ContentError."""
    file = scenario.with_name(strings_name(scenario.name, language))
    return compared(_base(scenario), _entries(file, language)) if is_language(language) and file.is_file() else None


def languages(path: Path) -> list[Language]:
    """Every strings file of a scenario, of a folder, or the one named itself."""
    if path.is_dir():
        return [found for folder in sorted({file.parent for file in _yaml_under(path)}) for found in _in(folder)]
    return [found for found in _in(path.parent) if path.name in (found.file.name, found.scenario.name)]


def _in(folder: Path) -> Iterator[Language]:
    there = {file.name for file in folder.iterdir() if file.name.endswith(YAML) and file.is_file()}
    for name in sorted(there):
        if found := strings_of(name, there):
            yield Language(folder / name, folder / found[0], found[1])


def _yaml_under(folder: Path) -> Iterator[Path]:
    return (file for file in folder.rglob("*") if file.name.endswith(YAML) and file.parent.name != "voices" and not file.parent.name.endswith(".golden"))


def _base(scenario: Path) -> Source:
    """The scenario's plain values with its incident, once it is known to be sound. Raises ContentError."""
    if is_incident(scenario.name):
        raise UsageError(f"{scenario} is an incident; its texts are translated with each of its scenarios.", "Name a scenario's file.")
    problems = check_file(scenario, known_voices=voice_ids((*own_folders(), scenario.parent)))
    text = read_text(scenario)
    if isinstance(text, Problem) or has_errors(problems):
        raise ContentError(str(ScenarioProblems(problems)))
    base, _ = with_incident(read_source(text, str(scenario)), Beside.of(str(scenario)))
    return base or read_source(text, str(scenario))


def _entries(file: Path, language: str) -> Sequence[Entry]:
    """What stands in a strings file. Raises ContentError."""
    text = read_text(file)
    entries, problems = ((), [text]) if isinstance(text, Problem) else entries_in(read_source(text, str(file), TOP), language)
    if problems:
        raise ContentError(str(ScenarioProblems(problems)))
    return entries


def _written(entry: Entry, language: str) -> str:
    """One entry as YAML. JSON's quotes are YAML's, so no text can be taken for anything but itself."""
    lines = {"at": entry.at, "text": entry.text, "was": entry.was, language: entry.translation}
    quoted = {key: json.dumps(value, ensure_ascii=False) for key, value in lines.items() if value or key != "was"}
    quoted["at"] = entry.at
    return "- " + "\n  ".join(f'"{key}": {value}' if key == "no" else f"{key}: {value}" for key, value in quoted.items()) + "\n"


def _write(file: Path, text: str) -> None:
    """The whole file or nothing of it. Raises PrerequisiteError."""
    spare = file.with_name(f".{file.name}.{os.getpid()}.tmp")
    try:
        spare.write_text(text, encoding="utf-8")
        os.replace(spare, file)
    except OSError as error:
        raise PrerequisiteError(f"{file} cannot be written: {error.strerror or error}.", "Choose a folder you may write in, or free some space.") from error
    finally:
        with contextlib.suppress(OSError):
            spare.unlink(missing_ok=True)
