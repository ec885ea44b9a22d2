"""What is shipped is sound, a user's own files stand beside it, and a broken one hides no other."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from scenarios import library
from scenarios.load import content_hash, load_text, load_voice_text
from scenarios.problems import Code, ScenarioProblems, Severity
from scenarios.shelf import _packs
from tests.scenarios.samples import GOOD, VOICE


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A user's folder: one scenario of their own with their own voice, one in a pack, one broken."""
    (tmp_path / "voices").mkdir()
    (tmp_path / "voices" / "brisk.yaml").write_text(VOICE)
    (tmp_path / "wet-sofa.yaml").write_text(GOOD.replace("  about: 58", "  voice: brisk\n  about: 58"))
    (tmp_path / "shop").mkdir()
    (tmp_path / "shop" / "dry-sofa.yaml").write_text(GOOD.replace("wet-sofa", "dry-sofa"))
    (tmp_path / "shop" / "burnt-sofa.yaml").write_text("scenario: burnt-sofa\ntitle: [\n")
    (tmp_path / "shop" / "dry-sofa.golden").mkdir()
    (tmp_path / "shop" / "dry-sofa.golden" / "expected.yaml").write_text("calmness: [model, plain]\n")
    return tmp_path


def test_what_is_shipped_has_no_errors() -> None:
    assert [str(problem) for problem in library.faults() if problem.severity is Severity.ERROR] == []


def test_a_title_is_the_same_whatever_facts_are_drawn() -> None:
    """A list shows one title, and the call that is picked from it must bear that one."""
    for entry in library.catalogue():
        written = next(line for line in Path(entry.path).read_text(encoding="utf-8").splitlines() if line.startswith("title:"))
        assert "<" not in written, entry.id


def test_every_shipped_scenario_can_be_found_and_has_a_voice() -> None:
    entries = library.catalogue()
    assert entries
    for entry in entries:
        assert library.find(entry.id).customer.temper.anger is not None
        assert Path(entry.path).name == f"{entry.id}.yaml"


def test_own_scenarios_stand_beside_the_shipped_ones(folder: Path) -> None:
    shipped = {entry.id for entry in library.catalogue()}
    own = {entry.id: entry.pack for entry in library.catalogue([folder]) if entry.id not in shipped}
    assert shipped < {entry.id for entry in library.catalogue([folder])}
    assert own == {"wet-sofa": "own", "dry-sofa": "shop"}


def test_a_broken_file_is_told_and_hides_no_other(folder: Path) -> None:
    broken = [problem for problem in library.faults([folder]) if "burnt-sofa" in problem.file]
    assert [problem.code for problem in broken] == [Code.UNCLOSED]
    with pytest.raises(ScenarioProblems, match="CH008"):
        library.find("burnt-sofa", [folder])


def test_of_two_with_one_id_the_second_is_told(folder: Path) -> None:
    (folder / "zweite.yaml").write_text(GOOD)
    codes = [problem.code for problem in library.faults([folder]) if "zweite" in problem.file]
    assert set(codes) == {Code.FILE_NAME, Code.DUPLICATE_ID}


def test_a_scenario_is_found_by_id_and_by_file(folder: Path) -> None:
    by_id = library.find("wet-sofa", [folder])
    assert by_id == library.find(folder / "wet-sofa.yaml", [folder]) == library.find(str(folder / "wet-sofa.yaml"), [folder])


def test_an_edited_file_is_read_anew(folder: Path) -> None:
    assert library.find("dry-sofa", [folder]).title == "Delivered in the rain"
    (folder / "shop" / "dry-sofa.yaml").write_text(GOOD.replace("wet-sofa", "dry-sofa").replace("Delivered in the rain", "In the sun"))
    assert library.find("dry-sofa", [folder]).title == "In the sun"


def test_what_is_not_there_is_said_with_a_guess(folder: Path) -> None:
    with pytest.raises(LookupError, match="did you mean 'wet-sofa'"):
        library.find("wet-sofas", [folder])
    with pytest.raises(LookupError, match="did you mean 'brisk'"):
        library.voice("brisq", [folder])
    with pytest.raises(ScenarioProblems, match="CH001"):
        library.find("nowhere/none.yaml")
    with pytest.raises(LookupError):
        library.find("\0\x1b[2J")


def test_a_pack_brings_its_own_voices_and_says_what_it_is(folder: Path) -> None:
    (folder / "shop" / "voices").mkdir()
    (folder / "shop" / "voices" / "curt.yaml").write_text(VOICE.replace("brisk", "curt"))
    (folder / "shop" / "pack.yaml").write_text("pack: shop\n")
    (folder / "shop" / "late-sofa.yaml").write_text(GOOD.replace("wet-sofa", "late-sofa").replace("  about: 58", "  voice: curt\n  about: 58"))
    assert library.find("late-sofa", [folder]).customer.temper.trust == 35
    assert library.voice("curt", [folder]).voice == "curt"
    assert not any("pack.yaml" in problem.file for problem in library.faults([folder]))


def test_the_voice_fills_only_what_the_author_left_open() -> None:
    scenario = load_text(GOOD, "<text>", known_voices=("plain",))
    filled = library.with_voice(scenario, load_voice_text(VOICE, "<text>")).customer
    assert (filled.temper.anger, filled.temper.trust, filled.temper.hope) == (55, 35, None)
    assert (filled.persona.bar, filled.persona.severity) == (0.6, None)


def test_the_content_hash_sees_content_and_not_layout() -> None:
    def hashed(text: str) -> str:
        return content_hash(load_text(text, "<text>", known_voices=("plain",)))

    assert hashed(GOOD) == hashed("# a remark\n" + GOOD.replace("title: Delivered in the rain", 'title: "Delivered in the rain"'))
    assert hashed(GOOD) != hashed(GOOD.replace("worth: 0.4", "worth: 0.5"))


def test_files_in_an_archive_are_found(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "content.zip", "w") as archive:
        archive.writestr("pack/wet-sofa.yaml", GOOD)
    items = list(_packs(zipfile.Path(tmp_path / "content.zip")))
    assert [(item.pack, item.stem, item.file.read_text()) for item in items] == [("pack", "wet-sofa", GOOD)]
