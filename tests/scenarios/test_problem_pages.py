"""Every problem code has a page, and the examples on it are what it says: the bad one has this fault there, the good one has none of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from scenarios.check import check_file, check_strings_file
from scenarios.problem_pages import Kind, Page, base, code_named, codes_near, pages
from scenarios.problems import Code, Problem, ScenarioProblems
from scenarios.transcript_files import read_transcripts
from scoring.rubric import load_rubric
from scoring.rubric_check import read_rubric
from tests.scenarios.pages import FILE, lay_out
from trainer.authoring.proof import prove

READ = [page for page in pages() if page.example.of in (Kind.SCENARIO, Kind.WHOLE, Kind.NAME, Kind.STRINGS, Kind.TRANSCRIPT, Kind.RUBRIC)]
PLAYED = [page for page in pages() if page not in READ]
SHIPPED = load_rubric().model_copy(update={"version": "coolhead-3"})
"""The examples outlive the version they name."""
FOLLOWS = {
    Code.NO_HONEST_PATH: {Code.OUTCOME_NEVER_TAKEN},
    Code.PROMISE_NOBODY_CAN_KEEP: {Code.NO_HONEST_PATH, Code.OUTCOME_NEVER_TAKEN},
}
"""What else is so, of itself, once a fault of play is there."""


def told(page: Page, folder: Path, *, bad: bool) -> tuple[list[Problem], tuple[str, int]]:
    """What is found in an example, and where its fault should be told."""
    scenario, file, line = lay_out(page, folder, bad=bad)
    where = (str(file), line)
    if page.example.of is Kind.STRINGS:
        return check_strings_file(file, scenario, "fr"), where
    if page.example.of is Kind.TRANSCRIPT:
        try:
            read_transcripts(file)
        except ScenarioProblems as error:
            return list(error.problems), where
        return [], where
    if page.example.of is Kind.RUBRIC:
        return read_rubric(file.read_text(encoding="utf-8"), str(file), SHIPPED)[1], where
    if page in READ:
        return check_file(file), where
    if page.example.of is Kind.FOLDER:
        where = (str(scenario), 1)
    return [*check_file(scenario), *prove(scenario, golden=page.example.of is Kind.FOLDER)], where


def test_every_code_has_a_page_of_its_own() -> None:
    assert {page.code for page in pages()} == set(Code)
    for page in pages():
        assert page.example.bad != page.example.good
        assert page.example.why == "" or page.example.why.endswith((".", "par"))


@pytest.mark.parametrize("page", READ, ids=lambda page: page.code)
def test_the_examples_of_files_are_true(page: Page, tmp_path: Path) -> None:
    for bad in (True, False):
        folder = tmp_path / str(bad)
        folder.mkdir()
        found, where = told(page, folder, bad=bad)
        if bad:
            assert [(problem.code, problem.file, problem.line) for problem in found] == [(page.code, *where)]
        else:
            assert page.code not in {problem.code for problem in found}
            assert found == [] or page.example.of is Kind.WHOLE, "a good example has no other fault either"


@pytest.mark.parametrize("page", PLAYED, ids=lambda page: page.code)
def test_the_examples_of_play_are_true(page: Page, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, few in (("proof.PLAYS", 4), ("proof.OPENINGS", 8), ("par.DEEPEST", 6), ("par.WIDTH", 6), ("par.SEEDS", (0, 1))):
        monkeypatch.setattr(f"trainer.authoring.{name}", few)
    for bad in (True, False):
        if not bad and page.example.good.strip() in base():
            continue  # a part of the base, which is played in full below
        folder = tmp_path / str(bad)
        folder.mkdir()
        found, where = told(page, folder, bad=bad)
        if bad:
            assert (page.code, *where) in {(problem.code, problem.file, problem.line) for problem in found}
            assert {problem.code for problem in found} <= {page.code} | FOLLOWS.get(page.code, set())
        else:
            assert found == []


def test_the_base_has_no_fault_even_in_play(tmp_path: Path) -> None:
    file = tmp_path / FILE
    file.write_text(base(), encoding="utf-8")
    assert [*check_file(file), *prove(file, golden=False)] == []


@pytest.mark.parametrize("word", ["CH054", "ch054", "ch54", "54", " 054 "])
def test_a_code_may_be_typed_shortly(word: str) -> None:
    assert code_named(word) is Code.BAD_TODAY


@pytest.mark.parametrize("word", ["", "CH", "CH999", "tab", "\x1b[2J", "9" * 5000, "²"])
def test_what_is_no_code(word: str) -> None:
    assert code_named(word) is None


def test_a_word_of_a_title_leads_to_its_code() -> None:
    assert codes_near("tab") == [Code.TAB]
    assert codes_near("CH0O6")
    assert codes_near("CH049") == []
    assert codes_near("\x1b[2J") == []
