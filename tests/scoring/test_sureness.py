"""How sure a score is: few chances, doubtful readings, and what is said of them."""

from __future__ import annotations

import pytest

from scenarios.acts import Act
from scenarios.moves import Move
from scoring.callview import CallView
from scoring.rubric import load_rubric
from scoring.scorecard import scorecard
from scoring.scores import Dimension, Evidence, Sureness
from scoring.sureness import in_part, read_as, sureness
from tests.scoring.builders import Call, Mark, act, good_call, scenario, touch


def sure(call: Call) -> dict[Dimension, Sureness]:
    card = scorecard(call.transcript, scenario())
    return sureness(CallView(call.transcript, scenario()), card, load_rubric())


def blamed(confidence: float) -> Call:
    call = Call().customer("Useless.", about="no-show", move=Move.PROVOKE, provocation=True)
    blame = Mark("acts", "You should have checked the week.", act=Act.BLAME, confidence=confidence)
    return call.rep("You waited in on Friday. You should have checked the week.", blame)


def test_one_chance_makes_a_figure_to_take_lightly() -> None:
    listening = sure(Call().customer(about="no-show").rep("You waited in on Friday.", touch("no-show")))["listening"]
    assert listening.level == "little"
    assert listening.why == ("Listening rests on one chance in this call, so take the figure lightly.",)


def test_a_score_that_is_not_given_has_no_sureness() -> None:
    assert "resolution" not in sure(Call().customer().rep("Hello."))


def test_a_harm_read_at_even_odds_is_quoted_with_what_hangs_on_it() -> None:
    doubted = sure(blamed(0.6))["calmness"]
    assert any("You should have checked the week." in why and "60% sure, and" in why for why in doubted.why)
    assert not any("60% sure" in why for why in sure(blamed(0.95))["calmness"].why)


def test_an_untested_calmness_says_whether_anything_was_lost() -> None:
    quiet = sure(Call().customer().rep("I can see the visit for Friday here."))["calmness"]
    assert quiet.level == "little"
    assert "hardly tested" in quiet.why[0]
    lost = sure(Call().customer().rep("Calm down.", act(Act.INVALIDATE)))["calmness"]
    assert "what your own lines cost" in lost.why[0]


def test_a_full_call_is_trusted_more_than_a_short_one() -> None:
    assert sure(good_call())["listening"].level != "little"


def test_the_reading_behind_a_row_is_the_act_it_charges_for() -> None:
    call = blamed(0.8)
    card = scorecard(call.transcript, scenario())
    row = next(row for row in card.scores["calmness"].evidence if row.rule.startswith("calmness.blame"))
    read = read_as(call.events, row)
    assert read is not None
    assert (read.act, read.confidence) == (Act.BLAME, 0.8)
    missed = next(row for row in card.scores["calmness"].evidence if row.rule == "calmness.composed")
    assert read_as(call.events, missed) is None, "a chance let go is no reading"


@pytest.mark.parametrize(
    ("row", "part"),
    [
        (Evidence(turn=1, start=0, end=4, rule="calmness.did", points=0.5, of=1.6, says="This offered a way forward."), True),
        (Evidence(turn=1, start=0, end=4, rule="calmness.did", points=1.55, of=1.6, says="This offered a way forward."), False),
        (Evidence(turn=1, start=0, end=4, rule="listening.dealt-with", points=20, of=30, says="It pays a share, however sure the reader is."), False),
    ],
)
def test_only_what_shrinks_with_the_readers_doubt_counts_in_part(row: Evidence, part: bool) -> None:
    assert in_part(Call().customer().rep("Yes.", act(Act.PROPOSE, "Yes.")).transcript.events, row) is part
