"""Listening, criterion by criterion: hearing, answering, checking, asking again, and fixing too soon."""

from __future__ import annotations

import pytest

from scenarios.acts import Act
from scenarios.moves import Ending, Move
from scenarios.transcript import Transcript
from scoring.callview import CallView
from scoring.listening import listening
from scoring.rubric import load_rubric
from scoring.scores import Score
from tests.scoring.builders import Call, Mark, act, answer, claim, offer, scenario, slot, touch

SAID = "No tuner came on Friday."


def score(transcript: Transcript) -> Score:
    return listening(CallView(transcript, scenario()), load_rubric())


def one(text: str, *marks: Mark) -> Score:
    """The opening's concern and a single reply: 65 points hang on the one concern."""
    return score(Call().customer(about="no-show").rep(text, *marks).transcript)


def rows(result: Score, rule: str) -> list[float]:
    return [row.points for row in result.evidence if row.rule == rule]


@pytest.mark.parametrize(
    ("how", "rule", "points"), [("reflect", "heard", 65), ("own", "heard", 65), ("answer", "dealt-with", 45.5), ("act", "dealt-with", 45.5)]
)
def test_a_concern_given_back_in_words_earns_all_and_one_only_dealt_with_most(how: str, rule: str, points: float) -> None:
    first = one("You waited. " + SAID, act(Act.REFLECT_CONTENT, "You waited."), touch("no-show", how, SAID))  # type: ignore[arg-type]
    assert rows(first, f"listening.{rule}") == [points]


@pytest.mark.parametrize(
    ("mark", "rule", "value"),
    [
        (touch("no-show", "ask"), "listening.asked-about", 47.5),
        (touch("no-show", overlap=0.8), "listening.parroted", 28),
        (touch("recital"), "listening.heard", 15),
        (act(Act.ACK_GENERIC), "listening.heard", 15),
    ],
)
def test_lesser_hearing_pays_less(mark: Mark, rule: str, value: float) -> None:
    result = one(SAID, mark)
    assert result.value == pytest.approx(value)
    assert rows(result, rule), rule


def test_a_concern_taken_up_in_the_third_go_pays_half() -> None:
    call = Call().customer(about="no-show").rep("Hello.").customer().rep("Right.").customer().rep(SAID, touch("no-show"))
    assert len(rows(score(call.transcript), "listening.heard-late")) == 1


def test_words_inside_a_harm_do_not_show_hearing() -> None:
    found = one(SAID, touch("no-show"), act(Act.ARGUE))
    assert [row.points > 0 for row in found.evidence] == [False, False], "nothing was heard, and fighting took it further away"
    assert found.value is not None
    assert found.value < 15


def test_one_stretch_that_takes_up_two_concerns_pays_once_and_a_half() -> None:
    call = Call().customer(about="no-show").customer(about="recital").rep(SAID, touch("no-show"), touch("recital"))
    assert sorted(rows(score(call.transcript), "listening.heard")) == [16.25, 32.5]


def test_a_question_answered_and_one_left_open() -> None:
    def asked(*marks: Mark) -> Score:
        return score(Call().customer(about="recital", question="recital/0").rep("Yes, on Tuesday.", *marks).transcript)

    assert rows(asked(answer("recital/0")), "listening.answered")[0] > 0
    assert rows(asked(answer("last")), "listening.answered")[0] > 0
    assert rows(asked(answer("no-show/0")), "listening.answered") == [0]


def test_telling_the_fact_asked_for_answers_the_question() -> None:
    call = Call().customer(question="no-show/0").rep("We put you in the wrong week.", tells=("diary",))
    assert rows(score(call.transcript), "listening.answered")[0] > 0


def test_the_fact_told_in_an_attack_answers_nothing_and_clears_nothing_up() -> None:
    sneer = "Clever you, we put you in the wrong week."
    call = Call().customer(question="no-show/0").rep(sneer, act(Act.HOSTILE), claim("true", fact="diary"), tells=("diary",))
    assert rows(score(call.transcript), "listening.answered") == [0]
    mixed = Call().customer(move=Move.VENT, about="pitch").rep("We tune to 440, genius.", act(Act.HOSTILE), clears=("pitch",))
    assert rows(score(mixed.transcript), "listening.cleared") == [0]


def test_a_check_without_content_pays_nothing() -> None:
    def checked(text: str, *marks: Mark) -> list[float]:
        call = Call().customer(about="no-show").rep(SAID, touch("no-show")).customer().rep(text, *marks).customer()
        return rows(score(call.transcript), "listening.checked")

    assert checked("Make sense?", act(Act.CHECK_UNDERSTANDING)) == [0]
    assert checked("So the recital moves to Tuesday noon?", act(Act.CHECK_UNDERSTANDING))[0] > 0


def told_at_the_end(text: str, words: str, *, done: bool = True) -> list[float]:
    """A call in which the tuner was booked and taken; what its last reply earns as a recap."""
    call = Call().customer(about="no-show").rep(SAID, touch("no-show"), offer("tuned"))
    if done:
        call.acts("book-tuner", result="Morning visit with both pedals, Tuesday 12:00.")
    call.customer(move=Move.ACCEPT, about="tuned").rep(text, act(Act.SET_EXPECTATION), Mark("times", words, earliest=None, latest=None)).customer(
        move=Move.THANK
    )
    return rows(score(call.ends().transcript), "listening.checked")


def test_what_the_customer_will_find_and_when_sums_up_what_was_agreed() -> None:
    assert told_at_the_end("By noon the tuner will have been, both pedals done. Enjoy the day!", "By noon")[0] > 0


def test_a_goodbye_with_a_time_or_a_thing_nobody_did_sums_up_nothing() -> None:
    assert told_at_the_end("By noon it will all be fine. Enjoy the day!", "By noon") == [0]
    assert told_at_the_end("By noon the tuner will have been, both pedals done.", "By noon", done=False) == [0]


@pytest.mark.parametrize(
    ("text", "sums_up"),
    [
        ("So, visit at 12:00, 140 pounds, and you pay nothing.", True),
        ("So, visit at 12:00 and you pay nothing.", False),
        ("So, visit at 14:00, 240 pounds.", False),
    ],
)
def test_two_figures_of_the_desk_given_back_sum_up_what_was_done(text: str, *, sums_up: bool) -> None:
    call = (
        Call()
        .customer(about="no-show")
        .rep(SAID, touch("no-show"), offer("tuned"))
        .acts("book-tuner", result="Visit Tuesday 12:00, worth 140.00, 140 credited.")
    )
    call.customer(move=Move.ACCEPT, about="tuned").rep(text, Mark("times", "visit", earliest=None, latest=None)).customer(move=Move.THANK)
    assert (rows(score(call.ends().transcript), "listening.checked")[0] > 0) is sums_up


def asked_at_the_end(text: str, said: str, words: str) -> list[float]:
    """A call in which the tuner was booked and taken; what a last question, and what stands before it, earn as a recap."""
    call = Call().customer(about="no-show").rep(SAID, touch("no-show"), offer("tuned")).acts("book-tuner").customer(move=Move.ACCEPT, about="tuned")
    marks = [act(Act.CONFIRM_CLOSE, words), *([offer("tuned", said)] if said else [])]
    return rows(score(call.rep(text, *marks).customer(move=Move.THANK).ends().transcript), "listening.checked")


def test_a_last_question_that_names_the_case_sums_up_nothing() -> None:
    question = "Anything else bothering you about the tuner's visit on the recital Wednesday?"
    assert asked_at_the_end(question, "", question) == [0]


def test_hours_in_words_before_the_last_question_sum_up_what_was_agreed() -> None:
    said = "The tuner two to four, pedals done at ten."
    assert asked_at_the_end(f"{said} Anything else?", said, "Anything else?")[0] > 0
    assert asked_at_the_end("Two of four. Anything else?", "", "Anything else?") == [0]


def whole_at_the_end(text: str, *times: str) -> list[float]:
    """What a last reply with these hours in it earns as a recap."""
    call = Call().customer(about="no-show").rep(SAID, touch("no-show"), offer("tuned")).acts("book-tuner").customer(move=Move.ACCEPT, about="tuned")
    marks = [Mark("times", words, earliest=None, latest=None) for words in times]
    return rows(score(call.rep(text, *marks).customer(move=Move.THANK).ends().transcript), "listening.checked")


def test_hours_and_then_is_that_everything_sum_up_and_the_question_alone_does_not() -> None:
    assert whole_at_the_end("Tuesday noon the tuner, Friday the bench. Is that everything?", "Tuesday noon", "Friday")[0] > 0
    assert whole_at_the_end("Is that everything?") == [0]
    assert whole_at_the_end("On Friday. Is that everything?", "Friday") == [0]


@pytest.mark.parametrize(
    ("before", "harm", "recap", "pays"),
    [
        ("By 10 the piano will play like new.", Act.OVERPROMISE, "So all is settled: tuner Tuesday, recital piano like new at 10.", False),
        ("By 10 the piano will play like new.", Act.OVERPROMISE, "So the tuner comes Tuesday noon for the recital piano.", True),
        ("By 10 the piano will play like new.", Act.SET_EXPECTATION, "So all is settled: tuner Tuesday, recital piano like new at 10.", True),
    ],
)
def test_a_recap_pays_nothing_where_it_says_again_what_was_too_much(before: str, harm: Act, recap: str, *, pays: bool) -> None:
    call = Call().customer(about="no-show").rep(f"{SAID} {before}", touch("no-show"), act(harm, before)).customer()
    call.rep(recap, act(Act.CONFIRM_CLOSE, recap)).customer(move=Move.THANK)
    assert (rows(score(call.ends().transcript), "listening.checked")[0] > 0) is pays


def test_what_a_leaver_had_no_time_for_is_told_and_not_held_against_them() -> None:
    opening = Call().customer(about="no-show").rep(SAID, touch("no-show")).customer(about="recital").rep("Right.")
    gone = score(opening.ends(Ending.LEFT, None).transcript)
    assert gone.opportunities == 2, "a concern and the recap: for the other concern there was one reply where two are given"
    assert [(row.says, row.of) for row in gone.evidence if row.turn == 2 and row.rule == "listening.heard"] == [
        ("You left before there was time for this: the recital is on Wednesday.", 0.0)
    ]


def test_what_there_was_time_for_is_held_against_a_leaver_and_staying_and_doing_well_is_never_worse() -> None:
    opening = Call().customer(about="no-show").rep(SAID, touch("no-show")).customer(about="recital").rep("Right.")
    gone = score(opening.ends(Ending.LEFT, None).transcript)
    let_go = Call().customer(about="no-show").rep(SAID, touch("no-show")).customer(about="recital").rep("Right.").customer().rep("Hm.")
    stayed = Call().customer(about="no-show").rep(SAID, touch("no-show")).customer(about="recital").rep("And Saturday matters.", touch("recital"))
    assert gone.value is not None
    assert (score(let_go.ends(Ending.LEFT, None).transcript).value or 0) < gone.value
    assert (score(stayed.ends(Ending.LEFT, None).transcript).value or 0) >= gone.value


def test_nothing_reached_is_nothing_scored() -> None:
    alone = score(Call().customer(about="no-show").rep("Hello.").ends(Ending.LEFT, None).transcript)
    assert (alone.value, alone.why_not) == (None, "You left before there was time for anything the customer raised.")


def test_a_mix_up_cleared_in_time_earns_and_left_standing_earns_nothing() -> None:
    def mixed(*cleared: str) -> list[float]:
        return rows(score(Call().customer(move=Move.VENT, about="pitch").rep("We tune to 440.", clears=cleared).transcript), "listening.cleared")

    assert mixed("pitch")[0] > 0
    assert mixed() == [0]


def test_a_mix_up_cleared_before_it_shows_earns_as_well() -> None:
    call = Call().customer(about="no-show").rep("We tune to 440, not to any pitch.", clears=("pitch",)).customer(move=Move.SOFTEN, about="pitch").rep("Good.")
    assert rows(score(call.transcript), "listening.cleared")[0] > 0


def test_asking_for_what_is_known_costs_unless_the_value_is_stated() -> None:
    known = one(SAID + " Your address?", touch("no-show", words=SAID), slot("address", "Your address?"))
    stated = one(SAID + " Still 4 Mill Row?", touch("no-show", words=SAID), slot("address", "Still 4 Mill Row?", stated=True))
    assert (rows(known, "listening.reask"), rows(stated, "listening.reask")) == ([-6], [])


def test_a_fix_before_anything_was_heard_costs_and_its_touch_hears_nothing() -> None:
    text = "I can send a tuner."
    result = one(text, act(Act.PROPOSE), offer("tuned"), touch("no-show", "act"))
    assert (rows(result, "listening.fix-first"), rows(result, "listening.heard")) == ([-4], [0])
    heard_first = one(SAID + " " + text, touch("no-show", words=SAID), act(Act.PROPOSE, text), offer("tuned", text))
    assert not rows(heard_first, "listening.fix-first")
    assert [row.points == row.of for row in heard_first.evidence if row.rule in ("listening.heard", "listening.wish")] == [True, True]


def test_what_the_customer_is_here_for_is_a_chance_of_its_own() -> None:
    def came_to(*marks: Mark) -> list[float]:
        call = Call().customer(about="no-show").rep("Hello.").customer().rep("Right.").customer().rep(SAID, touch("no-show", words=SAID), *marks)
        return rows(score(call.transcript), "listening.wish")

    assert came_to() == [0]
    assert came_to(offer("tuned", SAID))[0] > 0
    assert not rows(one("Hello."), "listening.wish"), "nobody comes to it in the first breath"


def test_a_step_nobody_took_and_a_cause_nobody_knows_of_earn_nothing() -> None:
    def did(call: Call) -> bool:
        return bool(rows(score(call.transcript), "listening.did"))

    step = ("A new visit for the recital is in his diary now, Tuesday by noon.", act(Act.STATE_ACTION))
    assert not did(Call().customer(about="no-show").rep(*step))
    assert did(Call().customer(about="no-show").acts("book-tuner").rep(*step))
    assert did(Call().customer(about="no-show").rep(*step).acts("book-tuner")), "done in the next moment"
    assert not did(Call().customer(about="no-show").acts("book-tuner", ok=False).rep(*step))
    assert did(Call().customer(about="no-show").rep("I have looked at the visit we had for the recital, it is in the wrong week.", act(Act.STATE_ACTION))), (
        "a look leaves no trace"
    )
    cause = "His diary had your recital in the wrong week."
    assert not did(Call().customer(about="no-show").rep(cause, act(Act.EXPLAIN)))
    assert did(Call().customer(about="no-show").rep(cause, act(Act.EXPLAIN), claim("true", fact="diary")))


def test_hearing_after_the_offer_in_one_reply_is_still_fixing_first() -> None:
    text = "I can send a tuner."
    assert rows(one(f"{text} {SAID}", act(Act.PROPOSE, text), touch("no-show", words=SAID)), "listening.fix-first") == [-4]


def test_the_opening_brings_up_the_concerns_its_words_share() -> None:
    call = Call().customer("anything at all").rep("Hello.")
    assert [row.says for row in score(call.transcript).evidence] == ["Not taken up within two replies: the tuner never turned up on Friday."]


def test_stock_sympathy_is_named_once_kindly_with_what_to_say_instead() -> None:
    stock = "I understand your frustration."
    call = Call().customer(about="no-show")
    for _ in range(3):
        call.rep(stock, act(Act.ACK_GENERIC, stock)).customer(about="no-show")
    found = [row for row in score(call.transcript).evidence if row.rule == "listening.harmed"]
    assert [row.points < 0 for row in found] == [False, True, True]
    assert "Said once it costs nothing, and it earns nothing. Say what it is about instead: the tuner never turned up on Friday." in found[0].says
    assert "instead" not in found[1].says


def test_a_line_says_what_its_chance_was_worth() -> None:
    heard = one("You waited. " + SAID, act(Act.REFLECT_CONTENT, "You waited."), touch("no-show", "answer", SAID))
    assert [(row.points, row.of) for row in heard.evidence if row.rule == "listening.dealt-with"] == [(45.5, 65.0)]
    missed = one("Okay.")
    assert [(row.points, row.of) for row in missed.evidence if row.rule == "listening.heard"] == [(0.0, 65.0)]
