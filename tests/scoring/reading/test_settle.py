"""Model and rules brought together: the model decides, a rule that agrees lends its exact words."""

from __future__ import annotations

import numpy as np
import pytest

pytest.importorskip("onnxruntime")

from scenarios.acts import Act
from scenarios.reading import SURE
from scoring.reading.encoder import ACTS, Settings
from scoring.reading.judge import Found
from scoring.reading.protocol import Context
from scoring.reading.reader import open_reply
from scoring.reading.rules import contempt
from scoring.reading.sentences import clauses_of
from scoring.reading.settle import settle
from scoring.reading.ties import Weights
from scoring.reading.units import units_of
from scoring.rubric import load_rubric

NEVER = Weights(np.zeros(1), 0.0, 0.9)
SETTINGS = Settings("test-1", np.zeros(len(ACTS)), slope=1.0, offset=0.0, concern=NEVER, fact=NEVER, alike=1.0)
TEXT = "Sorry about that. You should have checked, and I have refunded you."
CLAUSES = clauses_of(TEXT)
UNITS = units_of(TEXT, CLAUSES)


def logits(*acts: tuple[int, Act]) -> np.ndarray:
    out = np.full((len(UNITS), len(ACTS)), -4.0, dtype=np.float32)
    for unit, act in acts:
        out[unit, ACTS.index(act)] = 2.0
    return out


def rule(act: Act, words: str) -> Found:
    at = TEXT.index(words)
    return Found(act, at, at + len(words), 0.5, "rule", 0)


def test_a_rule_that_agrees_lends_its_words_and_the_surer_of_both_counts() -> None:
    (one,) = settle([rule(Act.BLAME, "You should have checked")], UNITS, logits((1, Act.BLAME)), CLAUSES, SETTINGS)
    assert (one.act, TEXT[one.start : one.end]) == (Act.BLAME, "You should have checked")
    assert one.sure == pytest.approx(1 / (1 + np.exp(-2)))


def test_a_rule_that_the_model_does_not_share_falls() -> None:
    assert settle([rule(Act.BLAME, "You should have checked")], UNITS, logits(), CLAUSES, SETTINGS) == []


def test_a_finding_of_the_models_own_takes_the_words_no_rule_spoke_for() -> None:
    found = settle([rule(Act.BLAME, "You should have checked")], UNITS, logits((1, Act.BLAME), (1, Act.STATE_ACTION)), CLAUSES, SETTINGS)
    own = next(f for f in found if f.act is Act.STATE_ACTION)
    assert "refunded" in TEXT[own.start : own.end]
    assert "checked" not in TEXT[own.start : own.end]


def test_alone_it_takes_the_whole_sentence() -> None:
    (one,) = settle([], UNITS, logits((0, Act.APOLOGISE)), CLAUSES, SETTINGS)
    assert TEXT[one.start : one.end] == "Sorry about that."


def test_where_a_sure_rule_saw_nothing_bad_the_models_harm_alone_is_doubtful() -> None:
    at = TEXT.index("I have refunded")
    (harm,) = (
        f for f in settle([Found(Act.STATE_ACTION, at, len(TEXT), 0.7, "rule", 2)], UNITS, logits((1, Act.ARGUE)), CLAUSES, SETTINGS) if f.act is Act.ARGUE
    )
    (plain,) = settle([], UNITS, logits((1, Act.ARGUE)), CLAUSES, SETTINGS)
    assert harm.sure < 0.6 < plain.sure


def test_with_a_card_the_models_word_alone_hardly_makes_an_untruth() -> None:
    alone, held = (settle([], UNITS, logits((1, Act.FALSE_CLAIM)), CLAUSES, SETTINGS, card=card)[0].sure for card in (False, True))
    assert held < 0.6 < alone


def test_a_sure_rule_tips_the_scale_where_the_model_falls_just_short() -> None:
    near = logits()
    near[1, ACTS.index(Act.BLAME)] = -0.5
    sure = Found(Act.BLAME, TEXT.index("You should"), TEXT.index(", and"), 0.7, "rule", 1)
    assert [f.act for f in settle([sure], UNITS, near, CLAUSES, SETTINGS)] == [Act.BLAME]
    assert settle([Found(Act.BLAME, sure.start, sure.end, 0.5, "rule", 1)], UNITS, near, CLAUSES, SETTINGS) == []


def test_a_loud_insult_needs_no_second_witness() -> None:
    def hostile(sure: float) -> Found:
        return Found(Act.HOSTILE, 0, 17, sure, "rule", 0)

    assert [f.act for f in settle([hostile(0.9)], UNITS, logits(), CLAUSES, SETTINGS)] == [Act.HOSTILE]
    assert settle([hostile(0.8)], UNITS, logits(), CLAUSES, SETTINGS) == []


@pytest.mark.parametrize(
    "text", ["Are you deaf in one ear, Mrs Oakes?", "You were called an idiot by our driver and that was wrong.", "Is it you cows are delivered to?"]
)
def test_an_insult_reported_or_only_looked_like_is_none(text: str) -> None:
    assert not [f for f in open_reply(text, Context(customer="x")).found if f.act is Act.HOSTILE]


def sneer(sure: float) -> Found:
    return Found(Act.HOSTILE, CLAUSES[1].start, CLAUSES[1].end, sure, contempt.NAME + "any", 1)


def test_plain_contempt_needs_no_second_witness_and_stays_under_the_ceiling() -> None:
    (one,) = settle([sneer(contempt.PLAIN)], UNITS, logits((1, Act.COURTESY)), CLAUSES, SETTINGS)
    assert one.act is Act.HOSTILE
    assert SURE <= one.sure < load_rubric().certain


def test_what_a_kind_rep_may_happen_on_does() -> None:
    leaning = sneer(contempt.LEANING)
    assert [one.act for one in settle([leaning], UNITS, logits((1, Act.COURTESY)), CLAUSES, SETTINGS)] == [Act.COURTESY]
    nearly = logits()
    nearly[1, ACTS.index(Act.HOSTILE)] = -0.5
    assert [one.act for one in settle([leaning], UNITS, nearly, CLAUSES, SETTINGS)] == [Act.HOSTILE]
