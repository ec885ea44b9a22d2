"""One reply worded anew, straight from the debrief: how it is read, what the customer answers, what it changes. Nothing counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from trainer import deskwork
from trainer.errors import CoolheadError
from trainer.places import own_place
from trainer.text import safe_line, safe_text
from trainer.tui.widgets.arriving import Arriving
from trainer.tui.widgets.composer import Composer
from trainer.tui.widgets.footer import Footer

if TYPE_CHECKING:
    from trainer.retyped import Retyped
    from trainer.tui.app import CoolheadApp
    from trainer.tui.live import LiveCall

QUOTED = 600
"""Characters shown of what was said before."""

Part = str | tuple[str, str]


class RetypeScreen(Screen[None]):
    """The moment above, what came of each try below it, the composer at the foot."""

    CSS_PATH = "retype.tcss"
    AUTO_FOCUS = "#composer"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss", "Back")]
    KEYS = (
        ("Enter", "try these words; as often as you like"),
        ("ctrl+j", "new line"),
        ("Up, Down", "what you tried before"),
        ("PageUp, PageDown", "scroll"),
        ("Esc", "back to the debrief; nothing here was counted or kept"),
    )
    app: CoolheadApp

    def __init__(self, live: LiveCall, turn: int, rule: str) -> None:
        super().__init__()
        self._live, self._turn, self._rule = live, turn, rule
        self._tries = 0

    def compose(self) -> ComposeResult:
        played = self._live.events
        yield Static(f"Word it anew: {own_place(played, self._turn)}", classes="page-head", markup=False)
        with VerticalScroll(id="tries"):
            yield Static(self._moment(), markup=False)
        composer = Composer(id="composer")
        composer.placeholder = "What would you say instead?"
        yield composer
        yield Footer()

    def _moment(self) -> Content:
        asked = next((e.text for e in reversed(self._live.events) if e.kind == "replied" and e.turn < self._turn), "")
        first = deskwork.words_at(self._live.events, self._turn)
        parts: list[Part] = [("Nothing here counts. Try as often as you like.\n\n", "$text-muted")]
        if asked:
            parts.append(f"{safe_line(self._live.customer, 40)}: “{safe_line(asked, QUOTED)}”\n")
        parts.append(f"You wrote: “{safe_line(first, QUOTED)}”\n")
        answered = next((e.text for e in self._live.events if e.kind == "replied" and e.turn > self._turn), "")
        if answered:
            parts.append(f"{safe_line(self._live.customer, 40)}: “{safe_line(answered, QUOTED)}”\n")
        if self._rule:
            parts.append((safe_text(self._rule), "$text-muted"))
        return Content.assemble(*parts)

    def on_composer_sent(self, event: Composer.Sent) -> None:
        if event.text.strip():
            self.app.errand(self._try(event.text), "trying another wording")

    def on_composer_paged(self, event: Composer.Paged) -> None:
        tries = self.query_one("#tries", VerticalScroll)
        tries.scroll_relative(y=event.pages * tries.size.height, animate=False)

    async def _try(self, text: str) -> None:
        try:
            came = await self._live.retype(self._turn, text)
        except CoolheadError as error:
            block = Arriving(f"This moment cannot be played again. {safe_text(error.sentence)}", classes="try", markup=False)
        else:
            self._tries += 1
            block = Arriving(_came(came, self._live.customer, self._tries), classes="try", markup=False)
        await self.query_one("#tries").mount(block)


def _came(came: Retyped, customer: str, number: int) -> Content:
    """One try: the words with what each stretch was read as, then the answer, the mood, the evidence."""
    parts: list[Part] = [(f"Try {number}\n", "bold $primary"), (f"“{safe_line(came.text, QUOTED)}”\n", "bold")]
    for mark in came.marks:
        words = safe_line(came.text[mark.start : mark.end], 70)
        parts.append((f"  {'✗' if mark.harm else '✓'} “{words}” {mark.words}\n", "$text-error" if mark.harm else ""))
    if came.note:
        parts.append(f"  {came.note}\n")
    parts.append(f"{safe_line(customer, 40)}: “{safe_line(came.answer, QUOTED)}”\n" if came.answer else "The call would have ended here.\n")
    if came.felt:
        parts.append(f"{safe_text(came.felt)}\n")
    parts += [f"  {safe_line(row)}\n" for row in (*came.gone, *came.come)]
    if not came.gone and not came.come:
        parts.append(("  The evidence at this moment stays as it was.", "$text-muted"))
    return Content.assemble(*parts).rstrip()
