"""A room in the plain view: everything typed, everything told in flat lines, put aside and gone on with, and its sheet."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from tests.trainer.plain.test_plain_view import Typed, has, piped
from trainer.errors import Exit
from trainer.overrules import overrule
from trainer.plain.console import Console
from trainer.plain.view import run_plain
from trainer.records.store import Store
from trainer.room.kept import Room, rooms

SORRY = "I am sorry, Mr Halasz: you paid for the steel kettle and we packed the plastic one. That is our mistake."
BLAME = "That is your own fault."
Captured = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COOLHEAD_HOME", str(tmp_path / "home"))


def typed(*lines: str | None) -> list[str]:
    out = io.StringIO()
    assert run_plain(console=Console(Typed(lines, out), out), mode="room") == Exit.DONE
    return out.getvalue().splitlines()


def test_what_is_replaced_is_told_and_a_command_among_words_is_warned_of(kettle_file: Path) -> None:
    lines = typed(
        *(
            str(kettle_file),
            f"1: {SORRY}",
            f"1: {BLAME}",
            f"1: {BLAME}",
            "2: I send the steel one /replace",
            "3: It is 1/2 price and/or /nothing",
            "sheet room.txt",
            "4/replace // It comes on Friday.",
        ),
        *("2: I send it // /replace", "4: Sheet metal it is not, sir.", "stop"),
    )
    at = lines.index(f"Proposal 1: {BLAME}")
    assert lines[at + 1] == f"It replaced: {SORRY}"
    assert sum(line.startswith("It replaced: ") for line in lines) == 2, "the same words again replace nothing"
    assert sum("stands among the words" in line for line in lines) == 1
    assert has(lines, "To have it done, put // before it: 2: the words // /replace")
    assert has(lines, "The sheet is written once the call is over")
    assert has(lines, "Is /replace to be done? Only a line that begins with / is: take away the “4” before it.")


def test_a_room_from_the_list_to_the_sheet(kettle_file: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.txt"
    lines = typed(
        *(str(kettle_file), f"1: {SORRY}", f"2: {BLAME}", "votes 5 2", "sure 1", "fork 1 2", "why", "go on 1"),
        *("1: /replace // The steel kettle comes by courier on Friday.", "lock 1", "", "end", ""),
        *(f"sheet {sheet}", ""),
    )
    for words in (
        "Moment 1. Imre: I ordered the steel kettle",
        f"1. {SORRY} (5 votes, sure)",
        f"Proposal 1. You: {SORRY}",
        "Proposal 2. Imre: ",
        "To talk about: Only proposal ",
        "Which goes on? Type go on 1 or go on 2",
        "Proposal 2. Calmness: “That is your own fault.”",
        "In the way of a settlement: ",
        "Moment 2. Imre: ",
        "Done: /replace",
        "How sure you were.",
        "(2 votes, forked, not gone on with)",
        f"Written: {sheet}",
    ):
        assert has(lines, words), words
    assert SORRY in sheet.read_text(encoding="utf-8")


def test_put_aside_a_room_goes_on_at_the_very_step(kettle_file: Path) -> None:
    lines = typed(str(kettle_file), f"1: {SORRY}", "lock 1", None)
    assert has(lines, "The room is kept.")
    lines = typed("on", "undo", "board", "stop")
    assert has(lines, "What in Imre's answer shows that it arrived?")
    assert has(lines, "Taken back before: ")
    assert has(lines, f"1. {SORRY}")


def test_what_cannot_be_done_is_said_and_costs_nothing(kettle_file: Path) -> None:
    lines = typed(str(kettle_file), "lokc 1", "lock 1", "1: /nonsense", "5: hello", "timer 99", "why", "stop")
    for words in (
        "There is nothing under 'lokc 1'",
        "There is no proposal 1 yet.",
        "/nonsense",
        "numbered 1 to 4",
        "up to 60 minutes",
        "The customer has not answered yet",
    ):
        assert has(lines, words), words
    assert has(lines, "Nothing was done in this room, so it is not kept.")
    with Store.open() as store:
        assert rooms(store) == ([], [])


def test_the_timer_is_off_until_it_is_asked_for(kettle_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    now = [0.0]

    def later() -> float:
        now[0] += 50
        return now[0]

    monkeypatch.setattr("trainer.plain.room.time.monotonic", later)
    assert not has(typed(str(kettle_file), "board", "board", "board", "stop"), "time for this moment is over")
    assert has(typed(str(kettle_file), "timer 1", "board", "board", "stop"), "time for this moment is over")


def test_through_a_pipe_the_command_opens_a_room_and_tells_what_was_typed(kettle_file: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    assert piped(f"1: {SORRY}\nlock 1\n\nend\n\n", monkeypatch, "room", str(kettle_file), "--seed", "3", "--plain") == Exit.DONE
    told = capsys.readouterr().out
    assert f"Typed: 1: {SORRY}" in told
    assert "About this sheet." in told


def test_the_commands_tell_of_rooms_and_write_their_sheets(kettle_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    assert piped("", monkeypatch, "room", "--sheet", str(tmp_path / "none.html")) == Exit.MISUSED
    assert piped("", monkeypatch, "room", "--list") == Exit.DONE
    assert "No rooms yet." in capsys.readouterr().out
    assert piped(f"1: {SORRY}\nlock 1\n\nend\n\n", monkeypatch, "room", str(kettle_file), "--plain") == Exit.DONE
    capsys.readouterr()
    assert piped("", monkeypatch, "room", "--json") == Exit.DONE
    (row,) = json.loads(capsys.readouterr().out)
    assert (row["scenario"], row["closed"]) == ("wrong-kettle", True)
    assert piped("", monkeypatch, "room", row["id"][:8], "--json") == Exit.DONE
    whole = json.loads(capsys.readouterr().out)
    assert [moment["customer"][:9] for moment in whole["moments"]] == ["I ordered"]
    assert whole["moments"][0]["proposals"][0]["sent"] is True
    assert piped("", monkeypatch, "room", "--sheet", str(tmp_path / "last.html")) == Exit.DONE
    assert "&#x27;" in (tmp_path / "last.html").read_text(encoding="utf-8") or SORRY in (tmp_path / "last.html").read_text(encoding="utf-8")
    assert piped("", monkeypatch, "room", "zzzz", "--sheet", str(tmp_path / "x.html")) == Exit.MISUSED
    assert piped("", monkeypatch, "room", "no-such-scenario") == Exit.MISUSED
    with Store.open() as store:
        assert Room.named(store, row["id"]).state.attempt == store.attempts()[0].id


def test_a_room_is_opened_again_by_its_id_whether_finished_or_not(kettle_file: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    assert piped(f"1: {SORRY}\nlock 1\n\nend\n\n", monkeypatch, "room", str(kettle_file), "--plain") == Exit.DONE
    assert piped(f"1: {BLAME}\nstop\n", monkeypatch, "room", str(kettle_file), "--plain") == Exit.DONE
    with Store.open() as store:
        going, closed = rooms(store)
    capsys.readouterr()
    assert piped("", monkeypatch, "room", closed[0].id[:8], "--plain") == Exit.DONE
    assert "About this sheet." in capsys.readouterr().out
    assert piped("board\nstop\n", monkeypatch, "room", going[0].id[:8], "--plain") == Exit.DONE
    assert f"1. {BLAME}" in capsys.readouterr().out
    assert has(typed("past", ""), "About this sheet.")


def test_an_overrule_shows_in_the_debrief_of_the_call_and_among_the_attempts(kettle_file: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    assert piped(f"1: {SORRY}\nlock 1\n\nend\n\n", monkeypatch, "room", str(kettle_file), "--plain") == Exit.DONE
    with Store.open() as store:
        (row,) = store.attempts()
        overrule(store, row.id, dimension="calmness", to=12, reason="she shouted", by="J. Ortiz")
    capsys.readouterr()
    assert piped("", monkeypatch, "debrief", row.id, "--plain") == Exit.DONE
    assert "Set to 12 by J. Ortiz on " in capsys.readouterr().out
    assert piped("", monkeypatch, "debrief", row.id, "--json") == Exit.DONE
    assert json.loads(capsys.readouterr().out)["overrules"][0]["to"] == 12
    assert piped("", monkeypatch, "attempts") == Exit.DONE
    told = capsys.readouterr().out
    assert "The wrong kettle, wrong-kettle" in told
    assert "(set to 12), listening " in told


def test_a_groups_call_is_marked_and_no_one_persons_result(kettle_file: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    assert piped(f"1: {SORRY}\nlock 1\n\nend\n\n", monkeypatch, "room", str(kettle_file), "--plain") == Exit.DONE
    capsys.readouterr()
    assert piped("", monkeypatch, "attempts") == Exit.DONE
    assert "by a group, finished" in capsys.readouterr().out
    assert piped("", monkeypatch, "export", "all", "--form", "csv", "--yes") == Exit.MISUSED
    with Store.open() as store:
        (row,) = store.attempts()
    assert piped("", monkeypatch, "export", row.id, "--form", "csv", "--yes") == Exit.DONE
    assert row.id in capsys.readouterr().out


def test_help_is_short_and_all_of_it_one_word_away(kettle_file: Path) -> None:
    short, whole = typed(str(kettle_file), "help", "stop"), typed(str(kettle_file), "help all", "more", "stop")
    assert has(short, "help all: everything")
    assert not has(short, "timer 2: two minutes")
    assert has(whole, "timer 2: two minutes")


def test_a_sentence_typed_without_a_number_is_a_proposal_and_never_a_command(kettle_file: Path) -> None:
    lines = typed(
        *(str(kettle_file), "Stop worrying, it comes on Friday.", "Sure, I can do that today.", "go 9", "lock 1"),
        *("Next time we check it twice.", "board", "", "1:", "board", "stop"),
    )
    for words in (
        "Proposal 1: Stop worrying, it comes on Friday.",
        "Proposal 2: Sure, I can do that today.",
        "Kept as draft 1 for the next moment.",
        "Draft 1, not proposed: Next time we check it twice. (1: alone proposes it, clear 1 throws it away)",
        "Proposal 1: Next time we check it twice.",
        "1. Next time we check it twice.",
    ):
        assert has(lines, words), words


def test_drafts_take_no_proposals_number_and_can_be_thrown_away(kettle_file: Path) -> None:
    lines = typed(
        *(str(kettle_file), f"1: {SORRY}", "lock 1", "Next time we check it twice.", "And we call you first then.", "x", ""),
        *("It comes with the courier then.", "2: It comes on Friday.", "clear 3", "clear 3", "lock 1", "stop"),
    )
    for words in (
        "Proposal 1: It comes with the courier then.",
        "What waited there is draft 4 now.",
        "Proposal 2: It comes on Friday.",
        "What waited there is draft 3 now.",
        "Draft 3 is cleared: And we call you first then.",
        "There is no draft 3.",
        "You: It comes with the courier then.",
    ):
        assert has(lines, words), words


def test_a_fork_taken_back_is_told(kettle_file: Path) -> None:
    assert has(typed(str(kettle_file), f"1: {SORRY}", f"3: {BLAME}", "fork 1 3", "undo", "stop"), "The fork of 1 and 3 is taken back, with both answers.")
    assert has(typed("on", "end", "undo", "stop"), "The end is taken back: the call goes on.")


def test_a_full_board_takes_no_fifth_and_how_sure_is_asked_of_the_one_that_is_sent(kettle_file: Path) -> None:
    lines = typed(
        *(str(kettle_file), f"1: {SORRY}", "2: It is your own fault.", "3: Right.", "4: It comes on Friday.", "And we call you first, of course."),
        *("sure 1", "lock 2", "lock 2", "", "stop"),
    )
    told = "\n".join(lines)
    assert "The board is full: it holds 4 proposals, and nothing was written." in told
    assert told.count("was said of proposal 1, and not of 2") == 1
    assert "Moment 2" in told
