"""The plain view, typed at and through a pipe: everything is said in flat lines, and a call put aside can be taken up."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

from trainer.cli import main
from trainer.errors import Exit
from trainer.plain.console import Console
from trainer.plain.view import run_plain
from trainer.records.store import Store

ROOT = Path(__file__).parents[3]
Captured = pytest.CaptureFixture[str]
PLAYED = ["I am sorry, Mr Halasz: you paid for the steel kettle and we packed the plastic one. That is our mistake.", "/replace", "/leave"]


class Typed:
    """Lines as from a keyboard, with their echo; an exception is raised when it would be typed. At the end, Enter for ever."""

    def __init__(self, lines: Iterable[str | BaseException], echo: io.StringIO) -> None:
        self._lines = iter(lines)
        self._echo = echo

    def isatty(self) -> bool:
        return True

    def readline(self, _size: int, /) -> str:
        line = next(self._lines, "")
        if isinstance(line, BaseException):
            raise line
        self._echo.write(line + "\n")
        return line + "\n"


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COOLHEAD_HOME", str(tmp_path / "home"))


def typed(*lines: str | BaseException, scenario: Path | None = None, resume: str | None = None) -> list[str]:
    """What the view prints when these lines are typed at it."""
    out = io.StringIO()
    assert run_plain(str(scenario) if scenario else None, seed=3, resume=resume, console=Console(Typed(lines, out), out)) == Exit.DONE
    return out.getvalue().splitlines()


def has(lines: list[str], words: str) -> bool:
    return any(words in line for line in lines)


def test_a_call_from_briefing_to_debrief(kettle_file: Path) -> None:
    lines = typed("practice", *PLAYED, "4 4 5 3", "When I owned it.", "listening", "ledger", "", scenario=kettle_file)
    for words in ("Scenario: The wrong kettle", "Record: 4410", "Policy: A wrong item", "Action: /refund 48", "Listening: Whether", "(Imre): I ordered"):
        assert has(lines, words), words
    for words in ("Mood: ", "Desk: /replace", "End: ", "Debrief.", "Calmness: ", "You said 4 of 5.", "your reply 1"):
        assert has(lines, words), words
    assert lines.index("Debrief.") < next(n for n, line in enumerate(lines) if "You said" in line)
    with Store.open() as store:
        (row,) = store.attempts()
        assert row.finished
        assert row.practice
        assert store.rating(row.id) == {"calmness": 4, "listening": 4, "honesty": 5, "resolution": 3, "turning_point": "When I owned it."}
        assert store.scorecard(row.id)


def test_everything_can_be_looked_up_during_the_call(kettle_file: Path) -> None:
    lines = typed("", "/help", "/record", "/policy", "/desk", "/rubric", "/mood", "/log", "/refnud", "/", "/leave", "", "", scenario=kettle_file)
    assert sum("Record: 4410" in line for line in lines) == 2
    assert sum("Policy: A wrong item" in line for line in lines) == 2
    assert has(lines, "Rubric ")
    assert has(lines, "told only in practice")
    assert has(lines, "did you mean /refund?")
    assert sum("Customer (Imre): I ordered" in line for line in lines) == 2
    assert has(lines, "You left the call")


def test_a_paused_call_is_taken_up_where_it_stopped(kettle_file: Path) -> None:
    before = typed("", "One moment, I am looking at your order.", "/pause", "", "/pause", "stop", scenario=kettle_file)
    assert has(before, "coolhead resume")
    with Store.open() as store:
        (row,) = store.unfinished()
    kettle_file.unlink()  # the scenario of a kept call is kept with it
    after = typed("/leave", "", "", resume=row.id)
    assert has(after, "You: One moment, I am looking at your order.")
    assert [line for line in before if line.startswith("Customer (Imre)")] == [line for line in after if line.startswith("Customer (Imre)")]
    with Store.open() as store:
        assert store.unfinished() == []


def test_ctrl_c_keeps_the_call(kettle_file: Path, capsys: Captured) -> None:
    with pytest.raises(KeyboardInterrupt):
        typed("", "One moment.", KeyboardInterrupt(), scenario=kettle_file)
    assert "coolhead resume" in capsys.readouterr().err
    with Store.open() as store:
        assert len(store.unfinished()) == 1


def test_a_call_put_aside_is_offered_with_the_list(kettle_file: Path) -> None:
    typed("", "One moment.", "/pause", "stop", scenario=kettle_file)
    lines = typed("resume", "/leave", "", "", "", "q")
    assert has(lines, "was put aside: wrong-kettle")
    assert has(lines, "You: One moment.")


def test_the_list_is_numbered_and_can_be_left() -> None:
    assert has(typed("no-such-one", "q"), "There is no scenario 'no-such-one'")


def test_when_the_records_cannot_be_written_the_call_goes_on(kettle_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("COOLHEAD_HOME", str(tmp_path / "file"))
    assert has(typed("", "One moment.", "/leave", "", "", scenario=kettle_file), "You left the call")
    assert "not being kept" in capsys.readouterr().err


def test_through_a_pipe_the_whole_call_reads_as_text(kettle_file: Path, tmp_path: Path) -> None:
    environment = os.environ | {"COOLHEAD_HOME": str(tmp_path / "piped"), "LC_ALL": "C"}
    text = "First line,\\\nsecond line 😡 \x1b[2J\n/refund 48\n".encode() + b"\xff\xfe\n"
    command = [sys.executable, "-m", "trainer", "play", str(kettle_file), "--seed", "3"]
    done = subprocess.run(command, input=text, cwd=ROOT, env=environment, capture_output=True, check=False)
    out = done.stdout.decode()
    assert done.returncode == Exit.DONE, done.stderr
    assert "You: First line,\nsecond line 😡" in out
    assert "Desk: /refund 48 GBP" in out
    assert "The input ended; the call is left." in out
    assert "Calmness: " in out
    assert "\x1b" not in out
    assert done.stderr == b""


def test_resume_takes_the_newest_interrupted_call(kettle_file: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    typed("", "One moment.", "/pause", "stop", scenario=kettle_file)
    monkeypatch.setattr("sys.stdin", io.StringIO("Here I am again.\n"))
    assert main(["resume"]) == Exit.DONE
    out = capsys.readouterr().out
    assert "You: One moment." in out
    assert "You: Here I am again." in out
    assert main(["resume"]) == Exit.MISUSED
