"""Letters of very different shapes: what opens the chat is the complaint itself, whatever stands around it."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from scenarios.check import check_text
from trainer.authoring.letter.around import letterhead, without_older
from trainer.authoring.letter.reading import sketched
from trainer.authoring.letter.running_on import pieces_of
from trainer.authoring.letter.text import letter_from, letter_in
from trainer.authoring.letter.trades import trades_in
from trainer.authoring.sketch import Sketch
from trainer.authoring.starter import written

LETTERS = Path(__file__).parent / "letters"
NOW = datetime(2026, 11, 23, 9)


def sketch_of(name: str) -> Sketch:
    return sketched(letter_in(LETTERS / f"{name}.txt"), NOW)


@pytest.mark.parametrize(
    ("name", "opening", "customer", "trade", "actions"),
    [
        ("letterhead", "I collected my new varifocal glasses", "W. H. Pettifer", "optician", {"repair", "money-back", "apology"}),
        ("chain", "this is now my fourth e-mail", "Noor Haddad", "internet provider", {"sooner", "costs"}),
        ("ramble", "right so i dont even no where to start", "Brenda", "baby goods", {"delivery", "apology", "goodwill"}),
        ("stiff", "On the date of 9th October I have given", "Teodor Vasilescu", "computer repair", {"recovery", "costs", "money-back"}),
        ("review", "We booked the Garden Suite", "Alex Morgan", "hotel", {"money-back", "in-writing"}),
        ("note", "I dropped Biscuit off", "Greg Oduya", "dog grooming", {"costs", "money-back", "in-writing"}),
    ],
)
def test_the_complaint_opens_the_chat(name: str, opening: str, customer: str, trade: str, actions: set[str]) -> None:
    sketch = sketch_of(name)
    assert sketch.opening.startswith(opening)
    assert (sketch.name, sketch.trade) == (customer, trade)
    assert {remedy.id for remedy in sketch.remedies} == actions
    assert check_text(written(sketch), f"{sketch.id}.yaml") == []


@pytest.mark.parametrize("name", ["letterhead", "chain", "ramble", "stiff", "review", "note"])
def test_nothing_that_stands_around_it_is_said_by_the_customer(name: str) -> None:
    sketch = sketch_of(name)
    said = " ".join((sketch.opening, *sketch.demands, *(line for trouble in sketch.troubles for line in (*trouble.says, *trouble.heard_if))))
    around = (
        "Quay",
        "Granary",
        "Tel.",
        "HP/4471",
        "wrote:",
        "Jodie",
        "help centre",
        "Sir or Madam",
        "Awaiting",
        "★",
        "Reviewed by",
        "Travelled",
        "helpful",
        "Caller",
        "Sunita",
        " PLS",
    )
    assert [word for word in around if word.lower() in said.lower()] == []
    assert all(len(line) <= 240 for trouble in sketch.troubles for line in trouble.says)


def test_the_head_of_a_letter_still_dates_it_and_names_the_firm() -> None:
    sketch = sketch_of("letterhead")
    assert (sketch.today, sketch.business, sketch.title) == ("Wednesday 4 November 2026, 10:20", "Seagate Optical Ltd", "Varifocal glasses")
    assert sketch.known["reference"] == "HP/4471"
    assert sketch_of("chain").known["ticket"] == "88213"


@pytest.mark.parametrize(
    "top",
    [
        "12 Mill Lane\nKendal LA9 5BX\n\n4 March 2026",
        "Ms R. Okonkwo\n3 The Crescent, Bath\nTel: 01225 555 019\n\nTo: The Manager, Harlow & Sons Ltd\nRef: 4471/B",
        "To whom it may concern,",
        "For the attention of the Complaints Department\n\nCOMPLAINT ABOUT A LEAKING ROOF\n",
        "From the desk of Dr. A. Nwosu\n2026-03-04",
        "3/4/2026\n\nAccount no: 55-1093",
    ],
)
def test_what_stands_above_a_letter_does_not_open_the_chat(top: str) -> None:
    letter = letter_from(f"{top}\n\nYour roofer left a hole over my bed and it rained on us all night. Nobody rang back.\n\nR. Okonkwo\n")
    assert sketched(letter, NOW).opening.startswith("Your roofer left a hole")


@pytest.mark.parametrize("first", ["Your oven broke.", "My parcel never came", "Nobody Called", "AM FURIOUS!", "Hello, my oven broke"])
def test_a_short_first_line_of_the_complaint_is_no_letterhead(first: str) -> None:
    letter = letter_from(f"{first}\nI waited in on Monday and your man never came, and it cost me a day's pay.\n")
    assert any(first.split()[-1].strip("!.") in sentence for sentence in letter.sentences)


def test_a_chain_ends_where_the_older_mail_begins_and_one_sent_on_is_read() -> None:
    complaint = (
        "Your driver left my parcel in the rain on Tuesday and the books in it are pulp now. I rang twice and was cut off both times, and I want them replaced."
    )
    below = "On Mon, 2 Nov 2026 at 09:00, Shop Care\n<care@shop.example> wrote:\n> Dear Ann,\n> Thank you for shopping with us!"
    assert "Thank you" not in without_older(f"{complaint}\n\n{below}")
    assert "Thank you" not in without_older(f"{complaint}\n\n-----Original Message-----\nFrom: Shop\nSent: Monday\nThank you for shopping with us!")
    sent_on = without_older(
        f"FYI, see below.\n\n---------- Forwarded message ---------\nFrom: Ann Lee <ann@example.org>\nSubject: My parcel\n\n{complaint}\n\nAnn Lee"
    )
    letter = letter_from(sent_on)
    assert (letter.subject, letter.sender) == ("My parcel", "Ann Lee")
    assert letter.sentences[0].startswith("Your driver left")


def test_a_sentence_without_a_stop_is_cut_where_something_new_begins() -> None:
    text = (LETTERS / "ramble.txt").read_text(encoding="utf-8").split("\n")[0]
    pieces = pieces_of(text)
    assert " ".join(pieces) == text
    assert "i ordered the cot in august for the baby" in pieces
    assert pieces_of("I rang on Monday, and I rang on Tuesday; nobody answered. " * 5) == ["I rang on Monday, and I rang on Tuesday; nobody answered. " * 5]


def test_a_trade_is_a_guess_with_others_beside_it() -> None:
    assert trades_in("I ordered a dress on your website for the wedding")[:1] == ("clothes shop",)
    assert trades_in("my dress got oil from the garage door, the dress is ruined") == ("clothes shop", "car repair")
    assert trades_in("nothing worked") == ()
    assert letterhead([]).length == 0
