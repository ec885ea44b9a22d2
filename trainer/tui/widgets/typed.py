"""Widgets that hold no words of their own: what is typed or pasted on them is offered to their screen first, before the next key comes.

A key that bubbles up reaches the screen some turns later, and of words typed in one breath the letters would arrive out of order.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, runtime_checkable

from textual import events

if TYPE_CHECKING:
    from textual.widget import Widget
else:
    Widget = object  # a second widget among the bases would cut a widget off from the styles of its kind


@runtime_checkable
class TakesWords(Protocol):
    """A screen that has a place for words."""

    def take_typed(self, event: events.Event) -> bool:
        """Whether this was a letter or a paste, and stands where words are written now."""


class HandsOn(Widget):
    """Hands letters and pastes to the screen."""

    def _forward_event(self, event: events.Event) -> None:
        if not (isinstance(event, (events.Key, events.Paste)) and isinstance(self.screen, TakesWords) and self.screen.take_typed(event)):
            super()._forward_event(event)
