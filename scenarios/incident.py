"""Incidents: what several customers' scenarios share because one cause stands behind them, merged into each of their files.

What the scenario says itself wins; lists are joined, the incident's items first; groups are merged; the texts of ``record``
stand one below the other. Every value keeps its place, in the file that holds it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import model_validator

from scenarios.beside import Beside
from scenarios.checks.references import circles, duplicate_ids
from scenarios.checks.sense import calendar
from scenarios.checks.shape import validate
from scenarios.checks.slips import SLIPS
from scenarios.filenames import INCIDENT, YAML, file_name
from scenarios.model import Desk, Fact, named_entries
from scenarios.problems import MAX_PROBLEMS, At, Code, Problem, fault, shown
from scenarios.variants import without_blanks
from scenarios.written import ID, Currency, Id, Line, Strict, Text
from scenarios.yaml_source import Node, Path, Place, Source

_SENTENCES = ("policy", "cannot", "offer_if")
"""Keys that hold one sentence or a list of them."""


class Incident(Strict):
    """What the scenarios of several customers share, because one cause stands behind them; one file."""

    incident: Id
    business: Text = ""
    trade: Line | None = None
    today: str | None = None
    currency: Currency | None = None
    facts: tuple[Fact, ...] = ()
    desk: Desk = Desk()

    @model_validator(mode="before")
    @classmethod
    def _name_the_nameless(cls, data: Any) -> Any:
        """Give facts without an id one from their place, as a scenario does."""
        return named_entries(data, {"facts": "fact"})


def with_incident(source: Source, beside: Beside) -> tuple[Source | None, list[Problem]]:
    """The file with what its incident shares; None where the incident cannot be had, which is told."""
    named = (source.data or {}).get("incident")
    if not isinstance(named, str) or not ID.match(named):
        return source, []  # none, or told as a fault of shape
    shared = beside.source(*(named + suffix for suffix in INCIDENT))
    if shared is None:
        words = f"There is no incident '{shown(named)}' beside this file."
        return None, [fault(Code.NO_INCIDENT, source.name, source.at(("incident",)), words, f"Write it into {named}{INCIDENT[0]} in the same folder.")]
    problems = faults_of(shared)
    return (None if shared.data is None else _Merged(source, shared).source), problems


def faults_of(source: Source) -> list[Problem]:
    """Everything wrong with an incident file that can be told without a scenario. Blanks are filled by the scenarios."""
    _, problems = validate(source, Incident)
    problems = [*source.problems, *problems]
    if source.data is not None:
        rules = (_file_name, duplicate_ids, circles, calendar, *SLIPS)
        problems += without_blanks(source, [problem for rule in rules for problem in rule(source)][:MAX_PROBLEMS])
    return without_blanks(source, problems)


def _file_name(source: Source) -> Iterator[Problem]:
    """An incident whose file bears another id: scenarios name the file."""
    id_ = (source.data or {}).get("incident")
    name = file_name(source.name)
    if isinstance(id_, str) and ID.match(id_) and name.endswith(YAML) and name not in {id_ + suffix for suffix in INCIDENT}:
        remedy = f"Call it {id_}{INCIDENT[0]}, or change the id."
        yield fault(Code.FILE_NAME, source.name, source.at(("incident",)), f"The file is called '{shown(name)}', and its id is '{id_}'.", remedy)


class _Merged:
    """One file over another, with the places of both."""

    def __init__(self, own: Source, shared: Source) -> None:
        self._places: dict[Path, Place] = {(): own.places[()]}
        self._own = own.places
        self._shared = {path: Place(_in(shared, place.key), _in(shared, place.value)) for path, place in shared.places.items()}
        data: dict[str, Node] = {}
        keys = [key for key in shared.data or {} if key in Incident.model_fields and key != "incident"]
        for key in dict.fromkeys((*(own.data or {}), *keys)):
            data[key] = self._both(own.data or {}, (shared.data or {}) if key in keys else {}, key, (), ())
        self.source = Source(own.name, data, self._places, own.problems)

    def _both(self, own: dict[str, Node], shared: dict[str, Node], key: str, at: Path, home: Path) -> Node:
        """The value of a key that stands in one group or both."""
        here, there = (*at, key), (*home, key)
        if key not in own:
            return self._take(shared[key], self._shared, there, here)
        mine, theirs = own[key], shared.get(key)
        if theirs is None or mine is None:
            return self._take(mine, self._own, here, here)
        if isinstance(mine, dict) and isinstance(theirs, dict):
            self._places[here] = self._own[here]
            return {name: self._both(mine, theirs, name, here, there) for name in dict.fromkeys((*theirs, *mine))}
        if isinstance(mine, str) and isinstance(theirs, str) and here == ("desk", "record"):
            self._places[here] = self._own[here]
            return f"{theirs.rstrip()}\n{mine}"
        if key in _SENTENCES or (isinstance(mine, list) and isinstance(theirs, list)):
            return self._joined(mine, theirs, here, there)
        return self._take(mine, self._own, here, here)

    def _joined(self, mine: Node, theirs: Node, here: Path, there: Path) -> list[Node]:
        self._places[here] = self._own[here]
        joined: list[Node] = []
        for value, places, home in ((theirs, self._shared, there), (mine, self._own, here)):
            for n, item in enumerate(value if isinstance(value, list) else [value]):
                joined.append(self._take(item, places, (*home, n) if isinstance(value, list) else home, (*here, len(joined))))
        return joined

    def _take(self, value: Node, places: Mapping[Path, Place], home: Path, here: Path) -> Node:
        """A value as it is, its places with it."""
        if home in places:
            self._places[here] = places[home]
        if isinstance(value, dict):
            return {key: self._take(inner, places, (*home, key), (*here, key)) for key, inner in value.items()}
        return [self._take(inner, places, (*home, n), (*here, n)) for n, inner in enumerate(value)] if isinstance(value, list) else value


def _in(source: Source, at: At) -> At:
    return at._replace(file=at.file or source.name)
