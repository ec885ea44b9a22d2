"""A shift played from files with no one watching: for scripts and measurement. Nothing is left in anybody's records."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

from scenarios.model import Scenario
from trainer.errors import ContentError, CoolheadError
from trainer.finding import file_named
from trainer.headless import play_on
from trainer.records.store import Store
from trainer.replies import Reply, read_replies
from trainer.shift.kept import Shift
from trainer.shift.state import Doing, State, next_up
from trainer.wiring import finish_call, start_call

ANSWER, NOTE = "answer.txt", "note.txt"
"""What is answered to every message, and the note to the team; each passed over where there is none."""

Replies = Callable[[Scenario], list[Reply]]


def play_from(folder: Path, *, calls: int, seed: int) -> State:
    """Play a shift of which each call's replies stand in ``folder`` as ``ID.txt``; a call without a file is gone on without.

    Raises ContentError for a folder that cannot be read or holds a fault.
    """
    if not folder.is_dir():
        raise ContentError(f"{folder}: is not a folder", "Each call's replies stand in it as ID.txt, the note as note.txt.")
    files = {file.stem: file for file in sorted(folder.glob("*.txt"))}
    return play_shift(
        lambda scenario: read_replies(files[scenario.scenario]) if scenario.scenario in files else [],
        calls=calls,
        seed=seed,
        answer=_text(folder / ANSWER),
        note=_text(folder / NOTE),
    )


def golden(kind: str) -> Replies:
    """The golden replies of one kind beside each scenario; none where there is no such file."""

    def replies(scenario: Scenario) -> list[Reply]:
        file = file_named(scenario.scenario).with_suffix(".golden") / f"{kind}.txt"
        return read_replies(file) if file.exists() else []

    return replies


def play_shift(replies: Replies, *, calls: int, seed: int, answer: str = "", note: str = "", on_call: Callable[[int], None] | None = None) -> State:
    """Play a shift in records of its own. ``on_call`` hears how many calls are over."""
    with tempfile.TemporaryDirectory() as place, Store.open(Path(place) / "shift.db") as store:
        shift = Shift.begin(store, calls=calls, seed=seed)
        while (doing := next_up(state := shift.state()).doing) is not Doing.OVER:
            if doing is Doing.MESSAGE:
                shift.answer(answer)
            elif doing is Doing.NOTE:
                shift.note(note)
            else:
                _take(shift, store, replies)
                if on_call:
                    on_call(len(shift.state().done))
        return state


def _take(shift: Shift, store: Store, replies: Replies) -> None:
    try:
        ready = shift.ready()
        said = replies(ready.scenario)
    except CoolheadError as error:
        raise ContentError(error.sentence, error.remedy) from error
    if not said:
        shift.leave_out()
        return
    call, attempt = start_call(ready.scenario, ready.seed, store=store)
    play_on(call, said, name=f"{ready.scenario.scenario}.txt")
    finish_call(call, ready.scenario, store, attempt)


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8-sig", errors="replace") if file.exists() else ""
    except OSError as error:
        raise ContentError(f"{file}: cannot be read: {error.strerror or error}") from error
