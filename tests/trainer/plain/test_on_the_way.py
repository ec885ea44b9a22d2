"""Small steps of the plain view: where one comes back to, what is kept, and that nothing typed is lost or taken for something else."""

from __future__ import annotations

import io
import os
import sys
from datetime import date
from pathlib import Path

import pytest

from tests.trainer.plain.test_plain_view import Typed, has, piped
from trainer.errors import Exit
from trainer.glossary import terms_in
from trainer.plain.console import Console
from trainer.plain.view import run_plain
from trainer.practice.plan import Today
from trainer.practice.told import head_of_day
from trainer.records.store import Store
from trainer.shift.kept import Shift

Captured = pytest.CaptureFixture[str]
WRONG = "Calm down, it is only a kettle."
LEFT = ("/leave", "", "")


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COOLHEAD_HOME", str(tmp_path / "home"))


def typed(*lines: str | None, mode: str | None = None, scenario: Path | None = None) -> list[str]:
    out = io.StringIO()
    assert run_plain(str(scenario) if scenario else None, seed=3, console=Console(Typed(lines, out), out), mode=mode) == Exit.DONE
    return out.getvalue().splitlines()


def test_what_was_done_today_is_not_read_as_a_number_of_things_to_do() -> None:
    assert head_of_day(Today(day=date(2026, 11, 22), reps=(), done=1, next=None)).startswith("1 thing done today. ")


@pytest.mark.parametrize("word", ["back", "stop", "/back", "leave"])
def test_back_at_home_stays_there_and_says_how_to_leave(word: str) -> None:
    lines = typed(word, "progress", "quit")
    at = next(n for n, line in enumerate(lines) if "This is home. quit leaves Coolhead" in line)
    assert has(lines[at:], "Nothing has been practised yet")


def test_the_end_of_a_debrief_says_where_one_is(kettle_file: Path) -> None:
    lines = typed(str(kettle_file), "", WRONG, *LEFT, "", "past", "", "quit")
    assert has(lines, "Home. The calls you have played are under past.")
    lines = typed("calls", str(kettle_file), "", WRONG, *LEFT, "", "quit")
    assert has(lines, "The list of calls. The calls you have played are under past.")


def test_words_keeps_to_the_page_through_help_and_itself(kettle_file: Path) -> None:
    lines = typed("", WRONG, *LEFT, "help", "words", "nonsense", "words", "", scenario=kettle_file)
    assert sum(line.startswith("What cost you most: ") for line in lines) == 2


def test_words_are_of_the_program_and_not_of_people_or_plain_english() -> None:
    assert terms_in("Begin that one; you come back here after it.") == ()
    assert terms_in("Nothing is held against you.") == ()
    assert terms_in("The money is back on her card.") == ()
    assert [term.term for term in terms_in("This will come back: 5 points. Beyond the card.")] == ["come back", "card"]
    out = io.StringIO()
    console = Console(Typed([""], out), out)
    console.tell(
        "Customer (Ana): I claim the evidence.",
        "Action: /refund 48: refund to the card",
        "You: I took up your concern, on the ledger.",
        "Calmness: it's the words 'Sir, don't attack' here.",
    )
    console.ask(">")
    assert [line.partition(":")[0] for line in console.terms()] == ["Calmness"]


def test_words_alone_in_a_call_is_not_sent_and_is_answered(kettle_file: Path) -> None:
    lines = typed("practice", "", "words", "/leave", "", "", scenario=kettle_file)
    at = lines.index("You: words")
    assert lines[at + 1] == "That was not sent to the customer."
    assert ": " in lines[at + 2] or "no term" in lines[at + 2]
    with Store.open() as store:
        assert not any(event.kind == "said" for event in store.load(store.attempts()[0].id).events)


def test_a_shift_is_ended_after_one_question() -> None:
    lines = typed("3", "end", "", "end", "end", "", mode="shift")
    assert sum("End the shift with 3 calls left?" in line for line in lines) == 2
    assert has(lines, "No call was taken to its end, so there is no note to the team.")
    with Store.open() as store:
        assert Shift.unfinished(store) is None


def test_a_shift_ended_early_has_its_note() -> None:
    lines = typed(
        "short",
        "",
        "",
        "I am sorry, that is our mistake.",
        "/leave",
        "end",
        "end",
        "back",
        "end",
        "end",
        "Nobody updated the template. Please mend it.",
        "",
        mode="shift",
    )
    assert sum("What should the team know after this shift?" in line for line in lines) == 2, "back goes on with the shift"
    assert has(lines, "You wrote: “Nobody updated the template. Please mend it.”")
    with Store.open() as store:
        assert Shift.unfinished(store) is None
        assert Shift.past(store)[0].state().note


def test_a_drill_judges_no_next_and_loses_no_reply() -> None:
    lines = typed("1", "next", "Sorry.", "I am sorry that it broke twice.", "r", "", "stop", mode="drill")
    assert has(lines, "This drill is not answered yet: type your reply.")
    assert has(lines, "That was not judged yet. Type r to have it judged")
    assert sum(line.startswith("Your words “") for line in lines) == 2
    assert sum(line.startswith("What to take from it: ") for line in lines) == 1, "what was told with the first reply is not told again with the next"


DRILLED = ("drill", "1", "Sorry.", "")


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ((*DRILLED, "stop"), "The set is kept. To go on with it from home, type drill, then resume."),
        ((*DRILLED, "home"), "The set is kept. To go on with it from home, type drill, then resume."),
        ((*DRILLED, "quit"), "The set is kept. Go on with: coolhead drill"),
        (("drill", "1", "stop"), "Nothing of this set was answered, so there is nothing to go on with."),
        (("shift", "short", "stop"), "The shift is kept. To go on with it from home, type shift."),
        (("first", "/pause", "stop"), "The call is kept. To go on with it from home, type resume."),
    ],
)
def test_what_is_put_aside_says_what_to_type_where_one_is(lines: tuple[str, ...], told: str) -> None:
    assert told in typed(*lines, "quit")


def test_the_words_the_prompts_suggest_are_understood(kettle_file: Path) -> None:
    lines = typed("pick up", WRONG, "/leave", "skip", "skip", "evidence", "again", "disagree", "line", "finish", scenario=kettle_file)
    assert any(line.startswith("  1. -") for line in lines)
    assert has(lines, "Again and the number of a point")
    assert has(lines, "Disagree and the number of a line")
    assert not has(lines, "There is nothing under")
    with Store.open() as store:
        assert not store.rating(store.attempts()[0].id)


def test_from_a_pipe_the_first_line_is_explained_and_what_was_not_used_is_said(monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    assert piped("Hello there.\nGood day.\n", monkeypatch, "--plain") == Exit.MISUSED
    assert "or is first for the guided first call" in capsys.readouterr().err
    assert piped("first\nHello.\n/leave\nOne.\n\nTwo.\nThree.\n", monkeypatch, "--plain") == Exit.DONE
    assert capsys.readouterr().out.rstrip().endswith("3 lines of the input were not used: nothing was left to answer.")


def test_whoever_holds_a_pipe_open_is_not_waited_for() -> None:
    there, here = os.pipe()
    os.write(here, b"one\ntwo\nthree\n")
    with os.fdopen(there, encoding="utf-8") as source:
        console = Console(source, sys.stdout)
        assert console.ask(">") == "one"
        assert console.left_over() == 2
        assert os.get_blocking(there)
    os.close(here)
