"""``coolhead export`` and ``coolhead overrule``: asked first, said first, written whole or not at all."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from scenarios.model import Scenario
from trainer.cli import main
from trainer.errors import Exit
from trainer.records.store import Store
from trainer.wiring import finish_call, start_call


@pytest.fixture
def attempt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kettle: Scenario) -> str:
    monkeypatch.setenv("COOLHEAD_HOME", str(tmp_path / "home"))
    with Store.open() as store:
        call, attempt = start_call(kettle, 1, store=store)
        call.say("Ok.")
        call.fall_silent()
        finish_call(call, kettle, store, attempt)
    return str(attempt)


class Keyboard(io.StringIO):
    """Somebody to ask."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("answer", "written"), [("yes\n", True), ("y\n", True), ("no\n", False), ("\n", False), ("", False)])
def test_it_asks_and_says_first_what_is_in_it(
    attempt: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], answer: str, written: bool
) -> None:
    monkeypatch.setattr("sys.stdin", Keyboard(answer))
    out = tmp_path / "results.csv"
    assert main(["export", attempt[:8], "--out", str(out)]) == Exit.DONE
    said = capsys.readouterr()
    assert out.exists() is written
    assert "The learner's name: no" in said.err
    assert said.out == ""


def test_without_somebody_to_ask_it_needs_their_word(attempt: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "results.json"
    assert main(["export", attempt, "--out", str(out)]) == Exit.MISUSED
    assert not out.exists()
    assert main(["export", attempt, "--out", str(out), "--yes"]) == Exit.DONE
    assert main(["export", attempt, "--out", str(out), "--yes"]) == Exit.MISUSED, "never in the place of another file"
    capsys.readouterr()
    assert main(["export", "all", "--form", "xapi", "--yes"]) == Exit.DONE
    assert json.loads(capsys.readouterr().out) == json.loads(out.read_text())


@pytest.mark.parametrize(
    "arguments", [["zz", "--form", "csv"], ["all"], ["all", "--out", "a.pdf"], ["all", "--form", "xlsx"], ["all", "--form", "csv", "--name", "x" * 200]]
)
def test_what_cannot_be_exported_is_said(attempt: str, arguments: list[str]) -> None:
    assert attempt
    assert main(["export", *arguments, "--yes"]) == Exit.MISUSED


def test_an_overrule_stands_in_every_list(attempt: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["overrule", attempt, "--dimension", "calmness", "--to", "70", "--by", "J. Ortiz", "--reason", "set the limit well"]) == Exit.DONE
    assert main(["overrule", attempt]) == Exit.DONE
    assert capsys.readouterr().out.count("  Set to 70 by J. Ortiz on ") == 2
    assert main(["attempts"]) == Exit.DONE
    assert "finished, calmness overruled." in capsys.readouterr().out
    assert main(["attempts", "--json"]) == Exit.DONE
    (row,) = json.loads(capsys.readouterr().out)
    assert row["overrules"][0]["to"] == 70
    assert row["scorecard"]["scores"]["calmness"]["value"] == row["overrules"][0]["measured"]
    assert main(["overrule", attempt, "--dimension", "calmness", "--withdraw", "--by", "J. Ortiz", "--json"]) == Exit.DONE
    assert [one["to"] for one in json.loads(capsys.readouterr().out)["overrules"]] == [70, None]


@pytest.mark.parametrize(
    "arguments",
    [
        ["--to", "5"],
        ["--dimension", "charm", "--to", "5"],
        ["--dimension", "calmness"],
        ["--dimension", "calmness", "--to", "5", "--withdraw"],
        ["--dimension", "calmness", "--to", "nan", "--by", "x", "--reason", "y"],
    ],
)
def test_what_is_no_overrule_is_said(attempt: str, arguments: list[str]) -> None:
    assert main(["overrule", attempt, *arguments]) == Exit.MISUSED


def test_what_several_exported_is_joined_each_call_once(attempt: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], kettle: Scenario) -> None:
    with Store.open() as store:
        call, second = start_call(kettle, 2, store=store)
        call.say("=1+1")
        call.fall_silent()
        finish_call(call, kettle, store, second)
    shared = tmp_path / "class"
    shared.mkdir()
    (shared / "notes.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    for ending in ("csv", "json"):
        assert main(["export", attempt, "--out", str(shared / f"ann.{ending}"), "--yes"]) == Exit.DONE
        assert main(["export", attempt, str(second), "--out", str(shared / f"bo.{ending}"), "--name", "Bo", "--yes"]) == Exit.DONE
    capsys.readouterr()
    assert main(["export", "--from", str(shared), "--out", str(shared / "class.csv")]) == Exit.DONE
    said = capsys.readouterr().err
    assert "Joined: 2 calls from 2 files." in said
    assert "1 stood there more than once and is kept once." in said
    assert "Left out: notes.csv is no table" in said
    rows = list(csv.DictReader(io.StringIO((shared / "class.csv").read_text(encoding="utf-8"))))
    assert [(row["file"], row["learner"], row["attempt"]) for row in rows] == [("ann.csv", "", attempt), ("bo.csv", "Bo", second)]
    assert main(["export", "--from", str(shared), "--out", str(tmp_path / "class.json")]) == Exit.DONE
    assert "1 call by nobody in particular" in capsys.readouterr().err
    assert len(json.loads((tmp_path / "class.json").read_text())) == 15, "Ann's five, and ten by Bo's name"
    assert main(["export", "--from", str(tmp_path / "home"), "--out", str(tmp_path / "none.csv")]) == Exit.MISUSED
    assert main(["export", "--from", str(shared), "--out", str(tmp_path / "x.xlsx")]) == Exit.MISUSED
    assert main(["export", "all", "--from", str(shared), "--out", str(tmp_path / "x.csv")]) == Exit.MISUSED


@pytest.mark.parametrize("page", ["learn.example.org", "ftp://learn.example.org", "https://", "https://a b"])
def test_a_home_page_is_an_address_of_the_web(attempt: str, page: str) -> None:
    assert main(["export", attempt, "--form", "xapi", "--yes", "--home-page", page]) == Exit.MISUSED


def test_a_class_is_one_page_a_table_a_learner_and_the_last_word_on_a_score(
    attempt: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], kettle: Scenario
) -> None:
    with Store.open() as store:
        call, second = start_call(kettle, 2, store=store)
        call.say("<b>ok")
        call.fall_silent()
        finish_call(call, kettle, store, second)
    shared, page = tmp_path / "class", tmp_path / "class.html"
    (shared / "bo").mkdir(parents=True)
    ann = shared / "ann.csv"
    assert main(["export", attempt, "--out", str(ann), "--yes"]) == Exit.DONE
    assert main(["export", str(second), "--out", str(shared / "bo" / "results.csv"), "--name", "Bo <i>", "--yes"]) == Exit.DONE
    assert main(["export", "--from", str(shared), "--out", str(shared / "class.csv")]) == Exit.DONE
    assert main(["overrule", attempt, "--dimension", "calmness", "--to", "71", "--by", "J. Ortiz", "--reason", "set the limit well"]) == Exit.DONE
    capsys.readouterr()
    assert main(["export", attempt, "--out", str(ann), "--yes"]) == Exit.MISUSED
    assert "add --replace: the one that is there is kept as ann.csv.old" in capsys.readouterr().err
    before = ann.read_bytes()
    assert main(["export", attempt, "--out", str(ann), "--yes", "--replace"]) == Exit.DONE
    assert "What was there is ann.csv.old now." in capsys.readouterr().err
    assert (shared / "ann.csv.old").read_bytes() == before != ann.read_bytes()
    assert main(["export", "--from", str(shared), "--out", str(page)]) == Exit.DONE
    said = capsys.readouterr().err
    assert "Joined: 2 calls from 2 files." in said
    assert "Left out: class.csv was joined from such tables itself." in said
    text = page.read_text(encoding="utf-8")
    assert text.index("<h2>ann</h2>") < text.index("<h2>Bo &lt;i&gt;</h2>")
    assert "71 (overruled; measured: " in text
    assert "set to 71 by J. Ortiz" in text
    assert "<i>" not in text
    assert main(["export", "--from", str(shared), "--out", str(page), "--replace"]) == Exit.DONE
    assert main(["export", "--from", str(shared), "--out", str(page), "--replace"]) == Exit.DONE
    assert (tmp_path / "class.html.old-2").read_text(encoding="utf-8") == text


def test_of_two_exports_of_one_call_the_later_stands_whatever_it_is_called(attempt: str, tmp_path: Path) -> None:
    shared = tmp_path / "class"
    shared.mkdir()
    assert main(["export", attempt, "--out", str(shared / "ann.csv"), "--yes"]) == Exit.DONE
    assert main(["overrule", attempt, "--dimension", "calmness", "--to", "71", "--by", "J. Ortiz", "--reason", "she did"]) == Exit.DONE
    assert main(["export", attempt, "--out", str(shared / "ann again.csv"), "--yes"]) == Exit.DONE
    assert main(["overrule", attempt, "--dimension", "calmness", "--withdraw", "--by", "J. Ortiz"]) == Exit.DONE
    assert main(["export", attempt, "--out", str(shared / "zz.csv"), "--yes"]) == Exit.DONE
    assert main(["export", "--from", str(shared), "--out", str(tmp_path / "class.csv")]) == Exit.DONE
    (row,) = csv.DictReader(io.StringIO((tmp_path / "class.csv").read_text(encoding="utf-8")))
    assert (row["file"], row["calmness_overruled"]) == ("zz.csv", "no")


def test_nothing_but_a_plain_file_is_replaced(attempt: str, tmp_path: Path) -> None:
    folder, link, target = tmp_path / "results.csv", tmp_path / "link.csv", tmp_path / "target.csv"
    folder.mkdir()
    target.write_text("mine", encoding="utf-8")
    link.symlink_to(target)
    for out in (folder, link):
        assert main(["export", attempt, "--out", str(out), "--yes", "--replace"]) == Exit.MISUSED
    assert target.read_text(encoding="utf-8") == "mine"
