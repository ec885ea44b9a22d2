"""The customer's questions in a previewed call, for its author: which are open, which a reply answered, and which it spoke to in words no card has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from scenarios.model import Question, Scenario
from scenarios.reading import Reading
from scenarios.transcript import RepSaid
from trainer.authoring.passages import Passage
from trainer.engine.state import State
from trainer.text import safe_line

LAST = "last"
"""How a reading names whatever the customer asked last, by card or not."""
_LONGEST = 120


def unanswered(scenario: Scenario, passages: Sequence[Passage]) -> Iterator[str]:
    """Questions the customer has put and the rep has not answered; with why, where a reply did speak to one."""
    state = passages[-1].state
    spoken = {name for before, after in pairwise(passages) if (name := _spoken_to(before.state, after))}
    for name, question in _cards(scenario).items():
        if name not in state.answered and (state.times(f"asked {name}") or name == state.asked):
            yield f"{name.rpartition('/')[0]}: {safe_line(question.ask, _LONGEST)}{_why_open(question) if name in spoken else ''}"


def answered(scenario: Scenario, reading: Reading, before: State) -> Iterator[str]:
    """The questions a reply answered, in the customer's words; one of no card is only told of where it stood last."""
    cards = _cards(scenario)
    for answer in reading.answers:
        crooked = "" if answer.direct else " (not straight)"
        if answer.question in cards:
            yield f"{safe_line(cards[answer.question].ask, _LONGEST)}{crooked}"
        elif before.asked not in cards:
            yield f"what they asked last, which is no question of the file{crooked}"


def spoken_to(scenario: Scenario, now: State, before: State, after: Passage) -> Iterator[str]:
    """The card's question this reply spoke to and left open, and why."""
    name = _spoken_to(before, after)
    question = _cards(scenario).get(name)
    if question and name not in now.answered:
        yield f"{safe_line(question.ask, _LONGEST)}{_why_open(question)}"


def _cards(scenario: Scenario) -> dict[str, Question]:
    return {f"{concern.id}/{n}": question for concern in scenario.concerns for n, question in enumerate(concern.asks)}


def _spoken_to(before: State, after: Passage) -> str:
    """The card's question that stood before this reply, where the reply was taken for some answer to it."""
    said = next((event for event in after.events if isinstance(event, RepSaid)), None)
    direct = said is not None and any(answer.question == LAST and answer.direct for answer in said.reading.fair().answers)
    return (before.asked or "") if direct else ""


def _why_open(question: Question) -> str:
    """Why an answer leaves the question open: it is not what the card calls its answer."""
    if question.answered_by:
        return f" (spoken to; it stays open until fact {question.answered_by} is told. If this did tell it, add the sentence to its told_if)"
    return " (spoken to; it stays open until something like its answer_if is said. If this was an answer, add the sentence there)"
