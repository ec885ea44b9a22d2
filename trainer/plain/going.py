"""The words that mean the same at every prompt of the plain view, and what a lone one of them means in a call.

They stand here and nowhere else, so that whoever has learnt them at one prompt knows them at all of them.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from trainer.modes import MODES
from trainer.words import INTENSITIES

BACK = ("back", "stop", "leave", "pause", "q")
"""One step back, as Enter alone is where it does not go on."""
QUIT = ("quit", "exit")
"""Out of Coolhead; everything is kept as it goes."""
HOME = "home"
HELP = ("help", "?")
HELP_ALL = ("help all", "all help")
THE_REST = "help all: everything that can be typed here."
"""Ends a help that leaves something out, so that nobody has to hear twelve lines for one."""
MORE = "more"
TERMS = ("words", "what")
"""What the terms told last mean."""

EVERYWHERE = (
    "Everywhere: back or stop goes one step back, home goes home, quit leaves Coolhead, words tells what the terms told last mean. Enter goes on, or back."
)
"""The last line of every help."""

LONE = frozenset(
    {
        *(*BACK, *QUIT, *HELP, HOME, MORE, TERMS[0], "list", "all", "find", "past", "first", "resume", "clear", "order", "undo"),
        *(
            "practice",
            "test",
            "coach",
            "meter",
            "mood",
            "briefing",
            "desk",
            "record",
            "policy",
            "rubric",
            "log",
            "rewind",
            "voice",
            "ledger",
            "transcript",
            "again",
        ),
        *INTENSITIES,
        *(mode.name for mode in MODES),
    }
)
"""What is typed at some prompt of this program. Alone on a line it is hardly meant for a customer."""


LEAST = 4
"""Letters from which a lone word is looked at for a slip: shorter ones are too near to one another. One of so few is taken for a slip only where two letters
changed places (``hlep``): ``hope`` is one letter from ``home``."""
TWO_SLIPS = 6
"""Letters from which a word may be two slips away, where it begins with the same letter."""
REAL_WORDS = frozenset(
    "black quite quilt letter larger refuse exist paste pasta pasty realm clam spot slit pats moody fined groom broom roomy cause heave weave works world worlds wards swords lords fists police polity "
    "remind older border elder clean couch poach roach metre peter deter lodger ledge falls walls halls balls cells grill trill frill shirt swift shaft sitting "
    "sittings lettings choice presume practise".split()
)
"""English words one letter from a word of this program, which somebody may well say to a customer."""
CHOOSES = 2
"""Digits of a number that may be meant to choose."""
FORMS = ("s", "d", "r", "ed", "er", "y", "ing")
"""Endings that make another form of a word (``orders``, ``paused``), no slip of it."""

HERE = {"call": "resume", "set": "drill, then resume", "shift": "shift", "room": "room"}
SHELL = {**HERE, "set": "drill"}
"""How what was put aside is gone on with, at home and from a shell."""


class Went(Exception):  # noqa: N818 - it is no error
    """Somebody asked to be elsewhere; whoever stands there catches it."""


class WentHome(Went):
    """``home`` was typed."""


class Quitted(Went):
    """``quit`` was typed."""


class Sitting(Protocol):
    """What tells whether somebody comes back to home."""

    at_home: bool


def kept(what: str, sitting: Sitting, went: Went | None = None) -> str:
    """What was put aside, and how to go on with it: from home, or from the shell where that is where one comes to."""
    if isinstance(went, WentHome) or (sitting.at_home and went is None):
        return f"The {what} is kept. To go on with it from home, type {HERE[what]}."
    return f"The {what} is kept. Go on with: coolhead {SHELL[what]}"


def bare(typed: str) -> str:
    """A line as a word: without a slash before it, blanks and capitals."""
    return typed.strip().removeprefix("/").strip().lower()


def is_command(typed: str) -> bool:
    """Whether a line begins with a slash or is a lone word of the program."""
    return typed.lstrip().startswith("/") or bare(typed) in LONE


def near_command(typed: str, here: Iterable[str]) -> str:
    """The word of the program, or of ``here``, that a lone word is one slip away from; empty where it is a word of its own or nothing near.

    Letters alone: with a dot after it, a word is said.
    """
    word = bare(typed)
    if len(word) < LEAST or not word.isalpha() or word in REAL_WORDS or is_command(word):
        return ""
    from rapidfuzz.distance import OSA

    def slips(one: str) -> int:
        """Letters by which it is missed; 0 where that is more than a slip, or another form of the word."""
        if len(one) < LEAST or (word.startswith(one) and word[len(one) :] in FORMS):
            return 0
        far = OSA.distance(word, one)
        if len(word) == LEAST:
            return far if far == 1 and sorted(word) == sorted(one) else 0
        most = 2 if min(len(word), len(one)) >= TWO_SLIPS and word[0] == one[0] else 1
        return far if far <= most else 0

    near = {one: far for one in {*LONE, *here} if (far := slips(one))}
    return min(near, key=lambda one: (near[one], -len(one), one), default="")


def hardly_said(typed: str, here: Iterable[str]) -> str:
    """Why a line is asked about before it is taken for a reply: a slip in a command, or a number as it chooses from a list. Empty where it is a reply."""
    word = bare(typed)
    if word.isascii() and word.isdigit() and len(word) <= CHOOSES:
        return f"“{word}” alone is a number, and there is nothing to choose here"
    meant = near_command(typed, here)
    return f"“{word}” is near to {meant}, which is a command" if meant else ""
