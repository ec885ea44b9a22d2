"""Seeing that a file was saved, however its editor saves, and not before it has done so."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from trainer.authoring.watching import Watch


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("COOLHEAD_HOME", str(tmp_path / "home"))
    file = tmp_path / "x.yaml"
    file.write_text("one")
    return file


def test_a_change_counts_once_and_only_when_the_file_holds_still(file: Path) -> None:
    watch = Watch(file)
    assert not watch.settled_change()
    file.write_text("half writ")
    assert not watch.settled_change()
    file.write_text("wholly written")
    assert not watch.settled_change()
    assert watch.settled_change()
    assert not watch.settled_change()


def test_a_file_put_in_its_place_counts_even_with_the_same_size_and_time(file: Path) -> None:
    watch, facts = Watch(file), file.stat()
    new = file.with_suffix(".new")
    new.write_text("two")
    os.utime(new, ns=(facts.st_atime_ns, facts.st_mtime_ns))
    new.replace(file)
    assert watch.change()
    assert not watch.change()


def test_a_file_away_for_a_moment_is_not_reported(file: Path) -> None:
    watch, aside = Watch(file), file.with_suffix(".bak")
    file.rename(aside)
    assert not watch.settled_change()
    aside.rename(file)
    assert not watch.settled_change()
    assert not watch.settled_change()


def test_a_read_is_overtaken_by_the_next_save(file: Path) -> None:
    watch = Watch(file)
    file.write_text("two!")
    assert watch.change()
    assert not watch.overtaken()
    file.write_text("three")
    assert watch.overtaken()


def test_a_voice_of_ones_own_is_watched_from_its_first_line(file: Path, tmp_path: Path) -> None:
    watch = Watch(file)
    voices = tmp_path / "home" / "scenarios" / "voices"
    voices.mkdir(parents=True)
    (voices / "brisk.yaml").write_text("voice: brisk")
    assert watch.change()
