"""What is written lawfully and surely meant otherwise: the slips of somebody who types a scenario for the first time.

Nothing here stops the reader, which takes such text for what it says; that is why these slips would otherwise only show
in play, as an odd line or a customer who waits for the wrong day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from scenarios.checks.sense import Rule
from scenarios.checks.tree import everything, find, named, one, texts
from scenarios.problems import Code, Problem, did_you_mean, fault, shown
from scenarios.quantities import WEEKDAYS, clock_in, parse_moment, parse_money, weekday_of
from scenarios.yaml_source import Source

_MONEY_AT = ("desk.actions.*.up_to", "outcomes.*.at_least")
_DAYLIKE = re.compile(r"[A-Za-z]{3,12}")
_OTHER_DAYS = ("day", "today", "midday", "holiday", "workday", "birthday", "weekday", "someday", "everyday", "yesterday")
_OPENS, _CLOSES = ("“", "„"), "”"


def clock(source: Source) -> Iterator[Problem]:
    """A call whose day is given and whose time is not."""
    today = one(source.data, "today")
    try:
        parse_moment(today or "")
    except (ValueError, OverflowError):
        return  # a date that is none is told by itself
    if today and ":" not in today and clock_in(today) is None:
        words = f"In '{shown(today, 60)}' there is no time of day, so the call opens at 09:00."
        yield fault(Code.NO_CLOCK, source.name, source.at(("today",)), words)


def weekdays(source: Source) -> Iterator[Problem]:
    """A weekday misspelt, which would be passed over, and with it the check against the date."""
    for code, pattern in ((Code.BAD_TODAY, "today"), (Code.BAD_ARRIVAL, "desk.actions.*.arrives")):
        for path, text in texts(source.data, pattern):
            for word in _DAYLIKE.findall(text[:200]):
                if near := _meant_day(word):
                    yield fault(code, source.name, source.at(path), f"'{shown(word)}' is not a day of the week.", f"Did you mean '{near.title()}'?")


def _meant_day(word: str) -> str | None:
    """The weekday a word is a slip for; one with the same first letter where there is one."""
    low = word.lower()
    if weekday_of(low) is not None or not low.endswith("day") or low in _OTHER_DAYS:
        return None
    return did_you_mean(low, [day for day in WEEKDAYS if day[0] == low[0]]) or did_you_mean(low, WEEKDAYS)


def currencies(source: Source) -> Iterator[Problem]:
    """Amounts in a currency that is not the call's."""
    ours = one(source.data, "currency") or "GBP"
    if not re.fullmatch("[A-Z]{3}", ours):
        return  # told as a fault of shape
    for pattern in _MONEY_AT:
        for path, text in texts(source.data, pattern):
            try:
                amount = parse_money(text)
            except ValueError:
                continue
            if amount.currency != ours:
                yield fault(Code.OTHER_CURRENCY, source.name, source.at(path), f"{amount} is not in {shown(ours)}, the currency of this call.")


def unsaid(source: Source) -> Iterator[Problem]:
    """Concerns the customer has no words for, neither of their own nor in a moment about them."""
    in_a_beat = {name for key in ("concern", "when.unheard") for _, name in texts(source.data, f"beats.*.{key}")}
    entries = dict(find(source.data, "concerns.*"))
    for name, path in named(source, "concerns").items():
        entry = entries.get(path[:2])
        if isinstance(entry, dict) and entry.get("what") and not entry.get("says") and name not in in_a_beat:
            yield fault(Code.NEVER_SAID, source.name, source.at(path), f"The customer has no words for the concern '{shown(name)}'.")


def curly(source: Source) -> Iterator[Problem]:
    """Text that a word processor has put between quotes which quote nothing here."""
    for path, text in everything(source.data):
        if text.startswith(_OPENS) and (text.rstrip(".!?, ").endswith(_CLOSES) or _CLOSES not in text):
            cut = "" if _CLOSES in text else ", and the text is cut off where a comma stood"
            yield fault(Code.CURLY_QUOTES, source.name, source.at(path), f"The curly quote in '{shown(text)}' is read as a letter{cut}.")


SLIPS: tuple[Rule, ...] = (clock, weekdays, currencies, unsaid, curly)
