"""Coach, ledger and role swap on the screen: a draft held once, words found again, a call read from the other side."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from tests.trainer.tui.standin import StandIn
from tests.trainer.tui.test_play import on_call, send, until, words
from trainer.tui.screens.debrief import DebriefScreen
from trainer.tui.screens.further import FurtherTryScreen
from trainer.tui.screens.ledger import LedgerScreen
from trainer.tui.screens.transcript import TranscriptScreen
from trainer.tui.screens.turns import TurnsScreen
from trainer.tui.widgets.coach import CoachLine
from trainer.tui.widgets.composer import Composer

RUDE = "nonsense, nonsense"


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COOLHEAD_PACE", "0")


async def test_a_draft_is_held_once_and_sent_as_it_is_by_a_second_enter() -> None:
    backstage = StandIn()
    async with on_call(backstage) as pilot:
        await pilot.press("f6")
        await until(pilot, lambda: "The coach looks at each draft" in words(pilot))
        await send(pilot, RUDE)
        await until(pilot, lambda: "Coach: “nonsense, nonsense” reads as sharp" in words(pilot))
        composer, line = pilot.app.screen.query_one(Composer), pilot.app.screen.query_one(CoachLine)
        assert (composer.text, line.display) == (RUDE, True)
        assert "said" not in [event.kind for event in backstage.kept]
        await pilot.press("enter")
        await until(pilot, lambda: "You wrote 18 characters." in words(pilot))
        assert (composer.text, line.display) == ("", False)
        assert [body["coach"] for _, body in backstage.remarks] == ["on", "hint"]
        await pilot.press("up")
        assert composer.text == RUDE, "what was sent is remembered once"
        await pilot.press("up")
        assert composer.text == RUDE


async def test_a_changed_draft_goes_at_once_and_is_remarked() -> None:
    backstage = StandIn()
    async with on_call(backstage) as pilot:
        await pilot.press("f6")
        await send(pilot, RUDE)
        await until(pilot, lambda: pilot.app.screen.query_one(CoachLine).display)
        await send(pilot, "Let me look.")
        await until(pilot, lambda: "You wrote 12 characters." in words(pilot))
        assert [body["coach"] for _, body in backstage.remarks] == ["on", "hint", "changed"]


async def test_without_the_coach_nothing_is_held() -> None:
    backstage = StandIn()
    async with on_call(backstage) as pilot:
        await send(pilot, RUDE)
        await until(pilot, lambda: "You wrote 18 characters." in words(pilot))
        assert not backstage.remarks


async def test_the_coach_stands_beside_a_further_try_too() -> None:
    async with on_call(StandIn()) as pilot:
        await pilot.press("f6")
        await send(pilot, "Let me look.")
        await until(pilot, lambda: "You wrote 12 characters." in words(pilot))
        await pilot.press("f3")
        await until(pilot, lambda: isinstance(pilot.app.screen, TurnsScreen))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, FurtherTryScreen))
        await send(pilot, RUDE)
        await until(pilot, lambda: "Coach: “nonsense, nonsense” reads as sharp" in words(pilot))


async def debriefed(pilot: Pilot[None]) -> None:
    """To the debrief of a call of one reply that promises something."""
    await send(pilot, "I will send another kettle. goodbye")
    await until(pilot, lambda: "The call is over" in words(pilot))
    await pilot.press("enter", "enter")
    await until(pilot, lambda: "how do you see it?" in words(pilot))
    await pilot.press("escape")
    await until(pilot, lambda: isinstance(pilot.app.screen, DebriefScreen))


async def test_ones_own_reply_is_read_from_the_other_side_and_what_one_says_is_kept() -> None:
    backstage = StandIn()
    async with on_call(backstage) as pilot:
        await debriefed(pilot)
        await pilot.press("o")
        await until(pilot, lambda: "you are Ada Fell" in words(pilot) and "They answered you  (reply 1)" in words(pilot))
        await pilot.press("y")
        assert "You: " not in words(pilot), "first what is felt, then whether one is heard"
        await pilot.press("3", "y")
        await until(pilot, lambda: "You: angrier, heard." in words(pilot) and "Ada: calmer, not heard (anger 70, then 59)." in words(pilot))
        await until(pilot, lambda: bool(backstage.remarks))
        assert backstage.remarks[0][0] == "role-swap"
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, DebriefScreen))


async def test_the_ledger_shows_the_words_and_goes_to_them() -> None:
    async with on_call(StandIn()) as pilot:
        await debriefed(pilot)
        await pilot.press("l")
        await until(pilot, lambda: isinstance(pilot.app.screen, LedgerScreen))
        await until(pilot, lambda: "1 still open." in words(pilot) and "[I will send another kettle. goodbye]" in words(pilot))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, TranscriptScreen) and "[I will send another kettle. goodbye]" in words(pilot))
        await pilot.press("escape", "escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, DebriefScreen))
