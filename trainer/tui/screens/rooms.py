"""Where a room begins: one to go on with, a call to open for the group, and rooms to look back at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Footer, OptionList, Static
from textual.widgets.option_list import Option

from scenarios.moves import Intensity
from trainer.finding import fresh_seed, scenario_named
from trainer.records.store import Store
from trainer.room.begin import fresh_room
from trainer.room.kept import Room, rooms, when
from trainer.room.review import Review, review
from trainer.room.sight import Sight, sight
from trainer.text import safe_line
from trainer.words import INTENSITIES, INTENSITY_WORDS, USUAL_INTENSITY

if TYPE_CHECKING:
    from trainer.tui.app import CoolheadApp
    from trainer.tui.backstage import Backstage

PAST = 8
"""Rooms offered to be looked back at."""
GO_ON, OPEN, BACK = "on", "open", "back"
"""What an entry does; the first part of its option id."""


@dataclass(frozen=True)
class Offer:
    """What there is to choose from; or, at the start, the room a command has just opened."""

    entries: tuple[tuple[str, str], ...]
    at_once: tuple[Room, Sight] | None = None


class RoomsScreen(Screen[None]):
    """Choose what the group plays."""

    CSS_PATH = "rooms.tcss"
    AUTO_FOCUS = "#choices"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("i", "intensity", "Intensity"),
        Binding("escape,q", "dismiss", "Back"),
    ]
    KEYS = (
        ("Up, Down, Enter", "choose a call to open for the group, or a room to go on with"),
        ("i", "intensity, how rough the customer may get: calm, real, raw"),
        ("Esc", "back"),
    )
    app: CoolheadApp
    floor: ClassVar[bool] = True
    """where the application goes back to from a room"""

    def __init__(self) -> None:
        super().__init__()
        self._intensity = USUAL_INTENSITY
        self._arrived = False

    def compose(self) -> ComposeResult:
        yield Static("A room: one call for a group", classes="page-head", markup=False)
        yield Static("", id="about", markup=False)
        yield OptionList(id="choices", markup=False)
        yield Footer()

    def on_mount(self) -> None:
        self._intensity = self.app.start.intensity or USUAL_INTENSITY
        self._draw_about()
        self.query_one("#choices").loading = True
        self.call_after_refresh(self.reload)

    def reload(self) -> None:
        """Look afresh at what there is."""
        self.app.errand(self._load(), "looking for rooms", latest=True)

    async def _load(self) -> None:
        first, self._arrived = not self._arrived, True
        offer = await self.app.fetch(lambda b: _offer(b, first=first))
        choices = self.query_one("#choices", OptionList)
        choices.loading = False
        choices.clear_options()
        choices.add_options([Option(words, id=id_) for id_, words in offer.entries])
        choices.highlighted = 0 if offer.entries else None
        choices.focus()
        if offer.at_once:
            await self._enter(offer.at_once)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        kind, _, name = (event.option_id or "").partition(":")
        if kind == BACK:
            self.app.errand(self._look_back(name), "looking back at a room", latest=True)
        elif kind:
            self.app.errand(self._go(kind, name), "opening a room", latest=True)

    async def _go(self, kind: str, name: str) -> None:
        rough = Intensity(self._intensity)
        await self._enter(await self.app.fetch(lambda b: _opened(b.records(), kind, name, rough)))

    async def _enter(self, found: tuple[Room, Sight]) -> None:
        from trainer.tui.screens.room import RoomScreen

        room, seen = found
        screen = RoomScreen(room, seen)
        await self.app.push_screen(screen)
        if room.fresh:
            screen.action_desk()

    async def _look_back(self, name: str) -> None:
        from trainer.tui.screens.room_end import RoomEndScreen

        def work(store: Store) -> Review:
            return review(Room.named(store, name))

        await self.app.push_screen(RoomEndScreen(await self.app.fetch(lambda b: work(b.records()))))

    def action_intensity(self) -> None:
        self._intensity = INTENSITIES[(INTENSITIES.index(self._intensity) + 1) % len(INTENSITIES)]
        self._draw_about()

    def _draw_about(self) -> None:
        about = f"The group proposes, votes and locks; you type. Intensity: {self._intensity}, {INTENSITY_WORDS[self._intensity]} (i changes it)."
        self.query_one("#about", Static).update(Content(about))


def _offer(backstage: Backstage, *, first: bool) -> Offer:
    """On the play thread: the room just opened, or what there is."""
    store = backstage.records()
    opened = fresh_room(store) if first else None
    going, closed = rooms(store)
    entries = [(f"{GO_ON}:{one.id}", f"  Go on with: {safe_line(one.body['title'], 50)}, put aside on {when(one):%d %B, %H:%M}") for one in going]
    entries += [
        (f"{OPEN}:{one.id}", f"  {safe_line(one.title, 32)}   {safe_line(one.trade, 24)} · level {one.level} · {one.minutes:.0f} min")
        for one in backstage.scenarios()
    ]
    entries += [(f"{BACK}:{one.id}", f"  Look again at: {safe_line(one.body['title'], 44)}, {when(one):%d %B, %H:%M}") for one in closed[:PAST]]
    return Offer(tuple(entries), (opened, sight(opened)) if opened else None)


def _opened(store: Store, kind: str, name: str, rough: Intensity) -> tuple[Room, Sight]:
    """On the play thread: a room to go on with, or a new one."""
    seed = fresh_seed()
    room = Room.named(store, name) if kind == GO_ON else Room.begin(store, scenario_named(name, seed), seed=seed, intensity=rough)
    return room, sight(room)
