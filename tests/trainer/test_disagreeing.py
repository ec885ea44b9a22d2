"""Disagreements: kept whole with the attempt, the last word standing, foreign remarks passed over."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from scenarios.model import Scenario
from scoring.scores import Evidence
from trainer.disagreeing import KIND, Disagreement, disagreement, keep, kept, reason_for, standing
from trainer.records.store import Store
from trainer.wiring import finish_call, start_call

ROW = Evidence(turn=1, start=0, end=4, rule="calmness.argue", points=-10, says="This argued back instead of helping.")
SAID = Disagreement(
    rule=ROW.rule, turn=1, start=0, end=4, words="No.", says=ROW.says, points=-10.0, reason="It was a quote.", reader="rules-2", rubric="coolhead-3"
)


def test_the_last_word_on_a_row_stands_and_an_empty_one_takes_it_back() -> None:
    again = replace(SAID, reason="They had asked for it.")
    assert standing((SAID, again)) == (again,)
    assert standing((SAID, replace(SAID, reason=""))) == ()
    assert reason_for((SAID,), ROW) == "It was a quote."
    assert reason_for((SAID,), ROW.model_copy(update={"start": 1})) == ""


def test_it_is_kept_with_the_versions_it_was_judged_by(kettle: Scenario, tmp_path: Path) -> None:
    with Store.open(tmp_path / "records.db") as store:
        call, attempt = start_call(kettle, 7, store=store)
        assert attempt
        call.say("Calm down, it is only a kettle.")
        call.leave()
        card, _ = finish_call(call, kettle, store, attempt)
        row = card.scores["calmness"].evidence[0]
        said = disagreement(row, "  It \n was \udc80 meant kindly. ", words="Calm down", card=card, events=call.events)
        keep(store, attempt, said)
        (found,) = kept(store, attempt)
        assert found == said
        assert found.reason == "It was \udc80 meant kindly."
        assert (found.reader, found.rubric) == (card.reader, card.rubric)
        assert store.remarks(None, KIND)[0].attempt == attempt


@pytest.mark.parametrize("body", [{}, {"rule": "calmness.argue"}, {**vars(SAID), "turn": "first"}, {**vars(SAID), "points": None}])
def test_a_remark_of_another_hand_is_passed_over(kettle: Scenario, tmp_path: Path, body: dict[str, object]) -> None:
    with Store.open(tmp_path / "records.db") as store:
        _, attempt = start_call(kettle, 7, store=store)
        assert attempt
        store.remark(attempt, KIND, body)
        assert kept(store, attempt) == ()
