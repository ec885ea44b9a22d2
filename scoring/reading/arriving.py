"""Whether a moment the rep named leaves the desk time enough: what the rep could know, not the minute on the card.

"About two hours" is a margin, not an hour to the minute, and whoever quotes the desk's own span has promised no more than
the desk can do. Reader and ledger both ask here, so that they charge the same words alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from scenarios.model import Action, Scenario
from scenarios.reading import TimeSpan
from scoring.reading.stems import content
from scoring.reading.times import figures, span_of

LEAST_MARGIN = timedelta(minutes=15)
"""What "about" leaves open at the least; a quarter of the span where that is more."""

_ABOUT = r"about|around|roughly|approx(?:imately)?\.?|circa|some|say|more or less|give or take"
_ABOUT_IN = re.compile(rf"(?<!\w)(?:{_ABOUT})(?!\w)")
_ABOUT_BEFORE = re.compile(rf"(?<!\w)(?:{_ABOUT}) *$")
_ABOUT_AFTER = re.compile(r"^ ?-?(?:ish\b|or so\b|or thereabouts\b|roughly\b|more or less\b|give or take\b|approximately\b)")
_SPAN = re.compile(r"(?<![\d:.,])(\d+(?:\.\d+)?)(?: ?(?:to|-|or) ?(\d+(?:\.\d+)?))? ?(minute|min|m|hour|hr|h|day|d|week)s?\b")
_MINUTES = {"minute": 1, "min": 1, "m": 1, "hour": 60, "hr": 60, "h": 60, "day": 1440, "d": 1440, "week": 10080}


def too_soon(scenario: Scenario, action: Action, text: str, times: Iterable[TimeSpan], *, arrival: datetime, at: int = 0) -> bool:
    """Whether every moment named in these words comes before the thing can. ``at``: where in the reply ``text`` begins."""
    named = [time.model_copy(update={"start": time.start - at, "end": time.end - at}) for time in times if time.latest is not None]
    return bool(named) and not any(_leaves_time(scenario, action, text, time, arrival) for time in named)


def _leaves_time(scenario: Scenario, action: Action, text: str, time: TimeSpan, arrival: datetime) -> bool:
    words = text[time.start : time.end].lower()
    span = span_of(words)
    if time.latest is None or time.latest.replace(tzinfo=None) + _margin(text, time, span) >= arrival:
        return True
    return span is not None and any(span == own for line in _lines_on(scenario, action) for own in _spans_in(line))


def _margin(text: str, time: TimeSpan, span: timedelta | None) -> timedelta:
    before, words, after = text[max(0, time.start - 20) : time.start].lower(), text[time.start : time.end].lower(), text[time.end : time.end + 20].lower()
    if not (_ABOUT_IN.search(words) or _ABOUT_BEFORE.search(before) or _ABOUT_AFTER.match(after)):
        return timedelta()
    return max(LEAST_MARGIN, span / 4) if span else LEAST_MARGIN


def _lines_on(scenario: Scenario, action: Action) -> Iterator[str]:
    """What desk and card say of an action: its own words, the facts it brings, and every line of policy or record that speaks of it."""
    brings = [
        fact.true
        for check in (action, *(scenario.desk.actions[need] for need in action.needs if need in scenario.desk.actions))
        for fact in scenario.facts
        if fact.id in check.tells
    ]
    yield from (action.what, action.shows, action.arrives or "", *action.offer_if, *brings)
    about = content(action.what)
    yield from (line for line in (*scenario.desk.policy, *scenario.desk.record.splitlines()) if about & content(line))


def _spans_in(line: str) -> Iterator[timedelta]:
    for found in _SPAN.finditer(figures(line.lower())):
        yield timedelta(minutes=float(found[2] or found[1]) * _MINUTES[found[3]])
