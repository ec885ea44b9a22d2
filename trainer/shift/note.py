"""The note to the team that ends a shift: what ran through the calls, how many it touched, what would mend it.

Read like the desk's own reports (``resolution.passed-inside``): the cause is one the records hold, never one that sounds right.
Told in words and never in points: whether it is there, and the rule behind it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scenarios.acts import Act
from scenarios.model import Fact, Scenario
from scenarios.reading import Reading
from scoring.content import content_words
from scoring.ledger_rows import label
from scoring.reading.context import context_of
from scoring.reading.protocol import Reader
from trainer.shift.account import Held

LONGEST = 8_000
"""Characters of a note that are kept."""

_MENDS = (Act.PROPOSE, Act.COMMIT, Act.STATE_ACTION, Act.HANDOFF)
_ASKS = re.compile(
    r"\b(please|(should|must|ought to) be|needs? (to|an?)|let us|let's|could (we|you|somebody|someone)|stop|fix|mend|change|update|check|put|reported?|passed|sent)\b",
    re.I,
)
_BLAMES = (Act.BLAME, Act.INVALIDATE, Act.HOSTILE)
_OF_CUSTOMERS = re.compile(r"\b(customers?|callers?|people|they|them|she|he|her|him|mr|mrs|ms|miss)\b", re.IGNORECASE)
_NUMBER = re.compile(r"\d[\d,]*|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|both)\b", re.IGNORECASE)
_NUMBERS = dict(zip(("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"), range(2, 13), strict=True)) | {"both": 2}
_SHARED = 2
"""Words of a fault that a note must share to speak of it, where the reader does not know its sentence."""


class Check(Held):
    """One thing a good note holds, and whether this one does."""

    met: bool
    says: str


class NoteRead(Held):
    """The note, and how it was read."""

    text: str
    checks: tuple[Check, ...] = ()
    ran_through: str = ""
    """what the records show ran through the calls; told after the note, never before"""


@dataclass(frozen=True, kw_only=True)
class Pattern:
    """What the records show could be passed inside."""

    scenarios: tuple[Scenario, ...]
    facts: tuple[Fact, ...]
    thread: bool
    """whether one cause stood behind two calls or more"""

    @property
    def told(self) -> str:
        """In a sentence; empty where there was nothing."""
        if not self.facts:
            return ""
        if self.thread:
            return f"{len(self.scenarios)} of the calls had one cause: {'; '.join(fact.true.rstrip('.') for fact in self.facts)}."
        return f"No one cause ran through these calls. What there was a report for: {'; '.join(self.reports)}."

    @property
    def reports(self) -> tuple[str, ...]:
        """What the desks of these calls had a report for, once each."""
        labels = (label(name, action) for one in self.scenarios for name, action in one.desk.actions.items() if action.kind == "report")
        return tuple(dict.fromkeys(labels))


def pattern(scenarios: Sequence[Scenario]) -> Pattern:
    """What ran through these calls: the facts of one incident that several share, our own faults before others; else each fault there was a report for."""
    incident, calls = next(iter(Counter(s.incident for s in scenarios if s.incident).most_common(1)), ("", 0))
    if calls > 1:
        of = tuple(scenario for scenario in scenarios if scenario.incident == incident)
        often = Counter(fact.id for scenario in of for fact in scenario.facts)
        shared = tuple(fact for fact in of[0].facts if often[fact.id] > 1)
        return Pattern(scenarios=of, facts=tuple(fact for fact in shared if fact.fault == "ours") or shared, thread=True)
    alone = tuple(scenario for scenario in scenarios if any(action.kind == "report" for action in scenario.desk.actions.values()))
    return Pattern(scenarios=alone, facts=tuple(f for s in alone for f in s.facts if f.fault == "ours"), thread=False)


def read_note(text: str, scenarios: Sequence[Scenario], reader: Reader) -> NoteRead:
    """The note, read against the calls of the shift. Nothing typed is a note passed over."""
    said, found = text.strip()[:LONGEST], pattern(scenarios)
    if not said:
        return NoteRead(text="", ran_through=found.told)
    readings = [(scenario, reader.read(said, context_of((), scenario)).fair()) for scenario in (found.scenarios or scenarios[:1])]
    return NoteRead(text=said, checks=tuple(_checks(said, found, readings)), ran_through=found.told)


def _checks(text: str, found: Pattern, readings: Sequence[tuple[Scenario, Reading]]) -> Iterator[Check]:
    if found.facts:
        named = _names_cause(text, found, readings)
        yes = "It names the cause, as the records have it." if found.thread else "It names a fault that others will meet, as the record has it."
        yield Check(met=named, says=yes if named else "It does not name the cause. What went wrong on our side, in the words of the record?")
        counted = _counts(text, found)
        yield Check(
            met=counted, says="It says how many it touches." if counted else "It does not say how many it touches: the calls, or the figure on the record."
        )
    mends = bool(_ASKS.search(text)) or any(reading.has(*_MENDS) for _, reading in readings)
    yield Check(met=mends, says="It says what would mend it, or who has it now." if mends else "It does not say what would mend it, or who has it now.")
    blamed = _blames(text, readings)
    yield Check(met=not blamed, says=f"“{blamed}” puts it on the customers. Nobody can mend that." if blamed else "It puts nothing on the customers.")


def _names_cause(text: str, found: Pattern, readings: Sequence[tuple[Scenario, Reading]]) -> bool:
    ids = {fact.id for fact in found.facts}
    if any(ids & {*reading.tells, *(claim.fact for claim in reading.claims if claim.verdict == "true")} for _, reading in readings):
        return True
    said = content_words(text)
    return any(len(said & content_words(words)) >= _SHARED for words in (*found.reports, *(fact.true for fact in found.facts)))


def _counts(text: str, found: Pattern) -> bool:
    said = {_NUMBERS.get(word.lower()) or int(re.sub(r"\D", "", word) or 0) for word in _NUMBER.findall(text)}
    record = {int(digits) for scenario in found.scenarios for word in re.findall(r"\d[\d,]*", scenario.desk.record) if len(digits := word.replace(",", "")) < 8}
    told = {_NUMBERS[word.lower()] for fact in found.facts for word in _NUMBER.findall(fact.true) if word.lower() in _NUMBERS}
    return bool(said & ({len(found.scenarios)} if found.thread else set())) or bool({n for n in said if n > 1} & (record | told))


def _blames(text: str, readings: Sequence[tuple[Scenario, Reading]]) -> str:
    """The words that put it on the customers, where every reading has them; empty where none do."""
    of = [{text[a.start : a.end].strip() for a in reading.acts if a.act in _BLAMES and _OF_CUSTOMERS.search(text[a.start : a.end])} for _, reading in readings]
    return min(set.intersection(*of), default="") if of else ""
