"""A further try at a call: the call screen, marked as one, standing as it stood before the turn that is taken again.

It can be stopped at any length. Stopped or over, it is set beside the first try, which counts. One in which nothing was said
is not kept and leads back to where the turns were chosen from.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from trainer import deskwork
from trainer.tries import Again, try_name, turn_words
from trainer.tui.screens.call import CallScreen
from trainer.tui.screens.dialogs import LeaveScreen
from trainer.tui.widgets.composer import Composer
from trainer.tui.widgets.desk import Search
from trainer.tui.widgets.transcript import TranscriptView

if TYPE_CHECKING:
    from scenarios.transcript import Event
    from trainer.tui.app import CoolheadApp
    from trainer.tui.live import LiveCall

STOP_TRY = "Stop this try?"
STOP_WORDS = "What was said in it is set beside your first try. It is kept, and you can go on with it later. What you have only typed is not sent."
NOTHING_SAID = "Nothing was said in that try. It is not kept."


class FurtherTryScreen(CallScreen):
    """One further try under way."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("f8", "leave", "Stop", priority=True)]
    KEYS = (
        *(row for row in CallScreen.KEYS if not row[0].startswith(("F8", "Escape"))),
        ("F8 or /leave", "stop this try and set it beside your first one; it is kept, and you can go on with it"),
        ("Escape", "show the customer's words at once; after that, asks whether to stop this try, or leaves one in which nothing was said"),
    )

    def __init__(self, live: LiveCall, opening: Sequence[Event]) -> None:
        super().__init__(live, opening)
        assert live.again is not None, "a first try has the call screen itself"
        self._again = live.again

    def compose(self) -> ComposeResult:
        yield Static(_mark(self._again), id="again", markup=False)
        yield from super().compose()

    def _begin(self, opening: Sequence[Event]) -> None:
        """The call as it stood, then what was said there before, to be bettered, then what this try holds already."""
        again = self._again
        past = [event for event in opening if event.turn < again.turn]
        words = deskwork.words_at(again.other.events, again.turn)
        self._hearing.show(past)
        head = f"In your {try_name(again.of)}, {turn_words(again.other.events, again.turn)} stood here. Try it otherwise."
        self.query_one(TranscriptView).add("note", head, words)
        if again.old.kind == "said":
            self.query_one(Composer).remember(words)
        self._hearing.show(opening[len(past) :])
        self._hearing.whisper()

    @property
    def _begun(self) -> bool:
        return self._again.begun(self.live.events)

    def action_leave(self) -> None:
        """Stop. Where nothing was tried yet there is nothing to compare."""
        if self._begun:
            self._to_ending()
        else:
            self._forget()
            leave_tries(self.app)
            self.app.notify(NOTHING_SAID)

    def action_settle(self) -> None:
        """Where there is nothing to settle any more, Escape asks for the way out."""
        if not self._settled:
            super().action_settle()
        elif (self._begun and not self.live.over) or self.query_one(Composer).text.strip():
            self.app.push_screen(LeaveScreen(STOP_TRY, STOP_WORDS, leave="Stop"), self._left)
        else:
            self.action_leave()

    @property
    def _settled(self) -> bool:
        hearing, at_composer = self._hearing, self.focused is self.query_one(Composer)
        return at_composer and not (hearing.waiting or hearing.drafting or self.has_class("-desk-open") or self.query_one(Search).value)

    def _left(self, sure: bool | None) -> None:
        if sure:
            self.action_leave()

    @property
    def may_rewind(self) -> bool:
        return super().may_rewind or self.live.taken_from is not None

    def action_rewind(self) -> None:
        """Choose again: from this try, or where nothing was said in it yet, from the one it was taken from."""
        from trainer.tui.screens.turns import TurnsScreen

        self._hearing.let_through()
        if self._begun or self.live.taken_from is None:
            self.app.push_screen(TurnsScreen(self.live, self._again.turn))
        else:
            self._forget()
            self.app.switch_screen(TurnsScreen(self.live.taken_from, self._again.turn))

    def _forget(self) -> None:
        self.app.errand(self.live.drop_empty(), "leaving an empty try")

    def _to_ending(self) -> None:
        self.app.errand(self._compare(), "comparing the two tries", latest=True)

    async def _compare(self) -> None:
        from trainer.tui.screens.comparison import comparison_of

        comparison = await comparison_of(self.live)
        if self.is_attached:
            await self.app.switch_screen(comparison)


def leave_tries(app: CoolheadApp) -> None:
    """From a try, or from the page that compares it, back to where the first one stands: no try is left half played beneath."""
    from trainer.tui.screens.comparison import ComparisonScreen

    app.pop_screen()
    while isinstance(app.screen, FurtherTryScreen | ComparisonScreen):
        app.pop_screen()


def _mark(again: Again) -> str:
    """What stands above a further try all the time."""
    return f"{try_name(again.number).capitalize()}, from {turn_words(again.other.events, again.turn)}; your first one counts. F8: stop"
