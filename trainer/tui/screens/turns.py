"""The trainee's own turns in a call, to take one of them again; and the tries that already branch from it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from textwrap import wrap
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from scenarios.names import short_name
from trainer import deskwork
from trainer.text import safe_line
from trainer.tries import COUNTS, Try, answer_to, try_name, turn_words, turns_of
from trainer.tui.widgets.footer import Footer
from trainer.words import ENDINGS

if TYPE_CHECKING:
    from scenarios.transcript import Event
    from trainer.tui.app import CoolheadApp
    from trainer.tui.live import LiveCall

LINES, BESIDE = 2, 10
"""Lines of a turn and of the answer to it; columns lost to margins, indent and scroll bar."""
TURN, TRY = "turn", "try"
"""What an entry opens; the first part of its option id."""
MARK = "▸"
"""Stands at the entry the cursor is on, which colour alone would show."""


class TurnsScreen(Screen[None]):
    """Choose the turn, and the call stands as it stood before it."""

    CSS_PATH = "turns.tcss"
    AUTO_FOCUS = "#turns"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "dismiss", "Back"),
    ]
    KEYS = (
        ("Up, Down", "go through your turns"),
        ("Enter", "take this turn again: the call stands as it stood before it. On a try: read it beside what it branches from"),
        ("Esc", "back, with nothing changed"),
    )
    app: CoolheadApp

    def __init__(self, live: LiveCall, at: int | None = None) -> None:
        """``at``: the turn to stand on at first; the last one if left out."""
        super().__init__()
        self.live, self._at = live, at
        self._tries: list[Try] = []
        self._entries: dict[str, Content] = {}
        self._chosen: str | None = None

    def compose(self) -> ComposeResult:
        yield Static("Which of your turns will you take again?", classes="page-head", markup=False)
        yield Static(f"Enter takes it again. {COUNTS}", classes="muted", id="counts", markup=False)
        yield OptionList(id="turns", markup=False)
        yield Footer()

    def on_mount(self) -> None:
        turns = [event.turn for event in turns_of(self.live.events)]
        self._fill(self.app.size.width)
        if turns:
            self.query_one("#turns", OptionList).highlighted = turns.index(self._at) if self._at in turns else len(turns) - 1
        self.app.errand(self._list_tries(), "listing the further tries")

    async def _list_tries(self) -> None:
        attempt = self.live.attempt
        self._tries = await self.app.fetch(lambda b: b.further_tries(attempt)) if attempt else []
        if self._tries and self.is_attached:
            self._fill(self.app.size.width)

    def on_resize(self, event: events.Resize) -> None:
        self._fill(event.size.width)

    def _fill(self, width: int) -> None:
        """The turns, then the tries, with lines broken here: the list would not indent what goes on below."""
        entries = self.query_one("#turns", OptionList)
        at, room = entries.highlighted, max(20, width - BESIDE)
        entries.clear_options()
        self._entries = {f"{TURN}:{event.turn}": self._turn(event.turn, room) for event in turns_of(self.live.events)}
        entries.add_options([Option(_marked(words, chosen=False), id=name) for name, words in self._entries.items()])
        if self._tries:
            entries.add_option(Option(Content.styled("Tries so far", "$text-primary bold"), disabled=True))
            tries = {f"{TRY}:{one.row.id}": _try(one, self._who, room) for one in self._tries}
            entries.add_options([Option(_marked(words, chosen=False), id=name) for name, words in tries.items()])
            self._entries |= tries
        entries.highlighted = at
        self.call_after_refresh(entries.scroll_to_highlight)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        chosen = event.option_id
        for name, words in self._entries.items():
            if name in (self._chosen, chosen):
                event.option_list.replace_option_prompt(name, _marked(words, chosen=name == chosen))
        self._chosen = chosen

    @property
    def _who(self) -> str:
        return short_name(safe_line(self.live.customer, 40) or "The customer")

    def _turn(self, turn: int, room: int) -> Content:
        played = self.live.events
        words = turn_words(played, turn)
        parts: list[str | tuple[str, str]] = [(words[:1].upper() + words[1:], "bold"), f"{_felt(played, turn)}\n"]
        parts.append(_lines(f"You: {deskwork.words_at(played, turn)}", room))
        if answer := answer_to(played, turn):
            parts.append("\n" + _lines(f"{self._who}: {answer}", room))
        return Content.assemble(*parts)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        kind, _, name = (event.option_id or "").partition(":")
        if kind == TURN:
            self.app.errand(self._take(int(name)), "taking a turn again", latest=True)
        elif kind == TRY:
            self.app.errand(self.app.go_on(name, read=True), "opening a further try", latest=True)

    async def _take(self, turn: int) -> None:
        from trainer.tui.screens.further import FurtherTryScreen

        further = await self.live.take_again(turn)
        if self.is_attached:
            await self.app.switch_screen(FurtherTryScreen(further, further.events))


def _lines(words: str, room: int) -> str:
    """Words broken to the list's width and indented; an ellipsis tells what there is no room for."""
    return "\n".join(f"    {line}" for line in wrap(safe_line(words), room, max_lines=LINES, placeholder=" …"))


def _marked(words: Content, *, chosen: bool) -> Content:
    return Content.assemble(f"{MARK if chosen else ' '} ", words)


def _felt(played: Sequence[Event], turn: int) -> str:
    """What the answer to a turn showed: how far anger went up or down."""
    for (_, before), (after, mood) in pairwise(deskwork.moods(played)):
        between = [event.turn for event in turns_of(played) if event.turn < after]
        if between and between[-1] == turn and round(mood.anger) != round(before.anger):
            change = round(mood.anger) - round(before.anger)
            return f"   anger {abs(change)} {'up' if change > 0 else 'down'}, to {mood.anger:.0f}"
    return ""


def _try(one: Try, name: str, room: int) -> Content:
    ended = one.ended
    became = ENDINGS[ended.ending.value].format(name=name) if ended else "Stopped on the way; you can go on with it."
    instead = "\n" + _lines(f"Instead: {one.instead}", room) if one.instead else ""
    return Content.assemble((try_name(one.number).capitalize(), "bold"), f", from the {try_name(one.of)}   {became}{instead}")
