"""The second opinion on the screen: one key where the settings ask for it, told as it comes, stopped when it is left."""

from __future__ import annotations

from concurrent.futures import Future

import pytest
from textual.command import CommandPalette
from textual.pilot import Pilot
from textual.widgets import Footer, OptionList

from tests.trainer.opinion.answering import Answering, HostileAnswering, first_of_all, holding_to
from tests.trainer.tui.standin import HOSTILE, StandIn
from tests.trainer.tui.test_debrief import debriefed
from tests.trainer.tui.test_play import on_call, send, until, words
from trainer.settings.current import change
from trainer.tui.screens.debrief import DebriefScreen
from trainer.tui.screens.opinion import OpinionScreen
from trainer.tui.screens.settings import SettingsScreen
from trainer.voices.drafter import Messages
from trainer.voices.weigher import Weighed


def house(asked: Answering | None = None) -> StandIn:
    change({"second_opinion": True})
    backstage = StandIn()
    backstage.asked = asked
    return backstage


def footer(pilot: Pilot[None]) -> str:
    return " ".join(key.description for key in pilot.app.screen.query_one(Footer).query("FooterKey"))  # type: ignore[attr-defined]


async def test_it_is_off_and_the_palette_leads_to_its_setting() -> None:
    async with debriefed(StandIn()) as pilot:
        assert "Opinion" not in footer(pilot)
        await pilot.press("s")
        assert isinstance(pilot.app.screen, DebriefScreen)
        (command,) = [one for one in pilot.app.get_system_commands(pilot.app.screen) if one.title.startswith("Second opinion")]
        assert command.title == "Second opinion (off)"
        command.callback()
        await until(pilot, lambda: isinstance(pilot.app.screen, SettingsScreen) and "Second opinion: no" in words(pilot))
        await pilot.press("right", "escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, DebriefScreen) and "Opinion" in footer(pilot))


async def test_switched_on_in_the_palette_its_key_is_there_at_once() -> None:
    async with debriefed(StandIn()) as pilot:
        await pilot.press("ctrl+p")
        await until(pilot, lambda: isinstance(pilot.app.screen, CommandPalette))
        await pilot.press(*"second opinion yes")
        await until(pilot, lambda: any("Second opinion: yes" in str(one.prompt) for one in pilot.app.screen.query_one(OptionList).options))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, DebriefScreen) and "Opinion" in footer(pilot))


async def test_answers_are_told_under_their_own_heading_and_asked_for_once() -> None:
    model = Answering(holding_to("Yes,"))
    async with debriefed(house(model)) as pilot:
        await pilot.pause()
        assert "Opinion" in footer(pilot)
        assert all(key.region.right <= 80 for key in pilot.app.screen.query("FooterKey")), "no key is cut"
        before = words(pilot)
        await pilot.press("s")
        await until(pilot, lambda: "Talks down to the customer: yes" in words(pilot))
        shown = words(pilot)
        assert "A second opinion, not part of your score" in shown
        assert "Your reply 1: “I will send it, goodbye”" in shown
        await until(pilot, lambda: "Asking" not in words(pilot))
        asked = len(model.prompts)
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, DebriefScreen))
        assert words(pilot) == before, "nothing of it comes into the debrief"
        await pilot.press("s")
        await until(pilot, lambda: "Talks down to the customer: yes" in words(pilot))
        assert len(model.prompts) == asked


async def test_a_strangers_words_in_a_reply_are_shown_and_never_obeyed() -> None:
    async with on_call(house(Answering(holding_to("No,")))) as pilot:
        await send(pilot, f"{HOSTILE} goodbye")
        await until(pilot, lambda: "The call is over." in words(pilot))
        await pilot.press("enter")
        await until(pilot, lambda: "The kettle came on Saturday." in words(pilot))
        await pilot.press("enter")
        await until(pilot, lambda: "how do you see it?" in words(pilot))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, DebriefScreen))
        await pilot.press("s")
        await until(pilot, lambda: "Talks down to the customer: no" in words(pilot))
        assert "[bold]not bold[/bold]" in words(pilot)


async def test_no_model_is_said_and_nothing_breaks() -> None:
    async with debriefed(house()) as pilot:
        await pilot.press("s")
        await until(pilot, lambda: "No model is named to ask." in words(pilot))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, DebriefScreen))


class Hanging(Answering):
    def weigh(self, messages: Messages, answers: object, beside: Messages = ()) -> Future[Weighed]:  # noqa: ARG002
        return Future()


async def test_whoever_leaves_stops_it() -> None:
    model = Hanging(first_of_all)
    async with debriefed(house(model)) as pilot:
        await pilot.press("s")
        await until(pilot, lambda: isinstance(pilot.app.screen, OpinionScreen))
        await pilot.pause(0.1)
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, DebriefScreen) and model.cancelled == 1)


@pytest.mark.parametrize("seed", range(3))
async def test_a_hostile_model_does_no_harm(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("trainer.opinion.asking.EACH", 0.02)
    async with debriefed(house(HostileAnswering(seed))) as pilot:
        await pilot.press("s")
        await until(pilot, lambda: (isinstance(pilot.app.screen, OpinionScreen) and "Talks down" in words(pilot)) or "not asked further" in words(pilot))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, DebriefScreen))
