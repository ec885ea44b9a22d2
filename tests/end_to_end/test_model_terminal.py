"""A whole call in a real terminal with a tiny model of random weights for a voice, which is killed in the middle of a line."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import time
from pathlib import Path

import pytest

pytest.importorskip("torch")
pytest.importorskip("transformers")

from tests.end_to_end.terminal import TMUX, Terminal
from tests.trainer.voices.model import making

pytestmark = [pytest.mark.terminal, pytest.mark.skipif(TMUX is None, reason="tmux is not installed")]

REPLIES = (
    "I have your file open here, and I can see what went wrong on Monday.",
    "That was our fault, and you should not have had to chase it.",
    "What do you need from me first, before six?",
    "I will stay with this until it is done.",
)
KILLED_IN = 2
"""The reply, from 0, whose answer is being worded when the model's process is killed."""


def voices(home: Path) -> list[str]:
    """What worded each of the customer's lines so far, as the records have it."""
    with sqlite3.connect(f"file:{home / 'records.db'}?mode=ro", uri=True, timeout=5) as records:
        bodies = records.execute("select json_extract(body, '$.voice') from events where json_extract(body, '$.kind') = 'replied' order by position")
        return [str(voice) for (voice,) in bodies]


def worker(terminal: Terminal) -> int | None:
    """Process id of the model's process."""
    found = subprocess.run(["pgrep", "-P", str(terminal.pid), "-f", "trainer.voices.model.child"], capture_output=True, text=True, check=False).stdout.split()
    return int(found[0]) if found else None


def asked_how_it_stands(terminal: Terminal) -> str:
    """What the voice's own screen says, which is left again."""
    terminal.press("C-p")
    terminal.wait_for("Search")
    terminal.type("voice")
    terminal.wait_for("The customer's voice")
    terminal.press("Enter")
    said = terminal.wait_for("It is ready|being loaded|not been started")
    terminal.press("Escape")
    terminal.wait_for("Type your reply")
    return said


def test_every_line_passes_or_falls_back_and_a_killed_model_costs_one(tmp_path: Path) -> None:
    model = making.folder(tmp_path / "model")
    with Terminal(tmp_path, 80, 24, "play", "filing-day", "--seed", "3", "--voice", "model", "--model", str(model)) as terminal:
        terminal.wait_for("Pick up")
        terminal.press("Enter")
        terminal.wait_for("Type your reply")
        until = time.monotonic() + 90
        while "It is ready" not in asked_how_it_stands(terminal):
            assert time.monotonic() < until, terminal.screen
        for number, reply in enumerate(REPLIES):
            said = len(voices(tmp_path))
            terminal.type(reply)
            terminal.press("Enter")
            if number == KILLED_IN:
                killed = worker(terminal)
                assert killed
                os.kill(killed, signal.SIGKILL)
            until = time.monotonic() + 20
            while len(voices(tmp_path)) == said and "The call is over" not in terminal.screen:
                assert time.monotonic() < until, terminal.screen
                time.sleep(0.05)
            terminal.wait_for("Type your reply|The call is over")
        assert "Something went wrong" not in terminal.screen
        assert worker(terminal) not in (None, killed)
    worded = voices(tmp_path)
    assert len(worded) > 3
    assert worded[0] == "script"
    assert all(voice.startswith("model") for voice in worded[1:])
    assert not {"model:loading", "model:broken"} & set(worded[: KILLED_IN + 1])
