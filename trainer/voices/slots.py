"""Putting a slot's words into a line: the one place where text from the rep or the desk enters the customer's mouth.

A slot is filled once, by position, and never by ``str.format``: what the rep typed may hold braces, markup or terminal
escapes, and none of it may be expanded, looked up or sent to a screen as a command.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

SLOTS = frozenset({"amount", "date", "offer", "question", "claim", "wait", "done", "promise", "name", "said", "asked", "given"})
"""What a line may name. ``name`` is the customer's own; ``said`` is something the customer said before, to quote; ``asked``
is what the rep asked for (``order number``), and ``given`` the value of it that the desk already has."""

LONGEST = 160
"""Characters of a slot that reach the line; a person quoting a long reply quotes its beginning."""

_SLOT = re.compile(r"\{([a-z]+)\}([.?!,]*)")
_SENTENCE_START = re.compile(r"(?:^|[.?!…]\s+)[\"“'‘]?$")
_QUOTE_START = re.compile(r":\s*[\"“'‘]?$")
_SAYINGS = frozenset({"question", "claim", "promise", "said"})
"""Slots that hold somebody's sentence, and so begin with a capital after a colon."""

_PLAIN_OPENERS = frozenset(  # one block of words reads better than sixty quoted ones
    """a an and any are at but by can could did do does for from had has have how if in is it its no not on or our shall should so some that the
    their then there they this to today tomorrow tonight was we were what when where which who whose why will with would you your""".split()
)
"""Words that take a small letter inside a sentence; anything else may be a name and keeps the case it came with."""

_VAGUE = {
    "amount": "that much",
    "date": "then",
    "offer": "that",
    "question": "what I asked",
    "claim": "what you said",
    "wait": "all this time",
    "done": "that",
    "promise": "that promise",
}
"""What a fixed sentence says where the call has no word for its slot."""


def named_in(line: str) -> tuple[str, ...]:
    """The slots a line names, known or not, in order."""
    return tuple(found[1] for found in _SLOT.finditer(line))


def around(line: str) -> tuple[str, ...]:
    """The line's own words between its slots."""
    return tuple(piece for piece in re.split(r"\{[a-z]+\}", line) if piece.strip())


def clean(value: str) -> str:
    """One harmless line: no control, direction or unpaired characters, single spaces, no longer than ``LONGEST``."""
    head = str(value)[: LONGEST * 4]
    kept = "".join(" " if c.isspace() else c for c in head if c.isspace() or unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Co", "Cn"))
    one = " ".join(kept.split())
    return one if len(one) <= LONGEST else one[: LONGEST - 1].rsplit(" ", 1)[0].rstrip(" ,.;:") + "…"


def fill(line: str, slots: Mapping[str, str], *, small: bool = False) -> str | None:
    """The line with every slot filled, or None when it names one that this turn has no word for.

    ``small``: whoever says it types no capitals, so none are added.
    """
    wanted = named_in(line)
    if not wanted:
        return line
    values = {name: clean(slots.get(name, "")) for name in wanted}
    if not all(name in SLOTS and value for name, value in values.items()):
        return None
    return _filled(line, values, small=small)


def fill_fixed(line: str, slots: Mapping[str, str]) -> str:
    """A sentence that must be said: like ``fill``, with a vague word where a slot is empty."""
    wanted = named_in(line)
    return _filled(line, {name: clean(slots.get(name, "")) or _VAGUE.get(name, "that") for name in wanted if name in SLOTS}, small=False) if wanted else line


def _filled(line: str, values: Mapping[str, str], *, small: bool) -> str:
    small = small or line[:1].islower()

    def put(found: re.Match[str]) -> str:
        if found[1] not in values:
            return found[0]
        return _placed(found[1], values[found[1]], before=line[: found.start()], tail=found[2], after=line[found.end() :], small=small)

    return _SLOT.sub(put, line)


def _placed(slot: str, value: str, *, before: str, tail: str, after: str, small: bool) -> str:
    """One slot's words fitted to their place: case by where the sentence starts, one closing mark, no doubled quotes."""
    quoted = before[-1:] in ('"', "“")
    value = value.strip('"“” ') if quoted else value
    asks = slot == "question" or value.endswith("?")
    core = value.rstrip(".?!,;: " if asks else ".,;: ") or value
    starts = not small and bool(_SENTENCE_START.search(before) or (slot in _SAYINGS and _QUOTE_START.search(before)))
    core = _cased(core, starts=starts, keep=quoted and not small)
    if not asks:
        return core + (tail or ("." if slot in _SAYINGS and _stands_alone(before, after) else ""))
    if tail.startswith(","):
        return core + tail
    ends = bool(tail) or not after.strip() or after[0] in '"”' or bool(re.match(r"\s+[A-Z\"“]", after))
    return core + "?" + tail.lstrip(".?!") if ends else core + tail


def _stands_alone(before: str, after: str) -> bool:
    """Whether somebody's sentence is put here as a sentence, with the next one following."""
    opens = not before.rstrip('"“ ') or bool(_QUOTE_START.search(before))
    return opens and bool(re.match(r"[\"”]?\s+[A-Z]", after))


def _cased(words: str, *, starts: bool, keep: bool) -> str:
    if starts:
        return words[:1].upper() + words[1:]
    first = re.match(r"[A-Za-z]+", words)
    if not keep and first and first[0].lower() in _PLAIN_OPENERS:
        return words[0].lower() + words[1:]
    return words
