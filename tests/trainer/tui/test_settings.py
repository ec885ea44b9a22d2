"""Settings on the screen: changed by keys, at once, from everywhere; and nothing moves where nothing may."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, OptionList

from tests.trainer.tui.seen import words_seen
from tests.trainer.tui.standin import StandIn
from tests.trainer.tui.test_play import on_call, playing, send, until, words
from trainer.records.store import Store
from trainer.settings.current import change, hold, settings
from trainer.settings.model import Switch, ThemeName
from trainer.tui.screens.settings import SettingsScreen
from trainer.tui.widgets.composer import Composer


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("COOLHEAD_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("COOLHEAD_PACE", "0")
    return tmp_path / "home"


def app_of(pilot: Pilot[None]) -> Any:
    return pilot.app


async def opened(pilot: Pilot[None]) -> OptionList:
    app_of(pilot).open_mode("settings")
    await until(pilot, lambda: isinstance(pilot.app.screen, SettingsScreen) and "Theme: " in words(pilot))
    return pilot.app.screen.query_one(OptionList)


def kept(home: Path) -> str:
    file = home / "settings.yaml"
    return file.read_text() if file.exists() else ""


async def test_each_setting_is_changed_by_keys_and_works_at_once(home: Path) -> None:
    async with playing(StandIn()) as pilot:
        rows = await opened(pilot)
        await pilot.press("right")
        assert pilot.app.theme == "coolhead-light"
        await pilot.press("left", "left", "ctrl+t")
        assert pilot.app.theme == "coolhead-dark-colour-safe", "the other of the pair"
        await pilot.press("u", "down", "right", "down", "right")
        assert pilot.app.theme == "coolhead-dark"
        assert pilot.app.no_color is False
        await pilot.press("right")
        assert pilot.app.animation_level == "full", "off means motion, whatever the surroundings say"
        rows.highlighted = rows.get_option_index("wide_from")
        await pilot.press("left", "left")
        assert app_of(pilot).wide_from == 80
        await until(pilot, lambda: pilot.app.screen.has_class("-wide"))
        rows.highlighted = rows.get_option_index("coach")
        await pilot.press("enter")
        assert app_of(pilot).coached
        await until(pilot, lambda: "coach: true" in kept(home))
        assert "wide_from: 80" in kept(home)
        assert "theme" not in kept(home).partition("\n")[2], "what is as usual is not written"


async def test_what_is_changed_while_the_file_is_still_read_is_not_undone(monkeypatch: pytest.MonkeyPatch) -> None:
    def meanwhile() -> tuple[str, ...]:
        hold({"theme": "light"})
        return ()

    monkeypatch.setattr("trainer.tui.setting.notices", meanwhile)
    async with playing(StandIn()) as pilot:
        await until(pilot, lambda: pilot.app.theme == "coolhead-light")


async def test_without_colour_there_is_none() -> None:
    async with playing(StandIn()) as pilot:
        await until(pilot, lambda: pilot.app.screen.query_one(OptionList).option_count > 1)
        assert any(front.rgb != front.monochrome.rgb for front, _, _ in words_seen(pilot.app))
        rows = await opened(pilot)
        rows.highlighted = rows.get_option_index("colour")
        await pilot.press("left")
        await until(pilot, lambda: settings().colour is Switch.OFF)
        await until(pilot, lambda: all(front.rgb == front.monochrome.rgb for front, _, _ in words_seen(pilot.app)))
        await pilot.press("left")
        await until(pilot, lambda: any(front.rgb != front.monochrome.rgb for front, _, _ in words_seen(pilot.app)))


async def test_every_setting_is_in_the_palette() -> None:
    async with playing(StandIn()) as pilot:
        await until(pilot, lambda: pilot.app.screen.query_one(OptionList).option_count > 1)
        pilot.app.action_command_palette()
        await pilot.pause()
        pilot.app.screen.query_one(Input).value = "theme: light-high"
        await until(pilot, lambda: "light-high-contrast" in str([o.prompt for o in pilot.app.screen.query_one(OptionList).options]))
        await pilot.press("enter")
        await until(pilot, lambda: pilot.app.theme == "coolhead-light-high-contrast")


async def test_a_slip_in_the_file_is_told_and_the_rest_counts(home: Path) -> None:
    home.mkdir()
    (home / "settings.yaml").write_text("theme: light\nmeter: perhaps\n")
    async with playing(StandIn()) as pilot:
        assert pilot.app.theme == "coolhead-light", "before the first frame"
        await until(pilot, lambda: any("line 2: meter cannot be 'perhaps'" in one.message for one in pilot.app._notifications))


async def test_what_cannot_be_kept_holds_and_is_said(home: Path) -> None:
    home.mkdir()
    (home / "settings.yaml").mkdir()
    async with playing(StandIn()) as pilot:
        await until(pilot, lambda: pilot.app.screen.query_one(OptionList).option_count > 1)
        await pilot.press("ctrl+t")
        assert pilot.app.theme == "coolhead-light"
        await until(pilot, lambda: any("holds until Coolhead is closed" in one.message for one in pilot.app._notifications))


async def test_the_briefing_and_the_call_begin_as_chosen() -> None:
    change({"meter": False, "practice": True, "intensity": "calm"})
    async with on_call(StandIn()) as pilot:
        await send(pilot, "Hello.")
        await until(pilot, lambda: "You wrote 6 characters." in words(pilot))
        assert not pilot.app.screen.query_one("#mood").display


async def test_where_nothing_may_move_nothing_is_drawn_while_nothing_happens(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a slow line every needless frame is paid for: the caret stands still, and no timer draws."""
    change({"reduced_motion": Switch.ON})
    monkeypatch.delenv("COOLHEAD_PACE")
    async with on_call(StandIn()) as pilot:
        drawn: list[object] = []
        monkeypatch.setattr(type(pilot.app), "_display", lambda _self, _screen, what: drawn.append(what))
        composer = pilot.app.screen.query_one(Composer)
        assert composer.has_focus
        assert not composer.cursor_blink
        await asyncio.sleep(0)
        await pilot.pause(0.1)
        drawn.clear()
        await asyncio.sleep(1.2)  # a caret blinks twice a second
        assert not [one for one in drawn if one is not None]
        monkeypatch.undo()
        await send(pilot, "Hello.")
        await until(pilot, lambda: "You wrote 6 characters." in words(pilot))
        assert "is typing" not in words(pilot)


async def test_records_are_deleted_on_a_second_word_only_and_never_under_a_call(home: Path) -> None:
    Store.open().close()
    change({"theme": ThemeName.LIGHT})
    async with on_call(StandIn()) as pilot:
        await opened(pilot)
        await pilot.press("d")
        await until(pilot, lambda: f"Coolhead keeps its data in {home}" in words(pilot).replace("\n", ""))
        everything = pilot.app.screen.query_one("#all")
        everything.focus()
        await pilot.press("enter")
        await until(pilot, lambda: "A call is under way." in words(pilot))
        app_of(pilot).home()
        await opened(pilot)
        await pilot.press("d")
        await until(pilot, lambda: "settings: what you have chosen" in words(pilot))
        pilot.app.screen.query_one("#all").focus()
        await pilot.press("enter")
        await until(pilot, lambda: "This deletes for good" in words(pilot))
        await pilot.press("enter")
        await pilot.pause()
        assert kept(home), "the first button keeps everything"
        await pilot.press("enter")
        await until(pilot, lambda: "This deletes for good" in words(pilot))
        await pilot.press("tab", "enter")
        await until(pilot, lambda: "Deleted: records, settings." in words(pilot))
        assert pilot.app.theme == "coolhead-dark"
        assert not kept(home)
