"""By which rubric calls are judged here: one named for this run, else the site's own, else the one that ships.

A site's own stands in one file in the settings folder. It is checked whole whenever it is read: with a faulty one no call
begins, because scores by rules nobody meant are worse than none. Views and judges ask here and nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path

from scenarios.beside import read_text
from scenarios.check import has_errors
from scenarios.problems import Problem
from scoring.rubric import Rubric, load_rubric
from scoring.rubric_check import read_rubric
from trainer.errors import ContentError
from trainer.records.locations import site_rubric

_named: Rubric | None = None
"""what a ``--rubric`` of this run says"""


def rubric_in_use() -> Rubric:
    """The rubric to judge by. Raises ContentError where the site's own has faults."""
    return _named or rubric_of_site() or load_rubric()


@contextmanager
def judging_by(rubric: Rubric | None) -> Iterator[None]:
    """For as long as this lasts, calls are judged by ``rubric``; by the usual one where it is None."""
    global _named
    before, _named = _named, rubric or _named
    try:
        yield
    finally:
        _named = before


def rubric_of_site() -> Rubric | None:
    """The site's own rubric, if it has one. Raises ContentError where it has faults."""
    file = site_rubric()
    try:
        facts = file.stat()
    except OSError:
        return None
    return _kept(file, facts.st_mtime_ns, facts.st_size)


def rubric_from(file: Path) -> Rubric:
    """The rubric in a file. Raises ContentError with every fault."""
    found, problems = checked(file)
    if found is None:
        raise ContentError("\n".join(str(problem) for problem in problems if has_errors([problem])), "Look at it with: coolhead rubric check FILE")
    return found


def checked(file: Path) -> tuple[Rubric | None, list[Problem]]:
    """The rubric in a file, if it can judge, and everything wrong with it."""
    text = read_text(file)
    return (None, [text]) if isinstance(text, Problem) else read_rubric(text, str(file))


def not_compared(*versions: str) -> str:
    """What has to be said where scores by several rubrics stand together; empty where there is one."""
    several = list(dict.fromkeys(versions))
    return f"Scored by different rubrics ({', '.join(several)}): these scores are not to be compared." if len(several) > 1 else ""


def scored_before(first: str, now: str) -> str:
    """What has to be said where a kept call is scored afresh by another rubric."""
    return f"When it was played it was scored by {first}, here by {now}: the two are not to be compared." if first != now else ""


@lru_cache(maxsize=4)
def _kept(file: Path, _changed: int, _size: int) -> Rubric:
    try:
        return rubric_from(file)
    except ContentError as error:
        raise ContentError(
            f"The rubric of this site has faults:\n{error.sentence}", "Mend it, or go back to the shipped one: coolhead rubric use default"
        ) from error
