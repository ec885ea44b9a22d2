"""A rubric in words: what each criterion is worth and how it is put, and what differs from the shipped one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from pydantic import BaseModel

from scoring.overlay import Change
from scoring.rubric import Criterion, Kind, Rubric
from scoring.scores import DIMENSIONS, Dimension

NAMES = {
    "certain": ": a harm costs in full from this likelihood on",
    "refund": ": part of a harm given back when it is taken back in time",
    "repeats": ": what the same words pay the first, second and every later time",
    "window": ": replies in which a chance can be taken and a harm repaired",
    "parrot": ": share of the customer's own words above which it is parroting",
    "apologies": ": replies that may apologise before it turns into fluster",
    "long_reply": ": words above which what a reply took up pays half",
    "over_giving": ": times the least that would settle it, above which it is too much",
    "pace": ": multiples of par; full marks up to free, falling to floor at slow",
    "tone": ": points a turn of phrase costs, and the most in a call",
}
"""The numbers that belong to no criterion, in words."""


def worth(rubric: Rubric, criterion: Criterion) -> str:
    """What a criterion does to the score, in words."""
    if criterion.weighed_by:
        return "earns" if criterion.kind is Kind.CREDIT else "costs" if criterion.kind is Kind.HARM else f"down to times {rubric.pace.floor:g}"
    if criterion.kind is Kind.CREDIT:
        return "earns" if criterion.share == 1 else f"earns {criterion.share:.0%} of its chance"
    if criterion.kind is Kind.HARM:
        return f"costs {rubric.cost(criterion):g}"
    return f"at most {criterion.cap:g}" if criterion.kind is Kind.CAP else f"down to times {criterion.factor:g}"


def rubric_lines(rubric: Rubric, differs: Sequence[Change]) -> Iterator[str]:
    """The whole rubric; what differs from the shipped one says so."""
    by_place = {change.at: change for change in differs}
    yield (
        f"Rubric {rubric.version}" + (f", based on {rubric.based_on}, with {len(differs)} values of its own" if rubric.based_on else ", the shipped one") + "."
    )
    yield "Harms: " + ", ".join(f"{severity} {points:g}{_was(by_place, 'severities', severity)}" for severity, points in rubric.severities.items()) + "."
    for key, value in rubric:
        if isinstance(value, BaseModel):
            parts = ", ".join(f"{part} {number:g}{_was(by_place, key, part)}" for part, number in value)
            yield f"{key} {parts}{NAMES.get(key, '')}."
        elif isinstance(value, int | float | tuple) and key != "criteria":
            yield f"{key} {_value(value)}{_was(by_place, key)}{NAMES.get(key, '')}."
    for dimension in DIMENSIONS:
        rules = rubric.dimensions[dimension]
        yield ""
        yield f"{rules.title} ({dimension}), from {rules.base:g}{_was(by_place, 'dimensions', dimension, 'base')}. {rules.about}"
        pools = dict.fromkeys(c.pool for c in rubric.of(dimension) if c.pool)
        yield "  Points: " + ", ".join(f"{pool} {rubric.pools[pool]:g}{_was(by_place, 'pools', pool)}" for pool in pools) + "."
        yield f"  {_by_acts(rubric, dimension, len([at for at in by_place if at[:2] == ('by_acts', dimension)]))}"
        for criterion in rubric.of(dimension):
            changed = [change for at, change in by_place.items() if at[:2] == ("criteria", criterion.id)]
            yield f"  {criterion.id} {worth(rubric, criterion)}{_from_pool(criterion)}: {criterion.shown}"
            yield from (f"    {change_words(change, named=False)}" for change in changed)


def _by_acts(rubric: Rubric, dimension: Dimension, changed: int) -> str:
    """What each act earns and costs, where that is counted."""
    rules = rubric.by_acts[dimension]
    earns = ", ".join(f"{act} {points:g}" for act, points in rules.earns.items())
    costs = ", ".join(f"{act} {points:g}{f' after {rules.free[act]}' if act in rules.free else ''}" for act, points in rules.costs.items())
    differs = f" ({changed} values not as shipped)" if changed else ""
    start = "" if rules.base is None else f", from {rules.base:g}"
    return f"by_acts{start}{differs}. Earns at most: {earns or 'nothing'}. Each time costs: {costs or 'nothing'}."


def change_words(change: Change, *, named: bool = True) -> str:
    """``calmness.argue, severity: severe, shipped moderate``."""
    at = change.at[1:] if change.at[0] == "criteria" else change.at
    return f"{', '.join(at if named else at[1:])}: {_value(change.after)}, shipped {_value(change.before)}"


def as_dict(rubric: Rubric, differs: Sequence[Change]) -> dict[str, Any]:
    """For ``--json``: the whole rubric, and what in it is not as shipped."""
    return {**rubric.model_dump(mode="json"), "changes": [{"at": list(c.at), "before": c.before, "after": c.after} for c in differs]}


def _from_pool(criterion: Criterion) -> str:
    return f" by '{criterion.weighed_by}'" if criterion.weighed_by else f" from {criterion.pool}" if criterion.pool else ""


def _was(by_place: dict[tuple[str, ...], Change], *at: str) -> str:
    return f" (shipped {_value(by_place[at].before)})" if at in by_place else ""


def _value(value: Any) -> str:
    if isinstance(value, float):
        return f"{value:g}"
    if isinstance(value, list | tuple):
        return ", ".join(map(_value, value))
    return "none" if value is None else f"“{value}”" if isinstance(value, str) and " " in value else str(value)
