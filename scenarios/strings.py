"""Strings files: a scenario's words in another language, apart from its structure, in ``<id>.fr.yaml`` beside it.

A flat list in the order of the scenario's file; each entry says where its text stands, the original it was made from, and
the translation. An original that has changed since makes a translation stale; it is not played until somebody has looked at it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pydantic import create_model

from scenarios.checks.shape import validate
from scenarios.problems import Code, Problem, did_you_mean, fault, shown
from scenarios.translatable import at_of, translatable
from scenarios.written import Strict
from scenarios.yaml_source import Node, Path, Place, Source

TOP = "texts"
"""What the list of a strings file is called inside."""


@dataclass(frozen=True)
class Entry:
    """One text of a strings file."""

    at: str
    text: str
    """the original it was made from"""
    translation: str
    """empty while there is none"""
    was: str = ""
    """an earlier original, of which the translation still is; taken out when somebody has looked at it"""
    line: int = 0
    """its place in the list, from 0"""


@dataclass(frozen=True)
class State:
    """How far a language is: where the texts stand that are translated, missing, stale, and those the scenario does not have."""

    translated: tuple[str, ...]
    missing: tuple[str, ...]
    stale: tuple[str, ...]
    unknown: tuple[str, ...]

    @property
    def texts(self) -> int:
        """How many texts there are to translate."""
        return len(self.translated) + len(self.missing) + len(self.stale)


def entries_in(source: Source, language: str) -> tuple[tuple[Entry, ...], list[Problem]]:
    """The entries of a strings file, and what is wrong in its shape; none when anything is."""
    entry = create_model("Entry", __base__=Strict, at=(str, ...), text=(str, ...), was=(str, ""), **{language: (str | None, ...)})  # type: ignore[call-overload]
    _, problems = validate(source, create_model("Strings", __base__=Strict, **{TOP: (tuple[entry, ...], ...)}))  # type: ignore[call-overload]
    problems = [*source.problems, *problems]
    items = (source.data or {}).get(TOP)
    if problems or not isinstance(items, list):
        return (), problems
    rows = [{key: str(value or "").strip() for key, value in item.items()} for item in items if isinstance(item, dict)]
    return tuple(Entry(row["at"], row["text"], row.get(language, ""), row.get("was", ""), n) for n, row in enumerate(rows)), problems


def compared(base: Source, entries: Sequence[Entry]) -> State:
    """How the entries of a language stand to the scenario's texts of today."""
    originals = {at_of(path): text for path, text in translatable(base.data)}
    held = {entry.at: entry for entry in reversed(entries)}
    fates: dict[str, list[str]] = {"translated": [], "missing": [], "stale": []}
    for at, text in originals.items():
        entry = held.get(at)
        fates["missing" if entry is None or not entry.translation else "translated" if _is_fresh(entry, text) else "stale"].append(at)
    unknown = tuple(entry.at for entry in entries if entry.at not in originals)
    return State(tuple(fates["translated"]), tuple(fates["missing"]), tuple(fates["stale"]), unknown)


def translated(base: Source, strings: Source, entries: Sequence[Entry], language: str) -> Source:
    """The scenario with every fresh translation in place of its original; each stands where it is written, in the strings file."""
    held = {entry.at: entry for entry in reversed(entries)}
    words: dict[Path, str] = {}
    places = dict(base.places)
    for path, text in translatable(base.data):
        entry = held.get(at_of(path))
        if entry and entry.translation and _is_fresh(entry, text):
            words[path] = entry.translation
            at = strings.at((TOP, entry.line, language))._replace(file=strings.name)
            places[path] = Place(at, at)
    data = _worded(base.data, words, ())
    return replace(base, data=data if isinstance(data, dict) else None, places=places)


def exported(base: Source, before: Sequence[Entry]) -> list[Entry]:
    """The entries of a new export: today's texts in the order of the file, with what was translated before.

    A text that moved takes its translation along; one that changed keeps its old translation and says what it was made from;
    a translation whose place is gone stays at the end.
    """
    held = {entry.at: entry for entry in reversed(before)}
    by_text = {entry.text: entry for entry in reversed(before) if entry.translation and not entry.was}
    found: list[Entry] = []
    for path, text in translatable(base.data):
        at = at_of(path)
        old = held.get(at, Entry(at, text, ""))
        if old.text == text and old.translation:
            found.append(old)
        elif text in by_text:
            found.append(replace(by_text[text], at=at))
        elif old.translation and old.text != text:
            found.append(Entry(at, text, old.translation, old.was or old.text))
        else:
            found.append(Entry(at, text, ""))
    taken, kept = {entry.at for entry in found}, {entry.translation for entry in found}
    return found + [entry for entry in before if entry.translation and entry.at not in taken and entry.translation not in kept]


def unknown_texts(base: Source, strings: Source, entries: Sequence[Entry]) -> Iterator[Problem]:
    """Entries for texts the scenario does not have, and those that come twice."""
    known = [at_of(path) for path, _ in translatable(base.data)]
    seen: set[str] = set()
    for entry in entries:
        at = strings.at((TOP, entry.line, "at"))
        if entry.at not in known:
            near = did_you_mean(entry.at, known)
            yield fault(
                Code.UNKNOWN_TEXT, strings.name, at, f"The scenario has no text at '{shown(entry.at, 80)}'.", f"Did you mean '{near}'?" if near else None
            )
        elif entry.at in seen:
            yield fault(Code.SAME_TWICE, strings.name, at, f"'{shown(entry.at, 80)}' stands here a second time; the first counts.")
        seen.add(entry.at)


def _is_fresh(entry: Entry, text: str) -> bool:
    return entry.text == text and not entry.was


def _worded(node: Node, words: Mapping[Path, str], path: Path) -> Node:
    if isinstance(node, dict):
        return {key: _worded(value, words, (*path, key)) for key, value in node.items()}
    if isinstance(node, list):
        return [_worded(value, words, (*path, n)) for n, value in enumerate(node)]
    return words.get(path, node) if isinstance(node, str) else node
