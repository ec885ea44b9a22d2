"""An author's scenarios: whose they are, what is kept of them and for how long, which editor takes a line, and copies of one's own."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from scenarios.library import find
from trainer.authoring.workbench.bench import Bench
from trainer.authoring.workbench.copying import make_own
from trainer.authoring.workbench.editor import command_for, edit, editor, trouble
from trainer.authoring.workbench.findings import Checked, Fault, Findings, Measured, Rep
from trainer.authoring.workbench.hand import Hand
from trainer.authoring.workbench.keeping import keep, kept, key_of
from trainer.authoring.workbench.telling import fault_line, mark, parts, standing
from trainer.authoring.workbench.works import Place, Work, works
from trainer.errors import PrerequisiteError
from trainer.finding import own_folders
from trainer.settings.current import change

SOUND = Checked(par=(4, 6.0), golden=(Rep(rep="model", scores={"calmness": 80.0, "listening": 90.0}, anger=12.0),), expected=True)


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COOLHEAD_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("COOLHEAD_SCENARIOS", str(tmp_path))
    for name in ("VISUAL", "EDITOR"):
        monkeypatch.delenv(name, raising=False)


def mine(file: Path) -> Work:
    return next(work for work in works() if work.file == file)


def test_the_authors_own_come_first_and_broken_ones_are_there_too(kettle_file: Path) -> None:
    (kettle_file.parent / "broken.yaml").write_text("titel: x\n", encoding="utf-8")
    found = works()
    assert {work.file.name for work in found[:2]} == {"broken.yaml", "wrong-kettle.yaml"}
    assert [work.broken for work in found if work.place is Place.GIVEN].count(True) == 1
    assert found[-1].place is Place.SHIPPED
    assert not found[-1].place.writable


def test_a_folder_is_named_once_however_often_it_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COOLHEAD_SCENARIOS", f"{tmp_path}:{tmp_path}::")
    assert own_folders().count(tmp_path) == 1


def test_what_was_found_is_kept_until_something_it_hangs_on_changes(kettle_file: Path) -> None:
    key = key_of(kettle_file)
    keep(key, Findings(checked=SOUND))
    assert kept(key_of(kettle_file)).checked == SOUND
    golden = kettle_file.with_suffix(".golden")
    golden.mkdir()
    (golden / "model.txt").write_text("I am sorry.\n", encoding="utf-8")
    with_golden = key_of(kettle_file)
    assert with_golden != key
    kettle_file.write_text(kettle_file.read_text(encoding="utf-8") + "\n# more\n", encoding="utf-8")
    assert key_of(kettle_file) not in (key, with_golden)


@pytest.mark.parametrize(
    "written", ["", "{", "[]", '{"checked": {"par": "x"}}', '{"other": 1}', '{"measured": {"level": 9, "novice": 2, "expert": 0, "plays": 1}}']
)
def test_a_kept_file_that_was_spoilt_counts_for_nothing(kettle_file: Path, tmp_path: Path, written: str) -> None:
    key = key_of(kettle_file)
    keep(key, Findings(checked=SOUND))
    (tmp_path / "home" / "checked" / f"{key}.json").write_text(written, encoding="utf-8")
    assert kept(key) == Findings()


def test_a_check_is_made_once_and_again_when_the_file_changed_meanwhile(kettle_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Path] = []

    def check(_: Hand, file: Path, _stage: object) -> Checked:
        asked.append(file)
        if len(asked) == 1:
            file.write_text(file.read_text(encoding="utf-8") + "\n# written while it was checked\n", encoding="utf-8")
        return SOUND

    monkeypatch.setattr(Hand, "check", check)
    bench = Bench()
    assert bench.check(kettle_file, lambda _: None).checked == SOUND
    assert len(asked) == 2
    assert bench.check(kettle_file, lambda _: None).checked == SOUND
    assert len(asked) == 2


def test_a_faulty_file_is_checked_in_a_process_of_its_own(kettle_file: Path) -> None:
    kettle_file.write_text(kettle_file.read_text(encoding="utf-8").replace("title:", "titel:"), encoding="utf-8")
    hand = Hand()
    stages: list[str] = []
    try:
        found = hand.check(kettle_file, stages.append)
        assert not found.played
        assert next(one.code for one in found.faults if not one.warning) == "CH020"
        assert stages
        with pytest.raises(Exception, match=r"wrong-kettle\.yaml"):
            hand.measure(kettle_file, stages.append)
    finally:
        hand.stop()


def test_what_is_told_of_a_file(kettle_file: Path) -> None:
    work = mine(kettle_file)
    known = Findings(checked=SOUND, measured=Measured(level=2, novice=0.6, expert=1.0, plays=60))
    assert mark(work, Findings()) == "·"
    assert mark(work, known) == "✓"
    assert standing(work, known) == "Checked: nothing is wrong."
    told = {part.head: part.lines for part in parts(work, known)}
    assert "Measured: level 2, everyday." in told["How hard"]
    assert told["Par"] == ("None in the file; 4 replies, 6 min found by search.",)
    assert told["Golden replies"][0] == "The expected order holds."
    assert told["Golden replies"][-1].split() == ["model", "80", "90", "0", "0", "12"]
    wrong = Findings(checked=Checked(golden=SOUND.golden, golden_wrong=("calmness: a should stand above b.",), expected=True))
    assert mark(work, wrong) == "!"
    assert "! calmness: a should stand above b." in {part.head: part.lines for part in parts(work, wrong)}["Golden replies"]


def test_a_fault_is_told_with_its_place_and_nothing_a_terminal_could_obey(kettle_file: Path) -> None:
    one = Fault(file=str(kettle_file), line=3, column=5, code="CH020", message="\x1b[31mred", remedy="Mend it.", warning=False)
    assert fault_line(one, kettle_file) == "3:5 CH020 ␛[31mred Mend it."
    other = one.model_copy(update={"file": str(kettle_file.with_name("expected.yaml"))})
    assert fault_line(other, kettle_file).startswith("expected.yaml:3:5")


@pytest.mark.parametrize(
    ("named", "expected"),
    [
        ("vim", ["vim", "+12", "F"]),
        ("/usr/bin/nano -w", ["/usr/bin/nano", "-w", "+12", "F"]),
        ("code --wait", ["code", "--wait", "--goto", "F:12:3"]),
        ("hx", ["hx", "F:12:3"]),
        ("'my editor'", ["my editor", "F"]),
    ],
)
def test_an_editor_is_told_the_line_where_it_takes_one(named: str, expected: list[str]) -> None:
    assert command_for(named, Path("F"), 12, 3) == expected


def test_without_an_editor_the_file_is_named(kettle_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(PrerequisiteError, match=r"No editor is chosen.*wrong-kettle\.yaml"):
        edit(kettle_file)
    monkeypatch.setenv("EDITOR", "/no/such/editor")
    with pytest.raises(PrerequisiteError, match=r"(?s)is not installed here.*coolhead settings editor"):
        edit(kettle_file)
    assert "not installed" in trouble()
    monkeypatch.setenv("EDITOR", "'")
    with pytest.raises(PrerequisiteError, match="no command"):
        edit(kettle_file)


def test_the_setting_goes_before_what_the_surroundings_say(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITOR", "vim")
    assert editor() == "vim"
    change({"editor": f"'{sys.executable}' -c pass"})
    assert sys.executable in editor()
    assert trouble() == ""


def test_a_shipped_scenario_becomes_ones_own_under_a_new_id(tmp_path: Path) -> None:
    shipped = next(work for work in works() if work.place is Place.SHIPPED)
    folder = tmp_path / "mine"
    first, second = make_own(shipped.file, folder), make_own(shipped.file, folder)
    assert first != second
    assert find(first).scenario == first.stem
    assert find(second).scenario == second.stem
    assert {file.name for file in first.with_suffix(".golden").iterdir()} == {file.name for file in shipped.file.with_suffix(".golden").iterdir()}
