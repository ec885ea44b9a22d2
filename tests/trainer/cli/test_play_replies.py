"""``play --replies``: the same input gives the same bytes, hostile input is survived, and ``score`` agrees with ``play``."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from trainer.cli import main
from trainer.errors import Exit

ROOT = Path(__file__).parents[3]
Captured = pytest.CaptureFixture[str]
GOOD = """\
I am sorry, Mr Halasz: you paid for the steel kettle and we packed the plastic one. That is our mistake.
I can send the steel kettle by courier today, so that it is with you tomorrow, Friday, by noon, well before Saturday. Would that do?
/replace
It is done: the courier brings the steel kettle tomorrow by noon. Is there anything else?
"""


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COOLHEAD_HOME", str(tmp_path / "home"))


def written(folder: Path, text: str, name: str = "replies.txt") -> Path:
    file = folder / name
    file.write_text(text, encoding="utf-8", newline="")
    return file


def played(capsys: Captured, *arguments: object) -> dict[str, Any]:
    assert main(["play", *map(str, arguments), "--json"]) == Exit.DONE
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def test_the_transcript_and_its_scorecard_come_out(kettle_file: Path, tmp_path: Path, capsys: Captured) -> None:
    found = played(capsys, kettle_file, "--replies", written(tmp_path, GOOD))
    said = [turn["text"] for turn in found["turns"] if turn["who"] == "rep"]
    assert said == [line for line in GOOD.splitlines() if not line.startswith("/")][: len(said)]
    assert found["turns"][0]["who"] == "customer"
    assert [turn["do"] for turn in found["turns"] if turn["who"] == "action"] == ["replace"]
    assert found["call"]["seed"] == 0
    assert set(found["scorecard"]["scores"]) == {"calmness", "listening", "honesty", "resolution"}
    assert found["ended"]["outcome"] == "right-one"


def test_the_same_input_and_seed_give_the_same_bytes_in_another_process(kettle_file: Path, tmp_path: Path, capsys: Captured) -> None:
    replies = written(tmp_path, GOOD)
    command = ["play", str(kettle_file), "--replies", str(replies), "--seed", "5", "--json"]
    assert main(command) == Exit.DONE
    here = capsys.readouterr().out
    environment = os.environ | {"PYTHONHASHSEED": "77", "TZ": "Pacific/Auckland", "COOLHEAD_HOME": str(tmp_path / "other")}
    there = subprocess.run([sys.executable, "-m", "trainer", *command], cwd=ROOT, env=environment, capture_output=True, text=True, check=True).stdout
    assert here == there
    assert json.loads(here)["call"]["seed"] == 5


def test_score_of_the_transcript_is_the_same_scorecard(kettle_file: Path, tmp_path: Path, capsys: Captured) -> None:
    found = played(capsys, kettle_file, "--replies", written(tmp_path, GOOD))
    transcript = written(tmp_path, json.dumps(found), "call.json")
    assert main(["score", str(transcript), "--scenario", str(kettle_file), "--json"]) == Exit.DONE
    assert json.loads(capsys.readouterr().out) == found["scorecard"]


def test_both_forms_of_a_replies_file_play_alike(kettle_file: Path, tmp_path: Path, capsys: Captured) -> None:
    lines = [{"do": "replace", "args": {}} if line == "/replace" else {"say": line} for line in GOOD.splitlines()]
    as_json = written(tmp_path, "\n".join(map(json.dumps, lines)), "replies.jsonl")
    assert played(capsys, kettle_file, "--replies", as_json) == played(capsys, kettle_file, "--replies", written(tmp_path, GOOD))


def test_when_the_replies_run_out_the_customer_goes(kettle_file: Path, tmp_path: Path, capsys: Captured) -> None:
    assert main(["play", str(kettle_file), "--replies", str(written(tmp_path, "One moment please.\n")), "--json"]) == Exit.DONE
    out, err = capsys.readouterr()
    assert json.loads(out)["ended"]["ending"] == "refused"
    assert "ran out" in err


def test_replies_left_over_are_told(kettle_file: Path, tmp_path: Path, capsys: Captured) -> None:
    assert main(["play", str(kettle_file), "--replies", str(written(tmp_path, GOOD + "And another thing.\n" * 5)), "--json"]) == Exit.DONE
    out, err = capsys.readouterr()
    assert json.loads(out)["ended"]["ending"] in ("accepted", "partly")
    assert "not used" in err


@pytest.mark.parametrize("text", ["/refnud 48\n", "/\n", '{"say": "x"}\nnot json\n'])
def test_a_line_that_cannot_be_played_is_named(text: str, kettle_file: Path, tmp_path: Path, capsys: Captured) -> None:
    replies = written(tmp_path, text)
    assert main(["play", str(kettle_file), "--replies", str(replies), "--json"]) == Exit.FAULTS
    out, err = capsys.readouterr()
    assert f"{replies}:{text.count(chr(10))}: " in err
    assert not out


def test_hostile_replies_are_survived_and_printed_harmlessly(kettle_file: Path, tmp_path: Path, capsys: Captured) -> None:
    hostile = ["[bold]{0}\x1b[2J\x00\u202e 😡", "x" * 100_000, "(" * 5000]
    replies = written(tmp_path, "\n".join(hostile))
    found = played(capsys, kettle_file, "--replies", replies)
    said = [turn["text"] for turn in found["turns"] if turn["who"] == "rep"]
    assert said[0] == hostile[0].replace("\x00", "\ufffd")
    assert all(hostile[n].startswith(text) for n, text in enumerate(said[1:], 1))
    assert main(["play", str(kettle_file), "--replies", str(replies)]) == Exit.DONE
    out = capsys.readouterr().out
    assert "You: " in out
    assert not {"\x1b", "\x00", "\u202e"} & set(out)


def test_without_json_the_call_and_scores_are_readable(kettle_file: Path, tmp_path: Path, capsys: Captured) -> None:
    assert main(["play", str(kettle_file), "--replies", str(written(tmp_path, GOOD))]) == Exit.DONE
    out = capsys.readouterr().out
    for begins in ("Customer (Imre): ", "You: ", "Desk: /replace", "End: ", "Calmness: ", "Listening: ", "Honesty: ", "Resolution speed: "):
        assert any(line.startswith(begins) for line in out.splitlines()), begins
