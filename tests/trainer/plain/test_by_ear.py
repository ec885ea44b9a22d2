"""A call by ear: words before figures, nothing told twice, and nothing sent that was not meant for the customer."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from scenarios.transcript import Mood
from tests.trainer.plain.test_plain_view import Typed, has, typed
from trainer.plain.console import Console
from trainer.plain.going import near_command
from trainer.plain.lines import mood_changed
from trainer.plain.view import run_plain
from trainer.records.store import Store

LEFT = ("/leave", "", "")


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COOLHEAD_HOME", str(tmp_path / "home"))


def test_a_draft_that_is_held_is_spoken_of_after_whatever_is_typed_and_never_sent_unawares(kettle_file: Path) -> None:
    rude = "You ordered the plastic one, so that is your own fault."
    out = io.StringIO()
    assert (
        run_plain(
            str(kettle_file), seed=3, console=Console(Typed(["", rude, "/coach", "desk", "rcord", "I am sorry.", "/desk", "/leave"], out), out), coach=True
        )
        == 0
    )
    said = out.getvalue()
    assert said.count("still waits, not sent. Enter alone sends it as it is") == 3
    assert said.index("The coach is off.") < said.index("still waits")
    assert said.rindex("still waits") < said.index("You: I am sorry."), "another reply took its place"


@pytest.mark.parametrize(
    ("word", "meant"), [("hlep", "help"), ("rcord", "record"), ("quitt", "quit"), ("polciy", "policy"), ("repalce", "replace"), ("breifng", "briefing")]
)
def test_a_lone_word_a_slip_or_two_from_a_command_is_asked_about(kettle_file: Path, word: str, meant: str) -> None:
    lines = typed("", word, f"{word}.", "/leave", scenario=kettle_file)
    assert has(lines, f"Not sent yet: “{word}” is near to {meant}, which is a command. Send it to the customer? Enter sends it; help lists the commands.")
    with Store.open() as store:
        (row,) = store.attempts()
        assert [event.text for event in store.load(row.id).events if event.kind == "said"] == [f"{word}."]


@pytest.mark.parametrize("line", ["hlep", "1"])
def test_what_was_asked_about_is_sent_by_enter_and_asked_once(kettle_file: Path, line: str) -> None:
    lines = typed("", line, "help", "", "Sorry", "2 of them", "/leave", scenario=kettle_file)
    assert sum(words.startswith("Not sent yet: ") for words in lines) == 1
    assert has(lines, f"Your draft “{line}” still waits, not sent. Enter alone sends it as it is"), "also after help"
    with Store.open() as store:
        (row,) = store.attempts()
        assert [event.text for event in store.load(row.id).events if event.kind == "said"] == [line, "Sorry", "2 of them"]


def test_a_slash_with_a_slip_is_answered_with_the_nearest_command(kettle_file: Path) -> None:
    lines = typed("", "/recrod", "/refnd 48", "/leave", scenario=kettle_file)
    assert has(lines, "did you mean /record?")
    assert has(lines, "did you mean /refund?")


@pytest.mark.parametrize(
    "said",
    [
        "hope",
        "spot",
        "Certainly",
        "Absolutely",
        "letter",
        "refuse",
        "recorded",
        "records",
        "orders",
        "quite",
        "Sorry",
        "replaced",
        "Understood",
        "police",
        "rcord please",
        "thanks",
        "voices",
        "clean",
        "today?",
        "hold",
    ],
)
def test_what_a_rep_may_well_say_is_no_slip(said: str) -> None:
    assert not near_command(said, ("replace", "refund"))


def test_the_mood_comes_after_the_words_and_then_only_what_changed(kettle_file: Path) -> None:
    lines = typed("", "We packed the wrong kettle, that is our mistake.", "/again", "/leave", scenario=kettle_file)
    customer = [n for n, line in enumerate(lines) if line.startswith("Customer (Imre): ")]
    moods = [n for n, line in enumerate(lines) if line.startswith("Mood: ")]
    assert moods[:2] == [customer[0] + 1, customer[1] + 1]
    assert lines[customer[2]] == lines[customer[1]], "the last line once more"
    mood = dict.fromkeys(("anger", "heard", "trust", "hope", "patience"), 50.0)
    before, now = Mood(**mood), Mood(**{**mood, "trust": 70.2})
    assert mood_changed(now, before) == "Mood: trust 70, trust."
    assert mood_changed(now, now) == ""
    assert mood_changed(Mood(**{**mood, "anger": 53.0, "hope": 55.0}), before) == "Mood: hope 55.", "what hardly moved and keeps its word is left out"
    assert mood_changed(now, None).startswith("Mood: anger 50, tense; heard 50")


def test_how_one_is_scored_is_told_once_and_then_on_asking(kettle_file: Path) -> None:
    scored = "Calmness: Your composure"
    assert has(typed("", *LEFT, scenario=kettle_file), scored)
    assert not has(typed("", *LEFT, scenario=kettle_file), scored)
    assert has(typed("rubric", "", *LEFT, scenario=kettle_file), "Calmness, from ")


def test_before_the_call_the_briefing_is_told_again_and_the_desk_is_said_to_open_with_it(kettle_file: Path) -> None:
    lines = typed("/record", "/policy", "briefing", "/refund 48", "/log", "recrod", "hello", "", *LEFT, scenario=kettle_file)
    assert sum(line.startswith("Record: 4410") for line in lines) == 3, "in the briefing, for record, and for briefing"
    assert sum(line.startswith("Policy: A wrong item") for line in lines) == 3
    assert sum(line.startswith("Briefing: ") for line in lines) == 2
    assert sum(line.startswith("The desk opens with the call: press Enter to pick up.") for line in lines) == 2
    assert has(lines, "'recrod' is nothing that can be chosen here, and the call is not picked up yet. Did you mean record?")
    assert has(lines, "'hello' is nothing that can be chosen here")


def test_practice_and_test_only_choose_as_the_coach_does(kettle_file: Path) -> None:
    lines = typed("coach", "test", "practice", "test", "", "/rewind", *LEFT, scenario=kettle_file)
    for words in ("pick up: a practice call, real, with coach", "pick up: a test, real, no coach, mood not told", "This call is a test"):
        assert has(lines, words), words
    assert sum("pick up: a practice call, real, with coach" in line for line in lines) == 2
    assert not any(line.startswith("The coach looks at each draft") for line in lines)


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_lines_break_between_words_on_a_terminal_and_stay_whole_in_a_pipe(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    line = "  Practice only tells the mood, anti-clockwise, " + "on and on " * 9 + "x" * 60
    told = {}
    for sink in (Terminal(), io.StringIO()):
        console = Console(Typed([""], io.StringIO()), sink)
        console.tell(line)
        console.ask("Press Enter to pick up this call, or type one of the words that help tells:")
        told[type(sink)] = sink.getvalue()
    assert told[io.StringIO].startswith(line + "\n")
    lines = told[Terminal].splitlines()
    assert " ".join(" ".join(lines).split()).startswith(" ".join(line.split())), "no word is broken and none is lost"
    assert all(len(one) < 40 for one in lines if "xxx" not in one)
    assert lines[1].startswith("  "), "what is set in stays so"


def test_the_transcript_numbers_replies_as_the_points_do_and_evidence_quotes_a_line_once(kettle_file: Path) -> None:
    lines = typed("", "One moment.", "I am sorry.", "/leave", "", "", "transcript", "all", "", scenario=kettle_file)
    assert "You, reply 2: I am sorry." in lines
    opening = [line for line in lines if "In the opening: '" in line]
    assert len(opening) == len({line.partition("In the opening: ")[2].partition(" Rule ")[0] for line in opening})
