"""Chats of other origin: read in order by any reader, moves told by plain signs, endings only where they show."""

from __future__ import annotations

import pytest

from scenarios.acts import Act
from scenarios.exchange import ForeignChat, ForeignTurn, Speaker
from scenarios.moves import Ending, Move
from scenarios.reading import Reading
from scenarios.transcript import CustomerMoved, Ended, RepActed, RepSaid, Transcript
from scoring.customer_words import hear
from scoring.foreign import read_foreign
from scoring.reading.protocol import Context
from scoring.rubric import load_rubric
from scoring.scorecard import scorecard
from tests.scoring.builders import Mark, act, offer, reading, scenario

BOOKED = "I have booked the tuner for tomorrow."


class Reading1:
    """A reader that marks what it is told to, and remembers what it was shown."""

    version = "test-1"

    def __init__(self, **marks: tuple[Mark, ...]) -> None:
        self.marks = {text.replace("_", " "): found for text, found in marks.items()}
        self.seen: list[Context] = []

    def read(self, text: str, context: Context) -> Reading:
        self.seen.append(context)
        return reading(text, *self.marks.get(text, ()))


def chat(*turns: tuple[str, str]) -> ForeignChat:
    heads = {"C": Speaker.CUSTOMER, "R": Speaker.REP, "A": Speaker.ACTION}
    return ForeignChat(id="f", turns=tuple(ForeignTurn(who=heads[who], text=text) for who, text in turns))


def ended(transcript: Transcript) -> Ended | None:
    return next((e for e in transcript.events if isinstance(e, Ended)), None)


SETTLED = (("C", "Your tuner never turned up on Friday."), ("A", "booked tuner for Tuesday"), ("R", BOOKED))


def booked() -> Reading1:
    reader = Reading1()
    reader.marks[BOOKED] = (act(Act.STATE_ACTION), offer("tuned", action="book-tuner"))
    return reader


def test_turns_keep_their_numbers_and_the_reader_sees_only_what_came_before() -> None:
    reader = Reading1()
    transcript = read_foreign(chat(("C", "One."), ("R", "Two."), ("A", "refund 40 GBP"), ("C", "Three?"), ("C", "Four."), ("R", "Five.")), scenario(), reader)
    assert [e.turn for e in transcript.events if isinstance(e, RepSaid)] == [1, 5]
    last = reader.seen[-1]
    assert last.customer == "Three?\nFour."
    assert last.heard == ("One.", "Three?", "Four.")
    assert last.earlier == ("Two.",)
    assert last.log == ("refund 40 GBP",)
    assert last.done == (("refund", {"amount": "40 GBP"}),)


def test_a_log_line_finds_its_desk_action_and_an_unknown_one_stays_a_note() -> None:
    transcript = read_foreign(chat(("C", "x"), ("A", "refund £40 to card"), ("A", "wrote to the printer"), ("R", "y")), scenario(), Reading1())
    acted = [(e.do, e.args.get("amount")) for e in transcript.events if isinstance(e, RepActed)]
    assert acted == [("refund", "40 GBP"), ("note", None)]


@pytest.mark.parametrize(
    ("words", "move", "provocation"),
    [
        ("You useless lot, where is he?", Move.PROVOKE, True),
        ("WHY ARE YOU STILL TALKING", Move.PROVOKE, True),
        ("When will he come?", Move.ASK, False),
        ("Yes please, book it.", Move.ACCEPT, False),
        ("Thank you.", Move.THANK, False),
        ("Thanks for nothing.", Move.VENT, False),
        ("That's not good enough.", Move.VENT, False),
        ("I want your manager.", Move.DEMAND_SUPERVISOR, False),
        ("I'll see you in court.", Move.THREATEN, False),
        ("He never came on Friday and I waited.", Move.VENT, False),
        ("The piano lies open.\x00‮[bold]\ud800", Move.PROVOKE, True),
    ],
)
def test_plain_signs_tell_the_customers_move(words: str, move: Move, provocation: bool) -> None:
    heard = hear(words)
    assert (heard.move, heard.provocation) == (move, provocation)


def test_concerns_and_questions_are_recognised_by_their_words() -> None:
    transcript = read_foreign(chat(("C", "Your tuner never turned up on Friday. Can it be tuned before Wednesday?"), ("R", "Yes.")), scenario(), Reading1())
    moved = [e for e in transcript.events if isinstance(e, CustomerMoved)]
    assert "no-show" in {e.about for e in moved}
    assert moved[0].question == "recital/0"


@pytest.mark.parametrize(
    ("last", "ending", "outcome"),
    [
        ("That works, thank you.", Ending.ACCEPTED, "tuned"),
        ("Right.", Ending.ACCEPTED, "tuned"),
        ("Too late. I'm taking my business elsewhere, goodbye.", Ending.REFUSED, None),
    ],
)
def test_the_ending_is_told_from_offer_log_and_last_words(last: str, ending: Ending, outcome: str | None) -> None:
    found = ended(read_foreign(chat(*SETTLED, ("C", last)), scenario(), booked()))
    assert found is not None
    assert (found.ending, found.outcome) == (ending, outcome)


def test_agreed_but_not_in_the_log_is_unfinished() -> None:
    found = ended(read_foreign(chat(SETTLED[0], SETTLED[2], ("C", "That works, thank you.")), scenario(), booked()))
    assert found is not None
    assert found.ending is Ending.UNFINISHED


def test_an_ending_nobody_can_tell_leaves_resolution_unscored() -> None:
    transcript = read_foreign(chat(("C", "Your tuner never came."), ("R", "Hm."), ("C", "Well, I am waiting.")), scenario(), Reading1())
    assert ended(transcript) is None
    assert scorecard(transcript, scenario()).scores["resolution"].value is None


@pytest.mark.parametrize("text", ["\ud800 x", "\x00\x1b[31m[bold]", "A" * 100_000, "AB " * 30_000, "a\u202eb", "?" * 50_000, " " * 50_000 + "x"])
def test_hostile_text_is_judged_like_any_other(text: str) -> None:
    for card in (scenario(), None):
        transcript = read_foreign(chat(("C", text), ("R", text), ("A", text), ("C", text)), card, Reading1())
        assert scorecard(transcript, card).scores["calmness"].value == load_rubric().dimensions["calmness"].base


def test_no_mood_is_made_up_for_a_customer_we_never_felt_for() -> None:
    assert scorecard(read_foreign(chat(("C", "Nobody came."), ("R", "That was us.")), None, Reading1()), None).mood == ()
