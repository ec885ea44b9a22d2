"""``coolhead rewind``: the other way a call could have gone from one turn on, and both scorecards side by side."""

from __future__ import annotations

from pathlib import Path

from scenarios.exchange import to_exchange
from scenarios.model import Scenario
from scenarios.problems import ScenarioProblems
from scenarios.transcript import Transcript
from scenarios.transcript_files import read_transcripts
from scoring.scores import DIMENSIONS, Scorecard
from trainer.commands_cli.attempts import open_store
from trainer.commands_cli.output import emit, tell
from trainer.commands_cli.playing import tell_leftovers
from trainer.errors import ContentError, Exit, UsageError
from trainer.finding import scenario_named
from trainer.headless import play_on
from trainer.plain.debrief import score_line
from trainer.plain.lines import event_lines
from trainer.replies import read_replies
from trainer.wiring import judge, kept_scenario, rewound


def rewind_to(attempt: str, turn: int, replies: Path, scenario: str | None, *, as_json: bool) -> int:
    """Play on from before ``turn`` and print both calls with their scorecards. The kept attempt stays as it is."""
    first, played_in = _kept(attempt, scenario)
    call = rewound(first, played_in, turn)
    played = play_on(call, read_replies(replies), name=str(replies))
    tell_leftovers(played, replies)
    (before, _), (after, _) = judge(first, played_in), judge(played.transcript, played_in)
    if as_json:
        emit({"turn": turn, "first": _form(first, before), "second": _form(played.transcript, after)})
        return Exit.DONE
    for line in event_lines((event for event in played.transcript.events if event.turn >= turn), played_in):
        tell(line)
    for dimension in DIMENSIONS:
        tell(f"First time. {score_line(before, dimension)}")
        tell(f"This time. {score_line(after, dimension)}")
    return Exit.DONE


def _kept(attempt: str, scenario: str | None) -> tuple[Transcript, Scenario]:
    """The call meant, and the scenario it was played in."""
    file = Path(attempt)
    if "\0" in attempt or not file.exists():
        with open_store() as store:
            row = store.attempt(attempt)
            return store.load(row.id), kept_scenario(store, row.id)
    try:
        chats = read_transcripts(file)
    except ScenarioProblems as error:
        raise ContentError(str(error)) from error
    if len(chats) != 1 or not isinstance(chats[0], Transcript):
        raise UsageError(f"{file} does not hold one call played with Coolhead; only such a call can be rewound.")
    named = scenario or chats[0].scenario
    if named is None:
        raise UsageError(f"{file} names no scenario.", "Name it with: --scenario ID")
    return chats[0], scenario_named(named)


def _form(transcript: Transcript, card: Scorecard) -> dict[str, object]:
    return to_exchange(transcript, card.model_dump(mode="json"))
