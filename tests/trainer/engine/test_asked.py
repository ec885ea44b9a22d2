"""What a rep asks outright is answered first, whatever else the customer does, and nobody thanks and goes while it stands."""

from __future__ import annotations

import pytest

from scenarios.acts import Act
from scenarios.model import Scenario
from scenarios.moves import Ending, Move
from scenarios.reading import Oddity, SlotAsk
from scenarios.transcript import CustomerMoved, RepSaid
from tests.trainer.engine.case import Played, case, opened, reading
from trainer.engine import open_call, step

BURNT = {"ask": "is anybody burnt", "says": ["No. It missed her.", "No, I said."]}
SINCE = {"ask": "have you unplugged it", "says": "I have now.", "when": {"told": "seal"}}
OFFER = ("refund", "refund", 48)


def hot_kettle(**changes: object) -> Scenario:
    return case(customer={"if_asked": {"burnt": BURNT, "unplugged": SINCE, "who": {"ask": "who is there", "says": "My dad."}}}, **changes)


def asks(*ids: str) -> list[SlotAsk]:
    return [SlotAsk(start=n, end=n + 1, slot=id_, known=False, stated=False) for n, id_ in enumerate(ids)]


def about_to_go() -> Played:
    """A call agreed and done, of which only the telling is left."""
    call = opened(hot_kettle(), seed=2).say(Act.REFLECT_CONTENT, Act.REFLECT_FEELING, touches=["leak", "call"])
    call.say(Act.OWN, Act.EXPLAIN, Act.REFLECT_CONTENT, Act.VALIDATE, touches=["party"], tells=["seal", "queue"])
    return call.say(Act.PROPOSE, Act.SET_EXPECTATION, offers=[OFFER]).do("refund", amount="48")


def test_a_question_alone_is_answered_and_nothing_else_is_said() -> None:
    call = opened(hot_kettle()).say(Act.ASK_CLOSED, slots=asks("burnt"))
    assert (call.last.move, call.last.answers) == (Move.ANSWER, ("burnt",))


def test_whatever_else_the_customer_does_the_question_is_answered() -> None:
    beat = case(customer={"if_asked": {"burnt": BURNT}}, beats=[{"when": {"from_reply": 1}, "says": "And the lid!"}])
    call = opened(beat).say(Act.ASK_CLOSED, slots=asks("burnt"))
    assert (call.last.says, call.last.answers) == ("And the lid!", ("burnt",))
    call = about_to_go()
    call.say(Act.BLAME, Act.ASK_CLOSED, slots=asks("burnt"))
    assert call.last.answers == ("burnt",)


def test_nobody_thanks_and_goes_in_the_turn_in_which_they_are_asked() -> None:
    call = about_to_go().say(Act.STATE_ACTION, Act.ASK_CLOSED, true_action="refund", slots=asks("burnt"))
    assert (call.last.move, call.last.answers, call.ended) == (Move.ANSWER, ("burnt",), None)
    call.say(Act.STATE_ACTION, true_action="refund")
    assert call.ended is not None
    assert call.ended.ending is Ending.ACCEPTED


def test_an_offer_taken_is_taken_with_the_answer_before_it() -> None:
    call = opened(hot_kettle(), seed=2).say(Act.REFLECT_CONTENT, Act.REFLECT_FEELING, touches=["leak", "call"])
    call.say(Act.OWN, Act.EXPLAIN, Act.REFLECT_CONTENT, Act.VALIDATE, touches=["party"], tells=["seal", "queue"])
    call.say(Act.PROPOSE, Act.SET_EXPECTATION, Act.ASK_CLOSED, offers=[OFFER], slots=asks("burnt"))
    assert (call.last.move, call.last.answers) == (Move.ACCEPT, ("burnt",))


def test_asked_openly_the_answer_comes_and_what_lay_behind_it_too() -> None:
    call = opened(hot_kettle(concerns=[{"id": "leak", "what": "it leaks"}, {"id": "arm", "what": "it hit her sleeve", "hidden": True}]))
    call.say().say(Act.ASK_OPEN, slots=asks("burnt"))
    assert (call.last.move, call.last.about, call.last.answers) == (Move.DISCLOSE, "arm", ("burnt",))


def test_asked_again_there_is_an_answer_as_long_as_there_are_words_for_one() -> None:
    call = opened(hot_kettle())
    said = [call.say(Act.ASK_CLOSED, slots=asks("burnt")).last for _ in range(3)]
    assert [moved.answers for moved in said] == [("burnt",), ("burnt",), ()]
    assert all(moved.move is not Move.CALL_OUT_REASK for moved in said)


def test_of_three_questions_two_are_answered() -> None:
    call = opened(case(customer={"if_asked": dict.fromkeys(("a", "b", "c"), BURNT)})).say(Act.ASK_CLOSED, slots=asks("a", "b", "c"))
    assert call.last.answers == ("a", "b")


def test_an_answer_holds_only_when_it_is_true() -> None:
    call = opened(hot_kettle())
    before = call.say(Act.ASK_CLOSED, slots=asks("unplugged")).last
    after = call.say(Act.EXPLAIN, tells=["seal"]).say(Act.ASK_CLOSED, slots=asks("unplugged")).last
    assert (before.answers, after.answers) == ((), ("unplugged",))


def test_a_question_asked_back_is_not_held_to_have_passed_theirs_over() -> None:
    one = case(concerns=[{"id": "leak", "what": "it leaks", "asks": ["Do you test these?"]}], customer={"if_asked": {"burnt": BURNT}})
    for answered in (True, False):
        call = opened(one)
        while call.last.question is None:
            call.say(Act.COURTESY)
        call.say(Act.ASK_CLOSED, slots=asks("burnt") if answered else [])
        assert (call.last.move is Move.CALL_OUT_IGNORED) is not answered


@pytest.mark.parametrize("odd", [Oddity.GIBBERISH, Oddity.EMPTY])
def test_what_was_no_reply_asks_nothing(odd: Oddity) -> None:
    assert opened(hot_kettle()).say(oddity=odd, slots=asks("burnt")).last.answers == ()


def test_a_turn_that_answers_nothing_is_written_as_it_always_was() -> None:
    scenario = hot_kettle()
    state, events = open_call(scenario, 1, opened(scenario).state.intensity)
    assert "answers" not in events[1].model_dump()
    said = RepSaid(turn=1, text="Is anybody burnt?", seconds=5, reading=reading(Act.ASK_CLOSED, slots=asks("burnt")))
    moved = next(event for event in step(scenario, state, said)[1] if isinstance(event, CustomerMoved))
    assert moved.model_dump()["answers"] == ("burnt",)
    assert CustomerMoved.model_validate(moved.model_dump()) == moved
