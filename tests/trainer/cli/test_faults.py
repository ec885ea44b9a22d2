"""How the command leaves: exit codes, words on stderr, data on stdout, and no traceback for a fault that is not ours."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import trainer.cli
import trainer.opening
from trainer.cli import main
from trainer.errors import Exit

ROOT = Path(__file__).parents[3]
Captured = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COOLHEAD_HOME", str(tmp_path / "home"))


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["nonsense"], Exit.MISUSED),
        (["play"], Exit.MISUSED),
        (["play", "no-such-scenario"], Exit.MISUSED),
        (["play", "no-such-file.yaml"], Exit.MISUSED),
        (["play", "x", "--seed", "many"], Exit.MISUSED),
        (["play", "x", "--intensity", "rude"], Exit.MISUSED),
        (["play", "x", "--voice", "opera"], Exit.MISUSED),
        (["play", "x", "--voice", "model"], Exit.MISUSED),
        (["play", "x", "--json"], Exit.MISUSED),
        (["score", "no-such-file.json"], Exit.MISUSED),
        (["check", "no-such-file.yaml"], Exit.MISUSED),
        (["resume"], Exit.MISUSED),
        (["resume", "abc"], Exit.MISUSED),
        (["--version"], Exit.DONE),
        (["--help"], Exit.DONE),
        (["list"], Exit.DONE),
        (["attempts"], Exit.DONE),
    ],
)
def test_exit_codes_and_no_traceback(arguments: list[str], code: Exit, capsys: Captured) -> None:
    assert main(arguments) == code
    out, err = capsys.readouterr()
    assert "Traceback" not in out + err
    assert (out if code is Exit.DONE else err).strip()
    if code is not Exit.DONE:
        assert not out


def test_a_scenario_with_faults_is_told_by_file_and_line(tmp_path: Path, capsys: Captured) -> None:
    file = tmp_path / "broken.yaml"
    file.write_text("scenario: broken\ntitel: x\n")
    assert main(["play", str(file)]) == Exit.FAULTS
    assert f"{file}:2:1: CH" in capsys.readouterr().err
    assert main(["check", str(file), "--json"]) == Exit.FAULTS
    problems = json.loads(capsys.readouterr().out)
    assert {"file", "line", "column", "code", "message", "remedy", "severity"} <= set(problems[0])


def test_a_hostile_file_name_is_made_harmless(capsys: Captured) -> None:
    assert main(["play", "\x1b[2J\u202e.yaml"]) == Exit.MISUSED
    err = capsys.readouterr().err
    assert "\x1b" not in err
    assert "\u202e" not in err


def test_a_bug_is_saved_in_a_file_and_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    def broken(_arguments: object) -> int:
        raise ZeroDivisionError("our fault")

    monkeypatch.setattr(trainer.cli, "run", broken)
    assert main(["list"]) == Exit.BUG
    (report,) = (tmp_path / "home" / "reports").glob("bug-*.txt")
    err = capsys.readouterr().err
    assert str(report) in err
    assert "ZeroDivisionError" not in err
    assert "our fault" in report.read_text()


def test_a_missing_package_is_a_prerequisite_with_its_command(monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    def missing(_arguments: object) -> int:
        raise ModuleNotFoundError("No module named 'rapidfuzz'", name="rapidfuzz.fuzz")

    monkeypatch.setattr(trainer.cli, "run", missing)
    assert main(["list"]) == Exit.MISSING
    err = capsys.readouterr().err
    assert "rapidfuzz" in err
    assert "pip install" in err


def test_ctrl_c_leaves_cleanly(monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    def interrupted(_arguments: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(trainer.cli, "run", interrupted)
    assert main([]) == Exit.INTERRUPTED
    assert "Traceback" not in capsys.readouterr().err


def test_a_reader_that_goes_away_is_no_fault(tmp_path: Path) -> None:
    environment = os.environ | {"COOLHEAD_HOME": str(tmp_path), "PYTHONUNBUFFERED": "1"}
    command = [sys.executable, "-m", "trainer", "principles"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT, env=environment)
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.readline()
    process.stdout.close()
    assert "Traceback" not in process.stderr.read()
    process.stderr.close()
    assert process.wait() == Exit.DONE


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_output_that_finds_no_room_is_no_bug(tmp_path: Path) -> None:
    environment = os.environ | {"COOLHEAD_HOME": str(tmp_path)}
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "trainer", "--version"], stdout=full, stderr=subprocess.PIPE, text=True, cwd=ROOT, env=environment, check=False
        )
    assert done.returncode == Exit.MISSING
    assert "could not be written" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(("value", "plain"), [("1", True), ("yes", True), ("0", False), ("off", False)])
def test_the_variable_asks_for_the_plain_view(value: str, plain: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COOLHEAD_PLAIN", value)
    assert trainer.opening.wants_plain() is plain


def test_without_a_terminal_the_plain_view_is_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COOLHEAD_PLAIN", raising=False)
    assert trainer.opening.wants_plain() is True


def test_what_is_wrong_with_the_records_is_told_by_doctor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    monkeypatch.setattr("trainer.finding.at_hand", lambda: ["one"])
    assert main(["doctor", "--json"]) == Exit.DONE
    assert all(finding["ok"] for finding in json.loads(capsys.readouterr().out))
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("COOLHEAD_HOME", str(tmp_path / "file"))
    assert main(["doctor", "--json"]) == Exit.MISSING
    (wrong,) = [finding for finding in json.loads(capsys.readouterr().out) if not finding["ok"]]
    assert wrong["what"] == "records"
    assert "COOLHEAD_HOME" in wrong["remedy"]


def test_closed_streams_are_empty_ones_and_no_bug(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", None)
    monkeypatch.setattr("sys.stdout", None)
    assert main(["read", "--json"]) == Exit.DONE
    sys.stdin.close()
    sys.stdout.close()
