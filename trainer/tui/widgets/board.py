"""The board of a room: a card for each proposal, with its hands and how sure the group is, and one more to write on."""

from __future__ import annotations

from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from trainer.room.proposals import SLOTS, Proposal
from trainer.room.state import Board
from trainer.room.telling import card_line, weight

ROWS = {"-short": 2, "-tall": 3}
"""Rows of a card's words; the whole of it stands in the composer."""


class Card(Static):
    """One proposal, or the empty place for the next."""

    can_focus = True

    def __init__(self, slot: int) -> None:
        super().__init__("", id=f"card-{slot}", classes="card", markup=False)
        self.slot = slot

    def show(self, card: Proposal | None, *, marked: bool, width: int, rows: int) -> None:
        """Bring it up to date; ``marked`` cards wait for the other half of a fork."""
        self.set_class(card is None, "-empty")
        if card is None:
            self.update(Content.assemble((f" {self.slot}  ", "bold"), ("Enter: write a proposal", "$text-muted")))
            return
        behind = ", ".join(filter(None, (weight(card), "to be forked" if marked else "")))
        words = card_line(card, names=True)
        room = max(20, width - 6) * rows
        fits = words if len(words) <= room else f"{words[: room - 2].rsplit(' ', 1)[0]} …"
        self.update(Content.assemble((f" {self.slot}  ", "bold"), fits, (f"   {behind}" if behind else "", "bold $primary")))


class BoardView(Vertical):
    """The cards; only those that hold a proposal, and the next free one, take room."""

    def __init__(self) -> None:
        super().__init__(id="board")
        self.cards = tuple(Card(slot) for slot in range(1, SLOTS + 1))

    def compose(self):  # type: ignore[no-untyped-def]
        yield from self.cards

    def show(self, board: Board, *, marked: int | None, tall: bool) -> None:
        """Bring the cards up to date; the focus stays where it is, or goes to the next card that is there."""
        free = next((slot for slot, card in enumerate(board, 1) if card is None), None)
        for view, card in zip(self.cards, board, strict=True):
            view.display = card is not None or view.slot == free
            view.show(card, marked=view.slot == marked, width=self.size.width, rows=3 if tall else 2)

    @property
    def focused(self) -> Card | None:
        return next((card for card in self.cards if card.has_focus), None)

    def go(self, step: int) -> None:
        """Move the focus up or down over the cards that are there."""
        there = [card for card in self.cards if card.display]
        now = self.focused
        at = there.index(now) + step if now in there else 0
        there[max(0, min(at, len(there) - 1))].focus()
