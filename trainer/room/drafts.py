"""Drafts of a room: words nobody has proposed yet. They never take a number that a proposal would have, and stray keys are none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from trainer.room.proposals import SLOTS

FULL = f"The board is full: it holds {SLOTS} proposals, and nothing was written."
FEWEST = 2
"""Characters from which something typed is words: a single one is a key pressed by mistake."""


def words_of(text: str) -> str:
    """What was typed, or nothing where it is too little to be kept."""
    return text if len(text.strip().strip("/")) >= FEWEST else ""


def next_number(board: Sequence[object | None]) -> int | None:
    """The number of the next proposal: the first that none has."""
    return next((slot for slot, card in enumerate(board, 1) if card is None), None)


def behind(board: Sequence[object | None], drafts: Mapping[int, str]) -> dict[int, str]:
    """The drafts with those that are on no proposal's card moved behind the board, in their order, so that the next proposal has the next number."""
    free = [slot for slot in range(1, SLOTS + 1) if board[slot - 1] is None]
    waiting = [drafts[slot] for slot in free if slot in drafts]
    moved = dict(zip(free[len(free) - len(waiting) :], waiting, strict=True))
    return {**{slot: words for slot, words in drafts.items() if board[slot - 1] is not None}, **moved}
