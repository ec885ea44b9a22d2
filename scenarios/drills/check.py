"""Everything wrong with a drill file at once, each fault at its line: its layout, the shape of its values, whether it hangs together."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from scenarios.beside import read_text
from scenarios.checks.shape import validate
from scenarios.drills.model import Drill, DrillFile, spoken
from scenarios.problems import Code, Problem, did_you_mean, fault, listed, shown
from scenarios.skills import BY_ID
from scenarios.yaml_source import Source, read_source

REPLIES = ("good", "thin", "poor")


def examine_drills(text: str, name: str) -> tuple[DrillFile | None, list[Problem]]:
    """The file, if its values have the right shape, and all problems."""
    source = read_source(text, name)
    found, problems = validate(source, DrillFile)
    problems = [*source.problems, *problems, *(_sense(source, found) if found else ())]
    return found, sorted(problems, key=lambda problem: (problem.line, problem.column, problem.code))


def check_drill_file(path: Path) -> list[Problem]:
    """Everything wrong with a file of drills, as far as it shows without reading a reply."""
    text = read_text(path)
    return [text] if isinstance(text, Problem) else examine_drills(text, str(path))[1]


def _sense(source: Source, file: DrillFile) -> Iterator[Problem]:
    if file.skill not in BY_ID:
        near = did_you_mean(file.skill, BY_ID)
        remedy = f"Did you mean '{near}'?" if near else f"The skills are {listed(list(BY_ID), 30)}."
        yield fault(Code.NOT_A_CHOICE, source.name, source.at(("skill",)), f"'{shown(file.skill)}' is not a skill.", remedy)
    first: dict[str, int] = {}
    for at, drill in enumerate(file.drills):
        if first.setdefault(drill.id, at) != at:
            where = source.line_of(("drills", first[drill.id], "id"))
            yield fault(Code.DUPLICATE_ID, source.name, source.at(("drills", at, "id")), f"The id '{drill.id}' is already taken on {where}.")
        yield from _drill(source, drill, at)


def _drill(source: Source, drill: Drill, at: int) -> Iterator[Problem]:
    for number, line in enumerate(drill.before):
        if spoken(line) is None:
            remedy = 'Begin it with who spoke: "rep: ..." or "customer: ...".'
            yield fault(Code.BAD_VALUE, source.name, source.at(("drills", at, "before", number)), f"'{shown(line)}' does not say who spoke.", remedy)
    for number, key in enumerate(REPLIES):
        other = next((earlier for earlier in REPLIES[:number] if _same(getattr(drill, earlier), getattr(drill, key))), None)
        if other:
            remedy = "Write two replies of which one shows the skill and the other misses it."
            yield fault(Code.BAD_VALUE, source.name, source.at(("drills", at, key)), f"'{key}' says the same as '{other}'.", remedy)


def _same(one: str, other: str) -> bool:
    return " ".join(one.casefold().split()) == " ".join(other.casefold().split())
