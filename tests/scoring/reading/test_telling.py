"""What telling a fact, clearing a mix-up and arguing hang on: what a sentence says, not that it lies near one that says it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scenarios.acts import Act
from scenarios.library import find
from scenarios.reading import SURE, Reading
from scoring.reading import default_reader
from scoring.reading.context import context_of

AGREED = "I pay for agreed value. Sixty-two thousand, agreed, in writing. So you keep it a sixty-two thousand pound car. That's what agreed means."
PUT_UP = "So you've put me up. You might have sent a wee note. The library sends me a note when a book's late."
TIP = "There's a man coming Friday. He says it's past mending, you give me two and a half thousand and it goes on the tip."
BANK = "It says bank, so it's bank. They've stopped my account, have they? Thursday I sent six hundred to my auntie in Antep. It's that."


def read(id_: str, said: str, *heard: str) -> Reading:
    return default_reader().read(said, replace(context_of((), find(id_)), customer=heard[-1] if heard else "", heard=heard))


def surely(reading: Reading) -> set[Act]:
    return {span.act for span in reading.acts if span.confidence >= SURE}


def false(reading: Reading) -> bool:
    return any(claim.verdict == "false" for claim in reading.claims)


@pytest.mark.parametrize(
    ("id_", "said"),
    [
        ("hail", "Letters are, as a rule, written by the people who write letters."),
        ("hail", "I am sure a gentleman with your experience of buildings will appreciate what water does to neglected metal."),
        ("hail", "Don't you worry about a thing, I can sign for anything up to ten thousand and I'm going to get you that roof."),
        ("the-piano", "Don't you worry, our people will get that soundboard exactly as it was."),
        ("yellow-line", "Don't worry, I can get that ticket cancelled, nobody else needs to look at it."),
        ("lilies", "Cards are generally put in envelopes by those who have envelopes."),
        ("estimated", "December's bill has come in at three hundred and ninety pounds."),
    ],
)
def test_what_only_lies_near_a_fact_tells_none(id_: str, said: str) -> None:
    assert read(id_, said).tells == ()


@pytest.mark.parametrize(
    ("id_", "fact", "said"),
    [
        ("hail", "rust-out", "Half the paint is still paying for rust, and nobody here can sign that."),
        ("hail", "rust-out", "I can pay for the nine dents, and the rust I can't pay for."),
        ("hail", "forty-three", "What I can do is pay the hail, 3,140, today."),
        ("the-piano", "never-exact", "No. It can be mended and it may come close, but not the same."),
        ("yellow-line", "only-adjudicator", "I can't. Since our letter of the 2nd only the adjudicator can."),
        ("lilies", "two-envelopes", "Two of our cards went into the wrong envelopes."),
        ("no-heat", "tue-text", "We sent the news to your landline, and a landline takes no texts."),
        ("estimated", "nights-note", "The readers never got your note, so they rang you in the morning. That's our failing."),
    ],
)
def test_a_fact_in_words_of_ones_own_is_told(id_: str, fact: str, said: str) -> None:
    assert fact in read(id_, said).tells


def test_the_customers_own_words_tell_nothing() -> None:
    own = "December's bill has come in at four hundred and twelve pounds. November was ninety-two."
    assert read("estimated", own, f"Good morning. {own}").tells == ()


@pytest.mark.parametrize(
    ("id_", "heard", "said"),
    [
        ("hail", AGREED, "It's what you get if she's written off. A repair isn't that: there the question is what did the damage."),
        ("hail", AGREED, "Agreed value is what we'd pay if she was a write-off. On a repair we pay for what the hail did, whatever she is worth."),
        (
            "hail",
            AGREED,
            "Agreed value is what you get if the car is a write-off. It doesn't change what we repair. On a repair the only question is what did the damage.",
        ),
        ("estimated", PUT_UP, "It's more units that did it. Each one costs you the same as in the summer."),
        ("the-piano", TIP, "Nobody takes it anywhere. He looks at it and tells us what it needs, and it stays yours."),
        ("saturday-terminal", BANK, "Nobody has stopped your account. That screen says bank and it means our update."),
    ],
)
def test_putting_a_mix_up_right_clears_it_and_is_no_quarrel(id_: str, heard: str, said: str) -> None:
    reading = read(id_, said, heard)
    assert reading.clears
    assert Act.ARGUE not in surely(reading)
    assert not false(reading)


def test_to_agree_with_what_the_customer_said_is_no_quarrel() -> None:
    assert Act.ARGUE not in surely(read("hail", "It is agreed, and in writing.", AGREED))


@pytest.mark.parametrize(
    "said",
    [
        "As I said, agreed value is only for a write-off.",
        "The agreed value applies solely in the event of a total loss, as your schedule explains on its first page in ordinary English.",
    ],
)
def test_a_form_that_fights_argues_whatever_it_explains(said: str) -> None:
    assert Act.ARGUE in surely(read("hail", said, AGREED))


@pytest.mark.parametrize(
    ("id_", "heard", "said"),
    [
        ("hail", AGREED, "You're absolutely right, sixty-two thousand agreed means we keep her at sixty-two thousand, and that includes the roof."),
        ("estimated", PUT_UP, "You're right, we did put your price up in December, sorry about that."),
        ("the-piano", TIP, "You're right, Friday's man writes it off and then it goes to the tip."),
        ("saturday-terminal", BANK, "Yes, that's right, the bank has stopped your account over the six hundred to your aunt."),
    ],
)
def test_a_yes_to_the_mix_up_is_untrue_and_clears_nothing(id_: str, heard: str, said: str) -> None:
    reading = read(id_, said, heard)
    assert false(reading)
    assert not reading.clears


@pytest.mark.parametrize(
    ("id_", "heard", "said"),
    [
        ("hail", AGREED, "You're right, sixty-two thousand, agreed, in writing."),
        ("hail", AGREED, "Yes, you pay for agreed value and it's in writing."),
        ("hail", AGREED, "You're right that a car with half a roof isn't worth sixty-two."),
        ("estimated", PUT_UP, "You're right, the bill went up without a word from us."),
        ("estimated", PUT_UP, "You're right, it looks for all the world as if we'd put your price up in December."),
        ("the-piano", TIP, "You're right, there's a man coming on Friday."),
        ("saturday-terminal", BANK, "Yes, it says bank on the screen."),
        ("saturday-terminal", BANK, "Yes, six hundred to your aunt went out on Thursday and it went through."),
        ("whose-sofa", "Wrong one, plain as day. Hundred and eighty-two I asked for.", "You're right, you asked for a hundred and eighty-two."),
    ],
)
def test_a_yes_to_what_is_true_in_it_is_no_lie(id_: str, heard: str, said: str) -> None:
    assert not false(read(id_, said, heard))


def test_a_fault_in_text_speak_is_owned() -> None:
    reading = read("hail", "n we told u on the 8th to price the lot befor anyone lookd, that was our mistake not yours")
    assert "said-it" in reading.tells
    assert Act.OWN in surely(reading)


def test_what_should_never_have_been_said_was_said() -> None:
    assert not false(read("hail", "We should never have told you to get the roof priced on the 8th, no one had looked at the car."))
    assert false(read("hail", "Nobody here ever told you to get the roof priced."))


@pytest.mark.parametrize(
    ("said", "answered"), [("That is where it stands.", False), ("Yes, it can stand there on the third, the dents are out by Wednesday.", True)]
)
def test_one_word_in_another_sense_answers_nothing(said: str, answered: bool) -> None:
    asked = "So can it stand at that door on Saturday week or can't it?"
    assert ("three-winters/0" in {one.question for one in read("hail", said, asked).answers}) is answered


@pytest.mark.parametrize(
    ("said", "most", "least"),
    [("November was ninety-two.", 1.0, 0.7), ("You've the one kettle and it's the same kettle.", 1.0, 0.7), ("Put the heater on.", 0.0, 0.0)],
)
def test_words_given_back_are_known_for_it_and_a_bidding_is_none(said: str, most: float, least: float) -> None:
    heard = "November was ninety-two. I've the one kettle and it's the same kettle. I put the heater off on Monday."
    overlaps = [touch.overlap for touch in read("estimated", said, heard).touches]
    assert all(least <= overlap <= most for overlap in overlaps)


def test_a_farewell_sneers_at_nobody() -> None:
    for heard in ("I'll leave it. I've a shift.", "Who has charge of the scales in your place?"):
        assert surely(read("estimated", "Lovely to talk to you.", heard)) == {Act.COURTESY}


@pytest.mark.parametrize("said", ["I already froze your accounts.", "Your accounts are frozen.", "I have frozen both your accounts and cut his session."])
def test_a_step_nobody_took_is_untrue_and_tells_nothing_of_how_things_stand(said: str) -> None:
    reading = read("the-safe-account", said)
    assert [c.verdict for c in reading.claims] == ["false"]
    assert not reading.tells


def test_what_is_paid_as_a_rule_is_no_payment_made() -> None:
    assert not [c for c in read("hail", "A repair is paid for what the hail did.").claims if c.verdict == "false"]
    assert [c.verdict for c in read("hail", "I have paid the hail part.").claims] == ["false"]


def test_to_agree_with_a_mix_up_is_held_against_what_is_so() -> None:
    reading = read("hail", "You're absolutely right, sixty-two thousand agreed means we keep her at sixty-two thousand.")
    assert [(c.verdict, c.fact) for c in reading.claims] == [("false", find("hail").misunderstandings[0].id)]


@pytest.mark.parametrize(
    ("said", "answered"),
    [
        ("Opened it, no.", True),
        ("Looked at it, aye. Opened it, no. Cannae say what it is till he's in it.", True),
        ("No no, please do not worry about that.", False),
        ("It is a very good question.", False),
    ],
)
def test_a_yes_or_no_put_last_answers_and_what_only_soothes_does_not(said: str, *, answered: bool) -> None:
    reading = read("true-wheel", said, "did anyone there even look at the hub?")
    assert any(one.direct for one in reading.answers) is answered
    assert not (answered and reading.has(Act.EVADE))


def test_an_untruth_about_the_very_thing_asked_is_all_the_answer_there_is() -> None:
    reading = read("pram-wheel", "No, please sit down. Yours is the only one I have heard of.", "has it happened to anyone else?")
    false_ones = {(one.start, one.end) for one in reading.claims if one.verdict == "false"}
    assert {(one.start, one.end) for one in reading.answers if one.question != "last"} <= false_ones
