"""What is due today and what to do about it: at most a few calls and drill sets, each with its reason.

Skills are drilled while they are new or weak and practised in calls once they stand; a plan that could be drills alone
ends on a call. No scenario twice in a row, and those never met come first.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from functools import partial

from scenarios.library import Entry
from scenarios.skills import BY_ID, SKILLS, Skill
from scoring.skills import skill_table
from trainer.practice.choosing import Chooser
from trainer.practice.history import DrillThen, History, day_of
from trainer.practice.levels import ENOUGH, level_at
from trainer.practice.reasons import FIRST, why_family, why_skill
from trainer.practice.schedule import Due, due

DAILY = 3
"""Calls and drill sets a day: enough to keep what was learnt, short enough to be done."""
SET_DONE = 5
"""First answers of a day from which a set counts for it though it was left."""
WEAK = 0.5
"""Level below which a skill is drilled by itself first."""


class Do(StrEnum):
    """What one thing due is practised by."""

    CALL = "call"
    DRILL = "drill"


@dataclass(frozen=True, kw_only=True)
class Rep:
    """One thing to do today."""

    do: Do
    title: str
    reason: str
    skill: str | None = None
    family: str | None = None
    """the pack of calls it refreshes, where no skill is meant"""
    scenario: str | None = None
    """the call to play; None for a drill"""
    practice: str | None = None
    """the set to go on with; None for a new one"""

    @property
    def command(self) -> str:
        """The same from the command line."""
        return f"coolhead play {self.scenario}" if self.do is Do.CALL else "coolhead drill" if self.practice else f"coolhead drill {self.skill}"


@dataclass(frozen=True, kw_only=True)
class Today:
    """The day's plan."""

    day: date
    reps: tuple[Rep, ...]
    done: int
    """calls and drill sets of today that have filled a place of the day already"""
    next: date | None
    """the day something is due, where nothing is today"""
    besides: int = 0
    """drill sets done today that nothing asked for: they take no place"""


def plan(
    history: History,
    entries: Sequence[Entry],
    now: datetime,
    *,
    drilled: frozenset[str] = frozenset(),
    titles: Mapping[str, str] | None = None,
    most: int = DAILY,
) -> Today:
    """The plan for the day of ``now``, a time with the trainee's zone. ``drilled`` are the skills there are drills for."""
    offer = partial(_offered, entries=entries, drilled=drilled, titles=titles or {})
    done, besides = _done(history, now, most, offer)
    reps = offer(history, now, most - done)
    return Today(day=now.date(), reps=reps, done=done, besides=besides, next=None if reps else _due(history, entries, now.date(), now)[1])


def _offered(history: History, now: datetime, room: int, *, entries: Sequence[Entry], drilled: frozenset[str], titles: Mapping[str, str]) -> tuple[Rep, ...]:
    """What fills ``room`` places of a day."""
    wanted, _ = _due(history, entries, now.date(), now)
    chooser = Chooser(entries, history)
    reps: list[Rep] = []
    for skill, family in wanted:
        if len(reps) >= room:
            break
        last = len(reps) == room - 1 and all(rep.do is Do.DRILL for rep in reps)
        if rep := _rep(skill, family, history, chooser, now=now, drilled=drilled, titles=titles, call=last):
            reps.append(rep)
    return tuple(reps)


def _done(history: History, now: datetime, most: int, offer: Callable[[History, datetime, int], tuple[Rep, ...]]) -> tuple[int, int]:
    """Calls and sets of today that have filled a place of the day, and sets that were done besides.

    A set fills one where its skill was due when it was begun, or where it was left on an earlier day: then it was asked for.
    """
    here = history.on(now.date(), now.tzinfo)
    sets: dict[str, list[DrillThen]] = {}
    for drill in here.drills:
        sets.setdefault(drill.set, []).append(drill)
    begun_before = {drill.set for drill in history.drills if day_of(drill.made, now.tzinfo) < now.date()}
    filled, besides = [call.at for call, _ in here.judged], 0
    for name, answers in sets.items():
        if not (answers[-1].over or len(answers) >= SET_DONE):
            continue
        began, skills = answers[0].made, {drill.skill for drill in answers}
        due_then = name in begun_before or any(
            skills == {rep.skill} for rep in offer(history.before(began), began.astimezone(now.tzinfo), most - sum(at < began for at in filled))
        )
        if due_then:
            filled.append(began)
        else:
            besides += 1
    return len(filled), besides


def with_waiting(found: Today, waiting: Rep, most: int = DAILY) -> Today:
    """The plan with a set that was left before anything new: in the place of a set of the same skill, or of the last set where the day is full."""
    room = most - found.done
    if room <= 0:
        return found
    reps = [rep for rep in found.reps if not (rep.do is Do.DRILL and rep.skill == waiting.skill)]
    while len(reps) >= room:
        reps.pop(next((n for n in reversed(range(len(reps))) if reps[n].do is Do.DRILL), len(reps) - 1))
    return replace(found, reps=(waiting, *reps), next=None)


def _due(history: History, entries: Sequence[Entry], today: date, now: datetime) -> tuple[list[tuple[Skill | None, str | None]], date | None]:
    """Skills and families of calls to practise, most pressing first, and the next day on which another will be."""
    skills = {
        id_: found
        for id_, seen in history.by_skill.items()
        if (found := due([(day_of(s.at, now.tzinfo), s.value, s.weight) for s in seen], today)) and id_ in BY_ID
    }
    families = _families(history, entries, today, now)
    fresh = [skill for skill in SKILLS if skill.id not in skills]
    pressing = [id_ for id_ in sorted(skills, key=lambda id_: (skills[id_].recall, id_)) if skills[id_].on <= today]
    waiting = [name for name in sorted(families, key=lambda name: (families[name].recall, name)) if families[name].on <= today]
    wanted: list[tuple[Skill | None, str | None]] = [(BY_ID[id_], None) for id_ in pressing]
    wanted[2:2] = [(skill, None) for skill in fresh[:1]]  # one new thing a day, however much is due
    wanted += [(None, name) for name in waiting] + [(skill, None) for skill in fresh[1:]]
    return wanted, min((found.on for found in (*skills.values(), *families.values()) if found.on > today), default=None)


def _families(history: History, entries: Sequence[Entry], today: date, now: datetime) -> dict[str, Due]:
    """Where each family of calls stands, by how the calls of it were settled."""
    packs = {entry.id: entry.pack for entry in entries}
    reviews: dict[str, list[tuple[date, float, float]]] = {}
    for call, judged in history.judged:
        score = judged.values.get("resolution")
        if call.scenario in packs and score is not None:
            reviews.setdefault(packs[call.scenario], []).append((day_of(call.at, now.tzinfo), score / 100, 1.0))
    return {name: found for name, days in reviews.items() if (found := due(days, today))}


def _rep(
    skill: Skill | None,
    family: str | None,
    history: History,
    chooser: Chooser,
    *,
    now: datetime,
    drilled: frozenset[str],
    titles: Mapping[str, str],
    call: bool,
) -> Rep | None:
    """What to do about one thing due; None where there is nothing to do it with."""
    if skill is None:
        entry = chooser.of_family(family or "")
        if entry is None:
            return None
        last = max(day_of(c.at, now.tzinfo) for c, _ in history.judged if chooser.pack_of(c.scenario) == family)
        title = titles.get(family or "", (family or "").replace("-", " "))
        return Rep(do=Do.CALL, title=entry.title, reason=why_family(title, last, now.date()), family=family, scenario=entry.id)
    if not history.calls and (guided := chooser.guided()):
        return Rep(do=Do.CALL, title=guided.title, reason=FIRST, skill=None, scenario=guided.id)
    seen = history.by_skill.get(skill.id, [])
    reason = why_skill(skill.id, seen, now.date(), now.tzinfo)
    drill = Rep(do=Do.DRILL, title=skill.title, reason=reason, skill=skill.id) if skill.id in drilled else None
    level = level_at(seen, now)
    ready = level.chances >= ENOUGH and level.mean >= WEAK
    if not skill_table().skills[skill.id].shown or (drill and not (call or ready)):  # what no call can show is only drilled
        return drill
    entry = chooser.for_skill(skill)
    return Rep(do=Do.CALL, title=entry.title, reason=reason, skill=skill.id, scenario=entry.id) if entry else drill


def as_dict(found: Today) -> dict[str, object]:
    """For ``--json``."""
    reps = [{**asdict(rep), "do": rep.do.value, "command": rep.command} for rep in found.reps]
    return {"day": found.day.isoformat(), "done": found.done, "besides": found.besides, "next": found.next.isoformat() if found.next else None, "due": reps}
