"""The list: calls to go on with, scenarios to open, calls to look at again. First on the screen, so it loads nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Footer, OptionList, Static
from textual.widgets.option_list import Option

from trainer.text import safe_line
from trainer.words import LEVEL_WORDS, count

if TYPE_CHECKING:
    from trainer.tui.app import CoolheadApp
    from trainer.tui.backstage import Listed, Past

GO_ON, OPEN, AGAIN = "go-on", "open", "again"
"""What an entry does; the first part of its option id."""


class ScenariosScreen(Screen[None]):
    """Choose a call."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("r", "reload", "Look again", show=False),
        Binding("q", "app.quit", "Quit"),
    ]
    app: CoolheadApp
    floor: ClassVar[bool] = True
    """where the application goes back to after a call"""

    def __init__(self) -> None:
        super().__init__()
        self._customers: dict[str, str] = {}

    def compose(self) -> ComposeResult:
        yield Static("Coolhead", id="masthead", markup=False)
        yield Static("Practise keeping your head. Choose a call and press Enter.", id="hint", markup=False)
        yield OptionList(id="calls", markup=False)
        yield Static("", id="trouble", markup=False)
        yield Footer()

    def on_mount(self) -> None:
        self.query_one("#calls").loading = True
        self.call_after_refresh(self.reload)

    def reload(self) -> None:
        """Look afresh at scenarios and attempts."""
        self.app.errand(self._load(), "listing the scenarios")

    def action_reload(self) -> None:
        self.reload()

    async def _load(self) -> None:
        trouble = ""
        listed = await self.app.fetch(lambda b: b.scenarios())
        try:
            unfinished, finished = await self.app.fetch(lambda b: b.past())
            trouble = " ".join(await self.app.fetch(lambda b: b.notices()))
        except Exception as error:  # a fault of the records must not keep anyone from practising
            unfinished, finished = [], []
            trouble = f"Past calls cannot be shown: {safe_line(str(error), 300)}"
        self._fill(listed, unfinished, finished)
        box = self.query_one("#trouble", Static)
        box.display = bool(trouble)
        box.update(Content(safe_line(trouble)))
        await self._introduce(listed)

    async def _introduce(self, listed: list[Listed]) -> None:
        """Add a line about each customer; a file at a time, so that opening one never waits for all."""
        calls = self.query_one("#calls", OptionList)
        for entry in listed:
            if entry.id not in self._customers:
                self._customers[entry.id] = await self.app.fetch(lambda b, name=entry.id: b.customer_line(name))  # type: ignore[misc]
                if self.is_attached and f"{OPEN}:{entry.id}" in {option.id for option in calls.options}:
                    calls.replace_option_prompt(f"{OPEN}:{entry.id}", self._prompt(entry))

    def _prompt(self, entry: Listed) -> Content:
        about = f"{entry.trade} · level {entry.level}, {LEVEL_WORDS.get(entry.level, '')}{' · guided, begin here' if entry.guided else ''}"
        who = " · ".join(filter(None, (safe_line(entry.pack, 30), self._customers.get(entry.id, ""))))
        return Content.assemble("  ", (safe_line(entry.title), "bold"), f"   {safe_line(about)}\n    {safe_line(who, 72)}")

    def _fill(self, listed: list[Listed], unfinished: list[Past], finished: list[Past]) -> None:
        calls = self.query_one("#calls", OptionList)
        calls.loading = False
        kept = calls.highlighted_option.id if calls.highlighted_option else None
        calls.clear_options()
        if unfinished:
            calls.add_options([_heading("Go on with"), *(_went(GO_ON, past) for past in unfinished[:5])])
        if finished:  # the newest above the long list, where it is seen
            calls.add_options([_heading("Look again at"), *(_went(AGAIN, past) for past in finished[:2])])
        calls.add_option(_heading("Scenarios" if listed else "There are no scenarios here."))
        calls.add_options([Option(self._prompt(entry), id=f"{OPEN}:{entry.id}") for entry in listed])
        if len(finished) > 2:
            calls.add_options([_heading("Earlier calls"), *(_went(AGAIN, past) for past in finished[2:20])])
        ids = [option.id for option in calls.options]
        calls.highlighted = ids.index(kept) if kept and kept in ids else self._first(ids)
        calls.focus()

    @staticmethod
    def _first(ids: Sequence[str | None]) -> int | None:
        """What Enter takes at once: an unfinished call, or the first scenario."""
        return next((n for n, id_ in enumerate(ids) if id_ and not id_.startswith(f"{AGAIN}:")), None)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        kind, _, name = (event.option_id or "").partition(":")
        if kind == OPEN:
            self.app.errand(self.app.brief(name), "opening a scenario", latest=True)
        elif kind:
            self.app.errand(self.app.go_on(name), "opening an earlier call", latest=True)


# No part of an option has a colour of its own: on the bar of the chosen one it could not be read.


def _heading(words: str) -> Option:
    return Option(Content.styled(words, "$text-primary bold"), disabled=True)


def _went(kind: str, past: Past) -> Option:
    return Option(Content.assemble("  ", (safe_line(past.title), "bold"), f"   {_where(kind, past)}"), id=f"{kind}:{past.id}")


def _where(kind: str, past: Past) -> str:
    return f"{count(past.replies, 'reply', 'replies')} in, begun {past.when}" if kind == GO_ON else f"played {past.when}{_tried(past.further)}"


def _tried(further: int) -> str:
    """The mark of a call with further tries."""
    return f", {count(further, 'further try', 'further tries')}" if further else ""
