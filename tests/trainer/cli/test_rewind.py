"""``rewind``: one turn taken again, both calls shown, the kept one untouched."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from scenarios.model import Scenario
from trainer.cli import main
from trainer.errors import Exit
from trainer.records.store import Store
from trainer.wiring import start_call

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def attempt(kettle: Scenario, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("COOLHEAD_HOME", str(tmp_path / "home"))
    with Store.open() as store:
        call, kept = start_call(kettle, 7, store=store)
        for reply in ("I am sorry, we packed the wrong kettle.", "That is your own fault.", "Well?"):
            call.say(reply)
        call.leave()
    assert kept
    return kept


def replies(folder: Path) -> Path:
    file = folder / "other.txt"
    file.write_text("I can send the steel one by courier, to be with you on Friday by noon.\n/replace\n")
    return file


def test_the_other_future_shares_the_past_and_nothing_more(attempt: str, tmp_path: Path, capsys: Captured) -> None:
    command = ["rewind", attempt[:10], "--turn", "3", "--replies", str(replies(tmp_path)), "--json"]
    assert main(command) == Exit.DONE
    out = capsys.readouterr().out
    found = json.loads(out)
    first, second = found["first"], found["second"]
    assert first["turns"][:3] == second["turns"][:3]
    assert first["turns"][3]["text"] == "That is your own fault."
    assert second["turns"][3]["text"].startswith("I can send the steel one")
    assert set(first["scorecard"]["scores"]) == set(second["scorecard"]["scores"])
    with Store.open() as store:
        assert [event.text for event in store.load(attempt).events if event.kind == "said"][1] == "That is your own fault."
    assert main(command) == Exit.DONE
    assert capsys.readouterr().out == out


def test_a_transcript_from_a_file_rewinds_alike(attempt: str, tmp_path: Path, kettle_file: Path, capsys: Captured) -> None:
    other = str(replies(tmp_path))
    assert main(["rewind", attempt, "--turn", "3", "--replies", other, "--json"]) == Exit.DONE
    found = json.loads(capsys.readouterr().out)
    file = tmp_path / "call.json"
    file.write_text(json.dumps(found["first"]))
    assert main(["rewind", str(file), "--turn", "3", "--replies", other, "--scenario", str(kettle_file), "--json"]) == Exit.DONE
    assert json.loads(capsys.readouterr().out)["second"]["turns"] == found["second"]["turns"]


def test_the_attempt_is_listed_as_one_that_can_be_resumed(attempt: str, capsys: Captured) -> None:
    assert main(["attempts", "--json"]) == Exit.DONE
    (row,) = json.loads(capsys.readouterr().out)
    assert (row["id"], row["scenario"], row["seed"], row["intensity"]) == (attempt, "wrong-kettle", 7, "real")
    assert row["finished"] is row["scorecard"] is row["rating"] is None
    assert main(["attempts"]) == Exit.DONE
    assert "can be resumed" in capsys.readouterr().out


@pytest.mark.parametrize("turn", ["0", "2", "99", "-1"])
def test_only_a_turn_of_the_rep_can_be_taken_again(attempt: str, turn: str, tmp_path: Path, capsys: Captured) -> None:
    assert main(["rewind", attempt, "--turn", turn, "--replies", str(replies(tmp_path))]) == Exit.MISUSED
    assert "1, 3, 5" in capsys.readouterr().err


def test_without_a_turn_the_turns_are_listed(attempt: str, capsys: Captured) -> None:
    assert main(["rewind", attempt, "--json"]) == Exit.DONE
    assert [row["turn"] for row in json.loads(capsys.readouterr().out)] == [1, 3, 5]
    assert main(["rewind", attempt]) == Exit.DONE
    assert "Turn 3: That is your own fault." in capsys.readouterr().out


def test_a_turn_without_replies_is_a_misuse_and_so_are_replies_without_a_turn(attempt: str, tmp_path: Path, capsys: Captured) -> None:
    assert main(["rewind", attempt, "--turn", "3"]) == Exit.MISUSED
    assert main(["rewind", attempt, "--replies", str(replies(tmp_path))]) == Exit.MISUSED
    assert capsys.readouterr().out == ""


def test_both_scorecards_stand_side_by_side_with_what_each_call_came_to(attempt: str, tmp_path: Path, capsys: Captured) -> None:
    assert main(["rewind", attempt, "--turn", "3", "--replies", str(replies(tmp_path))]) == Exit.DONE
    out = capsys.readouterr().out
    for name in ("Calmness", "Listening", "Honesty", "Resolution speed"):
        (line,) = (line for line in out.splitlines() if line.startswith(f"{name}: "))
        assert "the first time" in line
        assert line.endswith("this time.")
    assert "The first time. It took 3 replies" in out
    assert "The first time, resolution speed is not scored." in out


def test_a_chat_played_elsewhere_cannot_be_taken_again(tmp_path: Path, capsys: Captured) -> None:
    log = tmp_path / "log.txt"
    log.write_text("Customer: Hello?\nRep: Yes?\n")
    assert main(["rewind", str(log), "--turn", "1", "--replies", str(replies(tmp_path))]) == Exit.MISUSED
    assert "only such a call can be rewound" in capsys.readouterr().err
