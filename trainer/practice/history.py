"""The whole past of one trainee, gathered once: first tries at calls, drills answered first, own ratings.

What happened is turned into observations here, one a skill; what they mean is the business of the modules beside.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from enum import StrEnum
from functools import cached_property

from scenarios.skills import BY_ID
from scoring.skills import Measure, measures
from trainer.records.history import CallThen, calls_then
from trainer.records.practices import Kind, Practices
from trainer.records.store import Store

DRILL_WEIGHT = 0.5
"""What one drill weighs against one chance of a call: one line, with the skill named beforehand."""
VERDICTS = {"done": 1.0, "partly": 0.5, "not": 0.0}


class Form(StrEnum):
    """How something was practised."""

    UNSEEN = "unseen"
    """a call of a scenario never met before: what counts for the curve"""
    AGAIN = "again"
    """a call of a scenario met before"""
    DRILL = "drill"
    """a drill, answered for the first time in its set"""


@dataclass(frozen=True, kw_only=True)
class Seen:
    """What one call or drill showed of one skill."""

    skill: str
    at: datetime
    form: Form
    value: float
    """0-1: the share of the chances that was taken"""
    weight: float
    of: str
    """the attempt's id, or the set's"""


@dataclass(frozen=True, kw_only=True)
class DrillThen:
    """One drill answered for the first time in its set."""

    set: str
    skill: str
    made: datetime
    value: float


@dataclass(frozen=True)
class History:
    """Everything, oldest first. ``calls`` are first tries, finished or not."""

    calls: tuple[CallThen, ...] = ()
    drills: tuple[DrillThen, ...] = ()

    @cached_property
    def judged(self) -> tuple[CallThen, ...]:
        """Calls played to an end and scored; one that was left says nothing."""
        return tuple(call for call in self.calls if call.finished and call.card and not call.card.left)

    @cached_property
    def seen(self) -> tuple[Seen, ...]:
        """Every observation, in the order it was made."""
        found = [*self._of_calls(), *self._of_drills()]
        return tuple(sorted(found, key=lambda one: one.at))

    @cached_property
    def by_skill(self) -> dict[str, list[Seen]]:
        """Those of each skill that has any."""
        found: dict[str, list[Seen]] = {}
        for one in self.seen:
            found.setdefault(one.skill, []).append(one)
        return found

    def on(self, day: date, zone: tzinfo | None) -> History:
        """What was done on one day alone."""
        calls = (call for call in self.calls if call.finished and day_of(call.finished, zone) == day)
        return History(tuple(calls), tuple(drill for drill in self.drills if day_of(drill.made, zone) == day))

    def _of_calls(self) -> list[Seen]:
        met: set[str] = set()
        found = []
        judged = {call.id for call in self.judged}
        for call in self.calls:
            form = Form.AGAIN if call.scenario in met else Form.UNSEEN
            met.add(call.scenario)
            if call.id in judged:
                at = call.finished or call.began
                found += [Seen(skill=skill, at=at, form=form, value=m.value, weight=m.weight, of=call.id) for skill, m in measured(call).items()]
        return found

    def _of_drills(self) -> list[Seen]:
        return [Seen(skill=d.skill, at=d.made, form=Form.DRILL, value=d.value, weight=DRILL_WEIGHT, of=d.set) for d in self.drills]


def measured(call: CallThen) -> dict[str, Measure]:
    """What a judged call showed of each skill."""
    card = call.card
    return measures(card.rows, opening_anger=card.mood[0].anger if card.mood else 0.0) if card else {}


def day_of(moment: datetime, zone: tzinfo | None) -> date:
    """The day it was where the trainee is."""
    return moment.astimezone(zone).date()


def gathered(store: Store) -> History:
    """The past as the records hold it. Raises StoreError."""
    drills = []
    for step in Practices(store).steps_of(Kind.DRILL, "answered"):
        skill, verdict = step.body.get("skill"), step.body.get("verdict")
        if skill in BY_ID and verdict in VERDICTS and step.body.get("first") is True:
            drills.append(DrillThen(set=step.practice, skill=skill, made=step.made, value=VERDICTS[verdict]))
    return History(tuple(calls_then(store)), tuple(drills))
