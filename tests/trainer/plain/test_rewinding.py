"""Taking a turn again in the plain view: during practice and at the debrief, told in flat lines; never during a test."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.trainer.plain.test_plain_view import has, piped, typed
from trainer.coach import coached_how
from trainer.errors import Exit
from trainer.records.store import Store

WORSE, BETTER = "That is your own fault.", "I am sorry, we packed the wrong kettle. That was our mistake."
Captured = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COOLHEAD_HOME", str(tmp_path / "home"))


def test_a_turn_is_taken_again_in_practice_and_the_call_then_goes_on_as_it_stood(kettle_file: Path) -> None:
    lines = typed("practice", "", WORSE, "/rewind", "1", BETTER, "/stop", "mood", "points", "said", "", "Hello?", "/leave", "", "", scenario=kettle_file)
    for words in (
        "1. You: That is your own fault.",
        "   Imre: ",
        "Second try, from your reply 1. Your first try is the one that counts.",
        "In your first try there stood: That is your own fault.",
        "First try. You: That is your own fault.",
        "Second try. You: I am sorry",
        "Anger after reply 1: ",
        "Calmness, only in your first try: -14 points.",
        "Second try, from that turn on:",
        "You are back in the call as it stands.",
    ):
        assert has(lines, words), words
    assert any(line.startswith("Calmness: ") and line.endswith(" better.") for line in lines)
    with Store.open() as store:
        (row,) = store.attempts()
        assert [event.text for event in store.load(row.id).events if event.kind == "said"] == [WORSE, "Hello?"]
        (branch,) = store.branches(row.id)
        assert [event.text for event in store.load(branch.id).events if event.kind == "said"] == [BETTER]
        assert branch.finished is None
        assert row.finished


def test_during_a_test_nothing_is_taken_again_and_after_it_everything(kettle_file: Path) -> None:
    lines = typed("test", "", WORSE, "/rewind", "/leave", "", "", "rewind", "1", BETTER, "/leave", "", "rewind", "try 2", "", "", "", scenario=kettle_file)
    assert sum(line.startswith("This call is a test") for line in lines) == 1
    assert sum(line.startswith("Your second try beside your first try.") for line in lines) == 2
    assert has(lines, "Type on to go on with it")
    with Store.open() as store:
        (row,) = store.attempts()
        assert not row.practice
        assert len(store.branches(row.id)) == 1


def test_a_try_stopped_on_the_way_is_gone_on_with(kettle_file: Path) -> None:
    typed("practice", "", WORSE, "/rewind 1", BETTER, "/stop", "", "/leave", "", "", scenario=kettle_file)
    with Store.open() as store:
        (branch,) = store.branches(store.attempts()[0].id)
    lines = typed("/replace", "Is there anything else?", "/stop", "", resume=branch.id)
    assert has(lines, "Second try, from your reply 1.")
    assert has(lines, "Desk: /replace")
    assert has(lines, "Your second try beside your first try.")


def test_the_coach_of_the_call_stands_beside_its_further_tries_too(kettle_file: Path) -> None:
    lines = typed("practice", "", "/coach", WORSE, "", "/rewind 1", WORSE, BETTER, "/stop", "", "/leave", "", "", scenario=kettle_file)
    assert sum(line.startswith("Coach: “") for line in lines) == 2
    assert has(lines, "With coach: 1 hint, and the draft went as it was.")
    with Store.open() as store:
        (row,) = store.attempts()
        assert coached_how(store, row.id) == "With coach: 1 hint, and the draft went as it was."
        assert coached_how(store, store.branches(row.id)[0].id) == "With coach: 1 hint, and the draft was changed."


def test_a_draft_that_was_held_is_not_sent_by_enter_after_a_rewind(kettle_file: Path) -> None:
    typed("practice", "", "/coach", "Hello?", WORSE, "/rewind", "", "", "/leave", "", "", scenario=kettle_file)
    with Store.open() as store:
        (row,) = store.attempts()
        assert [event.text for event in store.load(row.id).events if event.kind == "said"] == ["Hello?"]


@pytest.mark.parametrize("answer", ["9", "0", "try 2", "\x1b[2J", "9" * 400])
def test_what_is_not_on_the_list_is_said_and_the_call_goes_on(answer: str, kettle_file: Path) -> None:
    lines = typed("practice", "", WORSE, "/rewind", answer, "/leave", "", "", scenario=kettle_file)
    assert has(lines, "to take again. There is: 1.")
    assert not any("\x1b" in line for line in lines if not line.endswith(answer))
    with Store.open() as store:
        assert store.further() == {}


def test_before_the_first_turn_there_is_nothing_and_a_try_in_which_nothing_was_said_is_not_compared(kettle_file: Path) -> None:
    lines = typed("practice", "", "/rewind", WORSE, "/rewind 1", "/stop", "rewind", "/leave", "", "", scenario=kettle_file)
    assert has(lines, "You have taken no turn yet.")
    assert not has(lines, "beside your first try")
    assert has(lines, "not sent to the customer"), "the bare word is meant for the program"


def test_through_a_pipe_the_turn_is_named_with_the_command(kettle_file: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    typed("practice", "", WORSE, "/pause", "stop", scenario=kettle_file)
    assert piped(f"/rewind\n/rewind 1\n{BETTER}\n/stop\nHello?\n", monkeypatch, "resume") == Exit.DONE
    out = capsys.readouterr().out
    assert "1. You: That is your own fault." in out
    assert f"You: {BETTER}" in out
    assert "Anger after reply 1: " in out
    assert out.index("You are back in the call as it stands.") < out.index("You: Hello?")
