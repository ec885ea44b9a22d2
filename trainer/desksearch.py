"""Finding a word on the desk: in the record, the policy and what can be done. Pure functions over the scenario, for both views."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from trainer.deskwork import action_lines
from trainer.text import safe_line

if TYPE_CHECKING:
    from scenarios.model import Scenario


@dataclass(frozen=True)
class Found:
    """A line that holds every word looked for."""

    where: str
    """``Record``, ``Policy`` or ``You can``"""
    line: str
    marks: tuple[tuple[int, int], ...] = ()
    """where in the line the words stand"""


def lines_of(scenario: Scenario) -> Iterator[tuple[str, str]]:
    """Every line of the desk that can be searched, and the part it stands in."""
    yield from (("Record", line) for raw in scenario.desk.record.splitlines() if (line := safe_line(raw)))
    yield from (("Policy", line) for raw in scenario.desk.policy if (line := safe_line(raw)))
    for action in action_lines(scenario, ()):
        yield "You can", f"{action.command} {action.what}{f' ({action.limits})' if action.limits else ''}"


def search(scenario: Scenario, wanted: str) -> list[Found]:
    """The lines that hold all the words, in the order of the desk. Big and small letters are one; part of a word will do."""
    words = wanted.casefold().split()
    found = []
    for where, line in lines_of(scenario):
        folded = line.casefold()
        at = [(start, start + len(word)) for word in words if (start := folded.find(word)) >= 0]
        if words and len(at) == len(words):
            found.append(Found(where, line, tuple(sorted(at)) if len(folded) == len(line) else ()))
    return found
