"""A further try at a call: the call screen, marked as one, standing as it stood before the turn that is taken again.

It can be stopped at any length. Stopped or over, it is set beside the try it branches from.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.widgets import Static

from trainer import deskwork
from trainer.tries import Again, try_name, turn_words
from trainer.tui.screens.call import CallScreen
from trainer.tui.widgets.composer import Composer
from trainer.tui.widgets.transcript import TranscriptView

if TYPE_CHECKING:
    from scenarios.transcript import Event
    from trainer.tui.live import LiveCall


class FurtherTryScreen(CallScreen):
    """One further try under way."""

    KEYS = (
        *(row for row in CallScreen.KEYS if not row[0].startswith("F8")),
        ("F8 or /leave", "stop this try and set it beside the one it branches from; it is kept, and you can go on with it"),
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

    def action_leave(self) -> None:
        """Stop. Where nothing was tried yet there is nothing to compare."""
        if any(event.turn >= self._again.turn for event in self.live.events):
            self._to_ending()
        else:
            self.dismiss()

    def _to_ending(self) -> None:
        self.app.errand(self._compare(), "comparing the two tries", latest=True)

    async def _compare(self) -> None:
        from trainer.tui.screens.comparison import comparison_of

        comparison = await comparison_of(self.live)
        if self.is_attached:
            await self.app.switch_screen(comparison)


def _mark(again: Again) -> str:
    """What stands above a further try all the time."""
    return f"{try_name(again.number).capitalize()}, from {turn_words(again.other.events, again.turn)}; your first one counts. F8: stop and compare"
