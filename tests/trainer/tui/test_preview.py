"""The preview on the screen: an author types, saves, breaks and mends the file, and sees what that does."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.trainer.tui.test_play import send, until, words
from trainer.authoring.preview import Preview
from trainer.replies import Reply
from trainer.tui.preview import PreviewApp
from trainer.tui.screens.dialogs import LeaveScreen
from trainer.tui.widgets.composer import Composer

WIDE, NARROW = (120, 40), (80, 24)


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COOLHEAD_HOME", str(tmp_path / "home"))


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


@asynccontextmanager
async def previewing(file: Path, size: tuple[int, int] = WIDE, *replies: Reply) -> AsyncIterator[Pilot[None]]:
    async with PreviewApp(Preview(file, replies=replies)).run_test(size=size) as pilot:
        await until(pilot, lambda: "Reading the file" not in words(pilot))
        yield pilot


def composer(pilot: Pilot[None]) -> Composer:
    return pilot.app.screen.query_one(Composer)


async def test_a_save_plays_the_call_again_and_shows_what_was_said_before(kettle_file: Path) -> None:
    async with previewing(kettle_file) as pilot:
        await send(pilot, "We packed the wrong kettle, I am sorry.")
        await until(pilot, lambda: "1 reply" in words(pilot))
        edit(kettle_file, "for Saturday", "for a wedding")
        await until(pilot, lambda: "for a wedding" in words(pilot))
        shown = words(pilot)
        assert "Imre Halasz  16:20  ● changed" in shown
        assert shown.count("was: I ordered the steel kettle") == 1
        assert "for Saturday" in shown.partition("was: ")[2]
        assert "We packed the wrong kettle, I am sorry." in shown


async def test_problems_stand_beside_the_call_and_leave_with_the_fault(kettle_file: Path) -> None:
    async with previewing(kettle_file) as pilot:
        assert "Unheard" in words(pilot)
        edit(kettle_file, "title:", "titel:")
        edit(kettle_file, "wants:", "w[red]nts:")
        await until(pilot, lambda: "Problem 1 of 3" in words(pilot))
        assert "wrong-kettle.yaml:2:1: CH020" in words(pilot)
        assert "Did you mean 'title'?" in words(pilot)
        assert "w[red]nts" in words(pilot)
        assert "The call stays as it was." in words(pilot)
        assert "It is a present for Saturday." in words(pilot)
        await pilot.press("f7")
        await until(pilot, lambda: "Problem 2 of 3" in words(pilot))
        edit(kettle_file, "titel:", "title:")
        edit(kettle_file, "w[red]nts:", "wants:")
        await until(pilot, lambda: "The file is sound again." in words(pilot))
        assert "Unheard" in words(pilot)


async def test_replies_are_taken_back_into_the_composer_and_none_is_lost(kettle_file: Path) -> None:
    async with previewing(kettle_file, WIDE, Reply(1, say="First."), Reply(2, say="Second.")) as pilot:
        await pilot.press("f3", "f3")  # faster than the call can be played again
        await until(pilot, lambda: composer(pilot).text == "First." and "1 draft (F4)" in words(pilot))
        await pilot.press("enter")
        await until(pilot, lambda: "1 reply" in words(pilot))
        await pilot.press("f4")
        await until(pilot, lambda: composer(pilot).text == "Second.")
        await pilot.press("f9")
        await until(pilot, lambda: "0 replies" in words(pilot) and "1 draft (F4)" in words(pilot))


async def test_what_cannot_be_done_comes_back_to_be_mended(kettle_file: Path) -> None:
    async with previewing(kettle_file) as pilot:
        await send(pilot, "/dance")
        await until(pilot, lambda: "This desk has no /dance" in words(pilot))
        assert composer(pilot).text == "/dance"
        await send(pilot, "/seed 9")
        await until(pilot, lambda: "seed 9" in words(pilot))
        await pilot.press("f8")
        await until(pilot, lambda: "seed 10" in words(pilot))


async def test_on_a_small_screen_the_pane_takes_the_place_of_the_talk(kettle_file: Path) -> None:
    async with previewing(kettle_file, NARROW, Reply(1, say="We packed the wrong kettle, I am sorry.")) as pilot:
        talk, pane = pilot.app.screen.query_one("#talk"), pilot.app.screen.query_one("#pane")
        assert (talk.display, pane.display) == (True, False)
        await pilot.press("f6")
        await until(pilot, lambda: "Read as" in words(pilot))
        assert (talk.display, pane.display) == (False, True)
        await pilot.press("f6")
        await until(pilot, lambda: "Beats waiting" in words(pilot) or "Mood" in words(pilot))
        assert pane.display
        await pilot.press("escape")
        assert (talk.display, pane.display) == (True, False)
        edit(kettle_file, "title:", "titel:")
        await until(pilot, lambda: "1 problem (F7)" in words(pilot) or "2 problems (F7)" in words(pilot))
        assert talk.display, "a fault is told in one line and hides nothing"


async def test_a_file_that_begins_faulty_opens_its_call_when_it_is_mended(kettle_file: Path) -> None:
    edit(kettle_file, "title:", "titel:")
    async with previewing(kettle_file) as pilot:
        await send(pilot, "Hello")
        await until(pilot, lambda: "There is no call yet" in words(pilot))
        assert composer(pilot).text == "Hello"
        edit(kettle_file, "titel:", "title:")
        await until(pilot, lambda: "It is a present for Saturday." in words(pilot))


async def test_esc_leaves_and_asks_only_where_something_typed_would_be_lost(kettle_file: Path) -> None:
    async with previewing(kettle_file) as pilot:
        await pilot.press("escape")
        await pilot.pause()
        assert pilot.app._exit
    async with previewing(kettle_file, WIDE, Reply(0, say="Ok.")) as pilot:
        await pilot.press("escape")
        assert isinstance(pilot.app.screen, LeaveScreen)
        await pilot.press("n")
        assert not pilot.app._exit
        await pilot.press("escape", "y")
        await pilot.pause()
        assert pilot.app._exit
