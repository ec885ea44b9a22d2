"""A trainer's overrule: kept as a remark, the measured score untouched, everything said of it still to be read."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from scenarios.model import Scenario
from scoring.scores import Scorecard
from trainer.errors import UsageError
from trainer.overrules import KIND, dimension_named, kept_card, overrule, overruled_words, overrules_of, standing
from trainer.records.store import Store
from trainer.wiring import finish_call, start_call

HOSTILE = "\x1b[31mred\x1b[0m <script> =cmd() \u202eback\nsecond line"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "records.db") as opened:
        yield opened


@pytest.fixture
def attempt(store: Store, kettle: Scenario) -> str:
    call, attempt = start_call(kettle, 1, store=store)
    call.say("Ok.")
    call.fall_silent()
    finish_call(call, kettle, store, attempt)
    assert attempt
    return attempt


def test_the_last_one_stands_and_all_can_be_read(store: Store, attempt: str) -> None:
    before = store.scorecard(attempt)
    overrule(store, attempt, dimension="calmness", to=60, reason="short", by="A. Bell")
    overrule(store, attempt, dimension="calmness", to=70, reason="she set the limit well", by="J. Ortiz")
    overrule(store, attempt, dimension="honesty", to=10, reason="a half-truth", by="J. Ortiz")
    said = overrules_of(store, attempt)
    assert (stands := standing(said, "calmness"))
    assert (stands.to, stands.measured) == (70, kept_card(store, attempt).scores["calmness"].value)
    first, second = overruled_words(said, "calmness")
    assert first.startswith("set to 70 by J. Ortiz on ")
    assert first.endswith(": she set the limit well")
    assert second.startswith("earlier set to 60 by A. Bell on ")
    assert store.scorecard(attempt) == before


def test_taken_back_the_measured_score_counts_again(store: Store, attempt: str) -> None:
    overrule(store, attempt, dimension="calmness", to=60, reason="short", by="A. Bell")
    overrule(store, attempt, dimension="calmness", to=None, reason="", by="A. Bell")
    said = overrules_of(store, attempt)
    assert standing(said, "calmness") is None
    assert [words.split(" by ")[0] for words in overruled_words(said, "calmness")] == ["overrule withdrawn", "earlier set to 60"]
    with pytest.raises(UsageError, match="Nobody has overruled"):
        overrule(store, attempt, dimension="calmness", to=None, reason="", by="A. Bell")


@pytest.mark.parametrize(
    ("to", "reason", "by"), [(float("nan"), "x", "y"), (101, "x", "y"), (-1, "x", "y"), (5, "  ", "y"), (5, "x", "\n"), (5, "x" * 500, "y")]
)
def test_what_is_no_overrule_keeps_nothing(store: Store, attempt: str, to: float, reason: str, by: str) -> None:
    with pytest.raises(UsageError):
        overrule(store, attempt, dimension="calmness", to=to, reason=reason, by=by)
    assert overrules_of(store, attempt) == ()


def test_hostile_names_and_reasons_stay_words_on_one_line(store: Store, attempt: str) -> None:
    store.remark(attempt, KIND, {"dimension": "calmness", "to": 5, "measured": 1, "rubric": HOSTILE, "by": HOSTILE, "reason": HOSTILE})
    (words,) = overruled_words(overrules_of(store, attempt), "calmness", kept_card(store, attempt))
    assert "\x1b" not in words
    assert "\n" not in words
    assert "\u202e" not in words
    assert "<script>" in words


@pytest.mark.parametrize(
    "body", [{}, {"dimension": "charm", "to": 5}, {"dimension": "calmness", "to": "NaN", "measured": 1, "rubric": "a", "by": "b", "reason": "c"}]
)
def test_what_another_hand_wrote_is_passed_over(store: Store, attempt: str, body: dict[str, object]) -> None:
    store.remark(attempt, KIND, body)
    assert overrules_of(store, attempt) == ()


def test_an_overrule_of_another_rubrics_score_says_which(store: Store, attempt: str) -> None:
    overrule(store, attempt, dimension="calmness", to=60, reason="short", by="A. Bell")
    card = kept_card(store, attempt)
    again = Scorecard.model_validate({**json.loads(card.model_dump_json()), "rubric": "other-1"})
    (words,) = overruled_words(overrules_of(store, attempt), "calmness", again)
    assert f"by {card.rubric})" in words


def test_a_dimension_may_be_named_by_its_beginning_or_its_title() -> None:
    assert dimension_named("calm") == "calmness"
    assert dimension_named("Resolution speed") == "resolution"
    for word in ("", "charm", "\x1b"):
        with pytest.raises(UsageError):
            dimension_named(word)


def test_an_unfinished_call_has_nothing_to_overrule(store: Store, kettle: Scenario) -> None:
    _, attempt = start_call(kettle, 1, store=store)
    with pytest.raises(UsageError, match="not finished"):
        overrule(store, str(attempt), dimension="calmness", to=5, reason="x", by="y")
