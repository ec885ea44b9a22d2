"""The lines an author wrote for the customer, by their place in the file, and which of them a call held."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from scenarios.model import Scenario
from scenarios.transcript import CustomerSaid, Event, Verdict

_SLOT = re.compile(r"\{\w+\}")
_SHORTEST = 6
"""Letters of a line that must stand outside its blanks for it to be told apart."""


@dataclass(frozen=True)
class Written:
    """Every countable line of one scenario."""

    places: tuple[tuple[str, str], ...]
    """place in the file and the words to look for"""

    def said_in(self, events: Iterable[Event]) -> set[str]:
        """Places of the lines this call held."""
        spoken = "\n".join(event.text.lower() for event in events if isinstance(event, CustomerSaid | Verdict))
        return {place for place, words in self.places if words in spoken}


def lines_of(scenario: Scenario) -> Written:
    """The customer's own lines, without those too short to be told apart."""
    return Written(tuple((place, key) for place, line in _all(scenario) if len(key := _fixed_part(line)) >= _SHORTEST))


def _fixed_part(line: str) -> str:
    """The longest stretch of a line outside its blanks, as it can be found again whatever stands before or after."""
    return max((part.strip(" .?!").lower() for part in _SLOT.split(line)), key=len)


def _all(scenario: Scenario) -> Iterator[tuple[str, str]]:
    customer = scenario.customer
    for concern in scenario.concerns:
        yield from _numbered(f"concerns.{concern.id}.says", concern.says)
        yield from _numbered(f"concerns.{concern.id}.asks", (question.ask for question in concern.asks))
    yield from ((f"facts.{fact.id}.found_out", fact.found_out) for fact in scenario.facts if fact.found_out)
    for mix_up in scenario.misunderstandings:
        yield from _numbered(f"misunderstandings.{mix_up.id}.says", mix_up.says)
        if mix_up.thanks:
            yield f"misunderstandings.{mix_up.id}.thanks", mix_up.thanks
    yield from ((f"beats.{beat.id}.says", beat.says) for beat in scenario.beats)
    for name, outcome in scenario.outcomes.items():
        yield from _numbered(f"outcomes.{name}.says", outcome.says)
        yield from _numbered(f"outcomes.{name}.refuses", outcome.refuses)
    for move, lines in customer.lines.items():
        yield from _numbered(f"customer.lines.{move.value}", lines)
    for reaction, lines in customer.reactions.items():
        yield from _numbered(f"customer.reactions.{reaction.value}", lines)
    for slot, lines in customer.answers.items():
        yield from _numbered(f"customer.answers.{slot}", lines)
    for name, asked in customer.if_asked.items():
        yield from _numbered(f"customer.if_asked.{name}", asked.says)


def _numbered(place: str, lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    yield from ((f"{place}.{number}", line) for number, line in enumerate(lines, 1))
