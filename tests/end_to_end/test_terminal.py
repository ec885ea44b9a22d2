"""The whole call in a real terminal, by keys alone; and once with the process killed in the middle."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from scenarios.library import catalogue, find
from tests.end_to_end.terminal import TMUX, Terminal
from trainer.replies import read_replies

pytestmark = [pytest.mark.terminal, pytest.mark.skipif(TMUX is None, reason="tmux is not installed")]

FIRST = catalogue()[0]
PLAIN = read_replies(Path(FIRST.path).with_suffix(".golden") / "model.txt")


def pick_up(terminal: Terminal) -> None:
    """From home by way of the list to the customer's first words."""
    terminal.wait_for("Your first call")
    terminal.press("c")
    terminal.wait_for("calls, easiest first")
    terminal.press("Enter")
    terminal.wait_for("Pick up")
    terminal.press("Enter")
    speaks(terminal)


def begin(terminal: Terminal) -> None:
    """As somebody new does: Enter, three lines, Enter."""
    terminal.wait_for("Your first call")
    terminal.press("Enter")
    terminal.wait_for("You are scored on")
    terminal.press("Enter")
    speaks(terminal)


def speaks(terminal: Terminal) -> None:
    """The customer's first words are there, and the rep may answer."""
    terminal.wait_for(find(FIRST.id).customer.opening.split(".")[0][:30])
    terminal.wait_for("Type your reply")


def turns(home: Path) -> int:
    """How many events the records hold."""
    with sqlite3.connect(f"file:{home / 'records.db'}?mode=ro", uri=True, timeout=5) as records:
        return int(records.execute("select count(*) from events").fetchone()[0])


def until(check: Callable[[], bool], seconds: float = 20) -> None:
    end = time.monotonic() + seconds
    while not check():
        assert time.monotonic() < end, "it never came to that"
        time.sleep(0.05)


def send(terminal: Terminal, home: Path, text: str) -> None:
    """Type one line and wait until the records have it and the composer is free again."""
    before = turns(home)
    terminal.type(text)
    terminal.press("Enter")
    until(lambda: turns(home) > before or "over" in terminal.screen)  # a reply that comes too late is told so
    terminal.wait_for("Type your reply|The call is over")


@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (120, 40)])
def test_from_home_to_the_debrief_by_keys(tmp_path: Path, columns: int, rows: int) -> None:
    with Terminal(tmp_path, columns, rows) as terminal:
        pick_up(terminal)
        for reply in PLAIN:
            if "The call is over" in terminal.screen:
                break
            send(terminal, tmp_path, reply.command or reply.say)
        if "The call is over" not in terminal.screen:
            terminal.press("F8")
            terminal.wait_for("Leave|The call is over")  # the last reply may end the call just now
            terminal.press("Enter")
        if "how do you see it" not in terminal.wait_for("The call is over|What .* says of it|how do you see it"):
            if "says of it" not in terminal.screen:
                terminal.press("Enter")
                terminal.wait_for("What .* says of it")
            terminal.press("Enter")
        terminal.wait_for("how do you see it")
        terminal.press("4", "4", "5", "3")
        terminal.press("C-s")
        terminal.wait_for("anger, reply by reply")
        terminal.press("e")
        terminal.wait_for("the words behind every point")
        terminal.wait_for("Calmness")
        terminal.press("q")  # not Escape: a terminal may take it for the beginning of the next key
        terminal.wait_for("Debrief: ")
        terminal.press("l")
        terminal.wait_for("Promises and claims")
        terminal.press("q")
        terminal.wait_for("Debrief: ")
        terminal.press("q")
        terminal.wait_for("Look again at")
        terminal.wait_for("All calls")
        terminal.press("q")
        terminal.wait_for("Practise keeping your head")
        terminal.wait_for("Look again at")


def test_a_killed_call_goes_on_at_the_very_turn(tmp_path: Path) -> None:
    said = "Good afternoon, I am reading your whole record now and I will tell you what is in it."
    with Terminal(tmp_path, 80, 24) as terminal:
        begin(terminal)
        send(terminal, tmp_path, said)
        terminal.kill()
    kept = turns(tmp_path)
    with Terminal(tmp_path, 100, 30) as terminal:
        terminal.wait_for("Go on with")
        terminal.press("Enter")
        terminal.wait_for("Good afternoon, I am")
        terminal.wait_for("Type your reply")
        assert turns(tmp_path) == kept
        send(terminal, tmp_path, "What would help you most right now?")
        assert turns(tmp_path) > kept


def test_resizing_in_mid_call_keeps_what_is_typed(tmp_path: Path) -> None:
    with Terminal(tmp_path, 120, 40) as terminal:
        pick_up(terminal)
        terminal.type("half a thought")
        terminal.wait_for("half a thought")
        for columns, rows in ((60, 20), (200, 60), (80, 24)):
            terminal.resize(columns, rows)
            terminal.wait_for("half a thought")


def test_a_program_that_lost_its_terminal_leaves(tmp_path: Path) -> None:
    with Terminal(tmp_path, 80, 24) as terminal:
        terminal.wait_for("Your first call")
        pid = terminal.pid
        terminal.take_away()
    until(lambda: not Path(f"/proc/{pid}").exists(), seconds=15)
