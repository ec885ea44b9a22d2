"""Money, durations and moments as people write them, and nothing else.

Authors write ``30 GBP``, ``2m`` and ``Friday 12:00``; the code wants exact values. Every parser here raises ``ValueError``
with one plain sentence that says what was expected, because that sentence is shown to an author beside a line number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal, InvalidOperation

SYMBOLS = {"£": "GBP", "€": "EUR", "$": "USD", "¥": "JPY", "₹": "INR"}
"""Currency signs and the ISO 4217 code each stands for here; a scenario in another dollar writes the code."""

SIGNS = {code: sign for sign, code in SYMBOLS.items()}


@dataclass(frozen=True, order=True)
class Money:
    """An exact amount: ``value`` in major units (pounds, not pence), ``currency`` an ISO 4217 code."""

    value: Decimal
    currency: str

    def __str__(self) -> str:
        return f"{self.plain_value} {self.currency}"

    @property
    def plain_value(self) -> str:
        """The number with two places only where there are pence: ``48``, ``11.40``."""
        whole = self.value == self.value.to_integral_value()
        return f"{self.value:.0f}" if whole else f"{self.value:.2f}"

    @property
    def spoken(self) -> str:
        """As a person types it in a chat: ``£48``, ``CHF 48``."""
        sign = SIGNS.get(self.currency)
        return f"{sign}{self.plain_value}" if sign else f"{self.currency} {self.plain_value}"


_MONEY = re.compile(r"^\s*(?:(?P<sign>[£€$¥₹])\s*|(?P<before>[A-Z]{3})\s+)?(?P<number>\d{1,9}(?:,\d{3})*(?:\.\d{1,2})?)\s*(?P<after>[A-Z]{3})?\s*$")


def parse_money(text: str, default_currency: str | None = None) -> Money:
    """Read ``30 GBP``, ``£30`` or, where a default is given, a bare ``30``.

    Raises ValueError when there is no amount, two currencies, or none.
    """
    found = _MONEY.match(str(text))
    if not found:
        raise ValueError(f"'{str(text)[:40]}' is not an amount of money; write it as 30 GBP or 11.40 EUR")
    named = [code for code in (SYMBOLS.get(found["sign"] or ""), found["before"], found["after"]) if code]
    if len(set(named)) > 1:
        raise ValueError(f"'{text}' names two currencies")
    currency = named[0] if named else default_currency
    if currency is None:
        raise ValueError(f"'{text}' names no currency; write it as {found['number']} GBP")
    try:
        return Money(Decimal(found["number"].replace(",", "")), currency)
    except InvalidOperation as error:  # pragma: no cover - the pattern admits only plain numbers
        raise ValueError(f"'{text}' is not an amount of money") from error


_DURATION = re.compile(r"^(?:(?P<days>\d{1,3})\s*d)?\s*(?:(?P<hours>\d{1,3})\s*h)?\s*(?:(?P<minutes>\d{1,4})\s*m(?:in)?)?\s*(?:(?P<seconds>\d{1,5})\s*s)?$")


def parse_duration(text: str) -> int:
    """Read ``90s``, ``2m``, ``1h 30m`` as seconds. Raises ValueError when it is none of these."""
    found = _DURATION.match(str(text).strip().lower())
    if not found or not any(found.groupdict().values()):
        raise ValueError(f"'{str(text)[:40]}' is not a length of time; write it as 90s, 2m or 1h 30m")
    part = {name: int(value or 0) for name, value in found.groupdict().items()}
    return part["days"] * 86400 + part["hours"] * 3600 + part["minutes"] * 60 + part["seconds"]


WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")

DAY_START, DAY_END = time(9, 0), time(17, 30)
"""Working hours assumed where only a day is named: something due on Friday is due by the end of Friday."""


def weekday_of(word: str) -> int | None:
    """0 for Monday or mon, ... 6 for Sunday; None when the word is no weekday."""
    low = word.lower().rstrip(".")
    for index, name in enumerate(WEEKDAYS):
        if low == name or (len(low) >= 3 and name.startswith(low) and len(low) <= 5):
            return index
    return None


def month_of(word: str) -> int | None:
    """1 for January or jan, ... 12; None when the word is no month."""
    low = word.lower().rstrip(".")
    for index, name in enumerate(MONTHS):
        if low == name or (len(low) >= 3 and name.startswith(low) and len(low) <= 4):
            return index + 1
    return None


def add_working_days(start: date, days: int) -> date:
    """The date ``days`` working days (Monday to Friday) after ``start``."""
    day = start
    while days > 0:
        day += timedelta(days=1)
        if day.weekday() < 5:
            days -= 1
    return day


_CLOCK = re.compile(r"\b(\d{1,2})(?::(\d{2}))?\s*(am|pm)\b|\b(\d{1,2}):(\d{2})\b|\b(noon|midday|midnight)\b", re.IGNORECASE)
_DATED = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)?\s+([A-Za-z]{3,9})\.?(?:,?\s+(\d{4}))?\b")
_ISO = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")
_IN = re.compile(r"\b(?:in\s+)?(\d{1,3})(?:\s*(?:-|to|–)\s*(\d{1,3}))?\s+(working |business )?(minute|hour|day|week)s?\b", re.IGNORECASE)


_NAME = re.compile(r"[A-Za-z]+")
_TODAY = re.compile(r"\b(today|tonight|end of (the )?day)\b")
_NEXT = re.compile(r"\bnext\b")


def clock_in(text: str) -> time | None:
    """The time of day named in a phrase, if one is: ``16:20``, ``5 pm``, ``noon``."""
    found = _CLOCK.search(text)
    if not found:
        return None
    if found[6]:
        return time(0, 0) if found[6].lower() == "midnight" else time(12, 0)
    hour, minute = int(found[1] or found[4]), int(found[2] or found[5] or 0)
    if found[3]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if found[3].lower() == "pm" else 0)
    if hour > 23 or minute > 59:
        return None
    return time(hour, minute)


def parse_moment(text: str, today: datetime | None = None) -> tuple[datetime, datetime]:
    """Read a moment or a stretch as (earliest, latest).

    Understands ``Thursday 14 May 2026, 16:20``, ``2026-05-14``, and, given ``today``: ``Friday 12:00``, ``today 17:00``,
    ``tomorrow``, ``3-5 working days``, ``2 hours``, ``end of the week``. A named day without a clock runs from the
    start to the end of working hours. Raises ValueError when there is no moment in the text, when the weekday does not
    fit the date, or when a relative word is used without ``today``.
    """
    raw, low = str(text).strip(), str(text).strip().lower()
    clock = clock_in(low)
    named = next((w for w in (weekday_of(x) for x in _NAME.findall(low)) if w is not None), None)
    day = _dated(raw, low, today)
    if day is not None:
        if named is not None and day.weekday() != named:
            raise ValueError(f"{day.day} {MONTHS[day.month - 1].title()} {day.year} is a {WEEKDAYS[day.weekday()].title()}, not a {WEEKDAYS[named].title()}")
        return _on(day, clock)
    if today is None:
        raise ValueError(f"'{raw[:60]}' is not a moment; write it as Thursday 14 May 2026, 16:20")
    if spell := _IN.search(low):
        return _after(spell, today, clock)
    if "end of the week" in low or "end of this week" in low or "this week" in low:
        return today, _on(today.date() + timedelta(days=(4 - today.weekday()) % 7), clock)[1]
    if "tomorrow" in low:
        return _on(today.date() + timedelta(days=1), clock)
    if _TODAY.search(low):
        if clock is None:
            return today, max(today, datetime.combine(today.date(), time(21, 0) if "tonight" in low else DAY_END))
        return _on(today.date(), clock)
    if named is not None:
        ahead = (named - today.weekday()) % 7
        if ahead == 0 and clock is not None and datetime.combine(today.date(), clock) < today:
            ahead = 7
        if _NEXT.search(low) and ahead < 7 - today.weekday():
            ahead += 7
        return _on(today.date() + timedelta(days=ahead), clock)
    if clock is not None:
        at = datetime.combine(today.date(), clock)
        return (at, at) if at >= today else (at + timedelta(days=1), at + timedelta(days=1))
    raise ValueError(f"'{raw[:60]}' is not a moment; write it as Friday 12:00, tomorrow or 3-5 working days")


def _dated(raw: str, low: str, today: datetime | None) -> date | None:
    """The calendar day a text names, the next such day where the year is left out; None where it names none."""
    iso, dated = _ISO.search(low), _DATED.search(low)
    try:
        if iso:
            return date(int(iso[1]), int(iso[2]), int(iso[3]))
        month = month_of(dated[2]) if dated else None
        if dated is None or month is None:
            return None
        year = int(dated[3]) if dated[3] else (today.year if today else 0)
        if year:
            day = date(year, month, int(dated[1]))
            return date(year + 1, month, int(dated[1])) if today and not dated[3] and day < today.date() else day
    except ValueError as error:
        raise ValueError(f"'{raw}' is not a date of the calendar") from error
    raise ValueError(f"'{raw}' needs a year, as in 14 May 2026")


def _after(spell: re.Match[str], today: datetime, clock: time | None) -> tuple[datetime, datetime]:
    """A length of time found by ``_IN``, from now on."""
    first, last = int(spell[1]), int(spell[2] or spell[1])
    if spell[3]:
        return _on(add_working_days(today.date(), first), None)[0], _on(add_working_days(today.date(), last), clock)[1]
    unit = spell[4].lower()
    if unit in ("minute", "hour"):
        scale = timedelta(minutes=1) if unit == "minute" else timedelta(hours=1)
        return today + first * scale, today + last * scale
    days = 7 if unit == "week" else 1
    return _on(today.date() + timedelta(days=first * days), None)[0], _on(today.date() + timedelta(days=last * days), clock)[1]


def _on(day: date, clock: time | None) -> tuple[datetime, datetime]:
    if clock is None:
        return datetime.combine(day, DAY_START), datetime.combine(day, DAY_END)
    return datetime.combine(day, clock), datetime.combine(day, clock)


def say_moment(moment: datetime, today: datetime) -> str:
    """A moment as a person would name it in a chat on ``today``: ``today at 17:00``, ``Friday``, ``26 May``."""
    days = (moment.date() - today.date()).days
    clock = "" if moment.time() in (DAY_START, DAY_END) else f" {moment:%H:%M}"
    if days == 0:
        return f"today{clock}"
    if days == 1:
        return f"tomorrow{clock}"
    if 1 < days < 7:
        return f"{WEEKDAYS[moment.weekday()].title()}{clock}"
    return f"{moment.day} {MONTHS[moment.month - 1].title()}{clock}"
