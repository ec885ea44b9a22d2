"""English as many good reps write it, learnt late: polite sentences are not read as rude or untrue, good acts in them are seen, and harm in them is heard."""

from __future__ import annotations

import pytest

pytest.importorskip("onnxruntime")

from scenarios.acts import HARM, Act
from scenarios.library import find
from scenarios.reading import SURE, Reading
from scoring.reading import default_reader
from scoring.reading.protocol import Context
from scoring.reading.sentences import clauses_of
from scoring.reading.words import plain


def read(id_: str, said: str) -> Reading:
    scenario = find(id_)
    opening = scenario.customer.opening
    return default_reader().read(said, Context(scenario=scenario, customer=opening, heard=(opening,), log=()))


def surely(reading: Reading) -> set[Act]:
    return {span.act for span in reading.acts if span.confidence >= SURE}


def false(reading: Reading) -> bool:
    return any(claim.verdict == "false" for claim in reading.claims)


@pytest.mark.parametrize(
    "said",
    [
        "You do not need to prove again who you are.",
        "I know who you are.",
        "Please tell me who you are.",
        "I see from the branch who you are.",
        "I ask who you speak to so that I can find the note.",
        "Four days you have believed you are stupid, because our scanner sticked two pages.",
        "Nobody here thinks you are lying.",
        "You said you are a difficult customer, but you are not.",
        "You are not difficult, you were right to ask.",
        "You are entitled to a refund.",
        "You are having a difficult day.",
        "You must be mad with us, and you have reason.",
        "You are a child carer, I see it in the note.",
        "Watch your language settings on the phone, please set English.",
        "How should I know which door: please tell me the colour.",
        "If you get lost, ring me.",
        "The children grow up fast, I understand you want the photos.",
        "Get a grip on the handle and pull to you.",
        "Stuff it back in the bag and the courier collects it.",
        "You should have paid only 28 pounds, we took too much.",
        "We rang you at the wrong number so you did not answer.",
        "You put it in the wrong box because our form said so.",
        "I am sorry you are upset, it was our mistake.",
        "You must feel ashamed in front of all this people, and it is not your fault.",
        "It must be shame for you in front of nine people.",
    ],
)
def test_ordinary_words_are_no_insult_and_no_blame(said: str) -> None:
    assert not surely(read("grey-coat", said)) & HARM


@pytest.mark.parametrize(
    "said",
    [
        "Who do you think you are?",
        "Who you think you are, madam?",
        "Who are you to tell me this?",
        "How dare you.",
        "You are stupid.",
        "You are being difficult.",
        "You are a difficult customer.",
        "You are so entitled.",
        "You are mad.",
        "I think you are stupid.",
        "You thought you know it, you are a liar.",
        "Get lost.",
        "Grow up.",
        "Get a grip on yourself.",
        "Stuff it.",
        "Mind your language, madam.",
        "How should I know that?",
        "You put it in the wrong box.",
        "You should have called us first.",
        "You must be ashamed of yourself.",
        "You should be ashamed, holding up all these people.",
    ],
)
def test_the_insult_and_the_blame_they_look_like_stay(said: str) -> None:
    assert surely(read("grey-coat", said)) & {Act.HOSTILE, Act.BLAME}


@pytest.mark.parametrize(
    ("id_", "said"),
    [
        ("estimated", "I understand it is a shock, from 92 to 412 with the same kettle."),
        ("estimated", "It must be very hard to sleep with the coat."),
        ("whose-sofa", "I understand that for you is difficult to go inside and tell it to Menna."),
        ("in-the-bin", "I understand it is your first day with the childrens and you are worry."),
        ("third-kettle", "It must be a big fright for you, boiling water on the sleeve of your daughter."),
    ],
)
def test_a_feeling_named_in_simple_words_is_seen(id_: str, said: str) -> None:
    found = surely(read(id_, said))
    assert found & {Act.REFLECT_FEELING, Act.VALIDATE, Act.REFLECT_CONTENT}
    assert not found & HARM


@pytest.mark.parametrize(
    "said",
    [
        "I understand that you are worried.",
        "I understand it is not nice for party",
        "I wish a very nice party to Sam and his knees.",
        "I hope the little one is well.",
        "There is no need to make a photo, I see it here.",
    ],
)
def test_a_plain_kind_word_belittles_nobody(said: str) -> None:
    assert not surely(read("first-cake", said)) & HARM


@pytest.mark.parametrize(
    "said",
    [
        "I understand you are upset, but calm down",
        "I understand that you think it matters",
        "I wish you would read",
        "I understand it is hard for you to follow",
        "I see that you are a bit emotional today.",
        "There is no need to make a scene.",
    ],
)
def test_a_kind_opening_that_is_taken_back_stays_a_harm(said: str) -> None:
    assert surely(read("estimated", said)) & HARM


@pytest.mark.parametrize(
    "said", ["It must be very hard to press one button.", "I understand you are worried about nothing.", "I see it is very important for you, a cake."]
)
def test_a_sneer_in_a_kind_form_names_no_feeling(said: str) -> None:
    assert Act.REFLECT_FEELING not in surely(read("first-cake", said))


@pytest.mark.parametrize(
    ("id_", "said"),
    [
        ("estimated", "You have slept, so the reader could not come in, it is your fault."),
        ("in-the-bin", "The mistake is yours."),
        ("estimated", "The heater uses too much, you should look it."),
        ("in-the-bin", "You must write better the safe place the next time."),
        ("whose-sofa", "You have measured bad."),
        ("yellow-line", "You parked wrong, now you must pay."),
        ("three-mornings", "Calm you madam, the milk can wait."),
        ("hail", "Shame on you."),
    ],
)
def test_harm_in_bare_grammar_is_heard_and_owns_or_hears_nothing(id_: str, said: str) -> None:
    reading = read(id_, said)
    assert surely(reading) & HARM
    assert not surely(reading) & {Act.OWN, Act.VALIDATE, Act.REFLECT_FEELING}
    assert not reading.tells


@pytest.mark.parametrize(
    "said",
    [
        "It is not your fault.",
        "You thought it is your fault, but it is ours.",
        "The page made you think it is your fault.",
        "It is your error code 41.",
        "You have waited too long.",
        "You must be more than angry.",
        "You should look for a letter on Friday, I send it today.",
        "You ordered the wrong size because our page said so.",
        "You have written too much for this box, our form is small.",
        "The bill can wait until you are paid.",
        "You do not have to be ashamed.",
        "I wish you could have seen it.",
        "I understand it is hard for you to follow our letter.",
    ],
)
def test_the_same_words_in_another_sense_are_no_harm(said: str) -> None:
    assert not surely(read("estimated", said)) & HARM


@pytest.mark.parametrize(
    ("id_", "fact", "said"),
    [
        (
            "in-the-bin",
            "our-driver",
            "I have looked your order, you wrote meter cupboard, left of the door, and the driver has left it in the recycling box at 9:14, this is our fault.",
        ),
        ("in-the-bin", "our-driver", "You have wrote in the order meter cupboard and our driver left it in recycling bin. It is our error."),
        ("in-the-bin", None, "You wrote meter cupboard, left of the door."),
        ("estimated", None, "So, bill 338.69, Friday 184.90, and the reader comes after three in the afternoon, the next time Friday 29 January."),
    ],
)
def test_the_truth_in_simple_words_is_true(id_: str, fact: str | None, said: str) -> None:
    reading = read(id_, said)
    assert not false(reading)
    assert fact is None or fact in reading.tells


@pytest.mark.parametrize(
    ("id_", "said"),
    [
        ("in-the-bin", "You wrote cupboard and the driver left it in your cupboard."),
        ("in-the-bin", "We have looked for your parcel now."),
        ("in-the-bin", "We made no mistake."),
        ("estimated", "The readers came in the afternoon as you asked."),
        ("estimated", "The bill is right, nobody made a mistake."),
        ("estimated", "You have not told the branch nothing."),
    ],
)
def test_a_lie_in_simple_words_is_one(id_: str, said: str) -> None:
    reading = read(id_, said)
    assert false(reading)
    assert not reading.tells


@pytest.mark.parametrize(
    ("id_", "said"),
    [
        ("estimated", "You made no mistake."),
        ("estimated", "You have not told us your new address."),
        ("in-the-bin", "There is no mistake in your order."),
        ("lilies", "Your daughter made no mistake."),
    ],
)
def test_who_made_no_mistake_matters(id_: str, said: str) -> None:
    assert not false(read(id_, said))


def test_a_comma_where_a_full_stop_belongs_parts_two_clauses() -> None:
    said = "I have looked your order, you wrote meter cupboard, our driver has left it in the bin, this is our fault."
    assert [c.text.split()[0] for c in clauses_of(said)] == ["i", "you", "our", "this"]
    assert len(clauses_of("The cake, the candles and the box are ready.")) == 1
    assert len(clauses_of("When the shop opens, the girl has sent it.")) == 1


def test_he_thinks_is_no_thanks() -> None:
    assert plain("he thinks so") == "he thinks so"


@pytest.mark.parametrize("said", ["The price is 27.1 pence a unit, the same as in August.", "September, October and November were estimated."])
def test_a_fact_of_the_card_told_plainly_is_no_argument(said: str) -> None:
    assert Act.ARGUE not in surely(read("estimated", said))


@pytest.mark.parametrize("said", ["No, the price is 27.1 pence a unit, as we told you in August.", "The price is the same as in August, you agreed to it."])
def test_a_fact_that_contradicts_to_win_stays_one(said: str) -> None:
    assert surely(read("estimated", said)) & HARM


@pytest.mark.parametrize(
    "said",
    [
        "I ask you politely not to copy me",
        "My photo are private, you do not use them",
        "Do not use my photo.",
        "I am not muppet, please write to me normal",
        "Please no more bad words to me",
        "You can not call me like this.",
        "This words you do not say to me.",
        "Please be polite with me.",
        "I do not agree that you film me.",
        "I don't answer questions about my private life.",
        "But word bastard I not accept, please without it.",
        "Such words I do not accept.",
        "This tone I will not take.",
    ],
)
@pytest.mark.parametrize("id_", ["grey-coat", "true-wheel"])
def test_a_limit_in_simple_words_is_one_and_no_offer(id_: str, said: str) -> None:
    found = surely(read(id_, said))
    assert Act.SET_LIMIT in found
    assert not found & (HARM | {Act.PROPOSE})


@pytest.mark.parametrize(
    "said",
    [
        "Please do not open it.",
        "Do not use the kettle until the new one comes.",
        "Do not copy the old number.",
        "Please do not call me before nine.",
        "I am not a doctor, please ring 111.",
        "Please write to me at this address.",
        "My photos are from the depot, you can see them.",
        "I ask you not to throw it away.",
        "Watch your mouth.",
        "Learn to speak politely.",
        "Don't you dare speak to me like that.",
        "The word return I do not want to use, it is an exchange.",
        "Those words on the label I do not want changed.",
        "The language I do not speak, but my colleague does.",
    ],
)
@pytest.mark.parametrize("id_", ["grey-coat", "third-kettle"])
def test_what_protects_nobody_or_only_scolds_is_no_limit(id_: str, said: str) -> None:
    assert Act.SET_LIMIT not in surely(read(id_, said))


@pytest.mark.parametrize(
    ("id_", "said", "owns"),
    [
        ("the-piano", "We in workshop didn't looked at it and put picture opposite way.", True),
        ("grey-coat", "We at the shop have sewed the button on wrong side.", True),
        ("true-wheel", "We in workshop not checked it.", True),
        ("the-piano", "We in the workshop have not looked at it yet.", False),
        ("pram-wheel", "We have not seen the pram.", False),
        ("hail", "I did not ask for the photo.", False),
    ],
)
def test_a_slip_of_ours_in_bare_grammar_is_owned_and_what_was_not_our_turn_is_none(id_: str, said: str, owns: bool) -> None:
    assert (Act.OWN in surely(read(id_, said))) is owns
