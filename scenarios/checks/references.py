"""Names that refer to something: each must exist, stand for one thing only, and not lead in a circle."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import islice

from scenarios.checks.tree import STEMS, find, named, slug, texts
from scenarios.model import BUILT_IN_ACTIONS, Scenario
from scenarios.principles import PRINCIPLES
from scenarios.problems import Code, Problem, did_you_mean, fault, listed, shown
from scenarios.yaml_source import Path, Source


@dataclass(frozen=True)
class Kind:
    """One kind of thing that can be referred to: where its ids are given, and every place that names one."""

    word: str
    home: str
    code: Code
    used_in: tuple[str, ...]
    always: tuple[str, ...] = ()


def _when(*conditions: str) -> tuple[str, ...]:
    """Where these conditions stand: in scripted moments, in hints and in answers."""
    return tuple(f"{home}.*.when.{condition}" for home in ("beats", "guide", "customer.if_asked") for condition in conditions)


KINDS = (
    Kind(
        "outcome",
        "outcomes",
        Code.UNKNOWN_OUTCOME,
        ("customer.would_accept", "desk.actions.*.gives", "misunderstandings.*.blocks", *_when("offered")),
    ),
    Kind(
        "action",
        "desk.actions",
        Code.UNKNOWN_ACTION,
        ("desk.actions.*.needs", "outcomes.*.needs", *_when("done", "not_done")),
        BUILT_IN_ACTIONS,
    ),
    Kind("fact", "facts", Code.UNKNOWN_FACT, ("concerns.*.asks.*.answered_by", "desk.actions.*.tells", *_when("told", "untold"))),
    Kind("concern", "concerns", Code.UNKNOWN_CONCERN, (*_when("heard", "unheard"), "beats.*.concern", "model_lines.*.concern")),
    Kind("misunderstanding", "misunderstandings", Code.UNKNOWN_MISUNDERSTANDING, _when("uncleared")),
)


def references(source: Source) -> Iterator[Problem]:
    """Every name that refers to nothing, and every id given twice."""
    for kind in KINDS:
        if _told_already(source, kind.home):
            continue
        known = dict.fromkeys((*named(source, kind.home), *kind.always))
        mended = {slug(name) for name in known}  # an id with a capital is told where it is given
        for pattern in kind.used_in:
            used: set[tuple[Path, str]] = set()
            for path, name in texts(source.data, pattern):
                if name in mended and name not in known:
                    continue
                if name not in known:
                    yield _unknown(source, path, name, kind.word, kind.code, known)
                elif (group := (path[:-1], name)) in used and isinstance(path[-1], int):
                    yield fault(Code.SAME_TWICE, source.name, source.at(path), f"'{shown(name)}' stands twice in this list.")
                else:
                    used.add(group)
    yield from duplicate_ids(source)
    yield from circles(source)


def _told_already(source: Source, home: str) -> bool:
    """Whether the part that holds these ids is missing or misspelt as a whole: that is told once, and not again at every name."""
    top, data = home.split(".")[0], source.data or {}
    if top in data:
        part = next((value for _, value in find(source.data, home)), None)
        return home in ("desk.actions", "outcomes") and isinstance(part, list)
    return top in ("outcomes", "concerns") or any(did_you_mean(key, [top]) for key in islice(data, 40) if key not in Scenario.model_fields)


def principles(source: Source) -> Iterator[Problem]:
    """Principles that are not in the list."""
    for path, name in texts(source.data, "practises"):
        if name not in PRINCIPLES:
            yield _unknown(source, path, name, "principle", Code.UNKNOWN_PRINCIPLE, tuple(PRINCIPLES))


def voices(source: Source, known: Collection[str]) -> Iterator[Problem]:
    """A voice nobody has written."""
    for path, name in texts(source.data, "customer.voice"):
        if name not in known:
            yield _unknown(source, path, name, "voice", Code.UNKNOWN_VOICE, tuple(known))


def _unknown(source: Source, path: Path, name: str, word: str, code: Code, known: Collection[str]) -> Problem:
    near = did_you_mean(name, known)
    choices = f"The {word}s there are: {listed(sorted(known))}." if known and word != "principle" else None
    remedy = f"Did you mean '{near}'?" if near else choices
    return fault(code, source.name, source.at(path), f"There is no {word} '{shown(name)}'.", remedy)


def duplicate_ids(source: Source) -> Iterator[Problem]:
    """Ids given twice."""
    for home in STEMS:
        first = named(source, home)
        for path, name in find(source.data, f"{home}.*.id"):
            if isinstance(name, str) and name in first and first[name] != path:
                words = f"The id '{shown(name)}' is used twice under '{home}'; the first is on {source.line_of(first[name])}."
                yield fault(Code.DUPLICATE_ID, source.name, source.at(path), words)


def circles(source: Source) -> Iterator[Problem]:
    """Actions that need each other, one problem for each circle, at its first action in the file."""
    needs: dict[str, list[str]] = {name: [] for name in named(source, "desk.actions")}
    for path, name in texts(source.data, "desk.actions.*.needs"):
        if name in needs:
            needs[str(path[2])].append(name)
    reported: set[str] = set()
    for start in _entangled(needs):
        circle = _circle_from(start, needs)
        if circle and not reported.intersection(circle):
            reported.update(circle)
            at = source.key_at(("desk", "actions", start, "needs"))
            words = f"The action '{shown(start)}' needs itself." if len(circle) == 1 else f"The actions {listed(circle)} each need another one of them first."
            yield fault(Code.CIRCULAR_NEEDS, source.name, at, words)


def _entangled(needs: dict[str, list[str]]) -> list[str]:
    """The actions that may stand in a circle: what is left when those at either end of a chain are taken off again and again."""
    left = dict(needs)
    for _ in range(2):
        waits = {name: [other for other in others if other in left] for name, others in left.items()}
        needed_by: dict[str, list[str]] = {name: [] for name in left}
        for name, others in waits.items():
            for other in others:
                needed_by[other].append(name)
        open_needs = {name: len(others) for name, others in waits.items()}
        free = [name for name, count in open_needs.items() if count == 0]
        while free:
            done = free.pop()
            del left[done]
            for name in needed_by[done]:
                open_needs[name] -= 1
                if open_needs[name] == 0:
                    free.append(name)
        left = {name: [other for other in needed_by[name] if other in left] for name in left}  # and once more from the other end
    return [name for name in needs if name in left]


def _circle_from(start: str, needs: dict[str, list[str]]) -> list[str]:
    """The actions on a way from ``start`` back to itself, or nothing."""
    came_from: dict[str, str] = {}
    queue = [start]
    while queue:
        here = queue.pop()
        for there in needs[here]:
            if there == start:
                way = [here]
                while way[-1] != start:
                    way.append(came_from[way[-1]])
                return way[::-1]
            if there not in came_from:
                came_from[there] = here
                queue.append(there)
    return []
