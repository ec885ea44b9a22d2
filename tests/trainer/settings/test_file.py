"""The settings file: one slip costs one setting, nothing a person wrote is lost, and what cannot be written is said."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as effort
from hypothesis import strategies as st

from trainer.settings import current
from trainer.settings.current import change, hold, look, notices, reset, save, set_keys, settings
from trainer.settings.early import Look, peek
from trainer.settings.file import NotKeptError, parsed
from trainer.settings.model import SETTINGS, Pace, Settings, Switch, ThemeName, as_words, next_value, valued

FILE = "settings.yaml"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("COOLHEAD_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def written(home: Path, text: str) -> Path:
    home.mkdir(exist_ok=True)
    file = home / FILE
    file.write_text(text, encoding="utf-8")
    return file


def test_reading_leaves_no_trace(home: Path) -> None:
    assert settings() == Settings()
    assert not notices()
    assert not home.exists()


def test_only_what_is_unusual_is_written_and_remarks_stay(home: Path) -> None:
    file = written(home, "# mine\ntheme: light   # easier on the eyes\nfrom_a_newer_one: 3\nreduced_motion: on\n")
    change({"theme": ThemeName.DARK, "reduced_motion": Switch.OFF, "coach": True, "voice_model": 'C:\\a "b" é'})
    text = file.read_text(encoding="utf-8")
    assert text.startswith("# mine\n# easier on the eyes\nfrom_a_newer_one: 3\nreduced_motion: off\n")
    assert (settings().theme, settings().coach, settings().voice_model) == (ThemeName.DARK, True, 'C:\\a "b" é')
    reset()
    assert file.read_text(encoding="utf-8") == "# mine\n# easier on the eyes\nfrom_a_newer_one: 3\n"
    assert not set_keys()


@pytest.mark.parametrize(
    ("text", "line", "key"),
    [
        ("theme: light\nthemes: dark\n", 2, "themes"),
        ("theme: light\nwide_from: 12\n", 2, "wide_from"),
        ("coach: [yes]\ntheme: light\n", 1, "coach"),
        ("theme: light\ntheme: dark\n", 2, "theme"),
        ("theme: light\nvoice_seconds: .nan\n", 2, "voice_seconds"),
        ("theme: light\nplain: \x1b[31m\n", 2, ""),
        ("theme: light\n  meter: : no\n", 2, ""),
    ],
)
def test_a_slip_is_told_with_file_line_and_key_and_costs_only_itself(home: Path, text: str, line: int, key: str) -> None:
    file = written(home, text)
    (told,) = notices()
    assert f"{file}, line {line}: " in told
    assert key in told
    assert "\x1b" not in told
    assert settings().theme is ThemeName.LIGHT


@pytest.mark.parametrize("text", ["- a\n- b\n", "theme: [\n", "theme: {a: b\n", "[" * 5000, "x" * 70_000, "theme: light\n---\ntheme: dark\n"])
def test_a_file_that_is_no_list_of_settings_is_kept_beside_the_new_one(home: Path, text: str) -> None:
    written(home, text)
    assert notices()
    change({"coach": True})
    assert settings().coach
    assert (home / "settings.yaml.bak").read_text() == text or text in (home / FILE).read_text()
    written(home, text)
    change({"coach": True})
    assert all(copy.read_text() == text for copy in home.glob("settings.yaml.bak*")), "an older copy is never written over"


def test_a_file_of_its_own_form_is_kept_too(home: Path) -> None:
    written(home, "{theme: light, coach: yes} # so there\n")
    change({"meter": False})
    assert (settings().theme, settings().coach, settings().meter) == (ThemeName.LIGHT, True, False)
    kept = [*home.glob("settings.yaml.bak"), home / FILE]
    assert any("so there" in one.read_text() for one in kept)


def test_a_folder_or_something_stranger_in_its_place_is_told(home: Path) -> None:
    (home / FILE).mkdir(parents=True)
    assert "is a folder" in notices()[0]
    assert settings() == Settings()
    with pytest.raises(NotKeptError):
        change({"coach": True})
    assert settings().coach, "it holds for this sitting"


def test_a_full_disk_loses_nothing_and_the_change_holds(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = written(home, "theme: light\n")

    def full(_fd: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patch:
        patch.setattr("os.fsync", full)
        with pytest.raises(NotKeptError, match="No space left on device") as caught:
            change({"coach": True})
    assert "The change holds until Coolhead is closed." in str(caught.value)
    assert file.read_text() == "theme: light\n"
    assert [one.name for one in home.iterdir() if one.name not in (FILE, ".settings.lock")] == []
    assert settings().coach
    assert look().theme == "light"
    save()
    assert "coach: true" in file.read_text(), "and is kept once there is room"


def test_a_link_stays_a_link(home: Path, tmp_path: Path) -> None:
    real = tmp_path / "dotfiles.yaml"
    real.write_text("theme: light\n")
    home.mkdir()
    (home / FILE).symlink_to(real)
    change({"coach": True})
    assert (home / FILE).is_symlink()
    assert real.read_text() == "theme: light\ncoach: true\n"


def test_two_processes_at_once_keep_both_changes(home: Path) -> None:
    code = "import sys; from trainer.settings.current import change; [change({sys.argv[1]: n % 2 == 0}) for n in range(15)]"
    both = [subprocess.Popen([sys.executable, "-c", code, key], env={**os.environ, "COOLHEAD_HOME": str(home)}) for key in ("coach", "plain")]
    assert [one.wait(60) for one in both] == [0, 0]
    assert (settings().coach, settings().plain) == (True, True)
    assert not notices()


def test_a_change_by_somebody_else_holds_at_once(home: Path) -> None:
    written(home, "theme: light\n")
    assert settings().theme is ThemeName.LIGHT
    written(home, "theme: dark-high-contrast\n")
    assert settings().theme is ThemeName.DARK_HIGH_CONTRAST


def test_what_is_held_shows_before_it_is_written(home: Path) -> None:
    hold({"pace": Pace.SLOW})
    assert settings().pace is Pace.SLOW
    assert not (home / FILE).exists()
    save()
    assert "pace: slow" in (home / FILE).read_text()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "theme: light\n",
        "theme: 'dark-colour-safe'  # x\nplain: yes\nwide_from: 120\n",
        "reduced_motion: on\ncolour: off\n",
        "wide_from: 9\n",
        "plain: no\n",
    ],
)
def test_what_the_first_frame_sees_at_a_glance_is_what_is_read_afterwards(home: Path, text: str) -> None:
    written(home, text)
    assert peek() == look()


@given(st.text(max_size=200) | st.lists(st.sampled_from(["theme: light", "coach: yes", ": x", "- a", "meter: no # r", "  a: b", '"', "pace:"])).map("\n".join))
@effort(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_stands_in_the_file_is_read_and_changed_without_a_fault(home: Path, text: str) -> None:
    for old in home.glob("*") if home.exists() else ():
        old.unlink()
    home.mkdir(exist_ok=True)
    (home / FILE).write_bytes(text.encode("utf-8", "surrogatepass"))
    before = parsed(text.replace("\r\n", "\n").replace("\r", "\n"), "x").values
    change({"daily_reps": 7})
    assert settings().daily_reps == 7
    for key, value in before.items():
        assert key == "daily_reps" or getattr(settings(), key) == value
    kept = [one.read_bytes() for one in home.glob("settings.yaml*")]
    assert any(all(word in whole for word in text.encode("utf-8", "surrogatepass").split()) for whole in kept), "nothing anybody wrote is lost"
    current._unsaved.clear()


def test_every_setting_says_what_it_is_and_takes_what_it_offers() -> None:
    for key, one in SETTINGS.items():
        assert one.title
        assert one.about.endswith((".", "8080"))
        for choice in one.choices:
            assert as_words(valued(key, choice.upper())) == choice
        with pytest.raises(ValueError, match=f"{key} cannot be"):
            valued(key, "\x00" if isinstance(one.usual, str) else "many")
        for back in (False, True):
            assert valued(key, as_words(next_value(key, one.usual, back=back))) == next_value(key, one.usual, back=back)


@pytest.mark.parametrize(
    ("made", "environment", "colourless", "still"),
    [
        (Look(), {}, False, False),
        (Look(), {"NO_COLOR": "1", "TEXTUAL_ANIMATIONS": "none"}, True, True),
        (Look(), {"NO_COLOR": "", "SSH_CONNECTION": "a b c d"}, False, True),
        (Look(colour="on", reduced_motion="off"), {"NO_COLOR": "1", "SSH_CONNECTION": "a", "TEXTUAL_ANIMATIONS": "none"}, False, False),
        (Look(colour="off", reduced_motion="on"), {}, True, True),
    ],
)
def test_auto_goes_by_the_surroundings(made: Look, environment: dict[str, str], colourless: bool, still: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "SSH_CONNECTION", "TEXTUAL_ANIMATIONS"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert (made.colourless, made.still) == (colourless, still)
