"""``coolhead rewind``: the other way a call could have gone from one turn on, and both scorecards side by side."""

from __future__ import annotations

from pathlib import Path

from scenarios.exchange import to_exchange
from scenarios.model import Scenario
from scenarios.transcript import RepActed, RepSaid, Transcript
from scoring.scores import Scorecard
from trainer.deskwork import acted_line
from trainer.errors import Exit, say
from trainer.headless import play_on
from trainer.past import call_in_file, is_file, kept_call
from trainer.plain.debrief import both_lines, ending_lines, quoted
from trainer.plain.lines import event_lines
from trainer.replies import read_replies
from trainer.subcommands.attempts import open_store
from trainer.subcommands.output import emit, tell
from trainer.subcommands.playing import tell_leftovers
from trainer.wiring import judge, rewound


def list_turns(attempt: str, scenario: str | None, *, as_json: bool) -> int:
    """Print the rep's turns of a call, so that one can be chosen."""
    transcript, _ = _kept(attempt, scenario)
    turns = [event for event in transcript.events if isinstance(event, RepSaid | RepActed)]
    if as_json:
        emit([{"turn": event.turn, "did": _did(event)} for event in turns])
        return Exit.DONE
    for event in turns:
        tell(f"Turn {event.turn}: {quoted(_did(event))}")
    say("Take one again with: --turn N --replies FILE" if turns else "The rep took no turn in this call.")
    return Exit.DONE


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
    for when, transcript in (("The first time", first), ("This time", played.transcript)):
        for line in ending_lines(transcript, played_in):
            tell(f"{when}. {line}")
    for line in both_lines(before, after):
        tell(line)
    return Exit.DONE


def _did(event: RepSaid | RepActed) -> str:
    return event.text if isinstance(event, RepSaid) else acted_line(event)


def _kept(attempt: str, scenario: str | None) -> tuple[Transcript, Scenario]:
    """The call meant, and the scenario it was played in."""
    if is_file(attempt):
        return call_in_file(Path(attempt), scenario)
    with open_store() as store:
        return kept_call(store, attempt)


def _form(transcript: Transcript, card: Scorecard) -> dict[str, object]:
    return to_exchange(transcript, card.model_dump(mode="json"))
