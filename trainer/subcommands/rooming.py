"""``coolhead room``: open a call for a group, go on with one, list those that were played, write a room's debrief sheet."""

from __future__ import annotations

import re
from pathlib import Path

from scenarios.moves import Intensity
from trainer.errors import Exit, UsageError, say
from trainer.finding import scenario_named
from trainer.opening import open_game
from trainer.records.practices import Practice
from trainer.records.store import Store, StoreError
from trainer.room.facts import seed_for
from trainer.room.kept import Room, rooms, when
from trainer.room.results import in_full
from trainer.room.review import review
from trainer.room.sheet import write_sheet
from trainer.subcommands.attempts import open_store
from trainer.subcommands.output import emit, tell
from trainer.text import safe_line

_ID = re.compile(r"[0-9a-z-]{8,64}")
"""As much of a room's id as the list of rooms shows, or more."""


def open_room(named: str, *, seed: int | None, intensity: Intensity, plain: bool) -> int:
    """Open a scenario for a group, go into the room whose id begins so (a finished one shows its end), or go to where one chooses."""
    if named and (kept := _kept_room(named)):
        return open_game(plain=plain, mode="room", asked={"room": kept})
    if named:
        scenario_named(named)  # a name that is none is told before the records are opened
        with open_store() as store:
            chosen = seed_for(store, named) if seed is None else seed
            Room.begin(store, scenario_named(named, chosen), seed=chosen, intensity=intensity)
    return open_game(plain=plain, mode="room")


def _kept_room(named: str) -> str:
    """The id of the room whose id begins so, as ``--list`` shows it; empty where what is named is something else."""
    if not _ID.fullmatch(named):
        return ""
    with open_store() as store:
        going, closed = rooms(store)
        found = [one.id for one in (*going, *closed) if one.id.startswith(named)]
        return Room.named(store, found[0]).id if len(found) == 1 else ""  # one that cannot be read is told before a view opens


def write_sheet_of(named: str, out: Path) -> int:
    """Write the sheet of the last room, or of the one named by the beginning of its id."""
    with open_store() as store:
        seen = review(_room(store, named))
    say(f"Written: {safe_line(str(write_sheet(seen, out).resolve()))}. Nothing was sent anywhere.")
    return Exit.DONE


def show_rooms(named: str) -> int:
    """One room in full as JSON, or what rooms there are."""
    with open_store() as store:
        if named:
            emit(in_full(review(_room(store, named))))
        else:
            going, closed = rooms(store)
            emit([_row(one, over=one in closed) for one in (*going, *closed)])
    return Exit.DONE


def list_rooms() -> int:
    """The rooms that were played, newest first."""
    with open_store() as store:
        going, closed = rooms(store)
    for one in (*going, *closed):
        state = "can be gone on with" if one in going else "closed"
        tell(f"{one.id[:8]}: {safe_line(one.body['title'], 60)}, {one.body['scenario']}, {when(one):%Y-%m-%d %H:%M}, {state}: coolhead room {one.id[:8]}")
    if not (going or closed):
        tell("No rooms yet. Open one with: coolhead room")
    return Exit.DONE


def _room(store: Store, named: str) -> Room:
    """The room named, or the last that was played. Raises UsageError where there is none, or nothing was locked in it."""
    going, closed = rooms(store)
    last = max((*going, *closed), key=lambda one: one.began, default=None)
    try:
        room = Room.named(store, named) if named else Room.named(store, last.id) if last else None
    except StoreError as error:
        raise UsageError(f"There is no room '{safe_line(named, 40)}'.", "See those there are with: coolhead room --list") from error
    if room is None or not room.state.moments:
        raise UsageError("No proposal was locked in a room yet.", "Open one with: coolhead room")
    return room


def _row(one: Practice, *, over: bool) -> dict[str, object]:
    return {"id": one.id, "scenario": one.body["scenario"], "title": one.body["title"], "began": one.began.isoformat(), "closed": over}
