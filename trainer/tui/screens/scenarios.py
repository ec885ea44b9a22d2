"""Picking a call: a search, what narrows the list, the calls that fit, and past ones. What fits is decided in ``trainer.picking``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from trainer.picking.choices import HEADS, Part, asking, choices, chosen
from trainer.picking.listed import Listed, customer_line, mark, played_line, with_played
from trainer.picking.wanted import ALL, Wanted, fitting, said, ways_out
from trainer.text import safe_line
from trainer.tui.screens.choosing import ChoosingScreen
from trainer.tui.widgets.footer import Footer
from trainer.words import count

if TYPE_CHECKING:
    from trainer.tui.app import CoolheadApp
    from trainer.tui.backstage import Past

GO_ON, OPEN, AGAIN, LOOSER = "go-on", "open", "again", "looser"
"""What an entry does; the first part of its option id."""
PAST = 20
"""Past calls on the list; older ones can be named to the commands."""
TITLE = 32
"""Characters of a title, so that what stands behind it is seen too."""


class ScenariosScreen(Screen[None]):
    """Choose a call."""

    CSS_PATH = "scenarios.tcss"
    AUTO_FOCUS = "#calls"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "search", "Search", key_display="/", priority=True),  # so that the very next key is already typed into it
        Binding("t", "ask('trade')", "Trade"),
        Binding("l", "ask('level')", "Level"),
        Binding("m", "ask('length')", "Length"),
        Binding("p", "ask('principle')", "Trains"),
        Binding("o", "ask('order')", "Order"),
        Binding("x", "clear", "Show all", show=False),
        Binding("r", "reload", "Look again", show=False),
        Binding("escape,q", "back", "Back"),
    ]
    KEYS = (
        ("Enter", "open what is marked"),
        ("/", "search in titles, trades, customers and principles; Esc leaves the search"),
        ("t", "only one trade"),
        ("l", "only one level, 1 to 4, as measured"),
        ("m", "only short, usual or long ones, in minutes of the call's own clock"),
        ("p", "only those that train one principle"),
        ("o", "what stands first: the easiest, those not played yet, the shortest, those played last"),
        ("x", "show all again"),
    )
    app: CoolheadApp
    floor: ClassVar[bool] = True
    """where the application goes back to after a call picked here"""

    def __init__(self) -> None:
        super().__init__()
        self._wanted = ALL
        self._shown: list[Listed] = []
        self._going: list[Past] = []
        self._done: list[Past] = []
        self._looser: list[Wanted] = []
        self._said = ""

    def compose(self) -> ComposeResult:
        yield Static("Pick a call", id="masthead", markup=False)
        yield Input(placeholder="Search by title, trade, customer or what it trains: press /", id="search", compact=True, max_length=100)
        yield Static("", id="state", markup=False)
        yield OptionList(id="calls", markup=False)
        yield Static("", id="trouble", markup=False)
        yield Footer(show_command_palette=False)  # eight keys of its own are what fits

    def on_mount(self) -> None:
        self.query_one("#calls").loading = True
        self.reload()

    def reload(self) -> None:
        """Look afresh at scenarios and attempts."""
        self.app.errand(self._load(), "listing the scenarios", latest=True)

    def action_reload(self) -> None:
        self.reload()

    async def _load(self) -> None:
        trouble = ""
        shown = await self.app.fetch(lambda b: b.scenarios())
        try:
            self._going, self._done = await self.app.fetch(lambda b: b.past())
            shown = await self.app.fetch(lambda b: with_played(shown, b.records()))
        except Exception as error:  # a fault of the records must not keep anyone from practising
            self._going, self._done = [], []
            trouble = f"Past calls cannot be shown: {safe_line(str(error), 300)}"
        if not self.is_attached:  # gone back meanwhile
            return
        self._shown = shown
        self.query_one("#calls").loading = False
        self._fill(keep=True)
        box = self.query_one("#trouble", Static)
        box.display = bool(trouble)
        box.update(Content(trouble))
        if not isinstance(self.focused, Input):
            self.query_one("#calls").focus()

    def _fill(self, *, keep: bool = False) -> None:
        """Show what fits; with ``keep`` what was marked stays so, else the first scenario is."""
        calls = self.query_one("#calls", OptionList)
        if calls.loading:  # what is typed before the list is there counts as soon as it is
            return
        kept = calls.highlighted_option.id if keep and calls.highlighted_option else None
        found = fitting(self._shown, self._wanted)
        self._said = said(self._shown, found, self._wanted)
        self._say_state()
        calls.clear_options()
        calls.add_options(self._narrowed(found) if self._wanted.parts else self._everything(found))
        ids = [option.id for option in calls.options]
        calls.highlighted = ids.index(kept) if kept and kept in ids else _first(ids)
        if not keep:
            calls.scroll_home(animate=False)

    def _say_state(self) -> None:
        """What is asked, and the key that asks it no more: while one types, a letter is only a letter."""
        way_out = "" if not self._wanted.parts else " Esc clears the search." if isinstance(self.focused, Input) else " x shows all."
        self.query_one("#state", Static).update(Content(self._said + way_out))

    def on_descendant_focus(self) -> None:
        self._say_state()

    def _everything(self, found: Sequence[Listed]) -> list[Option]:
        """What was put aside and what was played last above the long list, where they are seen; earlier ones below."""
        options = [heading("Go on with"), *(_went(GO_ON, past) for past in self._going)] if self._going else []
        if self._done:
            options += [heading("Look again at"), *(_went(AGAIN, past) for past in self._done[:2])]
        if options or not found:
            options.append(heading("All calls" if found else "There are no scenarios here."))
        options += map(call_option, found)
        if len(self._done) > 2:
            options += [heading("Earlier calls"), *(_went(AGAIN, past) for past in self._done[2:PAST])]
        return options

    def _narrowed(self, found: Sequence[Listed]) -> list[Option]:
        """What fits, with past calls of it; where nothing does, what to ask instead."""
        if not found:
            ways = list(ways_out(self._shown, self._wanted))
            self._looser = [wanted for _, wanted in ways]
            return [heading("Try"), *(Option(Content(f"  {words}"), id=f"{LOOSER}:{n}") for n, (words, _) in enumerate(ways))]
        ids = {one.id for one in found}
        past = [(kind, one) for kind, rows in ((GO_ON, self._going), (AGAIN, self._done)) for one in rows if one.scenario in ids][:PAST]
        return [*map(call_option, found), *([heading("Your calls of these")] if past else []), *(_went(kind, one) for kind, one in past)]

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        kind, _, name = (event.option_id or "").partition(":")
        if kind == OPEN:
            self.app.errand(self.app.brief(name), "opening a scenario", latest=True)
        elif kind == LOOSER:
            self._ask(self._looser[int(name)])
        elif kind:
            self.app.errand(self.app.go_on(name), "opening an earlier call", latest=True)

    def _ask(self, wanted: Wanted) -> None:
        self._wanted = wanted
        self.query_one("#search", Input).value = wanted.words
        self._fill()

    def action_search(self) -> None:
        self.set_focus(self.query_one("#search"))

    def on_input_changed(self) -> None:
        words = self.query_one("#search", Input).value  # not the event's: more may have been typed since
        if words != self._wanted.words:
            self._wanted = replace(self._wanted, words=words)
            self._fill()

    def on_input_submitted(self) -> None:
        """Enter in the search takes what is marked in the list."""
        calls = self.query_one("#calls", OptionList)
        self.set_focus(calls)
        calls.action_select()

    def key_up(self) -> None:
        """While one types, Up and Down move in the list all the same."""
        self.query_one("#calls", OptionList).action_cursor_up()

    def key_down(self) -> None:
        self.query_one("#calls", OptionList).action_cursor_down()

    def action_ask(self, name: str) -> None:
        part = Part(name)
        if not self._shown:
            return

        def take(choice: str | None) -> None:
            if choice is not None:
                self._ask(asking(self._wanted, part, choice))

        self.app.push_screen(ChoosingScreen(HEADS[part], choices(self._shown, self._wanted, part), chosen(self._wanted, part)), take)

    def action_clear(self) -> None:
        self._ask(self._wanted.cleared)

    def action_back(self) -> None:
        if isinstance(self.focused, Input):
            self._ask(replace(self._wanted, words=""))
            self.set_focus(self.query_one("#calls"))
        else:
            self.app.pop_screen()


# No part of an option has a colour of its own: on the bar of the chosen one it could not be read.


def _first(ids: Sequence[str | None]) -> int | None:
    """What Enter takes at once: an unfinished call, or the first scenario."""
    return next((n for n, id_ in enumerate(ids) if id_ and not id_.startswith(f"{AGAIN}:")), None)


def heading(words: str) -> Option:
    return Option(Content.styled(words, "$text-primary bold"), disabled=True)


def call_option(one: Listed) -> Option:
    about = " · ".join(filter(None, (safe_line(one.trade), f"level {one.level}", f"{one.minutes:.0f} min", mark(one))))
    who = " · ".join(filter(None, (played_line(one), safe_line(one.pack, 30), customer_line(one))))
    return Option(Content.assemble("  ", (safe_line(one.title, TITLE), "bold"), f"   {about}\n    {who}"), id=f"{OPEN}:{one.id}")


def _went(kind: str, past: Past) -> Option:
    return Option(Content.assemble("  ", (safe_line(past.title, TITLE), "bold"), f"   {_where(kind, past)}"), id=f"{kind}:{past.id}")


def _where(kind: str, past: Past) -> str:
    return f"{past.so_far}, begun {past.when}" if kind == GO_ON else f"played {past.when}{_tried(past.further)}"


def _tried(further: int) -> str:
    """The mark of a call with further tries."""
    return f", {count(further, 'further try', 'further tries')}" if further else ""
