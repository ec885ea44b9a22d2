"""The author view on the screen: the list, what is said of one, the editor and back, a copy and a new one."""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import OptionList, Static

from scenarios.shelf import scenario_files
from tests.trainer.tui.standin import StandIn
from tests.trainer.tui.test_play import until, words
from trainer.authoring.workbench.findings import Checked, Fault, Measured
from trainer.authoring.workbench.hand import Hand
from trainer.records.locations import own_scenarios
from trainer.settings.current import settings
from trainer.tui.app import CoolheadApp, Start
from trainer.tui.screens.author import AuthorScreen
from trainer.tui.screens.author_new import NewScreen
from trainer.tui.screens.author_preview import AuthorPreviewScreen
from trainer.tui.screens.choosing import ChoosingScreen


@pytest.fixture(autouse=True)
def _folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COOLHEAD_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("COOLHEAD_SCENARIOS", str(tmp_path))
    few = [item for item in scenario_files() if item.pack == "care"]
    monkeypatch.setattr("scenarios.library.scenario_files", lambda folders=(): [*few, *(item for item in scenario_files(folders) if item.pack == "own")])
    monkeypatch.setattr(Hand, "check", lambda _hand, _file, _stage: Checked(par=(4, 6.0)))
    monkeypatch.setattr(Hand, "measure", lambda _hand, _file, _stage: Measured(level=3, novice=0.4, expert=1.0, plays=60))


FAULT = Fault(file="wrong-kettle.yaml", line=2, column=1, code="CH020", message="'titel' is not a key.", remedy="Mend it.", warning=False)


def listed(pilot: Pilot[None], name: str) -> str:
    return "\n".join(str(option.prompt) for option in pilot.app.screen.query_one(name, OptionList).options)


@asynccontextmanager
async def authoring(size: tuple[int, int] = (80, 24)) -> AsyncIterator[Pilot[None]]:
    async with CoolheadApp(Start(mode="author"), StandIn()).run_test(size=size) as pilot:
        await until(pilot, lambda: isinstance(pilot.app.screen, AuthorScreen) and "✓ sound" in words(pilot))
        yield pilot


@pytest.mark.usefixtures("kettle_file")
async def test_an_own_scenario_is_checked_by_itself_and_measured_when_asked() -> None:
    async with authoring() as pilot:
        await until(pilot, lambda: "Checked: nothing is wrong." in words(pilot))
        assert "4 replies, 6 min found by search" in words(pilot)
        assert "Not measured yet." in words(pilot)
        await pilot.press("m")
        await until(pilot, lambda: "Measured: level 3, hard." in words(pilot))


async def test_enter_on_a_fault_opens_the_editor_at_its_line_and_the_file_is_read_again(kettle_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sound = kettle_file.read_text(encoding="utf-8")
    kettle_file.write_text(sound.replace("title:", "titel:"), encoding="utf-8")
    opened: list[tuple[Path, int]] = []

    def mend(file: Path, line: int = 0, _column: int = 1) -> None:
        opened.append((file, line))
        file.write_text(sound, encoding="utf-8")

    monkeypatch.setenv("EDITOR", f"'{sys.executable}'")
    monkeypatch.setattr("trainer.tui.suspending.edit", mend)
    monkeypatch.setattr(Hand, "check", lambda *_: Checked(faults=(FAULT,), played=False))
    async with authoring() as pilot:
        await until(pilot, lambda: "CH020 'titel'" in listed(pilot, "#faults"))
        await pilot.press("enter", "enter")
        await until(pilot, lambda: opened == [(kettle_file, 2)])
        await until(pilot, lambda: "The wrong kettle" in listed(pilot, "#works"))


@pytest.mark.usefixtures("kettle_file")
async def test_without_an_editor_it_says_so_and_names_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("EDITOR", raising=False)
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setattr("trainer.tui.suspending.found_here", dict)
    async with authoring((120, 40)) as pilot:
        await pilot.press("e")
        await until(pilot, lambda: "No editor is chosen." in words(pilot))
        assert "wrong-kettle.yaml" in words(pilot)


async def test_an_editor_that_is_not_installed_is_told_and_another_may_be_chosen_for_good(kettle_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Path] = []
    monkeypatch.setenv("EDITOR", "no-such-editor")
    monkeypatch.setattr("trainer.tui.suspending.edit", lambda file, _line, _column: opened.append(file))
    monkeypatch.setattr("trainer.tui.suspending.found_here", lambda: {sys.executable: "a usual one"})
    async with authoring((120, 40)) as pilot:
        await pilot.press("e")
        await until(pilot, lambda: isinstance(pilot.app.screen, ChoosingScreen))
        assert "'no-such-editor' is not installed here" in words(pilot)
        await pilot.press("escape")
        await until(pilot, lambda: "coolhead settings editor" in words(pilot))
        await pilot.press("e")
        await until(pilot, lambda: isinstance(pilot.app.screen, ChoosingScreen))
        await pilot.press("enter")
        await until(pilot, lambda: opened == [kettle_file])
        assert settings().editor == sys.executable


async def test_what_is_not_ones_own_is_copied_before_it_is_changed(tmp_path: Path) -> None:
    async with authoring((120, 40)) as pilot:
        assert "None yet" in listed(pilot, "#works")
        note = str(pilot.app.screen.query_one("#author-note", Static).render())
        assert str(own_scenarios()) in note
        assert "coolhead author FOLDER" in note
        assert "read only" in words(pilot)
        await pilot.press("c")
        await until(pilot, lambda: "It is yours" in words(pilot))
        assert list(tmp_path.glob("my-*.yaml"))


async def test_a_new_scenario_by_its_questions(tmp_path: Path) -> None:
    async with authoring() as pilot:
        await pilot.press("n")
        await until(pilot, lambda: isinstance(pilot.app.screen, NewScreen))
        await pilot.press("enter")
        await until(pilot, lambda: "question 1 of 11" in words(pilot))
        await pilot.press(*"Bolt", "enter", "escape")
        await until(pilot, lambda: "question 1 of 11" in words(pilot))
        for _ in range(10):
            await pilot.press("enter")
        await until(pilot, lambda: "What is it called?" in words(pilot))
        await pilot.press(*"a/b", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, AuthorScreen) and "marked CHECK" in words(pilot))
        assert (tmp_path / "a-b.yaml").is_file()


@pytest.mark.usefixtures("kettle_file")
async def test_a_preview_keeps_its_place_until_the_author_view_is_left() -> None:
    async with authoring() as pilot:
        await pilot.press("p")
        await until(pilot, lambda: isinstance(pilot.app.screen, AuthorPreviewScreen) and "It is a present for Saturday." in words(pilot))
        await pilot.press(*"Hm", "enter")
        await until(pilot, lambda: "1 reply" in words(pilot))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, AuthorScreen))
        await pilot.press("p")
        await until(pilot, lambda: "1 reply" in words(pilot))
