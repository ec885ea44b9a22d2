"""Faults owned in few words, faults laid on the customer, and a yes to what the card denies, by the reader the product uses."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scenarios.acts import Act
from scenarios.library import find
from scenarios.reading import Reading
from scoring.reading import default_reader
from scoring.reading.context import context_of


def read(id_: str, said: str, customer: str = "") -> Reading:
    scenario = find(id_)
    context = context_of((), scenario)
    return default_reader().read(said, replace(context, customer=customer, heard=(customer,)) if customer else context)


@pytest.mark.parametrize(
    ("id_", "said", "fact"),
    [
        ("valley-thanks", "Eight was ours. It was a template that went out with no forecast behind it.", "eight-was-ours"),
        ("valley-thanks", "You were told eight and it was a template. That's on us.", "eight-was-ours"),
        ("estimated", "One's ours: somebody keyed {typed}, a swapped number, and you don't owe that part.", "wrong-figure"),
        ("hail", "We told you to get the lot priced on the 8th. That was our mistake.", "said-it"),
        (
            "filing-day",
            "Update went live our end at 14:52 and it cut your phone off the account. All three codes you typed were good. Our stuff up.",
            "our-release",
        ),
        ("in-the-bin", "thats our drivers fault, ur note said meter cupboard", "our-driver"),
        ("two-exits", "i typed 17 not 170, so thats on this end", "typed-17"),
        ("last-ferry", "crew. mate unfit, no relief till monday", "one-short"),
        ("last-ferry", "the mate went ashore unfit and there's no relief", "one-short"),
    ],
)
def test_a_fault_owned_beside_its_own_words_is_told(id_: str, said: str, fact: str) -> None:
    typed = next((f.true.split(" from ")[1].split(" when ")[0] for f in find("estimated").facts if f.id == "wrong-figure"), "")
    assert fact in read(id_, said.format(typed=typed)).tells


@pytest.mark.parametrize("said", ["Eight was ours.", "That was our fault.", "The school was shut and the parents waited. That's on us."])
def test_owning_that_says_nothing_of_the_fault_tells_none(said: str) -> None:
    assert "eight-was-ours" not in read("valley-thanks", said).tells


@pytest.mark.parametrize(
    ("id_", "said"),
    [
        ("lilies", "thats the undertakers fault"),
        ("in-the-bin", "thats your neighbours fault, your note said meter cupboard"),
        ("in-the-bin", "thats our customers fault, your note said meter cupboard"),
        ("two-exits", "you typed 17 not 170"),
        ("last-ferry", "I'm asking the crew"),
        ("grey-coat", "money back needs a receipt"),
    ],
)
def test_a_fault_laid_at_another_door_or_not_told_at_all_is_not_told(id_: str, said: str) -> None:
    assert not set(read(id_, said).tells) & {fact.id for fact in find(id_).facts if fact.fault == "ours"}


@pytest.mark.parametrize(
    "said",
    ["well I guess you clicked twice. anyway 4 pounds is going back to your card", "Maybe you pressed it twice.", "You probably clicked twice, two fees."],
)
def test_a_fault_of_ours_laid_on_the_customer_is_not_told(said: str) -> None:
    assert "double-fee" not in read("just-to-say", said).tells


def test_a_true_word_beside_a_guess_at_feelings_is_still_told() -> None:
    assert "double-fee" in read("just-to-say", "You pressed once and our page loaded twice. I guess that was a fright.").tells


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("Are you paying for the whole roof or aren't you?", "Yes."),
        ("Are you paying for the whole roof or aren't you?", "Yes, the whole roof, yes."),
        ("You pay the roof, I sign, we both have our lunch. Where's the difficulty?", "Yes, the whole roof, yes."),
    ],
)
def test_a_yes_to_what_the_card_denies_is_no_true_answer(asked: str, said: str) -> None:
    assert {s.act for s in read("hail", said, asked).acts if s.confidence >= 0.6} & {Act.FALSE_CLAIM, Act.OVERPROMISE}


def test_a_yes_that_only_takes_up_the_demand_promises_nothing() -> None:
    acts = {s.act for s in read("hail", "Yes, I see that you want the whole roof.", "Are you paying for the whole roof or aren't you?").acts}
    assert not acts & {Act.FALSE_CLAIM, Act.OVERPROMISE}


def test_what_argues_about_the_car_tells_no_fault_of_ours() -> None:
    assert "said-it" not in read("hail", "Your car was in perfect condition before the hail.").tells
