"""Calmness, criterion by criterion: what earns under attack, what costs, what caps."""

from __future__ import annotations

from math import exp
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
from scoring.tone import phrases_of
from tests.scoring.builders import Call, Mark, act, claim, scenario

COMPOSED = (act(Act.REFLECT_CONTENT),)
RUBRIC = load_rubric()
BASE = RUBRIC.dimensions["calmness"].base
ONCE = RUBRIC.by_acts["calmness"].earns[Act.REFLECT_CONTENT] * (1 - exp(-0.9 / 2))
"""what the first reflection earns, read with the confidence the builders give"""


def score(transcript: Transcript) -> Score:
    return calmness(CallView(transcript, scenario()), RUBRIC)


def provoked(text: str, *marks: Mark, **more: Any) -> Score:
    """One attack and one reply to it."""
    return score(Call().customer("You clowns.", move=Move.PROVOKE, provocation=True).rep(text, *marks, **more).customer().transcript)


def quiet(text: str, *marks: Mark, then: tuple[str, Mark] | None = None) -> Score:
    """A call in which one attack was met, and then nobody attacked."""
    call = Call().customer("You clowns.", move=Move.PROVOKE, provocation=True).rep("Recital Wednesday.", *COMPOSED).customer().rep(text, *marks).customer()
    if then:
        call.rep(then[0], then[1]).customer()
    return score(call.transcript)


def value(result: Score) -> float:
    assert result.value is not None
    return result.value


def rules(result: Score) -> dict[str, float]:
    return {row.rule: row.points for row in result.evidence}


@pytest.fixture(autouse=True)
def _no_tone(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """Wording is tested by itself: these sentences stand for what their marks say."""
    if "tone" not in request.node.name:
        monkeypatch.setattr("scoring.tone.weights", dict)


def test_an_attack_met_with_the_case_earns_and_says_so() -> None:
    result = provoked("Recital Wednesday.", *COMPOSED)
    assert value(result) == round(BASE + ONCE, 1)
    assert [(row.rule, row.says.startswith("Under attack")) for row in result.evidence] == [("calmness.composed", True)]


def test_a_stock_line_under_attack_earns_nothing() -> None:
    result = provoked("I understand your frustration.", act(Act.ACK_GENERIC))
    assert result.value == BASE
    assert [row.turn for row in result.evidence] == [0], "the missed chance points at the customer's turn"


def test_with_no_attack_the_same_words_earn_the_same() -> None:
    result = score(Call().customer().rep("Recital Wednesday.", *COMPOSED).customer().transcript)
    assert (value(result), result.opportunities) == (round(BASE + ONCE, 1), 0)
    assert list(rules(result)) == ["calmness.did"]


def test_a_limit_after_abuse_earns() -> None:
    assert rules(provoked("I can't go on while I'm sworn at.", act(Act.SET_LIMIT)))["calmness.limit"] > 0


def test_a_limit_without_abuse_costs_a_little_and_earns_nothing() -> None:
    call = Call().customer().rep("Recital Wednesday.", *COMPOSED).customer().rep("Please stop shouting.", act(Act.SET_LIMIT)).customer()
    found = rules(score(call.transcript))
    assert found["calmness.early-limit"] == -4
    assert "calmness.limit" not in found


def test_the_same_composed_act_pays_less_the_second_time() -> None:
    call = Call()
    for sentence in ("Recital Wednesday.", "Wednesday is the recital, then."):
        call.customer("You clowns.", move=Move.PROVOKE, provocation=True).rep(sentence, *COMPOSED)
    first, second = [row.points for row in score(call.customer().transcript).evidence]
    assert first > second > 0


def test_an_attack_nobody_could_answer_is_no_chance() -> None:
    call = Call().customer().rep("Recital Wednesday.", *COMPOSED).customer("Idiots. Bye.", move=Move.HANG_UP, provocation=True)
    result = score(call.transcript)
    assert (result.opportunities, value(result)) == (0, round(BASE + ONCE, 1))


@pytest.mark.parametrize("harm", [Act.ARGUE, Act.INVALIDATE, Act.BLAME, Act.DEFLECT, Act.HOSTILE])
def test_each_harm_costs_its_points(harm: Act) -> None:
    result = quiet("We ship thousands without trouble.", act(harm))
    rule = f"calmness.{harm.lower()}"
    assert rules(result)[rule] == -RUBRIC.cost(RUBRIC.criterion(rule)) < 0
    assert value(result) == pytest.approx(BASE + ONCE + rules(result)[rule], abs=0.06)


def test_an_insult_weighs_most_and_a_bare_refusal_least() -> None:
    cost = {name: RUBRIC.cost(RUBRIC.criterion(f"calmness.{name}")) for name in ("hostile", "blame", "argue", "invalidate", "deflect")}
    assert cost["hostile"] > cost["blame"] >= max(cost["argue"], cost["invalidate"]) >= min(cost["argue"], cost["invalidate"]) > cost["deflect"]


def test_blame_that_is_also_untrue_costs_more() -> None:
    untrue = rules(quiet("You gave the wrong week.", act(Act.BLAME), claim("false", fact="diary")))["calmness.blame-untrue"]
    assert untrue < rules(quiet("You gave the wrong week.", act(Act.BLAME)))["calmness.blame"] < 0


def test_taking_a_harm_back_within_two_goes_forgives_half() -> None:
    kept = rules(quiet("We ship thousands.", act(Act.ARGUE)))["calmness.argue"]
    assert rules(quiet("We ship thousands.", act(Act.ARGUE), then=("That was unfair of me, sorry.", act(Act.APOLOGISE))))["calmness.argue"] == kept / 2


def test_sorry_for_the_trouble_does_not_take_a_harm_back() -> None:
    kept = rules(quiet("We ship thousands.", act(Act.ARGUE)))["calmness.argue"]
    assert rules(quiet("We ship thousands.", act(Act.ARGUE), then=("I'm sorry about Friday.", act(Act.APOLOGISE))))["calmness.argue"] == kept


def test_an_insult_holds_the_score_at_forty() -> None:
    result = quiet("You are an idiot.", act(Act.HOSTILE))
    assert value(result) == 40
    assert sum(row.points for row in result.evidence) + BASE == pytest.approx(40)


def test_sarcasm_about_the_case_costs_but_does_not_cap() -> None:
    assert value(quiet("Oh no, a piano, how tragic.", act(Act.HOSTILE))) > 40


def test_the_third_apologising_reply_is_one_too_many() -> None:
    call = Call().customer().rep("Recital Wednesday.", *COMPOSED)
    for _ in range(3):
        call.customer().rep("I'm so sorry.", act(Act.APOLOGISE))
    assert rules(score(call.transcript))["calmness.flustered"] == -4


def test_stock_words_alone_earn_no_more_than_the_base() -> None:
    assert score(Call().customer().rep("I hear you.", act(Act.ACK_GENERIC)).customer().transcript).value == BASE


def test_no_reply_and_gibberish_are_not_scored() -> None:
    assert score(Call().customer().transcript).value is None
    odd = score(Call().customer().rep("asdf qwer", oddity=Oddity.GIBBERISH).transcript)
    assert odd.value is None
    assert odd.why_not


def test_more_replies_that_only_fill_change_nothing() -> None:
    call = Call().customer().rep("Recital Wednesday.", *COMPOSED)
    before = value(score(call.customer().transcript))
    for _ in range(5):
        call.rep("I hear you.", act(Act.ACK_GENERIC)).customer()
    assert value(score(call.transcript)) == before


def test_tone_that_looks_down_costs_and_names_the_turns_of_phrase() -> None:
    result = score(Call().customer().rep("Well, as I said, most people manage that.").customer().transcript)
    row = next(row for row in result.evidence if row.rule == "calmness.tone")
    assert row.points < 0
    assert "“well”" in row.says


def test_tone_costs_each_turn_of_phrase_once_and_never_more_than_its_most() -> None:
    sentence = "Well, as I said, most people manage that."
    once = score(Call().customer().rep(sentence).customer().transcript)
    again = score(Call().customer().rep(sentence).customer().rep(sentence).customer().transcript)
    assert once.value == again.value
    call = Call().customer()
    for opening in ("Well, as I said", "I'm sure you did, it does say so", "Most people do", "Right, ok", "As I said before, people do", "Quite, and actually"):
        for ending in ("that is on the form.", "you were told.", "it was sent.", "there's a paper on the door."):
            call.rep(f"{opening}, {ending}").customer()
    assert value(score(call.transcript)) == BASE - RUBRIC.tone.most


def test_no_wording_ever_earns() -> None:
    warm = "Tell me what you want, nothing is wrong with that, and I won't make you wait before I know."
    assert value(score(Call().customer().rep(warm).customer().transcript)) <= BASE


def test_tone_lets_courtesy_and_ordinary_words_pass_whatever_they_went_with_in_rated_calls() -> None:
    plain = "Hello, good afternoon. Right, I see. I am sorry about Saturday. Four letters in a box, he'd booked us for up to that time. Happy to, I asked. The report does say rust."
    row = score(Call().customer().rep(plain).customer().transcript)
    assert all(one.rule != "calmness.tone" for one in row.evidence)


def test_tone_knows_only_turns_of_phrase_listed_with_a_reason() -> None:
    from scoring.agreement.fit import manners
    from scoring.tone import weights

    assert weights().keys() <= manners().keys()
    assert all(weight < 0 for weight in weights().values())
    assert all(manners().values())


def test_well_done_is_praise_and_no_well() -> None:
    (plain,), (praise,) = phrases_of("Well, the van left at six."), phrases_of("Well done you, for keeping the box.")
    assert "< well" in plain
    assert "< well" not in praise
