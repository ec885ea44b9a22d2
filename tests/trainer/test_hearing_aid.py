"""Third Sheep has a line: what Billie says next goes with what she was told, be it blame, a chair or money."""

from __future__ import annotations

from scenarios.library import find
from trainer.headless import play
from trainer.replies import parse_replies


def answers(replies: str) -> list[str]:
    transcript = play(find("hearing-aid"), parse_replies(replies), seed=3).transcript
    return [event.text for event in transcript.events if event.kind == "replied"][2:]


def test_blame_a_booking_and_money_are_each_answered_in_their_own_words() -> None:
    blame = answers("I am sorry about that.\nYou put it in wrong, push it harder.\nYou push it in wrong I think.\n")
    chair = answers("I am sorry about that.\n/see-chairs\n/book-chair\nYou are booked in now, all done.\nIt is with me now.\n")
    money = answers("I am sorry about that.\n/pay-back 45\nI have paid you back the 45 pounds.\nIt comes in two days.\n")
    assert any("Leave my two hands out of it." in line for line in blame)
    assert chair[0].startswith("A chair, good.")
    assert "forty-five pound never hear a sheep" in money[0]
    for told in (chair, money):
        assert sum("The school play is Friday." in line for line in told) == 1, "asked once, and after what was done was taken up"


def test_a_yes_names_what_it_is_said_to() -> None:
    told = answers(
        "I am sorry about that.\nThe mould was made off a cast from 2019, that is our mistake.\n"
        "I can book you a chair on Thursday at twenty past eleven for a soft tip.\nIt is our policy to write.\n"
    )
    assert any("That chair on Thursday" in line or "That soft tip" in line for line in told)
