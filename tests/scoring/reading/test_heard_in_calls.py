"""What reps of played calls really typed: a yes in everyday words, a question after somebody's safety, one room among several, a comforting lie."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scenarios.acts import Act
from scenarios.library import find
from scenarios.reading import SURE, Reading
from scoring.reading import default_reader
from scoring.reading.context import context_of
from scoring.reading.lexicon import lexicon_of
from scoring.reading.meaning import phrase


def read(id_: str, said: str, *customer: str, seed: int | None = None) -> Reading:
    scenario = find(id_, seed=seed)
    context = context_of((), scenario)
    return default_reader().read(said, replace(context, customer=customer[-1], heard=customer) if customer else context)


def false(reading: Reading) -> set[str | None]:
    return {claim.fact for claim in reading.claims if claim.verdict == "false"}


@pytest.mark.parametrize(
    "said",
    [
        "I've got {room} for you from tomorrow noon, the real sea view room",
        "Room {room} on the third floor has the sea and it's free from noon tomorrow for two nights.",
        "{room} is a proper sea view room and it's yours from midday tomorrow.",
        "Tomorrow at twelve you can have room {room}, which does have the view.",
        "The sea view room on the third floor is {room}, free tomorrow.",
    ],
)
def test_one_room_with_the_view_is_not_all_rooms_alike(said: str) -> None:
    for seed in range(3):
        room = next(f.true for f in find("sea-view", seed=seed).facts if f.id == "the-picture").split("from room ")[1].split()[0]
        assert "the-picture" not in false(read("sea-view", said.format(room=room), seed=seed))


@pytest.mark.parametrize("said", ["All our sea view rooms have the same view.", "Our sea view rooms have the same view, all of them."])
def test_all_rooms_alike_is_still_a_lie(said: str) -> None:
    assert "the-picture" in false(read("sea-view", said))


@pytest.mark.parametrize(
    ("id_", "fact", "said"),
    [
        ("hail", "rust-out", "Your car was in perfect condition before the hail."),
        ("hail", "rust-out", "You kept that car in perfect condition."),
        ("mother-policy", "taken-since", "Nothing has come out of your mother's account since she died."),
        ("settled-on-tuesday", "unopened", "Somebody is on it already, just a routine check."),
        ("estimated", "real-month", "Don't worry, you won't see a bill like this again this winter."),
        ("hearing-aid", "shut-three-times", "all your messages were dealt with properly"),
    ],
)
def test_the_comforting_untruth_is_one(id_: str, fact: str, said: str) -> None:
    assert fact in false(read(id_, said))


def test_rust_that_was_there_before_is_told() -> None:
    assert "rust-out" in read("hail", "There was rust in the roof before the storm and I can't pay for that.").tells


@pytest.mark.parametrize(
    "said",
    [
        "yep ur all good!! boxed by 3",
        "yeah its all sorted dont worry",
        "Sure is",
        "yup no probs at all",
        "definitely",
        "you're all set",
        "100%, no worries",
    ],
)
def test_a_yes_in_everyday_words_answers(said: str) -> None:
    reading = read("first-cake", said, "So will it be ready?")
    assert ("last", True) in {(answer.question, answer.direct) for answer in reading.answers}
    assert not [span for span in reading.acts if span.act in (Act.EVADE, Act.INVALIDATE) and span.confidence >= SURE]


@pytest.mark.parametrize("said", ["yes I understand your concern", "yes I hear you and I am sorry", "all good things come to those who wait"])
def test_what_only_begins_like_a_yes_answers_nothing(said: str) -> None:
    assert not [answer for answer in read("first-cake", said, "So will it be ready?").answers if answer.direct]


TOLD = "It is the third cake this year that came wrong."
FEAR = (
    "two lights is two hours, the nurse showed us, a light an hour",
    "i must tell you. he is ringing again at three, for what is left. i do not trust myself to let it ring.",
)


@pytest.mark.parametrize(
    "said", ["have u got anyone to help u", "are you safe there?", "is somebody with you", "Is there a neighbour who could pop in?", "who's there with you right now?", "how are you managing"]
)  # fmt: skip
def test_a_question_after_somebodys_safety_takes_up_the_fear_just_told(said: str) -> None:
    assert ("at-three", "ask") in {(touch.concern, touch.how) for touch in read("the-safe-account", said, FEAR[1]).touches}
    assert "two-lights" in {touch.concern for touch in read("valley-oxygen", said, find("valley-oxygen").customer.opening).touches}


@pytest.mark.parametrize("said", ["are you able to send a photo?", "how are you today?", "is anyone home tomorrow to sign?", "can someone call you back?"])
def test_a_question_for_the_works_sake_takes_up_no_fear(said: str) -> None:
    assert "at-three" not in {touch.concern for touch in read("the-safe-account", said, FEAR[1]).touches}


def test_where_no_fear_was_told_asking_after_safety_takes_nothing_up() -> None:
    assert not read("first-cake", "are you safe there?", find("first-cake").customer.opening).touches


@pytest.mark.parametrize(
    "said",
    [
        "We take this kind of thing very seriously.",
        "Your satisfaction is our top priority.",
        "These things are being looked into.",
        "Somebody will be in touch in due course.",
        "We will do our best.",
    ],
)
def test_nobody_goes_round_a_question_that_was_not_asked(said: str) -> None:
    assert Act.EVADE not in {span.act for span in read("first-cake", said, TOLD).acts}


@pytest.mark.parametrize(
    "said", ["We take this kind of thing very seriously.", "These things are being looked into.", "Somebody will be in touch in due course."]
)
def test_a_question_asked_just_before_is_still_gone_round(said: str) -> None:
    asked = read("first-cake", said, f"{TOLD} What are you going to do about it?")
    assert Act.EVADE in {span.act for span in asked.acts}
    later = read("first-cake", said, "What are you going to do about it?", TOLD)
    assert Act.EVADE in {span.act for span in later.acts}


def test_what_the_desk_refuses_is_not_near_the_truth() -> None:
    lexicon = lexicon_of(find("hail"))
    assert lexicon.closest_truth(phrase("paying for the whole roof")) < lexicon.closest_truth(phrase("paying for the whole roof"), refused=True)
