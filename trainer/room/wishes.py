"""What a driver can type: one line, one wish. The plain view lives by it; the screen has keys for the same."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from trainer.room.kept import NotNowError
from trainer.room.proposals import Sure, parted


class Wish(StrEnum):
    """The words a line begins with."""

    PROPOSE = "1: words"
    CLEAR = "clear"
    """a draft is thrown away"""
    VOTES = "votes"
    SURE = "sure"
    LOCK = "lock"
    FORK = "fork"
    GO_ON = "go on"
    UNDO = "undo"
    BOARD = "board"
    WHY = "why"
    DESK = "desk"
    LOG = "log"
    TIMER = "timer"
    END = "end"
    HELP = "help"
    HELP_ALL = "help all"
    STOP = "stop"
    WORDS = "words"
    """a sentence without a number: somebody has begun to write a proposal"""


HELP = (
    "1: and the words writes proposal 1; there is room for 4. A sentence without a number goes on the next free one. 1: alone takes it off.",
    "A proposal may hold desk actions: 1: /refund 48 // I have refunded the 48 pounds. They are done before the words are sent.",
    "A draft is told with the board and takes no proposal's number. 2: alone proposes draft 2, clear 2 throws it away.",
    "votes 3 1 0: hands for the proposals on the board, in their order.",
    "sure 2, fairly 2, unsure 2: how sure the group is of proposal 2.",
    "lock 1: send proposal 1 and hear the answer. fork 1 2: hear the answers to two.",
    "go on, or Enter: on to the next moment. go on 2: after a fork, on with that future.",
    "undo: take the last lock back. The board is as it was, and what was taken back stays on the sheet.",
    "board: the proposals. why: what the last reply was found to do. desk: record, policy and actions. log: the call so far.",
    "timer 2: two minutes for each moment. timer off: no timer, as at the start.",
    "end: end the call here. stop: put the room aside; coolhead room goes on with it.",
)

FIRST_HELP = (
    "1: and the words writes proposal 1; votes 3 1 0 counts the hands; lock 1 sends it and tells the answer. Enter: on to the next moment.",
    "undo: take the last step back. why: what the last reply was found to do. desk: what the desk shows.",
    "end: end the call here. stop: put the room aside; coolhead room goes on with it.",
)
"""What carries a group through a call; ``HELP`` is the whole of it."""

_PROPOSED = re.compile(r"^\s*([0-9]{1,3})\s*[:.)]\s*(.*)$", re.DOTALL)
_SURES = {"unsure": Sure.UNSURE, "fairly": Sure.FAIRLY, "sure": Sure.SURE}
_ENDS = ("stop", "quit", "exit", "q", "pause")
MOST_MINUTES = 60
SENTENCE = 4
"""Words from which a line that is no command is taken for a reply, not for a command mistyped."""
_NEVER_WORDS = ("votes", "vote", "lock", "fork", "timer")
"""What no reply begins with as likely as a command does."""


@dataclass(frozen=True, kw_only=True)
class Wished:
    """One line, understood."""

    wish: Wish
    numbers: tuple[int, ...] = ()
    """slots, votes or minutes"""
    text: str = ""
    sure: Sure | None = None


def wished(line: str) -> Wished:
    """What a line asks for; an empty one goes on, and a sentence is words. Raises NotNowError for one that is none of these."""
    try:
        return _command(line)
    except NotNowError:
        words = line.lower().split()
        if len(words) < SENTENCE or words[0].removeprefix("/") in _NEVER_WORDS:
            raise
        return Wished(wish=Wish.WORDS, text=parted(line))


def _command(line: str) -> Wished:
    if found := _PROPOSED.match(line):
        return Wished(wish=Wish.PROPOSE, numbers=(int(found[1]),), text=parted(found[2]))
    word, _, rest = line.strip().lower().removeprefix("/").partition(" ")
    rest = rest.strip()
    if word in ("", "go", "on", "next"):
        return Wished(wish=Wish.GO_ON, numbers=_numbers(rest.removeprefix("on").strip()))
    if word in _ENDS and not rest:
        return Wished(wish=Wish.STOP)
    if word in ("votes", "vote"):
        return Wished(wish=Wish.VOTES, numbers=_some(rest, "votes 3 1 0"))
    if word in _SURES:
        return Wished(wish=Wish.SURE, numbers=_some(rest, f"{word} 2"), sure=_SURES[word])
    if word == "clear":
        return Wished(wish=Wish.CLEAR, numbers=_some(rest, "clear 2", most=1))
    if word == "lock":
        return Wished(wish=Wish.LOCK, numbers=_some(rest, "lock 1", most=1))
    if word == "fork":
        return Wished(wish=Wish.FORK, numbers=_some(rest, "fork 1 2", least=2, most=2))
    if word == "timer":
        return Wished(wish=Wish.TIMER, numbers=_minutes(rest))
    if line.strip().lower().removeprefix("/") == Wish.HELP_ALL:
        return Wished(wish=Wish.HELP_ALL)
    plain = {wish.value: wish for wish in (Wish.UNDO, Wish.BOARD, Wish.WHY, Wish.DESK, Wish.LOG, Wish.END, Wish.HELP)}
    if word in plain and not rest:
        return Wished(wish=plain[word])
    raise NotNowError(f"There is nothing under '{line.strip()[:40]}'. Type 1: and the words for a proposal, or help.")


def _minutes(rest: str) -> tuple[int, ...]:
    if rest in ("", "off", "0"):
        return ()
    found = _some(rest.removesuffix("minutes").removesuffix("min").removesuffix("m").strip(), "timer 2", most=1)
    if found[0] > MOST_MINUTES:
        raise NotNowError(f"The timer takes up to {MOST_MINUTES} minutes.")
    return found


def _some(rest: str, example: str, *, least: int = 1, most: int = 10) -> tuple[int, ...]:
    try:
        found = _numbers(rest)
    except NotNowError:
        found = ()
    if not least <= len(found) <= most:
        raise NotNowError(f"Type it like this: {example}")
    return found


def _numbers(rest: str) -> tuple[int, ...]:
    parts = rest.replace(",", " ").replace(" and ", " ").split()
    if not all(part.isascii() and part.isdigit() and len(part) < 5 for part in parts) or len(parts) > 10:
        raise NotNowError(f"'{rest[:40]}' is not understood here. Type help for what can be typed.")
    return tuple(int(part) for part in parts)
