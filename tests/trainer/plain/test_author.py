"""The author view in flat lines."""

from __future__ import annotations

from io import StringIO
from pathlib import Path

import pytest

from scenarios.shelf import scenario_files
from trainer.authoring.workbench.findings import Checked
from trainer.authoring.workbench.hand import Hand
from trainer.plain.author import _spoken
from trainer.plain.console import Console
from trainer.plain.view import run_plain


class Typed(StringIO):
    """Lines from somebody at a keyboard."""

    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def _folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COOLHEAD_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("COOLHEAD_SCENARIOS", str(tmp_path))
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.delenv("EDITOR", raising=False)
    monkeypatch.setattr("trainer.plain.author.found_here", dict)
    few = [item for item in scenario_files() if item.pack == "care"]
    monkeypatch.setattr("scenarios.library.scenario_files", lambda folders=(): [*few, *(item for item in scenario_files(folders) if item.pack == "own")])
    monkeypatch.setattr(Hand, "check", lambda _hand, _file, stage: (stage("playing it"), Checked(par=(4, 6.0)))[1])


def said(*lines: str) -> str:
    sink = StringIO()
    assert run_plain(mode="author", console=Console(Typed("\n".join((*lines, "", ""))), sink)) == 0
    return sink.getvalue()


def test_the_same_words_as_on_the_screen(kettle_file: Path) -> None:
    told = said("1", "check", "edit", "explain CH020", "explain", "wat")
    assert told.index("1. The wrong kettle. Level") < told.index("Shipped: ")
    assert "Playing it …" in told
    assert "Checked: nothing is wrong." in told
    assert "No editor is chosen." in told
    assert str(kettle_file) in told
    assert "CH020: " in told
    assert "Name the code: explain CH054." in told
    assert "There is no 'wat' here." in told


def test_enter_goes_back_to_the_list_and_then_home(kettle_file: Path) -> None:
    for word in ("", "back"):
        told = said("1", word, "check", "1")
        assert "The list of scenarios; a number chooses one" in told
        assert "Choose a scenario first, by its number." in told
        assert told.count(f"The wrong kettle. {kettle_file}") == 2


def test_the_list_has_its_headings_on_lines_of_their_own_and_signs_are_words(kettle_file: Path) -> None:
    long = "A kettle that came in pieces and another that never came at all, twice"
    kettle_file.write_text(kettle_file.read_text(encoding="utf-8").replace("title: The wrong kettle", f"title: {long}"), encoding="utf-8")
    told = said("1")
    assert "\nShipped: care.\n2. " in told
    assert "A kettle that came in pieces and another that never came at: check, edit" in told
    assert list(_spoken("How hard", ("! The file says level 3",))) == ["How hard:", "Warning: The file says level 3"]


def test_help_is_short_and_all_of_it_one_word_away() -> None:
    short, whole = said("help"), said("help all")
    assert "help all: everything" in short
    assert "pack: make one file" not in short
    assert "pack: make one file" in whole


def test_a_faulty_file_is_told_with_its_lines(kettle_file: Path) -> None:
    kettle_file.write_text(kettle_file.read_text(encoding="utf-8").replace("title:", "titel:"), encoding="utf-8")
    told = said("1", "measure", "copy")
    assert "Line 2:1 CH020 'titel' is not a key" in told
    assert "It cannot be played as it stands. Mend its faults first." in told


def test_a_shipped_one_is_copied_and_then_ones_own(tmp_path: Path) -> None:
    told = said("1", "edit", "copy", "check")
    assert "copy makes one of your own" in told
    assert "It is yours, and chosen now." in told
    assert list(tmp_path.glob("my-*.yaml"))
