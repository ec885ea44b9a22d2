"""A call keeps to the way its file was played: whoever takes it up again gets the same row."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.trainer.conftest import WRONG_KETTLE
from trainer.cli import main
from trainer.errors import Exit
from trainer.finding import scenario_named
from trainer.records.store import Store
from trainer.replies import filled_replies, parse_replies
from trainer.wiring import kept_scenario, resume_call, start_call

Captured = pytest.CaptureFixture[str]

KETTLES = (
    WRONG_KETTLE.replace("plastic", "<sent>").replace("48 GBP", "<price>")
    + """\
variants:
  - {sent: plastic, price: 48 GBP}
  - {sent: green, price: 61 GBP}
  - {sent: dented, price: 72 GBP}
"""
)
REPLIES = "I am sorry, we packed the <sent> kettle. I can refund the <price>.\n/refund <price>\nIt is on its way.\n"
SEED = 2


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COOLHEAD_HOME", str(tmp_path / "home"))


@pytest.fixture
def kettles(tmp_path: Path) -> str:
    file = tmp_path / "wrong-kettle.yaml"
    file.write_text(KETTLES)
    (tmp_path / "replies.txt").write_text(REPLIES)
    return str(file)


def played(kettles: str, capsys: Captured, seed: int = SEED) -> dict[str, object]:
    replies = str(Path(kettles).with_name("replies.txt"))
    assert main(["play", kettles, "--replies", replies, "--seed", str(seed), "--json"]) == Exit.DONE
    found: dict[str, object] = json.loads(capsys.readouterr().out)
    return found


def test_the_header_says_the_row_and_the_replies_are_filled_with_it(kettles: str, capsys: Captured) -> None:
    call = played(kettles, capsys)
    assert isinstance(call["call"], dict)
    assert call["call"]["edition"]["row"] == 1
    text = json.dumps(played(kettles, capsys, seed=0))
    assert "we packed the green kettle. I can refund the 61 GBP." in text
    assert '"amount": "61' in text
    assert "<" not in text


def test_a_file_without_variants_writes_the_header_it_always_did(kettle_file: Path, tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "replies.txt").write_text(REPLIES)
    call = played(str(kettle_file), capsys)
    assert isinstance(call["call"], dict)
    assert set(call["call"]) == {"scenario", "content", "seed", "intensity", "engine", "schema_version"}


@pytest.mark.parametrize("seed", [0, 1, 3])
def test_a_transcript_is_scored_and_rewound_in_its_own_row(kettles: str, tmp_path: Path, capsys: Captured, seed: int) -> None:
    call = played(kettles, capsys, seed)
    file = tmp_path / "call.json"
    file.write_text(json.dumps(call))
    assert main(["score", str(file), "--scenario", kettles, "--json"]) == Exit.DONE
    found = json.loads(capsys.readouterr().out)
    assert {key: found[key] for key in ("scores", "ledger")} == {key: call["scorecard"][key] for key in ("scores", "ledger")}  # type: ignore[index]
    replies = str(tmp_path / "replies.txt")
    assert main(["rewind", str(file), "--turn", "1", "--replies", replies, "--scenario", kettles, "--json"]) == Exit.DONE
    assert json.loads(capsys.readouterr().out)["second"]["turns"] == call["turns"]


def test_a_kept_call_goes_on_in_its_row_though_the_file_has_changed(kettles: str, tmp_path: Path) -> None:
    scenario = scenario_named(kettles, 0)
    assert "green" in scenario.customer.opening
    with Store.open(tmp_path / "records.db") as store:
        _, attempt = start_call(scenario, 0, store=store)
        assert attempt
        Path(kettles).write_text(KETTLES.replace("green", "blue"))
        assert kept_scenario(store, attempt) == scenario
        assert "green" in resume_call(store, attempt).shown[0]


def test_two_rows_of_one_file_are_kept_apart(kettles: str, tmp_path: Path) -> None:
    with Store.open(tmp_path / "records.db") as store:
        kept = [start_call(kettles, seed, store=store)[1] for seed in (0, 1, 2, 3)]
        openings = {kept_scenario(store, attempt).customer.opening for attempt in kept if attempt}
        assert len(openings) == 3


def test_every_kind_of_reply_is_filled(kettles: str) -> None:
    lines = '{"say": "the <sent> one"}\n{"do": "refund", "args": {"amount": "<price>"}}\n'
    told, done = filled_replies(parse_replies(lines), scenario_named(kettles, 0))
    assert (told.say, done.args) == ("the green one", {"amount": "61 GBP"})
