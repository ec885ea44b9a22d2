"""Calmness, criterion by criterion: what earns under attack, what costs, what caps."""

from __future__ import annotations

from typing import Any

import pytest

from scenarios.acts import Act
from scenarios.moves import Move
from scenarios.reading import Oddity
from scenarios.transcript import Transcript
from scoring.callview import CallView
from scoring.calmness import calmness
from scoring.rubric import load_rubric
from scoring.scores import Score
from tests.scoring.builders import Call, Mark, act, claim, scenario, touch

HEARD = touch("recital")
COMPOSED = (act(Act.REFLECT_CONTENT), HEARD)


def score(transcript: Transcript) -> Score:
    return calmness(CallView(transcript, scenario()), load_rubric())


def provoked(text: str, *marks: Mark, **more: Any) -> Score:
    """One attack and one reply to it."""
    return score(Call().customer("You clowns.", move=Move.PROVOKE, provocation=True).rep(text, *marks, **more).customer().transcript)


def quiet(text: str, *marks: Mark, then: tuple[str, Mark] | None = None) -> Score:
    """A call in which one attack was met, and then nobody attacked."""
    call = (
        Call()
        .customer("You clowns.", move=Move.PROVOKE, provocation=True)
        .rep("The recital is what matters.", *COMPOSED)
        .customer()
        .rep(text, *marks)
        .customer()
    )
    if then:
        call.rep(then[0], then[1]).customer()
    return score(call.transcript)


def rules(result: Score) -> dict[str, float]:
    return {row.rule: row.points for row in result.evidence}


def test_an_attack_met_with_the_case_earns_the_whole_pool() -> None:
    assert provoked("The recital is what matters.", *COMPOSED).value == 100


def test_a_stock_line_under_attack_earns_nothing() -> None:
    result = provoked("I understand your frustration.", act(Act.ACK_GENERIC))
    assert result.value == 60
    assert [row.turn for row in result.evidence] == [0], "the missed chance points at the customer's turn"


def test_case_words_beside_a_harm_do_not_count_as_composed() -> None:
    result = provoked("The recital is Wednesday. Calm down.", touch("recital", words="The recital is Wednesday."), act(Act.INVALIDATE, "Calm down."))
    assert result.value == 50


def test_a_limit_after_abuse_earns_the_chance() -> None:
    assert rules(provoked("I can't go on while I'm sworn at.", act(Act.SET_LIMIT)))["calmness.limit"] == 40


def test_a_limit_without_abuse_costs_a_little() -> None:
    call = Call().customer().rep("The recital is what matters.", *COMPOSED).customer().rep("Please stop shouting.", act(Act.SET_LIMIT)).customer()
    assert rules(score(call.transcript))["calmness.early-limit"] == -4


def test_the_same_composed_words_pay_half_the_second_time() -> None:
    call = Call()
    for _ in range(2):
        call.customer("You clowns.", move=Move.PROVOKE, provocation=True).rep("The recital is what matters.", *COMPOSED)
    assert score(call.customer().transcript).value == 60 + 20 + 10


def test_an_attack_nobody_could_answer_is_no_chance() -> None:
    call = Call().customer().rep("The recital is what matters.", *COMPOSED).customer("Idiots. Bye.", move=Move.HANG_UP, provocation=True)
    result = score(call.transcript)
    assert (result.opportunities, result.value) == (0, 90)


@pytest.mark.parametrize(
    ("harm", "rule", "points"),
    [
        (Act.ARGUE, "calmness.argue", -10),
        (Act.INVALIDATE, "calmness.invalidate", -10),
        (Act.BLAME, "calmness.blame", -10),
        (Act.DEFLECT, "calmness.deflect", -4),
        (Act.HOSTILE, "calmness.hostile", -20),
    ],
)
def test_each_harm_costs_its_points(harm: Act, rule: str, points: float) -> None:
    result = quiet("We ship thousands without trouble.", act(harm))
    assert rules(result)[rule] == points
    assert result.value == 100 + points


def test_blame_that_is_also_untrue_is_severe() -> None:
    assert rules(quiet("You gave the wrong week.", act(Act.BLAME), claim("false", fact="diary")))["calmness.blame-untrue"] == -20


def test_taking_a_harm_back_within_two_goes_forgives_half() -> None:
    assert quiet("We ship thousands.", act(Act.ARGUE), then=("That was unfair of me, sorry.", act(Act.APOLOGISE))).value == 95


def test_sorry_for_the_trouble_does_not_take_a_harm_back() -> None:
    assert quiet("We ship thousands.", act(Act.ARGUE), then=("I'm sorry about Friday.", act(Act.APOLOGISE))).value == 90


def test_an_insult_holds_the_score_at_forty() -> None:
    result = quiet("You are an idiot.", act(Act.HOSTILE))
    assert result.value == 40
    assert sum(row.points for row in result.evidence) + 60 == 40


def test_sarcasm_about_the_case_costs_but_does_not_cap() -> None:
    assert quiet("Oh no, a piano, how tragic.", act(Act.HOSTILE)).value == 80


def test_the_third_apologising_reply_is_one_too_many() -> None:
    call = Call().customer().rep("The recital is what matters.", *COMPOSED)
    for _ in range(3):
        call.customer().rep("I'm so sorry.", act(Act.APOLOGISE))
    assert rules(score(call.transcript))["calmness.flustered"] == -4


def test_stock_words_alone_earn_no_more_than_the_base() -> None:
    assert score(Call().customer().rep("I hear you.", act(Act.ACK_GENERIC)).customer().transcript).value == 60


def test_no_reply_and_gibberish_are_not_scored() -> None:
    assert score(Call().customer().transcript).value is None
    odd = score(Call().customer().rep("asdf qwer", oddity=Oddity.GIBBERISH).transcript)
    assert odd.value is None
    assert odd.why_not


def unattacked(*replies: tuple[str, *tuple[Mark, ...]]) -> float:
    call = Call().customer()
    for text, *marks in replies:
        call.rep(text, *marks).customer()
    value = score(call.transcript).value
    assert value is not None
    return value


def test_with_no_attack_stock_lines_earn_nothing_and_thin_out_what_the_case_earned() -> None:
    case, stock = ("The recital is what matters.", *COMPOSED), ("I hear you.", act(Act.ACK_GENERIC))
    assert unattacked(stock) == 60
    assert unattacked(case, stock) == 90
    assert unattacked(case, *[stock] * 9) == 80


def test_with_no_attack_a_reply_that_fights_loses_its_share_as_well() -> None:
    assert unattacked(("The recital is what matters.", *COMPOSED), ("We ship thousands.", act(Act.ARGUE))) == 90 - 15 - 10
