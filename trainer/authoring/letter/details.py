"""What stands on a record and can be lifted from a letter as it is: numbers of orders, amounts, dates, earlier contacts, a deadline."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from decimal import Decimal

from scenarios.quantities import MONTHS, WEEKDAYS, Money, month_of
from scoring.reading.amounts import amounts_in
from scoring.reading.sentences import clauses_of

_MONTH = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
DATE = re.compile(
    rf"\b(?:(?P<d>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?(?P<m>{_MONTH})\b\.?,?(?: (?P<y>\d{{4}}))?|(?P<m2>{_MONTH})\.? (?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,? (?P<y2>\d{{4}}))?"
    r"|(?P<y3>\d{4})-(?P<m3>\d{2})-(?P<d3>\d{2})|(?P<d4>\d{1,2})[/.](?P<m4>\d{1,2})[/.](?P<y4>\d{4}|\d{2}))\b",
    re.IGNORECASE,
)
_REFERENCE = re.compile(
    r"\b(?P<slot>order|booking|account|policy|reference|ref|ticket|invoice|case|claim|customer|job|contract|membership|member|flight|reservation|tracking|parcel|"
    r"serial|registration|reg|complaint|repair|delivery|room|receipt|patient|application)"
    r"(?:\s+(?:number|no|nr|num|ref(?:erence)?|id|code))?\.?\s*(?:[:#]|is\b|was\b|n[°º])?\s*[#(]?\s*(?P<value>(?=[A-Z0-9/-]*\d)[A-Z0-9][A-Z0-9/-]{2,24})\b",
    re.IGNORECASE,
)
_SLOTS = {"ref": "reference", "reg": "registration", "member": "membership", "parcel": "tracking"}
PRIVATE = {
    "email": re.compile(r"\S+@\S+\.\w+"),
    "phone": re.compile(r"(?<![\w-])(?:\+\d{1,3}[ -]?(?:\(0\)[ -]?)?\d(?:[ -]?\d){6,11}|\(?0\d{2,4}\)?[ -]?\d{3,4}[ -]?\d{3,4})\b"),
    "postcode": re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b"),
}
ON_RECORD = "on the record"
"""Stands for what is private: the rep need not ask for it, and the file need not tell it."""

_NUMBERS = "no one two three four five six seven eight nine ten eleven twelve".split()
_COUNT = r"(?P<n>\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_CHANNELS = {
    "phone": r"called|ringed|rang|rung|phoned|telephoned|waited on hold|spoke|spoken|got through",
    "mail": r"e-?mailed|wrote(?! it| that| this| down)|written(?! it| that| down)|filled in your",
    "chat": r"messaged|texted|tweeted|chatted|chased|contacted|complained|reported",
    "visit": r"visited|went (?:in|back|to your)|came (?:in|back) to",
}
"""Ways to reach a firm. What is named in total for one and told call by call is counted once."""

_WE = r"\b(?:I|we|my (?:wife|husband|mother|mum|father|dad|son|daughter|partner))(?:['’]?ve|['’]d)?"
_OURS = re.compile(rf"{_WE} (?:\w+ ){{0,3}}?(?:{'|'.join(_CHANNELS.values())})\b", re.IGNORECASE)
_TIMES = re.compile(
    rf"\b(?:{_COUNT}|several|many|countless|numerous) (?:separate |different |phone |more )*(?:times|calls|e-?mails|letters|messages|visits|texts|chats)\b|\b(?P<twice>twice)\b",
    re.IGNORECASE,
)
_NTH = re.compile(
    r"\bmy (?P<nth>second|third|fourth|fifth|sixth|seventh) (?:e-?mail|letter|call|message|complaint|attempt|time)\b|\b(?:the )?(?P<nth2>second|third|fourth|fifth|sixth) (?:time|person) I\b",
    re.IGNORECASE,
)
_DAYS = re.compile(rf"\b\d{{1,2}}(?:(?:st|nd|rd|th)\b(?: of)?(?: {_MONTH}\b)?| {_MONTH}\b)", re.IGNORECASE)
_LETTERS = re.compile(r"\bmy (?:letters|e-?mails|messages) of ((?:[\w ]{2,20}(?:, | and ))+[\w ]{2,20})", re.IGNORECASE)
_NTHS = "first second third fourth fifth sixth seventh".split()
_DEADLINE = re.compile(
    rf"\b(?:within|in) (?:the next )?(?:{_COUNT.replace('?P<n>', '?:')}|fourteen|thirty|twenty[- ]one|twenty[- ]eight|a|\d{{1,3}}) (?:working |business |calendar )?(?:day|week|hour|month)s?\b"
    rf"|\b(?:by|before|no later than|not later than|until) (?:the )?(?:end of (?:the |this |next )?\w+|close of \w+|(?:this |next )?(?:{'|'.join(WEEKDAYS)})|tomorrow|\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{_MONTH}|{_MONTH} \d{{1,2}})\b",
    re.IGNORECASE,
)
_ORDERS = re.compile(
    r"\b(?:expect|want|need|require|demand|must|please|otherwise|unless|if|give you|have until|would like|hear from)\b|\bor (?:I|we)\b", re.IGNORECASE
)


def known_in(text: str) -> dict[str, str]:
    """Data a rep would have on the record, by slot: numbers as they stand, what is private only as being there."""
    found: dict[str, str] = {}
    for match in _REFERENCE.finditer(text):
        slot = match["slot"].lower()
        if not re.fullmatch(r"\d{1,2}|(?:19|20)\d\d", match["value"]):
            found.setdefault(_SLOTS.get(slot, slot), match["value"].upper())
    found |= {slot: ON_RECORD for slot, pattern in PRIVATE.items() if pattern.search(text)}
    return dict(list(found.items())[:8])


def without_references(text: str) -> str:
    """A line, such as a subject, without the numbers of orders in it."""
    bare = re.sub(r"\[\s*\]|\(\s*\)", " ", _REFERENCE.sub(" ", text))
    return re.sub(r"^(?:your|our|my)\s*[-–:,]\s*", "", " ".join(bare.split()).strip(" ,;:.-–"), flags=re.IGNORECASE).strip(" ,;:.-–()")


def amounts_of(sentence: str) -> list[Money]:
    """The amounts of money a sentence names, in order."""
    return [Money(one.value, one.currency) for one in amounts_in(clauses_of(sentence), None) if one.currency and Decimal("0.01") <= one.value < 10**9]


def dates_in(text: str) -> list[str]:
    """The days a text names, as it writes them."""
    return [match[0].rstrip(",. ") for match in DATE.finditer(text)]


def days_in(text: str, now: datetime) -> list[date]:
    """The calendar days a text names. One without a year has the year of another, or is the latest not after ``now``."""
    found: list[tuple[int, int, int]] = []
    for match in DATE.finditer(text):
        day = next((int(match[name]) for name in ("d", "d2", "d3", "d4") if match[name]), 0)
        month = next((month_of(match[name]) or 0 for name in ("m", "m2") if match[name]), 0) or int(match["m3"] or match["m4"] or 0)
        year = next((int(match[name]) for name in ("y", "y2", "y3", "y4") if match[name]), 0)
        found.append((year + 2000 if 0 < year < 100 else year, month, day))
    usual = max((year for year, _, _ in found if year), default=0)
    return [known for one in found if (known := _dated(*one, usual, now.date()))]


def _dated(year: int, month: int, day: int, usual: int, today: date) -> date | None:
    if not 1950 <= (year or usual or today.year) <= today.year + 5:
        return None  # a number that only looks like a year
    try:
        found = date(year or usual or today.year, month, day)
        return found if year or usual or found <= today else found.replace(year=today.year - 1)
    except ValueError:
        return None


def said_day(day: date, clock: str = "10:20") -> str:
    """A day as ``today`` wants it."""
    return f"{WEEKDAYS[day.weekday()].title()} {day.day} {MONTHS[day.month - 1].title()} {day.year}, {clock}"


def next_working_day(day: date) -> date:
    """The first Monday to Friday after a day."""
    return day + timedelta(days={4: 3, 5: 2}.get(day.weekday(), 1))


def is_contact(sentence: str) -> bool:
    """Whether it tells of an earlier try to reach the firm."""
    return bool(_OURS.search(sentence) or _NTH.search(sentence))


def contacts_in(sentences: tuple[str, ...]) -> int:
    """How often the customer has tried before: for each channel the total they name, or else the tries they tell of. At most 20."""
    nth = max((_NTHS.index((match["nth"] or match["nth2"]).lower()) for sentence in sentences for match in _NTH.finditer(sentence)), default=0)
    totals, singles = dict.fromkeys(_CHANNELS, 0), dict.fromkeys(_CHANNELS, 0)
    for sentence in filter(_OURS.search, sentences):
        tries = [(match.start(), channel) for channel, cue in _CHANNELS.items() for match in re.finditer(rf"\b(?:{cue})\b", sentence, re.IGNORECASE)]
        named = {channel_at(match.start(), tries): _number(match) for match in _TIMES.finditer(sentence)}
        days = len(set(re.findall(rf"\b(?:{'|'.join(WEEKDAYS)})\b", sentence.lower()))) or len(_DAYS.findall(sentence))
        for channel in {channel for _, channel in tries}:
            again = len(re.findall(r"\band again\b", sentence.lower()))
            told = sum(one == channel for _, one in tries) + (again if channel == tries[0][1] else 0)
            singles[channel] += 0 if channel in named else max(told, min(days, 5) if len(tries) == 1 else 1)
        for channel, count in named.items():
            totals[channel] = max(totals[channel], count)
    totals["mail"] = max([totals["mail"], *(len(_DAYS.findall(match[1])) for sentence in sentences for match in _LETTERS.finditer(sentence))])
    return min(20, max(nth, sum(max(totals[channel], singles[channel]) for channel in _CHANNELS)))


def channel_at(place: int, tries: list[tuple[int, str]]) -> str:
    """The channel a number belongs to: the one named last before it, or else the first."""
    before = [one for one in sorted(tries) if one[0] < place]
    return (before[-1] if before else min(tries))[1]


def _number(match: re.Match[str]) -> int:
    if match["twice"]:
        return 2
    word = match["n"]
    if word is None:
        return 3  # several, many
    return int(word) if word.isdigit() else _NUMBERS.index(word.lower())


def deadline_in(sentence: str) -> str:
    """The deadline a sentence sets, in its own words."""
    found = _DEADLINE.search(sentence)
    return found[0] if found and _ORDERS.search(sentence) else ""
