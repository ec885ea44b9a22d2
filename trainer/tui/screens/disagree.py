"""One question: why the trainee disagrees with a line of evidence. An empty answer takes a disagreement back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from trainer import deskwork
from trainer.text import safe_line
from trainer.tui.widgets.footer import Footer

if TYPE_CHECKING:
    from scoring.scores import Evidence
    from trainer.tui.app import CoolheadApp
    from trainer.tui.backstage import Judged
    from trainer.tui.live import LiveCall


class DisagreeScreen(ModalScreen[str | None]):
    """Asks for the reason; None when the trainee thinks better of it."""

    CSS_PATH = "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "Back")]

    def __init__(self, words: str, says: str, before: str, *, kept: bool) -> None:
        super().__init__()
        self._words, self._says, self._before, self._kept = words, says, before, kept

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Static("You disagree?", classes="dialog-head", markup=False)
            quoted = f"“{safe_line(self._words, 160)}”\n" if self._words else ""
            yield Static(f"{quoted}{safe_line(self._says, 300)}", markup=False)
            yield Static("How would you judge it, in a few words?", classes="dialog-keys", markup=False)
            yield Input(self._before, id="why", max_length=400, placeholder="It answered what they had asked …", compact=True)
            where = (
                "Kept with this call; only you see it, unless you hand on a copy of your data. No score changes."
                if self._kept
                else "This call is not kept, so this is not either."
            )
            back = " Empty it to take it back." if self._before else ""
            yield Static(f"{where}{back} Enter: done", classes="dialog-keys", markup=False)
        yield Footer()

    def on_mount(self) -> None:
        self.query_one("#why").focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.dismiss(event.value.strip())


def ask_why(app: CoolheadApp, live: LiveCall, judged: Judged, row: Evidence, *, then: Callable[[], None]) -> None:
    """Ask why the trainee disagrees with a row, hold and keep the answer, and call ``then``."""
    from scoring.losses import WHOLE
    from trainer.disagreeing import disagreement, reason_for

    before = reason_for(live.disagreements, row)
    words = deskwork.words_at(live.events, row.turn)[row.start : row.end]

    def answered(reason: str | None) -> None:
        if reason is None or reason == before:
            return

        async def hold() -> None:
            await live.disagree(disagreement(row, reason, words=words, card=judged.card, events=live.events))
            then()

        app.errand(hold(), "keeping your disagreement")

    quoted = "" if row.rule in WHOLE else words  # what is about the whole call stands at its end for want of a better place
    app.push_screen(DisagreeScreen(quoted, row.says, before, kept=bool(live.attempt) and not live.unsaved), answered)
