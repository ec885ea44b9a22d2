"""A bug leaves a report that can be sent, and never a second fault."""

from __future__ import annotations

from pathlib import Path

import pytest

from trainer.errors import PrerequisiteError, write_bug_report


def test_a_report_holds_the_traceback_and_what_was_being_done(tmp_path: Path) -> None:
    try:
        raise ZeroDivisionError("the reason \ud800")
    except ZeroDivisionError as error:
        report = write_bug_report(error, tmp_path / "new" / "folder", "coolhead play x")
    assert report is not None
    text = report.read_text(encoding="utf-8")
    assert "ZeroDivisionError: the reason" in text
    assert "coolhead play x" in text
    assert "test_errors.py" in text


def test_where_the_folder_cannot_be_made_the_report_lies_where_one_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.chdir(tmp_path)
    report = write_bug_report(ValueError("x"), tmp_path / "file" / "reports", "test")
    assert report is not None
    assert report.parent == tmp_path


def test_a_fault_is_told_with_its_remedy_on_a_line_of_its_own() -> None:
    assert str(PrerequisiteError("There is none.", "Get one.")) == "There is none.\nGet one."
    assert str(PrerequisiteError("There is none.")) == "There is none."
