"""Today and progress as screens: found by keys, begun by Enter, back afterwards, and legible on the narrowest terminal."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import OptionList

from scenarios.model import Scenario
from tests.trainer.tui.standin import StandIn
from tests.trainer.tui.test_play import playing, until, words
from trainer.records.faults import Fault, StoreError
from trainer.records.store import Store
from trainer.tui.app import Start
from trainer.tui.screens.briefing import BriefingScreen
from trainer.tui.screens.drill_set import DrillSetScreen
from trainer.tui.screens.progress import ProgressScreen
from trainer.tui.screens.today import TodayScreen
from trainer.wiring import finish_call, start_call


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kettle: Scenario) -> None:
    monkeypatch.setenv("COOLHEAD_HOME", str(tmp_path / "home"))
    with Store.open() as store:
        call, attempt = start_call(kettle, 1, store=store)
        call.say("That is nonsense, you ordered the plastic one.")
        call.say("I am sorry: we packed the wrong kettle, and you need the steel one by Saturday.")
        call.fall_silent()
        finish_call(call, kettle, store, attempt)


class Shelf(StandIn):
    """Finds its one scenario under every name."""

    def find(self, name: str, seed: int, *, after: str | None = None, language: str | None = None) -> Scenario:  # noqa: ARG002
        return self.played


def prompts(screen: TodayScreen | ProgressScreen) -> list[str]:
    return [str(option.prompt) for option in screen.query_one(OptionList).options]


async def test_enter_begins_what_is_due_and_a_call_leads_back_to_today() -> None:
    async with playing(Shelf(), start=Start(mode="today")) as pilot:
        await until(pilot, lambda: "to practise" in words(pilot))
        screen = pilot.app.screen
        assert isinstance(screen, TodayScreen)
        assert screen.focused is screen.query_one(OptionList)
        assert "What today has changed" in words(pilot)
        screen.query_one(OptionList).highlighted = next(n for n, prompt in enumerate(prompts(screen)) if ": a call" in prompt)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, BriefingScreen))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, TodayScreen))
        await pilot.press("p")
        await until(pilot, lambda: isinstance(pilot.app.screen, ProgressScreen))
        depth = len(pilot.app.screen_stack)
        await pilot.press("t")
        await until(pilot, lambda: isinstance(pilot.app.screen, TodayScreen))
        assert len(pilot.app.screen_stack) < depth, "going to and fro piles nothing up"


async def test_progress_says_what_is_known_of_the_chosen_skill() -> None:
    async with playing(StandIn(), start=Start(mode="progress")) as pilot:
        await until(pilot, lambda: "Hear before fixing: " in words(pilot))
        screen = pilot.app.screen
        assert isinstance(screen, ProgressScreen)
        assert all(len(line) <= 74 for prompt in prompts(screen) for line in prompt.splitlines())
        assert "From 1 call and 0 drills" in words(pilot)
        await pilot.press("down", "down")
        await until(pilot, lambda: "Own it: " in words(pilot))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, DrillSetScreen))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, ProgressScreen))
        await pilot.press("escape")
        await until(pilot, lambda: not isinstance(pilot.app.screen, ProgressScreen))


@pytest.mark.parametrize("mode", ["today", "progress"])
async def test_records_that_cannot_be_read_are_said_on_the_screen_and_one_can_leave(mode: str, tmp_path: Path) -> None:
    class Broken(StandIn):
        def records(self) -> Store:
            raise StoreError(Fault.NEWER, tmp_path)

    async with playing(Broken(), start=Start(mode=mode)) as pilot:
        await until(pilot, lambda: "newer Coolhead" in words(pilot))
        await pilot.press("escape")
        await until(pilot, lambda: len(pilot.app.screen_stack) == 1)
