"""How far a job is: lines that can be read aloud where nobody watches a terminal."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from trainer.archive import progress
from trainer.archive.chats import Done

ROOT = Path(__file__).parents[3]


def test_without_a_terminal_lines_count_what_is_done(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(progress, "EVERY", 0.0)
    with progress.progress(lambda: 200, plain=False) as shown:
        for _ in range(2):
            shown.advance(Done(name="a", row=b"", bytes_read=50))
    out, err = capsys.readouterr()
    assert out == ""
    assert [line.split(" in ")[0] for line in err.splitlines()] == ["1 chat", "2 chats"]
    assert err.endswith(", 50% of the whole.\n")


def test_nothing_of_the_bar_or_the_report_is_loaded_for_one_chat(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Customer: hi\nRep: hello\n")
    code = (
        f"from trainer.cli import main\nassert main(['score', {str(tmp_path / 'a.txt')!r}]) == 0\nimport sys\n"
        "print([m for m in ('rich.progress', 'trainer.archive.report', 'trainer.archive.cluster', 'ray', 'textual') if m in sys.modules])"
    )
    found = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert found.stdout.splitlines()[-1] == "[]"
