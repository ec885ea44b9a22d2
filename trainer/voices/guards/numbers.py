"""The numbers a text names, in figures or spelt, each with what it counts: money, time, tries, or nothing said.

text2num turns spelt numbers into figures inside a sentence, but keeps no track of what was spelt; and a spelt "one" or
"a hundred times" is a way of speaking, where a figure is a fact.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from trainer.voices.guards.normal import straight, words

_UNITS = {
    word: n
    for n, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
    )
}
_TENS = {word: 10 * n for n, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
_SCALES = {"hundred": 100, "thousand": 1000, "grand": 1000, "million": 1_000_000}
_ORDINALS = {
    word: n
    for n, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth".split(), 1
    )
}
_ORDINALS |= {"eighteenth": 18, "nineteenth": 19, "twentieth": 20, "nought": 0, "once": 1, "twice": 2, "thrice": 3, "dozen": 12, "half": 0}

_COUNTED = {
    **dict.fromkeys("pound pounds quid euro euros dollar dollars bucks pence grand".split(), "money"),
    **dict.fromkeys("minute minutes hour hours day days night nights week weeks month months year years".split(), "time"),
    **dict.fromkeys("times calls phone emails".split(), "tries"),
}
_MONEY_BEFORE = "£$€"
_FIGURE = re.compile(r"([£$€]?)\s?(\d+(?:[.,:]\d+)*)(?:st|nd|rd|th)?\s*([A-Za-z]*)")


@dataclass(frozen=True)
class Number:
    """One number as it was named."""

    value: float
    counts: str = ""
    """``money``, ``time``, ``tries``; empty where the text does not say"""
    speaking: bool = False
    """spelt, and so common that it may be only a way of speaking: one thing, second thoughts, a hundred times"""


@lru_cache(maxsize=512)
def numbers(text: str) -> tuple[Number, ...]:
    """Every number the text names."""
    return (*_figures(straight(text)), *_spelt([part for word in words(text) for part in word.split("-")]))


def allowed(number: Number, known: frozenset[Number]) -> bool:
    """Whether one of the known numbers is this one: the same value, and not plainly a count of something else."""
    return number.speaking or any(other.value == number.value and (other.counts == number.counts or not other.counts or not number.counts) for other in known)


def _figures(text: str) -> Iterator[Number]:
    for sign, figure, after in _FIGURE.findall(text):
        counts = "money" if sign and sign in _MONEY_BEFORE else _COUNTED.get(after.casefold(), "")
        if ":" in figure or figure.count(".") > 1:
            yield from (Number(float(part), counts) for part in re.split(r"[:.,]", figure) if part.isdigit() and (int(part) or part == figure[:2]))
            continue
        whole = figure.replace(",", "")
        yield Number(float(whole), counts)
        if "." in whole:  # 15.40 is a time as often as a sum
            yield from (Number(float(part), counts, speaking=True) for part in whole.split("."))


def _spelt(said: list[str]) -> Iterator[Number]:
    at = 0
    while at < len(said):
        value, end = _run(said, at)
        if value is None:
            if said[at] in _ORDINALS:
                yield Number(_ORDINALS[said[at]], speaking=_ORDINALS[said[at]] <= 3)
            at += 1
            continue
        after = said[end] if end < len(said) else ""
        counts = _COUNTED.get(after, "money" if said[end - 1] == "grand" else "")
        small = value <= 1 or (value == 2 and counts in ("", "tries")) or (value == 3 and counts == "" and after == "")
        huge = said[at] in _SCALES and end == at + 1 and counts != "money"
        yield Number(value, counts, speaking=small or huge)
        at = end


def _run(said: list[str], at: int) -> tuple[int | None, int]:
    """The number spelt from here and where it ends: ``six thousand two hundred and ten``."""
    total = current = 0
    least, seen, start = 1_000_000_000, False, at
    while at < len(said):
        word = said[at]
        if word in _SCALES:
            if word == "hundred":
                current, least = max(1, current) * 100, 100
            else:
                total, current, least = total + max(1, current) * _SCALES[word], 0, _SCALES[word]
        elif word in _TENS and least >= 100:
            current, least = current + _TENS[word], 10
        elif word in _UNITS and (least >= 100 or (least == 10 and 0 < _UNITS[word] < 10)):
            current, least = current + _UNITS[word], 1
        elif not (word == "and" and seen and least >= 100 and at + 1 < len(said) and said[at + 1] in _UNITS | _TENS):
            break
        seen, at = True, at + 1
    return (total + current, at) if seen else (None, start)
