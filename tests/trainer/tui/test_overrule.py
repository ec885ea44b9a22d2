"""A trainer's overrule in the terminal: by the palette of a kept call's debrief, and shown below the measured score."""

from __future__ import annotations

from textual.pilot import Pilot
from textual.widgets import Input

from tests.trainer.tui.standin import HOSTILE, StandIn
from tests.trainer.tui.test_play import on_call, send, until, words
from trainer.tui.screens.debrief import DebriefScreen
from trainer.tui.screens.ending import EndingScreen
from trainer.tui.screens.overrule import OverruleScreen


async def to_the_debrief(pilot: Pilot[None]) -> None:
    await send(pilot, "goodbye")
    await until(pilot, lambda: "The call is over." in words(pilot))
    await pilot.press("enter")
    await until(pilot, lambda: isinstance(pilot.app.screen, EndingScreen))
    await pilot.press("enter")
    await until(pilot, lambda: "how do you see it?" in words(pilot))
    await pilot.press("escape")
    await until(pilot, lambda: isinstance(pilot.app.screen, DebriefScreen))


async def at_the_form(pilot: Pilot[None]) -> OverruleScreen:
    await to_the_debrief(pilot)
    debrief = pilot.app.screen
    assert isinstance(debrief, DebriefScreen)
    (command,) = [command for command in pilot.app.get_system_commands(debrief) if command.title == "Overrule a score"]
    command.callback()
    await until(pilot, lambda: isinstance(pilot.app.screen, OverruleScreen))
    form = pilot.app.screen
    assert isinstance(form, OverruleScreen)
    return form


async def test_a_trainer_overrules_a_score() -> None:
    backstage = StandIn()
    async with on_call(backstage) as pilot:
        form = await at_the_form(pilot)
        await pilot.press("space", "tab", "5", "5", "tab")
        form.query_one("#reason", Input).value = HOSTILE
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "needs a name" in words(pilot))
        form.query_one("#by", Input).value = "J. Ortiz"
        await pilot.press("ctrl+s")
        await until(pilot, lambda: isinstance(pilot.app.screen, DebriefScreen))
        await until(pilot, lambda: "set to 55 by J. Ortiz on 22 Nov 2025: [bold]not bold" in words(pilot))
        assert "Calmness          72" in words(pilot)
        assert backstage.overrules[0].to == 55


async def test_a_form_that_is_not_whole_says_what_is_missing() -> None:
    backstage = StandIn()
    async with on_call(backstage) as pilot:
        await at_the_form(pilot)
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "Choose the score." in words(pilot))
        await pilot.press("space", "ctrl+s")
        await until(pilot, lambda: "a number from 0 to 100." in words(pilot).split("Your name")[1])
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, DebriefScreen))
        assert backstage.overrules == ()


async def test_a_call_that_is_not_kept_cannot_be_overruled() -> None:
    async with on_call(StandIn(full=True)) as pilot:
        await to_the_debrief(pilot)
        assert "Overrule a score" not in [command.title for command in pilot.app.get_system_commands(pilot.app.screen)]
