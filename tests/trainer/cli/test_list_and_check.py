"""What there is to play, of ours and of the trainer's own, and what is wrong with files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from scenarios.acts import Act
from scenarios.principles import MEASURES, PRINCIPLES
from scoring.rubric import load_rubric
from tests.trainer.conftest import WRONG_KETTLE
from trainer.cli import main
from trainer.errors import Exit

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for the trainer's own scenarios."""
    monkeypatch.setenv("COOLHEAD_HOME", str(tmp_path / "home"))
    folder = tmp_path / "home" / "scenarios"
    folder.mkdir(parents=True)
    return folder


def said(capsys: Captured, *arguments: str, code: Exit = Exit.DONE) -> Any:
    assert main([*arguments, "--json"]) == code
    return json.loads(capsys.readouterr().out)


def test_scenarios_of_ones_own_are_listed_beside_ours_and_played_by_id(own: Path, capsys: Captured) -> None:
    ours = said(capsys, "list")
    (own / "wrong-kettle.yaml").write_text(WRONG_KETTLE)
    (own / "broken.yaml").write_text("scenario: [")
    listed = said(capsys, "list")
    assert len(listed) == len(ours) + 1
    assert {"id", "title", "pack", "trade", "level", "principles", "path", "incident", "first_part", "guided", "replies", "minutes"} <= set(listed[0])
    assert "wrong-kettle" in {entry["id"] for entry in listed}
    replies = own / "replies.txt"
    replies.write_text("One moment, please.\n")
    assert said(capsys, "play", "wrong-kettle", "--replies", str(replies))["scenario"] == "wrong-kettle"


def test_scenarios_of_one_incident_are_listed_as_such_and_its_file_is_checked_with_them(own: Path, capsys: Captured) -> None:
    (own / "mix-up.incident.yaml").write_text("incident: mix-up\ntrade: kitchen shop\nfacts: [{true: two pallets were swapped}]\n")
    for name in ("wrong-kettle", "wrong-pan"):
        (own / f"{name}.yaml").write_text(WRONG_KETTLE.replace("wrong-kettle", name).replace("trade: kitchen shop", "incident: mix-up"))
    assert {entry["id"]: entry["incident"] for entry in said(capsys, "list") if entry["pack"] == "own"} == {"wrong-kettle": "mix-up", "wrong-pan": "mix-up"}
    assert main(["list"]) == Exit.DONE
    assert "Incident: mix-up, with wrong-pan." in capsys.readouterr().out
    assert said(capsys, "check", str(own)) == []
    (own / "mix-up.incident.yaml").write_text("incident: mix-up\ntrade: kitchen shop\nfact: [{true: two pallets were swapped}]\n")
    for path in (own, own / "mix-up.incident.yaml", own / "wrong-pan.yaml"):
        (problem,) = said(capsys, "check", str(path), code=Exit.FAULTS)
        assert (problem["code"], problem["line"], Path(problem["file"]).name) == ("CH020", 3, "mix-up.incident.yaml")
    copy = own / "copy.yaml"
    copy.write_text((own / "mix-up.incident.yaml").read_text())
    assert {problem["code"] for problem in said(capsys, "check", str(copy), code=Exit.FAULTS)} == {"CH020", "CH064"}


def test_a_broken_file_of_ones_own_is_named_by_doctor(own: Path, capsys: Captured) -> None:
    (own / "broken.yaml").write_text("scenario: [")
    found = said(capsys, "doctor")
    assert [finding["remedy"] for finding in found if "broken.yaml" in finding["found"]] == [f"coolhead check {own / 'broken.yaml'}"]


def test_each_principle_names_its_mechanism_rule_and_scenarios(capsys: Captured) -> None:
    rows = said(capsys, "principles")
    assert [row["id"] for row in rows] == list(PRINCIPLES)
    assert all(set(row) == {"id", "words", "mechanism", "rule", "scenarios"} for row in rows)
    assert any(row["scenarios"] for row in rows)


@pytest.mark.usefixtures("own")
def test_a_principle_without_a_rule_or_a_scenario_says_so(capsys: Captured) -> None:
    rows = said(capsys, "principles")
    assert main(["principles"]) == Exit.DONE
    out, err = capsys.readouterr()
    assert out.count("  In play: ") == len(PRINCIPLES)
    for part, line, total in (("rule", "  No rule scores it yet.", "without a rule"), ("scenarios", "  No scenario names it yet.", "without a scenario")):
        lacking = [row["id"] for row in rows if not row[part]]
        assert out.count(line) == len(lacking)
        assert f"{len(lacking)} {total}" in err
    known = {criterion.id for criterion in load_rubric().criteria}
    assert {rule for row in rows for rule in row["rule"]} <= known | set(MEASURES)


def test_each_act_is_told_with_an_example_and_a_near_miss(capsys: Captured) -> None:
    rows = said(capsys, "acts")
    assert [row["act"] for row in rows] == [act.value for act in Act]
    assert main(["acts"]) == Exit.DONE
    out = capsys.readouterr().out
    assert all(row["meaning"] in out and f"So: {row['example']}" in out and f"Not so: {row['near_miss']}" in out for row in rows)


def test_a_folder_is_checked_whole_its_voices_known(own: Path, capsys: Captured) -> None:
    (own / "voices").mkdir()
    (own / "voices" / "gruff.yaml").write_text("voice: gruff\nabout: short and gruff\nlines: {vent: {any: [No.]}}\n")
    (own / "wrong-kettle.yaml").write_text(WRONG_KETTLE.replace("voice: plain", "voice: gruff"))
    errors = [problem for problem in said(capsys, "check", str(own), "--quick") if problem["severity"] == "error"]
    assert errors == []
    (own / "second.yaml").write_text("scenario: second\n")
    problems = said(capsys, "check", "--quick", str(own), code=Exit.FAULTS)
    assert {Path(problem["file"]).name for problem in problems if problem["severity"] == "error"} == {"second.yaml"}


def test_golden_replies_are_no_scenarios(own: Path, capsys: Captured) -> None:
    (own / "wrong-kettle.yaml").write_text(WRONG_KETTLE)
    (own / "wrong-kettle.golden").mkdir()
    (own / "wrong-kettle.golden" / "expected.yaml").write_text("mood: []\n")
    assert said(capsys, "check", str(own), "--quick") == []


def test_a_folder_without_scenarios_is_said(tmp_path: Path, capsys: Captured) -> None:
    assert main(["check", str(tmp_path)]) == Exit.MISUSED
    assert "no scenario file" in capsys.readouterr().err


def test_the_list_is_narrowed_by_options(own: Path, capsys: Captured) -> None:
    assert own.exists()
    found = said(capsys, "list", "--find", "bolier", "--level", "3", "--length", "usual")
    assert found
    assert {(entry["trade"], entry["level"]) for entry in found} == {("boiler repairs", 3)}
    assert all("004.11" in entry["principles"] for entry in said(capsys, "list", "--principle", "004.11"))
    assert said(capsys, "list", "--trade", "zoo") == []
    assert main(["list", "--principle", "9\x1b[2J"]) == Exit.MISUSED
    assert "There is no principle '9␛[2J'." in capsys.readouterr().err
    assert main(["list", "--trade", "bank", "--length", "long"]) == Exit.DONE
    assert "calls fits: trade bank" in capsys.readouterr().err


def test_what_a_check_does_not_look_at_is_said_with_the_command_that_does(own: Path, capsys: Captured) -> None:
    file = own / "wrong-kettle.yaml"
    file.write_text(WRONG_KETTLE)
    assert main(["check", str(file)]) == Exit.DONE
    assert f"whether the level fits, and whether a cheat is paid. Next: coolhead simulate {file}" in capsys.readouterr().err
    file.write_text("scenario: [")
    assert main(["check", str(file)]) == Exit.FAULTS
    assert "coolhead simulate" not in capsys.readouterr().err
