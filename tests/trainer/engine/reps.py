"""Scripted reps, as sequences of readings: each one a way of doing the job, from the model to the bully."""

from __future__ import annotations

from collections.abc import Callable

from scenarios.acts import Act
from scenarios.reading import Promise
from tests.trainer.engine.case import Played

Rep = Callable[[Played], Played]


def _until_over(call: Played, *acts: Act, turns: int = 12, **parts: object) -> Played:
    for _ in range(turns):
        call.say(*acts, **parts)
    return call.leave()


def model(call: Played) -> Played:
    """Hears, owns, explains, offers a choice, does it, says so, closes."""
    call.say(Act.REFLECT_CONTENT, Act.REFLECT_FEELING, Act.ASK_OPEN, touches=["leak", "call"])
    call.say(Act.OWN, Act.APOLOGISE, Act.EXPLAIN, Act.REFLECT_CONTENT, touches=["party"], tells=["seal", "queue"])
    call.do("check-shop")
    call.say(Act.OFFER_CHOICE, Act.SET_EXPECTATION, Act.VALIDATE, offers=[("refund", "refund", 48), ("reserve", "collect")], answers=["leak/0"])
    call.do("refund", amount="48")
    call.say(Act.STATE_ACTION, Act.CONFIRM_CLOSE, true_action="refund")
    call.say(Act.CONFIRM_CLOSE, Act.COURTESY, true_action="refund")
    return call.leave()


def model_with_insult(call: Played) -> Played:
    call.say(Act.REFLECT_CONTENT, Act.REFLECT_FEELING, Act.ASK_OPEN, touches=["leak", "call"])
    call.say(Act.HOSTILE)
    call.say(Act.OWN, Act.APOLOGISE, Act.EXPLAIN, Act.REFLECT_CONTENT, touches=["party"], tells=["seal", "queue"])
    call.do("check-shop")
    call.say(Act.OFFER_CHOICE, Act.SET_EXPECTATION, Act.VALIDATE, offers=[("refund", "refund", 48), ("reserve", "collect")], answers=["leak/0"])
    call.do("refund", amount="48")
    call.say(Act.STATE_ACTION, Act.CONFIRM_CLOSE, true_action="refund")
    call.say(Act.CONFIRM_CLOSE, Act.COURTESY, true_action="refund")
    return call.leave()


def ordinary(call: Played) -> Played:
    """Polite and competent: asks, apologises, offers, does."""
    call.say(Act.COURTESY, Act.APOLOGISE, Act.ASK_CLOSED)
    call.say(Act.REFLECT_CONTENT, Act.STATE_ACTION, touches=["leak"])
    call.say(Act.PROPOSE, offers=[("refund", "refund", 48)])
    call.say(Act.PROPOSE, Act.SET_EXPECTATION, Act.EXPLAIN, offers=[("refund", "refund", 48)], tells=["seal"])
    call.do("refund", amount="48")
    call.say(Act.STATE_ACTION, true_action="refund")
    call.say(Act.CONFIRM_CLOSE, true_action="refund")
    return call.leave()


def unhearing(call: Played) -> Played:
    """The model's solving without its listening and owning."""
    call.say(Act.COURTESY, Act.EXPLAIN, tells=["stock"])
    call.do("check-shop")
    call.say(Act.OFFER_CHOICE, Act.SET_EXPECTATION, offers=[("refund", "refund", 48), ("reserve", "collect")])
    call.say(Act.SET_EXPECTATION, Act.STATE_ACTION, Act.COMMIT, answers=["leak/0"])
    call.do("refund", amount="48")
    call.say(Act.STATE_ACTION, Act.CONFIRM_CLOSE, true_action="refund")
    call.say(Act.CONFIRM_CLOSE, Act.COURTESY, true_action="refund")
    return call.leave()


def unsolving(call: Played) -> Played:
    """The model's listening and owning, and nothing done."""
    call.say(Act.REFLECT_CONTENT, Act.REFLECT_FEELING, Act.ASK_OPEN, touches=["leak", "call"])
    call.say(Act.OWN, Act.APOLOGISE, Act.EXPLAIN, Act.REFLECT_CONTENT, touches=["party"], tells=["seal", "queue"])
    call.say(Act.VALIDATE, Act.CHECK_UNDERSTANDING, answers=["leak/0"])
    return _until_over(call, Act.REFLECT_FEELING, Act.VALIDATE)


def honest_no(call: Played) -> Played:
    """Cannot give the best, says so and why, offers what there is."""
    call.say(Act.REFLECT_CONTENT, Act.REFLECT_FEELING, touches=["leak", "call"])
    call.say(Act.OWN, Act.EXPLAIN, Act.REFLECT_CONTENT, touches=["party"], tells=["seal", "queue"])
    call.do("check-shop")
    call.say(Act.HONEST_NO, Act.PROPOSE, Act.SET_EXPECTATION, offers=[("reserve", "collect")], answers=["leak/0"])
    call.do("reserve")
    call.say(Act.STATE_ACTION, Act.CONFIRM_CLOSE, true_action="reserve")
    call.say(Act.CONFIRM_CLOSE, true_action="reserve")
    return call.leave()


def overpromiser(call: Played) -> Played:
    """Agrees on what nobody can deliver; does nothing."""
    too_much = Promise(actor="rep", what="it will be there", action="refund", amount=None, due=None, bound=True, supported=False, start=20, end=29)
    call.say(Act.REFLECT_CONTENT, Act.APOLOGISE, touches=["leak"])
    call.say(Act.PROPOSE, Act.REFLECT_CONTENT, Act.OVERPROMISE, touches=["party"], promises=[too_much], offers=[("refund", "refund", 48)])
    call.say(Act.OVERPROMISE, Act.CONFIRM_CLOSE, promises=[too_much], false=["refund"])
    call.say(Act.CONFIRM_CLOSE, Act.STATE_ACTION, false=["refund"])
    return call.leave()


def giveaway(call: Played) -> Played:
    """A refund in the first sentence, and the same again."""
    call.do("refund", amount="48")
    call.say(Act.PROPOSE, Act.STATE_ACTION, offers=[("refund", "refund", 48)], true_action="refund")
    call.say(Act.STATE_ACTION, true_action="refund")
    call.say(Act.COURTESY)
    return call.leave()


def stock_sympathy(call: Played) -> Played:
    return _until_over(call, Act.ACK_GENERIC, Act.APOLOGISE)


def helpless(call: Played) -> Played:
    """Nice, and nothing more."""
    return _until_over(call, Act.COURTESY, Act.ACK_GENERIC, Act.ASK_OPEN)


def bare_no(call: Played) -> Played:
    return _until_over(call, Act.DEFLECT)


def bully(call: Played) -> Played:
    return _until_over(call, Act.HOSTILE)


def bare_offer(call: Played) -> Played:
    return _until_over(call, Act.PROPOSE, offers=[("refund", "refund", 48)], turns=8)


REPS: dict[str, Rep] = {
    rep.__name__: rep
    for rep in (
        model,
        model_with_insult,
        ordinary,
        unhearing,
        unsolving,
        honest_no,
        overpromiser,
        giveaway,
        stock_sympathy,
        helpless,
        bare_no,
        bully,
        bare_offer,
    )
}
