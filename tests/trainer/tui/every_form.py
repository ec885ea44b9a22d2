"""Home and every form of practice, screen by screen, by the keys a trainee presses, over real records in an empty house."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from typing import Any

from textual.pilot import Pilot
from textual.widgets import OptionList

from scenarios.library import catalogue, find
from tests.trainer.shift.builders import account, ended, plan, word
from tests.trainer.tui.test_play import listed, until, words
from trainer.finding import scenario_named
from trainer.records.practices import Kind, Practices
from trainer.records.store import Store
from trainer.room.kept import Room
from trainer.room.state import Phase
from trainer.shift.account import Fate
from trainer.tui.app import CoolheadApp, Start
from trainer.tui.screens.author import AuthorScreen
from trainer.tui.screens.author_new import NewScreen
from trainer.tui.screens.choosing import ChoosingScreen
from trainer.tui.screens.dialogs import LeaveScreen
from trainer.tui.screens.drill import DrillScreen
from trainer.tui.screens.drill_set import DrillSetScreen
from trainer.tui.screens.first_call import FirstCallScreen
from trainer.tui.screens.home import HomeScreen
from trainer.tui.screens.page import PageScreen
from trainer.tui.screens.progress import ProgressScreen
from trainer.tui.screens.room import RoomScreen
from trainer.tui.screens.room_end import RoomEndScreen
from trainer.tui.screens.rooms import RoomsScreen
from trainer.tui.screens.scenarios import ScenariosScreen
from trainer.tui.screens.shift import ShiftScreen
from trainer.tui.screens.shift_writing import WritingScreen
from trainer.tui.screens.today import TodayScreen
from trainer.tui.widgets.bench import Shelf
from trainer.tui.widgets.composer import Composer
from trainer.wiring import finish_call, start_call

SORRY = "I am sorry: that was our mistake, and I will put it right for you today."


def forms() -> CoolheadApp:
    """The game as somebody new finds it."""
    return CoolheadApp(Start())


class Walk:
    """The pilot, and waiting for what one goes to."""

    def __init__(self, pilot: Pilot[None]) -> None:
        self.pilot = pilot
        self.app: Any = pilot.app

    async def to(self, name: str, screen: type, says: str | Callable[[], bool] = "") -> str:
        """Wait until this screen shows these words, in its text or on its list."""

        def there() -> bool:
            lists = self.app.screen.query(OptionList)
            if not isinstance(self.app.screen, screen) or any(one.loading for one in lists):
                return False
            if callable(says):
                return says()
            return says in words(self.pilot) or (bool(lists) and says in listed(self.pilot))

        await until(self.pilot, there)
        await self.pilot.pause()
        return name

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)

    async def send(self, text: str) -> None:
        self.app.screen.query_one(Composer).put(text)
        await self.press("enter")


async def forms_of_practice(pilot: Pilot[None]) -> AsyncIterator[str]:
    """Open each form from home and leave it again. The application begins at home, in an empty house."""
    walk = Walk(pilot)
    for form in (_home, _calls, _today_and_progress, _drills, _shift, _room, _author):
        async for name in form(walk):
            yield name
        await walk.to("home", HomeScreen)


async def _home(walk: Walk) -> AsyncIterator[str]:
    yield await walk.to("home, new here", HomeScreen, "Your first call")
    await walk.press("enter")
    yield await walk.to("first call", FirstCallScreen, "You are scored on")
    await walk.press("escape")
    await walk.to("home", HomeScreen)
    await walk.app.fetch(lambda b: _lived_in(b.records()))
    await walk.press("r")
    yield await walk.to("home, lived in", HomeScreen, "put aside")


def _lived_in(store: Store) -> None:
    """Calls played to their end, one put aside, and a room, a shift and a set to go on with."""
    first, *_, last = catalogue()
    for named, leaves in ((first.id, False), (last.id, True)):
        scenario = find(named)
        call, attempt = start_call(scenario, 1, store=store)
        call.say(SORRY)
        if leaves:
            call.leave()
            finish_call(call, scenario, store, attempt)
    shift = Practices(store).begin(Kind.SHIFT, plan(first.id, last.id).model_dump(mode="json"))
    called, done = ended(account("1", words=(word(Fate.BROKEN),), says="I am still waiting.", next=("They rang the next day.",)))
    Practices(store).step(shift, *called)
    Practices(store).step(shift, *done)
    Room.begin(store, scenario_named(first.id, 3), seed=3).propose(1, SORRY)


async def _calls(walk: Walk) -> AsyncIterator[str]:
    await walk.press("c")
    yield await walk.to("calls", ScenariosScreen, "Look again at")
    await walk.press("p")
    yield await walk.to("calls, choosing", ChoosingScreen)
    await walk.press("escape", "slash", *"bank")
    yield await walk.to("calls, a search", ScenariosScreen, "“bank”")
    await walk.press(*"zzzzz")
    yield await walk.to("calls, none fits", ScenariosScreen, "No call fits")
    await walk.press("escape", "escape")


async def _today_and_progress(walk: Walk) -> AsyncIterator[str]:
    await walk.press("t")
    yield await walk.to("today", TodayScreen, "to practise")
    await walk.press("p")
    yield await walk.to("progress", ProgressScreen, "Hear before fixing")
    await walk.press("end")
    yield await walk.to("progress, its end", ProgressScreen)
    await walk.press("escape", "escape")


async def _drills(walk: Walk) -> AsyncIterator[str]:
    await walk.press("d")
    yield await walk.to("drills", DrillScreen, "not tried yet")
    await walk.press("enter")
    yield await walk.to("a drill", DrillSetScreen, "1 of 10")
    await walk.send("I am sorry. That is nonsense, you should have told us.")
    yield await walk.to("a drill, read", DrillSetScreen, "Take from it")
    await walk.press("escape")
    yield await walk.to("drills, one put aside", DrillScreen, "Go on with")
    await walk.press("escape")
    walk.app.open_mode("drill", skill="own-it", count=1, seed=1)
    for _ in range(2):  # what was not done comes once more
        await walk.to("the drill", DrillSetScreen, lambda: any(composer.display for composer in walk.app.screen.query(Composer)))
        await walk.send("sorry")
        await walk.to("the drill, read", DrillSetScreen, "Take from it")
        await walk.press("enter")
    yield await walk.to("drills, the end", DrillSetScreen, "the set is over")
    await walk.press("enter")


async def _shift(walk: Walk) -> AsyncIterator[str]:
    await walk.press("s")
    yield await walk.to("shift, between calls", ShiftScreen, "Take the call")
    await walk.press("down", "down", "enter")
    yield await walk.to("shift, ending it early", LeaveScreen, "End the shift with 1 call left?")
    await walk.press("y")
    await walk.to("shift, its note", WritingScreen)
    await walk.press("enter")
    yield await walk.to("shift, the end", ShiftScreen, "Begin another shift")
    await walk.press("end", "enter")
    yield await walk.to("shift, its plan", ShiftScreen, "Begin a short shift")
    for joins in (False, True):
        await walk.app.fetch(lambda b, joins=joins: _shift_at(b.records(), noted=joins))
        await walk.press("escape")
        await walk.to("home", HomeScreen)
        await walk.press("s")
        if joins:
            yield await walk.to("shift, the note is next", ShiftScreen, "Write the note")
        else:
            yield await walk.to("shift, a message", ShiftScreen, "Answer the message")
        await walk.press("enter")
        yield await walk.to("shift, writing", WritingScreen)
        await walk.press("escape")
        await walk.to("shift", ShiftScreen)
    await walk.press("escape")


async def _author(walk: Walk) -> AsyncIterator[str]:
    await walk.press("a")
    yield await walk.to("author", AuthorScreen, lambda: walk.app.screen.query_one(Shelf).option_count > 1)
    await walk.press("n")
    yield await walk.to("author, a new scenario", NewScreen)
    await walk.press("escape")
    await walk.to("author", AuthorScreen)
    await walk.press("q")


def _shift_at(store: Store, *, noted: bool) -> None:
    """A shift with nothing left but a message about a word that did not hold, or but the note."""
    first = catalogue()[0].id
    shift = Practices(store).begin(Kind.SHIFT, plan(first).model_dump(mode="json"))
    for kind, body in ended(account("1", words=() if noted else (word(Fate.BROKEN),), says="I am still waiting.")):
        Practices(store).step(shift, kind, body)


async def _room(walk: Walk) -> AsyncIterator[str]:
    def phase() -> Phase | None:
        return walk.app.screen._sight.phase if isinstance(walk.app.screen, RoomScreen) else None

    async def in_phase(name: str, wanted: Phase) -> str:
        return await walk.to(name, RoomScreen, lambda: phase() is wanted)

    async def on_the_board(slot: int) -> str:
        return await walk.to("room", RoomScreen, lambda: walk.app.screen._sight.board[slot - 1] is not None)

    await walk.press("m")
    yield await walk.to("rooms", RoomsScreen, "Go on with")
    await walk.press("down", "enter")
    yield await walk.to("room, which facts", ChoosingScreen, "This call comes with other facts each time")
    await walk.press("enter")
    yield await walk.to("room, opening", PageScreen, "The call so far")
    await walk.press("enter")
    yield await in_phase("room, no proposal yet", Phase.GATHERING)
    await walk.press("enter")
    yield await walk.to("room, writing", RoomScreen, lambda: isinstance(walk.app.focused, Composer))
    for slot in range(1, 5):
        if slot > 1:
            await walk.press(str(slot), "enter")
        await walk.send(f"{slot}. {SORRY} {SORRY}")
        await on_the_board(slot)
    await walk.press("1", "right", "f4")
    yield await walk.to("room, proposals", RoomScreen, "1 vote, unsure")
    await walk.press("1", "f9", "2", "f9")
    yield await in_phase("room, a fork", Phase.FORKED)
    await walk.press("enter")
    await in_phase("room", Phase.GATHERING)
    await walk.press("enter")
    await walk.send(SORRY)
    await on_the_board(1)
    await walk.press("f6")
    yield await in_phase("room, revealed", Phase.REVEALED)
    await walk.press("enter")
    await in_phase("room", Phase.GATHERING)
    await walk.press("f8", "y")
    yield await in_phase("room, over", Phase.OVER)
    await walk.press("enter")
    yield await walk.to("room, the sheet", RoomEndScreen, "The four scores")
    await walk.press("escape")
    await walk.to("rooms", RoomsScreen, "Look again at")
    await walk.press("escape")
