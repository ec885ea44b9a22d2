"""The slips authors make, of every kind: each is told with the right code at the right line, and nothing else is told."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from scenarios.check import check_file, check_incident_file, check_strings_file
from scenarios.problems import Problem

FOLDER = Path(__file__).parent / "slips"


@dataclass(frozen=True)
class Slip:
    """One change to a sound file. ``told_at``: a piece of the changed file that begins on the line named."""

    name: str
    file: str
    old: str
    new: str
    code: str
    told_at: str


def slips() -> list[Slip]:
    lines = [line for line in (FOLDER / "slips.txt").read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    return [Slip(*(part.replace("\\n", "\n").replace("\\t", "\t") for part in line.split(" || "))) for line in lines]


def found_in(file: Path) -> list[Problem]:
    if file.name.endswith(".fr.yaml"):
        return check_strings_file(file, file.with_name("cold-pool.yaml"), "fr")
    return check_incident_file(file) if ".incident." in file.name else check_file(file)


def told(file: Path) -> list[Problem]:
    """What is found in a file; a slip in an incident may show only in its scenario."""
    found = found_in(file)
    return found or (found_in(file.with_name("cold-pool.yaml")) if ".incident." in file.name else found)


def test_there_are_slips_enough_of_names_of_their_own() -> None:
    assert len({slip.name for slip in slips()}) == len(slips()) >= 50


@pytest.mark.parametrize("file", sorted(FOLDER.glob("*.yaml")), ids=lambda file: file.name)
def test_what_they_are_made_in_is_sound(file: Path) -> None:
    assert told(file) == []


@pytest.mark.parametrize("slip", slips(), ids=lambda slip: slip.name)
def test_a_slip_is_told_at_its_line(slip: Slip, tmp_path: Path) -> None:
    shutil.copytree(FOLDER, tmp_path, dirs_exist_ok=True)
    file = tmp_path / slip.file
    text = file.read_text(encoding="utf-8")
    assert slip.old in text
    text = text.replace(slip.old, slip.new, 1)
    file.write_text(text, encoding="utf-8")
    assert slip.told_at in text
    line = text[: text.index(slip.told_at)].count("\n") + 1
    assert [(str(problem.code), Path(problem.file).name, problem.line) for problem in told(file)] == [(slip.code, slip.file, line)]
