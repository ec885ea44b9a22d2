"""A reply worded anew: how it was read, what the customer answers, what it would change; the call itself stays as it was."""

from __future__ import annotations

import pytest

from scenarios.acts import Act
from scenarios.model import Scenario
from scenarios.transcript import Transcript
from trainer.errors import UsageError
from trainer.instead import Moment
from trainer.retyped import retyped
from trainer.wiring import start_call
from trainer.words import ACT_WORDS


@pytest.fixture
def transcript(kettle: Scenario) -> Transcript:
    call, _ = start_call(kettle, 7)
    call.say("Calm down, it is only a kettle.")
    call.say("Well?")
    call.leave()
    return call.transcript


def test_a_better_wording_takes_the_harm_away_and_softens(kettle: Scenario, transcript: Transcript) -> None:
    moment = Moment(transcript, kettle, 1)
    came = retyped(moment, "We packed the wrong kettle, that is our mistake. I can send the steel one by courier, to be with you on Friday by noon.")
    assert any("owns the fault" in mark.words for mark in came.marks)
    assert any("Calmness, this no longer costs" in row for row in came.gone)
    assert any("Honesty, this now also earns" in row for row in came.come)
    assert came.answer != moment.first.answer
    assert "instead of" in came.felt


def test_a_worse_wording_says_so_plainly(kettle: Scenario, transcript: Transcript) -> None:
    came = retyped(Moment(transcript, kettle, 3), "You ordered the plastic one. That is your own fault.")
    assert any(mark.harm for mark in came.marks)
    assert any("costs" in row for row in came.come)


def test_the_first_words_again_change_nothing(kettle: Scenario, transcript: Transcript) -> None:
    moment = Moment(transcript, kettle, 1)
    came = retyped(moment, "Calm down, it is only a kettle.")
    assert (came.gone, came.come) == ((), ())
    assert came.answer == moment.first.answer
    assert came.felt == "Imre feels as after your first words."


def test_the_same_promise_in_other_words_is_neither_lost_nor_gained(kettle: Scenario) -> None:
    call, _ = start_call(kettle, 7)
    call.act("replace")
    turn = call.state.turn + 1
    call.say("We packed the wrong one, sorry. I will send you the steel kettle.")
    call.leave()
    moment = Moment(call.transcript, kettle, turn)
    other = "We packed the wrong one, sorry. I will send the steel kettle to you."
    assert any("promise made and kept: I will send the steel" in row.says for row in moment.say(other).rows)
    assert not any("promise" in row for came in [retyped(moment, other)] for row in (*came.gone, *came.come))
    assert any("only the first words earned this: A promise made and kept" in row for row in retyped(moment, "Sorry.").gone)


def test_one_may_try_as_often_as_one_likes(kettle: Scenario, transcript: Transcript) -> None:
    before = transcript.model_dump_json()
    moment = Moment(transcript, kettle, 1)
    first = retyped(moment, "We packed the wrong kettle.")
    retyped(moment, "Whatever.")
    assert retyped(moment, "We packed the wrong kettle.") == first
    assert transcript.model_dump_json() == before


@pytest.mark.parametrize("text", ["?!?!", "\x1b[31m\udc80\x00", "[/b]" * 50, "x" * 30_000])
def test_whatever_is_typed_has_an_answer(kettle: Scenario, transcript: Transcript, text: str) -> None:
    assert retyped(Moment(transcript, kettle, 3), text).answer


def test_a_turn_the_rep_did_not_take_cannot_be_worded_anew(kettle: Scenario, transcript: Transcript) -> None:
    with pytest.raises(UsageError):
        Moment(transcript, kettle, 2)


def test_every_act_has_plain_words() -> None:
    assert set(ACT_WORDS) == {act.value for act in Act}
