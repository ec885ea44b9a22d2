"""Sentences of other trades and voices, and promises and claims held against small cards and what the log shows."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from scenarios.acts import Act
from scenarios.model import Scenario
from scenarios.reading import Reading
from scenarios.yaml_source import plain_values
from scoring.reading.protocol import Context
from scoring.reading.reader import RuleReader

HERE = Path(__file__).parent
TRADES: list[dict[str, Any]] = plain_values((HERE / "trades.yaml").read_text(encoding="utf-8"))
TRUTH: list[dict[str, Any]] = plain_values((HERE / "truth.yaml").read_text(encoding="utf-8"))
CARDS = {name: Scenario.model_validate(card) for name, card in plain_values((HERE / "cards.yaml").read_text(encoding="utf-8")).items()}


def read(card: str, text: str, *, done: tuple[tuple[str, dict[str, str]], ...] = (), customer: str | None = None, question: str | None = None) -> Reading:
    said = customer or CARDS[card].customer.opening
    return RuleReader().read(text, Context(scenario=CARDS[card], customer=said, heard=(said,), done=done, question=question))


@pytest.mark.parametrize("case", TRADES, ids=lambda c: c["say"][:48])
def test_a_reply_of_any_trade_is_read_by_what_it_does(case: dict[str, Any]) -> None:
    found = {s.act.value for s in RuleReader().read(case["say"], Context(customer=case["after"], heard=(case["after"],))).acts}
    assert set(case.get("is", ())) <= found, f"read as {sorted(found)}"
    assert not case.get("any") or set(case["any"]) & found, f"read as {sorted(found)}"
    assert not set(case.get("not", ())) & found, f"read as {sorted(found)}"


@pytest.mark.parametrize("case", TRUTH, ids=lambda c: c["say"][:48])
def test_lies_and_overpromises_are_told_from_honest_words(case: dict[str, Any]) -> None:
    reading = read(case["card"], case["say"], done=tuple((do, args) for do, args in case.get("done", ())))
    assert reading.has(Act.FALSE_CLAIM) or not case.get("lie")
    assert reading.has(Act.OVERPROMISE) or not case.get("over")
    assert not (case.get("clean") and reading.has(Act.FALSE_CLAIM, Act.OVERPROMISE))
    assert set(case.get("tells", ())) <= set(reading.tells)


def direct(reading: Reading, question: str) -> bool:
    return any(a.direct for a in reading.answers if a.question == question)


@pytest.mark.parametrize(
    ("asked", "said", "straight"),
    [
        ("Will it be there on Friday?", "No.", True),
        ("Is the pump ours?", "Yes.", True),
        ("When will it run again?", "It gets worse.", False),
        ("When will it run again?", "Wednesday morning.", True),
        ("When will it run again?", "I don't know yet, I'll ask the crew.", True),
        ("When will it run again?", "Please rest assured your satisfaction is our priority.", False),
        ("How many bottles can I have?", "They're in the yard behind the depot.", False),
        ("How many bottles can I have?", "200 of them.", True),
    ],
)
def test_an_answer_fits_its_question(asked: str, said: str, straight: bool) -> None:
    reading = RuleReader().read(said, Context(customer=asked, heard=(asked,)))
    assert direct(reading, "last") is straight


@pytest.mark.parametrize(
    "heap",
    [
        "I understand your concern about Saturday, suit, wedding, brother, Mysuru, Tuesday, phone.",
        "I understand suit wedding brother Mysuru Tuesday Saturday phone.",
        "#suit #wedding #brother #Mysuru",
        "Suit, suit, suit, wedding, suit, wedding, suit.",
        "T-118 PILLAI A, 3-pc navy, cloth 4.2 m out 05/05 > lent to T-104 ERR. Cut: NO.",
    ],
)
def test_a_heap_of_case_words_neither_hears_nor_answers_nor_tells(heap: str) -> None:
    reading = read("suit", heap, question="wedding/0")
    assert not reading.touches
    assert not reading.tells
    assert not reading.offers
    assert not any(a.direct for a in reading.answers)
    assert not reading.has(Act.SET_EXPECTATION, Act.REFLECT_CONTENT, Act.VALIDATE, Act.EXPLAIN)


@pytest.mark.parametrize(
    ("asked", "said", "lie"),
    [
        ("Will the water be back this afternoon?", "Yes.", True),
        ("Will the water be back this afternoon?", "Yes, absolutely.", True),
        ("Will the water be back this afternoon?", "No.", False),
        ("Is it true that I must ring again?", "Yes.", False),
        ("Will the water be back this afternoon?", "Yes, I see why you ask.", False),
    ],
)
def test_a_bare_yes_says_what_was_asked(asked: str, said: str, lie: bool) -> None:
    assert read("tap", said, customer=asked).has(Act.FALSE_CLAIM) is lie


def test_leaving_a_place_denies_being_there_and_never_leaving_it_does_not() -> None:
    kiln = CARDS["tap"].model_copy(
        update={
            "facts": (
                CARDS["tap"]
                .facts[0]
                .model_copy(update={"true": "the pump is still in our Galway depot", "told_if": ("it never left our depot in Galway",), "false_if": ()}),
            )
        }
    )

    def tells(text: str) -> bool:
        return bool(RuleReader().read(text, Context(scenario=kiln, customer="Where is it?", heard=("Where is it?",))).tells)

    assert tells("The pump is still in our Galway depot.")
    assert tells("It never left the Galway depot.")
    assert not tells("It isn't in the Galway depot.")
    assert not tells("It left our Galway depot.")
