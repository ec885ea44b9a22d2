"""Settings and one's own data in the plain view: typed in words, and told in words."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from tests.trainer.plain.test_plain_view import Typed, has
from trainer.errors import Exit
from trainer.opening import wants_plain
from trainer.plain.console import Console
from trainer.plain.view import run_plain
from trainer.settings.current import settings


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COOLHEAD_HOME", str(tmp_path / "home"))


def typed(*lines: str, mode: str | None = "settings", scenario: Path | None = None) -> list[str]:
    """What is printed when these lines are typed."""
    out = io.StringIO()
    assert run_plain(str(scenario) if scenario else None, seed=3, mode=mode, console=Console(Typed(lines, out), out)) == Exit.DONE
    return out.getvalue().splitlines()


def test_the_heads_come_first_then_the_part_asked_for() -> None:
    lines = typed("")
    assert has(lines, "2. Calls: intensity, practice, meter, coach.")
    assert not has(lines, "meter: yes.")
    for wanted in ("2", "calls"):
        lines = typed(wanted, "")
        assert has(lines, "meter: yes. In practice")
        assert not has(lines, "theme: dark"), "only the part that was asked for"
    lines = typed("all", "9", "")
    assert has(lines, "theme: dark")
    assert has(lines, "There is no setting '9'.")


def test_a_name_of_a_setting_is_that_setting_though_a_part_is_called_like_it() -> None:
    assert has(typed("practice", ""), "practice is yes.")


def test_a_setting_is_changed_in_words() -> None:
    lines = typed("2", "mood meter", "meter no", "coach perhaps", "themes light", "usual meter", "coach yes", "")
    for words in ("meter: yes. In practice", "meter is yes.", "meter is now no.", "coach cannot be 'perhaps': it takes yes or no.", "Did you mean theme?"):
        assert has(lines, words), words
    assert settings().coach
    assert settings().meter


def test_what_is_chosen_holds_in_the_call(kettle_file: Path) -> None:
    typed("meter no", "practice no", "")
    lines = typed("practice", "", "I am sorry.", "/leave", "", "", mode=None, scenario=kettle_file)
    assert has(lines, "pick up: a test, real")
    assert not has(lines, "Mood: ")


def test_data_is_told_copied_and_deleted_on_a_plain_yes(tmp_path: Path) -> None:
    copy = tmp_path / "copy.zip"
    lines = typed("coach yes", "data", f"export {copy}", "delete", "delete settings", "no", "delete settings", "yes", "", "")
    assert copy.exists()
    for words in (
        "Coolhead keeps its data in",
        "nothing was sent anywhere",
        "Say which part",
        "This deletes for good, in",
        "Nothing was deleted.",
        "Deleted: settings.",
    ):
        assert has(lines, words), words
    assert not settings().coach


def test_another_name_for_a_copy_is_asked_for_in_place(tmp_path: Path) -> None:
    there, other = tmp_path / "copy.zip", tmp_path / "copy-2.zip"
    there.write_text("mine")
    lines = typed("data", f"export {there}", str(other), f"export {there}", "", "coach yes", "", "")
    assert other.exists()
    assert there.read_text() == "mine"
    assert sum(line.startswith("There is a file ") for line in lines) == 2
    assert has(lines, "Another name for the copy, or Enter to leave it:")
    assert has(lines, "No copy was taken.")
    assert has(lines, "There is nothing under 'coach yes'."), "one is still at the data"


def test_the_words_for_data_work_at_the_settings_and_leave_one_there(tmp_path: Path) -> None:
    copy = tmp_path / "copy.zip"
    lines = typed("coach yes", "where", f"export {copy}", "delete settings", "no", "meter no", "delete theme", "")
    assert copy.exists()
    for words in ("Coolhead keeps its data in", "nothing was sent anywhere", "Nothing was deleted.", "meter is now no.", "There is no setting 'delete'."):
        assert has(lines, words), words


@pytest.mark.parametrize("line", ["reduced motion on", "reduced_motion on", "reduced motion yes", "Reduced-Motion yes"])
def test_a_setting_of_several_words_is_changed_with_blanks_or_underscores(line: str) -> None:
    assert has(typed(line, ""), "reduced motion is now on.")


def test_the_plain_view_may_be_wanted_for_good(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COOLHEAD_PLAIN", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    assert not wants_plain()
    typed("plain yes", "")
    assert wants_plain()
    monkeypatch.setenv("COOLHEAD_PLAIN", "0")
    assert not wants_plain(), "for once"


def test_the_mood_goes_by_that_name_here_too_and_no_shell_is_named() -> None:
    lines = typed("mood no", "frobnicate", "")
    assert has(lines, "meter is now no.")
    assert has(lines, "There is no setting 'frobnicate'. Type all for every setting, or help.")
    assert not has(lines, "coolhead settings")
