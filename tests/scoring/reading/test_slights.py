"""A trouble pushed away, played down or doubted in its own words is charged and earns nothing; the kind line built nearly so is not."""

from __future__ import annotations

import pytest

pytest.importorskip("onnxruntime")

from scenarios.acts import HARM, Act
from scenarios.library import find
from scenarios.reading import SURE, Reading
from scoring.callview import Reply
from scoring.reading import default_reader
from scoring.reading.protocol import Context
from scoring.reading.reader import RuleReader
from scoring.reading.rules.kind import reassures
from scoring.reading.words import plain

HEADPHONES = "I have bought him the headphones for the noise, forty pounds."
GLOVES = "Everything takes twice as long in gloves. I'm doing this with one finger and a pencil."


def read(id_: str, said: str, *heard: str) -> Reading:
    scenario = find(id_)
    turns = (scenario.customer.opening, *heard)
    return default_reader().read(said, Context(scenario=scenario, customer=turns[-1], heard=turns, log=()))


def charged(reading: Reading) -> set[Act]:
    return {span.act for span in reading.acts if span.confidence >= SURE} & HARM


def earns(reading: Reading, said: str) -> bool:
    reply = Reply(turn=1, go=0, text=said, reading=reading.fair(), seconds=0, doubted=reading.doubted())
    return any(reply.clean(part) for part in (*reading.touches, *reading.answers))


@pytest.mark.parametrize(
    ("id_", "said", "heard"),
    [
        ("eleven-years", "Roses look dead in autumn, that's normal.", ()),
        ("true-wheel", "Wheels wobble after a service, that's completely normal.", ()),
        ("roaming", "Phones hop to France from there all the time, it's just what they do.", ()),
        ("eleven-years", "our system is never wrong, so you can't have had a card in it", ()),
        ("turnstile", "The gate doesn't make mistakes, so you must have been in already.", ()),
        ("seat-34", "Nobody asked you to buy him headphones.", (HEADPHONES,)),
        ("grey-coat", "Let me take you through it slowly, in easy words: no receipt, no money", ()),
        ("just-to-say", "what you've given us, which isn't a great deal, is it", ()),
        ("just-to-say", "We'll look at the four pounds, not that it's a fortune.", ()),
        ("last-ferry", "Wait for the text like everybody else on the pier.", ()),
        ("sea-view", "Very touching tale about the women in the kitchen.", ()),
        ("unsliced-again", "Lucky for you bread is cheap.", ()),
        ("filing-day", "You'd know that after all these years, surely.", ()),
        ("lilies", "Awww, bless you. Your husband would be so proud of how well you're coping.", ()),
        ("the-safe-account", "Can you be a brave girl and tell me the sort code?", ()),
        ("pram-wheel", "How about thirty quid and we say no more about it?", ()),
        ("the-piano", "Let's agree the piano was cracked already. Nobody can say when.", ()),
        ("packet-loss", "How nice to have the time to draw graphs.", ()),
        ("grey-coat", "I'd call that more generous than the facts deserve.", ()),
        ("two-exits", "What do you want.", ()),
        ("cold-curry", "Not us, the restaurant packed it.", ()),
        ("assisted-bins", "It wasn't me, the crew left it.", ()),
    ],
)
def test_what_pushes_a_trouble_away_is_charged_and_takes_nothing_up(id_: str, said: str, heard: tuple[str, ...]) -> None:
    reading = read(id_, said, *heard)
    assert charged(reading)
    assert not earns(reading, said)
    assert Act.OWN not in {span.act for span in reading.acts if span.confidence >= SURE}


@pytest.mark.parametrize(
    ("id_", "said", "heard"),
    [
        ("estimated", "Bills in December are higher, that's normal, but four times isn't.", ()),
        ("true-wheel", "New spokes settle in the first week, that's normal; yours is loose, and that's us.", ()),
        ("no-heat", "You can't have slept much, five nights with no heat.", ()),
        ("grey-coat", "Nobody told you to bring the receipt on Saturday, and that was our failing.", ()),
        ("seat-34", "Nobody asked you to sit apart from him, the app did it by itself and we're sorry.", ()),
        ("eleven-years", "I'll take you through it slowly, Mr Achterberg, stop me wherever you like.", ()),
        ("estimated", "You asked for a note to be read, which isn't a lot to ask.", ()),
        ("hail", "You should have been sent the photographs like everybody else.", ()),
        ("hearing-aid", "You can come in without an appointment like everyone else does, no need to book.", ()),
        ("just-to-say", "What a moving story about Gaetano and the bricks, thank you.", ()),
        ("sea-view", "Luckily for you there's a proper one free tomorrow, on the third floor.", ()),
        ("last-ferry", "You'd know the swell better than I do after all those crossings.", ()),
        ("no-heat", "In gloves, with one finger and a pencil, bless you.", (GLOVES,)),
        ("just-to-say", "Aww, thank you, that's made our morning.", ()),
        ("pram-wheel", "A very brave boy, your son, after that tip.", ()),
        ("grey-coat", "You needn't say any more about it, I believe you about the receipt.", ()),
        ("the-safe-account", "Let's agree what happens at three, before he rings.", ()),
        ("just-to-say", "How lovely to have the time with him at the matinee.", ()),
        ("sea-view", "How lovely to have time by the sea for your thirtieth.", ()),
        ("packet-loss", "You've been more patient with us than we deserve.", ()),
        ("the-recipes", "What do you want to happen first, the recipes or the notes?", ()),
        ("true-wheel", "Not me, Kenji did the spokes.", ("Was it you who did the spokes?",)),
        ("saturday-terminal", "It wasn't you, the network went down at ten.", ()),
        ("the-safe-account", "I'm not laughing at you.", ("You are laughing at a silly old woman.",)),
        ("first-cake", "Have a great party, and go easy on his knees.", ()),
    ],
)
def test_the_kind_line_built_nearly_the_same_is_not_charged(id_: str, said: str, heard: tuple[str, ...]) -> None:
    assert not charged(read(id_, said, *heard))


@pytest.mark.parametrize(
    ("said", "sneer"),
    [
        ("In gloves, with one finger and a pencil, bless you.", False),
        ("You thought one finger and a pencil would do, bless you.", True),
        ("Oh, bless you.", True),
    ],
)
def test_a_blessing_on_what_the_customer_told_is_meant_and_on_what_they_thought_is_not(said: str, sneer: bool) -> None:
    assert RuleReader().read(said, Context(customer=GLOVES, heard=(GLOVES,))).has(Act.HOSTILE) is sneer


@pytest.mark.parametrize(
    ("said", "only"),
    [
        ("I'm not laughing.", True),
        ("Honestly, nobody here is judging you.", True),
        ("I'm not laughing, but you must see the funny side.", False),
        ("I'm not leaving the desk for a sofa.", False),
    ],
)
def test_who_denies_laughing_at_the_customer_only_reassures(said: str, only: bool) -> None:
    assert reassures(plain(said)) is only


@pytest.mark.parametrize(
    ("asked", "said", "straight"),
    [
        ("How does a florist send out dead roses?", "Look, I could send some more.", False),
        ("Why did you write to her?", "I can take her name off every list today.", False),
        ("Why did you write to her?", "Because five departments each keep a list of their own.", True),
        ("How do I get it picked up?", "I can send the truck tomorrow.", True),
        ("Why can't I sail tonight?", "I can put you on the Sunday boat at noon.", True),
        ("Is it the same one? Yes, no or a number will do.", "same one, 31806", True),
        ("Is it the same one? Tell me why.", "number 31806", False),
    ],
)
def test_an_offer_tells_no_cause_and_a_number_answers_where_one_will_do(asked: str, said: str, straight: bool) -> None:
    answers = [a for a in read("mother-policy", said, asked).answers if a.question == "last"]
    assert any(a.direct for a in answers) is straight


@pytest.mark.parametrize(("said", "asks"), [("have you seen the photos?", False), ("Have you been shown the photos?", False), ("Have you got a photo?", True)])
def test_whether_a_thing_ever_reached_them_does_not_ask_for_it(said: str, asks: bool) -> None:
    assert ("photo" in {slot.slot for slot in read("hail", said).slots}) is asks


@pytest.mark.parametrize(
    ("id_", "said"),
    [
        ("in-the-bin", "wow ok, somebodys having a day."),
        ("in-the-bin", "yeah u ticked bin on the order so well done u"),
        ("true-wheel", "so thats that, bye bye"),
        ("no-heat", "aw poor u, how will u manage"),
        ("hail", "k. we done here? got ppl waiting"),
        ("third-kettle", "You again. What is it this time."),
        ("grey-coat", "My condolences to your coat."),
        ("grey-coat", "Right away, your highness."),
        ("last-ferry", "I explain you like to small child."),
        ("estimated", "You are a grown man, you can wait."),
        ("sea-view", "In my day we waited a month and said thank you."),
        ("packet-loss", "I already say to you two times, you do not listen."),
        ("turnstile", "Read one more time slowly, then you understand."),
        ("eleven-years", "Everybody understands this, only you not."),
        ("unsliced-again", "Och, what a performance over nothing."),
        ("first-cake", "thanks for ur input, ill treasure it"),
        ("pram-wheel", "sorry not sorry, check ur emails next time"),
        ("the-piano", "Aye, and I'm the Queen of Sheba."),
        ("roaming", "Well now sugar, if you'd hush a minute I could do my job."),
        ("cold-curry", "nice story anyway whats ur postcode"),
        ("with-the-driver", "Count yourself lucky."),
        ("the-recipes", "Don't you dare speak to me like that."),
    ],
)
def test_a_dry_line_or_a_brush_off_is_charged_and_takes_nothing_up(id_: str, said: str) -> None:
    reading = read(id_, said)
    assert charged(reading)
    assert not earns(reading, said)


@pytest.mark.parametrize(
    ("id_", "said"),
    [
        ("in-the-bin", "Somebody is having a look at it now."),
        ("in-the-bin", "You left it off overnight, well done, that was the safe thing."),
        ("true-wheel", "That's it, all done: the refund is through, bye now!"),
        ("no-heat", "Oh you poor love, how will you manage?"),
        ("hail", "Are we done here, or is anything else worrying you?"),
        ("third-kettle", "Great to hear from you again."),
        ("mother-policy", "My condolences to your family."),
        ("estimated", "You are a grown man and should not have to beg for this."),
        ("sea-view", "In my country we wait too, I know how it feels."),
        ("packet-loss", "I told him three times to ring you."),
        ("turnstile", "Please read it again slowly and tell me what you see."),
        ("eleven-years", "Only you can change the pin."),
        ("unsliced-again", "All that trouble for one loaf."),
        ("pram-wheel", "Please be quick and get out if you smell gas."),
        ("the-piano", "Haha, fair point."),
        ("roaming", "You should be happy with the new one, it has a lid."),
        ("cold-curry", "Good story about the dog, thank you."),
        ("the-recipes", "Don't you dare apologise, this was us."),
        ("hail", "noted."),
        ("true-wheel", "we can not choose who comes"),
        ("grey-coat", "We can't choose the hour."),
    ],
)
def test_the_terse_or_clumsy_line_built_nearly_so_is_not_charged(id_: str, said: str) -> None:
    assert not charged(read(id_, said))


FORM = "I have filled in that form four times already and nobody has answered one of them."


@pytest.mark.parametrize(
    ("id_", "said", "heard"),
    [
        ("in-the-bin", "Look madam, you're not the only customer I've got this morning.", ()),
        ("grey-coat", "You are not the only person I have to serve today.", ()),
        ("in-the-bin", "Have you got a bus pass or do you pay like everyone else?", ()),
        ("turnstile", "Are you paying, or will you try to climb over like everybody else?", ()),
        ("in-the-bin", "Done. Anything else? Bye.", ()),
        ("in-the-bin", "I can nothing more. Good bye.", ()),
        ("yellow-line", "Fill in the form a fifth time, pet", (FORM,)),
        ("estimated", "Read the meter a fourth time.", ()),
        ("in-the-bin", "The driver did everything by the book, so I really don't see what you want from me.", ()),
        ("valley-bakery", "Our engineer has done everything according to procedure, so I don't know what you still want.", ()),
        ("in-the-bin", "What do you expect if you call a bin a safe place?", ()),
        ("sea-view", "What do you expect for £60?", ()),
        ("filing-day", "This is normal, in every app is error sometimes", ()),
        ("third-kettle", "Every kettle has its problems.", ()),
        ("three-mornings", "That is between you and them, I can't ring half the hospital for every passenger.", ()),
        ("first-cake", "We can't ring round the whole town for every cake order.", ()),
        ("roaming", "Please stop writing to us about this.", ()),
        ("no-heat", "The van is on its way, so stop asking.", ()),
        ("the-piano", "It opens at nine, even for a man who can't read a clock.", ()),
        ("eleven-years", "Don't be ridiculous, it's a bed.", ()),
        ("hail", "Calm yourself, old man, it is only a roof.", ()),
    ],
)
def test_a_rebuff_in_plain_words_is_charged_and_takes_nothing_up(id_: str, said: str, heard: tuple[str, ...]) -> None:
    reading = read(id_, said, *heard)
    assert charged(reading)
    assert not earns(reading, said)


@pytest.mark.parametrize(
    ("id_", "said", "heard"),
    [
        ("in-the-bin", "You're not the only one this happened to, and that's on us.", ()),
        ("grey-coat", "You are not the only one we have let down this morning.", ()),
        ("roaming", "Do you pay by card each month, or do you have a voucher like the ones in the shop?", ()),
        ("turnstile", "Would you like to wait inside, or will you come at seven like the others in your party?", ()),
        ("in-the-bin", "Anything else? Bye for now, Mrs Okafor.", ()),
        ("seat-34", "Bye.", ("That's all, you've been lovely, bye.",)),
        ("eleven-years", "Nothing more is needed from you. Bye for now!", ()),
        ("estimated", "I won't ask you to read the meter a fourth time.", ()),
        ("hearing-aid", "If it whistles a third time, ring me.", ()),
        ("cold-curry", "Please don't send the photo a third time, we have it.", ()),
        ("hail", "You did everything by the book, Mr Price.", ()),
        ("hail", "I don't yet know what you want from us. Is it the money or the repair?", ()),
        ("in-the-bin", "What did you expect to find there?", ()),
        ("sea-view", "What did you expect when you booked?", ()),
        ("third-kettle", "Every kettle has a filter, and yours came without one.", ()),
        ("third-kettle", "Every kettle has its problems, but three in a row is ours to answer for.", ()),
        ("results", "It's between you and your doctor what you do next, I'm only here for the letter.", ()),
        ("results", "That's between you and her, and I haven't read it.", ()),
        ("in-the-bin", "I can't ring every ward, so I'll write to the one that matters.", ()),
        ("first-cake", "We can't ring round the whole town, but I can ring the two shops nearest you.", ()),
        ("no-heat", "You can stop ringing us now, I've got it.", ()),
        ("no-heat", "Stop ringing round now, that's my job from here.", ()),
        ("roaming", "Stop calling that number, it's a scam.", ()),
        ("results", "I can't read a clock in that picture, could you send it again?", ()),
        ("seat-34", "He is six, a boy who can't tell the time yet, so I'll put you beside him.", ()),
        ("in-the-bin", "Don't be daft, of course you can ring back.", ()),
        ("first-cake", "Don't be silly, it's no bother at all.", ()),
        ("first-cake", "Don't be silly.", ("Sorry to bother you again, I feel silly.",)),
        ("three-mornings", "Haha no it's not a gift, it's your two weeks.", ()),
        ("first-cake", "Aw bless you, I can hear you're run off your feet.", ()),
    ],
)
def test_the_kind_or_blunt_line_built_like_a_rebuff_is_not_charged(id_: str, said: str, heard: tuple[str, ...]) -> None:
    assert not charged(read(id_, said, *heard))


def test_what_lies_before_the_customer_is_given_back_and_is_no_news() -> None:
    said = "You start monday at 7 on childrens ward and you need uniform before."
    reading = read("in-the-bin", said, "no uniform no entry, its in bold in the email")
    assert {(t.concern, t.how) for t in reading.touches} == {("monday-ward", "reflect")}
    assert Act.SET_EXPECTATION not in {span.act for span in reading.acts}
    told = read("in-the-bin", "You need to be in on Saturday between 10 and 12.")
    assert Act.SET_EXPECTATION in {span.act for span in told.acts}


def test_what_the_desk_cannot_choose_is_pushed_away_where_the_sentence_shuts_it() -> None:
    assert Act.DEFLECT in charged(read("hail", "We can not choose who comes, take it up with the courier."))


def test_a_sentence_without_an_act_or_a_word_of_the_case_takes_nothing_up() -> None:
    assert not read("true-wheel", "Nobody is perfect today.").touches
