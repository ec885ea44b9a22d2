"""``rewind``: one turn taken again, both calls shown, the kept one untouched."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from scenarios.model import Scenario
from trainer.cli import main
from trainer.errors import Exit
from trainer.records.store import Store
from trainer.tries import tree_of
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
    assert "Reply 2, --turn 3: That is your own fault." in capsys.readouterr().out


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
        assert "this time" in line
    assert re.search(r"^Calmness: \d+ of 100 the first time, \d+ of 100 this time: \d+ better\.$", out, re.MULTILINE)
    assert "The first time. It took 3 replies" in out
    assert "The first time, resolution speed is not scored." in out


def test_a_chat_played_elsewhere_cannot_be_taken_again(tmp_path: Path, capsys: Captured) -> None:
    log = tmp_path / "log.txt"
    log.write_text("Customer: Hello?\nRep: Yes?\n")
    assert main(["rewind", str(log), "--turn", "1", "--replies", str(replies(tmp_path))]) == Exit.MISUSED
    assert "only such a call can be rewound" in capsys.readouterr().err


def kept(attempt: str, turn: int, tmp_path: Path, capsys: Captured) -> dict[str, Any]:
    """What the command says after keeping another future of an attempt."""
    assert main(["rewind", attempt, "--turn", str(turn), "--replies", str(replies(tmp_path)), "--keep", "--json"]) == Exit.DONE
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def test_a_kept_future_is_a_branch_with_its_whole_call_and_the_first_try_stays_as_it_was(attempt: str, tmp_path: Path, capsys: Captured) -> None:
    with Store.open() as store:
        before, rows = store.load(attempt), store.attempts()
    found = kept(attempt, 3, tmp_path, capsys)
    with Store.open() as store:
        assert store.load(attempt) == before
        assert store.attempts() == rows
        assert store.unfinished() == rows
        branch = store.attempt(found["kept"])
        assert (branch.parent, branch.parent_turn, branch.seed, branch.content) == (attempt, 3, 7, rows[0].content)
        assert branch.finished
        whole = store.load(branch.id)
    assert whole.events[: len([e for e in before.events if e.turn < 3])] == tuple(e for e in before.events if e.turn < 3)
    assert found["second"]["id"] == branch.id
    assert found["second"]["turns"][3]["text"].startswith("I can send the steel one")


def test_a_branch_is_branched_from_like_any_call_and_the_tree_shows_all(attempt: str, tmp_path: Path, capsys: Captured) -> None:
    second = kept(attempt, 3, tmp_path, capsys)["kept"]
    third = kept(second, 3, tmp_path, capsys)["kept"]
    fourth = kept(attempt, 1, tmp_path, capsys)["kept"]
    with Store.open() as store:
        assert [(t.row.id, t.number, t.of, t.depth) for t in tree_of(store, third)] == [
            (attempt, 1, 0, 0),
            (second, 2, 1, 1),
            (third, 3, 2, 2),
            (fourth, 4, 1, 1),
        ]
    assert main(["rewind", fourth[:8], "--tree", "--json"]) == Exit.DONE
    tree = json.loads(capsys.readouterr().out)
    assert (tree["id"], tree["try"], tree["turn"]) == (attempt, 1, None)
    assert [(b["id"], b["turn"], [c["id"] for c in b["branches"]]) for b in tree["branches"]] == [(second, 3, [third]), (fourth, 1, [])]
    assert set(tree["branches"][0]["scores"]) == {"calmness", "listening", "honesty", "resolution"}
    assert main(["rewind", attempt, "--tree"]) == Exit.DONE
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith(f"{attempt[:8]}: First try, the one that counts")
    assert lines[2].startswith(f"    {third[:8]}: Third try, from your reply 2 in the second try.")
    assert main(["attempts"]) == Exit.DONE
    (line,) = capsys.readouterr().out.splitlines()
    assert line.endswith(f"3 further tries: coolhead rewind {attempt[:8]} --tree")


def test_a_kept_branch_is_compared_with_what_it_branches_from(attempt: str, tmp_path: Path, capsys: Captured) -> None:
    found = kept(attempt, 3, tmp_path, capsys)
    assert main(["rewind", found["kept"], "--compare", "--json"]) == Exit.DONE
    assert json.loads(capsys.readouterr().out) == {key: found[key] for key in ("turn", "first", "second")}
    assert main(["rewind", found["kept"], "--compare"]) == Exit.DONE
    out = capsys.readouterr().out
    assert re.search(r"^Calmness: .* in your second try: \d+ better\.$", out, re.MULTILINE)
    assert re.search(r"Calmness, only in your first try: -\d+ points\.", out)
    assert main(["rewind", attempt, "--compare"]) == Exit.MISUSED


def test_the_other_future_of_a_test_is_not_shown_before_its_end(kettle: Scenario, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    monkeypatch.setenv("COOLHEAD_HOME", str(tmp_path / "home"))
    going = {}
    with Store.open() as store:
        for practice in (True, False):
            call, going[practice] = start_call(kettle, 7, store=store, practice=practice)
            call.say("Well?")
    other = str(replies(tmp_path))
    assert main(["rewind", going[False] or "", "--turn", "1", "--replies", other]) == Exit.MISUSED
    assert "This call is a test" in capsys.readouterr().err
    assert main(["rewind", going[True] or "", "--turn", "1", "--replies", other]) == Exit.DONE


@pytest.mark.parametrize("options", [["--tree", "--compare"], ["--tree", "--turn", "3"], ["--keep"], ["--compare", "--replies", "x"]])
def test_options_that_do_not_belong_together_are_a_misuse(options: list[str], attempt: str, capsys: Captured) -> None:
    assert main(["rewind", attempt, *options]) == Exit.MISUSED
    assert capsys.readouterr().out == ""


def test_a_file_keeps_no_tries(attempt: str, tmp_path: Path, capsys: Captured) -> None:
    assert main(["rewind", attempt, "--turn", "3", "--replies", str(replies(tmp_path)), "--json"]) == Exit.DONE
    file = tmp_path / "call.json"
    file.write_text(json.dumps(json.loads(capsys.readouterr().out)["first"]))
    for options in (["--tree"], ["--turn", "3", "--replies", str(replies(tmp_path)), "--keep"]):
        assert main(["rewind", str(file), *options]) == Exit.MISUSED
        assert "records" in capsys.readouterr().err


def test_nothing_is_kept_of_replies_the_desk_does_not_know(attempt: str, tmp_path: Path, capsys: Captured) -> None:
    wrong = tmp_path / "wrong.txt"
    wrong.write_text("Hello.\n/dance\n")
    assert main(["rewind", attempt, "--turn", "3", "--replies", str(wrong), "--keep"]) == Exit.FAULTS
    capsys.readouterr()
    with Store.open() as store:
        assert store.branches(attempt) == []
