"""``coolhead rewind``: the other way a call could have gone from one turn on, both futures side by side, and the tree of tries."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from scenarios.exchange import to_exchange
from scenarios.model import Scenario
from scenarios.transcript import RepActed, RepSaid, Transcript
from scoring.scores import Scorecard
from trainer.deskwork import acted_line
from trainer.errors import Exit, UsageError, say
from trainer.futures import Future, Futures, futures_of
from trainer.headless import play_on
from trainer.opening import open_game
from trainer.overrules import kept_notes
from trainer.past import call_in_file, is_file, kept_call
from trainer.places import place
from trainer.plain.debrief import quoted
from trainer.plain.futures import comparison_lines, said_lines
from trainer.plain.lines import event_lines
from trainer.plain.tries import tree_lines
from trainer.records.store import Store
from trainer.replies import read_replies
from trainer.subcommands.attempts import open_store
from trainer.subcommands.output import emit, tell
from trainer.subcommands.playing import tell_leftovers
from trainer.tries import IN_A_TEST, Try, again_of, keep_try, may_take_again, take_again, tree_of, turns_of
from trainer.wiring import judge, kept_scenario, rewound


def list_turns(attempt: str, scenario: str | None, *, as_json: bool) -> int:
    """Print the rep's turns of a call, so that one can be chosen."""
    transcript, _ = _kept(attempt, scenario)
    turns = turns_of(transcript.events)
    if as_json:
        emit([{"turn": event.turn, "did": _did(event)} for event in turns])
        return Exit.DONE
    for event in turns:
        where = place(transcript.events, event.turn)
        tell(f"{where[0].upper()}{where[1:]}, --turn {event.turn}: {quoted(_did(event))}")
    say("Take one again with its --turn N, and --replies FILE to have it played from a file" if turns else "The rep took no turn in this call.")
    return Exit.DONE


def rewind_to(attempt: str, turn: int, replies: Path, scenario: str | None, *, keep: bool = False, as_json: bool) -> int:
    """Play on from before ``turn`` and print both calls with their scorecards. With ``keep`` the other future is kept as a
    further try at the attempt; the attempt itself stays as it is."""
    if keep and is_file(attempt):
        raise UsageError("Only a call in the records can keep a further try, and this is a file.", "Leave out --keep.")
    first, played_in = _kept(attempt, scenario)
    played = play_on(rewound(first, played_in, turn), read_replies(replies), name=str(replies))
    tell_leftovers(played, replies)
    second = played.transcript
    (before, _), (after, _) = judge(first, played_in), judge(second, played_in)
    kept = None
    if keep:
        with open_store() as store:
            kept = keep_try(store, first.id, turn, second, played_in)
            store.finish(kept, after.model_dump_json())
        second = second.model_copy(update={"id": kept})
    if as_json:
        form: dict[str, object] = {"turn": turn, "first": _form(first, before), "second": _form(second, after)}
        emit({**form, "kept": kept} if kept else form)
        return Exit.DONE
    for line in event_lines((event for event in second.events if event.turn >= turn), played_in):
        tell(line)
    futures = Futures(
        scenario=played_in,
        turn=turn,
        before=Future(when="the first time", transcript=first, card=before, notes=_notes(attempt, first, before)),
        after=Future(when="this time", transcript=second, card=after),
    )
    for line in comparison_lines(futures):
        tell(line)
    if kept:
        say(f"Kept as {kept[:8]}. All tries at this call: coolhead rewind {first.id[:8]} --tree")
    return Exit.DONE


def _notes(attempt: str, first: Transcript, card: Scorecard) -> tuple[str, ...]:
    """What belongs beside the scores of a call from the records."""
    if is_file(attempt):
        return ()
    with open_store() as store:
        return kept_notes(store, first.id, card)


def wants_to_play() -> bool:
    """Whether somebody sits at a terminal who can play on."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def play_again(attempt: str, turn: int, *, plain: bool) -> int:
    """Open the view on a further try from before ``turn``."""
    if is_file(attempt):
        raise UsageError("Only a call in the records can be played on, and this is a file.", "Have it played from a file with: --replies FILE")
    other, played_in = _kept(attempt, None)
    with open_store() as store:
        further = take_again(other, played_in, turn, store=store)
    return open_game(plain=plain, resume=further.attempt)


def compare_try(attempt: str, *, as_json: bool) -> int:
    """Print a kept further try beside the one it branches from."""
    with open_store() as store:
        row = store.attempt(attempt)
        again = again_of(store, row.id)
        if again is None:
            raise UsageError("This is a first try; there is nothing it branches from.", f"See what branches from it with: coolhead rewind {row.id[:8]} --tree")
        played_in, second = kept_scenario(store, row.id), store.load(row.id)
        (before, _), (after, _) = judge(again.other, played_in), judge(second, played_in)
        notes = kept_notes(store, again.other.id, before), kept_notes(store, row.id, after)
    if as_json:
        emit({"turn": again.turn, "first": _form(again.other, before), "second": _form(second, after)})
        return Exit.DONE
    futures = futures_of(again, played_in, second, before=before, after=after, notes=notes)
    for line in (*said_lines(futures), *comparison_lines(futures)):
        tell(line)
    return Exit.DONE


def show_tree(attempt: str, *, as_json: bool) -> int:
    """Print all tries at the call an attempt belongs to."""
    if is_file(attempt):
        raise UsageError("Only a call in the records has further tries, and this is a file.", "List past calls with: coolhead attempts")
    with open_store() as store:
        tries = tree_of(store, attempt)
        if as_json:
            emit(_branch(store, tries, tries[0]))
            return Exit.DONE
    for line in tree_lines(tries):
        tell(line)
    say("Compare one with what it branches from: coolhead rewind TRY --compare" if len(tries) > 1 else "There are no further tries at this call yet.")
    return Exit.DONE


def _branch(store: Store, tries: list[Try], one: Try) -> dict[str, object]:
    """A try with those that branch from it inside."""
    card = store.scorecard(one.row.id)
    return {
        "id": one.row.id,
        "try": one.number,
        "turn": one.row.parent_turn,
        "began": one.row.began.isoformat(),
        "finished": one.row.finished.isoformat() if one.row.finished else None,
        "ending": one.ended.ending.value if one.ended else None,
        "instead": one.instead or None,
        "scores": {name: score["value"] for name, score in json.loads(card)["scores"].items()} if card else None,
        "branches": [_branch(store, tries, other) for other in tries if other.row.parent == one.row.id],
    }


def _did(event: RepSaid | RepActed) -> str:
    return event.text if isinstance(event, RepSaid) else acted_line(event)


def _kept(attempt: str, scenario: str | None) -> tuple[Transcript, Scenario]:
    """The call meant, and the scenario it was played in. Raises UsageError for a test that still goes on."""
    if is_file(attempt):
        return call_in_file(Path(attempt), scenario)
    with open_store() as store:
        transcript, played_in = kept_call(store, attempt)
        if not may_take_again(transcript.events, practice=store.attempt(transcript.id).practice):
            raise UsageError(IN_A_TEST, f"Go on with it: coolhead resume {transcript.id[:8]}")
        return transcript, played_in


def _form(transcript: Transcript, card: Scorecard) -> dict[str, object]:
    return to_exchange(transcript, card.model_dump(mode="json"))
