"""``coolhead drill`` from the command line: lists, a set from a file, and the check of a drill file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.scenarios.test_drills import ONE
from trainer.cli import main
from trainer.errors import Exit
from trainer.records.locations import own_drills


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COOLHEAD_HOME", str(tmp_path / "home"))


def out(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    capsys.readouterr()
    assert main(list(arguments)) == Exit.DONE
    return capsys.readouterr().out


def test_the_drills_of_a_set_are_listed_and_answered_in_one_order_with_the_same_bytes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    listed = json.loads(out(capsys, "drill", "own-it", "--list", "--seed", "5", "--count", "2", "--json"))
    assert all("good" not in one for one in listed)
    file = tmp_path / "replies.txt"
    file.write_text("I understand.\nSorry about that.\n", encoding="utf-8")
    first = out(capsys, "drill", "own-it", "--seed", "5", "--count", "2", "--replies", str(file), "--json")
    assert first == out(capsys, "drill", "own-it", "--seed", "5", "--count", "2", "--replies", str(file), "--json")
    told = json.loads(first)
    assert [one["drill"] for one in told["answers"]] == [one["drill"] for one in listed]
    assert {one["verdict"] for one in told["answers"]} == {"not"}
    assert not (tmp_path / "home").exists(), "nothing is kept"


def test_every_skill_is_listed_with_how_it_stands(capsys: pytest.CaptureFixture[str]) -> None:
    assert len(json.loads(out(capsys, "drill", "--list", "--json"))) == 14
    assert "not tried yet" in out(capsys, "drill", "--list")


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("drill", "no-such-skill", "--list"), Exit.MISUSED),
        (("drill", "--json"), Exit.MISUSED),
        (("drill", "--list", "--check"), Exit.MISUSED),
        (("drill", "--replies", "none.txt"), Exit.MISUSED),
        (("drill", "own-it", "--replies", "none.txt"), Exit.FAULTS),
    ],
)
def test_what_cannot_be_done_is_said(arguments: tuple[str, ...], code: Exit, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(list(arguments)) == code
    assert capsys.readouterr().err.strip()


def test_a_site_checks_and_drills_its_own(capsys: pytest.CaptureFixture[str]) -> None:
    folder = own_drills()
    folder.mkdir(parents=True)
    file = folder / "ours.yaml"
    file.write_text(ONE.replace("I am sorry to hear that.", "We packed the spool and left your kite here on the bench."), encoding="utf-8")
    main(["check", str(file), "--json"])
    found = json.loads(capsys.readouterr().out)
    assert [(one["code"], one["line"], one["severity"]) for one in found] == [("CH104", 11, "warning")]
    assert "our-01" in out(capsys, "drill", "own-it", "--list", "--count", "100")
    file.write_text("skill: own-it\ndrills: []\n", encoding="utf-8")
    assert main(["check", str(file)]) == Exit.FAULTS
    assert "our-01" not in out(capsys, "drill", "own-it", "--list", "--count", "100")
