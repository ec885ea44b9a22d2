"""What a rep of long standing says in few words: two dates in one breath, whose fault it is, what is undertaken in the present tense, and talking down."""

from __future__ import annotations

import pytest

from scenarios.acts import Act
from scenarios.library import find
from scenarios.reading import SURE, Reading
from scoring.reading import default_reader
from scoring.reading.context import context_of


def read(id_: str, said: str) -> Reading:
    return default_reader().read(said, context_of((), find(id_)))


def does(reading: Reading, act: Act, least: float = 0.3) -> bool:
    return any(span.act is act and span.confidence >= least for span in reading.acts)


@pytest.mark.parametrize(
    ("id_", "said"),
    [
        ("mother-policy", "You told us on 20 August and sent the certificate."),
        ("mother-policy", "You rang Home on 20 August and sent Records the certificate in September."),
        ("mother-policy", "You have sent the death certificate already."),
        ("mother-policy", "I am told by Records that the certificate came on 1 September."),
        ("mother-policy", "One letter left last night and comes tomorrow, I can't call it back."),
        ("hail", "On 9 September you sent the quote and on the 11th you paid 600."),
        ("settled-on-tuesday", "You uploaded the booking on Monday and rang twice that day."),
        ("first-cake", "The cake says 30."),
    ],
)
def test_two_things_with_their_dates_are_no_lie(id_: str, said: str) -> None:
    assert "false" not in {claim.verdict for claim in read(id_, said).claims}


@pytest.mark.parametrize(
    ("id_", "said"),
    [
        ("mother-policy", "Please send us the death certificate."),
        ("mother-policy", "You need to send the certificate again."),
        ("mother-policy", "You only told one department."),
        ("mother-policy", "The letter you have was the last one."),
        ("first-cake", "The order says 30."),
    ],
)
def test_the_lie_beside_them_still_is_one(id_: str, said: str) -> None:
    assert "false" in {claim.verdict for claim in read(id_, said).claims}


@pytest.mark.parametrize(
    ("id_", "fact", "said"),
    [
        (
            "mother-policy",
            "one-switch",
            "Each of our desks wrote a note only its own department could see. Nobody changed her status from living, though any desk could have.",
        ),
        ("mother-policy", "one-switch", "Five departments each made a note and nobody changed her status."),
        ("mother-policy", "one-switch", "Nobody here changed her status from living, though any desk could have."),
        ("settled-on-tuesday", "unopened", "Nobody here has opened the review in four days."),
        ("settled-on-tuesday", "unopened", "The review has no owner and not one of us opened it."),
        ("settled-on-tuesday", "held-here", "We have held the money since Sunday and our page says settled."),
        ("hearing-aid", "shut-three-times", "We closed it three times as solved and nobody touched it."),
        ("hearing-aid", "old-cast", "We made your mould from a 2019 cast, so it does not fit."),
        ("first-cake", "our-slip", "You wrote 40 and we put 30 on cake of your brother"),
        ("the-recipes", "july-alive", "I wasn't here in July. We shut your July message without looking, and the copies were written over six weeks later."),
        ("assisted-bins", "shut-by-itself", "I'm reading it here: nobody of us has read a single one of your four reports."),
    ],
)
def test_a_fault_told_with_the_house_as_the_doer_is_owned_whichever_word_says_so(id_: str, fact: str, said: str) -> None:
    reading = read(id_, said)
    assert fact in reading.tells
    assert does(reading, Act.OWN)


@pytest.mark.parametrize(
    ("id_", "said"),
    [
        ("hail", "The photographs were never sent to you."),
        ("settled-on-tuesday", "The money is held by a review since Sunday and the page says settled."),
        ("hearing-aid", "Three times it was closed as solved and nothing was done."),
        (
            "the-recipes",
            "You'll appreciate I wasn't on this desk in July, so I can't speak to what my colleagues meant by sync. I'm going to have the copies read now.",
        ),
        ("assisted-bins", "Sir I am only reading what is there on the screen, four times crew has updated not presented, so four is the sample size."),
    ],
)
def test_a_fault_told_with_nobody_as_the_doer_is_not_owned(id_: str, said: str) -> None:
    assert not does(read(id_, said), Act.OWN)


@pytest.mark.parametrize(
    "said",
    ["you typed 40th and we iced 30th so its our mistake", "You wrote 40 and we put 30 on cake of your brother", "You wrote 40. We put 30. Sam is not 30."],
)
def test_giving_the_story_back_and_owning_it_takes_it_up(said: str) -> None:
    assert {touch.how for touch in read("first-cake", said).touches if touch.concern == "thirty"} & {"own", "reflect"}


@pytest.mark.parametrize(
    ("said", "of"),
    [
        ("Your mother died on 19 August and we wrote to her on 9 October as if she were alive.", {"the-envelope"}),
        ("Your mother died in August and you told five of us.", {"five-doors"}),
        ("Five of us knew that your mother had died and we wrote to her all the same.", {"five-doors", "the-envelope"}),
    ],
)
def test_words_of_several_worries_speak_of_the_one_that_is_meant(said: str, of: set[str]) -> None:
    assert {touch.concern for touch in read("mother-policy", said).touches} == of


@pytest.mark.parametrize(
    ("id_", "action", "said"),
    [
        ("mother-policy", "carry", "the file is in my name, extension 2206, and I ring you on Friday at 12:30"),
        ("mother-policy", "stop-letters", "I stop everything in her name in all five places."),
        ("mother-policy", "pay-back", "I pay back the 28.20."),
        ("first-cake", "photo", "I send you photo also"),
        ("sea-view", "tonight-off", "I take tonight off the bill, 178 pounds"),
        ("sea-view", "third-floor", "I move you tomorrow at noon to the third floor."),
        ("hearing-aid", "my-case", "I write you Thursday at two."),
    ],
)
def test_the_present_tense_undertakes(id_: str, action: str, said: str) -> None:
    assert action in {promise.action for promise in read(id_, said).promises}


@pytest.mark.parametrize(
    ("id_", "said"),
    [
        ("mother-policy", "I take this very seriously."),
        ("mother-policy", "I call that a disgrace."),
        ("mother-policy", "I make no excuses."),
        ("mother-policy", "I keep you waiting, sorry."),
        ("first-cake", "I make the cakes here every day."),
        ("first-cake", "I sent you a photo yesterday."),
        ("sea-view", "If I take it off the bill, is that enough?"),
    ],
)
def test_what_is_done_felt_or_usual_is_no_promise(id_: str, said: str) -> None:
    assert not read(id_, said).promises


@pytest.mark.parametrize(
    ("id_", "said"),
    [
        ("mother-policy", "Death is, I am told, quite hard on paperwork."),
        ("mother-policy", "Do sit down, there's a good girl."),
        ("mother-policy", "You are a clever one, do sit down and have a little cry."),
        ("mother-policy", "I dare say five departments are four too many for you."),
        ("mother-policy", "How very observant of you, the letter is dated 9 October."),
        ("first-cake", "Do buy yourself a calendar."),
        ("first-cake", "Numbers are, I gather, tricky for some."),
        ("first-cake", "You can count, well done."),
        ("hearing-aid", "Ears are, one hears, a trial at your age."),
        ("sea-view", "You paid for a view, do buy yourself a postcard."),
    ],
)
def test_plain_condescension_is_heard_and_praises_nobody(id_: str, said: str) -> None:
    reading = read(id_, said)
    assert does(reading, Act.HOSTILE, SURE)
    assert not does(reading, Act.VALIDATE)


@pytest.mark.parametrize(
    ("id_", "said"),
    [
        ("hearing-aid", "Do sit down if you like, I will only be a minute."),
        ("hearing-aid", "I dare say you are right, the mould is too old."),
        ("hearing-aid", "I am told the mould was made from the 2019 cast."),
        ("mother-policy", "The letter is, I am told, with the post already."),
        ("mother-policy", "Have a good cry if you need to, I'll wait."),
        ("first-cake", "Do buy yourself a coffee on us while we ice it again."),
        ("first-cake", "You can read it in the photo I send."),
    ],
)
def test_kind_words_nearly_the_same_are_not(id_: str, said: str) -> None:
    assert not does(read(id_, said), Act.HOSTILE, SURE)


@pytest.mark.parametrize(
    ("id_", "said"),
    [
        ("hail", "It is a dent, which I trust even a builder will recognise."),
        ("hail", "I quite understand that insurance is not for everyone."),
        ("mother-policy", "You have reached the claims department, as one tends to when one rings it."),
        ("mother-policy", "How very resourceful of you to have asked."),
        ("estimated", "It is perfectly clear to anyone who takes the time to read it."),
        ("estimated", "I regret that I cannot set it out in smaller words."),
        ("sea-view", "Take all the time you need to thank us."),
        ("sea-view", "I am delighted you have found a phrase you like."),
        ("first-cake", "A charming proposal. I shall have it framed."),
        ("first-cake", "Do you want the cake or do you want to shout some more?"),
        ("results", "I do hope somebody will one day sit down with you and explain what they are for."),
        ("results", "Thank you for sharing that with us; I have made a note that you have feelings."),
    ],
)
def test_contempt_in_good_manners_is_heard_and_thanks_nobody(id_: str, said: str) -> None:
    """The grammar is proof enough, whatever the model makes of so polite a sentence."""
    reading = read(id_, said)
    assert does(reading, Act.HOSTILE, SURE)
    assert not does(reading, Act.COURTESY)
    assert not does(reading, Act.VALIDATE)


@pytest.mark.parametrize(
    ("id_", "said"),
    [
        ("hail", "Even a trained eye could not have seen that dent from the road."),
        ("hail", "I appreciate that not everyone is online, so I'll post the form."),
        ("mother-policy", "How kind of you to ask, I'm well."),
        ("mother-policy", "Take all the time you need."),
        ("estimated", "Well spotted, that is our mistake."),
        ("estimated", "Thank you for explaining, I had the wrong meter open."),
        ("sea-view", "Feel free to ring me if the room is too warm."),
        ("first-cake", "I'm delighted you've found the photo, that helps."),
        ("results", "I'm sorry love, bless you, that's a long week to wait."),
        ("results", "You are entitled to the whole letter."),
    ],
)
def test_the_kind_line_built_nearly_the_same_is_not_contempt(id_: str, said: str) -> None:
    assert not does(read(id_, said), Act.HOSTILE, SURE)
