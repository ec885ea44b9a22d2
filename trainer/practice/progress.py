"""Everything progress tells, put together: each skill's standing and curve, the own view, the moments of repair.

It is what both views, ``--json`` and the page are drawn from. There is no total over skills.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from scenarios.skills import SKILLS, Skill
from trainer.practice.digest import Slip
from trainer.practice.history import CallThen, Form, History, day_of
from trainer.practice.levels import METHOD, Level, Point, curve, level_at, mean_again
from trainer.practice.own_rating import OwnView, own_views

FORM = "coolhead-progress-1"
"""What ``--json`` calls itself, so that a cohort is read from nothing else."""


@dataclass(frozen=True, kw_only=True)
class Standing:
    """One skill."""

    skill: Skill
    level: Level
    points: tuple[Point, ...]
    """the curve: calls not met before, oldest first"""
    again: tuple[int, float | None]
    """calls met before, and the share of chances taken in them; apart from the level"""
    drills: int
    last: date | None
    """when it last came up, in whatever form"""

    @property
    def shown(self) -> str:
        """The level in figures: ``56 (45-67)``."""
        return f"{self.level.mean * 100:.0f} ({self.level.low * 100:.0f}–{self.level.high * 100:.0f})" if self.level.told else "–"


@dataclass(frozen=True, kw_only=True)
class Progress:
    """One trainee's, on one day."""

    day: date
    calls: int
    """first tries scored"""
    drills: int
    skills: tuple[Standing, ...]
    own: tuple[OwnView, ...]
    slips: tuple[tuple[CallThen, Slip], ...]
    """faults that put the anger up, with their call, oldest first"""
    titles: Mapping[str, str]
    """of scenarios, by id"""
    due: frozenset[str] = frozenset()
    """skills that Today asks for: a set of drills of one of them fills its place there"""

    @property
    def repaired(self) -> list[tuple[CallThen, Slip]]:
        """Those after which it came down again."""
        return [(call, slip) for call, slip in self.slips if slip.after is not None]


def progress_of(history: History, now: datetime, titles: Mapping[str, str]) -> Progress:
    """How far each skill has come by ``now``, a time with the trainee's zone."""
    standings = [_standing(skill, history, now) for skill in SKILLS]
    return Progress(
        day=now.date(),
        calls=len(history.judged),
        drills=len(history.drills),
        skills=tuple(standings),
        own=tuple(own_views(history)),
        slips=tuple((call, slip) for call, judged in history.judged for slip in judged.slips),
        titles=titles,
    )


def _standing(skill: Skill, history: History, now: datetime) -> Standing:
    seen = history.by_skill.get(skill.id, [])
    last = day_of(seen[-1].at, now.tzinfo) if seen else None
    return Standing(
        skill=skill,
        level=level_at(seen, now),
        points=tuple(curve(seen)),
        again=mean_again(seen),
        drills=sum(one.form is Form.DRILL for one in seen),
        last=last,
    )


def changed_today(history: History, now: datetime) -> list[tuple[Skill, int | None, int | None]]:
    """The skills practised today, with their level (0-100) as it stood without today and as it stands now; None where too little is known."""
    found = []
    for skill in SKILLS:
        seen = history.by_skill.get(skill.id, [])
        before = [one for one in seen if day_of(one.at, now.tzinfo) < now.date()]
        if len(before) < len(seen):
            was, level = level_at(before, now), level_at(seen, now)
            found.append((skill, _number(was), _number(level)))
    return found


def _number(level: Level) -> int | None:
    return round(level.mean * 100) if level.told else None


def as_dict(found: Progress) -> dict[str, Any]:
    """For ``--json``: levels and shares as 0-100, one decimal."""
    return {
        "form": FORM,
        "day": found.day.isoformat(),
        "calls": found.calls,
        "drills": found.drills,
        "method": METHOD,
        "skills": [_skill(one) for one in found.skills],
        "own_view": [{**asdict(one), "own": round(one.own, 1), "measured": round(one.measured, 1), "verdict": one.verdict} for one in found.own],
        "repairs": {"slips": len(found.slips), "repaired": len(found.repaired), "moments": [_moment(call, slip) for call, slip in found.slips]},
    }


def _skill(one: Standing) -> dict[str, Any]:
    known = bool(one.level.chances)
    count, mean = one.again
    return {
        "skill": one.skill.id,
        "title": one.skill.title,
        "mastery": one.level.mastery.value,
        "sure": one.level.sure if known else None,
        "level": _hundred(one.level.mean) if known else None,
        "low": _hundred(one.level.low) if known else None,
        "high": _hundred(one.level.high) if known else None,
        "chances": round(one.level.chances, 2),
        "last": one.last.isoformat() if one.last else None,
        "drills": one.drills,
        "unseen": [{"at": p.at.isoformat(), "attempt": p.attempt, "shown": _hundred(p.value), "level": _hundred(p.level.mean)} for p in one.points],
        "again": {"calls": count, "shown": _hundred(mean) if mean is not None else None},
    }


def _moment(call: CallThen, slip: Slip) -> dict[str, Any]:
    """Without its sentence, which may quote the trainee: this file is handed on."""
    told = {"rule": slip.rule, "before": slip.before, "peak": slip.peak, "after": slip.after}
    return {"attempt": call.id, "scenario": call.scenario, "at": call.at.isoformat(), **told}


def _hundred(share: float) -> float:
    return round(share * 100, 1)
