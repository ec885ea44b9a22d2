"""Plays a call from a list of replies with no one watching: for scripts, golden replies and measurement.

Nothing is kept and no clock is read, except the stopwatch a caller asks for.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from scenarios.model import Scenario
from scenarios.moves import Intensity
from scenarios.transcript import Event, Transcript
from scoring.reading.protocol import Reader
from trainer.call import Call
from trainer.commands import CommandError, parse_command
from trainer.errors import ContentError
from trainer.replies import Reply, filled_replies
from trainer.voices.protocol import Voice
from trainer.wiring import start_call


@dataclass(frozen=True)
class Played:
    """A call played to its end, or to where the replies ran out."""

    call: Call
    unused: int
    """replies left over after the end"""
    ran_out: bool
    """the replies were used up while the customer was still there"""

    @property
    def transcript(self) -> Transcript:
        return self.call.transcript


def play(
    scenario: Scenario,
    replies: Sequence[Reply],
    seed: int = 0,
    intensity: Intensity = Intensity.REAL,
    *,
    name: str = "replies",
    on_wait: Callable[[float], None] | None = None,
    speaker: Voice | None = None,
    reader: Reader | None = None,
) -> Played:
    """Play ``replies`` against ``scenario`` from the opening; see ``play_on``."""
    call, _ = start_call(scenario, seed, intensity, reader=reader)
    call.speaker = speaker
    return play_on(call, replies, name=name, on_wait=on_wait)


def play_on(call: Call, replies: Sequence[Reply], *, name: str = "replies", on_wait: Callable[[float], None] | None = None) -> Played:
    """Go on with a call; where the replies run out the rep has fallen silent, and the customer goes.

    ``on_wait`` hears the wall seconds each reply took until the customer's line. Raises ContentError, naming the line of
    ``name``, for a command the desk does not have.
    """
    used = 0
    for reply in filled_replies(replies, call.scenario):
        if call.ended:
            break
        used += 1
        began = time.perf_counter() if on_wait else 0.0
        _give(call, reply, name)
        if on_wait and reply.say:
            on_wait(time.perf_counter() - began)
    ran_out = not call.ended
    if ran_out:
        call.fall_silent()
    return Played(call, len(replies) - used, ran_out)


def give(call: Call, reply: Reply) -> tuple[Event, ...]:
    """Say or do one thing; the events it led to. Raises CommandError for a command the desk does not have."""
    if reply.command:
        return call.act(*parse_command(reply.command, call.scenario))
    if reply.do:
        return call.act(reply.do, dict(reply.args))
    return call.say(reply.say)


def _give(call: Call, reply: Reply, name: str) -> None:
    try:
        give(call, reply)
    except CommandError as error:
        raise ContentError(f"{name}:{reply.line}: {error}") from error
