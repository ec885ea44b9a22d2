"""How one's own data is told, the same in every view."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

from trainer.data.parts import Part, What, parts
from trainer.errors import UsageError
from trainer.records.locations import HOME_VARIABLE, data_folder
from trainer.words import count

STAYS = "All of it stays on this computer. Nothing leaves by itself."


def where_lines() -> Iterator[str]:
    """Where everything is, and what is there."""
    there = parts()
    yield f"Coolhead keeps its data in {data_folder()}"
    yield from (part.line for part in there)
    if not there:
        yield "There is nothing in it yet."
    yield f"{STAYS} The variable {HOME_VARIABLE} names another folder."


def chosen(named: Sequence[str]) -> list[Part]:
    """The parts that are there, or those of them that are named. Raises UsageError for a name that is none."""
    for name in named:
        if name.lower() not in set(What):
            raise UsageError(f"There is no part '{name[:40]}' of the data; the parts are {', '.join(What)}.")
    wanted = {name.lower() for name in named} or set(What)
    return [part for part in parts() if part.what in wanted]


def goes_lines(goes: Sequence[Part]) -> Iterator[str]:
    """What deleting takes away."""
    yield f"This deletes for good, in {data_folder()}:"
    yield from (f"  {part.line}" for part in goes)
    left = [what for what in What if what not in {part.what for part in goes}]
    if any(part.what in left for part in parts()):
        yield f"It leaves: {', '.join(what for what in left if what in {part.what for part in parts()})}."
    yield "Copies you took stay where they are."


def copied_line(target: Path, counts: dict[str, int]) -> str:
    """What a copy holds."""
    names = {"calls": "call", "practices": "practice"}
    held = [count(number, names[name]) if name in names else f"{name} ({count(number, 'file')})" for name, number in counts.items()]
    return f"{target} now holds {', '.join(held) or 'nothing: there is no data yet'}. It is yours; nothing was sent anywhere."


def usual_copy() -> Path:
    """Where a copy goes when nobody names a place."""
    return Path.home() / f"coolhead-data-{datetime.now():%Y-%m-%d}.zip"
