"""The debrief's screens: from a point or score to its evidence, rule and words; a reply worded anew; a disagreement."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import DataTable

from scenarios.model import Scenario
from tests.trainer.tui.standin import StandIn
from tests.trainer.tui.test_play import on_call, send, until, words
from trainer.records.store import Store
from trainer.tui.app import CoolheadApp, Start
from trainer.tui.screens.briefing import BriefingScreen
from trainer.tui.screens.call import CallScreen
from trainer.tui.screens.debrief import DebriefScreen, PointBlock, ScoreLine
from trainer.tui.screens.disagree import DisagreeScreen
from trainer.tui.screens.evidence import EvidenceScreen
from trainer.tui.screens.retype import RetypeScreen
from trainer.tui.screens.transcript import TranscriptScreen
from trainer.tui.widgets.composer import Composer
from trainer.wiring import finish_call, start_call


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COOLHEAD_PACE", "0")


@asynccontextmanager
async def debriefed(backstage: StandIn, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Pilot[None]]:
    async with on_call(backstage, size) as pilot:
        await send(pilot, "I will send it, goodbye")
        await until(pilot, lambda: "The call is over." in words(pilot))
        await pilot.press("enter")
        await until(pilot, lambda: "The kettle came on Saturday." in words(pilot))
        await pilot.press("enter")
        await until(pilot, lambda: "how do you see it?" in words(pilot))
        await pilot.press("ctrl+s")
        await until(pilot, lambda: isinstance(pilot.app.screen, DebriefScreen))
        yield pilot


async def test_a_point_leads_to_its_evidence_its_rule_and_its_words() -> None:
    async with debriefed(StandIn()) as pilot:
        await pilot.press("tab")
        assert isinstance(pilot.app.screen.focused, PointBlock)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, EvidenceScreen) and "Stay with the [b]matter[/b]." in words(pilot))
        await pilot.press("t")
        await until(pilot, lambda: isinstance(pilot.app.screen, TranscriptScreen))
        assert "[I will] send it, goodbye" in words(pilot)


async def test_the_same_call_again_opens_over_the_debrief_which_escape_brings_back() -> None:
    async with debriefed(StandIn()) as pilot:
        there = pilot.app.screen
        await pilot.press("a")
        await until(pilot, lambda: isinstance(pilot.app.screen, BriefingScreen))
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen is there)
        await pilot.press("a")
        await until(pilot, lambda: isinstance(pilot.app.screen, BriefingScreen))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, CallScreen))


async def test_a_score_leads_to_its_own_evidence() -> None:
    async with debriefed(StandIn()) as pilot:
        await pilot.press("tab", "tab", "tab", "tab")
        focused = pilot.app.screen.focused
        assert isinstance(focused, ScoreLine)
        assert focused.dimension == "honesty"
        await pilot.press("enter")
        await until(pilot, lambda: "Honesty, +4: You stayed" in words(pilot))


async def test_a_score_says_how_far_it_can_be_trusted() -> None:
    async with debriefed(StandIn()) as pilot:
        assert "1 chance, take it lightly" in words(pilot)
        assert "Honesty rests on one moment." in words(pilot)


async def test_a_disagreement_is_one_key_and_stands_wherever_the_line_does() -> None:
    backstage = StandIn()
    async with debriefed(backstage) as pilot:
        await pilot.press("d")
        assert isinstance(pilot.app.screen, DebriefScreen), "without a point there is nothing to disagree with"
        await pilot.press("tab", "d")
        await until(pilot, lambda: isinstance(pilot.app.screen, DisagreeScreen))
        await pilot.press(*"not [b]so", "enter")
        await until(pilot, lambda: "You disagreed: “not [b]so”" in words(pilot))
        assert [said.reason for said in backstage.disagreed] == ["not [b]so"]
        await pilot.press("e")
        await until(pilot, lambda: isinstance(pilot.app.screen, EvidenceScreen) and "You disagreed: “not [b]so”" in words(pilot))
        await pilot.press("d")
        await until(pilot, lambda: isinstance(pilot.app.screen, DisagreeScreen))
        await pilot.press(*["backspace"] * 10, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, EvidenceScreen) and "You disagreed" not in words(pilot))
        await pilot.press("q")
        await until(pilot, lambda: isinstance(pilot.app.screen, DebriefScreen) and "You disagreed" not in words(pilot))


async def test_thinking_better_of_it_keeps_nothing() -> None:
    backstage = StandIn()
    async with debriefed(backstage) as pilot:
        await pilot.press("tab", "d")
        await until(pilot, lambda: isinstance(pilot.app.screen, DisagreeScreen))
        await pilot.press(*"no", "escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, DebriefScreen))
        assert backstage.disagreed == []


async def test_a_moment_that_cannot_be_played_again_is_said_and_the_screen_stays() -> None:
    async with debriefed(StandIn()) as pilot:
        await pilot.press("w")
        await until(pilot, lambda: isinstance(pilot.app.screen, RetypeScreen))
        pilot.app.screen.query_one(Composer).put("Another wording.")
        await pilot.press("enter")
        await until(pilot, lambda: "This moment cannot be played again. This stand-in cannot" in words(pilot))
        await pilot.press("escape")
        assert isinstance(pilot.app.screen, DebriefScreen)


async def test_a_reply_is_worded_anew_and_answered_and_nothing_of_it_is_kept(kettle: Scenario, tmp_path: Path) -> None:
    place = tmp_path / "records.db"
    with Store.open(place) as store:
        call, attempt = start_call(kettle, 7, store=store)
        assert attempt
        call.say("Calm down, it is only a kettle.")
        call.say("Well?")
        call.leave()
        finish_call(call, kettle, store, attempt)
        store.save_rating(attempt, {"calmness": 5, "turning_point": "At once."})
        kept = store.load(attempt)
    async with CoolheadApp(Start(resume=attempt, store=str(place))).run_test(size=(120, 60)) as pilot:
        await until(pilot, lambda: isinstance(pilot.app.screen, DebriefScreen) and "you: 5/5" in words(pilot))
        assert "You said it turned: “At once.”" in words(pilot)
        assert "By the mood it turned after your reply 1: Imre's anger rose" in words(pilot)
        await pilot.press("w")
        await until(pilot, lambda: isinstance(pilot.app.screen, RetypeScreen))
        for attempted in ("We packed the wrong kettle, that is our mistake.", "That is your own fault."):
            pilot.app.screen.query_one(Composer).put(attempted)
            await pilot.press("enter")
        await until(pilot, lambda: "Try 2" in words(pilot))
        shown = words(pilot)
        assert "owns the fault" in shown
        assert "puts it on the customer" in shown
        assert "Calmness, this no longer costs" in shown
    with Store.open(place) as store:
        assert store.load(attempt) == kept
        assert store.branches(attempt) == []


async def test_f7_says_what_the_terms_of_the_screen_mean_and_escape_goes_back() -> None:
    async with debriefed(StandIn()) as pilot:
        there = pilot.app.screen
        await pilot.press("f7")
        await until(pilot, lambda: "What the words here mean" in words(pilot))
        assert "Take it lightly\n" in words(pilot)
        assert "Listening\n" in words(pilot)
        await pilot.press("f7", "escape")
        await until(pilot, lambda: pilot.app.screen is there)


async def test_the_point_worded_anew_keeps_the_focus_for_the_next_key_and_one_notice_stands_once(monkeypatch: pytest.MonkeyPatch) -> None:
    async with debriefed(StandIn()) as pilot:
        there = pilot.app.screen
        told: list[str] = []
        monkeypatch.setattr(there, "notify", lambda message, **_: told.append(message))
        await pilot.press("d", "d", "d")
        await pilot.pause()
        assert len(told) == 1
        await pilot.press("w")
        await until(pilot, lambda: isinstance(pilot.app.screen, RetypeScreen))
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen is there)
        await pilot.press("d")
        await until(pilot, lambda: isinstance(pilot.app.screen, DisagreeScreen))


async def test_a_line_that_only_adds_up_says_so_where_it_is_disagreed_with() -> None:
    async with debriefed(StandIn()) as pilot:
        await pilot.press("e")
        await until(pilot, lambda: isinstance(pilot.app.screen, EvidenceScreen))
        shown = pilot.app.screen
        assert isinstance(shown, EvidenceScreen)
        shown._lines[0] = replace(shown._lines[0], row=None)
        shown.query_one(DataTable).move_cursor(row=0)
        await pilot.press("d")
        assert isinstance(pilot.app.screen, EvidenceScreen)
        assert [note for note in pilot.app._notifications if "only adds up" in note.message]
