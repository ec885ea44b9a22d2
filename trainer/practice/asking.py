"""Today and progress as views ask for them: the records, the scenarios at hand and the drills there are, put together.

The moment comes from the view, whose business the clock is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from importlib.resources import files

from scenarios.skills import BY_ID, Skill
from trainer.finding import at_hand, pack_titles
from trainer.modes import mode_named
from trainer.practice.digest import Slip, sure_slips
from trainer.practice.history import CallThen, History, gathered
from trainer.practice.plan import Do, Rep, Today, plan, with_waiting
from trainer.practice.progress import Progress, changed_today, progress_of
from trainer.practice.told import DO_WORDS
from trainer.records.store import Store
from trainer.records.titles import with_kept_titles
from trainer.settings.current import settings
from trainer.words import count

Changed = list[tuple[Skill, int | None, int | None]]


def today_now(store: Store, now: datetime, most: int | None = None) -> tuple[Today, Changed]:
    """The day's plan, of ``most`` things or as many as the settings say, and what today's practice has changed so far. Raises StoreError."""
    history = gathered(store)
    return _plan(history, store, now, most or settings().daily_reps), changed_today(history, now)


def _plan(history: History, store: Store, now: datetime, most: int) -> Today:
    found = plan(history, at_hand(), now, drilled=drilled(), titles=pack_titles(), most=most)
    left = _left_half_way(store)
    return with_waiting(found, left, most) if left else found


def _left_half_way(store: Store) -> Rep | None:
    """The set to go on with, where one was left."""
    from trainer.drills.sets import skill_title, waiting

    left = next(iter(waiting(store)), None)
    if left is None:
        return None
    return Rep(
        do=Do.DRILL,
        title=skill_title(left.skill),
        reason=f"You left it at {left.done} of {left.of}; go on from there.",
        skill=left.skill,
        practice=left.practice,
    )


def due_line(store: Store, now: datetime) -> str:
    """What is due today in one line, for home; empty where nothing is. Raises StoreError."""
    reps = today_now(store, now)[0].reps
    return f"Today: {count(len(reps), 'thing')} to practise, first {DO_WORDS[reps[0].do]}, {reps[0].title}." if reps else ""


def progress_now(store: Store, now: datetime) -> Progress:
    """How far each skill has come. Raises StoreError."""
    history = gathered(store)
    played = ((call.id, call.scenario) for call in reversed(history.calls))
    due = frozenset(rep.skill for rep in _plan(history, store, now, settings().daily_reps).reps if rep.skill)
    found = progress_of(history, now, with_kept_titles(store, played, {entry.id: entry.title for entry in at_hand()}))
    return replace(found, due=due, slips=tuple(_sure(store, found.slips)))


def _sure(store: Store, slips: Iterable[tuple[CallThen, Slip]]) -> Iterator[tuple[CallThen, Slip]]:
    """The slips without those that rest on a doubtful reading. Transcripts are long, so only those of calls with slips are read, and once."""
    for id_, call in {call.id: call for call, _ in slips}.items():
        card = store.scorecard(id_) or ""
        if (id_, hash(card)) not in _sure_of:
            _sure_of[id_, hash(card)] = sure_slips(card, store.load(id_).events) if card else ()
        yield from ((call, slip) for slip in _sure_of[id_, hash(card)])


_sure_of: dict[tuple[str, int], tuple[Slip, ...]] = {}


def drilled() -> frozenset[str]:
    """The skills there are drills for; none where this Coolhead has no drills."""
    home = files("scenarios").joinpath("drills")
    if mode_named("drill") is None or not home.is_dir():
        return frozenset()
    return frozenset(name for file in home.iterdir() if (name := file.name.removesuffix(".yaml")) in BY_ID)
