"""The plain view, typed at and through a pipe: everything is said in flat lines, and a call put aside can be taken up."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

from scoring.scores import DIMENSIONS
from trainer.cli import main
from trainer.errors import Exit
from trainer.plain.console import Console
from trainer.plain.debrief import QUOTED, quoted
from trainer.plain.lines import lengths_spoken, marks_spoken
from trainer.plain.view import run_plain
from trainer.records.store import Store

ROOT = Path(__file__).parents[3]
Captured = pytest.CaptureFixture[str]
PLAYED = ["I am sorry, Mr Halasz: you paid for the steel kettle and we packed the plastic one. That is our mistake.", "/replace", "/leave"]


class Typed:
    """Lines as from a keyboard, with their echo; an exception is raised when it would be typed, None ends the input there.
    After the last line, Enter for ever."""

    def __init__(self, lines: Iterable[str | BaseException | None], echo: io.StringIO) -> None:
        self._lines = iter(lines)
        self._echo = echo

    def isatty(self) -> bool:
        return True

    def readline(self, _size: int, /) -> str:
        line = next(self._lines, "")
        if isinstance(line, BaseException):
            raise line
        if line is None:
            return ""
        self._echo.write(line + "\n")
        return line + "\n"


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COOLHEAD_HOME", str(tmp_path / "home"))


def typed(*lines: str | BaseException | None, scenario: Path | None = None, resume: str | None = None) -> list[str]:
    """What the view prints when these lines are typed at it."""
    out = io.StringIO()
    assert run_plain(str(scenario) if scenario else None, seed=3, resume=resume, console=Console(Typed(lines, out), out)) == Exit.DONE
    return out.getvalue().splitlines()


def piped(text: str, monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    """The exit code of the command with this on its stdin."""
    monkeypatch.setattr("sys.stdin", io.StringIO(text))
    return main([*arguments])


def has(lines: list[str], words: str) -> bool:
    return any(words in line for line in lines)


def test_a_call_from_briefing_to_debrief(kettle_file: Path) -> None:
    lines = typed("practice", "", *PLAYED, "4 4 5 3", "When I owned it.", "listening", "ledger", "", scenario=kettle_file)
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


WRONG = ["Calm down, it is only a kettle.", "/leave", "2 2 2 2", "When I said calm down."]


def test_a_point_is_worded_anew_as_often_as_one_likes(kettle_file: Path) -> None:
    better = "We packed the wrong kettle, that is our mistake."
    lines = typed("", *WRONG, "again 1", "Calm down.", better, "", "", scenario=kettle_file)
    assert has(lines, "'Calm down.' makes it smaller than it is to them.")
    assert has(lines, "owns the fault")
    assert has(lines, "Calmness, this no longer costs ")
    assert sum("What would you say instead?" in line for line in lines) == 3


def test_a_line_of_evidence_leads_to_its_rule_and_words(kettle_file: Path) -> None:
    lines = typed("", *WRONG, "calmness", "1", "", scenario=kettle_file)
    assert any(line.startswith("  1. -") and "points: This made the problem" in line for line in lines)
    assert has(lines, "  What costs: Making the feeling or the problem smaller, or ordering it away.")
    assert has(lines, "Your reply 1, the words in brackets: [Calm down, it is only a kettle.]")
    assert has(lines, "Taken so: this makes it smaller than it is to them.")


def test_a_disagreement_is_kept_and_shown_when_one_looks_back(kettle_file: Path) -> None:
    lines = typed("", *WRONG, "disagree 1", "It was \x1b[31mmeant kindly", "1", "", scenario=kettle_file)
    assert has(lines, "Kept with this call; only you see it, unless you hand on a copy of your data. No score changes.")
    assert has(lines, "  You disagreed: It was ␛[31mmeant kindly")
    with Store.open() as store:
        (row,) = store.attempts()
    back = typed(resume=row.id)
    assert has(back, "Looking back at: The wrong kettle.")
    assert has(back, "You disagreed: It was")
    assert has(back, "You said 2 of 5.")
    assert has(back, "You said it turned: “When I said calm down.”")
    typed("disagree 1", "none", "", resume=row.id)
    assert not has(typed(resume=row.id), "You disagreed"), "none takes it back"


@pytest.mark.parametrize("asked", ["again 9", "disagree 99", "0", "point 1", "again line 99", "frobnicate", "again"])
def test_what_is_not_there_is_said_and_the_question_comes_again(asked: str, kettle_file: Path) -> None:
    lines = typed("", *WRONG, asked, "ledger", "", scenario=kettle_file)
    assert has(lines, "Ledger: ") or has(lines, "Claim in ")
    assert has(lines, "There is no") or has(lines, "There is nothing under") or has(lines, "Say again 1") or has(lines, "Again and the number of a point")


def test_everything_can_be_looked_up_during_the_call(kettle_file: Path) -> None:
    lines = typed("test", "", "/help", "/record", "/policy", "/desk", "/rubric", "/mood", "/log", "/refnud", "/", "/leave", "", "", scenario=kettle_file)
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
    after = typed("/log", "/leave", "", "", resume=row.id)
    where, log = (next(n for n, line in enumerate(after) if words in line) for words in ("Going on with", "You: /log"))
    assert has(after[where : where + 1], "1 reply so far, ")
    assert has(after[log:], "You: One moment, I am looking at your order.")
    assert not has(after[:log], "You: One moment"), "what came before is told where it is asked for"
    heard = [line for line in before if line.startswith("Customer (Imre)")]
    assert heard[-1] == heard[-2], "after a pause the last line is told again"
    assert heard[-1:] == [line for line in after[:log] if line.startswith("Customer (Imre)")]
    assert heard[:-1] == [line for line in after[log:] if line.startswith("Customer (Imre)")]
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
    lines = typed("resume", "/log", "/leave", "", "", "", "q")
    assert has(lines, "was put aside: The wrong kettle")
    assert has(lines, "You: One moment.")


def test_the_list_is_read_once_and_again_when_asked_for() -> None:
    lines = typed("no-such-one", "99", "0", "q")
    assert has(lines, "There is no call or command 'no-such-one'")
    assert has(lines, "There is no number 99")
    assert has(lines, "There is no number 0")
    assert sum(line.startswith("1. ") for line in lines) == 1
    assert sum(line.startswith("1. ") for line in typed("list", "")) == 2


@pytest.mark.parametrize("answer", ["no-such-one", "99"])
def test_a_script_that_names_no_scenario_is_told_by_the_exit_code(answer: str, monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    assert piped(f"{answer}\n", monkeypatch, "--plain") == Exit.MISUSED
    assert "There is no" in capsys.readouterr().err


def test_a_briefing_can_be_left_again(kettle_file: Path) -> None:
    assert not has(typed("leave", scenario=kettle_file), "Customer (Imre)")
    with Store.open() as store:
        assert store.attempts() == []


def test_the_end_of_the_input_at_a_keyboard_keeps_the_call(kettle_file: Path) -> None:
    lines = typed("", "One moment.", None, scenario=kettle_file)
    assert has(lines, "coolhead resume")
    assert not has(lines, "End: ")
    with Store.open() as store:
        assert len(store.unfinished()) == 1


@pytest.mark.parametrize("word", ["quit", "Exit", "help", "q", "leave", "pause", "resume", "today", "calm", "back", "refund"])
def test_a_word_meant_for_the_program_is_not_sent_to_the_customer(word: str, kettle_file: Path) -> None:
    lines = typed("", word, "/leave", "", "", scenario=kettle_file)
    assert has(lines, "not sent to the customer")
    assert has(lines, "It took 0 replies")


def test_a_dot_after_a_command_says_it(kettle_file: Path) -> None:
    assert has(typed("", "calm", "calm.", "/leave", "", "", scenario=kettle_file), "It took 1 reply")


def test_the_briefing_takes_what_the_screen_offers_and_no_other_word(kettle_file: Path) -> None:
    lines = typed("help", "hello", "calm", "raw", "", "mood off", "", "One moment.", "/mood", "/leave", "", "", scenario=kettle_file)
    for words in ("calm, real or raw: how rough", "'hello' is nothing that can be chosen here", "type raw again", "It stays calm.", "Mood: anger "):
        assert has(lines, words) or any(words.lower() in line.lower() for line in lines), words
    with Store.open() as store:
        (row,) = store.attempts()
        assert row.practice
    assert sum(line.startswith("Mood: ") for line in lines) == 1, "told only where it was asked for"


def test_quit_at_any_prompt_says_goodbye_and_keeps_the_call(kettle_file: Path) -> None:
    lines = typed("", "One moment.", "/pause", "quit", scenario=kettle_file)
    assert has(lines, "coolhead resume")
    assert lines[-1] == "Goodbye."
    assert has(typed("", *PLAYED, "help", "quit", scenario=kettle_file), "Everywhere: back or stop")


@pytest.mark.parametrize("line", ["/pause", "/PAUSE now", "/quit"])
def test_every_way_of_asking_for_a_pause_is_one(line: str, kettle_file: Path) -> None:
    assert has(typed("", line, "quit", scenario=kettle_file), "coolhead resume")


def test_going_on_tells_the_call_and_the_briefing_only_when_asked(kettle_file: Path) -> None:
    typed("", "One moment.", "/pause", "stop", scenario=kettle_file)
    with Store.open() as store:
        (row,) = store.unfinished()
    assert not has(typed("/pause", "stop", resume=row.id), "Policy: ")
    assert has(typed("/briefing", "/pause", "stop", resume=row.id), "Policy: ")


def test_a_slip_in_the_rating_is_asked_again_and_never_costs_it(kettle_file: Path) -> None:
    lines = typed("", *PLAYED, "4 4 5", "4 4 5 9", "4453", "", "calmnes", "", scenario=kettle_file)
    assert sum("not four numbers" in line for line in lines) == 2
    assert has(lines, "You said 3 of 5.")
    assert has(lines, "nothing under 'calmnes'")


def test_between_the_questions_on_ones_own_view_one_goes_back_and_no_figures_pass_for_a_sentence(kettle_file: Path) -> None:
    lines = typed("", *PLAYED, "back", "3 3 3 3", "back", "2 2 2 2", "4 4 5 4", "yes", "When I owned it.", "", scenario=kettle_file)
    assert has(lines, "The call is over; there is no way back into it.")
    assert sum("four numbers from 1 to 5" in line for line in lines) == 3
    typed("", *PLAYED, "2 2 2 2", "4 4 5 4", "", "It did not.", "", scenario=kettle_file)
    typed("", *PLAYED, "stop", "", scenario=kettle_file)
    with Store.open() as store:
        stopped, refused, taken = (store.rating(row.id) for row in store.attempts())
    told: dict[str, int | str] = dict.fromkeys(DIMENSIONS, 2)
    assert taken == {"calmness": 4, "listening": 4, "honesty": 5, "resolution": 4, "turning_point": "When I owned it."}
    assert refused == {**told, "turning_point": "It did not."}
    assert stopped is None


def test_who_said_nothing_in_a_call_is_not_asked_how_it_went(kettle_file: Path) -> None:
    lines = typed("", "/leave", "", scenario=kettle_file)
    assert not has(lines, "First your own view")
    assert has(lines, "Debrief.")


def test_what_is_not_scored_is_said_once(kettle_file: Path) -> None:
    lines = typed("", "/leave", "", scenario=kettle_file)
    assert sum("not scored" in line for line in lines) == len(DIMENSIONS)


def test_nothing_that_is_left_in_a_pipe_becomes_a_rating(kettle_file: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    text = "\n".join([*PLAYED, "1 1 1 1", "Why did you go?"])
    assert piped(text, monkeypatch, "play", str(kettle_file), "--plain", "--seed", "3") == Exit.DONE
    out = capsys.readouterr().out
    assert "  +" in out
    assert "Rule " in out
    assert "Ledger" in out or "Promise in" in out or "Claim in" in out
    with Store.open() as store:
        assert store.rating(store.attempts()[0].id) is None


@pytest.mark.parametrize("word", ["/pause", "stop", "Back", "quit"])
def test_a_pipe_can_put_a_call_aside(word: str, kettle_file: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    assert piped(f"One moment.\n{word}\nAre you there?\n", monkeypatch, "play", str(kettle_file), "--plain") == Exit.DONE
    assert "Are you there?" not in capsys.readouterr().out
    with Store.open() as store:
        assert len(store.unfinished()) == 1


@pytest.mark.parametrize(
    ("written", "spoken"),
    [("takes 2 min", "takes 2 minutes"), ("1 h 1 min", "1 hour 1 minute"), ("0 s", "0 seconds"), ("5 stops", "5 stops"), ("3 hens", "3 hens")],
)
def test_lengths_of_time_are_whole_words(written: str, spoken: str) -> None:
    assert lengths_spoken(written) == spoken


def test_the_marks_of_a_record_are_commas() -> None:
    assert marks_spoken("J-20 · RAWAL S | LE4 • 18/m, a·b") == "J-20, RAWAL S, LE4, 18/m, a·b"


def test_a_long_quotation_ends_after_a_whole_word() -> None:
    assert quoted("word " * 100).endswith("word …")
    assert len(quoted("x" * 1000)) <= QUOTED + 2
    assert quoted("Short.") == "Short."


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


def test_the_coach_holds_a_draft_once_and_the_scorecard_says_so(kettle_file: Path) -> None:
    rude = "You ordered the plastic one, so that is your own fault."
    out = io.StringIO()
    lines = Typed(["", rude, "", "/leave"], out)
    assert run_plain(str(kettle_file), seed=3, console=Console(lines, out), coach=True) == Exit.DONE
    said = out.getvalue().splitlines()
    hinted = [n for n, line in enumerate(said) if line.startswith("Coach: “")]
    assert len(hinted) == 1
    assert "Press Enter to send it as it is" in said[hinted[0]]
    assert not any(line.startswith("Customer") for line in said[hinted[0] - 1 : hinted[0]])
    assert has(said, "With coach: 1 hint, and the draft went as it was.")


def test_the_coach_is_called_in_practice_alone(kettle_file: Path) -> None:
    assert has(typed("test", "", "/coach", "/leave", scenario=kettle_file), "The coach is for practice.")
    assert has(typed("practice", "", "/coach", "/coach", "/leave", scenario=kettle_file), "The coach is off.")


def test_nobody_is_coached_through_a_pipe(kettle_file: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    assert piped("You broke it yourself.\n/leave\n", monkeypatch, "play", str(kettle_file), "--plain", "--coach") == Exit.DONE
    told = capsys.readouterr()
    assert "at the keyboard" in told.err
    assert "Coach: “" not in told.out


def test_ones_own_replies_are_read_from_the_other_side_and_kept(kettle_file: Path) -> None:
    swap = ["other side", "what?", "1 better", "maybe", "yes", ""]
    lines = typed("", *PLAYED, "", "", *swap, scenario=kettle_file)
    assert has(lines, "The other side: you are Imre Halasz.")
    assert has(lines, "They answered you, reply 1: I am sorry, Mr Halasz")
    assert has(lines, "Begin with 1, 2 or 3")
    assert has(lines, "You: calmer, heard. “better” Imre: ")
    with Store.open() as store:
        (row,) = store.attempts()
        assert store.remarks(row.id, "role-swap")[0].body["moments"][0]["words"] == "better"


def test_what_was_undertaken_is_told_once_until_it_is_done_and_the_desk_is_searched(kettle_file: Path) -> None:
    lines = typed(
        "", "I will refund 48 pounds to your card by 5pm today.", "/desk", "/find steel 48", "/find giraffe", "/refund 48", "/leave", scenario=kettle_file
    )
    assert sum(line == "Still to do: /refund by 17:00." for line in lines) == 1
    assert has(lines, "You undertook: I will refund 48 pounds to your card by 5pm today. Still to do by 17:00, with /refund.")
    assert has(lines, "Record: 4410")
    assert "Nothing on the desk has: giraffe." in lines
