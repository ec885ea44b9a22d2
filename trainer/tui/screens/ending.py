"""The ending: how it ended, what the customer says of it, what happened next."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from trainer import deskwork
from trainer.text import safe_line, safe_text
from trainer.tui.widgets.footer import Footer
from trainer.words import ENDINGS, count, minutes_word

if TYPE_CHECKING:
    from trainer.tui.app import CoolheadApp
    from trainer.tui.live import LiveCall


class EndingScreen(Screen[None]):
    """One page between the call and the debrief."""

    CSS_PATH = "page.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "on", "To the debrief"),
        Binding("enter", "shift", "Back to the shift"),
        Binding("t", "transcript", "Transcript"),
        Binding("escape,q", "home", "Back"),
    ]
    KEYS = (
        ("Enter", "on to the debrief; in a shift back to it, and the debrief is for later"),
        ("t", "read the transcript"),
        ("Esc", "back to where you began it; the debrief can be opened from there and from home"),
    )
    app: CoolheadApp

    def __init__(self, live: LiveCall) -> None:
        super().__init__()
        self.live = live

    def compose(self) -> ComposeResult:
        yield Static(safe_line(self.live.scenario.title), classes="page-head", markup=False)
        with VerticalScroll(id="page"):
            yield Static(_ending(self.live), id="page-body", markup=False)
        yield Footer()

    def on_mount(self) -> None:
        self.query_one("#page").focus()
        self.app.errand(self._judge_ahead(), "judging the call")

    async def _judge_ahead(self) -> None:
        """The scorecard is made while the ending is read, and the attempt closed with it."""
        await self.live.judge()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual calls it so
        """Enter leads to the debrief, or back to the longer practice this call is part of."""
        return self.app.debriefs_later == (action == "shift") if action in ("on", "shift") else True

    def action_shift(self) -> None:
        self.app.home()

    def action_on(self) -> None:
        self.app.errand(self.app.debrief(self.live), "opening the debrief", latest=True)

    def action_transcript(self) -> None:
        from trainer.tui.screens.transcript import transcript_page

        self.app.push_page(transcript_page(self.live))

    def action_home(self) -> None:
        self.app.home()


def _ending(live: LiveCall) -> Content:
    end, said = deskwork.ended(live.events), deskwork.verdict(live.events)
    name = safe_line(live.customer)
    parts: list[str | tuple[str, str]] = []
    if end is not None:
        parts += [(ENDINGS.get(end.ending.value, "The call is over.").format(name=name), "bold"), "\n"]
        outcome = live.scenario.outcomes.get(end.outcome) if end.outcome else None
        if outcome is not None:
            what = safe_line(outcome.what or (end.outcome or "").replace("-", " ")).rstrip(".")
            parts.append(f"{what[:1].upper()}{what[1:]}.\n")
    replies = sum(1 for e in live.events if e.kind == "said")
    parts.append((f"{count(replies, 'reply', 'replies')}, {minutes_word(deskwork.elapsed(live.events))} of the customer's time\n", "$text-muted"))
    if said is not None and said.text:
        parts += [(f"\nWhat {name} says of it\n", "bold $primary"), f"“{safe_text(said.text)}”\n"]
    if said is not None and said.next:
        parts.append(("\nWhat happened next\n", "bold $primary"))
        parts += [f"• {safe_text(line)}\n" for line in said.next]
    return Content.assemble(*parts)
