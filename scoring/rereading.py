"""Reads the replies of a kept transcript again, with another reader: only ever on command.

What the customer did and said stays as it was played; a reply is read from what stood before it, as it was then.
"""

from __future__ import annotations

from scenarios.model import Scenario
from scenarios.transcript import Event, RepSaid, Transcript
from scoring.reading.context import context_of
from scoring.reading.protocol import Reader


def read_again(transcript: Transcript, scenario: Scenario | None, reader: Reader) -> Transcript:
    """The transcript with every reply's reading made anew."""
    events: list[Event] = []
    for event in transcript.events:
        if isinstance(event, RepSaid):
            event = event.model_copy(update={"reading": reader.read(event.text, context_of(events, scenario, event.seconds))})
        events.append(event)
    return transcript.model_copy(update={"events": tuple(events)})
