"""Everything wrong with a site's rubric at once, each fault with its line and what to do; and the rubric, if it can judge.

The shape of single values is the model's to say (``scenarios.checks.shape``); here stand the rules that need to know the
shipped rubric: which criteria there are, what each may carry, what its sentences are filled with, and what the whole adds up to.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from scenarios.acts import Act
from scenarios.check import has_errors
from scenarios.checks.shape import validate
from scenarios.checks.tree import find
from scenarios.problems import MAX_PROBLEMS, Code, Problem, did_you_mean, fault, listed, shown
from scenarios.yaml_source import Node, Path, Source, read_source
from scoring.overlay import entries_of, laid_over
from scoring.rubric import Criterion, Kind, Rubric, load_rubric
from scoring.rubric_whole import order, sums, version
from scoring.rubric_words import words_and_numbers

BEGIN = "Begin one with: coolhead rubric new FILE"
SENTENCES = ("shown", "says", "missed")
NUMBERS = {Kind.CREDIT: ("share",), Kind.HARM: ("severity", "points"), Kind.CAP: ("cap",), Kind.FACTOR: ("factor",)}
"""What a criterion of each kind has to change."""

_SLOT = re.compile(r"\{[^{}]*\}?")

Rule = Callable[[Source, Rubric], Iterator[Problem]]


def read_rubric(text: str, name: str, base: Rubric | None = None) -> tuple[Rubric | None, list[Problem]]:
    """The rubric and everything wrong with its text, by line; it may be used when none is an error. Never raises.

    ``base`` is what it is laid over, by default the rubric that ships.
    """
    base = base or load_rubric()
    source = read_source(text, name)
    if source.data is None:
        return None, [replace(p, remedy=BEGIN) if p.code in (Code.EMPTY, Code.NO_KEYS) else p for p in source.problems]
    found, shape = validate(laid_over(base, source), Rubric)
    problems = [*source.problems, *(problem for rule in RULES for problem in rule(source, base))]
    # what the model's own validators refuse is told above in an author's words
    problems += [problem for problem in shape if problem.code is not Code.BAD_AMOUNT] or ([] if has_errors(problems) else shape)
    if found is not None:
        problems += [problem for rule in WHOLE for problem in rule(source, base, found)]
    if found is not None and not has_errors(problems):
        problems += version(source, base, found)
    return found if not has_errors(problems) else None, _in_order(problems)


def _in_order(problems: list[Problem]) -> list[Problem]:
    once = {(problem.line, problem.column, problem.code): problem for problem in reversed(problems)}
    return [once[key] for key in sorted(once)][:MAX_PROBLEMS]


def names(source: Source, base: Rubric) -> Iterator[Problem]:
    """Which rubric it changes, and criteria that are none."""
    data, name = source.data or {}, source.name
    if "based_on" not in data:
        yield fault(Code.MISSING_KEY, name, source.key_at(()), "The key 'based_on' is missing.", f"Add 'based_on: {base.version}'.")
    elif isinstance(given := data["based_on"], str) and given != base.version:
        words = f"It is based on '{shown(given)}', and this Coolhead ships {base.version}."
        yield fault(Code.OTHER_BASE, name, source.at(("based_on",)), words, f"Write '{base.version}', raise 'version', and look at: coolhead rubric diff FILE")
    known, seen = [criterion.id for criterion in base.criteria], dict[str, int]()
    entries = data.get("criteria")
    for n, entry in enumerate(entries if isinstance(entries, list) else ()):
        at, id_ = source.at(("criteria", n, "id")), entry.get("id") if isinstance(entry, dict) else None
        if not isinstance(id_, str):
            yield fault(Code.WANTS_KEYS, name, source.at(("criteria", n)), "An entry of 'criteria' begins with its id.", f"Write '- id: {known[0]}'.")
        elif id_ in seen:
            yield fault(
                Code.DUPLICATE_ID, name, at, f"The criterion '{shown(id_, 60)}' stands here a second time; the first is on line {seen[id_]}.", "Join the two."
            )
        elif id_ not in known:
            near = did_you_mean(id_, known)
            remedy = f"Did you mean '{near}'?" if near else None
            yield fault(Code.UNKNOWN_CRITERION, name, at, f"There is no criterion '{shown(id_, 60)}'.", remedy)
        if isinstance(id_, str):
            seen.setdefault(id_, at.line)


def pools(source: Source, base: Rubric) -> Iterator[Problem]:
    """Pools no criterion draws on."""
    given = (source.data or {}).get("pools")
    for pool in given if isinstance(given, dict) else ():
        if pool not in base.pools:
            near = did_you_mean(pool, base.pools)
            remedy = f"Did you mean '{near}'?" if near else f"The pools are {listed(base.pools)}."
            yield fault(Code.UNUSED_POOL, source.name, source.key_at(("pools", pool)), f"No criterion draws on a pool '{shown(pool)}'.", remedy)


def parts(source: Source, base: Rubric) -> Iterator[Problem]:
    """What a criterion is given that its kind does not have, or that only its scorer decides."""
    for n, id_, entry in entries_of(source):
        was = _criterion(base, id_)
        if was is None:
            continue
        own = NUMBERS[was.kind]
        for key, value in entry.items():
            if found := _misplaced(was, own, key, value):
                yield fault(Code.FIXED_PART, source.name, source.key_at(("criteria", n, key)), *found)
        if "severity" in entry and "points" in entry:
            yield fault(
                Code.FIXED_PART, source.name, source.key_at(("criteria", n, "points")), "A harm has a severity or points, not both.", "Keep one of them."
            )


def _misplaced(was: Criterion, own: tuple[str, ...], key: str, value: Node) -> tuple[str, str] | None:
    """What is wrong with giving a criterion this, and what to do."""
    possible = f"Of its numbers you can change {listed(own)}."
    if key in ("kind", "pool"):
        now = getattr(was, key)
        return None if value == now else (f"The {key} of {was.id} is {now or 'none'} and cannot be changed: its scorer counts on it.", possible)
    if key in own and (where := was.weighed_by) and value != f"{getattr(was, key) or 0:g}":
        return f"This number is not used: what {was.id} is worth stands elsewhere.", f"Change the numbers under '{where}'."
    if key == "missed" and not was.missed:
        return f"{was.id} is never noted as missed, so nobody would read this.", "Take the line out."
    strays = {number for numbers in NUMBERS.values() for number in numbers} - set(own)
    return (f"'{key}' is not a number that {was.id}, a {was.kind}, has.", possible) if key in strays else None


def acts(source: Source, base: Rubric) -> Iterator[Problem]:
    """Acts that would count and have no sentence to say so."""
    data = source.data or {}
    own = data.get("acts")
    worded = {*base.acts, *(own if isinstance(own, dict) else ())}
    for path, _ in (*find(data, "by_acts.*.earns.*"), *find(data, "by_acts.*.costs.*")):
        if path[-1] not in worded and path[-1] in [act.value for act in Act]:
            yield fault(
                Code.MISSING_KEY,
                source.name,
                source.key_at(path),
                f"Nothing is said of {path[-1]} where it counts.",
                f"Add '{path[-1]}:' with a sentence under 'acts'.",
            )


def slots(source: Source, base: Rubric) -> Iterator[Problem]:
    """Blanks that nothing fills, and those a sentence has lost."""
    for n, id_, entry in entries_of(source):
        was = _criterion(base, id_)
        for key in SENTENCES if was else ():
            words, filled = entry.get(key), _SLOT.findall(getattr(was, key))
            if not isinstance(words, str):
                continue
            at = source.at(("criteria", n, key))
            for slot in dict.fromkeys(_SLOT.findall(words)):
                if slot not in filled:
                    near = did_you_mean(slot, filled)
                    remedy = f"Did you mean {near}?" if near else f"Here {listed(filled)} is filled in." if filled else "Nothing is filled in here."
                    yield fault(Code.UNKNOWN_SLOT, source.name, at, f"Nothing fills {shown(slot)} in '{key}' of {id_}.", remedy)
            for slot in dict.fromkeys(filled):
                if slot not in words and words:
                    yield fault(
                        Code.SLOT_LEFT_OUT, source.name, at, f"'{key}' of {id_} no longer says {slot}: what it is about.", f"Put {slot} where it belongs."
                    )


def empty(source: Source, _base: Rubric) -> Iterator[Problem]:
    """Keys with nothing after them: the model would take some for leaving a value out."""

    def walk(value: Node, path: Path) -> Iterator[Path]:
        if isinstance(value, dict | list):
            for step, inner in value.items() if isinstance(value, dict) else enumerate(value):
                yield from walk(inner, (*path, step))
        elif value is None or not value.strip():
            yield path

    for path in walk(source.data, ()):
        if isinstance(path[-1], str):
            yield fault(Code.LEFT_EMPTY, source.name, source.at(path), f"'{shown(path[-1])}' is left empty.")


def _criterion(base: Rubric, id_: str) -> Criterion | None:
    return next((c for c in base.criteria if c.id == id_), None)


RULES: tuple[Rule, ...] = (names, pools, parts, acts, slots, empty)
WHOLE: tuple[Callable[[Source, Rubric, Rubric], Iterator[Problem]], ...] = (order, sums, words_and_numbers)
