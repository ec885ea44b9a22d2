"""``coolhead explain``: the guide is what the table and the examples say, and nothing printed can upset a terminal."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from scenarios.problem_pages import pages
from scenarios.problems import CONTROL, Code
from trainer.authoring.problem_guide import guide, page_text
from trainer.cli import main
from trainer.errors import Exit

ROOT = Path(__file__).parents[3]


def test_the_guide_is_up_to_date() -> None:
    assert (ROOT / "docs" / "problems.md").read_text(encoding="utf-8") == guide(), "coolhead explain --markdown > docs/problems.md"


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.code)
def test_a_page_can_be_read_in_any_terminal(page: object) -> None:
    text = "\n".join(page_text(page))  # type: ignore[arg-type]
    assert not CONTROL.search(text)
    assert "Wrong" in text
    assert "Right" in text
    assert max(map(len, text.split("\n"))) < 200


def test_a_code_is_explained(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "ch54"]) == Exit.DONE
    assert "today: Friday 14 May" in capsys.readouterr().out
    assert main(["explain", "CH004", "--json"]) == Exit.DONE
    assert json.loads(capsys.readouterr().out)["bad"] == "title: The \x1b[31mwrong kettle"


def test_all_codes_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain"]) == Exit.DONE
    assert len(capsys.readouterr().out.splitlines()) == len(Code)
    assert main(["explain", "--json"]) == Exit.DONE
    assert {row["code"] for row in json.loads(capsys.readouterr().out)} == set(Code)


@pytest.mark.parametrize("word", ["CH049", "curly", "\x1b[2J", "CH" + "9" * 6000])
def test_a_code_there_is_not_is_told_so(word: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", word]) == Exit.MISUSED
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "\x1b" not in shown.err
    assert ("CH070" in shown.err) is (word == "curly")
    assert main(["explain", "CH001", "--markdown"]) == Exit.MISUSED
