"""Where a room begins: one to go on with, a call to open for the group, and rooms to look back at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from scenarios.moves import Intensity
from trainer.finding import fresh_seed, scenario_named
from trainer.picking.listed import Listed, with_played
from trainer.picking.wanted import Wanted, fitting
from trainer.records.store import Store
from trainer.room.begin import room_at_once
from trainer.room.facts import HEAD, variants_of
from trainer.room.kept import Room, left, rooms, when
from trainer.room.review import Review, review
from trainer.room.sight import Sight, sight
from trainer.room.state import Phase
from trainer.text import safe_line
from trainer.tui.screens.choosing import ChoosingScreen
from trainer.tui.screens.scenarios import call_option, heading
from trainer.tui.widgets.footer import Footer
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
    """What there is to choose from; and, at the start, the room a command has just opened, or the end of the one it named."""

    going: tuple[tuple[str, str], ...]
    closed: tuple[tuple[str, str], ...]
    calls: tuple[Listed, ...]
    at_once: tuple[Room, Sight] | Review | None = None


class RoomsScreen(Screen[None]):
    """Choose what the group plays."""

    CSS_PATH = "rooms.tcss"
    AUTO_FOCUS = "#choices"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "search", "Search", key_display="/", priority=True),  # so that the very next key is already typed into it
        Binding("i", "intensity", "Intensity"),
        Binding("escape,q", "back", "Back"),
    ]
    KEYS = (
        ("Up, Down, Enter", "choose a call to open for the group, a room to go on with, or one to look at again"),
        ("/", "search in titles, trades, customers and principles, or a level (level 2); Esc leaves the search"),
        ("i", "intensity, how rough the customer may get: calm, real or raw, chosen from a list"),
        ("Esc", "back"),
    )
    app: CoolheadApp
    floor: ClassVar[bool] = True
    """where the application goes back to from a room"""

    def __init__(self, room: str = "") -> None:
        super().__init__()
        self._room = room
        self._offer = Offer((), (), ())
        self._intensity = USUAL_INTENSITY
        self._arrived = False

    def compose(self) -> ComposeResult:
        yield Static("A room: one call for a group", classes="page-head", markup=False)
        yield Static("", id="about", markup=False)
        yield Input(placeholder="Search by title, trade, customer, level 2, or what it trains: press /", id="search", compact=True, max_length=100)
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
        self._offer = await self.app.fetch(lambda b: _offer(b, first=first, named=self._room))
        self.query_one("#choices").loading = False
        self._fill()
        if not isinstance(self.focused, Input):
            self.query_one("#choices").focus()
        if isinstance(self._offer.at_once, Review):
            await self._show_end(self._offer.at_once)
        elif self._offer.at_once:
            await self._enter(self._offer.at_once)

    def _fill(self) -> None:
        """Rooms above the long list, where they are seen; while one searches, only the calls that fit."""
        choices, offer, words = self.query_one("#choices", OptionList), self._offer, self.query_one("#search", Input).value
        if choices.loading:  # what is typed before the list is there counts as soon as it is
            return
        found = fitting(offer.calls, Wanted(words=words))
        options: list[Option] = []
        for title, entries in () if words.strip() else (("Go on with", offer.going), ("Look again at", offer.closed)):
            if entries:
                options += [heading(title), *(Option(Content(f"  {told}"), id=id_) for id_, told in entries)]
        if options or not found:
            options.append(heading("All calls" if found else "No call fits. Esc clears the search." if words.strip() else "There are no scenarios here."))
        choices.clear_options()
        choices.add_options([*options, *map(call_option, found)])
        ids = [option.id or "" for option in choices.options]
        first = (n for kind in (GO_ON, OPEN) for n, id_ in enumerate(ids) if id_.startswith(f"{kind}:"))
        choices.highlighted = next(first, None)
        choices.scroll_home(animate=False)

    def action_search(self) -> None:
        self.set_focus(self.query_one("#search"))

    def on_input_changed(self) -> None:
        self._fill()

    def on_input_submitted(self) -> None:
        """Enter in the search takes what is marked in the list."""
        choices = self.query_one("#choices", OptionList)
        self.set_focus(choices)
        choices.action_select()

    def key_up(self) -> None:
        """While one types, Up and Down move in the list all the same."""
        self.query_one("#choices", OptionList).action_cursor_up()

    def key_down(self) -> None:
        self.query_one("#choices", OptionList).action_cursor_down()

    def action_back(self) -> None:
        search = self.query_one("#search", Input)
        if self.focused is search or search.value:
            search.value = ""
            self.set_focus(self.query_one("#choices"))
        else:
            self.dismiss()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        kind, _, name = (event.option_id or "").partition(":")
        if kind == BACK:
            self.app.errand(self._look_back(name), "looking back at a room", latest=True)
        elif kind:
            self.app.errand(self._go(kind, name), "opening a room", latest=True)

    async def _go(self, kind: str, name: str) -> None:
        rough, seed = Intensity(self._intensity), fresh_seed()
        variants = await self.app.fetch(lambda b: variants_of(b.records(), scenario_named(name))) if kind == OPEN else ()
        if variants:
            now = next((one for one in variants if one.played), variants[0])
            chosen = await self.app.push_screen_wait(ChoosingScreen(HEAD, [(str(one.seed), f"{one.number}. {one.told}") for one in variants], str(now.seed)))
            if chosen is None:
                return
            seed = int(chosen)
        await self._enter(await self.app.fetch(lambda b: _opened(b.records(), kind, name, rough, seed)))

    async def _enter(self, found: tuple[Room, Sight]) -> None:
        from trainer.tui.screens.room import RoomScreen

        room, seen = found
        screen = RoomScreen(room, seen)
        await self.app.push_screen(screen)
        if room.fresh:
            screen.action_desk()

    async def _look_back(self, name: str) -> None:
        await self._show_end(await self.app.fetch(lambda b: review(Room.named(b.records(), name))))

    async def _show_end(self, seen: Review) -> None:
        from trainer.tui.screens.room_end import RoomEndScreen

        await self.app.push_screen(RoomEndScreen(seen))

    def action_intensity(self) -> None:
        def take(choice: str | None) -> None:
            if choice is not None:
                self._intensity = choice
                self._draw_about()

        choices = [(one, f"{one.capitalize()}: {INTENSITY_WORDS[one]}") for one in INTENSITIES]
        self.app.push_screen(ChoosingScreen("How rough may the customer get?", choices, self._intensity), take)

    def _draw_about(self) -> None:
        about = f"The group proposes, votes and locks; you type. Intensity: {self._intensity}, {INTENSITY_WORDS[self._intensity]} (i changes it)."
        self.query_one("#about", Static).update(Content(about))


def _offer(backstage: Backstage, *, first: bool, named: str) -> Offer:
    """On the play thread: the room to be shown at once, and what there is."""
    store = backstage.records()
    opened = room_at_once(store, named) if first else None
    going, closed = rooms(store)
    return Offer(
        tuple((f"{GO_ON}:{one.id}", f"{safe_line(one.body['title'], 50)}, put aside on {left(store, one):%d %B, %H:%M}") for one in going),
        tuple((f"{BACK}:{one.id}", f"{safe_line(one.body['title'], 44)}, {when(one):%d %B, %H:%M}") for one in closed[:PAST]),
        tuple(with_played(backstage.scenarios(), store)),
        None if opened is None else review(opened) if opened.state.phase is Phase.CLOSED else (opened, sight(opened)),
    )


def _opened(store: Store, kind: str, name: str, rough: Intensity, seed: int) -> tuple[Room, Sight]:
    """On the play thread: a room to go on with, or a new one."""
    room = Room.named(store, name) if kind == GO_ON else Room.begin(store, scenario_named(name, seed), seed=seed, intensity=rough)
    return room, sight(room)
