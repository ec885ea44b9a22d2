"""The debrief: at most three points, each with the sentence, what it did, and a better line for this customer."""

from __future__ import annotations

from scenarios.acts import Act
from scenarios.model import Scenario
from scenarios.moves import Ending, Move
from scenarios.transcript import Discovery, Mood
from scoring.debrief import debrief
from scoring.rubric import load_rubric
from scoring.scorecard import scorecard
from scoring.scores import Debrief, Point
from tests.scoring.builders import NEUTRAL, Call, Mark, act, claim, good_call, scenario, touch
from trainer.own_view import turning_lines

HOT = NEUTRAL.model_copy(update={"anger": 84.0, "trust": 20.0})


def told(call: Call, card: Scenario | None = None) -> Debrief:
    card = card or scenario()
    return debrief(call.transcript, card, scorecard(call.transcript, card), load_rubric())


def point(result: Debrief, kind: str) -> Point:
    return next(p for p in result.points if p.kind == kind)


def blamed(mood: Mood = HOT) -> Call:
    call = Call().customer("Your tuner never turned up.", about="no-show", move=Move.VENT)
    text = "You waited in on Friday. You should have checked the week. Anyway."
    call.rep(text, act(Act.BLAME, "You should have checked the week."), touch("no-show", words="You waited in on Friday."))
    return call.customer("What?", mood=mood).rep("I can name another day for the recital.", touch("recital"))


def test_the_costliest_point_quotes_the_sentence_and_what_the_customer_felt() -> None:
    blame = point(told(blamed(), scenario(facts=[])), "costliest")
    assert blame.rule == "calmness.blame"
    assert blame.words == "You should have checked the week."
    assert "anger rose by 24" in blame.effect
    assert "trust fell by 10" in blame.effect


def test_a_neutral_mood_is_not_talked_about() -> None:
    assert all("rose" not in p.effect and "fell" not in p.effect for p in told(blamed(NEUTRAL)).points)


def test_the_better_line_is_the_authors_own_for_this_concern() -> None:
    concerns = [{"id": "no-show", "what": "the tuner never turned up on Friday", "heard_if": ["you waited in on Friday for nothing"]}]
    card = scenario(concerns=concerns, facts=[], model_lines=[{"concern": "no-show", "say": "You kept Friday free and we never came, {name}."}])
    missed = Call().customer(about="no-show").rep("Okay.").customer()
    assert point(told(missed, card), "costliest").candidates[0] == "You kept Friday free and we never came, Ines."
    plain = scenario(concerns=concerns, facts=[])
    assert point(told(missed, plain), "costliest").candidates[0] == "You waited in on Friday for nothing."


def test_a_line_with_a_slot_the_card_cannot_fill_is_not_shown() -> None:
    card = scenario(facts=[], model_lines=[{"concern": "no-show", "say": "That is {colour} of us."}])
    assert not any("{" in line for line in point(told(Call().customer(about="no-show").rep("Okay."), card), "costliest").candidates)


def test_a_lie_that_came_out_is_told_with_when_and_the_true_line() -> None:
    call = Call().customer().rep("He was ill on Friday.", claim("false", fact="diary"))
    call.customer("I rang him.", mood=HOT, found_out=(Discovery(kind="lie", ref="diary", turn=1, how="She rang him."),))
    worst = point(told(call), "costliest")
    assert worst.rule == "honesty.false-claim", "the harm names the moment, not the cap it brings"
    assert "It came out at once." in worst.effect
    assert worst.candidates[0] == "We put the visit in the wrong week."
    assert worst.better == "", "no line is a better one before it was tried"


def test_a_good_call_keeps_a_strength_and_names_a_next_goal_and_nothing_costly() -> None:
    result = told(good_call())
    assert [p.kind for p in result.points] == ["keep", "next"]
    assert result.points[0].words
    assert result.points[0].row.points > 0
    assert result.points[1].effect.startswith("Nothing to mend in this call.")


def test_the_next_goal_is_not_the_costliest_moment_again() -> None:
    rules = [p.rule for p in told(blamed()).points if p.kind != "keep"]
    assert len(rules) == len(set(rules)) == 2


def test_the_turning_point_is_the_customer_turn_where_mood_changed_most() -> None:
    assert told(blamed()).turning_point == 2
    assert told(blamed(NEUTRAL)).turning_point is None


def test_scores_that_rest_on_little_are_named_as_uncertain() -> None:
    said = " ".join(told(Call().customer().rep("Hello.")).uncertain)
    assert "calmness was hardly tested" in said
    assert "Listening rests on one chance" in said


def test_a_harm_the_reader_doubts_is_put_to_the_trainee() -> None:
    call = blamed()
    spans = call.events[3].reading.acts  # type: ignore[union-attr]
    doubtful = call.events[3].reading.model_copy(update={"acts": (spans[0].model_copy(update={"confidence": 0.55}),)})  # type: ignore[union-attr]
    call.events[3] = call.events[3].model_copy(update={"reading": doubtful})
    assert any("You should have checked the week." in line for line in told(call).uncertain)


def test_a_call_without_a_reply_has_no_points() -> None:
    assert told(Call().customer()).points == ()


def test_words_that_may_have_been_taken_wrongly_are_no_strength() -> None:
    validated = Mark("acts", None, act=Act.VALIDATE, confidence=0.5)
    call = Call().customer(about="no-show").rep("You waited in on Friday for nothing.", touch("no-show"), validated).customer().rep("Okay.")
    assert all(p.kind != "keep" for p in told(call).points)
    sneered = Call().customer(about="no-show").rep("You waited in on Friday. Poor you.", touch("no-show"), act(Act.HOSTILE, "Poor you.")).customer()
    assert all(p.kind != "keep" for p in told(sneered).points)


def test_where_points_were_lost_the_goal_names_the_costliest_however_small() -> None:
    call = Call().customer("Your tuner never turned up.", about="no-show", move=Move.VENT)
    call.rep("It was the wrong week on Friday.", touch("no-show", "answer")).customer()
    goal = point(told(call, scenario(facts=[])), "next")
    assert goal.rule == "listening.dealt-with"
    assert "It earned 46 of 65 points." in goal.effect
    assert "Nothing to mend" not in goal.effect


def test_nothing_to_mend_is_said_only_where_nothing_was_lost() -> None:
    call = Call().customer("Your tuner never turned up.", about="no-show", move=Move.VENT)
    call.rep("You waited in on Friday.", touch("no-show")).customer()
    result = told(call, scenario(facts=[]))
    assert point(result, "next").effect.startswith("Nothing to mend in this call. What it hardly tested: ")


def test_what_was_left_undone_is_no_fault_of_a_sentence() -> None:
    report = {"what": "tell the booking office", "kind": "report"}
    desk = scenario().desk.model_dump(mode="json", exclude_none=True)
    desk["actions"] = {"book-tuner": desk["actions"]["book-tuner"], "tell-office": report}
    card = scenario(facts=[], desk=desk)
    undone = next(p for p in told(good_call(), card).points if p.rule == "resolution.passed-inside")
    assert (undone.words, undone.candidates) == ("", ())
    assert "nobody inside was told: tell the booking office" in undone.effect


def doubted(confidence: float) -> Call:
    blame = Mark("acts", "You should have checked the week.", act=Act.BLAME, confidence=confidence)
    call = Call().customer("Your tuner never turned up.", about="no-show", move=Move.VENT)
    return call.rep("You waited in on Friday. You should have checked the week.", blame, touch("no-show", words="You waited in on Friday.")).customer()


def test_a_moment_that_may_be_none_never_heads_the_debrief() -> None:
    card = scenario(facts=[])
    assert all(p.rule != "calmness.blame" for p in told(doubted(0.55), card).points)
    assert point(told(doubted(0.9), card), "costliest").rule == "calmness.blame"


def test_the_reply_to_keep_is_never_the_one_that_cost_most() -> None:
    for call in (good_call(), blamed(), doubted(0.55)):
        points = {p.kind: p for p in told(call).points}
        assert "keep" not in points or "costliest" not in points or points["keep"].turn != points["costliest"].turn


def test_a_call_left_at_once_is_told_to_be_too_short() -> None:
    call = Call().customer(about="no-show").rep("Okay.").customer().ends(Ending.LEFT, None)
    assert [(p.kind, p.words) for p in told(call).points] == [("next", "")]
    assert "too short to judge" in told(call).points[0].effect


def broken_off(confidence: float) -> Call:
    """A lie that costs more, then a sneer over which the customer goes, with more hope than before."""
    sneer = Mark("acts", "Do buy yourself a watch.", act=Act.HOSTILE, confidence=confidence)
    call = (
        Call().customer("Your tuner never turned up.", about="no-show").rep("He was ill on Friday.", claim("false", fact="diary")).customer("Was he?", mood=HOT)
    )
    call.rep("Do buy yourself a watch. You waited in on Friday.", sneer, touch("no-show", words="You waited in on Friday."))
    return call.customer("Enough.", mood=HOT.model_copy(update={"hope": 60.0})).ends(Ending.HUNG_UP, None, worth=0.0)


def test_the_costliest_moment_of_a_call_broken_off_is_what_made_the_customer_go() -> None:
    for confidence in (0.9, 0.6):
        worst = point(told(broken_off(confidence), scenario()), "costliest")
        assert worst.rule == "calmness.hostile"
        assert worst.words == "Do buy yourself a watch."
        assert worst.effect.endswith("Ines broke off the call here.")


def test_nothing_is_said_to_have_risen_where_the_customer_went() -> None:
    call = broken_off(0.9)
    result = told(call)
    gone = result.model_copy(update={"turning_point": call.transcript.events[-1].turn})
    assert turning_lines({}, gone, call.transcript.events, scenario()) == ["By the mood it turned after your reply 2: Ines broke off the call."]
