"""Every form of practice in a real terminal, by keys alone, with another size of terminal in the middle."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.end_to_end.terminal import TMUX, Terminal
from tests.end_to_end.test_terminal import until
from trainer.modes import MODES

pytestmark = [pytest.mark.terminal, pytest.mark.skipif(TMUX is None, reason="tmux is not installed")]

SMALL, LARGE = (80, 24), (120, 40)
LETTER = Path(__file__).parents[1] / "trainer" / "authoring" / "letters" / "rant.txt"
HOME = "Practise keeping your head"


class Walk:
    """A terminal at home, and what stands on it."""

    def __init__(self, terminal: Terminal, size: tuple[int, int]) -> None:
        self._terminal, self._size = terminal, size

    def sees(self, *words: str, seconds: float = 20) -> str:
        """Wait for each of these."""
        for one in words:
            screen = self._terminal.wait_for(re.escape(one), seconds)
        return screen

    def press(self, *keys: str) -> None:
        self._terminal.press(*keys)

    def type(self, text: str) -> None:
        self._terminal.type(text)
        self.sees(text[-20:])

    def resized(self, *words: str) -> None:
        """Somebody pulls at the window, and pulls it back: the same words stand there each time."""
        for size in (LARGE if self._size == SMALL else SMALL, self._size):
            self._terminal.resize(*size)
            self.sees(*words)

    def back(self, words: str) -> None:
        """One key back. Not Escape: a terminal may take it for the beginning of the next key."""
        self.press("q")
        self.sees(words)


def first_run(walk: Walk) -> None:
    walk.sees("Begin here", "Your first call", *(mode.title for mode in MODES))
    walk.press("Enter")
    walk.sees("You are scored on calmness, listening, honesty and resolution", "Pick up (Enter)")
    walk.resized("is on the line", "Pick up (Enter)")
    walk.press("Enter")
    walk.sees("Type your reply", "Hint")
    walk.type("I am sorry")
    walk.resized("I am sorry")
    walk.press("F8")
    walk.sees("Leave this call?")
    walk.press("y")
    walk.sees("You left the call", "To the debrief")
    walk.press("q")
    walk.sees("Look again at", HOME)


def today(walk: Walk) -> None:
    walk.sees("Today: 3 things to practise")
    walk.press("t")
    walk.sees("3 things to practise today", "Begin here: a guided call", "Name what it did to them: a set of drills")
    walk.resized("Own it: a set of drills")
    walk.press("Down", "Enter")
    walk.sees("Name what it did to them · 1 of 10")
    walk.press("Escape")
    walk.sees("3 things to practise today")
    walk.press("p")
    walk.sees("Nothing has been practised yet", "Hear before fixing")
    walk.back("3 things to practise today")
    walk.back(HOME)


def drill(walk: Walk) -> None:
    walk.press("d")
    walk.sees("One line, one reply, and what your words did", "Hear before fixing", "not tried yet")
    walk.press("Enter")
    walk.sees("Hear before fixing · 1 of 10", "On your desk", "Your one reply")
    walk.type("I am sorry to hear that.")
    walk.resized("I am sorry to hear that.", "On your desk")
    walk.press("Enter")
    walk.sees("One that means well and misses it", "Take from it", "Word it anew")
    walk.press("r")
    walk.sees("Your one reply")
    walk.type("sorry")
    walk.press("Enter")
    walk.sees("You: “sorry”", "Next")
    walk.press("Enter")
    walk.sees("Hear before fixing · 2 of 10", "Your one reply")
    walk.press("Escape")
    walk.sees("Go on with: Hear before fixing", "1 of 10 answered")
    walk.back("Go on with Drills put aside")


def shift(walk: Walk) -> None:
    walk.press("s")
    walk.sees("A shift is a queue of calls", "Begin a short shift: 3 calls")
    walk.press("Enter")
    walk.sees("Shift: 0 of 3 calls done", "Next in the queue", "Take the call")
    walk.resized("left for the shift", "Take the call")
    walk.press("Enter")
    walk.sees("Pick up (Enter)")
    walk.press("Enter")
    walk.sees("Type your reply")
    walk.press("F8")
    walk.sees("Leave this call?")
    walk.press("y")
    walk.sees("Back to the shift")
    walk.press("Enter")
    walk.sees("Shift: 1 of 3 calls done", "The call before", "End the shift here")
    walk.press("End", "Enter")
    walk.sees("End the shift?")
    walk.press("y")
    walk.sees("A note to the team", "Enter alone: no note")
    walk.press("Enter")
    walk.sees("The shift is over", "Debrief: ", "Begin another shift")
    walk.press("Enter")
    walk.sees("anger, reply by reply")
    walk.back("Begin another shift")
    walk.back(HOME)


def progress(walk: Walk) -> None:
    walk.press("p")
    walk.sees("Nothing has been practised yet", "Hear before fixing", "not measured yet")
    walk.press("Down", "Down")
    walk.sees("Own it: not measured yet")
    walk.resized("Own it: not measured yet")
    walk.press("Enter")
    walk.sees("Own it · 1 of 10")
    walk.press("Escape")
    walk.sees("Own it: not measured yet", "esc Back")
    walk.back(HOME)


def room(walk: Walk) -> None:
    walk.press("m")
    walk.sees("The group proposes, votes and locks", "Intensity: real", "Happy 30th Sam")
    walk.press("i")
    walk.sees("How rough may the customer get?")
    walk.press("Down", "Enter")
    walk.sees("Intensity: raw")
    walk.press("Enter")
    walk.sees("The desk: Happy 30th Sam", "The case")
    walk.back("Type a proposal")
    walk.type("I am sorry, that is our mistake.")
    walk.resized("that is our mistake.")
    walk.press("Enter")
    walk.sees("2 Type a proposal")
    walk.press("1", "Right", "Right", "F4")
    walk.sees("2 votes, unsure")
    walk.press("F6")
    walk.sees("To talk about", "You: I am sorry, that is our mistake.")
    walk.resized("To talk about")
    walk.press("Enter")
    walk.sees("Moment 2", "Type a proposal")
    walk.press("F8")
    walk.sees("End the call here?")
    walk.press("y")
    walk.sees("Enter shows the scores")
    walk.press("Enter")
    walk.sees("The room looked back at", "Write the sheet")
    walk.back("Intensity: raw")
    walk.back(HOME)


def author(walk: Walk) -> None:
    """A letter becomes a scenario, the editor changes it, and it is played beside the file."""
    walk.press("a")
    walk.sees("None yet: n begins one")
    walk.press("n")
    walk.sees("paste it here or type the name of its file")
    walk.type(str(LETTER))
    walk.press("Enter")
    for number in range(1, 10):
        walk.sees(f"question {number} of 9")
        walk.press("Enter")
    walk.sees("marked CHECK", seconds=90)  # hundreds of calls are played to measure it
    walk.sees("Your own", "in the file")
    walk.press("e")
    walk.sees("edited by hand")
    walk.resized("edited by hand", "How hard")
    walk.press("p")
    walk.sees("Type your reply", "f7 Problem")
    walk.press("F7")
    walk.sees("The file has no problems.")
    walk.press("Escape")
    walk.sees("Your own")
    walk.back(HOME)


def settings(walk: Walk) -> None:
    walk.press("e")
    walk.sees("Theme dark", "It takes dark, light", "Practice mode yes")
    walk.press("Right")
    walk.sees("Theme light")
    walk.resized("Theme light")
    walk.press("u")
    walk.sees("Theme dark")
    walk.press("d")
    walk.sees("Coolhead keeps its data in", "Take a copy")
    walk.press("Escape")
    walk.sees("Theme dark", "As usual")
    walk.back(HOME)


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=str)
@pytest.mark.parametrize(
    "forms", [(progress, settings, today, first_run, author), (room, shift, drill)], ids=lambda forms: " ".join(one.__name__ for one in forms)
)
def test_forms_of_practice_by_keys(forms: tuple[Callable[[Walk], None], ...], size: tuple[int, int], tmp_path: Path) -> None:
    """One after the other in one sitting, as somebody would who looks around."""
    editor = tmp_path / "editor"
    editor.write_text("#!/bin/sh\nsed -i 's/^trade: .*/trade: edited by hand/' \"$1\"\n", encoding="utf-8")
    editor.chmod(0o755)
    with Terminal(tmp_path, *size, EDITOR=str(editor), VISUAL=str(editor)) as terminal:
        walk = Walk(terminal, size)
        walk.sees("Your first call")
        for form in forms:
            walk.sees(HOME)
            form(walk)
        walk.sees(HOME)
        pid = terminal.pid
        terminal.press("q")
        until(lambda: not Path(f"/proc/{pid}").exists())
