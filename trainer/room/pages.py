"""What the driver can look up in mid-call, as sections: the case and the desk, the talk so far. For the screen; lines in the plain view."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from textwrap import wrap

from scenarios.model import Scenario
from scenarios.transcript import Event
from trainer.deskwork import acted_line, action_lines
from trainer.room.facts import facts_line
from trainer.room.telling import Section
from trainer.text import safe_line, safe_text

_SENTENCE = re.compile(r"(?<=[.!?…])\s+")


def desk_sections(scenario: Scenario, events: Sequence[Event], seed: int) -> Iterator[Section]:
    """Who you are, the record, the policy, what can be done; and which facts were drawn, where a call has more than one set of them."""
    about = tuple(safe_line(line) for line in (scenario.business, scenario.briefing) if line.strip())
    yield Section("The case", (*about, f"It is {scenario.now:%A %d %B, %H:%M}."))
    yield Section("Record", tuple(safe_text(scenario.desk.record).strip().splitlines()) or ("Nothing is noted.",))
    yield Section("Policy", tuple(safe_line(line) for line in scenario.desk.policy) or ("Nothing is laid down.",))
    lines = action_lines(scenario, events)
    yield Section("You can", tuple(f"{line.command}  {line.what}{f' ({line.limits})' if line.limits else ''}" for line in lines))
    if drawn := facts_line(scenario, seed):
        yield Section("This room", (drawn,))


def talk_section(events: Sequence[Event], name: str) -> Section:
    """The call so far."""
    lines = []
    for event in events:
        if event.kind in ("said", "replied"):
            lines.append(f"{name if event.kind == 'replied' else 'You'}: {safe_line(event.text)}")
        elif event.kind == "acted":
            lines.append(f"Desk: {safe_line(acted_line(event))}")
    return Section("The call so far", tuple(lines))


def spaced(text: str, width: int, height: int) -> str:
    """Words to be read from the back of a room, with as much space between them as there is: lines apart, or at least sentences."""
    text = safe_text(text).strip()
    sentences = [sentence for line in text.splitlines() for sentence in _apart(line, width)]
    wrapped = [wrap(sentence, max(20, width)) or [sentence] for sentence in sentences]
    for within, between in (("\n\n", "\n\n\n"), ("\n", "\n\n")):
        laid = between.join(within.join(lines) for lines in wrapped)
        if laid.count("\n") < height:
            return laid
    return text


def _apart(line: str, width: int) -> list[str]:
    """The sentences of a line; those that go together on one line stay together."""
    apart: list[str] = []
    for sentence in filter(None, _SENTENCE.split(line)):
        if apart and len(apart[-1]) + 1 + len(sentence) <= width:
            apart[-1] = f"{apart[-1]} {sentence}"
        else:
            apart.append(sentence)
    return apart


def time_left(seconds: float) -> str:
    """What a timer shows."""
    if seconds <= 0:
        return "time is over"
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02} left"
