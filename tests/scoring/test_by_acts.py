"""Chats no scenario goes with: each act earns less each time, each harm costs the same, and without a card truth is left alone."""

from __future__ import annotations

from itertools import pairwise

import pytest

from scenarios.acts import Act
from scenarios.transcript import RepSaid, Transcript
from scoring.rubric import load_rubric
from scoring.scorecard import scorecard
from scoring.scores import DIMENSIONS, Dimension
from tests.scoring.builders import Call, act

RUBRIC = load_rubric()
BASE = {d: RUBRIC.dimensions[d].base if (base := RUBRIC.by_acts[d].base) is None else base for d in DIMENSIONS}


@pytest.fixture(autouse=True)
def _no_tone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wording is tested with calmness: these sentences stand for what their marks say."""
    monkeypatch.setattr("scoring.tone.weights", dict)


def values(call: Call, *, card: bool = True) -> dict[Dimension, float]:
    scores = scorecard(call.transcript, None, card=card).scores
    return {d: value for d in DIMENSIONS if (value := scores[d].value) is not None}


def test_without_a_card_only_calmness_and_listening_are_scored_and_the_rest_says_why_not() -> None:
    call = Call().customer().rep("You waited all Friday.", act(Act.REFLECT_CONTENT))
    assert set(values(call, card=False)) == {"calmness", "listening"}
    scores = scorecard(call.transcript, None).scores
    assert all("card" in (scores[d].why_not or "") for d in ("honesty", "resolution"))
    assert set(values(call)) == set(DIMENSIONS)


def test_a_reply_that_does_nothing_leaves_the_score_at_its_base() -> None:
    assert values(Call().customer().rep("Hello there.", act(Act.COURTESY)).customer().rep("Right.")) == BASE


def test_the_same_act_pays_less_each_time_and_never_more_than_the_rubric_says() -> None:
    sentences = ("You waited all Friday.", "Nobody rang on Monday.", "The recital is tomorrow.", "The piano stands in the hall.")
    call, seen = Call(), [BASE["listening"]]
    for sentence in sentences:
        seen.append(values(call.customer().rep(sentence, act(Act.REFLECT_CONTENT)))["listening"])
    gains = [b - a for a, b in pairwise(seen)]
    assert all(a > b > 0 for a, b in pairwise(gains))
    assert seen[-1] - seen[0] < load_rubric().by_acts["listening"].earns[Act.REFLECT_CONTENT]


@pytest.mark.parametrize("harm", [Act.HOSTILE, Act.BLAME, Act.ARGUE, Act.INVALIDATE, Act.DEFLECT, Act.EVADE, Act.FALSE_CLAIM, Act.OVERPROMISE])
def test_a_harm_never_raises_a_score_and_lowers_one(harm: Act) -> None:
    good = "You waited all Friday."
    without = values(Call().customer().rep(good, act(Act.REFLECT_CONTENT)).customer().rep("Now then."))
    with_it = values(Call().customer().rep(good, act(Act.REFLECT_CONTENT)).customer().rep("Now then.", act(harm)))
    assert all(with_it[d] <= without[d] for d in DIMENSIONS)
    assert any(with_it[d] < without[d] for d in DIMENSIONS)


def test_stock_sympathy_and_padding_raise_nothing() -> None:
    call = Call().customer().rep("You waited all Friday.", act(Act.REFLECT_CONTENT))
    before = values(call)
    for _ in range(4):
        call.customer().rep("I hear you.", act(Act.ACK_GENERIC)).customer().rep("Good.")
    assert all(values(call)[d] <= before[d] for d in DIMENSIONS)


def test_the_customers_own_words_handed_back_earn_nothing() -> None:
    said = "your tuner never turned up on Friday morning"
    call = Call().customer(text=said)
    assert values(call.rep(said, act(Act.REFLECT_CONTENT))) == BASE


def test_the_value_is_the_base_and_its_rows() -> None:
    call = Call().customer().rep("You waited. That was us.", act(Act.REFLECT_CONTENT, "You waited."), act(Act.OWN, "That was us."))
    call.customer().rep("Calm down.", act(Act.INVALIDATE))
    for dimension, score in scorecard(call.transcript, None, card=True).scores.items():
        assert score.value == round(BASE[dimension] + sum(row.points for row in score.evidence), 1)
        assert all(row.says for row in score.evidence)


def test_harm_taken_back_soon_costs_half() -> None:
    call = Call().customer().rep("Did you drop it?", act(Act.BLAME))
    cost = BASE["calmness"] - values(call)["calmness"]
    call.customer().rep("I was out of line, sorry.", act(Act.APOLOGISE))
    assert BASE["calmness"] - values(call)["calmness"] == pytest.approx(cost / 2, abs=0.06)


def test_two_apologies_cost_no_calm_and_the_third_does() -> None:
    call = Call().customer().rep("I'm sorry.", act(Act.APOLOGISE)).customer().rep("So sorry about that.", act(Act.APOLOGISE))
    assert values(call)["calmness"] == BASE["calmness"]
    assert values(call.customer().rep("Again, sorry, sorry.", act(Act.APOLOGISE)))["calmness"] < BASE["calmness"]


def test_nothing_to_read_is_not_scored() -> None:
    assert values(Call().customer()) == {}
    only: Transcript = Call().customer().rep("zxq").transcript
    noise = tuple(e.model_copy(update={"reading": e.reading.model_copy(update={"words": 0})}) if isinstance(e, RepSaid) else e for e in only.events)
    assert scorecard(only.model_copy(update={"events": noise}), None, card=True).scores["calmness"].value is None
