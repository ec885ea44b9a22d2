"""What a reply does to the customer, and how context changes it."""

from __future__ import annotations

import pytest

from scenarios.acts import HARM, Act
from scenarios.moves import Reaction
from scenarios.reading import Oddity, Promise, SlotAsk, Touch
from scenarios.transcript import Mood
from tests.trainer.engine.case import KETTLE, Played, case, opened, reading

BEYOND = Promise(actor="rep", what="x", action=None, amount=None, due=None, bound=True, supported=False, start=0, end=5)


def mood(*acts: Act, after: tuple[Act, ...] = (), **parts: object) -> Mood:
    call = opened()
    if after:
        call.say(*after)
    return call.say(*acts, **parts).last.mood


def test_hearing_a_new_concern_raises_heard_and_the_same_again_pays_little() -> None:
    call = opened().say(Act.REFLECT_CONTENT, touches=["leak"])
    first = call.last.mood.heard
    call.say(Act.REFLECT_CONTENT, touches=["leak"])
    second = call.last.mood.heard - first
    assert first - 5 > 12
    assert second < (first - 5) * 0.7


def test_what_the_customer_keeps_back_is_not_heard_before_they_told_it() -> None:
    kept = [{**concern, "hidden": concern["id"] == "party"} for concern in KETTLE["concerns"]]
    call = opened(case(concerns=kept)).say(Act.REFLECT_CONTENT, touches=["leak", "party"])
    assert call.state.heard == {"leak"}
    call.state = call.state._replace(voiced=(*call.state.voiced, "party"))
    assert call.say(Act.REFLECT_CONTENT, touches=["party"]).state.heard == {"leak", "party"}


def test_giving_the_customers_own_words_back_earns_a_fifth() -> None:
    own = mood(Act.REFLECT_CONTENT, touches=["leak"]).heard - 5
    parroted = mood(Act.REFLECT_CONTENT, touches=["leak"], overlap=0.9).heard - 5
    assert parroted == pytest.approx(own * 0.2, rel=0.01)


def test_confidence_scales_what_an_act_does() -> None:
    assert opened().state.feelings.trust < mood(Act.OWN, sure=0.4).trust < mood(Act.OWN).trust


def test_an_apology_counts_in_full_only_where_the_fault_is_heard_or_owned() -> None:
    base = mood().anger
    assert base - mood(Act.APOLOGISE).anger < (base - mood(Act.APOLOGISE, Act.REFLECT_FEELING).anger) / 2


def test_the_third_stock_phrase_makes_things_worse() -> None:
    call = opened().say(Act.ACK_GENERIC).say(Act.ACK_GENERIC)
    trust = call.last.mood.trust
    call.say(Act.ACK_GENERIC)
    assert call.last.mood.trust < trust
    assert any(why.startswith("STOCK") for why in call.last.why)


def test_a_remedy_before_the_customer_is_heard_is_worth_half() -> None:
    early = mood(Act.PROPOSE, offers=[("refund", "refund", 48)])
    heard = opened().say(Act.REFLECT_CONTENT, Act.REFLECT_CONTENT, touches=["leak", "call"])
    hope = heard.last.mood.hope
    heard.say(Act.PROPOSE, offers=[("refund", "refund", 48)])
    assert early.hope - 20 < (heard.last.mood.hope - hope) * 0.65
    assert early.heard < 5


def test_a_repeated_offer_wears_out_and_a_new_one_does_not() -> None:
    call = opened().say(Act.REFLECT_CONTENT, Act.REFLECT_CONTENT, touches=["leak", "call"])
    gains: list[float] = []
    for offer in (("refund", "refund", 30), ("refund", "refund", 30), ("reserve", "collect")):
        before = call.last.mood.hope
        call.say(Act.PROPOSE, offers=[offer])
        gains.append(call.last.mood.hope - before)
    assert gains[1] < gains[0] / 2
    assert gains[2] > gains[1] * 2


def test_asking_for_what_stands_on_the_record_costs_heard_and_stating_it_does_not() -> None:
    slot = SlotAsk(start=0, end=5, slot="order", known=True, stated=False)
    asked, stated = mood(Act.ASK_CLOSED, slots=[slot]), mood(Act.ASK_CLOSED, slots=[slot.model_copy(update={"stated": True})])
    assert asked.heard < stated.heard
    assert asked.anger > stated.anger


def test_asking_again_for_what_the_customer_gave_is_a_needless_question() -> None:
    slot = SlotAsk(start=0, end=5, slot="photo", known=False, stated=False)
    call = opened().say(Act.ASK_CLOSED, slots=[slot])
    assert call.last.about == "photo"
    call.say(Act.ASK_CLOSED, slots=[slot])
    assert any(why.startswith("RE-ASK") for why in call.last.why)


@pytest.mark.parametrize("harm", sorted(HARM))
def test_every_harm_makes_the_customer_angrier(harm: Act) -> None:
    assert mood(harm).anger > mood().anger + 3


def test_anger_rises_by_no_more_than_the_clip_in_one_turn() -> None:
    call = opened(case(customer={"temper": {"anger": 40}}))
    call.say(Act.HOSTILE, Act.HOSTILE, Act.BLAME, Act.INVALIDATE)
    assert 20 < call.last.mood.anger - 40 <= 25.01


def test_words_alone_never_bring_anger_below_the_floor() -> None:
    call = opened(case(customer={"temper": {"anger": 45}, "persona": {"severity": 80, "forgiveness": 1.3}}))
    for _ in range(9):
        call.say(Act.OWN, Act.EXPLAIN, Act.REFLECT_FEELING, Act.VALIDATE, tells=["seal"])
    assert call.state.feelings.anger >= 15 + 0.25 * 80 - 0.01


def test_an_overpromise_soothes_now() -> None:
    assert mood(Act.OVERPROMISE, promises=[BEYOND]).anger < mood().anger
    assert mood(Act.OVERPROMISE, promises=[BEYOND]).hope > mood().hope


@pytest.mark.parametrize("oddity", [Oddity.EMPTY, Oddity.GIBBERISH, Oddity.PUNCTUATION, Oddity.OTHER_LANGUAGE])
def test_a_reply_nobody_understands_earns_nothing_and_costs_patience(oddity: Oddity) -> None:
    odd = mood(Act.OWN, Act.REFLECT_CONTENT, touches=["leak"], oddity=oddity)
    assert odd.trust <= opened().state.feelings.trust
    assert odd.patience < mood().patience


def test_a_sentence_used_before_pays_less() -> None:
    fresh = mood(Act.VALIDATE, words=4).trust
    stale = mood(Act.VALIDATE, words=4, repeated=("anyone would be cross",)).trust
    assert stale < fresh


def test_a_straight_answer_builds_trust_and_silence_on_it_costs() -> None:
    scenario = case(customer={"opening": "It leaks like the other two. Do you test these?"})
    answered, ignored = opened(scenario).say(answers=["leak/0"]), opened(scenario).say(Act.COURTESY)
    assert answered.last.mood.trust > ignored.last.mood.trust
    assert any(why.startswith("IGNORED") for why in ignored.last.why)


def test_a_misunderstanding_grows_each_turn_until_it_is_cleared() -> None:
    scenario = case(
        misunderstandings=[
            {"id": "days", "thinks": "a month", "so": "three days", "says": ["A month?"], "cleared_if": "three days", "grows": 6, "thanks": "Oh. Three days."}
        ]
    )
    call = opened(scenario).say().say()
    assert any(why.startswith("MIX-UP") for why in call.last.why)
    call.say(Act.CHECK_UNDERSTANDING, clears=["days"])
    assert call.last.says == "Oh. Three days."
    call.say()
    assert not any(why.startswith("MIX-UP") for why in call.last.why)


def test_long_desk_work_without_a_word_counts_as_a_hold_and_with_a_word_hardly() -> None:
    scenario = case(desk={"actions": {"dig": {"takes": "4m", "kind": "check"}}})

    def after(call: Played) -> float:
        return call.do("dig").say(Act.EXPLAIN).last.mood.patience

    assert after(opened(scenario).say(Act.STATE_ACTION)) > after(opened(scenario).say(Act.COURTESY)) + 5


def test_failed_contacts_make_the_start_hotter_and_less_trusting() -> None:
    cold, hot = opened(case(customer={"failed_contacts": 0})), opened(case(customer={"failed_contacts": 3}))
    assert hot.state.feelings.anger > cold.state.feelings.anger
    assert hot.state.feelings.trust < cold.state.feelings.trust


def test_a_concern_only_parroted_is_not_heard() -> None:
    assert "leak" not in opened().say(Act.REFLECT_CONTENT, touches=["leak"], overlap=0.9).state.heard
    assert "leak" in opened().say(Act.REFLECT_CONTENT, touches=["leak"], overlap=0.3).state.heard


def test_closing_before_anything_is_settled_earns_nothing() -> None:
    assert mood(Act.CONFIRM_CLOSE).trust == mood().trust


def test_a_fact_told_truly_in_the_same_reply_is_not_held_against_it() -> None:
    assert opened().say(Act.EXPLAIN, false=["seal"], tells=["seal"]).state.pending == ()
    assert len(opened().say(Act.EXPLAIN, false=["seal"]).state.pending) == 1


def test_taking_the_blame_for_nothing_in_particular_earns_little_trust() -> None:
    bare = mood(Act.OWN).trust - opened().state.feelings.trust
    told = mood(Act.OWN, tells=["seal"]).trust - opened().state.feelings.trust
    assert 0 < bare < told / 2


def test_did_i_get_that_right_of_nothing_is_not_heard() -> None:
    assert mood(Act.CHECK_UNDERSTANDING).heard <= mood().heard
    assert mood(Act.CHECK_UNDERSTANDING, touches=["leak"]).heard > mood().heard


def test_announced_understanding_is_not_heard() -> None:
    heard = reading(Act.REFLECT_CONTENT).model_copy(update={"touches": (Touch(concern="leak", how="reflect", overlap=0.1, start=0, end=45),)})
    announced = opened().hear(heard, "I understand your concern about the kettle leaking.").last.mood.heard
    said = opened().hear(heard, "So it leaks at the handle, like the other two did.").last.mood.heard
    assert announced < 5.5
    assert said > announced + 5


def test_a_harm_that_may_be_none_is_felt_by_its_sureness_and_not_answered_as_one() -> None:
    doubted, plain = opened().say(Act.HOSTILE, sure=0.54), opened().say(Act.HOSTILE, sure=0.9)
    before = opened().state.feelings.anger
    assert doubted.last.mood.anger - before < 0.75 * (plain.last.mood.anger - before)
    assert (doubted.last.reaction, plain.last.reaction) == (None, Reaction.INSULTED)
