"""The drills at hand: those shipped, a file a skill beside this one, and a site's own. A broken file hides no other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from scenarios.beside import Stamp, read_text, stamp_of
from scenarios.check import has_errors
from scenarios.drills.check import examine_drills
from scenarios.drills.model import Drill, DrillFile
from scenarios.filenames import YAML
from scenarios.problems import Problem

__all__ = ["Drill", "DrillFile", "Skilled", "drill_files", "drills_at_hand", "faults"]


@dataclass(frozen=True, kw_only=True)
class Skilled:
    """A drill with the skill it trains."""

    skill: str
    drill: Drill

    @property
    def id(self) -> str:
        return self.drill.id


def drills_at_hand(folders: Sequence[Path] = ()) -> dict[str, Skilled]:
    """Every usable drill by its id, the shipped ones first. Of two with one id the first counts."""
    found: dict[str, Skilled] = {}
    for file in (*_shipped(), *(read for path in _own(folders) if (read := _read(path)[0]))):
        for drill in file.drills:
            found.setdefault(drill.id, Skilled(skill=file.skill, drill=drill))
    return found


def faults(folders: Sequence[Path]) -> list[Problem]:
    """Every problem of a site's own files."""
    return [problem for path in _own(folders) for problem in _read(path)[1]]


def drill_files() -> Iterator[Traversable]:
    """The shipped files."""
    yield from sorted((file for file in files("scenarios.drills").iterdir() if file.name.endswith(YAML)), key=lambda file: file.name)


@cache
def _shipped() -> tuple[DrillFile, ...]:
    read = (examine_drills(file.read_text(encoding="utf-8"), file.name)[0] for file in drill_files())
    return tuple(file for file in read if file)


def _own(folders: Sequence[Path]) -> Iterator[Path]:
    for folder in folders:
        try:
            inside = sorted(path for path in folder.iterdir() if path.name.endswith(YAML) and not path.name.startswith(".") and path.is_file())
        except OSError:
            continue
        yield from inside


_kept: dict[Path, tuple[Stamp, DrillFile | None, tuple[Problem, ...]]] = {}
"""What was read of a site's files, until they change."""


def _read(path: Path) -> tuple[DrillFile | None, tuple[Problem, ...]]:
    stamp = stamp_of(path)
    if path not in _kept or _kept[path][0] != stamp:
        text = read_text(path)
        found, problems = (None, [text]) if isinstance(text, Problem) else examine_drills(text, str(path))
        _kept[path] = (stamp, None if has_errors(problems) else found, tuple(problems))
    return _kept[path][1:]
