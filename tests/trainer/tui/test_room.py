"""A room on the screen: by keys alone from the list to the sheet, nothing cut at 80 by 24, what was done is there after a kill."""

from __future__ import annotations

import importlib
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from threading import Event

import pytest
from textual import events
from textual.content import Content
from textual.pilot import Pilot
from textual.widgets import Input, OptionList, Static

from trainer.finding import scenario_named
from trainer.records.store import Store
from trainer.room.kept import Room, rooms
from trainer.room.proposals import Sure
from trainer.room.state import Phase
from trainer.tui.app import CoolheadApp, Start
from trainer.tui.letters import large
from trainer.tui.screens.choosing import ChoosingScreen
from trainer.tui.screens.page import PageScreen
from trainer.tui.screens.room import RoomScreen
from trainer.tui.screens.room_end import RoomEndScreen
from trainer.tui.screens.rooms import RoomsScreen
from trainer.tui.screens.trouble import TroubleScreen
from trainer.tui.widgets.board import Card
from trainer.tui.widgets.composer import Composer
from trainer.tui.widgets.stage import Stage

BLAME = "That is your own fault."
SORRY = "I am sorry, Mr Halasz: you paid for the steel kettle and we packed the plastic one. That is our mistake."


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COOLHEAD_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)


def words(pilot: Pilot[None]) -> str:
    shown = [widget.visual for widget in pilot.app.screen.query(Static) if widget.display]
    return "\n".join(visual.plain for visual in shown if isinstance(visual, Content))


async def until(pilot: Pilot[None], holds: Callable[[], bool]) -> None:
    for _ in range(300):
        if holds():
            return
        await pilot.pause(0.02)
    raise AssertionError(f"never came about; the screen is {pilot.app.screen}:\n{words(pilot)}")


def phase(pilot: Pilot[None]) -> Phase | None:
    screen = pilot.app.screen
    return screen._sight.phase if isinstance(screen, RoomScreen) else None


def listed(pilot: Pilot[None]) -> int:
    """How many rows there are to choose from."""
    return sum(one.option_count for one in pilot.app.screen.query(OptionList)) if isinstance(pilot.app.screen, RoomsScreen) else 0


@asynccontextmanager
async def in_room(kettle_file: Path, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Pilot[None]]:
    """As ``coolhead room FILE`` opens it, past the case."""
    with Store.open() as store:
        Room.begin(store, scenario_named(str(kettle_file), 3), seed=3)
    async with CoolheadApp(Start(mode="room")).run_test(size=size) as pilot:
        await until(pilot, lambda: isinstance(pilot.app.screen, PageScreen) and "A wrong item is replaced or refunded" in words(pilot))
        await pilot.press("enter")
        await until(pilot, lambda: phase(pilot) is Phase.GATHERING)
        yield pilot


async def propose(pilot: Pilot[None], slot: int, text: str) -> None:
    await pilot.press(str(slot), "enter")
    pilot.app.screen.query_one(Composer).put(text)
    await pilot.press("enter")
    await until(pilot, lambda: pilot.app.screen._sight.board[slot - 1] is not None)  # type: ignore[attr-defined]
    await pilot.pause()


async def test_by_keys_alone_from_the_customers_words_to_the_sheet(kettle_file: Path, tmp_path: Path) -> None:
    async with in_room(kettle_file) as pilot:
        assert "It is a present for Saturday." in words(pilot)
        await propose(pilot, 1, SORRY)
        await propose(pilot, 2, "That is your own fault.")
        await pilot.press("1", "right", "right", "right", "left", "f4", "f4", "f4", "2", "right")
        await until(pilot, lambda: "1 vote" in words(pilot))
        assert "2 votes, sure" in words(pilot)
        await pilot.press("f9")
        await until(pilot, lambda: "to be forked" in words(pilot))
        assert phase(pilot) is Phase.GATHERING, "with two as with more, the other is asked for"
        await pilot.press("1", "f9")
        await until(pilot, lambda: phase(pilot) is Phase.FORKED)
        assert "To talk about  Only proposal " in words(pilot)
        await pilot.press("right", "left", "enter")
        await until(pilot, lambda: phase(pilot) is Phase.GATHERING)
        await propose(pilot, 1, "/replace\nThe steel kettle comes by courier on Friday.")
        await pilot.press("f6")
        await until(pilot, lambda: phase(pilot) is Phase.REVEALED)
        assert "Done: /replace" in words(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: phase(pilot) in (Phase.GATHERING, Phase.OVER))
        if phase(pilot) is Phase.GATHERING:
            await pilot.press("f8", "y")
            await until(pilot, lambda: phase(pilot) is Phase.OVER)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, RoomEndScreen))
        assert "The four scores of what was sent" in words(pilot)
        await pilot.press("s")
        await until(pilot, lambda: "Written: " in words(pilot))
        (sheet,) = tmp_path.glob("room-wrong-kettle-*.html")
        assert "our mistake" in sheet.read_text(encoding="utf-8")
        await pilot.press("q")
        await until(pilot, lambda: isinstance(pilot.app.screen, RoomsScreen))
        await until(pilot, lambda: any(str(o.prompt).startswith("  The wrong kettle, ") for o in pilot.app.screen.query_one(OptionList).options))


def text(pilot: Pilot[None]) -> str:
    return pilot.app.screen.query_one(Composer).text


def board(pilot: Pilot[None]) -> list[str | None]:
    return [card and card.text for card in pilot.app.screen._sight.board]  # type: ignore[attr-defined]


def in_one_breath(pilot: Pilot[None], *lines: str) -> None:
    """As a terminal hands on what was typed while nobody listened: no pause between keys; Enter after each line but the last."""
    for key in "\r".join(lines):
        pilot.app.post_message(events.Key("enter" if key == "\r" else key, None if key == "\r" else key))


async def test_letters_are_words_wherever_the_focus_stands_and_none_is_lost(kettle_file: Path) -> None:
    told = "They left suddenly, bewildered"
    async with in_room(kettle_file) as pilot:
        in_one_breath(pilot, told)
        await until(pilot, lambda: text(pilot) == told)
        await pilot.press("enter")
        await until(pilot, lambda: board(pilot)[0] == told)
        assert isinstance(pilot.app.focused, Card), "an empty composer stands in nobody's way"
        await pilot.press("up")
        in_one_breath(pilot, "48 pounds", "10 days")
        await until(pilot, lambda: board(pilot)[1] == "48 pounds")
        await until(pilot, lambda: text(pilot) == "10 days" and pilot.app.screen._writer.slot == 3)  # type: ignore[attr-defined]
        await pilot.press("enter")
        await until(pilot, lambda: board(pilot)[2] == "10 days")
        await pilot.press("1", "2", "space", "w")
        await until(pilot, lambda: text(pilot) == "12 w")
        await pilot.press("escape")
        pilot.app.post_message(events.Paste("pasted"))
        await until(pilot, lambda: text(pilot) == "12 w pasted")
        assert board(pilot) == [told, "48 pounds", "10 days", None], "with no card free it goes on where it was begun"


async def test_words_typed_while_an_answer_is_talked_about_wait_for_the_next_moment(kettle_file: Path) -> None:
    async with in_room(kettle_file) as pilot:
        await propose(pilot, 1, SORRY)
        await pilot.press("f6")
        await until(pilot, lambda: phase(pilot) is Phase.REVEALED)
        in_one_breath(pilot, "use it", "")
        await until(pilot, lambda: "Kept as a draft for the next moment" in words(pilot) and phase(pilot) is Phase.REVEALED)
        await pilot.pause(1.0)  # drafts are put down twice a second
    async with CoolheadApp(Start(mode="room")).run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: listed(pilot) > 1)
        await pilot.press("enter")
        await until(pilot, lambda: phase(pilot) is Phase.REVEALED)
        await pilot.press("enter")
        await until(pilot, lambda: phase(pilot) is Phase.GATHERING and "Draft: use it" in words(pilot))
        await pilot.press("down", "enter")
        assert text(pilot) == "use it", "a draft outlives the sitting"


async def test_enter_with_nothing_written_closes_nothing(kettle_file: Path) -> None:
    async with in_room(kettle_file) as pilot:
        await pilot.press("enter", "enter")
        await until(pilot, lambda: "Nothing is written yet" in words(pilot))
        await pilot.press(*"yes")
        assert text(pilot) == "yes"
        await pilot.press(*["backspace"] * 3, "/", "escape")
        assert "draft" not in words(pilot).partition("Esc: a draft")[0], "a stroke alone is no words"


async def test_leaving_is_asked_and_keeps_everything(kettle_file: Path) -> None:
    async with in_room(kettle_file) as pilot:
        await propose(pilot, 1, SORRY)
        await pilot.press("escape")
        await until(pilot, lambda: "Put the room aside?" in words(pilot))
        await pilot.press("escape")
        await until(pilot, lambda: phase(pilot) is Phase.GATHERING)
        await pilot.press("f8")
        await until(pilot, lambda: "End the call here?" in words(pilot))
        await pilot.press("enter")
        await until(pilot, lambda: phase(pilot) is Phase.GATHERING)
        await pilot.press("up", "delete")
        await until(pilot, lambda: "Its words wait below as a draft" in words(pilot))
        await pilot.press("escape", "y")
        await until(pilot, lambda: isinstance(pilot.app.screen, RoomsScreen))
    with Store.open() as store:
        assert Room.named(store, rooms(store)[0][0].id).state.drafts[3] == SORRY


async def test_a_fork_taken_back_is_told(kettle_file: Path) -> None:
    async with in_room(kettle_file) as pilot:
        await propose(pilot, 1, SORRY)
        await propose(pilot, 2, BLAME)
        await pilot.press("1", "f9", "f9")
        await until(pilot, lambda: "proposal 1 is marked no more" in words(pilot))
        await pilot.press("f9", "2", "f9")
        await until(pilot, lambda: phase(pilot) is Phase.FORKED)
        await pilot.press("f3")
        await until(pilot, lambda: "The fork of 1 and 2 is taken back, with both answers." in words(pilot))


async def test_keys_pressed_in_one_breath_count_for_the_card_they_are_meant_for(kettle_file: Path) -> None:
    async with in_room(kettle_file) as pilot:
        await propose(pilot, 1, SORRY)
        await propose(pilot, 2, "That is your own fault.")
        await pilot.press("2", "right", "right", "f4", "up", "right", "right", "right", "f4", "f4")
        await until(pilot, lambda: "3 votes" in words(pilot))
        with Store.open() as store:
            board = Room.named(store, rooms(store)[0][0].id).state.board
        assert [(card.votes, card.sure) for card in board if card] == [(3, Sure.FAIRLY), (2, Sure.UNSURE)]


async def test_a_lock_is_undone_and_the_board_is_as_it_was(kettle_file: Path) -> None:
    async with in_room(kettle_file) as pilot:
        await propose(pilot, 1, SORRY)
        await pilot.press("f6")
        await until(pilot, lambda: phase(pilot) is Phase.REVEALED)
        assert "What in Imre's answer shows that it arrived?" in words(pilot)
        await pilot.press("f3")
        await until(pilot, lambda: phase(pilot) is Phase.GATHERING)
        assert "Taken back before: " in words(pilot)
        assert pilot.app.screen._sight.board[0] is not None  # type: ignore[attr-defined]


async def test_what_the_desk_does_not_have_comes_back_to_be_mended(kettle_file: Path) -> None:
    async with in_room(kettle_file) as pilot:
        await pilot.press("enter")
        pilot.app.screen.query_one(Composer).put("/nonsense [b]x[/b]")
        await pilot.press("enter")
        await until(pilot, lambda: "no /nonsense" in words(pilot))
        assert pilot.app.screen.query_one(Composer).text == "/nonsense [b]x[/b]"
        await pilot.press("escape")
        assert isinstance(pilot.app.focused, Card)


async def test_four_proposals_fit_the_smallest_screen_and_forks_among_them_are_marked(kettle_file: Path) -> None:
    async with in_room(kettle_file) as pilot:
        for slot in range(1, 5):
            await propose(pilot, slot, f"Proposal [b]{slot}[/b]. {SORRY} {SORRY}")
        await pilot.press("4", "f4")
        await until(pilot, lambda: "unsure" in words(pilot))
        cards = list(pilot.app.screen.query(Card))
        assert all(card.region.bottom <= 23 and card.region.right <= 80 for card in cards)
        assert all("[b]" in str(card.visual) for card in cards)
        await pilot.press("f9")
        assert "to be forked" in words(pilot)
        await pilot.press("2", "f9")
        await until(pilot, lambda: phase(pilot) is Phase.FORKED)


async def test_left_in_the_middle_it_is_offered_first_and_goes_on_there(kettle_file: Path) -> None:
    async with in_room(kettle_file) as pilot:
        await propose(pilot, 1, SORRY)
        await pilot.press("f6")
        await until(pilot, lambda: phase(pilot) is Phase.REVEALED)
    async with CoolheadApp(Start(mode="room")).run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: listed(pilot) > 1)
        await pilot.press("enter")
        await until(pilot, lambda: phase(pilot) is Phase.REVEALED)
        assert "What in Imre's answer shows that it arrived?" in words(pilot)


async def test_on_a_big_screen_the_customer_speaks_in_tall_letters_and_a_key_changes_that(kettle_file: Path) -> None:
    async with in_room(kettle_file, (200, 60)) as pilot:
        await until(pilot, lambda: "█" in words(pilot))
        assert "It is a present for Saturday." not in words(pilot)
        await pilot.press("ctrl+l")
        await until(pilot, lambda: "It is a present for Saturday." in words(pilot))


async def test_what_was_typed_stays_as_a_draft_and_cards_are_as_wide_after_an_undo(kettle_file: Path) -> None:
    async with in_room(kettle_file, (120, 40)) as pilot:
        await propose(pilot, 1, f"{SORRY} {SORRY}")
        before = [str(card.visual) for card in pilot.app.screen.query(Card)]
        await pilot.press("2", "enter")
        assert "ctrl+j" in words(pilot)
        assert "// words" in words(pilot)
        pilot.app.screen.query_one(Composer).put("Half a thought")
        await pilot.press("escape")
        assert "Draft: Half a thought" in words(pilot)
        await pilot.press("down", "enter")
        assert pilot.app.screen.query_one(Composer).text == "Half a thought"
        pilot.app.screen.query_one(Composer).put("")
        await pilot.press("escape")
        await pilot.press("1", "f6")
        await until(pilot, lambda: phase(pilot) is Phase.REVEALED)
        await pilot.press("f3")
        await until(pilot, lambda: phase(pilot) is Phase.GATHERING)
        await until(pilot, lambda: [str(card.visual) for card in pilot.app.screen.query(Card)] == before)


async def test_the_key_for_it_says_why_nothing_changes_and_two_answers_are_drawn_alike(kettle_file: Path) -> None:
    async with in_room(kettle_file) as pilot:
        await pilot.press("ctrl+l")
        await until(pilot, lambda: "too long for tall letters" in words(pilot))
    async with in_room(kettle_file, (200, 60)) as pilot:
        await propose(pilot, 1, SORRY)
        await propose(pilot, 2, BLAME)
        await pilot.press("1", "f9", "2", "f9")
        await until(pilot, lambda: phase(pilot) is Phase.FORKED)
        await pilot.pause()
        first, second = pilot.app.screen.query_one(Stage).sides

        def tall() -> list[bool]:
            return ["█" in str(side.query_one(Static).visual) for side in (first, second)]

        first.show(Content(), "Short words.", Content())
        second.show(Content(), "Short too.", Content())
        assert tall() == [True, True]
        second.show(Content(), "Short words to Zoë.", Content())
        assert tall() == [False, False]


async def test_letters_typed_into_the_search_act_on_nothing_and_roughness_is_asked() -> None:
    async with CoolheadApp(Start(mode="room")).run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: listed(pilot) > 1)
        await pilot.press("slash", *"piqi")
        await until(pilot, lambda: pilot.app.screen.query_one(Input).value == "piqi")
        assert isinstance(pilot.app.screen, RoomsScreen)
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen.query_one(OptionList).option_count > 10)
        assert any("level 1 · " in str(o.prompt) for o in pilot.app.screen.query_one(OptionList).options)
        await pilot.press("i")
        await until(pilot, lambda: isinstance(pilot.app.screen, ChoosingScreen))
        await pilot.press("escape")
        await until(pilot, lambda: "Intensity: real" in words(pilot))


@pytest.mark.parametrize(("mode", "where", "slow"), [("room", "rooms", "_offer"), ("drill", "drill", "_standing"), ("today", "today", "today_now")])
async def test_what_is_left_while_it_still_looks_ends_in_no_fault(mode: str, where: str, slow: str, monkeypatch: pytest.MonkeyPatch) -> None:
    module, asked, go = importlib.import_module(f"trainer.tui.screens.{where}"), Event(), Event()
    found = getattr(module, slow)

    def slowly(*given: object, **named: object) -> object:
        asked.set()
        go.wait(20)
        return found(*given, **named)

    monkeypatch.setattr(module, slow, slowly)
    async with CoolheadApp(Start(mode=mode)).run_test(size=(80, 24)) as pilot:
        await until(pilot, asked.is_set)
        left = pilot.app.screen
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen is not left)
        go.set()
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert not isinstance(pilot.app.screen, TroubleScreen)


async def test_a_finished_room_named_by_its_id_shows_its_end(kettle_file: Path) -> None:
    with Store.open() as store:
        room = Room.begin(store, scenario_named(str(kettle_file), 3), seed=3)
        room.propose(1, SORRY)
        room.lock(1)
        room.go_on()
        room.leave()
        room.close()
    async with CoolheadApp(Start(mode="room", asked={"room": room.id})).run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(pilot.app.screen, RoomEndScreen) and "It began: " in words(pilot))
        await pilot.press("q")
        await until(pilot, lambda: isinstance(pilot.app.screen, RoomsScreen))


async def test_the_timer_runs_only_once_it_is_wanted(kettle_file: Path) -> None:
    async with in_room(kettle_file) as pilot:
        assert "left" not in words(pilot)
        await pilot.press("ctrl+r")
        await until(pilot, lambda: "1:00 left" in words(pilot) or "0:59 left" in words(pilot))
        await pilot.press(*["ctrl+r"] * 4)
        await until(pilot, lambda: "left" not in words(pilot))


def test_letters_are_drawn_where_they_fit_and_never_in_part() -> None:
    drawn = large("Hi, it’s", 80, 4)
    assert drawn is not None
    assert len(drawn.splitlines()) == 4
    assert drawn.splitlines()[0].startswith("█   █  ▀")
    assert large("Hi there", 30, 4) is None, "two lines do not fit in one"
    assert large("Hi there", 30, 8) is not None
    assert large("Zoë", 80, 40) is None, "a name is not misspelt"
    assert large("", 80, 40) is None
    assert large("Rindfleischetikettierung", 60, 40) is None
