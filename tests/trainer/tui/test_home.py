"""Home and the list of calls, as somebody meets them: what stands there, what its keys open, what a search finds."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, OptionList

from tests.trainer.tui.standin import HOSTILE, StandIn
from tests.trainer.tui.test_play import listed, on_call, playing, send, until, words
from trainer import home, modes
from trainer.errors import ContentError
from trainer.modes import MODES, Mode
from trainer.picking.listed import Listed
from trainer.records.practices import Kind, Practices
from trainer.records.store import Store
from trainer.tui.app import CoolheadApp
from trainer.tui.screens.call import CallScreen
from trainer.tui.screens.choosing import ChoosingScreen
from trainer.tui.screens.home import HomeScreen
from trainer.tui.screens.scenarios import ScenariosScreen

LISTS = "trainer.tui.screens.scenarios:ScenariosScreen"


def shelf() -> StandIn:
    """A backstage with a few calls to choose among."""
    there = StandIn()
    there.more = (
        Listed(
            "boiler", "Two men [b]and[/b] no heat", "boiler repairs", 3, customer="Pearl Stubbs", about="79, retired nurse", principles=("004.11",), minutes=13
        ),
        Listed("fare", "The last ferry", "ferry", 1, customer="Iain Mór", about=HOSTILE, principles=("001.2",), minutes=6),
        Listed("account", "The safe account", "bank", 4, customer="Rowena Castle", about="66, secretary", principles=("004.11",), minutes=22),
    )
    return there


async def at_the_list(pilot: Pilot[None]) -> None:
    await pilot.press("c")
    await until(pilot, lambda: isinstance(pilot.app.screen, ScenariosScreen) and "4 calls" in words(pilot))


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (40, 12)])
async def test_somebody_new_speaks_with_a_customer_after_enter_twice(size: tuple[int, int]) -> None:
    backstage = StandIn()
    async with playing(backstage, size) as pilot:
        await until(pilot, lambda: "Your first call" in listed(pilot))
        await pilot.press("enter")
        await until(pilot, lambda: "You are scored on" in words(pilot))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, CallScreen) and "Where is my kettle?" in words(pilot))
        assert backstage.kept[0].kind == "opened"


async def test_enter_before_anything_is_known_waits_for_it() -> None:
    async with playing(StandIn()) as pilot:
        await pilot.press("enter")
        await until(pilot, lambda: "You are scored on" in words(pilot))


async def test_home_shows_every_mode_and_its_key_opens_it() -> None:
    async with playing(shelf()) as pilot:
        for mode in MODES:
            assert mode.title in listed(pilot)
        await at_the_list(pilot)
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, HomeScreen))
        assert isinstance(pilot.app, CoolheadApp)
        offered = [command.title for command in pilot.app.get_system_commands(pilot.app.screen)]
        assert [mode.title for mode in MODES] == offered[: len(MODES)]


async def test_a_practice_put_aside_and_what_is_due_are_said(monkeypatch: pytest.MonkeyPatch) -> None:
    shift = Mode(name="shift", key="s", title="Shift", about="a queue", screen=LISTS, plain="", due=f"{__name__}:due")
    for where in (modes, home):
        monkeypatch.setattr(where, "MODES", (*(mode for mode in MODES if mode.name != "shift"), shift))
    with Store.open() as store:
        Practices(store).begin(Kind.SHIFT, {})
    async with playing(StandIn()) as pilot:
        await until(pilot, lambda: "put aside" in listed(pilot))
        await until(pilot, lambda: "Two reps ␛[2J are due." in words(pilot))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ScenariosScreen))


def due(_store: Store, _now: object) -> str:
    return "Two reps \x1b[2J are due."


async def test_records_that_cannot_be_read_keep_nobody_out(monkeypatch: pytest.MonkeyPatch) -> None:
    backstage = StandIn()

    def refuse() -> Store:
        raise ContentError("The records are broken.")

    monkeypatch.setattr(backstage, "records", refuse)
    async with playing(backstage) as pilot:
        await until(pilot, lambda: "The records are broken." in words(pilot))
        await pilot.press("c")
        await until(pilot, lambda: isinstance(pilot.app.screen, ScenariosScreen) and "The records are broken." in words(pilot))
        await pilot.press("enter")
        await until(pilot, lambda: "Refund up to 60 GBP without asking." in words(pilot))


async def test_other_forms_of_practice_are_not_opened_over_a_call() -> None:
    async with on_call(StandIn()) as pilot:
        assert isinstance(pilot.app, CoolheadApp)
        offered = {command.title for command in pilot.app.get_system_commands(pilot.app.screen)}
        assert not offered & {mode.title for mode in MODES}


async def test_the_search_takes_the_very_next_key_and_forgives_a_slip() -> None:
    async with playing(shelf()) as pilot:
        await at_the_list(pilot)
        await pilot.press("slash", *"bolier")
        await until(pilot, lambda: "1 of 4 calls fits: “bolier”." in words(pilot))
        assert "Two men [b]and[/b] no heat" in listed(pilot)
        await pilot.press("escape")
        await until(pilot, lambda: "4 calls, easiest first." in words(pilot))
        assert isinstance(pilot.app.screen.focused, OptionList)
        await pilot.press("slash", *"kettle", "enter")
        await until(pilot, lambda: "Refund up to 60 GBP without asking." in words(pilot))


async def test_choosing_narrows_and_nothing_found_offers_ways_out() -> None:
    async with playing(shelf()) as pilot:
        await at_the_list(pilot)
        await pilot.press("p")
        await until(pilot, lambda: isinstance(pilot.app.screen, ChoosingScreen))
        assert "Say no when it is no, and offer what you can (004.11): 2 calls" in listed(pilot)
        await pilot.press("down", "down", "enter")
        await until(pilot, lambda: "2 of 4 calls fit: principle 004.11" in words(pilot))
        await pilot.press("l", "down", "enter")
        await until(pilot, lambda: "level 3, hard" in words(pilot))
        assert "x shows all." in words(pilot)
        await pilot.press("slash", *"zzz")
        await until(pilot, lambda: "No call fits: “zzz”" in words(pilot))
        assert "Without “zzz”: 1 call" in listed(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: "1 of 4 calls fits: level 3" in words(pilot))
        assert pilot.app.screen.query_one("#search", Input).value == ""
        await pilot.press("x")
        await until(pilot, lambda: "4 calls, easiest first." in words(pilot))


async def test_a_long_choice_is_narrowed_by_typing() -> None:
    backstage = shelf()
    backstage.more += tuple(Listed(f"x{n}", f"Call {n}", f"trade {n}", 2, minutes=12) for n in range(9))
    async with playing(backstage) as pilot:
        await pilot.press("c")
        await until(pilot, lambda: "13 calls" in words(pilot))
        await pilot.press("t")
        await until(pilot, lambda: isinstance(pilot.app.screen, ChoosingScreen))
        await pilot.press(*"rep", "enter")
        await until(pilot, lambda: "fits: trade boiler repairs" in words(pilot))


async def test_order_puts_the_shortest_first_and_a_strangers_words_stay_words() -> None:
    async with playing(shelf()) as pilot:
        await at_the_list(pilot)
        await pilot.press("o", "down", "down", "enter")
        await until(pilot, lambda: "shortest first" in words(pilot))
        assert listed(pilot).startswith("  The last ferry   ferry · level 1 · 6 min")
        assert "\x1b" not in listed(pilot)


async def test_a_call_picked_from_the_list_comes_back_to_it_and_is_in_it() -> None:
    backstage = shelf()
    async with playing(backstage) as pilot:
        await at_the_list(pilot)
        await pilot.press("slash", *"kettle", "enter")
        await until(pilot, lambda: bool(pilot.app.screen.query("#pick-up")))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, CallScreen))
        await send(pilot, "one moment")
        await until(pilot, lambda: "You wrote 10 characters." in words(pilot))
        assert isinstance(pilot.app, CoolheadApp)
        pilot.app.home()
        await until(pilot, lambda: isinstance(pilot.app.screen, ScenariosScreen) and "after 1 reply" in listed(pilot))
        assert "Your calls of these" in listed(pilot), "the search stands as it was"
