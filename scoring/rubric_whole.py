"""Whether a rubric of one's own adds up: what must not be smaller than what, what makes a hundred, and one name for one way of judging."""

from __future__ import annotations

from collections.abc import Iterator

from scenarios.problems import Code, Problem, fault, listed
from scenarios.yaml_source import Source
from scoring.overlay import changes, place_of
from scoring.rubric import Rubric, Severity
from scoring.scores import DIMENSIONS


def order(source: Source, base: Rubric, rubric: Rubric) -> Iterator[Problem]:
    """Numbers that only make sense one above the other."""
    weights = [rubric.severities[severity] for severity in Severity]
    if weights != sorted(weights):
        words = f"A minor harm costs {weights[0]:g}, a moderate one {weights[1]:g}, a severe one {weights[2]:g}."
        yield fault(Code.OUT_OF_ORDER, source.name, source.at(("severities",)), words, "Let each cost at least as much as the one before it.")
    if rubric.pace.slow <= rubric.pace.free:
        words = f"'slow' ({rubric.pace.slow:g}) must be more than 'free' ({rubric.pace.free:g})."
        yield fault(Code.OUT_OF_ORDER, source.name, source.at(("pace",)), words, "Let the marks fall from 'free' on to 'slow'.")
    if list(rubric.repeats) != sorted(rubric.repeats, reverse=True):
        yield fault(Code.OUT_OF_ORDER, source.name, source.at(("repeats",)), "The same words would pay more when they are said again.", "Let 'repeats' fall.")
    for better, worse in PAYS_LESS:
        a, b = rubric.criterion(better).share, rubric.criterion(worse).share
        if b > a and base.criterion(worse).share <= base.criterion(better).share:
            at = place_of(source, worse, "share") or place_of(source, better, "share")
            yield fault(
                Code.OUT_OF_ORDER, source.name, source.at(at), f"{worse} would pay {b:g} and {better}, which is better, {a:g}.", "Let the better one pay more."
            )


PAYS_LESS = (
    ("listening.heard", "listening.dealt-with"),
    ("listening.heard", "listening.heard-late"),
    ("listening.heard-late", "listening.dealt-late"),
    ("listening.dealt-with", "listening.dealt-late"),
    ("listening.heard", "listening.asked-about"),
    ("listening.asked-about", "listening.parroted"),
    ("honesty.answered", "honesty.half-answered"),
    ("honesty.owned", "honesty.told-not-owned"),
    ("resolution.outcome", "resolution.done-unasked"),
)
"""Two ways to take the same chance, the better one first."""


def version(source: Source, base: Rubric, rubric: Rubric) -> Iterator[Problem]:
    """One name for two ways of judging, or two names for one."""
    differs, at = changes(base, rubric), source.at(("version",))
    if not differs:
        yield fault(Code.CHANGES_NOTHING, source.name, at, f"Nothing in this file differs from {base.version}.")
    elif rubric.version == base.version:
        words = f"'{rubric.version}' is the shipped rubric, and this one judges otherwise ({'.'.join(differs[0].at[-2:])})."
        yield fault(Code.SAME_VERSION, source.name, at, words)


def sums(source: Source, base: Rubric, rubric: Rubric) -> Iterator[Problem]:
    """Dimensions in which taking every chance does not come to what it does by the shipped rubric: a hundred, or what leaves room for what acts earn beside."""
    for dimension in DIMENSIONS:
        rules = rubric.dimensions[dimension]
        credits_ = [criterion for criterion in rubric.of(dimension) if criterion.pool and not criterion.weighed_by]
        full = list(dict.fromkeys(c.pool for c in credits_ if c.pool and c.missed))
        instead = dict.fromkeys(c.pool for c in credits_ if c.pool and c.pool not in full)
        touched = [("pools", pool) for pool in (*full, *instead) if rubric.pools[pool] != base.pools[pool]]
        touched += [("dimensions", dimension)] if rules.base != base.dimensions[dimension].base else []
        for together in [full, *([pool] for pool in instead)] if touched and full else ():
            most = rules.base + sum(rubric.pools[pool] for pool in together)
            whole = base.dimensions[dimension].base + sum(base.pools[pool] for pool in full)
            if most > whole or (together is full and most < whole):
                drawn = listed(f"{rubric.pools[pool]:g} from {pool}" for pool in together)
                words = f"{rules.title}: {rules.base:g} to begin with and {drawn} make {most:g}, not {whole:g}."
                yield fault(Code.NOT_A_HUNDRED, source.name, source.at(touched[0]), words)
