"""How hurried and second-language reps really write, against the library's own cards: what they must not be charged with."""

from __future__ import annotations

import pytest

from scenarios.acts import Act
from scenarios.library import find
from scenarios.reading import Reading
from scoring.reading.protocol import Context
from scoring.reading.reader import RuleReader


def read(scenario_id: str, text: str, customer: str = "") -> Reading:
    scenario = find(scenario_id)
    return RuleReader().read(text, Context(scenario=scenario, customer=customer, heard=(scenario.customer.opening, customer)))


@pytest.mark.parametrize("said", ["We have only 26 green copies here.", "we have 26 here, not 64", "I have seven more in an open box."])
def test_having_something_is_no_claim_that_something_was_done(said: str) -> None:
    assert not [claim for claim in read("sixty-four-scores", said).claims if claim.verdict == "false"]


@pytest.mark.parametrize(
    "said",
    [
        "your on the every other week plan, so next pickup is thurs the 11th",
        "u read bi-weekly as twice a week, our plan is every 2 weeks",
        "Biweekly with us means once every two weeks, not twice a week.",
    ],
)
def test_a_mix_up_is_cleared_in_ones_own_spelling(said: str) -> None:
    reading = read("three-mornings", said)
    assert reading.clears == ("bi-weekly",)
    assert not reading.has(Act.FALSE_CLAIM)


def test_the_policy_read_out_clears_and_tells_nothing() -> None:
    reading = read("three-mornings", " ".join(find("three-mornings").desk.policy))
    assert (reading.clears, reading.tells, reading.touches) == ((), (), ())


def test_looking_for_a_remedy_is_not_yet_offering_it() -> None:
    assert not read("before-five", "Let me look for an engineer near you who has a board on the van.").offers


@pytest.mark.parametrize("said", ["oh no, thats a lot on your own. i hope shes home soon.", "Monday I can do. Before that, maybe tonight, I'd need to check."])
def test_a_wish_and_a_need_to_check_are_no_dodge(said: str) -> None:
    assert not read("three-mornings", said, customer="when is it coming?").has(Act.EVADE)


def test_a_half_true_sentence_is_weighed_by_both_its_halves() -> None:
    said = "nobody rang because your call-back went on a list no one reads, and the lady on Thursday did not know that."
    reading = read("before-five", said)
    assert "dead-list" in reading.tells
    assert not reading.has(Act.FALSE_CLAIM)


@pytest.mark.parametrize("said", ["same one, 31806", "31806", "the first one"])
def test_a_number_or_one_of_several_answers_which(said: str) -> None:
    assert any(one.direct for one in read("sixty-four-scores", said, "And which order would that be?").answers)


@pytest.mark.parametrize("said", ["same to you", "the one and only"])
def test_what_names_none_answers_no_which(said: str) -> None:
    assert not any(one.direct for one in read("sixty-four-scores", said, "And which order would that be?").answers)
