"""Agreeing, doing, telling, going: how calls end and what that is worth."""

from __future__ import annotations

import pytest

from scenarios.acts import Act
from scenarios.moves import Ending, Move
from scenarios.transcript import Ended
from tests.trainer.engine.case import Played, case, opened
from trainer.engine.endings import verdict
from trainer.engine.feelings import Delta, Feelings

OFFER = ("refund", "refund", 48)


def ready(seed: int = 2) -> Played:
    """A customer who has been heard and has the fault explained."""
    call = opened(seed=seed).say(Act.REFLECT_CONTENT, Act.REFLECT_FEELING, touches=["leak", "call"])
    return call.say(Act.OWN, Act.EXPLAIN, Act.REFLECT_CONTENT, Act.VALIDATE, touches=["party"], tells=["seal", "queue"])


def how(call: Played) -> Ended:
    assert call.ended is not None
    return call.ended


def test_offer_yes_done_told_and_thanks() -> None:
    call = ready().say(Act.PROPOSE, Act.SET_EXPECTATION, offers=[OFFER])
    assert (call.last.move, call.last.about, call.ended) == (Move.ACCEPT, "refund", None)
    call.do("refund", amount="48").say(Act.STATE_ACTION, true_action="refund")
    assert call.last.move in (Move.THANK, Move.CLOSE)
    assert (how(call).ending, how(call).outcome, how(call).worth) == (Ending.ACCEPTED, "refund", 1.0)


def test_taking_an_offer_calms() -> None:
    before = ready()
    anger = before.last.mood.anger
    assert before.say(Act.PROPOSE, offers=[OFFER]).last.mood.anger < anger - 8


def test_agreed_and_not_done_is_pressed_for_and_in_the_end_left_unfinished() -> None:
    call = ready().say(Act.PROPOSE, Act.SET_EXPECTATION, offers=[OFFER]).say(Act.COURTESY)
    assert call.last.move is Move.PRESS
    for _ in range(3):
        call.say(Act.COURTESY)
    assert how(call).ending is Ending.UNFINISHED
    assert how(call).worth < 1


def test_done_before_it_was_offered_counts_as_offered_and_done() -> None:
    call = ready().do("refund", amount="48").say(Act.STATE_ACTION, Act.SET_EXPECTATION, true_action="refund")
    assert call.last.move is Move.ACCEPT
    call.say(Act.CONFIRM_CLOSE)
    assert how(call).ending is Ending.ACCEPTED


def test_less_than_the_least_amount_is_refused_and_does_not_deliver() -> None:
    call = ready().say(Act.PROPOSE, offers=[("refund", "refund", 15)])
    assert call.last.move is Move.REFUSE
    call.say(Act.PROPOSE, offers=[OFFER]).do("refund", amount="15").say(Act.STATE_ACTION, true_action="refund")
    assert call.ended is None


def test_second_best_ends_partly() -> None:
    call = ready().do("check-shop").say(Act.HONEST_NO, Act.PROPOSE, offers=[("reserve", "collect")])
    assert call.last.move is Move.ACCEPT
    call.do("reserve").say(Act.STATE_ACTION, true_action="reserve")
    assert (how(call).ending, how(call).worth) == (Ending.PARTLY, 0.75)


def test_an_outcome_without_an_action_needs_only_a_yes() -> None:
    scenario = case(outcomes={"truth": {"worth": 0.9, "takes_if": "I will tell you exactly what happened"}}, customer={"would_accept": ["truth"]})
    call = opened(scenario, 2).say(Act.REFLECT_CONTENT, Act.REFLECT_FEELING, touches=["leak", "call"])
    call.say(Act.OWN, Act.HONEST_NO, Act.EXPLAIN, tells=["seal"], offers=[(None, "truth")])
    assert call.last.move is Move.ACCEPT
    assert how(call.leave()).ending is Ending.ACCEPTED


def test_what_the_customer_would_not_take_is_refused_unless_it_is_the_honest_best() -> None:
    outcomes = {"refund": {"worth": 1.0}, "part": {"worth": 0.8, "takes_if": "half of it"}}
    scenario = case(outcomes=outcomes, customer={"would_accept": ["refund"]})

    def after(*acts: Act) -> Move:
        call = opened(scenario, 2).say(Act.REFLECT_CONTENT, Act.REFLECT_FEELING, touches=["leak", "call"])
        call.say(Act.OWN, Act.EXPLAIN, Act.REFLECT_CONTENT, Act.VALIDATE, touches=["party"], tells=["seal", "queue"])
        return call.say(*acts, offers=[(None, "part")]).last.move

    assert after(Act.PROPOSE) is Move.REFUSE
    assert after(Act.PROPOSE, Act.HONEST_NO) is Move.ACCEPT


def test_nothing_is_taken_at_boiling_anger() -> None:
    call = opened(case(customer={"temper": {"anger": 90, "trust": 90, "heard": 90, "hope": 90}})).say(Act.BLAME, Act.PROPOSE, offers=[OFFER])
    assert call.last.move is not Move.ACCEPT


def test_leaving_is_held_against_nobody_and_keeps_what_was_done() -> None:
    assert how(opened().leave()).ending is Ending.LEFT
    agreed = ready().say(Act.PROPOSE, offers=[OFFER])
    assert how(agreed.leave()).ending is Ending.UNFINISHED
    done = ready().say(Act.PROPOSE, offers=[OFFER]).do("refund", amount="48")
    assert how(done.leave()).ending is Ending.ACCEPTED


def test_a_broken_promise_halves_what_an_outcome_is_worth() -> None:
    from scenarios.reading import Promise

    undone = Promise(actor="rep", what="x", action="reserve", amount=None, due=None, bound=True, supported=None, start=0, end=5)
    scenario = case(outcomes={"refund": {"worth": 1.0, "needs": ["refund"]}}, customer={"would_accept": ["refund"]})
    scenario.desk.actions["reserve"]
    call = opened(scenario, 2).say(Act.REFLECT_CONTENT, Act.OWN, Act.COMMIT, touches=["leak", "call"], promises=[undone])
    call.say(Act.PROPOSE, Act.VALIDATE, Act.REFLECT_FEELING, Act.REFLECT_CONTENT, touches=["party"], offers=[OFFER])
    assert call.last.move is Move.ACCEPT
    call.do("refund", amount="48").say(Act.STATE_ACTION, true_action="refund")
    assert how(call).worth == 0.5


def test_out_of_patience_leaves_quietly_when_calm_and_loudly_when_hot() -> None:
    quiet = opened(case(customer={"temper": {"anger": 55, "patience": 1}})).say(Act.COURTESY)
    loud = opened(case(customer={"temper": {"anger": 84, "patience": 1}})).say(Act.DEFLECT)
    assert (how(quiet).ending, quiet.last.move) == (Ending.REFUSED, Move.CLOSE)
    assert (how(loud).ending, loud.last.move) == (Ending.HUNG_UP, Move.HANG_UP)


@pytest.mark.parametrize(
    ("worth", "feelings", "peak", "expected"),
    [
        (1.0, Feelings(0, 100, 100, 100, 100), 50, 100.0),
        (0.0, Feelings(0, 0, 0, 0, 0), 0, 0.0),
        (1.0, Feelings(30, 80, 60, 50, 40), 60, 45 + 21 + 6 + 5),
        (0.5, Feelings(80, 20, 20, 20, 20), 100, 22.5 + 6 + 3 + 2 - 0.15 * 40),
    ],
)
def test_the_verdict_is_outcome_heard_trust_effort_hope_less_anger(worth: float, feelings: Feelings, peak: float, expected: float) -> None:
    assert verdict(worth, feelings, peak) == pytest.approx(expected)


def test_a_settled_call_ends_settled_even_as_patience_runs_out() -> None:
    call = ready().say(Act.PROPOSE, offers=[OFFER]).do("refund", amount="48").do("hold", time="9m", reason="confirming")
    if call.ended is None:
        call.state = call.state._replace(feelings=call.state.feelings.shifted(Delta(patience=-100)))
        call.say(Act.STATE_ACTION, true_action="refund")
    assert how(call).ending is Ending.ACCEPTED
