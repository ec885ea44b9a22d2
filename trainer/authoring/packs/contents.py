"""What belongs in a pack, by where it lies and what it is called; and everything wrong with what it says.

A folder about to be packed and a pack about to be installed go through the same check, so that what can be made can be added.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path

from scenarios.beside import read_text
from scenarios.check import check_incident_text, examine, examine_voice
from scenarios.filenames import is_incident
from scenarios.pack import PackInfo, examine_pack
from scenarios.problems import CONTROL, MAX_PROBLEMS, Code, Problem, Severity, fault
from scenarios.shelf import PACK_FILE
from scenarios.yaml_source import read_source
from trainer.authoring.packs.names import why_not


class Kind(StrEnum):
    """What a file in a pack is."""

    ABOUT = "about"
    """``pack.yaml``"""
    SCENARIO = "scenario"
    VOICE = "voice"
    INCIDENT = "incident"
    """what several scenarios share"""
    STRINGS = "strings"
    """a scenario's words in another language"""
    GOLDEN = "golden"
    NOTE = "note"
    """a page to read"""


_YAML = (".yaml", ".yml")
_STRINGS = re.compile(r"(?P<scenario>.+)\.[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*\.ya?ml\Z")


def kind_of(name: str) -> Kind | None:
    """What the file of this name is; None for what has no place in a pack."""
    *folders, file = name.split("/")
    yaml, page = file.endswith(_YAML), file.endswith((".txt", ".md"))
    if folders == ["voices"]:
        return Kind.VOICE if yaml else None
    if len(folders) == 1 and folders[0].endswith(".golden"):
        return Kind.GOLDEN if yaml or page else None
    if folders or not (yaml or page):
        return None
    if page:
        return Kind.NOTE
    if file == PACK_FILE:
        return Kind.ABOUT
    if is_incident(file):
        return Kind.INCIDENT
    return Kind.STRINGS if _STRINGS.match(file) else Kind.SCENARIO


@dataclass
class Contents:
    """What a pack was found to hold, and what is wrong with it."""

    info: PackInfo | None = None
    scenarios: dict[str, str] = field(default_factory=dict)
    """file by id, of those that can be used"""
    voices: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def voices_in(names: Iterable[str]) -> tuple[str, ...]:
    """The ids of the voices among these files, by name, as the library finds them."""
    return tuple(Path(name).stem for name in names if kind_of(name) is Kind.VOICE)


def examine_contents(files: Mapping[str, Path], known_voices: Collection[str]) -> Contents:
    """Read every file, given by its name in the pack and where it lies now. After a hundred faults the rest is not looked at."""
    found = Contents()
    known = (*known_voices, *voices_in(files))
    for name, path in sorted(files.items(), key=lambda file: (file[0] != PACK_FILE, file)):
        found.problems += _examine(found, path, name, known)
        if sum(problem.severity is Severity.ERROR for problem in found.problems) >= MAX_PROBLEMS:
            break
    found.problems = list(dict.fromkeys(found.problems))  # what scenarios share is told once
    return found


def renamed(problems: Iterable[Problem], old: Path, new: str) -> list[Problem]:
    """The problems as told of ``new`` where they were found in ``old``."""
    return [replace(one, file=one.file.replace(str(old), new), message=one.message.replace(str(old), new)) for one in problems]


def _examine(found: Contents, path: Path, name: str, known_voices: Collection[str]) -> Iterator[Problem]:
    text = read_text(path)
    if isinstance(text, Problem):
        yield text
        return
    match kind_of(name):
        case Kind.ABOUT:
            found.info, problems = examine_pack(text, str(path))
            yield from problems
            if found.info and (why := why_not(found.info.pack)):
                yield fault(Code.BAD_ID, str(path), (1, 1), f"'{found.info.pack}' cannot be the name of a folder: {why}.", "Choose another id.")
        case Kind.SCENARIO:
            scenario, problems = examine(text, str(path), known_voices)
            yield from problems
            if scenario:
                yield from _first(found.scenarios, scenario.scenario, path, name)
        case Kind.VOICE:
            voice, problems = examine_voice(text, str(path))
            yield from problems
            if voice:
                yield from _first(found.voices, voice.voice, path, name)
        case Kind.INCIDENT:
            yield from check_incident_text(text, str(path))
        case Kind.STRINGS:
            yield from read_source(text, str(path)).problems
        case Kind.GOLDEN if name.endswith(_YAML):
            yield from read_source(text, str(path)).problems
        case Kind.GOLDEN | Kind.NOTE:
            yield from _unseen(text, path)
        case None:
            yield fault(Code.UNREADABLE, str(path), (1, 1), "This has no place in a pack.", "Take it out.")


def _first(ids: dict[str, str], id_: str, path: Path, name: str) -> Iterator[Problem]:
    other = ids.setdefault(id_, name)
    if other != name:
        yield fault(Code.DUPLICATE_ID, str(path), (1, 1), f"The id '{id_}' is already taken by {other}.")


def _unseen(text: str, path: Path) -> Iterator[Problem]:
    """The first character of a page that could upset a terminal."""
    if bad := CONTROL.search(text.removeprefix("\ufeff").replace("\r", "")):
        at = text.count("\n", 0, bad.start()) + 1, bad.start() - text.rfind("\n", 0, bad.start())
        yield fault(Code.CONTROL_CHARACTER, str(path), at, f"Here is an invisible character (U+{ord(bad[0]):04X}).")
