"""Rewind on the screens: from the debrief and in practice, marked as a further try, both futures side by side, and back."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import OptionList

from tests.trainer.tui.standin import StandIn
from tests.trainer.tui.test_play import on_call, playing, send, until, words
from trainer.records.store import Store
from trainer.tui.app import CoolheadApp, Start
from trainer.tui.screens.call import CallScreen
from trainer.tui.screens.comparison import ComparisonScreen
from trainer.tui.screens.debrief import DebriefScreen
from trainer.tui.screens.further import FurtherTryScreen
from trainer.tui.screens.turns import TurnsScreen
from trainer.tui.widgets.composer import Composer


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COOLHEAD_PACE", "0")


async def on(pilot: Pilot[None], screen: type) -> None:
    await until(pilot, lambda: type(pilot.app.screen) is screen)


async def test_in_practice_a_turn_is_taken_again_beside_the_call_which_stays_as_it_was() -> None:
    backstage = StandIn()
    async with on_call(backstage) as pilot:
        await send(pilot, "First [b]words[/b]")
        await until(pilot, lambda: "You wrote 18 characters." in words(pilot))
        await send(pilot, "Second words")
        await until(pilot, lambda: "You wrote 12 characters." in words(pilot))
        await pilot.press("f3")
        await on(pilot, TurnsScreen)
        listed = "\n".join(str(option.prompt) for option in pilot.app.screen.query_one(OptionList).options)
        assert "Your reply 1" in listed
        assert "You: First [b]words[/b]" in listed
        assert pilot.app.screen.query_one(OptionList).highlighted == 1, "the last turn is at hand"
        assert [str(option.prompt)[:2] for option in pilot.app.screen.query_one(OptionList).options] == ["  ", "▸ "], "and marked by a sign"
        await pilot.press("up", "enter")
        await on(pilot, FurtherTryScreen)
        assert backstage.branches == [("one", 1)]
        assert "Second try, from your reply 1; your first one counts." in words(pilot)
        assert "In your first try, your reply 1 stood here. Try it otherwise.\nFirst [b]words[/b]" in words(pilot)
        assert "Second words" not in words(pilot)
        await pilot.press("up")
        assert pilot.app.screen.query_one(Composer).text == "First [b]words[/b]", "the old words can be mended"
        await send(pilot, "Better words.")
        await until(pilot, lambda: "You wrote 13 characters." in words(pilot))
        await pilot.press("f8")
        await on(pilot, ComparisonScreen)
        shown = words(pilot)
        assert "Second try beside the first try, from your reply 1 on" in shown
        assert "Better words." in shown
        assert "Second words" in shown
        assert "From that turn on: 2 replies in your first try, 1 reply in your second try." in shown
        await pilot.press("q")
        await until(pilot, lambda: type(pilot.app.screen) is CallScreen)
        assert "Second words" in words(pilot)
        assert "Better words." not in words(pilot)
        assert [event.text for event in backstage.kept if event.kind == "said"] == ["First [b]words[/b]", "Second words"]


async def test_a_stopped_try_goes_on_and_one_without_a_word_is_not_compared() -> None:
    async with on_call(StandIn()) as pilot:
        await send(pilot, "First words")
        await until(pilot, lambda: "You wrote 11 characters." in words(pilot))
        await pilot.press("f3", "enter")
        await on(pilot, FurtherTryScreen)
        await pilot.press("f8")
        await on(pilot, CallScreen)
        await pilot.press("f3", "enter")
        await on(pilot, FurtherTryScreen)
        await send(pilot, "Better words.")
        await until(pilot, lambda: "You wrote 13 characters." in words(pilot))
        await pilot.press("f8")
        await on(pilot, ComparisonScreen)
        await pilot.press("g")
        await on(pilot, FurtherTryScreen)
        shown = words(pilot)
        assert shown.index("stood here. Try it otherwise.") < shown.index("Better words.")
        await send(pilot, "That is all, goodbye")
        await until(pilot, lambda: "The call is over." in words(pilot))
        await pilot.press("enter")
        await on(pilot, ComparisonScreen)
        assert "Second try: Settled. Ada took what you offered. Another kettle is on its way." in words(pilot)
        await pilot.press("g")
        assert type(pilot.app.screen) is ComparisonScreen, "what is over does not go on"
        await pilot.press("d")
        await on(pilot, DebriefScreen)
        await pilot.press("q")
        await on(pilot, ComparisonScreen)


async def test_an_empty_try_is_replaced_and_what_is_compared_stands_beside_the_first() -> None:
    backstage = StandIn()
    async with on_call(backstage) as pilot:
        for reply in ("First words", "Second words."):
            await send(pilot, reply)
            await until(pilot, lambda: f"You wrote {len(reply)} characters." in words(pilot))  # noqa: B023 - awaited here
        await pilot.press("f3", "enter")
        await on(pilot, FurtherTryScreen)
        await pilot.press("f3")
        await on(pilot, TurnsScreen)
        assert [option.id for option in pilot.app.screen.query_one(OptionList).options] == ["turn:1", "turn:3"], "those of the first try"
        assert pilot.app.screen.query_one(OptionList).highlighted == 1, "the turn that was chosen before"
        await pilot.press("up", "enter")
        await on(pilot, FurtherTryScreen)
        assert backstage.branches == [("one", 1)]
        await send(pilot, "Better words.")
        await until(pilot, lambda: "You wrote 13 characters." in words(pilot))
        await send(pilot, "Further words")
        await until(pilot, lambda: words(pilot).count("You wrote 13 characters.") == 2)
        await pilot.press("f3")
        await on(pilot, TurnsScreen)
        await pilot.press("down", "enter")
        await on(pilot, FurtherTryScreen)
        assert backstage.branches[-1] == ("branch-1", 3)
        await send(pilot, "Best of words")
        await until(pilot, lambda: words(pilot).count("You wrote 13 characters.") == 2)
        await pilot.press("escape")
        assert "Stop this try?" in words(pilot)
        await pilot.press("n", "escape", "y")
        await on(pilot, ComparisonScreen)
        assert "Third try beside the first try, from your reply 1 on" in words(pilot)
        assert "First words" in words(pilot)
        await pilot.press("escape")
        await on(pilot, CallScreen)
        assert not [screen for screen in pilot.app.screen_stack if isinstance(screen, FurtherTryScreen)]


async def test_escape_leaves_an_empty_try_with_a_word() -> None:
    backstage = StandIn()
    async with on_call(backstage) as pilot:
        await send(pilot, "First words")
        await until(pilot, lambda: "You wrote 11 characters." in words(pilot))
        await pilot.press("f3", "enter")
        await on(pilot, FurtherTryScreen)
        await pilot.press("x", "escape")
        assert "Stop this try?" in words(pilot), "what was typed is not thrown away unasked"
        await pilot.press("n", "backspace", "escape")
        await on(pilot, CallScreen)
        await until(pilot, lambda: backstage.branches == [])
        assert "Nothing was said in that try. It is not kept." in [note.message for note in pilot.app._notifications]


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_two_stand_beside_each_other_where_there_is_room(size: tuple[int, int]) -> None:
    async with on_call(StandIn(), size) as pilot:
        await send(pilot, "First words")
        await until(pilot, lambda: "You wrote 11 characters." in words(pilot))
        await pilot.press("f3", "enter")
        await on(pilot, FurtherTryScreen)
        await send(pilot, "Better words.")
        await until(pilot, lambda: "You wrote 13 characters." in words(pilot))
        await pilot.press("f8")
        await on(pilot, ComparisonScreen)
        await pilot.pause()
        before, after = pilot.app.screen.query(".pair").first().query(".side")
        assert (before.region.y == after.region.y) is (size[0] > 100)
        assert before.region.right <= after.region.x or before.region.bottom <= after.region.y


async def test_in_a_test_nothing_is_taken_again_before_the_debrief() -> None:
    async with playing(StandIn(), start=Start(scenario="kettle")) as pilot:
        await until(pilot, lambda: bool(pilot.app.screen.query("#pick-up")))
        await pilot.press("p", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, CallScreen) and "Where is my kettle?" in words(pilot))
        await send(pilot, "First words, goodbye")
        await until(pilot, lambda: "The call is over." in words(pilot))
        await pilot.press("f3")
        assert type(pilot.app.screen) is CallScreen
        await pilot.press("enter")
        await until(pilot, lambda: "To the debrief" in str(pilot.app.screen.active_bindings["enter"].binding.description))
        await pilot.press("enter")
        await until(pilot, lambda: "how do you see it?" in words(pilot))
        await pilot.press("escape")
        await on(pilot, DebriefScreen)
        await pilot.press("r")
        await on(pilot, TurnsScreen)
        await pilot.press("enter")
        await on(pilot, FurtherTryScreen)
        assert pilot.app.screen.query("#again")


async def test_a_typed_rewind_says_why_not() -> None:
    async with on_call(StandIn()) as pilot:
        await send(pilot, "/rewind")
        await until(pilot, lambda: "You have taken no turn yet." in words(pilot))
        await send(pilot, "First words")
        await until(pilot, lambda: "You wrote 11 characters." in words(pilot))
        await send(pilot, "/rewind")
        await on(pilot, TurnsScreen)
        await pilot.press("q")
        await on(pilot, CallScreen)


async def test_with_the_real_parts_a_branch_is_kept_listed_and_read_again(kettle_file: Path, tmp_path: Path) -> None:
    place = tmp_path / "records.db"
    async with CoolheadApp(Start(scenario=str(kettle_file), seed=3, store=str(place))).run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: bool(pilot.app.screen.query("#pick-up")))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, CallScreen) and "I ordered" in words(pilot))
        await send(pilot, "That is your own fault.")
        await until(pilot, lambda: "That is your own fault." in words(pilot))
        await pilot.press("f3")
        await on(pilot, TurnsScreen)
        await pilot.press("enter")
        await on(pilot, FurtherTryScreen)
        await send(pilot, "I am sorry, we packed the wrong kettle. That was our mistake.")
        await until(pilot, lambda: words(pilot).count("Imre Halasz  ") >= 2)
    with Store.open(place) as store:  # as after a killed process
        (first,) = store.unfinished()
        (branch,) = store.branches(first.id)
        assert branch.finished is None
    async with CoolheadApp(Start(resume=first.id, store=str(place))).run_test(size=(80, 24)) as pilot:
        await on(pilot, CallScreen)
        await pilot.press("f3")
        await until(pilot, lambda: any("Second try" in str(option.prompt) for option in pilot.app.screen.query(OptionList).first().options))
        await pilot.press("end", "enter")
        await on(pilot, ComparisonScreen)
        assert "I am sorry, we packed the wrong kettle." in words(pilot)
        assert " better" in words(pilot)
        await pilot.press("g")
        await on(pilot, FurtherTryScreen)
