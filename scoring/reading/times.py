"""Moments and stretches of time named in a reply, resolved on the scenario's calendar where there is one."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from functools import lru_cache

from scenarios.quantities import DAY_END, parse_moment
from scenarios.reading import TimeSpan
from scoring.reading.amounts import number_of
from scoring.reading.sentences import Clause
from scoring.reading.spells import AROUND, gone, lasts
from scoring.reading.windows import FOLLOWS, windows_in

_NUMBER = (
    r"(?:\d+(?:\.5)?|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen|fifteen|twenty|twenty four|thirty|"
    r"forty|forty five|forty eight|sixty|half an|half a|a couple of|couple of|a few)"
)
_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_MONTH = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
_MINUTES = r"(?:five|ten|twenty five|twenty|five and twenty|5|10|20|25)"
_HOUR = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_CLOCK = (
    rf"(?:\d{{1,2}}(?:[:.]\d{{2}})? ?(?:am|pm|oclock|o clock)|{_HOUR} (?:oclock|o clock)|\d{{1,2}}:\d{{2}}|(?:(?<=at )|(?<=by )|(?<=until )|(?<=till )|(?<=from )|(?<=before ))\d{{1,2}}\.\d{{2}}|noon|midday|midnight|half (?:past )?\d{{1,2}}|"
    rf"half (?:past )?{_HOUR}|quarter (?:past|to) \w+|{_MINUTES} past (?:\d{{1,2}}|{_HOUR})|(?:(?<=at )|(?<=by )|(?<=about )|(?<=around )|(?<=before )){_MINUTES} to (?:\d{{1,2}}|{_HOUR}){FOLLOWS}|"
    rf"{_HOUR} (?:thirty|fifteen|forty five){FOLLOWS}|{_HOUR} (?:(?:in the|this) (?:morning|afternoon|evening)|at night)|{_HOUR}(?= tonight)|"
    rf"(?:(?<=at )|(?<=around )|(?<=about )|(?<=after )){_HOUR}(?= ?$| (?:[.,!?;)]|today|tomorrow|tonight|on (?:{_DAY}))))"
)
_PART = r"(?:morning|afternoon|evening|night|lunchtime|lunch)"
_SPAN = re.compile(
    rf"\b(?:(?:by |before |until |till |at |from )?(?:the )?end of (?:the |this |next )?(?:day|week|month|today|play)"
    rf"|(?:in |within |for |about |under )*{_NUMBER}(?: ?(?:to|-|or) ?{_NUMBER})? (?:working |business )?(?:second|minute|hour|day|week|month)s?\b"
    rf"|(?:(?:by|before|until|till|at|on|from|between|this|next|after|around|about) )*(?:(?:{_DAY}|tomorrow|today|tonight|\d{{1,2}}(?:st|"
    rf"nd|rd|th)? (?:of )?{_MONTH}\b(?: \d{{4}})?|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?\b|"
    rf"\d{{4}}-\d{{2}}-\d{{2}})(?: ,)?(?: {_PART})?(?: (?:at|by|before|from|around) {_CLOCK}| {_CLOCK}| (?:at|by|before) (?:\d{{1,2}}|{_HOUR})\b(?! ?(?:to|and|or|-|:|\d)))?|{_CLOCK}(?: (?:on |"
    rf"this )?(?:{_DAY}|tomorrow|today|tonight))?|this (?:{_PART}|week)|next (?:week|month)|first thing(?: tomorrow| {_DAY})?)"
    rf"|\d{{1,2}}(?:st|nd|rd|th)\b|(?:(?:by|before|until|till) (?:\d{{1,2}}|{_HOUR})(?= |$)|at (?:\d{{1,2}}|{_HOUR}){FOLLOWS})(?: (?:today|tomorrow|tonight|(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day))?)"
)
_GATE = re.compile(
    r"\d|days?\b|tomorrow|tonight|\bnoon|midday|midnight|end of|week|month|hour|minute|half|quarter|morning|afternoon|evening|first thing|\b(?:by|before|at|past|between|twixt|from|to|around|about|after)\b|"
    rf"\b{_HOUR} (?:thirty|fifteen|forty five|tonight|in the|at night|till|until)\b"
)
_FROM_NOW = re.compile(r"(?<![\d:.])(\d+(?:\.\d+)?)(?: ?(?:to|-|or) ?(\d+(?:\.\d+)?))? ?(second|minute|hour)s?$")
_SECONDS = {"second": 1, "minute": 60, "hour": 3600}
_NO_TIME = timedelta()
_PARTS = {"morning": "12:00", "lunchtime": "13:00", "lunch": "13:00", "afternoon": "17:00", "evening": "21:00", "night": "22:00", "tonight": "22:00"}


def times_in(clauses: tuple[Clause, ...], now: datetime | None, passed: timedelta = _NO_TIME) -> tuple[TimeSpan, ...]:
    """Every time named, in order; unresolved where there is no calendar to resolve it on.

    ``now`` is when the call began and ``passed`` how long it has run: "in two hours" counts from the reply, not from the opening.
    """
    out: list[TimeSpan] = []
    sentence, day = -1, ""
    for clause in clauses:
        day = day if clause.sentence == sentence else ""
        out += times_of(clause, now, passed, day=day)
        sentence, day = clause.sentence, _day_before(clause.text) or day
    return tuple(out)


_NAMED_DAY = re.compile(rf"\b(?:(?:next )?{_DAY}|tomorrow|\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{_MONTH})\b")
_DATED = re.compile(rf"\b(?:{_DAY}|today|tonight|tomorrow|{_MONTH}|next|this|end of|first thing)\b|\d(?:st|nd|rd|th)\b|\d-\d")


_PAST = re.compile(r"\b(?:came|was|were|rang|had|did|said|told|went|sent|got|left|took|missed|waited|called|promised|booked|happened)\b")


def _day_before(said: str) -> str:
    """The last day named in these words, if they look ahead to it."""
    named = _NAMED_DAY.findall(said)
    return named[-1] if named and not _PAST.search(said) else ""


def _on(day: str, words: str) -> str:
    """An hour with the day its sentence has named before: "on Thursday we look, and I ring you at eleven"."""
    return f"{day} {words}" if day and not _DATED.search(words) and span_of(words) is None and not _LENGTHS.search(words) else words


_LENGTHS = re.compile(r"\b(?:second|minute|hour|day|week|month)s?\b")


def times_of(clause: Clause, now: datetime | None, passed: timedelta = _NO_TIME, *, day: str = "") -> list[TimeSpan]:
    """The times a clause names, in order; without ``now`` their moments stay open. ``day``: named before in its sentence."""
    text, starts = _with_places(clause)
    if not _GATE.search(text):
        return []
    out: list[TimeSpan] = []

    def add(start: int, end: int, span: tuple[datetime, datetime] | None) -> None:
        first = max(i for i, at in enumerate(starts) if at <= start)
        last = max(i for i, at in enumerate(starts) if at < end)
        if gone(text[max(0, start - AROUND) : start], text[start:end], text[end : end + AROUND]):
            span = None
        begins, ends = span or (None, None)
        out.append(TimeSpan(start=clause.tokens[first].start, end=clause.tokens[last].end, earliest=begins, latest=ends))

    rest = text
    for window in windows_in(text):
        add(window.start, window.end, None if now is None else window.resolved(now, resolve, day=day))
        rest = rest[: window.start] + "_" * (window.end - window.start) + rest[window.end :]
    for found in _SPAN.finditer(rest):
        span = None if now is None else resolve(_on(_day_before(rest[: found.start()]) or day, found[0]), now)
        if span and passed and span_of(found[0]):
            span = span[0] + passed, span[1] + passed
        add(found.start(), found.end(), span)
    return sorted(out, key=lambda t: t.start)


def _with_places(clause: Clause) -> tuple[str, list[int]]:
    text, starts = "", []
    for token in clause.tokens:
        starts.append(len(text))
        text += token.norm.replace("\n", "|") + " "
    return text, starts


def span_of(words: str) -> timedelta | None:
    """How long a time from now on is, at the most: ``about two hours``. None for days and for times of the clock."""
    found = _FROM_NOW.search(figures(words.strip()))
    return None if found is None else timedelta(seconds=float(found[2] or found[1]) * _SECONDS[found[3]])


_NEXT_WEEK = re.compile(r"end of next week|next week")
_MONTHS_ON = re.compile(r"(?:\D*?)(\d+)(?:\.5)?(?: ?(?:to|-|or) ?(\d+))? month(?:s)?")
_SECONDS_ON = re.compile(r"(\d+)(?: ?(?:to|-|or) ?(\d+))? second")
_PART_NAMED = re.compile(rf"\b(?:{'|'.join(_PARTS)})\b")
_HOUR_NAMED = re.compile(r"\d:\d\d|\d ?[ap]m|noon|midday")
_DAY_NAMED = re.compile(r"day|tomorrow")
_UP_TO = re.compile(r"\b(?:or|-) (?=\d)")
_AT_THE_LATEST = re.compile(r"(?:by|before|until|till|within|in under|no later)")


@lru_cache(maxsize=1024)
def resolve(words: str, now: datetime) -> tuple[datetime, datetime] | None:
    """A phrase such as ``by 5 pm tomorrow`` as (earliest, latest), or None. Deterministic: only ``now`` is looked at."""
    low = figures(words.strip().replace(" ,", "").replace("o clock", "oclock"))
    if lasts(low):
        return None
    if "end of" in low and "month" in low:
        month_end = (now.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
        return now, datetime.combine(month_end.date(), DAY_END)
    if _NEXT_WEEK.search(low):
        monday = now + timedelta(days=7 - now.weekday())
        return datetime.combine(monday.date(), now.time()), datetime.combine((monday + timedelta(days=4)).date(), DAY_END)
    if found := _MONTHS_ON.fullmatch(low):
        return now + timedelta(days=30 * int(found[1])), now + timedelta(days=31 * int(found[2] or found[1]))
    if found := _SECONDS_ON.search(low):
        return now + timedelta(seconds=int(found[1])), now + timedelta(seconds=int(found[2] or found[1]))
    low = _clock(low, now)
    named = _PART_NAMED.findall(low)
    part = next((p for p in _PARTS if p in named), None)
    if part and not _HOUR_NAMED.search(low):
        low = f"{low if _DAY_NAMED.search(low.replace('midday', '')) else low.replace('this ', 'today ')} {_PARTS[part]}".replace("tonight", "today")
    low = _UP_TO.sub("to ", low)
    try:
        earliest, latest = parse_moment(low.replace("first thing", "10:00" if "day" in low or "tomorrow" in low else "tomorrow 10:00"), now)
    except (ValueError, OverflowError):
        return _by_library(low, now)
    if _AT_THE_LATEST.match(low):
        earliest = min(now, latest)
    return earliest, latest


_HALF_AN_HOUR, _COUPLE, _FEW = re.compile(r"\bhalf an? hour\b"), re.compile(r"\b(?:a )?couple of\b"), re.compile(r"\ba few\b")
_NUMBER_WORD = re.compile(
    r"\b(?:twenty four|twenty five|forty eight|forty five|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen|fifteen|twenty|thirty|forty|sixty)\b"
)
_ONE_OF = re.compile(r"\ban?(?= (?:working |business )?(?:minute|hour|day|week|month)s?\b)")


@lru_cache(maxsize=1024)
def figures(words: str) -> str:
    """Number words as figures: ``two to three days`` becomes ``2 to 3 days``."""
    low = _FEW.sub("3 to 5", _COUPLE.sub("2", _HALF_AN_HOUR.sub("30 minutes", words)))

    def figure(found: re.Match[str]) -> str:
        number = number_of(found[0].split())
        return str(number) if number is not None else found[0]

    return _ONE_OF.sub("1", _NUMBER_WORD.sub(figure, low))


_MINUTES_TO = re.compile(
    r"(?:(?:by|before|at|on|from|after|around|about) )*(?:5|10|20|25) to \d{1,2}\b(?! (?:second|minute|hour|(?:working |business )?day|week|month))"
)
"""Minutes before an hour, not a stretch of figures."""


_DOTTED, _OCLOCK = re.compile(r"(\d{1,2})\.(\d{2})(?=\D|$)"), re.compile(r"\b(\d{1,2}) ?oclock")
_HALF, _FIVE_AND_TWENTY = re.compile(r"half (?:past )?(\d{1,2})\b"), re.compile(r"\b5 and 20 (?=past|to)")
_PAST_HOUR, _TO_HOUR = re.compile(r"\b(\d{1,2}) past (\d{1,2})\b"), re.compile(r"\b(5|10|20|25) to (\d{1,2})\b")
_HOUR_MINUTES = re.compile(r"\b(\d{1,2}) (15|30|45)\b")
_HOUR_FIRST = re.compile(r"^(\d{1,2})(?= (?:in the|at night|tonight|this)\b)")
_QUARTER_PAST, _QUARTER_TO = re.compile(r"quarter past (\d{1,2})\b"), re.compile(r"quarter to (\d{1,2})\b")
_HOUR_ALONE = re.compile(r"^(by|before|at|until|till) (\d{1,2})$")
_HOUR_OF_DAY = re.compile(r"\b(at|by|before|from|around) (\d{1,2})(?=$| (?:today|tomorrow|tonight|on|this|in the|at night|\w+day))")
_ANOTHER_DAY = re.compile(rf"\b(?:{_DAY}|tomorrow|first thing|next|{_MONTH})\b|\d(?:st|nd|rd|th)\b|\d-\d")
_NIGHT, _LATE = re.compile(r"\b(?:tonight|night)\b"), re.compile(r"\b(?:tonight|evening|night|afternoon)\b")
_HOUR_AND_MINUTE = re.compile(r"\b(\d{1,2}):(\d{2})\b(?! ?[ap]m)")


def _clock(low: str, now: datetime) -> str:
    """Times of day as figures with am or pm: ``half 6``, ``by 5``, ``quarter past 4``."""
    low = _DOTTED.sub(r"\1:\2", low)
    low = _OCLOCK.sub(r"\1:00", low).replace("oclock", "").replace("  ", " ")
    low = _HALF.sub(r"\1:30", low)
    low = _FIVE_AND_TWENTY.sub("25 ", low)
    low = _PAST_HOUR.sub(lambda m: f"{m[2]}:{int(m[1]):02}", low)
    low = _TO_HOUR.sub(lambda m: f"{(int(m[2]) - 2) % 12 + 1}:{60 - int(m[1])}", low) if _MINUTES_TO.match(low) else low
    low = _HOUR_MINUTES.sub(r"\1:\2", low)
    low = _HOUR_FIRST.sub(r"\1:00", low.strip())
    low = _QUARTER_PAST.sub(r"\1:15", low)
    low = _QUARTER_TO.sub(lambda m: f"{int(m[1]) - 1}:45", low)
    low = _HOUR_ALONE.sub(r"\1 \2:00", low.strip())
    low = _HOUR_OF_DAY.sub(r"\1 \2:00", low)

    today = not _ANOTHER_DAY.search(low)

    def afternoon(found: re.Match[str]) -> str:
        """The half of the day that is meant: the one named, else the next to come today, else the one in which people work."""
        hour, minute = int(found[1]), int(found[2])
        if hour == 12 and _NIGHT.search(low):
            return "23:59"  # the end of this day, not its noon nor its beginning
        if not 1 <= hour <= 11 or "morning" in low:
            return found[0]
        later = f"{hour + 12}:{found[2]}"
        if _LATE.search(low):
            return later
        if today and "noon" not in low:
            gone, gone_too = ((now.hour, now.minute) >= (half, minute) for half in (hour, hour + 12))
            if gone != gone_too:
                return later
            if not gone:
                return found[0]
        return later if hour <= 7 else found[0]

    return _HOUR_AND_MINUTE.sub(afternoon, low)


_DATE = re.compile(rf"\b{_MONTH}\b|\b\d{{1,2}}(?:st|nd|rd|th)\b")
_BEFORE_DATE = re.compile(r"^(?:by|before|until|till|at|on|from|after) ")
_DAY_OF_MONTH = re.compile(r"(?:the )?(\d{1,2})(?:st|nd|rd|th)")


def _by_library(low: str, now: datetime) -> tuple[datetime, datetime] | None:
    """Dates in other orders ("May 14th"), by a library that is loaded only when such a span was found."""
    if not _DATE.search(low):
        return None
    bare = _BEFORE_DATE.sub("", low)
    if found := _DAY_OF_MONTH.fullmatch(bare):
        for ahead in range(62):
            day = now + timedelta(days=ahead)
            if day.day == int(found[1]):
                return datetime.combine(day.date(), now.time()), datetime.combine(day.date(), DAY_END)
        return None
    import dateparser

    when = dateparser.parse(bare, languages=["en"], settings={"RELATIVE_BASE": now, "PREFER_DATES_FROM": "future"})
    if when is None:
        return None
    when = when.replace(tzinfo=None)
    return when, datetime.combine(when.date(), DAY_END)
