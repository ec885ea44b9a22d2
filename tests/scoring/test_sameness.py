"""Words that look like listening and are not: frames filled in, lists, the desk read out, echoes, announced understanding."""

from __future__ import annotations

import pytest

from scenarios.acts import Act
from scenarios.moves import Move
from scenarios.reading import ActSpan, Touch
from scoring.callview import CallView
from scoring.listening import listening
from scoring.rubric import load_rubric
from scoring.sameness import hollow, labelled, listed, read_out
from scoring.scores import Score
from tests.scoring.builders import Call, act, answer, claim, promise, scenario, touch


def score(call: Call) -> Score:
    return listening(CallView(call.transcript, scenario()), load_rubric())


def points(result: Score, rule: str) -> list[float]:
    return [row.points for row in result.evidence if row.rule == rule]


def whole(text: str) -> ActSpan:
    return ActSpan(start=0, end=len(text), act=Act.REFLECT_CONTENT, confidence=1)


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("I understand your concern about the recital on Wednesday.", True),
        ("I confirm that we have fully understood your issue with the tuner.", True),
        ("Our fault, sorry I understand your concerns about the recital on Wednesday.", True),
        ("I understand you have waited since Friday and nobody came.", False),
        ("You waited in on Friday and nobody came.", False),
        ("I understand your frustration, you waited in on Friday and nobody came.", False),
        ("I can see the problem is the pedal rod.", False),
    ],
)
def test_announcing_a_concern_is_told_from_taking_it_up(text: str, is_one: bool) -> None:
    assert labelled(text, whole(text)) is is_one


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("I understand piano, Friday, recital, tuner, Wednesday and pedal.", True),
        ("You waited in on Friday, the recital is on Wednesday, and nobody came.", False),
        ("Monday, Thursday and Monday again, and no tuner.", False),
    ],
)
def test_a_list_of_bare_words_is_told_from_a_sentence(text: str, is_one: bool) -> None:
    assert listed(text, whole(text)) is is_one


def test_policy_read_out_is_told_from_policy_explained() -> None:
    pasted, said = "Visits are booked for a whole morning.", "We only book whole mornings, so he could come any time up to noon."
    assert read_out(scenario(), pasted, whole(pasted))
    assert hollow(scenario(), pasted, whole(pasted))
    assert not read_out(scenario(), said, whole(said))


def test_one_frame_filled_in_for_each_concern_pays_less_each_time() -> None:
    call = Call().customer(about="recital").rep("What I gather from this is the recital.", touch("recital"))
    call.customer(about="no-show").rep("What I gather from this is no tuner.", touch("no-show")).customer()
    first, second = points(score(call), "listening.heard")
    assert second == pytest.approx(first / 2, abs=1e-3)


def test_a_question_handed_back_is_no_answer() -> None:
    asked = "So tell me now, can it be tuned before Wednesday?"
    echo = Call().customer(asked, question="recital/0").rep(asked, answer("recital/0")).customer()
    told = Call().customer(asked, question="recital/0").rep("Yes, tomorrow at nine.", answer("recital/0")).customer()
    assert points(score(echo), "listening.answered") == [0]
    assert points(score(told), "listening.answered")[0] > 0


def test_putting_off_counts_only_when_something_comes_of_it() -> None:
    def put_off(*, looked: bool) -> list[float]:
        call = Call().customer(question="recital/0").rep("I don't know, I'll find out.", answer("recital/0"), act(Act.ADMIT_UNKNOWN)).customer()
        if looked:
            call.acts("inspect")
        return points(score(call.rep("Thank you for waiting.", act(Act.COURTESY)).customer()), "listening.answered")

    assert put_off(looked=False) == [0]
    assert put_off(looked=True)[0] > 0


def test_what_stands_on_the_record_is_not_unknown() -> None:
    call = Call().customer(question="no-show/0").rep("I don't know why.", answer("no-show/0"), act(Act.ADMIT_UNKNOWN)).customer().acts("inspect")
    assert points(score(call), "listening.answered") == [0]


def test_words_in_the_sentence_that_blames_take_nothing_up() -> None:
    def heard(text: str) -> list[float]:
        marks = touch("recital", words="the recital is Wednesday"), act(Act.BLAME, "you should have rung")
        return points(score(Call().customer(about="recital").rep(text, *marks).customer()), "listening.heard")

    assert max(heard("Well, the recital is Wednesday, you should have rung.")) == 0
    assert max(heard("Right, the recital is Wednesday. And you should have rung.")) > 0


def test_what_is_taken_up_in_a_reply_nobody_reads_to_the_end_pays_half() -> None:
    def heard(text: str) -> float:
        return max(points(score(Call().customer(about="recital").rep(text, touch("recital", words="the recital is Wednesday")).customer()), "listening.heard"))

    assert heard("So the recital is Wednesday. " + "Here is more. " * 60) == pytest.approx(heard("So the recital is Wednesday.") / 2)


def test_a_recap_is_known_by_what_it_says() -> None:
    def closed(text: str, *marks: object) -> list[float]:
        call = Call().customer(about="recital").rep("I can book the tuner.", touch("recital")).customer(move=Move.ACCEPT)
        call.acts("book-tuner").acts("refund", amount="40 GBP").rep(text, *marks).customer(move=Move.THANK)  # type: ignore[arg-type]
        return points(score(call), "listening.checked")

    tag = act(Act.CONFIRM_CLOSE, "Anything else?")
    assert closed("Anything else?", tag) == [0]
    both = claim("true", "he comes", action="book-tuner"), promise("refund", "you get it back")
    assert closed("So he comes Tuesday and you get it back.", *both) == [0], "neither day nor sum was read"


def test_leaving_at_once_on_agreement_leaves_no_recap_owed() -> None:
    call = Call().customer(about="recital").rep("The recital.", touch("recital")).customer().rep("Booked.", touch("recital")).customer(move=Move.ACCEPT)
    assert points(score(call), "listening.checked") == []


def test_a_trouble_first_told_after_the_agreement_is_not_owed() -> None:
    def missed(move: Move) -> int:
        call = Call().customer(about="recital").rep("The recital.", touch("recital")).customer(move=move)
        call.rep("See you.", act(Act.COURTESY)).customer(question="recital/0").rep("Bye.", act(Act.COURTESY)).customer()
        return points(score(call), "listening.answered").count(0)

    assert (missed(Move.VENT), missed(Move.ACCEPT)) == (1, 0)


def test_touch_marks_outside_the_text_do_no_harm() -> None:
    part = Touch(start=900, end=950, concern="recital", how="reflect", overlap=0)
    assert not labelled("Short.", part)
    assert not hollow(scenario(), "Short.", part)
