"""Whether drills are read as they are meant: the good reply does the skill, the thin one less of it, the poor one not at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from scenarios.beside import read_text
from scenarios.check import has_errors
from scenarios.drills import Skilled
from scenarios.drills.check import examine_drills
from scenarios.drills.model import Drill
from scenarios.problems import Code, Problem, fault
from scenarios.yaml_source import read_source
from scoring.drills import Judged, Verdict, judge, judge_unaided
from scoring.reading import default_reader


@dataclass(frozen=True, kw_only=True)
class Sum:
    """How many of some drills are read as they are meant."""

    drills: int = 0
    good: int = 0
    """good replies that are done"""
    unaided: int = 0
    """good replies that would be done if they were not the drill's own: how far the reader sees by itself"""
    below: int = 0
    """thin replies that come below the good one"""
    poor: int = 0
    """poor replies that are done all the same"""

    @classmethod
    def of_all(cls, sums: Iterable[Sum]) -> Sum:
        listed = list(sums)
        return cls(
            drills=sum(one.drills for one in listed),
            good=sum(one.good for one in listed),
            unaided=sum(one.unaided for one in listed),
            below=sum(one.below for one in listed),
            poor=sum(one.poor for one in listed),
        )

    def as_dict(self) -> dict[str, int]:
        """For ``--json``."""
        return asdict(self)


@dataclass(frozen=True, kw_only=True)
class Three:
    """What the three replies of a drill come to."""

    good: Judged
    unaided: Judged
    """the good one, had somebody else written it"""
    thin: Judged
    poor: Judged

    @property
    def sum(self) -> Sum:
        return Sum(
            drills=1,
            good=int(self.good.verdict is Verdict.DONE),
            unaided=int(self.unaided.verdict is Verdict.DONE),
            below=int(self.thin.verdict.worth < self.good.verdict.worth),
            poor=int(self.poor.verdict is Verdict.DONE),
        )


def three(skill: str, drill: Drill) -> Three:
    """The three replies, judged as a trainee's would be."""
    reader = default_reader()
    good, thin, poor = (judge(skill, drill, text, reader) for text in (drill.good, drill.thin, drill.poor))
    return Three(good=good, unaided=judge_unaided(skill, drill, drill.good, reader), thin=thin, poor=poor)


def sums(drills: Iterable[Skilled]) -> dict[str, Sum]:
    """By skill."""
    found: dict[str, Sum] = {}
    for one in drills:
        found[one.skill] = Sum.of_all((found.get(one.skill, Sum()), three(one.skill, one.drill).sum))
    return found


def prove_drills(path: Path) -> list[Problem]:
    """What shows only when the replies of a file of drills are read; nothing where it has faults of another kind."""
    text = read_text(path)
    if isinstance(text, Problem):
        return []
    file, problems = examine_drills(text, str(path))
    if file is None or has_errors(problems):
        return []
    source = read_source(text, str(path))
    return [
        fault(Code.EXAMPLE_NOT_UNDERSTOOD, source.name, source.at(("drills", at, key)), message, remedy)
        for at, drill in enumerate(file.drills)
        for key, message, remedy in _misread(three(file.skill, drill))
    ]


def _misread(read: Three) -> Iterator[tuple[str, str, str]]:
    if read.unaided.verdict is not Verdict.DONE:
        lacks = read.unaided.note or " ".join(part.says for part in read.unaided.parts if part.says and not part.met) or "Some of it is taken for harm."
        yield "good", f"The good reply is read as '{_WORDS[read.unaided.verdict]}'. {lacks}", "Word it more plainly, or put what it leans on onto the card."
    if read.thin.verdict.worth >= read.good.verdict.worth > 0:
        yield "thin", "The thin reply is read as no less than the good one.", "Take out of it what the skill asks for."
    if read.poor.verdict is Verdict.DONE:
        yield "poor", "The poor reply is read as done.", "Make plainer what it does to the customer."


_WORDS = {Verdict.DONE: "done", Verdict.PARTLY: "partly", Verdict.NOT: "not yet"}
