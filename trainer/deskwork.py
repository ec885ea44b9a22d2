"""What a call's events look like on the desk: clock, actions left, log, promises, moods. Pure functions over events; no widget."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from trainer.text import safe_line
from trainer.words import minutes_word

if TYPE_CHECKING:
    from scenarios.model import Action, Scenario
    from scenarios.transcript import Ended, Event, Mood, RepActed, Verdict

BUILT_IN = {
    "hold": ("/hold 2m why", "Put the customer on hold; say how long and why"),
    "note": ("/note text", "Write a note for the next person"),
    "supervisor": ("/supervisor", "Hand the call to your supervisor; this ends it"),
}
"""Actions every desk has: how to type them, and what they do."""


@dataclass(frozen=True)
class ActionLine:
    """One action as the desk lists it."""

    do: str
    command: str
    """how to type it: ``/refund 48``"""
    what: str
    limits: str
    """limit, time and times left, in words"""


def elapsed(events: Sequence[Event]) -> int:
    """Simulated seconds since the call opened."""
    return sum(e.seconds for e in events if e.kind in ("said", "acted"))


def clock(scenario: Scenario, events: Sequence[Event]) -> tuple[datetime, int]:
    """The simulated time now and the seconds passed since the opening."""
    passed = elapsed(events)
    return scenario.now + timedelta(seconds=passed), passed


def moods(events: Sequence[Event]) -> list[tuple[int, Mood]]:
    """(turn, mood) of every customer turn, in order."""
    return [(e.turn, e.mood) for e in events if e.kind == "moved"]


def ended(events: Sequence[Event]) -> Ended | None:
    """How the call ended; None while it runs."""
    return next((e for e in reversed(events) if e.kind == "ended"), None)


def verdict(events: Sequence[Event]) -> Verdict | None:
    """The customer's verdict; None before it is spoken."""
    return next((e for e in reversed(events) if e.kind == "verdict"), None)


def reply_number(events: Sequence[Event], turn: int) -> int:
    """How many replies the rep had sent by this turn, this one included."""
    return sum(1 for e in events if e.kind == "said" and e.turn <= turn)


def words_at(events: Sequence[Event], turn: int) -> str:
    """What was said or done in a turn; empty for a turn that has no words."""
    for event in events:
        if event.turn == turn and event.kind in ("said", "replied"):
            return event.text
        if event.turn == turn and event.kind == "acted":
            return acted_line(event)
    return ""


def acted_line(event: RepActed) -> str:
    """A use of the desk as one line: what was typed and what the desk showed."""
    given = " ".join(value for value in event.args.values() if value)
    return f"/{event.do} {given}".rstrip() + f": {event.result}"


def action_lines(scenario: Scenario, events: Sequence[Event]) -> list[ActionLine]:
    """The scenario's own actions, then those every desk has."""
    used = [e.do for e in events if e.kind == "acted" and e.ok]
    own = [_line(do, action, used.count(do), used) for do, action in scenario.desk.actions.items()]
    built_in = [ActionLine(do, command, what, "") for do, (command, what) in BUILT_IN.items() if do not in scenario.desk.actions]
    return own + built_in


def _line(do: str, action: Action, used: int, done: Sequence[str]) -> ActionLine:
    return ActionLine(
        do=do,
        command=f"/{do} {action.up_to.plain_value}" if action.up_to else f"/{do}",
        what=safe_line(action.what or do.replace("-", " ")),
        limits=", ".join(_limits(action, used, done)),
    )


def _limits(action: Action, used: int, done: Sequence[str]) -> Iterator[str]:
    if action.up_to:
        yield f"up to {action.up_to.spoken}"
    if action.takes:
        yield f"takes {minutes_word(action.takes)}"
    if action.arrives:
        yield f"arrives {safe_line(action.arrives)}"
    missing = [need for need in action.needs if need not in done]
    if missing:
        yield "first " + " and ".join(f"/{need}" for need in missing)
    if used >= action.times:
        yield "done"
    elif action.times > 1:
        yield f"{action.times - used} of {action.times} left"


def due_words(due: datetime | None, today: object) -> str:
    """``by 17:00``, with its day where that is another; empty where no time was named."""
    if due is None:
        return ""
    return f"by {due:%H:%M}" if due.date() == today else f"by {due:%a} {due.day} {due:%b} {due:%H:%M}"


def mood_story(events: Sequence[Event]) -> str:
    """The anger of a call in one sentence: start, end and the worst reply."""
    felt = moods(events)
    if not felt:
        return "There was no customer turn to draw."
    first, last = felt[0][1].anger, felt[-1][1].anger
    story = f"Anger {first:.0f} at the start, {last:.0f} at the end"
    rises = [(now[1].anger - before[1].anger, now[0]) for before, now in pairwise(felt)]
    worst = max(rises, default=(0.0, 0))
    if worst[0] >= 1:
        story += f", worst after your reply {max(1, reply_number(events, worst[1]))} ({worst[0]:.0f} up)"
    return story + "."
