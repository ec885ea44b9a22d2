"""Which scenario files an author has before them, whose they are, and what each says of itself; the broken ones too."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum
from importlib.resources import files
from pathlib import Path

from scenarios.check import has_errors
from scenarios.library import examined
from scenarios.model import Par, Scenario
from scenarios.problems import Problem
from scenarios.shelf import Item
from trainer.authoring.open_checks import OpenChecks, open_checks
from trainer.authoring.packs.receipt import RECEIPT
from trainer.authoring.workbench.findings import Fault
from trainer.finding import also_folders, own_folders, pack_titles
from trainer.records.locations import own_scenarios


class Place(Enum):
    """Whose a file is, in the order they are shown."""

    OWN = "Your own"
    GIVEN = "In the folder"
    PACK = "Pack"
    SHIPPED = "Shipped"

    @property
    def writable(self) -> bool:
        """Whether it is the author's to change; others are copied first."""
        return self in (Place.OWN, Place.GIVEN)


@dataclass(frozen=True, kw_only=True)
class Work:
    """One scenario file."""

    file: Path
    place: Place
    group: str
    """the heading it stands under"""
    id: str
    title: str
    trade: str = ""
    level: int = 0
    """as the file says; 0 where it cannot be read"""
    principles: tuple[str, ...] = ()
    par: Par | None = None
    """as the file says"""
    problems: tuple[Problem, ...] = ()
    """what shows by reading it"""
    unchecked: OpenChecks = field(default_factory=OpenChecks)
    """lines its author has not looked at yet"""

    @property
    def problems_as_faults(self) -> tuple[Fault, ...]:
        return tuple(Fault.of(problem) for problem in self.problems)

    @property
    def broken(self) -> bool:
        """Whether it cannot be played as it stands."""
        return has_errors(self.problems)


def works() -> list[Work]:
    """Every scenario file at hand, the author's own first, then packs, then the shipped ones."""
    titles = pack_titles()
    found = [_work(item, rows[0] if rows else None, problems, titles) for item, rows, problems in examined(own_folders())]
    order = list(Place)
    return sorted(_each_once(found), key=lambda work: (order.index(work.place), work.group, work.title.lower() if work.place.writable else ""))


def _each_once(found: list[Work]) -> Iterator[Work]:
    """A folder may be named twice."""
    yield from {work.file: work for work in found}.values()


def _work(item: Item, scenario: Scenario | None, problems: tuple[Problem, ...], titles: dict[str, str]) -> Work:
    file = Path(str(item.file)).absolute()
    place, group = _place(file, titles.get(item.pack, item.pack))
    if scenario is None:
        return Work(file=file, place=place, group=group, id=file.stem, title=file.name, problems=problems, unchecked=open_checks(file))
    return Work(
        file=file,
        place=place,
        group=group,
        id=scenario.scenario,
        title=scenario.title,
        trade=scenario.trade,
        level=scenario.level,
        principles=tuple(scenario.practises),
        par=scenario.par,
        problems=problems,
        unchecked=open_checks(file) if place.writable else OpenChecks(),
    )


def _place(file: Path, pack: str) -> tuple[Place, str]:
    for folder in also_folders():  # named by hand, so it may be changed, even the library of a checkout
        if file.is_relative_to(folder):
            return Place.GIVEN, f"{Place.GIVEN.value} {folder}"
    if file.is_relative_to(Path(str(files("scenarios")))):
        return Place.SHIPPED, f"{Place.SHIPPED.value}: {pack}"
    if file.parent != own_scenarios().absolute() and (file.parent / RECEIPT).exists():
        return Place.PACK, f"{Place.PACK.value}: {pack}"
    return Place.OWN, Place.OWN.value
