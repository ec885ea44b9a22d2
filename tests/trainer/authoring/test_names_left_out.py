"""A draft names nobody of the letter, says what is still to be looked at, and keeps what the letter asks for."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from trainer.authoring.beginning import begun
from trainer.authoring.drafting import corrected
from trainer.authoring.letter.disguise import disguised
from trainer.authoring.letter.text import letter_from, letter_in
from trainer.authoring.open_checks import open_checks
from trainer.authoring.starter import written
from trainer.authoring.turning import titled
from trainer.authoring.workbench.findings import Checked, Findings
from trainer.authoring.workbench.telling import mark, standing
from trainer.authoring.workbench.works import Place, Work
from trainer.cli import main
from trainer.errors import Exit

LETTERS = Path(__file__).parent / "letters"
NOW = datetime(2026, 6, 10, 9, 0)
Captured = pytest.CaptureFixture[str]


@pytest.mark.parametrize("name", ["heating", "letterhead", "chain", "kennels", "stiff", "rant", "note"])
def test_no_name_of_the_letter_stands_in_the_draft(name: str) -> None:
    letter = letter_in(LETTERS / f"{name}.txt")
    start = begun(letter, NOW)
    assert start.letter is not None
    text = written(start.letter)
    assert letter.sender
    assert letter.sender not in text
    assert letter.sender.split()[-1] not in text
    assert not letter.addressee or letter.addressee not in text
    assert start.defaults.name
    assert start.defaults.name != letter.sender
    assert "invented, in place of the real name" in start.letter.doubts["name"]


def test_an_invented_name_is_of_the_same_kind_and_the_same_each_time() -> None:
    told = "Dear Greyfriars Energy Ltd,\n\nThe boiler you fitted broke on Monday. I, Agnes Tully, called twice. Mrs Tully at number nine.\n\nYours,\n{}"
    one = disguised(letter_from(told.format("Mrs Agnes Tully")))
    assert one.sender.startswith("Mrs ")
    assert len(one.sender.split()) == 3
    assert one.addressee.endswith("Energy Ltd")
    assert "Greyfriars" not in one.whole
    assert "Tully" not in one.whole
    assert "Agnes" not in " ".join(one.sentences)
    assert "Monday" in one.whole
    assert one == disguised(letter_from(told.format("Mrs Agnes Tully")))
    assert len(disguised(letter_from(told.format("Agnes"))).sender.split()) == 1


def test_an_own_remedy_stands_beside_what_the_letter_asks_for() -> None:
    start = begun(letter_in(LETTERS / "stiff.txt"), NOW)
    assert start.letter is not None
    asked = [one.id for one in start.letter.remedies]
    assert len(asked) > 1
    own = corrected(start.letter, replace(start.defaults, remedy="send somebody round today"), start.defaults)
    assert own.remedies[0].what == "send somebody round today"
    assert set(asked) <= {one.id for one in own.remedies}
    assert len({one.id for one in own.remedies}) == len(own.remedies)
    limited = corrected(start.letter, replace(start.defaults, limit="12 EUR"), start.defaults)
    assert set(asked) <= {one.id for one in limited.remedies}


def test_a_title_never_stops_in_the_middle_of_a_sentence() -> None:
    assert titled("The oven is cold.", 60) == "The oven is cold"
    assert titled("The oven is cold, and nobody has come to look at it for eleven days now", 40) == "The oven is cold"
    assert titled("The oven that was brought on the fourth by two men in a white van is cold", 40) == ""
    for file in LETTERS.glob("*.txt"):
        sketch = begun(letter_in(file), NOW).letter
        assert sketch is not None
        assert 0 < len(sketch.title) <= 82
        assert sketch.title.count("(") == sketch.title.count(")")


def test_check_and_the_author_view_tell_of_lines_that_still_stand_open(tmp_path: Path, capsys: Captured) -> None:
    assert main(["new", "draft", "--yes", "--from", str(LETTERS / "heating.txt"), "--output", str(tmp_path)]) == Exit.DONE
    file = tmp_path / "draft.yaml"
    lines = file.read_text(encoding="utf-8").splitlines()
    marked = [n for n, line in enumerate(lines, 1) if line.lstrip().startswith("# CHECK:")]
    capsys.readouterr()
    assert main(["check", "--quick", str(file)]) == Exit.DONE
    said = " ".join(capsys.readouterr().err.split())
    assert f"{len(marked)} lines marked CHECK still open, the first in line {marked[0]}" in said
    work = Work(file=file, place=Place.OWN, group="", id="draft", title="Draft", unchecked=open_checks(file))
    sound = Findings(checked=Checked())
    assert f"Checked: nothing is wrong. {len(marked)} lines marked CHECK still open, the first in line {marked[0]}" in standing(work, sound)
    assert mark(work, sound) == "?"
    file.write_text("\n".join(line for line in lines if "# CHECK:" not in line), encoding="utf-8")
    assert main(["check", "--quick", str(file)]) == Exit.DONE
    assert "CHECK" not in capsys.readouterr().err


CLOSES = "I rent a locker at your branch and the padlock on it is not mine. I drove there for a cot, and nobody rang back on Monday.\n\n{}"


@pytest.mark.parametrize(
    "end",
    [
        "Joanne Pickersgill (Mrs), 07700 900143",
        "Joanne Pickersgill (Mrs)\n07700 900143\njo.p@pickersgill.example",
        "Joanne Pickersgill\n12 Larch Close\nKettering NN16 8AB",
        "I want my things. Joanne Pickersgill, +44 7700 900143",
        "My name is Joanne Pickersgill and I want my things. Pickersgill is on the lease.",
        "I, Joanne Pickersgill, want my things.",
    ],
)
def test_a_name_goes_however_it_is_given(end: str) -> None:
    letter = letter_from(CLOSES.format(end))
    start = begun(letter, NOW)
    assert start.letter is not None
    text = written(start.letter)
    for real in ("Joanne", "Pickersgill", "900143", "Larch", "NN16", "pickersgill"):
        assert real not in text
    assert "Why did that happen?" in text
    assert "invented, in place of the real name" in start.letter.doubts["name"]
    assert start.letter.trade == "self storage"


def test_what_is_no_name_stays_as_it_was() -> None:
    told = "I am Furious. This is Monday. It is Christmas. I, too, waited. The wait was long.\n\nIs this what I pay for? Tomorrow"
    assert disguised(letter_from(told)).sentences == letter_from(told).sentences


def test_firms_and_people_of_the_text_are_invented_too_and_what_may_be_a_name_is_listed(tmp_path: Path, capsys: Captured) -> None:
    file = tmp_path / "letter.txt"
    file.write_text(
        "To who it concerns, SafeNest Storage, Weldon Rd branch\n\nI am writing because the door of unit 114 was locked. Mr Hassan told me to wait and Darren in Corby laughed. "
        "I hired a van from Northgate Motors Ltd for £68. SafeNest owes me that. I live at 12 Larch Close.\n\nJo Okoro\n",
        encoding="utf-8",
    )
    assert main(["new", "locked", "--yes", "--from", str(file), "--output", str(tmp_path)]) == Exit.DONE
    made = tmp_path / "locked.yaml"
    text = made.read_text(encoding="utf-8")
    for real in ("SafeNest", "Weldon", "Hassan", "Northgate", "Larch", "Okoro"):
        assert real not in text
    assert "Storage" in text
    assert "Motors Ltd" in text
    assert "Because the door" not in text
    listed = next(n for n, line in enumerate(text.splitlines(), 1) if "may be names of people" in line)
    assert "Darren, Corby" in " ".join(text.replace("# ", "").split())
    assert f"Line {listed} lists what may be real names." in " ".join(capsys.readouterr().err.split())
    assert main(["check", "--quick", str(made)]) == Exit.DONE
    assert f"line {listed} lists what may be real names" in " ".join(capsys.readouterr().err.split())
