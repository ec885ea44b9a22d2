"""What a request may hold of a call: the one place where hidden things are left behind.

A request is made from what was shown and from what the customer knows of themselves. Concerns not yet said, what they would
take, facts, moods in numbers and the rubric stay here.
"""

from __future__ import annotations

from collections.abc import Sequence

from scenarios.edition import edition_of
from scenarios.model import Scenario
from scenarios.moves import Band, Intensity
from scenarios.transcript import CustomerMoved, CustomerSaid, Event, Opened, RepSaid
from trainer.voices.own_words import question_of
from trainer.voices.request import MoveRequest, PersonaCard, Turn, Who

MOST_TURNS = 80
"""Turns of the talk handed on; a model is shown fewer."""


def request_for(scenario: Scenario, events: Sequence[Event], moved: CustomerMoved, *, written: str, manner: str = "") -> MoveRequest:
    """The request for ``moved``, which is the last of ``events``; ``manner`` describes how this customer writes."""
    opened = next((event for event in events if isinstance(event, Opened)), None)
    rough = opened.intensity if opened else Intensity.REAL
    band = Band.of(moved.mood.anger)
    concern = scenario.concern(moved.about) if moved.about else None
    return MoveRequest(
        act=moved.move,
        band=band,
        written=written,
        persona=persona_card(scenario, manner),
        concern=concern.what if concern else "",
        question=question_of(scenario, moved) if moved.question else "",
        facts=_facts(scenario, moved, events),
        talk=talk_of(events)[-MOST_TURNS:],
        intensity=rough,
        personal=scenario.customer.abusive and rough is Intensity.RAW and band is Band.FURIOUS,
        fixed=moved.says is not None,
        call=f"{scenario.scenario}/{opened.seed if opened else 0}",
        turn=moved.turn,
        seed=opened.seed if opened else 0,
    )


def persona_card(scenario: Scenario, manner: str = "") -> PersonaCard:
    """Who the customer is, for the whole call."""
    customer, edition = scenario.customer, edition_of(scenario)
    return PersonaCard(
        name=customer.name,
        about=" ".join(customer.about.split()),
        manner=manner,
        business=" ".join((scenario.business or scenario.trade).split()),
        samples=(customer.opening,),
        language=(edition.language if edition and edition.language else "en"),
    )


def talk_of(events: Sequence[Event]) -> tuple[Turn, ...]:
    """What both sides saw, oldest first."""
    said = ((Who.CUSTOMER if isinstance(event, CustomerSaid) else Who.REP, event.text) for event in events if isinstance(event, CustomerSaid | RepSaid))
    return tuple(Turn(who, text) for who, text in said)


def _facts(scenario: Scenario, moved: CustomerMoved, events: Sequence[Event]) -> tuple[str, ...]:
    """What the customer may name: themselves, the firm, their own data, what they have brought up, what this turn is about."""
    raised = {event.about for event in events if isinstance(event, CustomerMoved)}
    voiced = tuple(line for concern in scenario.concerns if concern.id in raised for line in (concern.what, *concern.says))
    own = (scenario.customer.name, scenario.customer.about, scenario.business, *scenario.desk.known.values())
    return tuple(dict.fromkeys(text for text in (*own, *voiced, *moved.slots.values()) if text))
