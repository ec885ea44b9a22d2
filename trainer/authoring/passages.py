"""A call in passages, a reply and all that came of it, so that two plays of the same replies can be laid side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from scenarios.transcript import Event
from trainer.call import Call
from trainer.commands import CommandError
from trainer.engine import State
from trainer.engine.desk import resolve, unknown
from trainer.headless import give
from trainer.replies import Reply, filled_replies

LEAVE = "/leave"
"""How leaving the call is written among the replies."""

Place = tuple[int, int]
"""Which passage of a call, and which event of it."""


class NotPlayedError(ValueError):
    """A reply that cannot be given, or another wish that cannot be met, now: one plain sentence."""


@dataclass(frozen=True)
class Passage:
    """One thing the rep did and all that came of it; the first passage of a call is its opening, without a reply."""

    reply: Reply | None
    events: tuple[Event, ...]
    state: State
    """as the engine stood afterwards"""
    hint: str = ""
    """in a guided call, the word in the trainee's ear that goes with it"""


def opening(call: Call) -> Passage:
    """The passage a call begins with."""
    return Passage(None, tuple(call.events), call.state, call.hint)


def passage(call: Call, reply: Reply) -> Passage:
    """Give one reply, its blanks filled as the scenario's were. Raises NotPlayedError where the call or the desk has no room for it."""
    (whole,) = filled_replies((reply,), call.scenario)
    if call.ended:
        raise NotPlayedError("The call is over.")
    if whole.do and resolve(call.scenario, whole.do) is None:
        raise NotPlayedError(unknown(call.scenario, whole.do))
    try:
        events = call.leave() if _leaves(call, whole) else give(call, whole)
    except CommandError as error:
        raise NotPlayedError(str(error)) from error
    return Passage(reply, events, call.state, call.hint)


def _leaves(call: Call, reply: Reply) -> bool:
    return reply.command.lower() == LEAVE and LEAVE[1:] not in call.scenario.desk.actions


def changes(before: Sequence[Passage], after: Sequence[Passage]) -> dict[Place, str]:
    """Where two plays of the same replies differ in what the customer says or the desk shows, and what stood there before."""
    found: dict[Place, str] = {}
    for n, (old, new) in enumerate(zip(before, after, strict=False)):
        stood: dict[str, list[str]] = {}
        for event in old.events:
            stood.setdefault(event.kind, []).append(words_of(event))
        for at, event in enumerate(new.events):
            was = stood[event.kind].pop(0) if stood.get(event.kind) else ""
            if words_of(event) != was:
                found[n, at] = was
    return found


def words_of(event: Event) -> str:
    """What an event puts before the rep; empty for what happens inside the customer."""
    if event.kind == "verdict":
        return "\n".join((event.text, *event.next))
    return event.text if event.kind == "replied" else event.result if event.kind == "acted" else ""


def typed(reply: Reply) -> str:
    """A reply as one would type it."""
    return reply.say or reply.command or " ".join((f"/{reply.do}", *reply.args.values()))


def reply_typed(text: str) -> Reply:
    """What was typed, as a reply."""
    text = text.strip()
    return Reply(0, command=text) if text.startswith("/") else Reply(0, say=text)
