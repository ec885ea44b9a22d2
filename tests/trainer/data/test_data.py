"""One's own data: a copy that others can read, and deleting that takes what it says and nothing else."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest

from scenarios.model import Scenario
from trainer.cli import main
from trainer.data.copying import copy_all
from trainer.data.parts import What, parts
from trainer.errors import Exit
from trainer.records.store import Store, StoreError
from trainer.settings.current import change, settings
from trainer.wiring import start_call

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    home = tmp_path / "home"
    monkeypatch.setenv("COOLHEAD_HOME", str(home))
    return home


@pytest.fixture
def filled(home: Path, kettle: Scenario) -> Path:
    """A home with a call, settings, a scenario, and a file that is none of ours."""
    with Store.open() as store:
        call, attempt = start_call(kettle, 3, "calm", store, True)
        assert attempt
        call.say("I am sorry. We packed the wrong kettle.")
    change({"coach": True})
    (home / "scenarios" / "pack").mkdir(parents=True)
    (home / "scenarios" / "pack" / "mine.yaml").write_text("scenario: mine\n")
    (home / "reports").mkdir()
    (home / "reports" / "bug-1.txt").write_text("a fault")
    (home / "holiday.txt").write_text("not Coolhead's")
    return home


def test_where_it_is_and_what_is_there(filled: Path, capsys: Captured) -> None:
    assert main(["data", "where"]) == Exit.DONE
    told = capsys.readouterr().out
    assert f"Coolhead keeps its data in {filled}" in told
    assert "records: every call and practice, what you wrote in them, your own ratings (1 call, 0 practices, " in told
    assert main(["data", "where", "--json"]) == Exit.DONE
    found = json.loads(capsys.readouterr().out)
    assert [one["part"] for one in found["parts"]] == ["records", "settings", "scenarios", "reports"]


def test_what_is_there_and_what_a_copy_holds_are_counted_alike(filled: Path, tmp_path: Path) -> None:
    beside = filled / "scenarios" / "pack" / "mine.golden" / "good.txt"
    beside.parent.mkdir()
    beside.write_text("I am sorry.\n")
    told = next(part for part in parts() if part.what is What.SCENARIOS)
    assert told.holds == "2 files"
    assert copy_all(tmp_path / "copy.zip")["scenarios"] == 2


def test_looking_at_nothing_makes_nothing(home: Path, capsys: Captured) -> None:
    assert main(["data", "where"]) == Exit.DONE
    assert "There is nothing in it yet." in capsys.readouterr().out
    assert not home.exists()


def test_a_copy_holds_everything_in_forms_others_can_read(filled: Path, tmp_path: Path, capsys: Captured) -> None:
    target = tmp_path / "copy.zip"
    assert main(["data", "export", str(target), "--json"]) == Exit.DONE
    assert json.loads(capsys.readouterr().out)["holds"] == {"calls": 1, "practices": 0, "settings": 1, "scenarios": 1, "reports": 1}
    with zipfile.ZipFile(target) as copy:
        assert copy.testzip() is None
        events = [json.loads(line) for line in copy.read("records/events.jsonl").splitlines()]
        assert copy.read("settings.yaml") == (filled / "settings.yaml").read_bytes()
        assert {"README.txt", "scenarios/pack/mine.yaml", "reports/bug-1.txt"} <= set(copy.namelist())
        assert "holiday.txt" not in copy.namelist()
    assert "I am sorry. We packed the wrong kettle." in [event["body"].get("text") for event in events]
    assert main(["data", "export", str(target)]) == Exit.MISUSED, "and is never written over"


@pytest.mark.usefixtures("filled")
def test_a_copy_that_cannot_be_written_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    assert main(["data", "export", str(tmp_path / "nowhere" / "copy.zip")]) == Exit.MISSING

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("trainer.data.copying._records", full)
    assert main(["data", "export", str(tmp_path / "copy.zip")]) == Exit.MISSING
    assert "No space left on device" in capsys.readouterr().err
    assert not (tmp_path / "copy.zip").exists()


def test_a_copy_may_lie_in_the_folder_itself(filled: Path) -> None:
    target = filled / "scenarios" / "copy.zip"
    assert main(["data", "export", str(target)]) == Exit.DONE
    with zipfile.ZipFile(target) as copy:
        assert "scenarios/copy.zip" not in copy.namelist()


def test_nobody_is_asked_nothing_goes(filled: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("yes\n"))
    assert main(["data", "delete"]) == Exit.MISUSED
    said = capsys.readouterr().err
    assert f"This deletes for good, in {filled}:" in said
    assert "1 call" in said
    assert (filled / "scenarios").is_dir()


@pytest.mark.parametrize(("answer", "left"), [("\n", True), ("no\n", True), ("yes\n", False)])
def test_it_goes_on_a_plain_yes(filled: Path, answer: str, left: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    keyboard = io.StringIO(answer)
    monkeypatch.setattr(keyboard, "isatty", lambda: True)
    monkeypatch.setattr("sys.stdin", keyboard)
    assert main(["data", "delete", "scenarios"]) == Exit.DONE
    assert (filled / "scenarios").exists() is left
    assert settings().coach


def test_everything_goes_but_what_is_not_ours(filled: Path) -> None:
    assert main(["data", "delete", "--yes"]) == Exit.DONE
    assert sorted(one.name for one in filled.iterdir() if not one.name.startswith("records.db")) == ["holiday.txt"]
    assert not settings().coach
    raw = b"".join(one.read_bytes() for one in filled.glob("records.db*"))
    assert b"wrong kettle" not in raw, "nor can it be read back from the file"
    with Store.open() as store:
        assert store.attempts() == []


@pytest.mark.usefixtures("filled")
def test_a_coolhead_open_beside_is_told_and_goes_on(kettle: Scenario) -> None:
    with Store.open() as open_beside:
        (row,) = open_beside.attempts()
        events = open_beside.load(row.id).events
        assert main(["data", "delete", "records", "--yes"]) == Exit.DONE
        with pytest.raises(StoreError):
            open_beside.append(row.id, events[-1])
        _, fresh = start_call(kettle, 4, "calm", open_beside, True)
        assert fresh
    with Store.open() as store:
        assert [row.id for row in store.attempts()] == [fresh], "the next call is kept again"


def test_a_database_of_somebody_else_is_left_alone(home: Path, capsys: Captured) -> None:
    import sqlite3

    home.mkdir()
    with sqlite3.connect(home / "records.db") as connection:
        connection.execute("CREATE TABLE recipes (name)")
    assert main(["data", "delete", "--yes"]) == Exit.MISSING
    assert "not one of Coolhead's" in capsys.readouterr().err
    assert (home / "records.db").exists()


def test_a_link_goes_and_what_it_leads_to_stays(home: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "mine.yaml").write_text("scenario: mine\n")
    home.mkdir()
    (home / "scenarios").symlink_to(tmp_path / "elsewhere")
    assert main(["data", "delete", "--yes"]) == Exit.DONE
    assert not (home / "scenarios").is_symlink()
    assert (tmp_path / "elsewhere" / "mine.yaml").exists()


@pytest.mark.usefixtures("filled")
def test_a_part_that_is_none_is_refused(capsys: Captured) -> None:
    assert main(["data", "delete", "recrods", "--yes"]) == Exit.MISUSED
    assert "the parts are records, settings, scenarios, rubric, reports" in capsys.readouterr().err
    assert len(parts()) == 4
