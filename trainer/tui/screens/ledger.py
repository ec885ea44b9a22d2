"""The ledger of a call: what you promised and claimed, grouped by what became of it, and your words as you wrote them.

The list says in a line each what happened; the pane below shows the reply with the words marked. Enter goes to that place
in the transcript.
"""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from trainer import deskwork
from trainer.tui.screens.transcript import TranscriptScreen
from trainer.tui.widgets.footer import Footer
from trainer.tui.widgets.transcript import turn_content
from trainer.word_given import NOT_HERE, Account, Group, summary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trainer.tui.app import CoolheadApp
    from trainer.tui.live import LiveCall


class LedgerScreen(Screen[None]):
    """What was said against what was so."""

    CSS_PATH = "ledger.tcss"
    AUTO_FOCUS = "#accounts"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "jump", "To the words"), Binding("escape,q,l", "dismiss", "Back")]
    KEYS = (("Up, Down", "go through what you said; your words stand below"), ("Enter", "to that place in the transcript"), ("Esc", "back to the debrief"))
    app: CoolheadApp

    def __init__(self, live: LiveCall, groups: Sequence[Group]) -> None:
        super().__init__()
        self._live, self._groups = live, groups
        self._accounts = [account for group in groups for account in group.accounts]

    def compose(self) -> ComposeResult:
        yield Static("Promises and claims", classes="page-head", markup=False)
        yield Static(f"{summary(self._groups)}{'  Enter shows it in the transcript.' if self._accounts else ''}", id="sum", markup=False)
        yield OptionList(id="accounts")
        with VerticalScroll(id="where", can_focus=False):
            yield Static("", id="words", markup=False)
        yield Footer()

    def on_resize(self, event: events.Resize) -> None:
        self._fill(event.size.width)

    def _fill(self, columns: int) -> None:
        indent = max((len(account.where) for account in self._accounts), default=0) + 2
        width = max(24, columns - indent - 8)
        shown = self.query_one("#accounts", OptionList)
        at = shown.highlighted
        shown.clear_options()
        for group in self._groups:
            shown.add_option(Option(Content.styled(f"{group.title} ({len(group.accounts)})", "bold $primary"), disabled=True))
            shown.add_options(Option(_row(account, indent, width), id=str(self._accounts.index(account))) for account in group.accounts)
        shown.highlighted = at if at is not None else 1 if self._accounts else None

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        account = self._named(event.option.id)
        if account is not None:
            elsewhere = account.turn == NOT_HERE
            text = account.words if elsewhere else deskwork.words_at(self._live.events, account.turn)
            marks = () if elsewhere else ((account.start, account.end),)
            where = f"You, {account.where[0].lower()}{account.where[1:]}{' (said in the first call, so not in this transcript)' if elsewhere else ''}"
            self.query_one("#words", Static).update(turn_content(where, text, marks))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self._jump(self._named(event.option.id))

    def action_jump(self) -> None:
        shown = self.query_one("#accounts", OptionList)
        if shown.highlighted is not None:
            self._jump(self._named(shown.get_option_at_index(shown.highlighted).id))

    def _jump(self, account: Account | None) -> None:
        if account is not None and account.turn != NOT_HERE:
            self.app.push_screen(TranscriptScreen(self._live, account))

    def _named(self, place: str | None) -> Account | None:
        return self._accounts[int(place)] if place is not None and place.isdigit() else None


def _row(account: Account, indent: int, width: int) -> Content:
    """The reply's number and the words, then what became of them."""
    words = wrap(f"“{account.words}”", width, max_lines=2, placeholder=" …”") or [""]
    told = wrap(" ".join(account.sentences), width)
    parts: list[str | tuple[str, str]] = [(f"{account.where:<{indent}}", "bold"), words[0]]
    parts += [f"\n{'':<{indent}}{line}" for line in words[1:]]
    parts += [(f"\n{'':<{indent}}{line}", "$text-muted") for line in told]
    return Content.assemble(*parts)
