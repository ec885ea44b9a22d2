"""What a group proposes: words and desk lines on one card, the hands for it, and how sure the group is of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from scenarios.model import Scenario
from trainer.commands import CommandError, TwoActionsError, parse_command
from trainer.engine.desk import resolve
from trainer.replies import Reply

SLOTS = 4
"""Proposals a group may have before it at once: more are not weighed, only counted."""
LONGEST = 2000
"""Characters of a proposal that are kept."""
MOST_VOTES = 999


_PARTS = re.compile(r"(?:^|\s)//(?:\s|$)|\n")
_AMONG = re.compile(r"\s/([^\W\d_][\w-]*)")
"""A slash and a name within a line."""
_BEHIND_A_NUMBER = re.compile(r"(\d{1,3}\s*[:.)]?)\s*/\s*([^\W\d_][\w-]*)")
"""A slash and a name behind a number that begins the line: the number of a card, pressed or typed before the action."""


class Sure(StrEnum):
    """How sure the group is that a proposal will do good, said before anybody knows."""

    UNSURE = "unsure"
    FAIRLY = "fairly"
    SURE = "sure"


@dataclass(frozen=True, kw_only=True)
class Proposal:
    """One card on the board."""

    text: str
    """as it was typed: a reply, and any line that begins with a slash is a desk action"""
    votes: int | None = None
    """hands; None where nobody counted"""
    sure: Sure | None = None


def doings(text: str) -> list[Reply]:
    """What is done and said when a proposal is played: the desk lines first, as one tells of what is done, then the words as one reply."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    said = "\n".join(line for line in lines if not line.startswith("/"))
    acts = [Reply(0, command=line) for line in lines if line.startswith("/")]
    return [*acts, Reply(0, say=said)] if said else acts


def check(text: str, scenario: Scenario) -> None:
    """Raises CommandError where a desk line is none of this desk's, or is none for a number before it, so that it is mended before the group votes on it."""
    if asked := behind_a_number(text, scenario):
        raise CommandError(asked)
    for doing in doings(text):
        if doing.command:
            try:
                parse_command(doing.command, scenario)
            except TwoActionsError as error:
                raise CommandError(f"Two actions stand on one line. // parts them: {error.first} // {error.second}") from error


def parted(typed: str) -> str:
    """A proposal typed on one line, put on as many as it has parts: ``/refund 48 // I have refunded you.``"""
    return "\n".join(part.strip() for part in _PARTS.split(typed) if part.strip())


def behind_a_number(text: str, scenario: Scenario) -> str:
    """What to ask where a line names an action of the desk behind a number, and nothing would be done; empty where none does."""
    found = next((found for line in text.splitlines() if (found := _BEHIND_A_NUMBER.match(line.strip())) and resolve(scenario, found[2])), None)
    if found is None:
        return ""
    return f"Is /{found[2]} to be done? Only a line that begins with / is: take away the “{found[1]}” before it. To send it as words, put a word before it."


def among_words(text: str, scenario: Scenario) -> str:
    """The desk's first action named within a line of words, where it is not done; empty where none is."""
    said = (line for line in text.splitlines() if not line.lstrip().startswith("/"))
    named = (found[1] for line in said for found in _AMONG.finditer(line))
    return next((do for name in named if (do := resolve(scenario, name))), "")
