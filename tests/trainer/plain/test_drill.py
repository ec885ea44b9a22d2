"""Drills in flat lines, from a pipe and at a keyboard."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from scenarios.drills import drills_at_hand
from trainer.errors import Exit
from trainer.plain.console import Console
from trainer.plain.view import run_plain


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COOLHEAD_HOME", str(tmp_path / "home"))


class Keyboard(io.StringIO):
    def isatty(self) -> bool:
        return True


def drilled(source: io.StringIO, **asked: object) -> str:
    sink = io.StringIO()
    assert run_plain(console=Console(source, sink), mode="drill", asked=asked) == Exit.DONE
    return sink.getvalue()


def test_from_a_pipe_every_line_is_a_reply_and_the_set_is_closed() -> None:
    told = drilled(io.StringIO("I understand.\n" * 3), skill="own-it", count=2, seed=1)
    assert "Drill 1 of 2." in told
    assert "Drill 1 of 2, once more, 1 to come back." in told, "a mistake comes back"
    assert told.count("Not yet.") == 3
    assert "The first time: " in told
    assert "The set is kept" in told


def test_by_a_pipe_the_skill_is_asked_for_and_a_way_out_leaves_the_set() -> None:
    sink = io.StringIO()
    assert run_plain(console=Console(io.StringIO("drill\nsay no with an option\nSorry\n\nprogress\nstop\nprogress\nquit\n"), sink)) == Exit.DONE
    told = sink.getvalue()
    assert "3. Own it, not tried yet." in told
    assert "\nSay no with an option: " in told
    assert told.count("Not yet.") == 1, "neither the empty line nor a word of the program is judged"
    assert "“progress” was not taken for a reply." in told
    assert "The set is kept." in told
    assert "From 0 calls and 1 drill." in told
    assert "44 calls" not in told


def test_a_pipe_that_ends_after_a_drill_ends_quietly() -> None:
    sink = io.StringIO()
    assert run_plain(console=Console(io.StringIO("drill own it\nSorry\nstop\n"), sink)) == Exit.DONE
    assert "\nOwn it: " in sink.getvalue()
    assert "44 calls" not in sink.getvalue()
    empty = io.StringIO()
    assert run_plain(console=Console(io.StringIO(""), empty)) == Exit.DONE
    assert "44 calls" in empty.getvalue(), "who sends nothing is told what there is"


def test_a_skill_keeps_its_number_and_the_one_in_turn_is_named() -> None:
    first = drilled(Keyboard("1\nSorry.\n\nstop\n"))
    again = drilled(Keyboard("list\nstop\n"))
    assert "1. Hear before fixing, not tried yet." in first
    assert "1. Hear before fixing, tried once" in again
    assert "Enter for Name what it did to them" in again
    assert again.count("1. Hear before fixing") == 2


def test_a_wrong_name_is_answered_with_the_names_and_no_shell_command() -> None:
    sink = io.StringIO()
    assert run_plain(console=Console(Keyboard("drill xyzzy\n10\nSorry.\n\nstop\nquit\n"), sink)) == Exit.DONE
    told = sink.getvalue()
    assert "There is no skill called 'xyzzy'." in told
    assert "10. Keep your head;" in told
    assert "coolhead drill --list" not in told
    assert "\nKeep your head: " in told


def test_ones_own_words_come_first_and_what_else_it_could_be_once() -> None:
    told = drilled(Keyboard("own-it\nSorry.\nr\nSorry again.\n\nstop\n"))
    assert told.index("Your words “Sorry.”") < told.index("Missing: ") < told.index("One way to say it.") < told.index("Your words “Sorry again.”")
    assert told.count("One way to say it.") == told.count("What to take from it: ") == 1


def test_at_a_keyboard_one_chooses_words_anew_and_goes_on_later() -> None:
    told = drilled(Keyboard("1\nSorry.\nr\nSorry again.\nq\n"))
    assert "1. Hear before fixing, not tried yet." in told
    assert told.count("Not yet.") == 2
    assert "One way to say it. Yours may be another:" in told
    again = drilled(Keyboard("resume\n/stop\n"))
    assert "Hear before fixing, 1 of 10 answered." in again
    assert "Drill 2 of 10, 1 to come back." in again


def test_every_set_put_aside_is_offered() -> None:
    drilled(Keyboard("own-it\nSorry.\nstop\n"))
    drilled(Keyboard("say-no\nSorry.\nstop\n"))
    again = drilled(Keyboard("resume 3\nresume 2\nstop\n"))
    assert "Type resume to go on with a set that was put aside: Say no with an option, 1 of 10 answered." in again
    assert "Type resume 2 to go on with a set that was put aside: Own it, 1 of 10 answered." in again
    assert "There is no skill called 'resume 3'." in again
    assert "\nOwn it: " in again


def test_the_good_line_is_shown_only_after_the_reply() -> None:
    told = drilled(io.StringIO(""), skill="own-it", count=1, seed=1)
    assert not any(one.drill.good in told or one.drill.lesson in told for one in drills_at_hand().values())


def test_what_is_no_skill_is_said_and_asked_again() -> None:
    told = drilled(Keyboard("99\nnonsense\nq\n"))
    assert "There is no number 99 on the list" in told
    assert "There is no skill called 'nonsense'." in told


@pytest.mark.parametrize("word", ["/help", "help", "HELP", "calm", "/list", "all", "record", "again", "resume", "more"])
def test_a_word_of_the_program_is_never_judged(word: str) -> None:
    told = drilled(Keyboard(f"1\n{word}\nstop\n"))
    assert "Not yet." not in told
    assert "Stop to leave, help for more." in told


@pytest.mark.parametrize("word", ["hlep", "2", "proggress"])
def test_a_slip_or_a_number_is_asked_about_and_marked_by_enter(word: str) -> None:
    told = drilled(Keyboard(f"1\n{word}\n\n\nstop\n"))
    assert told.count("Not marked yet: ") == 1
    assert told.count("Not yet.") == 1
    assert f"“{word}”" in told
    other = drilled(Keyboard(f"1\n{word}\nSorry.\n\nstop\n"))
    assert "Your words “Sorry.”" in other, "a reply typed instead is the one that is marked"


def test_the_skills_are_told_once_in_a_sitting_and_then_on_asking() -> None:
    for again, times in (("", 1), ("all\n", 2), ("list\n", 2)):
        sink = io.StringIO()
        run_plain(console=Console(Keyboard(f"drill\nstop\ndrill\n{again}stop\nquit\n"), sink))
        assert sink.getvalue().count("1. Hear before fixing, not tried yet.") == times


def test_the_reply_that_misses_is_told_on_asking() -> None:
    told = drilled(Keyboard("own-it\nSorry.\nmiss\n\nstop\n"))
    before, _, after = told.partition("One that means well and misses it:")
    assert "One way to say it." in before
    assert "One that means well" not in after


@pytest.mark.parametrize("word", ["quit", "q", "/exit", "stop", "/back", "leave", "home"])
def test_every_way_out_of_a_set_keeps_it(word: str) -> None:
    told = drilled(Keyboard(f"1\nSorry.\n\n{word}\n"))
    assert told.count("Not yet.") == 1
    assert "The set is kept" in told
