"""Whether a second part fits the first: what its openings ask for must be there, and each must have its turn."""

from __future__ import annotations

from collections.abc import Iterator

from scenarios.beside import Beside
from scenarios.checks.sense import mood_limits, never_both
from scenarios.checks.tree import find, named, one
from scenarios.filenames import YAML
from scenarios.incident import with_incident
from scenarios.model import BUILT_IN_ACTIONS
from scenarios.problems import Code, Problem, did_you_mean, fault, listed, shown
from scenarios.variants import BLANK
from scenarios.written import ID
from scenarios.yaml_source import Source

_NAMES = (
    ("promised", "action", "desk.actions", Code.UNKNOWN_ACTION, BUILT_IN_ACTIONS),
    ("not_promised", "action", "desk.actions", Code.UNKNOWN_ACTION, BUILT_IN_ACTIONS),
    ("outcome", "outcome", "outcomes", Code.UNKNOWN_OUTCOME, ()),
)


def call_back(source: Source, beside: Beside) -> Iterator[Problem]:
    """What is wrong in a call-back, with the first part at hand if it lies in the same folder."""
    always = None
    for path, when in find(source.data, "call_back.openings.*.when"):
        if always is not None:
            words = f"The opening on line {source.at(always).line} holds however the first part went, so this one never comes."
            yield fault(Code.HIDDEN_OPENING, source.name, source.at(path[:-1]), words)
        elif isinstance(when, dict) and not when:
            always = path
        if isinstance(when, dict):
            yield from mood_limits(source, path, when)
            yield from never_both(source, path, when)
    of = one(source.data, "call_back.of")
    if of is None or not ID.match(of):
        return  # none, or told as a fault of shape
    at = source.at(("call_back", "of"))
    if of == one(source.data, "scenario"):
        yield fault(Code.BAD_VALUE, source.name, at, "A scenario cannot be its own first part.", "Name the scenario whose customer calls back.")
        return
    first = beside.source(*(of + suffix for suffix in YAML))
    if first is None:
        yield fault(Code.UNKNOWN_FIRST_PART, source.name, at, f"The scenario '{shown(of)}' is not in this folder, so what is said of it is not checked.")
        return
    whole, _ = with_incident(first, beside)
    if whole is not None and whole.data is not None:  # else told when that file is checked
        yield from _names(source, whole, of)


def _names(source: Source, first: Source, of: str) -> Iterator[Problem]:
    """Actions and outcomes the first part has not."""
    for key, word, home, code, always in _NAMES:
        known = (*named(first, home), *always)
        for path, name in find(source.data, f"call_back.openings.*.when.{key}"):
            if isinstance(name, str) and name not in known and not BLANK.search(name):
                near = did_you_mean(name, known)
                remedy = f"Did you mean '{near}'?" if near else f"The {word}s there are: {listed(sorted(known))}."
                yield fault(code, source.name, source.at(path), f"The first part '{of}' has no {word} '{shown(name)}'.", remedy)
    actions = named(first, "desk.actions")
    for name, path in named(source, "call_back.came_of").items():
        if name not in actions:
            near = did_you_mean(name, actions)
            remedy = f"Did you mean '{near}'?" if near else f"The actions there are: {listed(sorted(actions))}."
            yield fault(Code.UNKNOWN_ACTION, source.name, source.at(path), f"The first part '{of}' has no action '{shown(name)}'.", remedy)
