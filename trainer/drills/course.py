"""Where a set stands: the fold of its steps. Pure, so that a set taken up after a crash stands where it stood.

Steps are ``answered`` (a reply and its verdict) and ``next`` (gone on from a drill). A drill whose first try was not done
comes back once, a few places later.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

ANSWERED, NEXT = "answered", "next"
GAP = 4
"""Places later at which a drill comes back, or at the end where there are not so many."""


@dataclass(frozen=True, kw_only=True)
class Course:
    """A set as it stands."""

    queue: tuple[str, ...]
    """drills in the order they come, those that come back included"""
    at: int = 0
    """the place one stands at; past the end when the set is over"""
    answered: bool = False
    """whether this place has had its reply"""
    firsts: Mapping[str, str]
    """verdict of the first try at each drill answered"""
    texts: Mapping[str, str]
    """what was said in the first try"""

    @property
    def over(self) -> bool:
        return self.at >= len(self.queue)

    @property
    def drill(self) -> str:
        """The drill one stands at."""
        return self.queue[self.at]

    @property
    def back(self) -> bool:
        """Whether the drill one stands at has come back."""
        return not self.over and self.drill in self.queue[: self.at]

    @property
    def first(self) -> bool:
        """Whether the next reply is the first to this drill."""
        return self.drill not in self.firsts

    def after_answer(self, drill: str, verdict: str, text: str) -> Course:
        """The course once this drill was answered."""
        first = drill not in self.firsts
        queue = self.queue
        if first and verdict != "done":
            place = min(len(queue), self.at + 1 + GAP)
            queue = (*queue[:place], drill, *queue[place:])
        firsts, texts = ({**self.firsts, drill: verdict}, {**self.texts, drill: text}) if first else (self.firsts, self.texts)
        return Course(queue=queue, at=self.at, answered=True, firsts=firsts, texts=texts)

    def after_next(self) -> Course:
        """The course once one has gone on."""
        return Course(queue=self.queue, at=self.at + 1, firsts=self.firsts, texts=self.texts)


def begun(drills: Sequence[str]) -> Course:
    """A set nobody has answered yet."""
    return Course(queue=tuple(drills), firsts={}, texts={})


def course_of(drills: Sequence[str], steps: Iterable[tuple[str, Mapping[str, Any]]]) -> Course:
    """Where a set stands after these steps. Drills that were no longer at hand were gone past without one."""
    course = begun(drills)
    for kind, body in steps:
        if kind == ANSWERED and (drill := str(body.get("drill"))) in course.queue[course.at :]:
            while course.drill != drill:
                course = course.after_next()
            course = course.after_answer(drill, str(body.get("verdict")), str(body.get("text", "")))
        elif kind == NEXT and not course.over:
            course = course.after_next()
    return course
