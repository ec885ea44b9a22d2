"""The journeys through the screens: what a trainee presses, and what must then be readable."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from textual.content import Content
from textual.coordinate import Coordinate
from textual.pilot import Pilot
from textual.widgets import DataTable, OptionList, RadioSet, Static

from tests.trainer.tui.standin import StandIn
from trainer.picking.listed import Listed
from trainer.tui.app import CoolheadApp, Start
from trainer.tui.screens.call import CallScreen
from trainer.tui.screens.debrief import DebriefScreen
from trainer.tui.screens.ending import EndingScreen
from trainer.tui.screens.trouble import TroubleScreen
from trainer.tui.widgets.composer import Composer


def words(pilot: Pilot[None]) -> str:
    """Everything the present screen has to read, as plain text."""
    shown = [widget.visual for widget in pilot.app.screen.query(Static)]
    return "\n".join(visual.plain for visual in shown if isinstance(visual, Content))


def listed(pilot: Pilot[None]) -> str:
    """What the list on the present screen offers."""
    return "\n".join(str(option.prompt) for option in pilot.app.screen.query_one(OptionList).options)


async def until(pilot: Pilot[None], holds: Callable[[], bool]) -> None:
    """Wait until something holds, for twenty seconds at most on a busy machine."""
    for _ in range(1000):
        if holds():
            return
        await pilot.pause(0.02)
    raise AssertionError(f"never came about; the screen is {pilot.app.screen}:\n{words(pilot)}")


@asynccontextmanager
async def playing(backstage: StandIn, size: tuple[int, int] = (80, 24), start: Start | None = None) -> AsyncIterator[Pilot[None]]:
    async with CoolheadApp(start, backstage).run_test(size=size) as pilot:
        yield pilot


@asynccontextmanager
async def on_call(backstage: StandIn, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Pilot[None]]:
    async with playing(backstage, size, Start(scenario="kettle")) as pilot:
        await until(pilot, lambda: bool(pilot.app.screen.query("#pick-up")))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, CallScreen) and "Where is my kettle?" in words(pilot))
        yield pilot


async def send(pilot: Pilot[None], text: str) -> None:
    pilot.app.screen.query_one(Composer).put(text)
    await pilot.press("enter")


async def test_from_the_list_to_the_customers_answer_with_the_keyboard_alone() -> None:
    backstage = StandIn()
    async with playing(backstage) as pilot:
        await pilot.press("c")
        await until(pilot, lambda: bool(pilot.app.screen.query("#calls")) and pilot.app.screen.query_one("#calls", OptionList).option_count > 0)
        await pilot.press("enter")
        await until(pilot, lambda: "Refund up to 60 GBP without asking." in words(pilot))
        await pilot.press("enter")
        await until(pilot, lambda: "Where is my kettle?" in words(pilot))
        await pilot.press(*"Hi", "ctrl+j", *"Ada", "enter")
        await until(pilot, lambda: "You wrote 6 characters." in words(pilot))
        assert "Hi\nAda" in words(pilot)
        assert [e.kind for e in backstage.kept] == ["opened", "moved", "replied", "said", "moved", "replied"]


async def test_a_strangers_words_are_shown_and_never_obeyed() -> None:
    async with on_call(StandIn()) as pilot:
        await send(pilot, "[red]x[/red]")
        await until(pilot, lambda: "You wrote 12 characters." in words(pilot))
        shown = words(pilot)
        assert "[red]x[/red]" in shown
        assert "[bold]not bold[/bold]" in shown
        assert "‹RLO›flipped" in shown
        assert "\x1b" not in shown
        assert "👩‍👩‍👧 שלום" in shown
        await pilot.press("ctrl+p")
        await until(pilot, lambda: any("refund [/ to [b]card" in str(option.prompt) for option in pilot.app.screen.query_one(OptionList).options))


async def test_a_slash_uses_the_desk_and_tab_completes_it() -> None:
    backstage = StandIn()
    async with on_call(backstage, (120, 40)) as pilot:
        await send(pilot, "I will send another kettle")
        await until(pilot, lambda: "☐ to do /resend" in words(pilot))
        await pilot.press("slash", "r", "e", "s")
        await until(pilot, lambda: "send another one" in words(pilot))
        await pilot.press("tab")
        assert pilot.app.screen.query_one(Composer).text == "/resend "
        await pilot.press("enter")
        await until(pilot, lambda: "✓ done /resend: it is done" in words(pilot))
        assert "✓ done I will send another kettle" in words(pilot)
        await send(pilot, "/refund 5")
        await until(pilot, lambda: words(pilot).index("✓ done /refund") < words(pilot).index("✓ done /resend"))  # the newest stands first
        await send(pilot, "/dance")
        await until(pilot, lambda: "There is no action /dance." in words(pilot))
        assert pilot.app.screen.query_one(Composer).text == "/dance"
        await pilot.press(*"Hi")
        assert pilot.app.screen.query_one(Composer).text == "Hi", "typing on does not glue a reply to the command that failed"


async def test_the_desk_gives_way_on_a_small_screen_and_stands_beside_the_talk_on_a_wide_one() -> None:
    async with on_call(StandIn()) as pilot:
        talk, desk = pilot.app.screen.query_one("#talk"), pilot.app.screen.query_one("#desk")
        assert talk.size.width > 70
        assert not desk.size
        await pilot.press("f2")
        assert desk.size.width > 70
        assert not talk.size
        await pilot.resize_terminal(120, 40)
        assert talk.size.width > 60
        assert desk.size.width > 40
        await pilot.resize_terminal(40, 12)
        await pilot.press("escape")
        assert talk.size.width > 30


async def test_leaving_asks_once_and_holds_nothing_against_anyone() -> None:
    async with on_call(StandIn()) as pilot:
        await pilot.press("f8")
        assert "nothing is held against you" in words(pilot)
        await pilot.press("n")
        assert isinstance(pilot.app.screen, CallScreen)
        await pilot.press("f8", "y")
        await until(pilot, lambda: isinstance(pilot.app.screen, EndingScreen))
        assert "Nothing is held against you." in words(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, DebriefScreen))  # nothing was said in it, so there is nothing to rate


async def test_the_debrief_follows_the_trainees_own_rating() -> None:
    backstage = StandIn()
    async with on_call(backstage) as pilot:
        await send(pilot, "I will send another one, goodbye")
        await until(pilot, lambda: "The call is over." in words(pilot))
        assert "Settled. Ada Fell took what you offered. Press Enter" in words(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: "The kettle came on Saturday." in words(pilot))
        await pilot.press("enter")
        await until(pilot, lambda: "how do you see it?" in words(pilot))
        await pilot.press("enter")
        assert all(one.pressed_index < 0 for one in pilot.app.screen.query(RadioSet)), "an Enter too many answers nothing"
        await pilot.press("right", "enter")
        assert pilot.app.screen.query(RadioSet).first().pressed_index == 1, "what the arrow keys went to it takes"
        await pilot.press("4", "3", "5", "1", *"late", "ctrl+s")
        await until(pilot, lambda: isinstance(pilot.app.screen, DebriefScreen))
        assert backstage.ratings == {"one": {"calmness": 4, "listening": 3, "honesty": 5, "resolution": 1, "turning_point": "late"}}
        assert backstage.finished == ["one"]
        assert [event.kind for event in backstage.closed_with] == [event.kind for event in backstage.kept], "closed with every turn"
        shown = words(pilot)
        assert "Anger 70 at the start, 59 at the end." in shown
        assert "Ways out         not scored  you left the call" in shown, "scores go by the rubric's own names"
        assert shown.count("you left the call") == 1, "a reason is given once"
        assert "you: 4/5" in shown
        await pilot.press("e")
        await until(pilot, lambda: "[I will]" in words(pilot))
        table = pilot.app.screen.query_one(DataTable)
        assert str(table.get_cell_at(Coordinate(0, 0))) == "Calmness\nreply 1"
        assert table.max_scroll_x == 0, "nothing has to be scrolled sideways, even on 80 columns"


async def test_the_debrief_offers_the_second_part_and_a_key_begins_it() -> None:
    backstage = StandIn()
    backstage.follows = (Listed("kettle", "The kettle [b]again[/b]", "kitchen shop", 2),)
    async with on_call(backstage) as pilot:
        await send(pilot, "Goodbye, goodbye.")
        await until(pilot, lambda: "The call is over." in words(pilot))
        await pilot.press("enter")
        await until(pilot, lambda: "The kettle came on Saturday." in words(pilot))
        await pilot.press("enter")
        await until(pilot, lambda: "how do you see it?" in words(pilot))
        await pilot.press("ctrl+s")
        await until(pilot, lambda: isinstance(pilot.app.screen, DebriefScreen))
        assert "There is a second part: The kettle [b]again[/b]. It opens on what you promised; n begins it." in words(pilot)
        await pilot.press("n")
        await until(pilot, lambda: bool(pilot.app.screen.query("#pick-up")))


async def test_the_briefing_says_before_the_first_turn_what_is_scored_and_how_rough_it_gets() -> None:
    async with playing(StandIn(), start=Start(scenario="kettle")) as pilot:
        await until(pilot, lambda: bool(pilot.app.screen.query("#pick-up")))
        assert "Scored: calmness. F5 says how." in words(pilot)
        await until(pilot, lambda: "real: also attacks the company and your competence, no insults" in words(pilot))  # the usual intensity
        await pilot.press("i")
        await until(pilot, lambda: "calm: angry and impatient" in words(pilot))  # milder first
        await pilot.press("i")
        await until(pilot, lambda: "Still calm. The same key again: raw, also insults you and swears" in words(pilot))
        await pilot.press("h")
        await until(pilot, lambda: "Enter picks up the call; there you type." in words(pilot))
        await pilot.press("i")
        assert "raw: also insults" not in words(pilot), "whoever begins to type here switches no insults on"
        await pilot.press("i")
        await until(pilot, lambda: "raw: also insults you and swears" in words(pilot))
        await pilot.press("left")
        await until(pilot, lambda: "real: also attacks" in words(pilot))
        brief = pilot.app.screen.query_one("#brief")
        await pilot.press("pagedown")
        assert brief.scroll_y > 0, "the keys of a pager work wherever the focus stands"


async def test_enter_picks_up_as_the_dial_stands_wherever_the_focus_is() -> None:
    async with playing(StandIn(), start=Start(scenario="kettle")) as pilot:
        await until(pilot, lambda: bool(pilot.app.screen.query("#pick-up")))
        await pilot.press("i", "tab", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, CallScreen))
        assert isinstance(pilot.app.screen, CallScreen)
        live = pilot.app.screen.live
        assert (live.intensity, live.practice) == ("calm", True), "Enter on a tick is no way to untick it"


async def test_a_reply_that_comes_too_late_is_not_lost_without_a_word() -> None:
    async with on_call(StandIn()) as pilot:
        await send(pilot, "goodbye")
        await until(pilot, lambda: "The call is over." in words(pilot))
        await send(pilot, "one more thing")
        await until(pilot, lambda: "The call was already over." in words(pilot))
        assert isinstance(pilot.app.screen, CallScreen)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, EndingScreen))


async def test_an_unfinished_call_is_offered_first_and_goes_on() -> None:
    backstage = StandIn()
    async with on_call(backstage) as pilot:
        await send(pilot, "one moment")
        await until(pilot, lambda: "You wrote 10 characters." in words(pilot))
    async with playing(backstage) as pilot:
        await until(pilot, lambda: "after 1 reply" in listed(pilot))
        await pilot.press("enter")
        await until(pilot, lambda: "You wrote 10 characters." in words(pilot))


async def test_a_full_disk_is_said_and_the_call_goes_on() -> None:
    async with on_call(StandIn(full=True)) as pilot:
        assert "There is no room left on the disk." in words(pilot)
        await send(pilot, "hello")
        await until(pilot, lambda: "You wrote 5 characters." in words(pilot))


async def test_a_fault_of_ours_ends_in_an_apology_and_a_report() -> None:
    async with on_call(StandIn(broken=True)) as pilot:
        await send(pilot, "hello")
        await until(pilot, lambda: isinstance(pilot.app.screen, TroubleScreen))
        assert "bug-test.txt" in words(pilot)
        await pilot.press("escape")
        assert isinstance(pilot.app.screen, CallScreen)


async def test_an_unknown_scenario_is_answered_with_a_sentence() -> None:
    async with playing(StandIn(), start=Start(scenario="ketle")) as pilot:
        await until(pilot, lambda: "Did you mean 'kettle'?" in words(pilot))


async def test_enter_ends_the_word_of_a_command_that_is_only_begun() -> None:
    async with on_call(StandIn()) as pilot:
        await pilot.press("slash", "r", "e", "s", "enter")
        assert pilot.app.screen.query_one(Composer).text == "/resend "
        assert "/res." not in words(pilot)


async def test_what_is_typed_and_not_sent_is_there_again_when_the_call_is_gone_on_with() -> None:
    backstage = StandIn()
    async with on_call(backstage) as pilot:
        await send(pilot, "I will send another kettle")
        pilot.app.screen.query_one(Composer).put("half a thou")
        await until(pilot, lambda: backstage.drafts.get("one") == "half a thou")
    async with playing(backstage, start=Start(resume="one")) as pilot:
        await until(pilot, lambda: [written.text for written in pilot.app.screen.query(Composer)] == ["half a thou"])
    backstage.drafts["one"] = "I will send another kettle"
    async with playing(backstage, start=Start(resume="one")) as pilot:
        await until(pilot, lambda: isinstance(pilot.app.screen, CallScreen) and "another kettle" in words(pilot))
        assert not pilot.app.screen.query_one(Composer).text, "what was sent is no draft"
