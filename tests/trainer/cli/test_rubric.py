"""``coolhead rubric``: begun, checked, compared, used, and standing in every scorecard."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from scenarios.reading import Reading
from scoring.reading import default_reader
from scoring.reading.protocol import Context
from scoring.rubric import load_rubric
from trainer.authoring.golden import SEEDS, calls_of
from trainer.cli import main
from trainer.errors import Exit
from trainer.finding import scenario_named
from trainer.headless import play
from trainer.records.locations import site_rubric
from trainer.replies import read_replies
from trainer.rubrics import not_compared

SHIPPED = load_rubric().version
OURS = f"based_on: {SHIPPED}\nversion: our-shop-1\ndimensions:\n  honesty: {{base: 33}}\n"


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COOLHEAD_HOME", str(tmp_path / "home"))


@pytest.fixture
def ours(tmp_path: Path) -> Path:
    file = tmp_path / "our-shop.yaml"
    file.write_text(OURS, encoding="utf-8")
    return file


@pytest.fixture
def replies(tmp_path: Path) -> Path:
    file = tmp_path / "replies.txt"
    file.write_text("We packed the plastic kettle, that is our mistake.\n/replace\nThe steel kettle goes out by courier.\n", encoding="utf-8")
    return file


def scored(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, object]:
    capsys.readouterr()
    assert main([*arguments, "--json"]) == Exit.DONE
    found: dict[str, object] = json.loads(capsys.readouterr().out)
    card = found.get("scorecard", found)
    assert isinstance(card, dict)
    return card


def test_a_rubric_named_for_one_run_judges_it(kettle_file: Path, replies: Path, ours: Path, capsys: pytest.CaptureFixture[str]) -> None:
    play = ("play", str(kettle_file), "--replies", str(replies))
    assert scored(capsys, *play)["rubric"] == SHIPPED
    assert scored(capsys, *play, "--rubric", str(ours))["rubric"] == "our-shop-1"


def test_a_rubric_in_use_judges_until_it_is_given_up(kettle_file: Path, replies: Path, ours: Path, capsys: pytest.CaptureFixture[str]) -> None:
    play = ("play", str(kettle_file), "--replies", str(replies))
    assert main(["rubric", "use", str(ours)]) == Exit.DONE
    assert scored(capsys, *play)["rubric"] == "our-shop-1"
    assert main(["doctor"]) == Exit.DONE
    assert f"our-shop-1, based on {SHIPPED}, from {site_rubric()}" in capsys.readouterr().out
    assert main(["rubric", "show"]) == Exit.DONE
    assert "from 33 (shipped " in capsys.readouterr().out
    assert main(["rubric", "use", "default"]) == Exit.DONE
    assert scored(capsys, *play)["rubric"] == SHIPPED


def test_two_rubrics_of_one_version_are_refused(ours: Path) -> None:
    assert main(["rubric", "use", str(ours)]) == Exit.DONE
    ours.write_text(OURS + "refund: 0.4\n", encoding="utf-8")
    assert main(["rubric", "use", str(ours)]) == Exit.FAULTS
    ours.write_text(OURS.replace("our-shop-1", "our-shop-2") + "refund: 0.4\n", encoding="utf-8")
    assert main(["rubric", "use", str(ours)]) == Exit.DONE


def test_a_faulty_rubric_judges_nothing(kettle_file: Path, replies: Path, ours: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ours.write_text(OURS + "foo: 1\nbar: 2\n", encoding="utf-8")
    assert main(["rubric", "check", str(ours)]) == Exit.FAULTS
    assert capsys.readouterr().out.count("CH020") == 2
    assert main(["rubric", "use", str(ours)]) == Exit.FAULTS
    assert not site_rubric().exists()
    site_rubric().parent.mkdir()
    site_rubric().write_text(OURS + "foo: 1\n", encoding="utf-8")
    assert main(["play", str(kettle_file), "--replies", str(replies)]) == Exit.FAULTS
    assert main(["doctor"]) == Exit.MISSING
    said = capsys.readouterr()
    assert "rubric use default" in said.err
    assert "missing: rubric: The rubric of this site has faults" in said.out


def test_what_a_rubric_changes_is_told_by_rep_dimension_and_criterion(kettle_file: Path, ours: Path, capsys: pytest.CaptureFixture[str]) -> None:
    golden = kettle_file.with_suffix(".golden")
    golden.mkdir()
    (golden / "model.txt").write_text("We packed the plastic kettle, that is our mistake.\n/replace\nThe steel kettle goes out by courier.\n", encoding="utf-8")
    (golden / "poor.txt").write_text("Ok.\nOk.\n", encoding="utf-8")
    (golden / "expected.yaml").write_text("calmness: [[model], [poor]]\n", encoding="utf-8")
    assert main(["rubric", "diff", str(ours), str(kettle_file), "--json"]) in (Exit.DONE, Exit.FAULTS)
    said = capsys.readouterr()
    assert said.err.startswith("Playing 2 typed reps of 1 scenario, "), "before anything is played, also in a pipe"
    found = json.loads(said.out)
    (scenario,) = found["scenarios"]
    moved = scenario["reps"]["model"]["honesty"]
    assert moved["before"] > moved["after"]
    assert "honesty base" in {cause["rule"] for cause in moved["criteria"]}
    assert scenario["reps"]["model"]["resolution"]["criteria"] == []
    assert (found["rubric"], found["against"]) == ("our-shop-1", SHIPPED)


def test_a_rubric_is_begun_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = str(tmp_path / "mine.yaml")
    assert main(["rubric", "new", file]) == Exit.DONE
    assert main(["rubric", "check", file]) == Exit.DONE
    assert main(["rubric", "new", file]) == Exit.MISUSED
    assert main(["rubric", "diff", file]) == Exit.DONE
    assert "mine-1 changes nothing" in capsys.readouterr().err


def test_versions_side_by_side_are_said_not_to_be_compared() -> None:
    assert not_compared("a-1", "a-1") == ""
    assert "a-1, b-2" in not_compared("a-1", "b-2", "a-1")


def test_the_same_words_in_the_same_place_are_read_once(kettle_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    usual = default_reader()

    class Counted:
        version = usual.version

        def read(self, text: str, context: Context) -> Reading:
            read.append(text)
            return usual.read(text, context)

    file = kettle_file.with_suffix(".txt")
    file.write_text("Ok.\n", encoding="utf-8")
    monkeypatch.setattr("trainer.authoring.golden.default_reader", Counted)
    scenario = scenario_named(str(kettle_file))
    calls = calls_of(scenario, file)
    assert len(calls) == 3
    assert read == ["Ok."]
    assert [call.events for call in calls] == [play(scenario, read_replies(file), seed=seed, name=str(file)).transcript.events for seed in SEEDS]
