"""What can be chosen of each part of what is asked, with how many calls it gives beside the rest of what is asked."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from enum import StrEnum

from scenarios.principles import PRINCIPLES
from trainer.picking.listed import Listed
from trainer.picking.wanted import LENGTH_WORDS, ORDER_WORDS, Length, Order, Wanted, fitting
from trainer.words import LEVEL_WORDS, count


class Part(StrEnum):
    """A part of what is asked that is chosen from a list; its name is its field in ``Wanted``."""

    TRADE = "trade"
    LEVEL = "level"
    PRINCIPLE = "principle"
    LENGTH = "length"
    ORDER = "order"


ANY = ""
"""The id of the choice that asks nothing."""
HEADS = {
    Part.TRADE: "Which trade?",
    Part.LEVEL: "How hard? Levels are measured: how often a beginner settles it.",
    Part.PRINCIPLE: "What should it train?",
    Part.LENGTH: "How long? In minutes of the call's own clock, on the best path.",
    Part.ORDER: "What stands first?",
}


def asking(wanted: Wanted, part: Part, choice: str) -> Wanted:
    """The same with a choice taken. Raises ValueError for one that is none."""
    if part is Part.ORDER:
        return replace(wanted, order=Order(choice))
    if choice == ANY:
        return wanted.without(part)
    if part is Part.TRADE:
        return replace(wanted, trade=choice)
    if part is Part.LEVEL:
        return replace(wanted, level=_level(choice))
    if part is Part.LENGTH:
        return replace(wanted, length=Length(choice))
    if choice not in PRINCIPLES:
        raise ValueError(choice)
    return replace(wanted, principle=choice)


def chosen(wanted: Wanted, part: Part) -> str:
    """The id of the choice that stands."""
    value = getattr(wanted, part)
    return str(value) if value else ANY


def choices(shown: Sequence[Listed], wanted: Wanted, part: Part) -> list[tuple[str, str]]:
    """The choices of a part: id, and words with how many calls it gives. What would give none is left out."""
    if part is Part.ORDER:
        return [(order, f"{order.capitalize()}: {words}") for order, words in ORDER_WORDS.items()]
    found = [(ANY, f"Any: {_calls(shown, wanted.without(part))}")]
    for id_, words in _NAMED[part](shown):
        if calls := len(fitting(shown, asking(wanted, part, id_))):
            found.append((id_, f"{words}: {count(calls, 'call')}"))
    return found


def _calls(shown: Sequence[Listed], wanted: Wanted) -> str:
    return count(len(fitting(shown, wanted)), "call")


def _level(choice: str) -> int:
    if choice not in map(str, LEVEL_WORDS):
        raise ValueError(choice)
    return int(choice)


def _trades(shown: Sequence[Listed]) -> Iterator[tuple[str, str]]:
    yield from ((trade, trade) for trade in sorted({one.trade for one in shown}, key=str.casefold))


def _principles(shown: Sequence[Listed]) -> Iterator[tuple[str, str]]:
    used = {id_ for one in shown for id_ in one.principles}
    yield from ((id_, f"{one.words} ({id_})") for id_, one in PRINCIPLES.items() if id_ in used)


_NAMED: dict[Part, Callable[[Sequence[Listed]], Iterator[tuple[str, str]]]] = {
    Part.TRADE: _trades,
    Part.LEVEL: lambda _: ((str(level), f"Level {level}, {words}") for level, words in LEVEL_WORDS.items()),
    Part.PRINCIPLE: _principles,
    Part.LENGTH: lambda _: ((length, f"{length.capitalize()}, {words}") for length, words in LENGTH_WORDS.items()),
}
