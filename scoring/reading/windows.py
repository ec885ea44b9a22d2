"""Stretches between two hours of the clock: ``between two and four``, ``nine to eleven tomorrow``, ``2-4pm``.

Figures and words alike. A count of things ("two to four people") is none, nor is a length of time ("two to four days").
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

Resolve = Callable[[str, datetime], tuple[datetime, datetime] | None]

FOLLOWS = (
    r"(?= ?$| (?:[.,!?;:()|]|\.\.\.|-|and|or|but|so|if|to|for|at|on|in|with|when|then|as|because|while|who|he|she|they|you|i|we|it|is|will|your|the|our|my|"
    r"that|this|today|tonight|tomorrow|\w+day|please|ok|sharp|latest|ish)\b| [.,!?;:()|-])"
)
"""What may come after an hour; any other word is what the number counts."""
_HOUR = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_AT = rf"(?:(?:half (?:past )?|quarter (?:past|to) )?(?:{_HOUR}|(?:[01]?\d|2[0-3])(?:[:.]\d{{2}})?)(?: ?(?:am|pm|oclock))?|noon|midday|midnight)"
_DAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|today|tonight)"
_PART = r"(?:morning|afternoon|evening)"
_WHEN = rf"(?:(?:on |next |this )?{_DAY}(?: {_PART})?|(?:this|in the) {_PART})"
_WINDOW = re.compile(
    rf"\b(?:(?P<before>{_WHEN}) (?:, )?)?(?P<opens>(?:any ?time |anywhere |somewhere |some ?time )*(?:between|twixt|from) )?(?P<a>{_AT}) (?P<joins>(?:and|to|till|until|-) )?"
    rf"(?P<b>{_AT})\b(?P<after> (?:, )?{_WHEN})?{FOLLOWS}"
)
_GATE = re.compile(r"\b(?:between|twixt|from|to|till|until|-)\b|\d ?[ap]m")
_HALF_OF_DAY = re.compile(r" ?(am|pm)$")
_TWELVE = timedelta(hours=12)


@dataclass(frozen=True)
class Window:
    """Two hours and the day they fall on, with where they stand in the words."""

    start: int
    end: int
    opens: str
    closes: str
    day: str

    def resolved(self, now: datetime, resolve: Resolve, *, day: str = "") -> tuple[datetime, datetime] | None:
        """Both ends on the calendar; the half of the day named for one holds for the other. ``day``: where it names none itself."""
        half = _HALF_OF_DAY.search(self.closes)
        opens = f"{self.opens}{half[1]}" if half and self.opens[-1].isdigit() and ":" not in self.opens else self.opens
        first, last = (resolve(f"{self.day or day} at {hour}".strip(), now) for hour in (opens, self.closes))
        if first is None or last is None:
            return None
        begins, ends = first[0], last[1]
        while begins > ends:
            begins -= _TWELVE
        return begins, ends


_A_CLOCK = re.compile(r"\b(?:noon|midday|half|quarter|oclock)\b")


def windows_in(text: str) -> Iterator[Window]:
    """The windows a clause names, in order."""
    if not _GATE.search(text):
        return
    for found in _WINDOW.finditer(text):
        day = (found["before"] or found["after"] or "").strip(" ,")
        between = (found["opens"] or "").endswith(("between ", "twixt "))
        told = bool(day or between or _HALF_OF_DAY.search(found["b"]))
        joins = (found["joins"] or "").strip()
        if (joins == "and" and not between) or (not joins and not _HALF_OF_DAY.search(found["b"])):
            continue
        if not told and not _A_CLOCK.search(found[0]) and not _COMING.search(text[: found.start()]):
            continue
        yield Window(found.start(), found.end(), found["a"], found["b"], day)


_COMING = re.compile(
    r"(?:^|\b(?:come|comes|coming|arrive|arrives|arriving|there|here|round|visit|slot|open|window|delivered|deliver|collect|calling|booked|due|free|is|are|be|,)) $"
)
"""Words after which two bare numbers are hours."""
