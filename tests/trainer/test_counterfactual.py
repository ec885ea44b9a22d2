"""A better line is shown only where playing the moment again found it better; the customer's answer to it is the script's."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from scenarios.model import Scenario
from scenarios.transcript import CustomerMoved, Transcript
from scoring.scores import Debrief, Point
from trainer.counterfactual import better, with_better_lines
from trainer.instead import Moment
from trainer.wiring import judge, start_call

HEARD = "It is a present for Saturday, and you have the plastic one in your hands."


@pytest.fixture
def scenario(kettle: Scenario) -> Scenario:
    return kettle.model_copy(update={"concerns": tuple(c.model_copy(update={"heard_if": (HEARD,)}) for c in kettle.concerns)})


def played(scenario: Scenario, *replies: str) -> Transcript:
    call, _ = start_call(scenario, 7)
    for reply in replies:
        call.say(reply)
    call.leave()
    return call.transcript


def debriefed(scenario: Scenario, transcript: Transcript) -> Debrief:
    return with_better_lines(judge(transcript, scenario)[1], transcript, scenario)


def costliest(talk: Debrief) -> Point:
    return next(point for point in talk.points if point.kind == "costliest")


def test_the_line_shown_was_played_and_does_better(scenario: Scenario) -> None:
    transcript = played(scenario, "Calm down, it is only a kettle.", "Well?")
    point = costliest(debriefed(scenario, transcript))
    assert point.better
    assert point.better in point.candidates
    assert point.eases.startswith("Imre's ")
    moment = Moment(transcript, scenario, point.turn)
    again = moment.say(point.better)
    assert again.answer == point.answer != moment.first.answer
    assert better(point, moment, point.better, again)


def test_a_line_that_would_cost_is_never_shown(scenario: Scenario) -> None:
    transcript = played(scenario, "Calm down, it is only a kettle.")
    talk = judge(transcript, scenario)[1]
    worse = ("You ordered the plastic one yourself.", "That is your own fault.")
    tried = with_better_lines(_with(talk, worse), transcript, scenario)
    assert all(point.better == "" for point in tried.points)


def test_a_line_that_tells_of_steps_nobody_took_is_never_shown(scenario: Scenario) -> None:
    transcript = played(scenario, "Calm down, it is only a kettle.")
    tried = with_better_lines(_with(judge(transcript, scenario)[1], ("I have just sent the courier off with the steel kettle.",)), transcript, scenario)
    assert costliest(tried).better == ""


def test_a_line_that_leaves_the_customer_asking_for_what_was_agreed_is_never_shown(scenario: Scenario) -> None:
    agreed = played(
        scenario, "We packed the wrong kettle, that is our mistake. I will send you the steel one, it is with you by Friday.", "Calm down, it is only a kettle."
    )
    point = next(point for point in debriefed(scenario, agreed).points if point.turn == 3)
    moment = Moment(agreed, scenario, 3)
    gone_over = moment.say(HEARD)
    assert gone_over.moved is not None
    assert gone_over.moved.about == moment.agreed == "right-one"
    assert not better(point, moment, HEARD, gone_over)
    assert point.better != HEARD


def test_the_same_line_is_not_shown_twice(scenario: Scenario) -> None:
    transcript = played(scenario, "Calm down, it is only a kettle.", "That is your own fault.", "Whatever.")
    lines = [point.better for point in debriefed(scenario, transcript).points if point.better]
    assert len(lines) == len(set(lines))


def test_a_call_that_cannot_be_played_again_keeps_the_rules_own_words(scenario: Scenario) -> None:
    transcript = played(scenario, "Calm down, it is only a kettle.", "Well?")
    other = tuple(
        e.model_copy(update={"mood": e.mood.model_copy(update={"anger": 1.0})}) if isinstance(e, CustomerMoved) and e.turn == 0 else e
        for e in transcript.events
    )
    changed = transcript.model_copy(update={"events": other})
    point = costliest(debriefed(scenario, changed))
    assert point.better == point.answer == ""
    assert point.why


def test_the_same_call_gives_the_same_debrief(scenario: Scenario) -> None:
    transcript = played(scenario, "Calm down, it is only a kettle.", "Well?")
    assert debriefed(scenario, transcript) == debriefed(scenario, transcript)


def _with(talk: Debrief, candidates: Sequence[str]) -> Debrief:
    return talk.model_copy(update={"points": tuple(p.model_copy(update={"candidates": tuple(candidates)}) for p in talk.points if p.kind != "keep")})
