"""What a trainee asks of the list: words, trade, level, principle, length and order; what fits, and all of it said in words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from scenarios.principles import PRINCIPLES
from trainer.picking.listed import Listed
from trainer.text import safe_line
from trainer.words import LEVEL_WORDS, count


class Length(StrEnum):
    """How long a call is, by the minutes its own clock shows on the expert's path."""

    SHORT = "short"
    USUAL = "usual"
    LONG = "long"

    @classmethod
    def of(cls, minutes: float) -> Length:
        return cls.SHORT if minutes <= SHORT_TO else cls.USUAL if minutes < LONG_FROM else cls.LONG


SHORT_TO, LONG_FROM = 10, 15
"""Minutes; about a fifth of the shipped calls are short and a quarter are long."""
LENGTH_WORDS = {
    Length.SHORT: f"up to {SHORT_TO} minutes",
    Length.USUAL: f"{SHORT_TO + 1} to {LONG_FROM - 1} minutes",
    Length.LONG: f"{LONG_FROM} minutes or more",
}


class Order(StrEnum):
    """What stands first."""

    EASIEST = "easiest"
    NEW = "new"
    SHORTEST = "shortest"
    RECENT = "recent"


ORDER_WORDS = {
    Order.EASIEST: "easiest first",
    Order.NEW: "not played yet first",
    Order.SHORTEST: "shortest first",
    Order.RECENT: "last played first",
}
_KEYS: dict[Order, Callable[[Listed], float]] = {
    Order.EASIEST: lambda one: one.level,
    Order.NEW: lambda one: one.times,
    Order.SHORTEST: lambda one: one.minutes,
    Order.RECENT: lambda one: -one.last.timestamp() if one.last else 0.0,
}

MOST_WORDS = 6
"""Words looked for together that are offered alone where nothing has all of them."""


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What is asked; a part left empty asks nothing."""

    words: str = ""
    trade: str = ""
    level: int = 0
    principle: str = ""
    """the id of one there is"""
    length: Length | None = None
    order: Order = Order.EASIEST

    @property
    def parts(self) -> dict[str, str]:
        """What is asked, by the name of its field, in words."""
        said = {
            "words": f"“{safe_line(self.words, 40)}”",
            "trade": f"trade {safe_line(self.trade, 40)}",
            "level": f"level {self.level}, {LEVEL_WORDS.get(self.level, '')}",
            "principle": f"principle {self.principle}, {PRINCIPLES[self.principle].words[:1].lower()}{PRINCIPLES[self.principle].words[1:]}"
            if self.principle
            else "",
            "length": f"{self.length}, {LENGTH_WORDS[self.length]}" if self.length else "",
        }
        return {name: words for name, words in said.items() if getattr(self, name)}

    def without(self, part: str) -> Wanted:
        """The same with one part asking nothing."""
        return replace(self, **{part: getattr(ALL, part)})

    @property
    def cleared(self) -> Wanted:
        """Everything, in the same order."""
        return Wanted(order=self.order)


ALL = Wanted()


def fitting(shown: Sequence[Listed], wanted: Wanted) -> list[Listed]:
    """What fits, in the order asked for; with words the best match stands first."""
    found = sorted((one for one in shown if _fits(one, wanted)), key=_KEYS[wanted.order])
    if not wanted.words.strip():
        return found
    from trainer.picking.searching import searched

    return searched(found, wanted.words)


def said(shown: Sequence[Listed], found: Sequence[Listed], wanted: Wanted) -> str:
    """The state of the list in words."""
    order = "best match first" if wanted.words.strip() else ORDER_WORDS[wanted.order]
    if not wanted.parts:
        return f"{count(len(shown), 'call')}, {order}."
    if not found:
        return f"No call fits: {'; '.join(wanted.parts.values())}."
    fits = "fits" if len(found) == 1 else "fit"
    return f"{len(found)} of {count(len(shown), 'call')} {fits}: {'; '.join(wanted.parts.values())}. {order.capitalize()}."


def ways_out(shown: Sequence[Listed], wanted: Wanted) -> Iterator[tuple[str, Wanted]]:
    """Where nothing fits: what to ask instead, in words with how many calls that gives."""
    if len(wanted.parts) > 1:
        for part, words in wanted.parts.items():
            looser = wanted.without(part)
            if found := len(fitting(shown, looser)):
                yield f"Without {words}: {count(found, 'call')}", looser
    for word in wanted.words.split()[:MOST_WORDS] if len(wanted.words.split()) > 1 else ():
        only = replace(wanted, words=word)
        if found := len(fitting(shown, only)):
            yield f"Only “{safe_line(word, 40)}”: {count(found, 'call')}", only
    if wanted.parts and shown:
        yield f"Show all {count(len(shown), 'call')}", wanted.cleared


def _fits(one: Listed, wanted: Wanted) -> bool:
    return (
        wanted.trade.casefold() in one.trade.casefold()
        and wanted.level in (0, one.level)
        and (not wanted.principle or wanted.principle in one.principles)
        and (wanted.length is None or wanted.length is Length.of(one.minutes))
    )
