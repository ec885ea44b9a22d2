"""One scenario as a list shows it, and the whole list: the catalogue beside what the records hold of each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from trainer.text import safe_line
from trainer.words import count, day_words

if TYPE_CHECKING:
    from scenarios.library import Entry
    from trainer.records.store import Store


@dataclass(frozen=True)
class Listed:
    """A scenario on the list."""

    id: str
    title: str
    trade: str
    level: int
    pack: str = ""
    """the title of the pack it came with, where somebody installed one"""
    guided: bool = False
    """with hints for somebody who plays for the first time"""
    second_part: bool = False
    """its customer calls back about another"""
    customer: str = ""
    about: str = ""
    """the customer in a few sentences"""
    business: str = ""
    briefing: str = ""
    principles: tuple[str, ...] = ()
    minutes: float = 0.0
    """on the call's own clock, by the expert's path"""
    times: int = 0
    """how often it was played to its end, with a word or a deed in it"""
    last: datetime | None = None
    """when it was last begun, UTC"""


def listed(entry: Entry, packs: Mapping[str, str]) -> Listed:
    """An entry of the catalogue; ``packs`` holds the titles of installed packs by their folder."""
    return Listed(
        id=entry.id,
        title=entry.title,
        trade=entry.trade,
        level=entry.level,
        pack=packs.get(entry.pack, ""),
        guided=entry.guided,
        second_part=entry.first_part is not None,
        customer=entry.customer,
        about=entry.about,
        business=entry.business,
        briefing=entry.briefing,
        principles=entry.principles,
        minutes=entry.minutes,
    )


def with_played(shown: Iterable[Listed], store: Store) -> list[Listed]:
    """The same with how often each was played. Raises StoreError."""
    from trainer.records.played import played

    kept = played(store)
    return [replace(one, times=kept[one.id].times, last=kept[one.id].last) if one.id in kept else one for one in shown]


def first_call(shown: Iterable[Listed]) -> Listed | None:
    """The call to begin with: the guided one, or else the easiest."""
    every = list(shown)
    return next((one for one in every if one.guided), every[0] if every else None)


def mark(one: Listed) -> str:
    """What sets it apart on the list; mostly nothing."""
    return "guided, begin here" if one.guided else "second part" if one.second_part else ""


def customer_line(one: Listed) -> str:
    """Who is on the line: the name and the first sentence about them."""
    about = safe_line(one.about).split(". ")[0].rstrip(".")
    return f"{safe_line(one.customer)}: {about}" if about else safe_line(one.customer)


def played_line(one: Listed) -> str:
    """``played twice, last on 14 May``; ``opened, left on 14 May`` where nothing was said in it; nothing where it was not."""
    if not one.last:
        return ""
    if not one.times:
        return f"opened, left on {day_words(one.last)}"
    often = {1: "once", 2: "twice"}.get(one.times, count(one.times, "time"))
    return f"played {often}, last on {day_words(one.last)}"


def on_the_list(store: Store | None) -> list[Listed]:
    """Every scenario at hand, with how often it was played where the records say so."""
    from trainer.finding import at_hand, pack_titles
    from trainer.records.faults import StoreError

    packs = pack_titles()
    shown = [listed(entry, packs) for entry in at_hand()]
    with suppress(StoreError):  # said where past calls are asked for
        return with_played(shown, store) if store else shown
    return shown
