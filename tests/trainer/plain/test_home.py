"""Home in flat lines: forms of practice and calls by number, word, search and filter; scripts still name a call by its number."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from tests.trainer.plain.test_plain_view import Typed, has, piped
from trainer import home, modes
from trainer.errors import Exit
from trainer.modes import MODES, Mode
from trainer.plain import home as plain_home
from trainer.plain.console import Console
from trainer.plain.view import run_plain
from trainer.records.practices import Kind, Practices
from trainer.records.store import Store

Captured = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COOLHEAD_HOME", str(tmp_path / "home"))


def typed(*lines: str, mode: str | None = None) -> list[str]:
    out = io.StringIO()
    assert run_plain(seed=3, console=Console(Typed(lines, out), out), mode=mode) == Exit.DONE
    return out.getvalue().splitlines()


def test_home_tells_the_forms_of_practice_and_not_forty_calls() -> None:
    lines = typed("q")
    assert [line for line in lines if line[:1].isdigit()] == [f"{n}. {mode.title}: {mode.about}. Type {mode.name}." for n, mode in enumerate(MODES, 1)]
    assert has(lines, "Type first to begin")


def test_the_call_of_a_shift_put_aside_is_not_told_of_beside_it() -> None:
    typed("shift", "short", "take", "", "Hello?", "/pause", "stop", "stop", "quit")
    lines = typed("quit")
    assert has(lines, "Shift: put aside on")
    assert not has(lines, "was put aside: ")
    typed("Only to say", "", "Hello?", "/pause", "stop", "quit")
    lines = typed("quit")
    shift = next(n for n, line in enumerate(lines) if line.startswith("Shift: put aside on"))
    assert "was put aside: Only to say." in lines[shift + 1], "what was put aside stands together"


def test_the_first_call_is_two_words_away() -> None:
    lines = typed("first", "/leave", "", "", "q")
    at = next(n for n, line in enumerate(lines) if line.startswith("Customer ("))
    assert sum("You are scored on calmness" in line for line in lines[:at]) == 1
    assert not has(lines[:at], "Policy: ")
    with Store.open() as store:
        assert store.attempts()[0].practice
    assert not has(typed("q"), "Type first"), "only somebody new is sent there"


@pytest.mark.parametrize("door", ["1", "calls", "CALLS"])
def test_the_calls_are_picked_by_the_numbers_told_last(door: str) -> None:
    number = next(str(n) for n, mode in enumerate(MODES, 1) if mode.name == "calls") if door == "1" else door
    lines = typed(number, "find bolier", "2", "leave", "", "q")
    assert has(lines, "calls fit: “bolier”. Best match first.")
    told = [line for line in lines if line.startswith("2. ")][-1]
    assert has(lines, f"Scenario: {told[3:].split('. ')[0]}.")


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("trade bank", "trade bank"),
        ("trade boil", "trade boil"),
        ("level 2", "level 2, everyday"),
        ("level very hard", "level 4, very hard"),
        ("principle 004.11", "principle 004.11"),
        ("principle say no when", "principle 004.11"),
        ("short", "short, up to 10 minutes"),
        ("length long", "long, 15 minutes or more"),
        ("find say no", "“say no”"),
        ("order new", "not played yet first."),
    ],
)
def test_filters_are_words(asked: str, answer: str) -> None:
    lines = typed(asked, "q")
    assert has(lines, answer)
    assert has(lines, "1. ")


@pytest.mark.parametrize(
    ("asked", "answer"),
    [("level 9", "There is no level '9'."), ("trade", "Which trade?"), ("order", "Shortest: shortest first."), ("level", "Level 2, everyday: ")],
)
def test_a_word_alone_tells_what_there_is(asked: str, answer: str) -> None:
    assert has(typed(asked, "q"), answer)


def test_nothing_found_says_so_and_its_numbers_are_ways_out() -> None:
    lines = typed("short", "find zzzz", "1", "clear", "any", "q")
    assert has(lines, "No call fits: “zzzz”; short, up to 10 minutes.")
    assert has(lines, "1. Without “zzzz”: ")
    assert sum("calls fit: short" in line for line in lines) == 2
    assert has(lines, " calls, easiest first.")


def test_the_guided_call_says_what_the_order_it_speaks_of_is_under() -> None:
    lines = typed("first", "/desk", "/record", "/leave", "", "q")
    assert has(lines, "/record is the order")
    assert has(lines, "Also on your desk: /record and /policy.")
    assert has(lines, "Record: ORDER 0719")


def test_what_cannot_be_understood_is_said_and_asked_again() -> None:
    lines = typed("99", "frobnicate", "trade \x1b[2Jzoo", "help", "home", "q")
    assert has(lines, "There is no number 99")
    assert has(lines, "There is no call or command 'frobnicate'")
    assert has(lines, "There is no trade '␛[2Jzoo'.")
    assert has(lines, "find WORDS: ")


def test_the_mode_of_calls_tells_them_and_goes_back() -> None:
    lines = typed("past", "help", "", mode="calls")
    assert has(lines, "1. Happy 30th Sam. ")
    assert has(lines, "There are no past calls yet.")


def test_a_practice_put_aside_and_what_is_due_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    shift = Mode(name="shift", key="s", title="Shift", about="a queue", screen="", plain=f"{__name__}:shift", due=f"{__name__}:due")
    for where in (modes, home, plain_home):
        monkeypatch.setattr(where, "MODES", (*(mode for mode in MODES if mode.name != "shift"), shift))
    with Store.open() as store:
        Practices(store).begin(Kind.SHIFT, {})
    lines = typed("shift", str(len(MODES)), "q")
    assert has(lines, "Shift: put aside on ")
    assert has(lines, "Two reps are due.")
    assert lines.count("On shift.") == 2


def due(_store: Store, _now: object) -> str:
    return "Two reps are due."


def shift(view: plain_home.View) -> int:
    view.console.tell("On shift.")
    return 0


def test_a_script_names_a_call_by_its_number_or_finds_it(monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    assert piped("1\nI see forty, and we iced thirty.\n", monkeypatch, "--plain") == Exit.DONE
    assert "You: I see forty" in capsys.readouterr().out
    assert piped("find boiler\n1\nGood afternoon.\n", monkeypatch, "--plain") == Exit.DONE
    assert "Trade: boiler repairs" in capsys.readouterr().out
    assert piped("find boiler\n9\n", monkeypatch, "calls", "--plain") == Exit.MISUSED


def test_a_long_list_is_told_in_parts_and_its_numbers_hold() -> None:
    lines = typed("calls", "more", "help", "30", "leave", "", "quit")
    assert has(lines, "12 of 44; more for the next, or find WORDS.")
    assert has(lines, "24 of 44; more for the next.")
    assert has(lines, "Scenario: "), "a number means a line of the whole list, told or not"


def test_one_enter_too_many_does_not_end_the_program() -> None:
    lines = typed("", "progress", "", "")
    assert has(lines, "Leave Coolhead?")
    assert lines[-1] == "Goodbye."
    assert sum("Leave Coolhead?" in line for line in lines) == 2


def test_home_is_come_back_to_from_anywhere() -> None:
    lines = typed("settings", "data", "home", "room", "/home", "quit")
    assert sum(line.startswith("1. Today") for line in lines) == 3


def test_words_that_nothing_has_together_are_offered_alone() -> None:
    assert has(typed("find hotel noise", "1", "order shortest", "quit"), "While words are looked for, the best match stands first")


def test_an_unknown_name_is_answered_with_titles() -> None:
    assert has(typed("garden rom", "quit"), "Did you mean: The garden room")
    assert has(typed("The garden room", "leave", "quit"), "Scenario: The garden room.")


def test_no_two_calls_share_a_title() -> None:
    from trainer.picking.listed import on_the_list

    titles = [one.title for one in on_the_list(None)]
    assert len(titles) == len(set(titles))


def test_resume_says_what_was_put_aside_where_it_is_no_call() -> None:
    assert has(typed("resume", "q"), "No call was put aside.")
    with Store.open() as store:
        Practices(store).begin(Kind.SHIFT, {})
    lines = typed("resume", "q")
    assert has(lines, "No call was put aside.")
    assert sum("put aside on " in line for line in lines) == 2, "told at home, and again"


def test_a_form_of_practice_is_taken_where_past_calls_are_asked_for() -> None:
    typed("first", "/leave", "", "", "q")
    lines = typed("past", "drill", "stop", "q")
    assert has(lines, "Nobody counts your time or your typing.")
    assert not has(lines, "There is no past call")


def test_a_pipe_hears_the_list_of_calls_only_where_it_asks_for_it(capsys: Captured) -> None:
    def said(*lines: str) -> str:
        out = io.StringIO()
        assert run_plain(seed=3, console=Console(io.StringIO("".join(f"{line}\n" for line in lines)), out)) == Exit.DONE
        return out.getvalue()

    for named in ("1", "first-cake"):
        assert "You: Hello." in said(named, "Hello.")
    for lines in ((), ("1", "Hello."), ("find boiler",), ("drill", "stop")):
        assert "44. " not in said(*lines), lines
    assert "44. " in said("list")
    capsys.readouterr()


def test_how_one_is_scored_is_told_once_in_a_shift() -> None:
    lines = typed("shift", "3", "", "", "/leave", "", "", "/leave", "stop", "q")
    assert sum(line.startswith("Calmness: ") for line in lines) == 1
    assert sum(line.startswith("Scenario: ") for line in lines) == 2


def test_after_help_the_long_question_of_a_debrief_does_not_come_back() -> None:
    typed("first", "/leave", "", "", "q")
    out = io.StringIO()
    run_plain(seed=3, console=Console(Typed(("past", "1", "help", "words", "", "", "q"), out), out))
    assert out.getvalue().count("to word point 1 anew, help for more") == 1
    assert out.getvalue().count("What next? Help lists it") == 2


def test_help_names_every_form_and_the_prompt_says_what_a_number_means() -> None:
    lines = typed("help", "list", "home", "quit")
    assert any(line.startswith("today, calls, drill, shift, progress, room, author, settings: the forms of practice") for line in lines)
    asked = [line for line in lines if "or a word, find WORDS" in line]
    assert [line.split(" or a word")[0] for line in asked] == [
        f"Number of a form of practice, 1 to {len(MODES)},",
        f"Number of a form of practice, 1 to {len(MODES)},",
        "Number of a call as listed last",
        f"Number of a form of practice, 1 to {len(MODES)},",
    ]


def test_who_leaves_the_debriefs_of_a_shift_is_told_where_they_are() -> None:
    lines = typed("shift", "short", "take", "", "Hello?", "/leave", "end", "end", "", "", "quit")
    where = next(n for n, line in enumerate(lines) if "stay among your past calls: type past at home." in line)
    assert any("Number of a call of this shift for its debrief" in line for line in lines[: where + 1])
