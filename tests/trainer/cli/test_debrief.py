"""``debrief`` and ``attempts --disagreements``: a past call looked back at, and what trainees would judge otherwise."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from scenarios.model import Scenario
from trainer.cli import main
from trainer.disagreeing import disagreement, keep
from trainer.errors import Exit
from trainer.records.store import Store
from trainer.wiring import finish_call, start_call

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def attempt(kettle: Scenario, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("COOLHEAD_HOME", str(tmp_path / "home"))
    with Store.open() as store:
        call, kept = start_call(kettle, 7, store=store)
        assert kept
        call.say("Calm down, it is only a kettle.")
        call.leave()
        card, _ = finish_call(call, kettle, store, kept)
        store.save_rating(kept, {"calmness": 4})
        for reason in ("Too harsh.", "It was \x1b[31mmeant \udc80 kindly."):
            keep(store, kept, disagreement(card.scores["calmness"].evidence[0], reason, words="Calm down", card=card, events=call.events))
    return kept


def test_a_past_debrief_is_told_again_with_what_was_said_of_it(attempt: str, capsys: Captured) -> None:
    assert main(["debrief", attempt[:8], "--plain"]) == Exit.DONE
    out = capsys.readouterr().out
    assert "What cost you most" in out
    assert "Calmness: " in out
    assert "You said 4 of 5." in out
    assert "You disagreed: It was ␛[31mmeant" in out


def test_the_newest_is_meant_when_none_is_named(attempt: str, capsys: Captured) -> None:
    assert main(["debrief", "--json"]) == Exit.DONE
    told = json.loads(capsys.readouterr().out)
    assert told["attempt"] == attempt
    assert {point["kind"] for point in told["points"]} >= {"costliest"}
    assert all("candidates" not in point for point in told["points"]), "no line is shown that was not tried"
    assert told["rating"] == {"calmness": 4}
    assert [said["reason"] for said in told["disagreements"]] == ["It was \x1b[31mmeant \udc80 kindly."]


@pytest.mark.usefixtures("attempt")
def test_a_call_under_way_has_no_debrief_yet(kettle: Scenario, capsys: Captured) -> None:
    with Store.open() as store:
        _, going = start_call(kettle, 7, store=store)
    assert going
    assert main(["debrief", going]) == Exit.MISUSED
    assert f"coolhead resume {going[:8]}" in capsys.readouterr().err


def test_without_a_call_there_is_nothing_to_look_back_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    monkeypatch.setenv("COOLHEAD_HOME", str(tmp_path / "home"))
    assert main(["debrief"]) == Exit.MISUSED
    assert "No call has been finished yet." in capsys.readouterr().err
    assert main(["attempts", "--disagreements"]) == Exit.DONE
    assert "Nobody has disagreed" in capsys.readouterr().out


def test_disagreements_are_listed_with_the_last_word_and_the_versions(attempt: str, capsys: Captured) -> None:
    assert main(["attempts", "--disagreements"]) == Exit.DONE
    out = capsys.readouterr().out
    assert "\x1b" not in out
    assert "Too harsh." not in out
    assert f"{attempt[:8]}: wrong-kettle" in out
    assert "calmness.invalidate" in out
    assert main(["attempts", "--disagreements", "--json"]) == Exit.DONE
    (said,) = json.loads(capsys.readouterr().out)
    assert (said["attempt"], said["rule"], said["turn"]) == (attempt, "calmness.invalidate", 1)
    assert said["rubric"]
    assert said["reader"]
