"""The call from the other side: which moments are asked about, and what one said set beside what the customer felt."""

from __future__ import annotations

from scenarios.transcript import Mood
from tests.scoring.builders import NEUTRAL, Call, scenario
from trainer.roleswap import Felt, Said, agreement, beside, remark, swapped


def mood(anger: float, heard: float = 10) -> Mood:
    return NEUTRAL.model_copy(update={"anger": anger, "heard": heard})


def called(*angers: float) -> Call:
    """A call in which the customer's anger goes through these after each reply, from 60."""
    call = Call().customer("Where is he?", mood=mood(60))
    for number, anger in enumerate(angers, 1):
        call.rep(f"Reply {number}.").customer(f"Line {number}.", mood=mood(anger))
    return call


def test_who_one_is_and_what_one_wants_in_two_sentences() -> None:
    customer = {"name": "Mrs Ines Falk", "about": "44, pianist. Lives over a shop.", "wants": "the piano tuned", "opening": "Hello."}
    swap = swapped(scenario(customer=customer), called(50).transcript.events)
    assert (swap.name, swap.situation) == ("Mrs Ines Falk", ("44, pianist.", "What Mrs Falk wants: the piano tuned."))


def test_every_reply_comes_with_the_words_it_answered() -> None:
    swap = swapped(scenario(), called(50, 55).transcript.events)
    assert [(one.number, one.before, one.words) for one in swap.replies] == [(1, "Where is he?", "Reply 1."), (2, "Line 1.", "Reply 2.")]


def test_the_best_the_worst_and_one_between_are_asked_about_in_the_order_of_the_call() -> None:
    swap = swapped(scenario(), called(58, 30, 29, 70, 69).transcript.events)
    asked = [one.number for one in swap.replies if one.turn in swap.asked]
    assert len(asked) == 3
    assert {2, 4} < set(asked)
    assert asked == sorted(asked)


def test_a_short_call_asks_about_all_of_it_and_not_about_words_nobody_answered() -> None:
    call = called(50)
    call.rep("One more thing.")
    swap = swapped(scenario(), call.transcript.events)
    assert swap.asked == (1,)
    assert swap.replies[-1].felt is None


def test_small_changes_are_none() -> None:
    assert [one.felt for one in swapped(scenario(), called(59, 40, 62).transcript.events).replies] == [Felt.SAME, Felt.CALMER, Felt.ANGRIER]


def test_being_heard_stays_where_it_is_high() -> None:
    call = Call().customer("a", mood=mood(60, heard=80)).rep("x").customer("b", mood=mood(60, heard=80)).rep("y").customer("c", mood=mood(60, heard=60))
    assert [one.heard for one in swapped(scenario(), call.transcript.events).replies] == [True, False]


def test_what_one_said_stands_beside_what_they_felt() -> None:
    swap = swapped(scenario(), called(40, 70).transcript.events)
    said = (Said(turn=1, felt=Felt.CALMER, heard=False), Said(turn=3, felt=Felt.SAME, heard=False, words="cold"))
    first, second = beside(swap, said)
    assert first == ("Reply 1, “Reply 1.”", "You: calmer, not heard.", "Ines: calmer, not heard (anger 60, then 40).")
    assert second[1] == "You: no different, not heard. “cold”"
    assert agreement(swap, said).startswith("You and Ines felt the same in 1 of 2.")
    assert remark(swap, said)["moments"] == [
        {"turn": 1, "you": "calmer", "you_heard": False, "words": "", "they": "calmer", "they_heard": False},
        {"turn": 3, "you": "no different", "you_heard": False, "words": "cold", "they": "angrier", "they_heard": False},
    ]


def test_a_call_without_a_reply_has_nothing_to_read() -> None:
    assert swapped(scenario(), Call().customer().transcript.events).asked == ()
