"""The whole past of one trainee, gathered once: first tries at calls, drills answered first, own ratings.

What happened is turned into observations here, one a skill; what they mean is the business of the modules beside.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, tzinfo
from enum import StrEnum
from functools import cached_property
from typing import Any, NamedTuple

from scenarios.skills import BY_ID
from trainer.coach import KIND
from trainer.practice.digest import Digest, digest
from trainer.records.history import first_tries
from trainer.records.practices import Kind, Practices
from trainer.records.store import Store
from trainer.room.groups import of_groups

DRILL_WEIGHT = 0.5
"""What one drill weighs against one chance of a call: one line, with the skill named beforehand."""
HELPED = 0.5
"""What is left of a call's weight where the coach spoke in it."""
VERDICTS = {"done": 1.0, "partly": 0.5, "not": 0.0}


class Form(StrEnum):
    """How something was practised."""

    UNSEEN = "unseen"
    """a call of a scenario never met before: what counts for the curve"""
    AGAIN = "again"
    """a call of a scenario met before"""
    DRILL = "drill"
    """a drill, answered for the first time in its set"""


class Seen(NamedTuple):
    """What one call or drill showed of one skill. A tuple, because there are tens of thousands after a few years."""

    skill: str
    at: datetime
    form: Form
    value: float
    """0-1: the share of the chances that was taken"""
    weight: float
    of: str
    """the attempt's id, or the set's"""


@dataclass(frozen=True, kw_only=True)
class CallThen:
    """One first try at a call."""

    id: str
    scenario: str
    at: datetime
    """UTC: when it was finished, or begun where it is not"""
    finished: bool = True
    judged: Digest | None = None
    """None where it says nothing of this trainee: not finished, left, or played by a group"""
    rating: Mapping[str, Any] = field(default_factory=dict)
    """the trainee's own, from 1 to 5 by dimension"""
    helped: bool = False
    """the coach said something in it"""


@dataclass(frozen=True, kw_only=True)
class DrillThen:
    """One drill answered for the first time in its set."""

    set: str
    skill: str
    made: datetime
    value: float
    over: bool = True
    """whether its set was answered to the end"""


@dataclass(frozen=True)
class History:
    """Everything, oldest first. ``calls`` are first tries, finished or not."""

    calls: tuple[CallThen, ...] = ()
    drills: tuple[DrillThen, ...] = ()

    @cached_property
    def judged(self) -> list[tuple[CallThen, Digest]]:
        """Calls played to an end and scored."""
        return [(call, call.judged) for call in self.calls if call.judged]

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

    def before(self, moment: datetime) -> History:
        """What had been done by then."""
        return History(tuple(call for call in self.calls if call.at < moment), tuple(drill for drill in self.drills if drill.made < moment))

    def on(self, day: date, zone: tzinfo | None) -> History:
        """What was done on one day alone."""
        calls = (call for call in self.calls if call.finished and day_of(call.at, zone) == day)
        return History(tuple(calls), tuple(drill for drill in self.drills if day_of(drill.made, zone) == day))

    def _of_calls(self) -> Iterator[Seen]:
        met: set[str] = set()
        for call in self.calls:
            form = Form.AGAIN if call.scenario in met else Form.UNSEEN
            met.add(call.scenario)
            for skill, measure in call.judged.skills.items() if call.judged else ():
                weight = measure.weight * (HELPED if call.helped else 1.0)
                yield Seen(skill=skill, at=call.at, form=form, value=measure.value, weight=weight, of=call.id)

    def _of_drills(self) -> Iterator[Seen]:
        return (Seen(skill=d.skill, at=d.made, form=Form.DRILL, value=d.value, weight=DRILL_WEIGHT, of=d.set) for d in self.drills)


def day_of(moment: datetime, zone: tzinfo | None) -> date:
    """The day it was where the trainee is."""
    return moment.astimezone(zone).date()


def gathered(store: Store) -> History:
    """The past as the records hold it. Raises StoreError."""
    drills = []
    over = {practice.id for practice in Practices(store).all(Kind.DRILL) if practice.finished}
    for step in Practices(store).steps_of(Kind.DRILL, "answered"):
        skill, verdict = str(step.body.get("skill")), str(step.body.get("verdict"))
        if skill in BY_ID and verdict in VERDICTS and step.body.get("first") is True:
            drills.append(DrillThen(set=step.practice, skill=skill, made=step.made, value=VERDICTS[verdict], over=step.practice in over))
    helped = {remark.attempt for remark in store.remarks(None, KIND) if remark.body.get("coach") == "hint"}
    grouped = of_groups(store)
    calls = (
        CallThen(
            id=row.id,
            scenario=row.scenario,
            at=row.finished or row.began,
            finished=row.finished is not None,
            judged=digest(row.id, row.scorecard) if row.scorecard and row.id not in grouped else None,
            rating=row.rating,
            helped=row.id in helped,
        )
        for row in first_tries(store)
    )
    return History(tuple(calls), tuple(drills))
