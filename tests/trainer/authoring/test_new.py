"""A new scenario checks clean and plays, whatever was answered, and never takes the place of a file."""

from __future__ import annotations

import io
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scenarios.check import check_file, check_text
from scenarios.library import find
from scenarios.model import Par
from scenarios.transcript import CustomerMoved, Ended
from tests.trainer.authoring.test_schema import SCHEMA, as_an_editor_reads
from trainer.authoring.drafting import drafted
from trainer.authoring.naming import id_of
from trainer.authoring.par import par_of
from trainer.authoring.par_lines import told, with_par
from trainer.authoring.questions import EXAMPLE, Answers, money
from trainer.authoring.starter import written
from trainer.cli import main
from trainer.errors import Exit, UsageError
from trainer.headless import play
from trainer.replies import parse_replies

Captured = pytest.CaptureFixture[str]
HONEST = """
You were promised it for the weekend and it stands here without a wheel. You have been walking to work for an hour each way.
We ordered the new wheel two days late. That was our fault, and I am sorry.
I can finish the repair by tomorrow evening and bring the bicycle to your door. Shall we do that?
/put-right
It is booked: finished by tomorrow evening and brought to your door.
It is done, as agreed.
"""


@pytest.fixture(autouse=True)
def at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COOLHEAD_HOME", str(tmp_path / "home"))


def typed(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))


def new(folder: Path, *arguments: str, code: Exit = Exit.DONE) -> None:
    assert main(["new", *arguments, "--output", str(folder)]) == code


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example as ``coolhead new`` writes it, for those who only play it."""
    folder = tmp_path_factory.mktemp("example")
    new(folder, "late-bicycle", "--yes")
    return folder / "late-bicycle.yaml"


def test_the_example_has_no_fault_and_tells_what_comes_next(tmp_path: Path, capsys: Captured) -> None:
    new(tmp_path, "late-bicycle", "--yes")
    out, err = capsys.readouterr()
    file = tmp_path / "late-bicycle.yaml"
    assert out == f"{file}\n"
    assert f"coolhead check {file}" in err
    assert f"coolhead play {file}" in err
    assert check_file(file) == []
    text = file.read_text(encoding="utf-8")
    assert text.startswith("# yaml-language-server: $schema=coolhead.schema.json\n")
    assert jsonschema.Draft7Validator(SCHEMA).is_valid(as_an_editor_reads(text))
    assert (tmp_path / "coolhead.schema.json").is_file()
    assert text.count("# CHECK:") > 5


@pytest.mark.parametrize("seed", [0, 1, 2])
def test_the_example_plays_to_a_good_end(example: Path, seed: int) -> None:
    events = play(find(example), parse_replies(HONEST), seed=seed).transcript.events
    *_, ended = [event for event in events if isinstance(event, Ended)]
    assert ended.outcome == "put-right"


def test_answers_stand_in_the_file_and_an_empty_line_takes_the_example(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    typed(
        monkeypatch,
        "Zur Post",
        "",
        "Nia Okafor",
        "4",
        "the soup came cold",
        "My soup is cold.",
        "bring a new soup",
        "£12.50",
        "it is on the house",
        "the stove was off",
    )
    new(tmp_path, "cold-soup")
    scenario = find(tmp_path / "cold-soup.yaml")
    assert (scenario.business, scenario.trade, scenario.customer.name, scenario.customer.voice) == ("Zur Post", EXAMPLE.trade, "Nia Okafor", "exec")
    assert (scenario.title, scenario.concerns[0].what, scenario.customer.opening) == ("Cold soup", "the soup came cold", "My soup is cold.")
    assert str(scenario.desk.actions["goodwill"].up_to) == "12.50 GBP"
    assert (scenario.desk.cannot, scenario.facts[0].true) == (("it is on the house",), "the stove was off")
    doubts = [line for line in (tmp_path / "cold-soup.yaml").read_text(encoding="utf-8").splitlines() if "this is the example" in line.lower()]
    assert len(doubts) == 1  # the trade


def test_once_the_trouble_is_ones_own_nothing_of_the_example_fills_the_rest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    typed(monkeypatch, "", "", "", "", "the soup came cold")
    new(tmp_path, "cold-soup")
    text = (tmp_path / "cold-soup.yaml").read_text(encoding="utf-8")
    assert "wheel" not in text
    assert "bring the bicycle" not in text
    assert check_text(text, "cold-soup.yaml") == []


def test_an_answer_from_a_pipe_that_cannot_be_used_is_named_and_nothing_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    typed(monkeypatch, "", "", "", "99")
    new(tmp_path / "out", "soup", code=Exit.MISUSED)
    assert "Write a number from 1 to" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_no_file_is_ever_replaced(tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "late-bicycle.yaml").write_text("mine", encoding="utf-8")
    (tmp_path / "coolhead.schema.json").write_text("mine too", encoding="utf-8")
    new(tmp_path, "late-bicycle", "--yes", code=Exit.MISUSED)
    assert "stays as it is" in capsys.readouterr().err
    new(tmp_path, "--yes")
    new(tmp_path, "--yes")
    assert (tmp_path / "late-bicycle.yaml").read_text(encoding="utf-8") == "mine"
    assert (tmp_path / "coolhead.schema.json").read_text(encoding="utf-8") == "mine too"
    assert len(list(tmp_path.glob("*-2.yaml"))) == 1
    assert [problem for file in tmp_path.glob("the-*.yaml") for problem in check_file(file)] == []


def test_a_folder_that_cannot_be_is_said(tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "file").write_text("")
    new(tmp_path / "file" / "inside", "x", "--yes", code=Exit.MISSING)
    assert "--output" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("The Cello in the rain", "the-cello-in-the-rain"),
        ("Überraschung!", "uberraschung"),
        ("soup.yaml", "soup"),
        ("王小明", "my-scenario"),
        ("  ", "my-scenario"),
    ],
)
def test_a_name_becomes_an_id(name: str, id_: str) -> None:
    assert id_of(name) == id_


def test_a_path_is_no_name() -> None:
    with pytest.raises(UsageError):
        id_of("../elsewhere")


@pytest.mark.parametrize(("text", "amount"), [("25", "25 GBP"), ("£12.50", "12.50 GBP"), ("30 EUR", "30 EUR"), ("40 pounds", "40 GBP"), ("20 euros", "20 EUR")])
def test_amounts_are_read_as_people_write_them(text: str, amount: str) -> None:
    assert str(money(text)) == amount


WORDS = st.text(min_size=1, max_size=60).filter(lambda text: any(letter.isalnum() for letter in text))


@settings(max_examples=60, deadline=None)
@given(answers=st.builds(Answers, business=WORDS, trade=WORDS, name=WORDS, voice=st.just("dry"), went_wrong=WORDS, opening=WORDS, remedy=WORDS, limit=st.sampled_from(["", "25 EUR"]), never=WORDS, knows=WORDS))  # fmt: skip
def test_whatever_is_answered_the_file_has_no_fault_that_keeps_it_from_playing(answers: Answers) -> None:
    from datetime import date

    text = written(drafted(answers, id_="anything", title="Anything", today=date(2026, 6, 9)))
    assert [str(problem) for problem in check_text(text, "anything.yaml") if problem.severity == "error"] == []


def test_the_customer_of_a_new_file_has_something_to_say(example: Path) -> None:
    events = play(find(example), parse_replies("One moment.\nOne moment please.\nAnd what is your name?\n"), seed=3).transcript.events
    assert len([event for event in events if isinstance(event, CustomerMoved)]) >= 3


class Keyboard(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_guessed_trade_can_be_chosen_and_an_answer_taken_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    letter = Path(__file__).parent / "letters" / "chain.txt"
    lines = ["Tidal", "Wrong", "back", "phone network", "back", "1", *[""] * 6, "back", "", ""]
    monkeypatch.setattr("sys.stdin", Keyboard("".join(f"{line}\n" for line in lines)))
    new(tmp_path, "router", "--from", str(letter))
    scenario = find(tmp_path / "router.yaml")
    assert (scenario.business, scenario.trade) == ("Tidal", "internet provider")
    err = capsys.readouterr().err
    assert "1. internet provider" in err
    assert "The first is a guess." in err
    assert err.count("What does it do?") == 3
    assert err.count("Enter writes the file") == 2


@pytest.mark.parametrize(("typed", "times"), [("Fernway Buses", 0), ("Fernway Bus Company", 0), ("Ridgeway Travel", 1), ("ridgeway", 1)])
def test_only_what_is_the_firms_own_in_its_name_is_warned_of(tmp_path: Path, typed: str, times: int, monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear Ridgeway Buses,\n\nThe 9.15 bus never came and my mother missed her train. I want my money back.\n\nYours,\nDenise Ramsbottom\n")
    lines = [typed, *[""] * 9]
    monkeypatch.setattr("sys.stdin", Keyboard("".join(f"{line}\n" for line in lines)))
    new(tmp_path, "bus", "--from", str(letter))
    assert capsys.readouterr().err.count("That name stands in the letter") == times


def test_a_name_of_the_letter_itself_is_warned_of_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    letter = Path(__file__).parent / "letters" / "roses.txt"
    lines = ["Harlow Florists", "", "Margaret Hollis", "Mrs Hollis", *[""] * 7]
    monkeypatch.setattr("sys.stdin", Keyboard("".join(f"{line}\n" for line in lines)))
    new(tmp_path, "roses", "--from", str(letter))
    assert capsys.readouterr().err.count("That name stands in the letter") == 1, "nor is a florist's trade a name"
    assert find(tmp_path / "roses.yaml").customer.name == "Mrs Hollis"


def test_stop_leaves_with_nothing_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", Keyboard("Tidal\nback\nback\n"))
    assert main(["new", "x", "--output", str(tmp_path / "out")]) == Exit.INTERRUPTED
    assert not (tmp_path / "out").exists()


def test_a_trade_can_be_named_at_once_and_is_not_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    letter = str(Path(__file__).parent / "letters" / "note.txt")
    typed(monkeypatch, "Clip and Snip", "Bea Lund")
    new(tmp_path, "shaved", "--from", letter, "--trade", "pet salon")
    scenario = find(tmp_path / "shaved.yaml")
    assert (scenario.business, scenario.trade, scenario.customer.name) == ("Clip and Snip", "pet salon", "Bea Lund")
    assert "guessed from the letter's words" not in (tmp_path / "shaved.yaml").read_text(encoding="utf-8").lower()


def test_a_draft_has_the_par_that_is_found(tmp_path: Path, capsys: Captured) -> None:
    new(tmp_path, "late-bicycle", "--yes")
    file = tmp_path / "late-bicycle.yaml"
    par = par_of(find(file))
    assert par is not None
    assert find(file).par == par
    assert f"Par was found and written: {told(par)}." in capsys.readouterr().err
    text = file.read_text(encoding="utf-8")
    file.write_text(with_par(text, Par(replies=2, minutes=1)), encoding="utf-8")
    assert main(["par", "--write", str(file)]) == Exit.DONE
    assert file.read_text(encoding="utf-8") == text
    assert main(["par", "--write", str(file)]) == Exit.DONE
    assert "says so already" in capsys.readouterr().out
    assert main(["par", "--write", "before-five"]) == Exit.MISUSED


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("scenario: x\r\nlevel: 2\r\nbriefing: y\r\n", "scenario: x\r\nlevel: 2\r\npar: {replies: 3, minutes: 4}\r\nbriefing: y\r\n"),
        ("scenario: x\npar:\n  replies: 9\n  minutes: 9\ntitle: y\n", "scenario: x\npar: {replies: 3, minutes: 4}\ntitle: y\n"),
        ("scenario: x\ntitle: >\n  level: 3\n  more\n", "scenario: x\npar: {replies: 3, minutes: 4}\ntitle: >\n  level: 3\n  more\n"),
        ("par: {replies: 1, minutes: 1} # mine\nscenario: x", "par: {replies: 3, minutes: 4}\nscenario: x"),
    ],
)
def test_par_takes_the_place_of_an_older_one(before: str, after: str) -> None:
    assert with_par(before, Par(replies=3, minutes=4.0)) == after
