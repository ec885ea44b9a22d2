"""What can be looked up before and during a call, as flat lines: scenario list, briefing, record, policy, desk, rubric, help."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from scenarios.model import Scenario
from scenarios.transcript import Event
from scoring.rubric import describe
from trainer.desksearch import search
from trainer.deskwork import action_lines, clock
from trainer.open_rubric import sections
from trainer.picking.listed import Listed, mark, played_line
from trainer.plain.lines import lengths_spoken, marks_spoken
from trainer.rubrics import rubric_in_use
from trainer.text import safe_line
from trainer.undertaken import steps
from trainer.words import LEVEL_WORDS, minutes_word

HELP = (
    "Type your reply and press Enter. End a line with a backslash to go on in the next line.",
    "/desk: what you can do, and what you undertook. /record: what the record says. /policy: what you may decide. /find WORDS: look in all three.",
    "/briefing: all of it again. /rubric: how you are scored. /words: what the terms told last mean. /log: the call so far. /again: the customer's last line once more. /voice: what words the customer's lines, and how to change it.",
    "In practice. /mood: the customer's mood. /rewind: take one of your turns again. /coach: a coach looks at each draft, or no longer does.",
    "/pause: stop for now. /leave: leave the call; nothing is held against you.",
    "A word that is a command, alone on a line, is not sent; with a dot after it, it is.",
)


def catalogue_lines(shown: Iterable[Listed]) -> Iterator[str]:
    """A numbered list of scenarios."""
    for number, one in enumerate(shown, 1):
        parts = (
            one.title,
            f"Trade: {one.trade}",
            f"Level {one.level}, {LEVEL_WORDS[one.level]}",
            f"{one.minutes:.0f} minutes",
            _began(mark(one)),
            f"Pack: {safe_line(one.pack)}" if one.pack else "",
            _began(played_line(one)),
        )
        yield f"{number}. {'. '.join(filter(None, parts))}."


def _began(words: str) -> str:
    """Words at the head of a sentence; what stands within them, such as a month, keeps its capital."""
    return words[:1].upper() + words[1:]


def briefing_lines(scenario: Scenario, *, scored: bool = True) -> Iterator[str]:
    """Who you are, who is there, what the desk allows and, where ``scored``, what is scored."""
    yield f"Scenario: {scenario.title}. Trade: {scenario.trade}. Level {scenario.level}, {LEVEL_WORDS[scenario.level]}."
    if scenario.business:
        yield f"Business: {safe_line(scenario.business)}"
    if scenario.briefing:
        yield f"Briefing: {safe_line(scenario.briefing)}"
    yield f"It is {scenario.now:%A %d %B %Y, %H:%M}. {scenario.customer.name} is in the chat."
    yield from record_lines(scenario)
    yield from policy_lines(scenario)
    yield from desk_lines(scenario, ())
    if scored:
        yield from describe(rubric_in_use())


def record_lines(scenario: Scenario) -> Iterator[str]:
    """The customer's record."""
    lines = [line.strip() for line in scenario.desk.record.splitlines() if line.strip()]
    yield from (f"Record: {marks_spoken(line)}" for line in lines or ["nothing is noted."])


def policy_lines(scenario: Scenario) -> Iterator[str]:
    """What the rep may decide, and what nobody at this desk can do."""
    yield from (f"Policy: {line}" for line in scenario.desk.policy or ("nothing is laid down.",))


def desk_lines(scenario: Scenario, events: Sequence[Event]) -> Iterator[str]:
    """Every action with its limits, the simulated time and what was promised so far."""
    if events:
        now, passed = clock(scenario, events)
        yield f"Time: {now:%A %H:%M}, {lengths_spoken(minutes_word(passed))} into the call. Also on your desk: /record and /policy."
    for line in action_lines(scenario, events):
        yield f"Action: {line.command}: {line.what}" + (f" ({lengths_spoken(line.limits)})" if line.limits else "")
    yield from undertaken_lines(scenario, events)


def undertaken_lines(scenario: Scenario, events: Sequence[Event]) -> Iterator[str]:
    """What the rep undertook, what is still open first."""
    for step in steps(scenario, events):
        due = f" {step.due}" if step.due else ""
        state = f"still to do{due}, with {step.how}" if step.open else f"done{due}" if step.done else f"said{due}; nothing at this desk does it"
        yield f"You undertook: {step.words.rstrip('.')}. {state[:1].upper()}{state[1:]}."


def search_lines(scenario: Scenario, wanted: str) -> Iterator[str]:
    """The lines of the desk that hold the words looked for."""
    found = search(scenario, wanted)
    yield from (f"{one.where}: {one.line}" for one in found)
    if not found:
        yield f"Nothing on the desk has: {wanted}." if wanted.strip() else "Type what to look for: /find refund"


def rubric_lines() -> Iterator[str]:
    """Every criterion of the open rubric."""
    rubric = rubric_in_use()
    yield f"Rubric {rubric.version}."
    for part in sections(rubric):
        begins = "" if part.base is None else f", from {part.base:.0f} points"
        yield f"{part.title}{begins}: {part.about}"
        yield from (f"  {line}" for line in part.lines)
