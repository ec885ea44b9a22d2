"""Lies, broken promises and faults come out; what they cost depends on who brings them up."""

from __future__ import annotations

from datetime import datetime

from scenarios.acts import Act
from scenarios.moves import Move
from scenarios.reading import Promise
from scenarios.transcript import CustomerMoved
from tests.trainer.engine.case import Played, case, opened

QUIET = case(
    concerns=[{"id": "leak", "what": "it leaks"}],
    facts=[{"id": "seal", "true": "the seal was missing", "fault": "ours", "found_out": "The seals were missing."}],
)


def promise(action: str | None = "refund", *, supported: bool | None = None, due: datetime | None = None) -> Promise:
    return Promise(actor="rep", what="x", action=action, amount=None, due=due, bound=True, supported=supported, start=0, end=10)


def discoveries(call: Played) -> list[CustomerMoved]:
    return [moved for moved in call.moves if moved.found_out]


def test_a_lie_about_a_fact_comes_out_within_four_replies_in_the_scenarios_words() -> None:
    for seed in range(20):
        call = opened(QUIET, seed).say(Act.EXPLAIN, false=["seal"])
        before = call.last.mood
        for _ in range(4):
            call.say(Act.ASK_OPEN)
            if discoveries(call):
                break
        found = discoveries(call)[0]
        assert found.move is Move.CALL_OUT_LIE
        assert found.says == "The seals were missing."
        assert found.found_out[0].kind == "lie"
        assert found.found_out[0].turn == 1
        assert found.mood.trust < max(1, before.trust - 20)
        assert found.mood.anger > before.anger


def test_telling_the_truth_before_it_comes_out_costs_far_less() -> None:
    lied = opened(QUIET, 3).say(Act.EXPLAIN, false=["seal"])
    trust = lied.last.mood.trust
    lied.say(Act.OWN, Act.EXPLAIN, tells=["seal"])
    assert not discoveries(lied)
    assert trust - lied.last.mood.trust < 12
    for _ in range(5):
        lied.say(Act.ASK_OPEN)
    assert not discoveries(lied)


def test_a_fault_nobody_told_comes_out_at_its_reply_and_a_told_one_never_does() -> None:
    scenario = case(facts=[{"id": "seal", "true": "the seal was missing", "fault": "ours", "comes_out": 3, "found_out": "No seal!"}])
    silent = opened(scenario).say(Act.ASK_OPEN).say(Act.ASK_OPEN)
    assert not discoveries(silent)
    silent.say(Act.ASK_OPEN)
    assert silent.last.says == "No seal!"
    assert silent.last.found_out[0].kind == "fault"
    told = opened(scenario).say(Act.OWN, tells=["seal"]).say(Act.ASK_OPEN).say(Act.ASK_OPEN)
    assert not discoveries(told)


def test_a_step_claimed_and_not_taken_is_usually_looked_up() -> None:
    found = 0
    for seed in range(80):
        call = opened(QUIET, seed).say(Act.STATE_ACTION, false=["refund"])
        for _ in range(3):
            call.say(Act.ASK_CLOSED)
        found += bool(discoveries(call))
    assert 45 <= found <= 75


def test_doing_it_after_all_makes_the_claim_true() -> None:
    for seed in range(20):
        call = opened(QUIET, seed).say(Act.STATE_ACTION, false=["refund"]).do("refund", amount="48")
        for _ in range(3):
            call.say(Act.ASK_CLOSED)
        assert not discoveries(call)
        call.leave()
        assert call.ended is not None
        assert not any(found.kind == "lie" for found in call.ended.aftermath)


def test_an_overpromise_comes_out_in_the_call_or_after_it() -> None:
    in_call = 0
    for seed in range(80):
        call = opened(QUIET, seed).say(Act.COMMIT, Act.OVERPROMISE, promises=[promise(None, supported=False)])
        for _ in range(5):
            call.say(Act.ASK_CLOSED)
        caught = bool(discoveries(call))
        in_call += caught
        call.do("supervisor")
        assert call.ended is not None
        assert caught or any(found.kind == "broken" for found in call.ended.aftermath)
    assert 25 <= in_call <= 60


def test_a_promise_kept_and_told_builds_trust_and_is_kept_in_the_aftermath() -> None:
    call = opened(QUIET).say(Act.COMMIT, promises=[promise()]).do("refund", amount="48")
    call.say(Act.STATE_ACTION, true_action="refund")
    assert any(why.startswith("KEPT") for why in call.last.why)
    call.do("supervisor")
    assert call.ended is not None
    assert [found.kind for found in call.ended.aftermath] == ["kept"]


def test_a_promise_only_noted_for_later_is_not_called_kept() -> None:
    desk = {"actions": {"ring": {"what": "my own call in my diary", "kind": "note", "arrives": "tomorrow 12:00"}}}
    call = opened(case(desk=desk)).say(Act.COMMIT, promises=[promise("ring")]).do("ring")
    call.do("supervisor")
    assert call.ended is not None
    assert call.ended.aftermath == ()


def test_a_promise_left_undone_is_broken_afterwards_and_lowers_the_verdict() -> None:
    kept, broken = opened(QUIET).say(Act.COMMIT, promises=[promise()]), opened(QUIET).say(Act.COMMIT, promises=[promise()])
    kept.do("refund", amount="48").do("supervisor")
    broken.do("supervisor")
    assert kept.ended is not None
    assert broken.ended is not None
    assert [found.kind for found in broken.ended.aftermath] == ["broken"]
    assert broken.ended.verdict < kept.ended.verdict - 5


def test_a_promise_that_falls_due_within_the_call_is_found_broken_there() -> None:
    soon = promise(due=datetime(2026, 5, 18, 10, 1))
    call = opened(QUIET).say(Act.COMMIT, promises=[soon]).do("hold", time="2m", reason="looking").say(Act.ASK_OPEN)
    assert discoveries(call)[0].found_out[0].kind == "broken"


def test_a_promise_overtaken_by_another_outcome_is_not_broken() -> None:
    call = opened(case(facts=()), 2).say(Act.REFLECT_CONTENT, Act.REFLECT_CONTENT, Act.COMMIT, touches=["leak", "call"], promises=[promise()])
    call.say(Act.OWN, Act.REFLECT_FEELING, Act.VALIDATE, Act.REFLECT_CONTENT, touches=["party"]).do("check-shop")
    call.say(Act.PROPOSE, Act.HONEST_NO, Act.SET_EXPECTATION, offers=[("reserve", "collect")])
    assert call.state.agreed == "collect"
    call.do("reserve").say(Act.STATE_ACTION, true_action="reserve")
    assert call.ended is not None
    assert not any(found.kind == "broken" for found in call.ended.aftermath)


def test_a_lie_found_out_takes_the_undelivered_agreement_away() -> None:
    for seed in range(30):
        call = opened(QUIET, seed).say(Act.REFLECT_CONTENT, Act.OWN, touches=["leak"])
        call.say(Act.PROPOSE, Act.VALIDATE, Act.REFLECT_FEELING, offers=[("refund", "refund", 48)])
        if call.state.agreed != "refund":
            continue
        call.say(Act.STATE_ACTION, Act.CONFIRM_CLOSE, false=["refund"])
        if call.ended:
            assert call.ended.ending.value == "unfinished"
            assert call.ended.worth == 0
            continue
        call.say(Act.COURTESY).say(Act.COURTESY)
        if discoveries(call):
            assert call.state.agreed is None
            return
    raise AssertionError("no customer looked it up")
