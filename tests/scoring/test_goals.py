"""Goals of the debrief: what was missing, in words of the case, and never the lapse told as advice."""

from __future__ import annotations

import pytest

from scoring.callview import CallView
from scoring.goals import goal_words
from scoring.rubric import load_rubric
from scoring.scores import Evidence
from tests.scoring.builders import Call, good_call, scenario


def goal(rule: str, call: Call) -> str:
    row = Evidence(turn=1, start=0, end=1, rule=rule, points=1, of=2, says="This did it.")
    desk = scenario().model_dump(by_alias=True, mode="json")["outcomes"]
    desk["tuned"]["what"] = "the piano tuned on Tuesday"
    return goal_words(CallView(call.transcript, scenario(outcomes=desk)), row, load_rubric().criterion(rule))


@pytest.mark.parametrize("rule", ["listening.dealt-with", "listening.dealt-late", "listening.heard-late", "listening.parroted", "honesty.told-not-owned"])
def test_a_share_of_a_chance_is_told_by_what_was_missing(rule: str) -> None:
    assert goal(rule, good_call()).startswith("What was missing: ")


def test_a_recap_is_asked_for_with_what_was_agreed() -> None:
    assert "the piano tuned on Tuesday." in goal("listening.checked", good_call())
    assert goal("listening.checked", Call().customer().rep("Hello.")) == load_rubric().criterion("listening.checked").told


def test_advice_stays_as_the_rubric_words_it() -> None:
    assert goal("listening.heard", good_call()) == load_rubric().criterion("listening.heard").told
