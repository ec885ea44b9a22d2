"""Second parts: a scenario whose customer calls back opens on what the trainee promised in the first part."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from scenarios.carrying import carried_over
from scenarios.filenames import YAML
from scenarios.library import Entry
from scenarios.model import Scenario
from scenarios.names import short_name
from scoring.carrying import first_part, word_carried
from trainer.errors import CoolheadError, UsageError
from trainer.finding import at_hand
from trainer.past import call_in_file, is_file, kept_call
from trainer.records.store import Store
from trainer.word_given import Group
from trainer.word_given import carried_over as carried_over_word

OpenStore = Callable[[], Store]
FOLLOWS = "follows"
"""The kind of remark by which an attempt at a second part keeps which call it opened on."""


def opened_after(scenario: Scenario, first: str, name: str, records: OpenStore) -> Scenario:
    """The second part as it opens after ``first``, an attempt or a transcript's file; ``name`` is how the second was named.

    Raises CoolheadError where the one is not the second part of the other.
    """
    if scenario.call_back is None:
        raise UsageError(f"{scenario.scenario} is not the second part of anything, so nothing comes before it.", "Play it without --after.")
    of = scenario.call_back.of
    transcript, played = call_in_file(Path(first), _beside(name, of)) if is_file(first) else kept_call(records(), first)
    if transcript.scenario != of:
        raise UsageError(f"{scenario.scenario} is the second part of {of}, and this is a call of {transcript.scenario}.", f"Name a call of {of}.")
    before = first_part(transcript, played)
    if before is None:
        raise UsageError("The first part has not ended yet.", "Go on with it: coolhead resume")
    return carried_over(scenario, before)


def opened_after_newest(scenario: Scenario, records: OpenStore) -> Scenario:
    """The second part as it opens after the newest finished call of the first; as it stands where there is none."""
    if scenario.call_back is None:
        return scenario
    try:
        store = records()
        row = store.newest_finished(scenario.call_back.of)
        before = first_part(*kept_call(store, row.id)) if row else None
    except (CoolheadError, ValueError):  # records that cannot be read must not keep anybody from playing
        return scenario
    return carried_over(scenario, before) if before else scenario


def first_call(scenario: Scenario, after: str | None, records: OpenStore) -> str | None:
    """The kept attempt that a second part follows: the one named, or the newest of the first; None for none, or for a file."""
    if scenario.call_back is None or (after and is_file(after)):
        return None
    try:
        row = records().attempt(after) if after else records().newest_finished(scenario.call_back.of)
    except CoolheadError:
        return None
    return row.id if row else None


def word_before(store: Store, attempt: str, second: Scenario) -> tuple[Group, ...]:
    """What did not hold of what was said in the call this attempt followed, or the one it is a further try at; nothing where it followed none."""
    followed = next((remark.body.get("attempt") for remark in store.remarks(attempt, FOLLOWS)), None)
    if not followed and (parent := store.attempt(attempt).parent):
        return word_before(store, parent, second)
    if not followed or second.call_back is None:
        return ()
    try:
        transcript, first = kept_call(store, str(followed))
    except (CoolheadError, ValueError):  # an old call that cannot be read keeps nobody from the ledger of this one
        return ()
    return carried_over_word(word_carried(transcript, first, second), transcript.events, short_name(first.customer.name))


def second_parts(scenario: Scenario) -> list[Entry]:
    """The scenarios at hand whose customer calls back about this one."""
    return [entry for entry in at_hand() if entry.first_part == scenario.scenario]


def offer(entry: Entry) -> str:
    """The line that tells of a second part after the first."""
    return f"There is a second part: {entry.title}. It opens on what you promised. Play it with: coolhead play {entry.id}"


def _beside(name: str, of: str) -> str | None:
    """The first part's file beside that of the second, where the second was named by its file."""
    if name.endswith(YAML) or os.sep in name:
        return next((str(file) for suffix in YAML if (file := Path(name).with_name(of + suffix)).is_file()), None)
    return None
