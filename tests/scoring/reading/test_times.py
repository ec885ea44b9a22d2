"""When something is due, as a reply names it: the hour with its day, and no hour for what is over or only lasts."""

from __future__ import annotations

from datetime import datetime

import pytest

from scoring.reading.sentences import clauses_of
from scoring.reading.times import times_in
from scoring.reading.words import plain

FRIDAY = datetime(2026, 10, 23, 16, 10)


def due(text: str) -> list[str | None]:
    return [time.latest.strftime("%a %d %H:%M") if time.latest else None for time in times_in(clauses_of(text), FRIDAY)]


@pytest.mark.parametrize(
    ("text", "latest"),
    [
        ("I'll ring you by six tonight.", "Fri 23 18:00"),
        ("I'll ring you at 8 tonight.", "Fri 23 20:00"),
        ("You'll have it by 12 tonight.", "Fri 23 23:59"),
        ("You'll have it by tonight.", "Fri 23 22:00"),
        ("I'll ring tomorrow 12 o clock.", "Sat 24 12:00"),
        ("I'll ring tomorrow at twelve o'clock.", "Sat 24 12:00"),
        ("I'll ring tomorrow 5 o'clock.", "Sat 24 17:00"),
        ("I'll book it for Monday at nine.", "Mon 26 09:00"),
        ("I'll hold it for you until Monday.", "Mon 26 17:30"),
        ("You'll have it in two days.", "Sun 25 17:30"),
    ],
)
def test_the_hour_stays_with_its_day(text: str, latest: str) -> None:
    assert due(text) == [latest]


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("They'll come between two and four.", ("Sat 24 14:00", "Sat 24 16:00")),
        ("Between two and four tomorrow.", ("Sat 24 14:00", "Sat 24 16:00")),
        ("He's coming five to seven.", ("Fri 23 17:00", "Fri 23 19:00")),
        ("Monday nine till eleven", ("Mon 26 09:00", "Mon 26 11:00")),
        ("2-4pm on Sunday", ("Sun 25 14:00", "Sun 25 16:00")),
        ("from half nine to half eleven tomorrow morning", ("Sat 24 09:30", "Sat 24 11:30")),
        ("On Monday we look, and I ring you at eleven.", ("Mon 26 11:00", "Mon 26 11:00")),
        ("It'll be there half five.", ("Fri 23 17:30", "Fri 23 17:30")),
        ("I'll ring at ten past six.", ("Fri 23 18:10", "Fri 23 18:10")),
        ("He's there at twenty to six.", ("Fri 23 17:40", "Fri 23 17:40")),
        ("three thirty tomorrow", ("Sat 24 15:30", "Sat 24 15:30")),
        ("I'll ring at six this evening", ("Fri 23 18:00", "Fri 23 18:00")),
    ],
)
def test_hours_in_words_and_between_two(text: str, hours: tuple[str, str]) -> None:
    named = times_in(clauses_of(text), FRIDAY)[-1]
    assert named.earliest
    assert named.latest
    assert (f"{named.earliest:%a %d %H:%M}", f"{named.latest:%a %d %H:%M}") == hours


@pytest.mark.parametrize(
    "text",
    [
        "There were two to four people.",
        "It's between 2 and 3 percent.",
        "You had rooms 112 to 119.",
        "I moved you from 12 to 14.",
        "Two of our shops have it, at one point ten of them.",
        "We go from one to the next.",
    ],
)
def test_a_count_is_no_hour(text: str) -> None:
    assert not times_in(clauses_of(text), FRIDAY)


@pytest.mark.parametrize(
    "text",
    [
        "I'll keep the room for you for two days.",
        "I'll refund the three days you waited.",
        "I'll credit last Monday's visit.",
        "I'll find out why nobody came on Friday.",
        "I'll ask who took the parcel on Thursday at 9.",
        "It was sent 3 days ago.",
        "I can only give you today's stock.",
        "I'll refund tomorrow's fee.",
        "I'll send you Monday's bill.",
    ],
)
def test_what_lasts_or_is_over_is_no_hour_to_come(text: str) -> None:
    assert due(text) == [None]


def test_what_is_over_does_not_hide_what_is_to_come() -> None:
    assert due("You said that he came on Monday, and I will ring you by Tuesday.") == [None, "Tue 27 17:30"]
    assert due("The technician who was booked comes on Friday.") == ["Fri 23 17:30"]
    assert due("I'll put it on Tuesday's van.") == ["Tue 27 17:30"]


@pytest.mark.parametrize(
    ("said", "mended"),
    [
        ("yep sat 10 to 12", "yes saturday 10 to 12"),
        ("on sat", "on saturday"),
        ("sun morning then", "sunday morning then"),
        ("it sat 3 days in the depot", "it sat 3 days in the depot"),
        ("the parcel sat on the step", "the parcel sat on the step"),
        ("the sun is out", "the sun is out"),
    ],
)
def test_a_day_cut_short_is_that_day_only_where_a_day_can_stand(said: str, mended: str) -> None:
    assert plain(said) == mended
