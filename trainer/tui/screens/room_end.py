"""The end of a room: what happened at each moment, how sure the group was, the scores; and the sheet that keeps it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from trainer.errors import CoolheadError
from trainer.room.kept import Room
from trainer.room.review import Review, review
from trainer.room.sheet import sheet_folder, usual_name, write_sheet
from trainer.room.telling import sections
from trainer.text import safe_line
from trainer.tui.screens.page import content_of
from trainer.tui.widgets.footer import Footer

if TYPE_CHECKING:
    from trainer.tui.app import CoolheadApp


def seen_at_the_end(room: Room) -> Review:
    """Close a room and look back at it."""
    room.close()
    return review(room)


class RoomEndScreen(Screen[None]):
    """A page to read together, and a sheet to take away."""

    CSS_PATH = "room_end.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("s", "sheet", "Write the sheet"),
        Binding("d", "debrief", "The call's debrief"),
        Binding("escape,q,enter", "home", "Back"),
    ]
    KEYS = (
        ("s", "write the debrief sheet as a page to print; the line below then says in which folder it lies"),
        ("d", "the debrief of the call itself, with every line of evidence"),
        ("Up, Down, PageDown", "read"),
        ("Esc", "back; the room is kept, and coolhead room --sheet FILE writes its sheet later"),
    )
    app: CoolheadApp

    def __init__(self, seen: Review) -> None:
        super().__init__()
        self._review = seen

    def compose(self) -> ComposeResult:
        yield Static("The room looked back at", classes="page-head", markup=False)
        with VerticalScroll(id="page"):
            yield Static(content_of(sections(self._review)), id="page-body", markup=False)
        yield Static("", id="note", markup=False)
        yield Footer()

    def on_mount(self) -> None:
        self.query_one("#page").focus()
        self._say(f"s writes the debrief sheet into {sheet_folder()}")

    def action_sheet(self) -> None:
        async def write() -> None:
            try:
                written = await self.app.fetch(lambda b: write_sheet(self._review, usual_name(self._review, sheet_folder())))
            except CoolheadError as error:
                self._say(str(error))
            else:
                self._say(f"Written: {written}")

        self.app.errand(write(), "writing a room's sheet", latest=True)

    def action_debrief(self) -> None:
        if self._review.attempt:
            self.app.errand(self.app.go_on(self._review.attempt), "opening a debrief", latest=True)

    def action_home(self) -> None:
        self.app.home()

    def _say(self, words: str) -> None:
        note = self.query_one("#note", Static)
        note.display = bool(words)
        note.update(Content(safe_line(words, 400)))
