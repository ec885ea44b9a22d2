"""A stopped job is taken up again: nothing lost, nothing twice, and a file that has changed is noticed."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from filelock import FileLock

from tests.trainer.archive.chats import archive, chat, lines
from trainer.archive.chats import Job, Terms, judged
from trainer.cli import main
from trainer.errors import Exit

Captured = pytest.CaptureFixture[str]
ROOT = Path(__file__).parents[3]


@pytest.fixture
def judgings(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The chats judged in this process."""
    found: list[str] = []

    def counted(job: Job, terms: Terms) -> object:
        found.append(f"{Path(job.file).name}/{job.piece.number}")
        return judged(job, terms)

    monkeypatch.setattr("trainer.archive.crews.judged", counted)
    return found


def scored(folder: Path, out: Path, *more: str) -> int:
    return main(["score", str(folder), "--out", str(out), "--jobs", "1", *more])


@pytest.mark.parametrize("share", [0.0, 0.001, 0.3, 0.6, 0.999, 1.0])
def test_wherever_it_was_cut_off_the_whole_is_the_same(tmp_path: Path, judgings: list[str], share: float) -> None:
    folder, out = archive(tmp_path / "chats"), tmp_path / "scores.jsonl"
    assert scored(folder, out) == Exit.FAULTS
    whole, everything = out.read_bytes(), len(judgings)
    out.write_bytes(whole[: round(len(whole) * share)])
    standing = out.read_bytes().count(b"\n")
    judgings.clear()
    assert scored(folder, out, "--resume") == Exit.FAULTS
    assert out.read_bytes() == whole
    assert len(judgings) == everything - standing
    assert sorted(p.name for p in tmp_path.iterdir()) == ["chats", "scores.jsonl"]


def test_a_changed_chat_is_told_and_judged_again_alone(tmp_path: Path, judgings: list[str], capsys: Captured) -> None:
    folder, out = archive(tmp_path / "chats"), tmp_path / "scores.jsonl"
    scored(folder, out)
    file = folder / "a.jsonl"
    file.write_text(file.read_text().replace("order 4401", "order 9901"))
    judgings.clear()
    capsys.readouterr()
    scored(folder, out, "--resume")
    assert judgings == ["a.jsonl/2"]
    assert "a.jsonl has changed since it was scored; from chat 2 on" in capsys.readouterr().err
    fresh = tmp_path / "fresh.jsonl"
    scored(folder, fresh)
    assert out.read_bytes() == fresh.read_bytes()


def test_files_that_came_went_or_shrank_leave_no_loss_and_no_double(tmp_path: Path, judgings: list[str], capsys: Captured) -> None:
    folder, out = archive(tmp_path / "chats"), tmp_path / "scores.jsonl"
    scored(folder, out)
    (folder / "a.jsonl").write_text(lines(range(2)))
    (folder / "a0.txt").write_text("Customer: New?\nRep: Yes, quite new.\n")
    (folder / "b" / "deep" / "one.log").unlink()
    judgings.clear()
    capsys.readouterr()
    scored(folder, out, "--resume")
    err = capsys.readouterr().err
    assert judgings == ["a0.txt/1"]
    assert "a.jsonl no longer holds all the chats it held" in err
    assert "one.log is gone" in err
    fresh = tmp_path / "fresh.jsonl"
    scored(folder, fresh)
    assert out.read_bytes() == fresh.read_bytes()


def test_a_damaged_row_in_the_middle_is_judged_again(tmp_path: Path, judgings: list[str]) -> None:
    folder, out = archive(tmp_path / "chats"), tmp_path / "scores.jsonl"
    scored(folder, out)
    whole = out.read_text().splitlines(keepends=True)
    out.write_text("".join([*whole[:4], whole[4][:50] + "\n", *whole[5:]]))
    judgings.clear()
    scored(folder, out, "--resume")
    assert judgings == ["a.jsonl/5"]
    assert out.read_text() == "".join(whole)


def test_scores_of_two_kinds_do_not_stand_in_one_file(tmp_path: Path, kettle_file: Path, capsys: Captured) -> None:
    folder, out = archive(tmp_path / "chats"), tmp_path / "scores.jsonl"
    scored(folder, out)
    before = out.read_bytes()
    for more in (["--reread"], ["--scenario", str(kettle_file)]):
        assert scored(folder, out, "--resume", *more) == Exit.MISUSED
        assert "made by another rubric or reader" in capsys.readouterr().err
    assert out.read_bytes() == before
    assert not out.with_name("scores.jsonl.new").exists()


def test_a_table_begun_and_not_finished_is_gone_on_with(tmp_path: Path, judgings: list[str], capsys: Captured) -> None:
    folder, lines_file, table = archive(tmp_path / "chats"), tmp_path / "scores.jsonl", tmp_path / "table.csv"
    scored(folder, lines_file)
    part = tmp_path / "table.csv.part.jsonl"
    part.write_bytes(b"".join(lines_file.read_bytes().splitlines(keepends=True)[:6]))
    judgings.clear()
    assert scored(folder, table) == Exit.MISUSED
    assert "was begun and not finished" in capsys.readouterr().err
    assert scored(folder, table, "--resume") == Exit.FAULTS
    assert len(judgings) == 5
    assert len(table.read_text().splitlines()) == 12
    assert not part.exists()


def test_two_at_once_do_not_write_one_file(tmp_path: Path, capsys: Captured) -> None:
    folder, out = archive(tmp_path / "chats"), tmp_path / "scores.jsonl"
    with FileLock(f"{out}.lock", is_singleton=False):
        assert scored(folder, out) == Exit.MISUSED
    assert "Another run is writing" in capsys.readouterr().err


def test_several_processes_resume_to_the_same_bytes(tmp_path: Path) -> None:
    folder, out = archive(tmp_path / "chats"), tmp_path / "scores.jsonl"
    scored(folder, out)
    whole = out.read_bytes()
    file = folder / "a.jsonl"
    original = file.read_text()
    file.write_text(original.replace("order 4401", "order 9901"))
    main(["score", str(folder), "--out", str(out), "--jobs", "2", "--resume"])
    file.write_text(original)
    main(["score", str(folder), "--out", str(out), "--jobs", "2", "--resume"])
    assert out.read_bytes() == whole


def test_a_killed_run_leaves_whole_rows_and_nobody_working(tmp_path: Path) -> None:
    source, out = tmp_path / "many.jsonl", tmp_path / "scores.jsonl"
    source.write_text("".join(json.dumps(chat(n)) + "\n" for n in range(3000)))
    command = [sys.executable, "-m", "trainer", "score", str(source), "--out", str(out), "--jobs", "2"]
    run = subprocess.Popen(command, cwd=ROOT, env=os.environ | {"COOLHEAD_HOME": str(tmp_path)}, stderr=subprocess.DEVNULL)
    while not (out.exists() and out.stat().st_size):
        assert run.poll() is None
        time.sleep(0.05)
    workers = [int(pid) for pid in Path(f"/proc/{run.pid}/task/{run.pid}/children").read_text().split()] if sys.platform == "linux" else []
    run.send_signal(signal.SIGKILL)
    run.wait()
    while any(_works(pid) for pid in workers):
        time.sleep(0.05)
    found = out.read_text().splitlines()
    assert [json.loads(line)["chat"] for line in found[:-1]] == list(range(1, len(found)))
    source.write_text("".join(source.read_text().splitlines(keepends=True)[: len(found) + 3]))
    assert main(["score", str(source), "--out", str(out), "--resume", "--jobs", "1"]) == Exit.DONE
    assert [json.loads(line)["id"] for line in out.read_text().splitlines()] == [f"chat-{n}" for n in range(len(found) + 3)]


def _works(pid: int) -> bool:
    """Whether the process is still there, and not merely waiting to be forgotten."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False
