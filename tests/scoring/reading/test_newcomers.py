"""What newcomers were read wrongly for: advice, owning in few words, blame said politely, and mere reports."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from scenarios.acts import Act
from scenarios.load import load_file
from scenarios.model import Scenario
from scenarios.reading import Reading
from scoring.reading import default_reader
from scoring.reading.meaning import crossed, phrase
from scoring.reading.protocol import Context

LIBRARY = Path(__file__).parents[3] / "scenarios" / "library"


@cache
def scenario(name: str) -> Scenario:
    return load_file(next(LIBRARY.rglob(f"{name}.yaml")))


def read(name: str, text: str) -> Reading:
    said = scenario(name).customer.opening
    return default_reader().read(text, Context(scenario=scenario(name), customer=said, heard=(said,)))


def sure(reading: Reading) -> set[Act]:
    return {span.act for span in reading.acts if span.confidence >= 0.5}


@pytest.mark.parametrize(
    "text",
    [
        "is Emlyn breathless, blue round the lips, or drowsy? Any of those, ring 999 now, don't wait for me.",
        "If he's blue or drowsy ring 999 now, don't wait for me.",
    ],
)
def test_advice_with_a_dont_in_another_clause_tells_the_fact(text: str) -> None:
    reading = read("valley-oxygen", text)
    assert "ambulance-first" in reading.tells
    assert Act.FALSE_CLAIM not in sure(reading)


@pytest.mark.parametrize("text", ["Don't ring 999, wait for our crew.", "No need to ring 999 yet.", "There's no need to ring 999, he'll be fine."])
def test_advice_against_what_the_card_bids_stays_false(text: str) -> None:
    reading = read("valley-oxygen", text)
    assert "ambulance-first" not in reading.tells
    assert Act.FALSE_CLAIM in sure(reading)


def test_what_one_forbids_and_the_other_bids_is_crossed() -> None:
    assert crossed(phrase("Don't touch the boiler, ring us."), phrase("touch the boiler and do not ring"))
    assert not crossed(phrase("Ring us, don't wait."), phrase("ring us now"))


def test_sorry_for_what_the_customer_told_is_no_untruth() -> None:
    assert Act.FALSE_CLAIM not in sure(read("in-the-bin", "I am so sorry your parcel went in the bin."))


@pytest.mark.parametrize(
    ("name", "fact", "text"),
    [
        ("just-to-say", "double-fee", "Our page took it twice, you clicked once."),
        ("in-the-bin", "our-driver", "our driver put it in the recycling bin. That was us."),
        ("grey-coat", "needless-no", "on Saturday our York shop sent you off without even taking your name. That was wrong of us."),
        ("grey-coat", "needless-no", "We got that wrong on Saturday."),
    ],
)
def test_a_fault_owned_in_few_words_is_told(name: str, fact: str, text: str) -> None:
    assert fact in read(name, text).tells


@pytest.mark.parametrize(
    "text", ["That was wrong of us.", "If our driver put it in the recycling bin, that was us.", "We got the delivery slot wrong, that's on us."]
)
def test_owning_nothing_in_particular_tells_no_fault(text: str) -> None:
    assert not read("in-the-bin", text).tells


@pytest.mark.parametrize(
    "text",
    [
        "That is really not our fault, you should have read the terms.",
        "You should have checked what you typed before you pressed the button.",
        "You should have rung us yourself when it did not come.",
    ],
)
def test_you_should_have_is_blame_and_owns_or_hears_nothing(text: str) -> None:
    reading = read("in-the-bin", text)
    assert Act.BLAME in sure(reading)
    assert not sure(reading) & {Act.OWN, Act.VALIDATE}
    assert not reading.touches


@pytest.mark.parametrize(
    "text", ["You should have been told on the day.", "You waited longer than you should have waited.", "There's no reason you should have checked."]
)
def test_what_was_owed_to_the_customer_is_no_blame(text: str) -> None:
    assert Act.BLAME not in sure(read("in-the-bin", text))


@pytest.mark.parametrize(
    "text",
    [
        "Tell Robyn from me: 61 people got caught by that page, grown-ups most of them. We've known since August and never put a warning up. That's on us, not her.",
        "Busy day.",
    ],
)
def test_words_that_own_or_greet_and_are_aimed_at_nobody_are_no_slight(text: str) -> None:
    for name in ("turnstile", "valley-oxygen"):
        assert not sure(read(name, text)) & {Act.HOSTILE, Act.BLAME}


@pytest.mark.parametrize(
    "text", ["I'll send a letter by Friday and I've reported that template.", "Don't worry, I'll send you that letter by six, and it's only the fan."]
)
def test_a_report_or_a_comfort_beside_a_promise_is_none(text: str) -> None:
    (one,) = read("turnstile", text).promises
    assert "I'll" in one.what
    assert "reported" not in one.what
    assert "fan" not in one.what


@pytest.mark.parametrize(
    "text", ["You ordered a 40 and the cake says 30.", "The order says 40, the cake says 30.", "You ordered Happy 40th and the cake says 30th."]
)
def test_a_truth_with_both_figures_is_not_the_lie_that_has_one(text: str) -> None:
    assert Act.FALSE_CLAIM not in sure(read("first-cake", text))
    assert Act.FALSE_CLAIM in sure(read("first-cake", "You ordered a 30."))
