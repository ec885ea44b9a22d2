"""Pasts for tests: calls and drills made of what they showed, on fixed days."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

from scoring.skills import Measure
from trainer.practice.digest import Digest, Slip
from trainer.practice.history import CallThen, DrillThen

NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)


def days_ago(days: float) -> datetime:
    return NOW - timedelta(days=days)


def call(
    scenario: str,
    ago: float,
    shown: Mapping[str, float] | None = None,
    *,
    rating: Mapping[str, object] | None = None,
    resolution: float | None = 80.0,
    slips: tuple[Slip, ...] = (),
    **more: float,
) -> CallThen:
    """A judged call; what was ``shown`` by skill, or by name with underscores, weight 1 each."""
    named = {**(shown or {}), **{skill.replace("_", "-"): value for skill, value in more.items()}}
    skills = {skill: Measure(value=value, weight=1.0) for skill, value in named.items()}
    judged = Digest(values={"calmness": 70.0, "listening": 60.0, "honesty": None, "resolution": resolution}, skills=skills, slips=slips)
    return CallThen(id=f"{scenario}-{ago}", scenario=scenario, at=days_ago(ago), judged=judged, rating=rating or {})


def left(scenario: str, ago: float) -> CallThen:
    return CallThen(id=f"{scenario}-{ago}", scenario=scenario, at=days_ago(ago))


def drill(skill: str, ago: float, value: float, *, of: str = "set", over: bool = True) -> DrillThen:
    return DrillThen(set=of, skill=skill, made=days_ago(ago), value=value, over=over)
