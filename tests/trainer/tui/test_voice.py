"""A model's words on the screen: typing at once, word by word, cut short by whoever does not wait; and choosing a voice."""

from __future__ import annotations

import threading

import pytest
from textual.widgets import Input, RadioSet

from scenarios.transcript import CustomerSaid, Event, RepSaid
from tests.trainer.tui.standin import StandIn, StandInCall
from tests.trainer.tui.test_play import on_call, playing, send, until, words
from trainer.tui.screens.voice import VoiceScreen
from trainer.tui.widgets.composer import Composer
from trainer.tui.widgets.transcript import TurnBlock
from trainer.voices.choice import VoiceChoice

LINE = "Nine days now, and still no kettle. Where is it?"


class Drafting(StandInCall):
    """Words are found only when somebody says so, or hurries."""

    found = threading.Event()
    hurried = False
    tells = ""

    def hurry(self) -> None:
        Drafting.hurried = True
        self.found.set()

    def _take(self, *fresh: Event) -> tuple[Event, ...]:
        taken: list[Event] = []
        for event in fresh:
            if isinstance(event, CustomerSaid) and isinstance(fresh[0], RepSaid):
                if self.on_drafting:
                    self.on_drafting()
                self.found.wait(10)
                self.aside = self.tells
                event = event.model_copy(update={"text": LINE, "voice": "model"})
            taken += super()._take(event)
        return tuple(taken)


@pytest.fixture
def drafting(monkeypatch: pytest.MonkeyPatch) -> StandIn:
    monkeypatch.setattr("tests.trainer.tui.standin.StandInCall", Drafting)
    Drafting.found, Drafting.hurried = threading.Event(), False
    return StandIn()


async def test_what_was_sent_stands_at_once_and_the_customer_types(drafting: StandIn) -> None:
    async with on_call(drafting) as pilot:
        await send(pilot, "Let me look.")
        await until(pilot, lambda: "Let me look." in words(pilot) and "is typing" in words(pilot))
        assert LINE not in words(pilot)
        await pilot.press(*"I se")
        assert pilot.app.screen.query_one(Composer).text == "I se", "and one may type on"
        assert not Drafting.hurried
        Drafting.found.set()
        await until(pilot, lambda: LINE in words(pilot))
        assert "is typing" not in words(pilot)
        assert words(pilot).count("Let me look.") == 1


async def test_escape_does_not_wait(drafting: StandIn) -> None:
    async with on_call(drafting) as pilot:
        await send(pilot, "Let me look.")
        await until(pilot, lambda: "is typing" in words(pilot))
        await pilot.press("escape")
        await until(pilot, lambda: LINE in words(pilot))
        assert Drafting.hurried


async def test_leaving_does_not_wait_either(drafting: StandIn) -> None:
    async with on_call(drafting) as pilot:
        await send(pilot, "Let me look.")
        await until(pilot, lambda: "is typing" in words(pilot))
        await pilot.press("f8", "y")
        await until(pilot, lambda: any(event.kind == "ended" for event in drafting.kept))


async def test_the_words_come_one_by_one_and_whole_with_any_key(drafting: StandIn, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COOLHEAD_PACE", "5")
    Drafting.found.set()
    async with on_call(drafting) as pilot:
        await send(pilot, "Let me look.")
        await until(pilot, lambda: any(block.text == LINE for block in pilot.app.screen.query(TurnBlock)))
        assert LINE not in words(pilot)
        await pilot.press("x")
        await until(pilot, lambda: LINE in words(pilot))


async def test_under_reduced_motion_the_words_are_there_at_once(drafting: StandIn, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COOLHEAD_PACE", "5")
    Drafting.found.set()
    async with on_call(drafting) as pilot:
        pilot.app.animation_level = "none"
        await send(pilot, "Let me look.")
        await until(pilot, lambda: any(block.text == LINE for block in pilot.app.screen.query(TurnBlock)))
        assert LINE in words(pilot)


async def test_a_voice_is_chosen_with_the_keyboard() -> None:
    backstage = StandIn()
    async with playing(backstage) as pilot:
        await pilot.pause()
        pilot.app.action_voice()  # type: ignore[attr-defined]
        await until(pilot, lambda: isinstance(pilot.app.screen, VoiceScreen) and isinstance(pilot.app.focused, RadioSet))
        assert not pilot.app.screen.query_one("#place", Input).display
        await pilot.press("down", "down", "enter")
        await until(pilot, lambda: bool(pilot.app.screen.query_one("#place", Input).display))
        await pilot.press("tab", *"http://127.0.0.1:9", "enter")
        await until(pilot, lambda: not isinstance(pilot.app.screen, VoiceScreen))
        assert backstage.chosen == VoiceChoice.model_validate({"voice": "http", "url": "http://127.0.0.1:9"})


async def test_a_word_about_the_voice_is_told(drafting: StandIn, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Drafting, "tells", "The model is off.")
    Drafting.found.set()
    async with on_call(drafting) as pilot:
        await send(pilot, "Let me look.")
        await until(pilot, lambda: "The model is off." in words(pilot))
