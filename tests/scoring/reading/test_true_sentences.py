"""True sentences near a lie are not called one, lies in few words still are, and blame or a shut door in plain words is heard."""

from __future__ import annotations

import pytest

from scenarios.acts import Act
from scenarios.library import find
from scenarios.reading import SURE, Reading
from scoring.reading import default_reader
from scoring.reading.context import context_of


def read(id_: str, said: str) -> Reading:
    return default_reader().read(said, context_of((), find(id_)))


def surely(reading: Reading) -> set[Act]:
    return {span.act for span in reading.acts if span.confidence >= SURE}


def false(reading: Reading) -> bool:
    return any(claim.verdict == "false" for claim in reading.claims)


@pytest.mark.parametrize(
    ("id_", "said"),
    [
        ("sea-view", "One moment, I see which of our rooms have the sea view."),
        ("sea-view", "Every sea view room here is booked up tonight."),
        ("sea-view", "Checking now what rooms have the same view as the picture."),
        ("in-the-bin", "I find out if the shoes are in stock."),
        ("assisted-bins", "I don't know yet if there's a wagon free this week."),
        ("hearing-aid", "The soft tip might stop it, about eight of ten."),
        ("lilies", "The message on the order was correct."),
        ("before-five", "The board is in stock."),
        ("sixty-four-scores", "The blue edition has different pages."),
        ("three-mornings", "No truck near you tonight."),
        ("with-the-driver", "He didn't try your door, he had nothing."),
        ("before-five", "No part is on its way, none was ordered."),
        ("two-exits", "sat 11 for the driving pair, varifocals the 19th, read off the test this time not copied."),
    ],
)
def test_a_true_sentence_is_no_lie(id_: str, said: str) -> None:
    assert not false(read(id_, said))


@pytest.mark.parametrize(
    ("id_", "said"),
    [
        ("sea-view", "Every sea view room here has the same view."),
        ("before-five", "I look now, the part is on the way."),
        ("before-five", "The board is out of stock."),
        ("two-exits", "Your varifocals are ready sat 11."),
        ("before-five", "We rang and no one answered."),
        ("no-heat", "He knocked and no answer."),
    ],
)
def test_a_lie_in_few_words_is_one(id_: str, said: str) -> None:
    assert false(read(id_, said))


@pytest.mark.parametrize(
    "said", ["We rang you and you never picked up.", "You must have fitted it wrong.", "you are wearing it the wrong way", "You probably put it in badly."]
)
def test_blame_in_plain_words_is_heard_and_owns_nothing(said: str) -> None:
    reading = read("hearing-aid", said)
    assert Act.BLAME in surely(reading)
    assert Act.OWN not in surely(reading)
    assert not reading.tells


@pytest.mark.parametrize("said", ["Nothing we can do.", "That's not our department.", "not my problem, ask the shop"])
def test_a_shut_door_is_heard(said: str) -> None:
    assert Act.DEFLECT in surely(read("hearing-aid", said))


@pytest.mark.parametrize(
    "said",
    ["You did nothing wrong, we fitted it badly.", "It's not our department, so I ring the shop for you now.", "You typed it right and we read it wrong."],
)
def test_who_owns_or_helps_neither_blames_nor_shuts_the_door(said: str) -> None:
    assert not surely(read("hearing-aid", said)) & {Act.BLAME, Act.DEFLECT}


@pytest.mark.parametrize("said", ["That is the crew's forecast, not ours.", "Between 2 and 4 this afternoon is the crew's forecast, that's not our guess."])
def test_a_fact_told_straight_pushes_nothing_away(said: str) -> None:
    assert Act.DEFLECT not in surely(read("valley-thanks", said))


def test_advice_gives_nothing_back() -> None:
    assert not read("hearing-aid", "Please insert the aid firmly.").touches
