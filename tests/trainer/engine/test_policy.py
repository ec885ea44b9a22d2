"""The customer's next move: what cannot wait comes first, and they behave as a person would."""

from __future__ import annotations

from itertools import pairwise

import pytest

from scenarios.acts import Act
from scenarios.moves import Ending, Intensity, Move, Reaction
from scenarios.reading import Oddity, SlotAsk
from tests.trainer.engine.case import case, opened

ONE = case(concerns=[{"id": "leak", "what": "it leaks", "asks": ["Do you test these?"]}])


def test_the_opening_is_the_authors_words() -> None:
    first = opened().moves[0]
    assert first.turn == 0
    assert first.says == case().customer.opening


def test_troubles_come_out_one_a_turn_and_none_twice_before_all_are_out() -> None:
    call = opened()
    for _ in range(3):
        call.say()
    assert [moved.about for moved in call.moves[1:4]] == ["leak", "call", "party"]
    assert all(moved.move is Move.VENT for moved in call.moves[1:4])


def test_a_concern_not_heard_is_said_again() -> None:
    call = opened(ONE)
    call.say().say(answers=["leak/0"])
    assert (call.last.move, call.last.about) == (Move.RESTATE, "leak")


def test_a_hidden_concern_comes_out_on_an_open_question_and_not_before() -> None:
    scenario = case(concerns=[{"id": "leak", "what": "it leaks"}, {"id": "fear", "what": "afraid of a scald", "hidden": True}])
    closed = opened(scenario).say().say().say()
    assert all(moved.about != "fear" for moved in closed.moves)
    call = opened(scenario).say().say(Act.ASK_OPEN)
    assert (call.last.move, call.last.about) == (Move.DISCLOSE, "fear")


def test_a_question_passed_over_is_named() -> None:
    scenario = case(customer={"opening": "Do you test these?"})
    call = opened(scenario)
    assert call.moves[0].question == "leak/0"
    call.say(Act.COURTESY)
    assert call.last.move is Move.CALL_OUT_IGNORED
    assert call.last.slots["question"] == "Do you test these?"


@pytest.mark.parametrize("act", [Act.ADMIT_UNKNOWN, Act.COMMIT])
def test_saying_when_the_answer_comes_is_not_passing_it_over(act: Act) -> None:
    call = opened(case(customer={"opening": "Do you test these?"})).say(act)
    assert call.last.move is not Move.CALL_OUT_IGNORED


def test_a_needless_question_is_named() -> None:
    slot = SlotAsk(start=0, end=5, slot="order", known=True, stated=False)
    call = opened().say(Act.ASK_CLOSED, slots=[slot])
    assert call.last.move is Move.CALL_OUT_REASK
    assert call.last.reaction is Reaction.ASKED_TWICE


def test_a_question_about_a_datum_is_answered() -> None:
    slot = SlotAsk(start=0, end=5, slot="photo", known=False, stated=False)
    call = opened().say(Act.ASK_CLOSED, slots=[slot])
    assert (call.last.move, call.last.about) == (Move.ANSWER, "photo")


def test_an_insult_provokes_at_real_and_never_at_calm() -> None:
    real, calm = opened(intensity=Intensity.REAL).say(Act.HOSTILE), opened(intensity=Intensity.CALM).say(Act.HOSTILE)
    assert real.last.move is Move.PROVOKE
    assert real.last.provocation
    assert real.last.reaction is Reaction.INSULTED
    assert not any(moved.provocation for moved in calm.moves)


def test_a_limit_after_an_attack_makes_the_customer_back_down() -> None:
    call = opened().say(Act.HOSTILE).say(Act.SET_LIMIT)
    assert call.last.move is Move.BACK_DOWN
    assert call.last.reaction is Reaction.LIMIT


def test_a_limit_where_nobody_attacked_is_resented() -> None:
    call = opened().say(Act.SET_LIMIT)
    assert call.last.move is Move.CHALLENGE
    assert call.last.mood.trust < opened().say().last.mood.trust


def test_an_odd_reply_puzzles_and_the_fourth_ends_the_call() -> None:
    call = opened().say(oddity=Oddity.GIBBERISH)
    assert call.last.move is Move.PUZZLED
    for _ in range(3):
        call.say(oddity=Oddity.EMPTY)
    assert call.ended is not None
    assert call.ended.ending is Ending.HUNG_UP


def test_a_misunderstanding_shows_in_worse_words_and_blocks_the_outcome() -> None:
    mix_up = {"id": "days", "thinks": "x", "so": "y", "says": ["A month?", "A MONTH?"], "cleared_if": "z", "grows": 1, "blocks": ["refund"]}
    call = opened(case(misunderstandings=[mix_up])).say(Act.REFLECT_CONTENT, Act.OWN, touches=["leak"])
    assert call.last.says == "A month?"
    call.say(Act.PROPOSE, Act.VALIDATE, Act.REFLECT_FEELING, offers=[("refund", "refund", 48)])
    assert (call.last.move, call.last.about, call.last.says) == (Move.REFUSE, "days", "A MONTH?")
    call.say(Act.CHECK_UNDERSTANDING, Act.PROPOSE, clears=["days"], offers=[("refund", "refund", 48)])
    assert call.last.move is Move.ACCEPT


def test_a_supervisor_is_demanded_and_the_call_ends_when_none_comes() -> None:
    hot = case(customer={"temper": {"anger": 82, "trust": 14, "hope": 8}})
    call = opened(hot).say(Act.COURTESY).say(Act.COURTESY)
    assert call.last.move is Move.DEMAND_SUPERVISOR
    call.say(Act.ACK_GENERIC).say(Act.ACK_GENERIC)
    assert call.ended is not None
    assert call.ended.ending is Ending.SUPERVISOR


def test_handing_over_on_demand_is_worth_something() -> None:
    hot = case(customer={"temper": {"anger": 82, "trust": 14, "hope": 8}})
    call = opened(hot).say(Act.COURTESY).say(Act.COURTESY).do("supervisor")
    assert call.ended is not None
    assert (call.ended.ending, call.ended.worth) == (Ending.SUPERVISOR, 0.2)


def test_a_rep_can_bring_down_a_customer_who_wants_a_supervisor() -> None:
    hot = case(customer={"temper": {"anger": 78, "trust": 14, "hope": 8}, "persona": {"forgiveness": 1.2, "reactivity": 0.8, "empathy_need": 1.0}})
    call = opened(hot).say(Act.COURTESY).say(Act.COURTESY)
    assert call.state.demanded is not None
    call.say(Act.REFLECT_CONTENT, Act.REFLECT_FEELING, Act.OWN, Act.APOLOGISE, touches=["leak", "call"], tells=["seal"])
    call.say(Act.REFLECT_CONTENT, Act.OWN, Act.EXPLAIN, Act.VALIDATE, touches=["party"], tells=["queue"])
    assert call.ended is None
    assert call.state.demanded is None


def test_stock_phrases_are_named_at_the_third() -> None:
    call = opened().say(Act.ACK_GENERIC).say(Act.ACK_GENERIC).say(Act.ACK_GENERIC)
    assert call.last.move is Move.CALL_OUT_STOCK


def test_a_soft_move_is_not_made_twice_running() -> None:
    for seed in range(30):
        call = opened(ONE, seed)
        for _ in range(8):
            call.say(Act.EXPLAIN)
        moves = [moved.move for moved in call.moves[2:]]
        assert not any(a is b for a, b in pairwise(moves) if a is not Move.DEMAND_SUPERVISOR), moves


def test_a_beat_plays_once_when_its_condition_holds_and_not_below_its_intensity() -> None:
    beat = {"id": "b", "when": {"from_reply": 2, "unheard": "party"}, "says": "Saturday!", "anger": 8, "concern": "party", "intensity": "real"}
    scenario = case(beats=[beat])
    call = opened(scenario).say().say().say().say()
    assert [moved.says for moved in call.moves].count("Saturday!") == 1
    assert call.moves[2].says == "Saturday!"
    assert "Saturday!" not in [moved.says for moved in opened(scenario, intensity=Intensity.CALM).say().say().say().moves]
    assert "Saturday!" not in [moved.says for moved in opened(scenario).say(Act.REFLECT_CONTENT, touches=["party"]).say().say().moves]


def test_what_struck_the_customer_names_the_amount_and_the_day() -> None:
    from datetime import datetime
    from decimal import Decimal

    from scenarios.reading import Amount, TimeSpan
    from tests.trainer.engine.case import reading

    heard = reading(Act.PROPOSE, offers=[("refund", "refund", 48)])
    friday = datetime(2026, 5, 22, 17, 30)
    heard = heard.model_copy(
        update={
            "amounts": (Amount(value=Decimal(48), currency=None, start=0, end=3),),
            "times": (TimeSpan(earliest=friday, latest=friday, start=0, end=3),),
        }
    )
    call = opened().hear(heard)
    assert call.last.reaction is Reaction.AMOUNT
    assert (call.last.slots["amount"], call.last.slots["date"], call.last.slots["offer"]) == ("£48", "Friday", "refund to the card")


def test_a_hundred_replies_end_somewhere() -> None:
    call = opened()
    for _ in range(100):
        call.say(Act.REFLECT_CONTENT, Act.OWN, touches=["leak"])
    assert call.ended is not None
    assert call.state.replies <= 40


def test_a_beat_that_hangs_up_ends_the_call() -> None:
    call = opened(case(beats=[{"id": "b", "when": {"from_reply": 1}, "says": "Enough.", "move": "hang_up"}])).say()
    assert call.ended is not None
    assert call.ended.ending is Ending.HUNG_UP


def test_an_attack_in_a_beat_counts_as_a_provocation() -> None:
    call = opened(case(beats=[{"id": "b", "when": {"from_reply": 1}, "says": "You people.", "move": "provoke"}])).say()
    assert call.last.provocation
    assert call.say(Act.SET_LIMIT).last.move is Move.BACK_DOWN


def test_all_done_is_no_offer_to_a_customer_who_was_told_nothing() -> None:
    def after(**parts: object) -> list[Move]:
        call = opened().say(Act.REFLECT_CONTENT, Act.OWN, touches=["leak", "call"], tells=["seal"]).do("refund", amount="48")
        return [moved.move for moved in call.say(Act.STATE_ACTION, **parts).moves]

    assert Move.ACCEPT not in after()
    assert Move.ACCEPT in after(true_action="refund")
