"""The model's process from outside, played by small programs that behave in every bad way: nothing waits, nothing breaks."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from trainer.voices.drafter import DraftError, Level
from trainer.voices.model.drafter import MOST_STARTS, LocalDrafter

ASKED = ({"role": "user", "content": "Where is it?"},)
READY = '{"kind": "ready", "family": "x", "quirks": {"system": true}, "sharing": "fork", "device": "cpu", "dtype": "float32", "read": 99, "written": 9, "line": %s, "loading": 1}'
CHILD = """
import json, os, sys, time
print({ready!r}, flush=True)
for line in sys.stdin:
    order = json.loads(line)
    {doing}
"""
ANSWER = 'print(json.dumps({"kind": "written", "id": order["id"], "text": "So?", "fed": 1, "new": 2, "first": 0.1, "seconds": 0.2}), flush=True)'


@contextmanager
def played(doing: str, *, ready: str = READY % "0.5", **more: object) -> Iterator[LocalDrafter]:
    """A drafter over a program that says it is ready, and does this with every order."""
    program = CHILD.format(ready=ready, doing=doing)
    drafter = LocalDrafter(Path("nowhere"), command=[sys.executable, "-c", program], **more)  # type: ignore[arg-type]
    drafter.open()
    try:
        yield drafter
    finally:
        drafter.close()


def until(what: Callable[[], object]) -> None:
    end = time.monotonic() + 20
    while not what() and time.monotonic() < end:
        time.sleep(0.01)
    assert what()


def is_up(drafter: LocalDrafter) -> None:
    until(lambda: drafter.standing.level is not Level.LOADING)


def test_a_line_is_drafted() -> None:
    with played(ANSWER) as drafter:
        is_up(drafter)
        assert drafter.standing.level is Level.READY
        assert drafter.standing.quirks == {"system": True}
        assert drafter.draft(ASKED, seed=1, temperature=0.8).result(10).text == "So?"


def test_answers_are_weighed_and_a_cancelled_one_is_put_down() -> None:
    with played('print(json.dumps({"kind": "weighed", "id": order["id"], "shares": [0.75, 0.2]}), flush=True)') as drafter:
        is_up(drafter)
        assert drafter.weigh(ASKED, "AB").result(10).shares == (0.75, 0.2)
    with played("time.sleep(60)", obeys_seconds=0.1) as drafter:
        is_up(drafter)
        weighed = drafter.weigh(ASKED, "AB")
        drafter.cancel()
        with pytest.raises(DraftError, match="did not stop"):
            weighed.result(20)


def test_before_it_is_up_there_is_no_line_and_no_waiting() -> None:
    with played("pass", ready="") as drafter, pytest.raises(DraftError):
        drafter.draft(ASKED, seed=1, temperature=0.8).result(0)


def test_too_slow_a_model_says_so_plainly() -> None:
    with played(ANSWER, ready=READY % "11.2") as drafter:
        is_up(drafter)
        assert drafter.standing.level is Level.SLOW
        assert drafter.standing.sentence == "The model needs about 11 s a line here; use a smaller model or a local server."


@pytest.mark.parametrize(
    "doing",
    [
        "os._exit(1)", "os.kill(os.getpid(), 9)", 'print("{\\"kind\\": \\"writ", flush=True); os._exit(0)', 'print("no JSON", flush=True)',
        'print("x" * 3_000_000, flush=True)', 'print("null", flush=True)', 'sys.stdout.buffer.write(b"\\xff\\x00\\n"); sys.stdout.flush()',
    ],
)  # fmt: skip
def test_a_process_that_dies_or_talks_nonsense_is_started_again(doing: str) -> None:
    with played(doing) as drafter:
        is_up(drafter)
        with pytest.raises(DraftError):
            drafter.draft(ASKED, seed=1, temperature=0.8).result(20)
        is_up(drafter)
        assert drafter.standing.level is Level.READY


def test_a_process_that_keeps_dying_is_given_up() -> None:
    with played("os._exit(1)") as drafter:
        for _ in range(MOST_STARTS):
            is_up(drafter)
            with pytest.raises(DraftError):
                drafter.draft(ASKED, seed=1, temperature=0.8).result(20)
        until(lambda: drafter.standing.level is Level.BROKEN)
        assert "stopped 3 times" in drafter.standing.sentence


def test_a_process_that_does_not_stop_when_told_is_ended_and_started_again() -> None:
    with played("time.sleep(60)", obeys_seconds=0.1) as drafter:
        is_up(drafter)
        line = drafter.draft(ASKED, seed=1, temperature=0.8)
        drafter.cancel()
        with pytest.raises(DraftError, match="did not stop"):
            line.result(20)
        is_up(drafter)
        assert drafter.standing.level is Level.READY


def test_a_process_that_reads_nothing_holds_nobody_up() -> None:
    with played("time.sleep(60)") as drafter:
        is_up(drafter)
        began = time.monotonic()
        for _ in range(40):
            drafter.draft(({"role": "user", "content": "x" * 100_000},), seed=1, temperature=0.8)
        assert time.monotonic() - began < 15, "four megabytes nobody takes, and nobody stuck behind them"


def test_a_model_that_is_refused_is_not_started_again() -> None:
    with played("pass", ready='{"kind": "refused", "why": "SafetensorError: too short"}') as drafter:
        is_up(drafter)
        assert drafter.standing.level is Level.BROKEN
        assert "too short" in drafter.standing.sentence


def test_a_command_that_is_not_there_is_said() -> None:
    drafter = LocalDrafter(Path("nowhere"), command=["/no/such/program"])
    drafter.open()
    assert "could not be started" in drafter.standing.sentence
