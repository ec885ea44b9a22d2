"""A set of drills being answered: draws it, judges each reply, keeps every step. Both views and the command line go through it.

Nothing here knows a screen. Without records a set is answered all the same, and nothing is kept.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from scenarios.drills import Skilled, drills_at_hand
from scenarios.skills import BY_ID
from scoring.drills import Judged, judge, warm
from scoring.reading import default_reader
from trainer.drills.choosing import MIXED, SET, Answered, Standing, drawn, in_turn, standings
from trainer.drills.course import ANSWERED, NEXT, Course, begun, course_of
from trainer.errors import ContentError, UsageError
from trainer.finding import fresh_seed
from trainer.records.locations import own_drills
from trainer.records.practices import Kind, Practice, Practices
from trainer.records.store import Store, StoreError

OFFERED = 5
"""Sets put aside that are offered."""
SEE_LIST = "See the skills with: coolhead drill --list"


def at_hand() -> dict[str, Skilled]:
    """Every drill, shipped and the site's own."""
    return drills_at_hand((own_drills(),))


def skill_title(skill: str) -> str:
    """What a skill is called; mixed sets too."""
    return BY_ID[skill].title if skill in BY_ID else "A bit of everything"


def skill_named(word: str) -> str:
    """The id of a skill somebody typed: its id, its title, or mixed. Raises UsageError."""
    from scenarios.problems import did_you_mean, shown

    low = " ".join(word.lower().split())
    if low in BY_ID or low == MIXED:
        return low
    titled = next((skill.id for skill in BY_ID.values() if skill.title.lower() == low), None)
    if titled:
        return titled
    near = did_you_mean(low, [*BY_ID, MIXED])
    raise UsageError(f"There is no skill called '{shown(word)}'.", f"Did you mean {near}?" if near else SEE_LIST)


@dataclass(frozen=True, kw_only=True)
class Waiting:
    """A set that can be gone on with."""

    practice: str
    skill: str
    done: int
    of: int
    back: int = 0
    """drills answered that are still to come back"""

    @property
    def words(self) -> str:
        """How far it is: ``3 of 10 answered``, and where all are, what is left of it."""
        return f"{self.done} of {self.of} answered" if self.done < self.of else f"all {self.of} answered, {self.back} to come back"


class DrillSet:
    """One set, from its first drill to its end."""

    def __init__(self, skill: str, seed: int, course: Course, drills: Mapping[str, Skilled], kept: tuple[Practices, str] | None) -> None:
        self.skill = skill
        self.seed = seed
        self.course = course
        self._drills = drills
        self._kept = kept
        self.judged: Judged | None = None
        """what came of the last reply to the drill one stands at"""
        self.before: Judged | None = None
        """what came of the first try, where the drill one stands at has come back"""
        self.trouble = ""
        """why nothing is kept any more, in a sentence; mostly empty"""
        self._pass_over()

    @property
    def now(self) -> Skilled:
        """The drill one stands at."""
        return self._drills[self.course.drill]

    def drill(self, id_: str) -> Skilled:
        return self._drills[id_]

    def answer(self, text: str) -> Judged:
        """Judge a reply to the drill one stands at and keep it."""
        one, first = self.now, self.course.first
        found = judge(one.skill, one.drill, text, default_reader())
        self.judged = found
        self.course = self.course.after_answer(one.id, found.verdict, text)
        body = {
            "drill": one.id,
            "skill": one.skill,
            "text": text,
            "verdict": found.verdict.value,
            "harms": [span.act.value for span in found.harms],
            "first": first,
        }
        self._step(ANSWERED, body)
        return found

    def go_on(self) -> bool:
        """On to the next drill; False when the set is over."""
        self.course, self.judged = self.course.after_next(), None
        self._step(NEXT, {})
        self._pass_over()
        if self.course.over:
            self._keep(lambda practices, id_: practices.finish(id_))
        return not self.course.over

    def look_back(self) -> list[tuple[Skilled, Judged]]:
        """Every first try, judged again: same words, same verdict."""
        reader = default_reader()
        told = [(self._drills[id_], text) for id_, text in self.course.texts.items() if id_ in self._drills]
        return [(one, judge(one.skill, one.drill, text, reader)) for one, text in told]

    def _step(self, kind: str, body: Mapping[str, object]) -> None:
        self._keep(lambda practices, id_: practices.step(id_, kind, body))

    def _keep(self, write: Callable[[Practices, str], None]) -> None:
        """Write to the records; where they will not have it, the set goes on and is not kept from here."""
        if self._kept is None:
            return
        try:
            write(*self._kept)
        except StoreError as error:
            self._kept, self.trouble = None, f"{error.sentence} The set goes on, and is not kept from here."

    def _pass_over(self) -> None:
        """Go past drills that are no longer at hand, and bring the next one to mind."""
        while not self.course.over and self.course.drill not in self._drills:
            self.course = self.course.after_next()
        self.before = None
        if self.course.over:
            return
        warm(self.now.drill)
        if self.course.back and (text := self.course.texts.get(self.course.drill)):
            self.before = judge(self.now.skill, self.now.drill, text, default_reader())


def store_of(records: Callable[[], Store]) -> Store | None:
    """The records, or None where they cannot be had: then a set is answered all the same."""
    try:
        return records()
    except StoreError:
        return None


def begin(skill: str, store: Store | None, *, seed: int | None = None, count: int = SET) -> DrillSet:
    """A new set. Raises ContentError where there is no drill for the skill, and StoreError."""
    drills = at_hand()
    chosen = fresh_seed() if seed is None else seed
    seen = [one.drill for one in answers_kept(store)] if store else []
    ids = drawn(drills, skill, seed=chosen, count=count, seen=seen)
    if not ids:
        raise ContentError(f"There are no drills for {skill_title(skill).lower()} here.", SEE_LIST)
    kept = None
    if store:
        practices = Practices(store)
        kept = practices, practices.begin(Kind.DRILL, {"skill": skill, "seed": chosen, "drills": ids})
    return DrillSet(skill, chosen, begun(ids), drills, kept)


def take_up(store: Store, practice: str) -> DrillSet:
    """Go on with a kept set; drills that are no longer at hand are left out. Raises StoreError, and ContentError where none is left."""
    practices, drills = Practices(store), at_hand()
    found = practices.practice(practice)
    taken = DrillSet(str(found.body.get("skill", MIXED)), int(found.body.get("seed", 0)), _course(practices, found), drills, (practices, found.id))
    if taken.course.answered:  # stopped before one went on
        taken.go_on()
    if taken.course.over:
        practices.finish(found.id)
        raise ContentError("This set is over, or its drills are no longer here.", "Begin another with: coolhead drill")
    return taken


def waiting(store: Store) -> list[Waiting]:
    """The sets that can be gone on with, newest first, as many as are offered."""
    practices, drills = Practices(store), at_hand()
    left_off: list[Waiting] = []
    for found in practices.all(Kind.DRILL, unfinished=True):
        course = _course(practices, found)
        left = course.queue[course.at + course.answered :]
        if course.firsts and any(id_ in drills for id_ in left):
            skill = str(found.body.get("skill", MIXED))
            left_off.append(
                Waiting(practice=found.id, skill=skill, done=len(course.firsts), of=len(set(course.queue)), back=len(set(left) & set(course.firsts)))
            )
        if len(left_off) == OFFERED:
            break
    return left_off


def answers_kept(store: Store) -> list[Answered]:
    """Every first try that was kept, oldest first."""
    found = []
    for step in Practices(store).steps_of(Kind.DRILL, ANSWERED):
        body = step.body
        if body.get("first") and isinstance(body.get("drill"), str) and isinstance(body.get("skill"), str):
            found.append(Answered(drill=body["drill"], skill=body["skill"], verdict=str(body.get("verdict")), made=step.made))
    return found


def skills_in_turn(store: Store | None) -> list[Standing]:
    """The skills that have drills, the one to drill next first."""
    standing = standings(answers_kept(store) if store else ())
    having = {one.skill for one in at_hand().values()}
    return [standing[skill] for skill in in_turn(standing, datetime.now(UTC)) if skill in having]


def _course(practices: Practices, found: Practice) -> Course:
    drills = found.body.get("drills")
    ids = [id_ for id_ in drills if isinstance(id_, str)] if isinstance(drills, list) else []
    return course_of(ids, [(step.kind, step.body) for step in practices.steps(found.id)])
