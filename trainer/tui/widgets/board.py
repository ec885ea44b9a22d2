"""The board of a room: a card for each proposal, with its hands and how sure the group is, and one more to write on."""

from __future__ import annotations

from collections.abc import Mapping
from textwrap import shorten, wrap

from textual import events
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from trainer.room.proposals import SLOTS, Proposal
from trainer.room.state import Board
from trainer.room.telling import card_line, weight
from trainer.tui.widgets.typed import HandsOn

ROWS, MORE_ROWS = 2, 3
"""Rows of a card's words, on a low screen and on a tall one; the whole of it stands in the composer."""
INDENT = "    "
DRAFT, DRAFT_KEYS = "Draft: ", "  (Enter: go on, Delete: clear)"

Part = str | tuple[str, str]


class Card(HandsOn, Static):
    """One proposal, or the empty place for the next."""

    can_focus = True

    def __init__(self, slot: int) -> None:
        super().__init__("", id=f"card-{slot}", classes="card", markup=False)
        self.slot = slot
        self._shown: Proposal | None = None
        self._marked, self._draft = False, ""
        self._rows = ROWS

    def show(self, card: Proposal | None, *, marked: bool, draft: str, rows: int) -> None:
        """Bring it up to date; ``marked`` cards wait for the other half of a fork, and ``draft`` are words nobody has proposed yet."""
        self._shown, self._marked, self._draft, self._rows = card, marked, draft, rows
        self._lay()

    def on_resize(self, _event: events.Resize) -> None:
        self._lay()  # a board that was put away has no width until it is seen again

    def _lay(self) -> None:
        card, rows = self._shown, self._rows
        self.set_class(card is None, "-empty")
        if card is None:
            self.update(self._laid_draft() if self._draft else Content.assemble((f" {self.slot}  ", "bold"), ("Type a proposal", "$text-muted")))
            return
        behind = ", ".join(filter(None, (weight(card), "to be forked" if self._marked else "", "other words wait as its draft" if self._draft else "")))
        across = max(20, self.size.width - 5)
        words = shorten(card_line(card), rows * across, placeholder=" …")
        *lines, last = wrap(words, across, max_lines=rows, placeholder=" …") or [""]
        joined = len(last) + len(behind) + 3 <= across
        parts: list[Part] = [(f" {self.slot}  ", "bold"), f"\n{INDENT}".join((*lines, last))]
        if behind:
            parts += ["   " if joined else f"\n{INDENT}", (behind, "bold $primary")]
        self.update(Content.assemble(*parts))

    def _laid_draft(self) -> Content:
        """A draft on one row, without a number: it has none until it is proposed."""
        words = " ".join(self._draft.split())
        across = max(10, self.size.width - len(DRAFT) - len(DRAFT_KEYS) - 6)
        shown = shorten(words, across, placeholder=" …")
        shown = shown if len(shown) > 2 else f"{words[: across - 1]}…"
        return Content.assemble((f" -  {DRAFT}", "$text-muted"), shown, (DRAFT_KEYS, "$text-muted"))


class BoardView(Vertical):
    """The cards; only those that hold a proposal or a draft, and the next free one, take room."""

    def __init__(self) -> None:
        super().__init__(id="board")
        self.cards = tuple(Card(slot) for slot in range(1, SLOTS + 1))

    def compose(self):  # type: ignore[no-untyped-def]
        yield from self.cards

    def show(self, board: Board, *, marked: int | None, drafts: Mapping[int, str], tall: bool) -> None:
        """Bring the cards up to date; the focus stays where it is, or goes to the next card that is there."""
        free = next((slot for slot, card in enumerate(board, 1) if card is None), None)
        for view, card in zip(self.cards, board, strict=True):
            view.display = card is not None or view.slot == free or view.slot in drafts
            view.show(card, marked=view.slot == marked, draft=drafts.get(view.slot, ""), rows=MORE_ROWS if tall else ROWS)

    @property
    def focused(self) -> Card | None:
        """The card the next key is meant for."""
        focused = self.screen.focused
        return focused if isinstance(focused, Card) else None

    def go(self, step: int) -> None:
        """Move the focus up or down over the cards that are there."""
        there = [card for card in self.cards if card.display]
        if not there:
            return  # the room was left in the same breath
        now = self.focused
        at = there.index(now) + step if now in there else 0
        self.screen.set_focus(there[max(0, min(at, len(there) - 1))])  # at once: the next key is meant for it
