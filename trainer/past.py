"""A call that was played before: kept in the records, or in a transcript's file; with the scenario as it was played."""

from __future__ import annotations

from pathlib import Path

from scenarios.model import Scenario
from scenarios.problems import ScenarioProblems
from scenarios.transcript import Transcript
from scenarios.transcript_files import read_transcripts
from trainer.errors import ContentError, UsageError
from trainer.finding import scenario_played
from trainer.records.store import Store
from trainer.wiring import kept_scenario


def is_file(name: str) -> bool:
    """Whether a call is named by its file, and not by its attempt."""
    return "\0" not in name and Path(name).exists()


def call_in_file(file: Path, scenario: str | None = None) -> tuple[Transcript, Scenario]:
    """The one call of a transcript's file. ``scenario`` is the one it belongs to, by default the one it names.

    Raises ContentError or UsageError where there is no such call.
    """
    try:
        chats = read_transcripts(file)
    except ScenarioProblems as error:
        raise ContentError(str(error)) from error
    if len(chats) != 1 or not isinstance(chats[0], Transcript):
        raise UsageError(f"{file} does not hold one call played with Coolhead; only such a call can be rewound or followed.")
    named = scenario or chats[0].scenario
    if named is None:
        raise UsageError(f"{file} names no scenario.", "Name it with: --scenario ID")
    return chats[0], scenario_played(chats[0], named)


def kept_call(store: Store, attempt: str) -> tuple[Transcript, Scenario]:
    """A kept attempt, by its id or the beginning of it. Raises StoreError."""
    row = store.attempt(attempt)
    return store.load(row.id), kept_scenario(store, row.id)
