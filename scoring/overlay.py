"""A site's own rubric laid over the shipped one: the file names only what differs.

Both have one form, so the file is merged first and the whole is then held against the one model in ``rubric.py``; places
are carried along, so that every fault is told at the line its author wrote. Nothing is judged here, and no file read.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, cast

from scenarios.yaml_source import Node, Path, Source
from scoring.rubric import Rubric

HEAD = ("version", "based_on")
"""What names a rubric, and is no part of how it judges."""


@dataclass(frozen=True)
class Change:
    """One value that a rubric has otherwise than another. ``at`` names it: ``("criteria", "calmness.argue", "severity")``."""

    at: tuple[str, ...]
    before: Any
    after: Any


def laid_over(base: Rubric, source: Source) -> Source:
    """The whole rubric as values, each with its place in the site's file where it stands there. Criteria nobody knows are left out."""
    written, whole = source.data or {}, cast("dict[str, Node]", base.model_dump(mode="json", exclude_none=True))
    for key in HEAD:
        whole.pop(key, None)
    known = {criterion.id: n for n, criterion in enumerate(base.criteria)}
    entries = written.get("criteria")
    merged = {**whole, **{key: _merged(whole.get(key), value) for key, value in written.items() if key != "criteria" or not isinstance(value, list)}}
    places = {path: place for path, place in source.places.items() if path[:1] != ("criteria",) or len(path) == 1}
    if isinstance(entries, list):
        criteria = list(cast("list[Node]", whole["criteria"]))
        for n, id_, entry in entries_of(source):
            if id_ in known:
                criteria[known[id_]] = _criterion(cast("dict[str, Node]", criteria[known[id_]]), entry)
                places |= {("criteria", known[id_], *path[2:]): place for path, place in source.places.items() if path[:2] == ("criteria", n)}
        merged["criteria"] = criteria
    return replace(source, data=merged, places=places, problems=())


def entries_of(source: Source) -> Iterator[tuple[int, str, dict[str, Node]]]:
    """The criteria a file names: place in its list, id, keys. What is no entry is passed over."""
    entries = (source.data or {}).get("criteria")
    for n, entry in enumerate(entries if isinstance(entries, list) else ()):
        if isinstance(entry, dict) and isinstance(id_ := entry.get("id"), str):
            yield n, id_, entry


def place_of(source: Source, id_: str, *keys: str) -> Path:
    """Where a file says something of a criterion; the first of ``keys`` that it gives."""
    at = next(((n, entry) for n, named, entry in entries_of(source) if named == id_), None)
    if at is None:
        return ()
    key = next((key for key in keys if key in at[1]), "id")
    return ("criteria", at[0], key)


def changes(base: Rubric, other: Rubric) -> tuple[Change, ...]:
    """Everything ``other`` has otherwise than ``base``, in the order of the file; names and versions do not count."""
    return tuple(_differing(_by_name(base), _by_name(other)))


def _merged(old: Node, new: Node) -> Node:
    if isinstance(old, dict) and isinstance(new, dict):
        return {**old, **{key: _merged(old.get(key), value) for key, value in new.items()}}
    return new


def _criterion(old: dict[str, Node], new: dict[str, Node]) -> dict[str, Node]:
    """A harm's cost is a severity or points: naming one takes the place of the other."""
    other = {"points": "severity", "severity": "points"}
    gone = {other[key] for key in new if key in other} - set(new)
    return {**{key: value for key, value in old.items() if key not in gone}, **new}


def _by_name(rubric: Rubric) -> dict[str, Any]:
    values = rubric.model_dump(mode="json", exclude=set(HEAD))
    return {**values, "criteria": {entry["id"]: entry for entry in values["criteria"]}}


def _differing(before: Any, after: Any, at: tuple[str, ...] = ()) -> Iterator[Change]:
    if isinstance(before, dict) and isinstance(after, dict):
        for key in dict.fromkeys((*before, *after)):
            yield from _differing(before.get(key), after.get(key), (*at, str(key)))
    elif before != after:
        yield Change(at, before, after)
