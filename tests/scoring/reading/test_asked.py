"""What a reply asks outright, in any words, wherever in the reply it stands; and what it does not ask."""

from __future__ import annotations

import pytest

from scenarios.acts import Act
from scenarios.library import find
from scoring.reading import default_reader
from scoring.reading.context import context_of
from scoring.reading.reader import RuleReader

OXYGEN = find("valley-oxygen")
OWN = frozenset(OXYGEN.customer.if_asked)

ASKED = [
    ("Can he get his breath?", "breathing"),
    ("Is Emlyn having any trouble breathing at the moment?", "breathing"),
    ("Nobody rang you and that was us. Before anything else, is he struggling to breathe? I am looking for a battery now.", "breathing"),
    ("Have his lips or fingertips gone blue?", "colour"),
    ("I am so sorry, and I need to ask what colour his lips are. What colour are his lips?", "colour"),
    ("Is he making sense when he talks?", "awake"),
    ("Did you ring for an ambulance?", "rung-999"),
    ("Anyone else at home?", "with-you"),
    ("Has he got a blanket?", "warm"),
    ("Is there a spare bottle?", "spare-oxygen"),
    ("What setting is the oxygen at?", "dial"),
]
NOT_ASKED = [
    "What's your order number?",
    "When did it stop?",
    "Shall I send him now?",
    "Would quarter to ten be all right?",
    "Is there anything else I can help with?",
    "If he gets short of breath ring 999 before you do anything else.",
    "You have been in the dark since three listening to him breathe.",
    "How many lights are left?",
]


def asked(text: str) -> set[str]:
    return {slot.slot for slot in default_reader().read(text, context_of((), OXYGEN)).slots} & OWN


@pytest.mark.parametrize(("text", "id_"), ASKED)
def test_a_question_is_known_in_other_words(text: str, id_: str) -> None:
    assert id_ in asked(text)


@pytest.mark.parametrize("text", NOT_ASKED)
def test_what_asks_something_else_is_not_answered_for(text: str) -> None:
    assert asked(text) == set()


def test_what_was_asked_stands_in_for_no_datum_on_the_record() -> None:
    reading = default_reader().read("Have you rung 999?", context_of((), OXYGEN))
    assert not [slot for slot in reading.slots if slot.known]


@pytest.mark.parametrize("text", ["Is he short of breath?", "Do you have a spare cylinder?"])
def test_the_rules_alone_know_the_plainest_way_to_ask(text: str) -> None:
    slots = RuleReader().read(text, context_of((), OXYGEN)).slots
    assert {slot.slot for slot in slots} & OWN


def test_a_question_one_may_ask_makes_light_of_nothing() -> None:
    found = default_reader().read("Do you think she might hurt herself?", context_of((), find("results")))
    assert [span.act for span in found.acts] == [Act.ASK_CLOSED]
