"""What an author can ask of a preview by a typed command, the same in both views; a scenario's own action of that name goes first."""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum


class Wish(StrEnum):
    """A wish, by the word that is typed after the slash."""

    STATE = "state"
    WHY = "why"
    PROBLEM = "problem"
    BACK = "back"
    DRAFT = "draft"
    DRAFTS = "drafts"
    SEED = "seed"
    RESTART = "restart"
    LEAVE = "leave"
    HELP = "help"


WORDS = {
    Wish.STATE: "Mood in numbers, what is still open, which beats wait",
    Wish.WHY: "What your last reply was read as, and what it did",
    Wish.PROBLEM: "The next problem of the file",
    Wish.BACK: "Take your last reply back",
    Wish.DRAFT: "Take up the first of the drafts",
    Wish.DRAFTS: "Play all drafts, as far as they fit",
    Wish.SEED: "The next seed; or a certain one, /seed 7",
    Wish.RESTART: "Again from the opening; your replies become drafts",
    Wish.LEAVE: "Leave the call, as a trainee could",
    Wish.HELP: "What can be done here",
}

FIRST_WORDS = (Wish.STATE, Wish.WHY, Wish.PROBLEM, Wish.BACK)
"""What is told first where a whole list would have to be listened to."""

MOST_DIGITS = 18


def wish_in(line: str, actions: Collection[str]) -> tuple[Wish, str] | None:
    """The wish typed and what stands after it; None where the line is something else, or an action of the desk."""
    word, _, rest = line.strip().partition(" ")
    name = word.removeprefix("/").lower()
    if not word.startswith("/") or name in actions or name not in list(Wish):
        return None
    return Wish(name), rest.strip()


def seed_in(rest: str) -> int | None:
    """The seed named, None for the next one. Raises ValueError with a plain sentence for what is no seed."""
    if not rest:
        return None
    if not rest.isascii() or not rest.isdigit() or len(rest) > MOST_DIGITS:
        raise ValueError("A seed is a whole number, as in /seed 7.")
    return int(rest)
