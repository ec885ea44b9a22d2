"""What the rep could see when writing, gathered from the events before the reply."""

from __future__ import annotations

from collections.abc import Iterable

from scenarios.model import Scenario
from scenarios.transcript import CustomerMoved, CustomerSaid, Event, RepActed, RepSaid
from scoring.reading.protocol import Context


def context_of(events: Iterable[Event], scenario: Scenario | None, typing: int = 0) -> Context:
    """The context of a reply that follows ``events``. Moods and moves stay out; only the question's id is taken.

    ``customer`` is what the customer said since the rep's last reply; where two replies follow one another it is still
    the turn that both answer. It is the script's words also where a model worded them, so that no model moves a reading.
    ``typing``: simulated seconds the reply itself takes, for "in a minute" counts from when it is sent.
    """
    heard: list[str] = []
    earlier: list[str] = []
    latest: list[str] = []
    done: list[tuple[str, dict[str, str]]] = []
    question: str | None = None
    refused: list[str] = []
    passed = typing
    answered = False
    for event in events:
        passed += event.seconds if isinstance(event, RepSaid | RepActed) else 0
        if isinstance(event, CustomerMoved | CustomerSaid) and answered:
            refused.clear()
        if isinstance(event, CustomerMoved):
            if answered:
                latest, answered = [], False
            question = event.question
        elif isinstance(event, CustomerSaid):
            if answered:
                latest, answered = [], False
            heard.append(event.meaning)
            latest.append(event.meaning)
        elif isinstance(event, RepSaid):
            earlier.append(event.text)
            answered = True
        elif isinstance(event, RepActed) and event.ok:
            done.append((event.do, dict(event.args)))
            if not _only_looks(event.do, scenario):
                refused.clear()
        elif isinstance(event, RepActed) and all(id_ != event.do for id_, _ in done):
            refused.append(event.do)
    return Context(
        scenario=scenario,
        customer="\n".join(latest),
        question=question,
        heard=tuple(heard),
        earlier=tuple(earlier),
        done=tuple(done),
        refused=tuple(refused),
        passed=passed,
    )


def _only_looks(do: str, scenario: Scenario | None) -> bool:
    action = scenario.desk.actions.get(do) if scenario else None
    return action is not None and action.kind == "check"
