"""Drills on the screen: choose, answer, word anew, go on, leave and go on with the set."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from textual.css.query import NoMatches
from textual.pilot import Pilot
from textual.widgets import OptionList, Static

from trainer.records.practices import Kind, Practices
from trainer.records.store import Store
from trainer.tui.app import CoolheadApp, Start
from trainer.tui.screens.drill import DrillScreen
from trainer.tui.screens.drill_set import DrillSetScreen
from trainer.tui.widgets.composer import Composer


async def until(pilot: Pilot[None], there: object) -> None:
    assert callable(there)
    for _ in range(1000):
        await pilot.pause(0.05)
        with suppress(NoMatches):  # the screen is there, and not yet what is on it
            if there():
                return
    raise AssertionError("it never came")


def shown(app: CoolheadApp, selector: str) -> str:
    return str(app.screen.query_one(selector, Static).render())


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_a_set_from_the_list_to_a_kept_reply_and_back(tmp_path: Path, size: tuple[int, int]) -> None:
    place = tmp_path / "records.db"
    app = CoolheadApp(Start(mode="drill", store=str(place)))
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: isinstance(app.screen, DrillScreen) and any(one.option_count == 15 for one in app.screen.query(OptionList)))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, DrillSetScreen))
        await until(pilot, lambda: "1 of 10" in shown(app, "#head"))
        await pilot.press(*"sorry", "enter")
        await until(pilot, lambda: app.screen.query(".came"))
        assert "Not yet." in shown(app, ".came")
        await pilot.press("r")
        assert isinstance(app.focused, Composer)
        await pilot.press(*"sorry", "enter")
        await until(pilot, lambda: not app.screen.query_one(Composer).display)
        await pilot.press("enter")
        await until(pilot, lambda: "2 of 10" in shown(app, "#head"))
        assert not app.screen.query(".came")
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, DrillScreen) and any(one.option_count == 16 for one in app.screen.query(OptionList)))
    with Store.open(place) as store:
        assert [step.body["first"] for step in Practices(store).steps_of(Kind.DRILL, "answered")] == [True, False]


async def test_a_short_set_of_a_named_skill_ends_with_what_to_take_from_it(tmp_path: Path) -> None:
    app = CoolheadApp(Start(mode="drill", asked={"skill": "own-it", "count": 1, "seed": 1}, store=str(tmp_path / "records.db")))
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, DrillSetScreen))
        for _ in range(2):  # the mistake comes back
            await pilot.press(*"sorry", "enter")
            await until(pilot, lambda: app.screen.query(".came"))
            await pilot.press("enter")
            await until(pilot, lambda: not app.screen.query(".came"))
        assert "the set is over" in shown(app, "#head")
        assert "0 of 1 drill done" in shown(app, "#put")
        await pilot.press("enter")
        await until(pilot, lambda: not isinstance(app.screen, DrillSetScreen | DrillScreen))
