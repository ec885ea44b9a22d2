"""The pages of a shift: what people say with its evidence, goodwill and where it went, nothing of the note given away before it."""

from __future__ import annotations

from typing import Any

import pytest

from tests.trainer.shift.builders import account, ended, plan, word
from trainer.shift.account import Fate
from trainer.shift.answers import Answer, Owned
from trainer.shift.looking_back import ended as ended_page
from trainer.shift.reputation import sayings, standing
from trainer.shift.state import State, fold
from trainer.shift.telling import Choice, between, choices, head

GIFT = {"what": "a voucher", "amount": "25", "ours": True, "taken": True}


def after(*accounts: Any, more: tuple[Any, ...] = ()) -> State:
    return fold(plan("one", "two", "three", joins=2.0), (*(step for one in accounts for step in ended(one)), *more))


def text(page: Any) -> str:
    return "\n".join(line for section in page for line in (section.title, *section.lines))


def test_a_settled_call_is_spoken_well_of_and_a_left_one_not_spoken_of() -> None:
    assert standing(after(account("1"))) == "People speak well of the desk."
    assert not sayings(after(account("1", ending="left")))


def test_word_that_did_not_hold_and_untruths_are_told_with_the_words() -> None:
    said = sayings(after(account("1", ending="hung_up", words=[word(Fate.BEYOND)], untruths=[{"words": "It is on the van", "reply": 3}])))
    assert [one.good for one in said] == [False, False, False]
    assert "reply 3: “It is on the van”" in said[1].because
    assert "I will ring you at four" in said[2].because


@pytest.mark.parametrize(("owned", "good"), [(Owned.OWNED, True), (Owned.HALF, False), (Owned.NOT, False), (Owned.PASSED_OVER, False)])
def test_what_came_of_the_message_is_what_is_said(owned: Owned, *, good: bool) -> None:
    answer = ("answered", Answer(slot="1", text="x", owned=owned, says="Read.").model_dump(mode="json"))
    said = sayings(after(account("1", words=[word()]), account("2"), more=(answer,)))
    assert said[1].good is good


def test_a_long_wait_is_told_and_a_short_one_is_not() -> None:
    soon = after(account("1", minutes=12.0), account("2"))
    late = fold(plan("one", "two", joins=2.0), (*ended(account("1", minutes=12.0)), ("break", {}), *ended(account("2"))))
    assert not any("waited" in one.says for one in sayings(soon))
    (waited,) = [one for one in sayings(late) if "waited" in one.says]
    assert not waited.good
    assert "1 break" in waited.because


def test_the_page_between_gives_nothing_of_the_note_away() -> None:
    state = after(account("1", fault="Report the 08:00 template to the storm manager"))
    assert "template" not in text(between(state))


def test_a_break_is_offered_between_calls_and_not_to_the_rested() -> None:
    assert Choice.BREAK not in dict(choices(after()))
    assert Choice.BREAK in dict(choices(after(account("1"))))


@pytest.mark.parametrize(
    ("gift", "told"),
    [
        (GIFT, "spent where it mattered"),
        ({**GIFT, "taken": False}, "not what was missing"),
        ({**GIFT, "ours": False}, "no more than quiet"),
    ],
)
def test_where_goodwill_went(gift: dict[str, Any], told: str) -> None:
    page = text(ended_page(after(account("1", gifts=[gift]))))
    assert "£15 of £40 left" in page
    assert told in page


def test_what_a_stranger_wrote_cannot_reach_the_terminal() -> None:
    state = after(account("1", title="\x1b[2J", customer="\x1b]0;x\x07Ada", says="[bold]\x1b[31m", words=[word(Fate.OPEN, words="\x1b[31mred")]))
    for page in (between(state), ended_page(state)):
        assert "\x1b" not in text(page)
    assert "\x1b" not in head(state) + "".join(words for _, words in choices(state))


def test_every_call_says_whose_desk_it_is_and_what_day_and_the_shift_names_no_hour_of_theirs() -> None:
    drawn = plan("one", "two", second="later")
    calls = tuple(call.model_copy(update={"firm": "Ferrydown", "today": "Friday 23 October 2026, 16:10"}) for call in drawn.calls)
    there = drawn.model_copy(update={"calls": calls})
    assert "You answer for Ferrydown. In this call it is Friday 23 October 2026, 16:10." in text(between(fold(there, ())))
    back = text(between(fold(there, (*ended(account("1", second="later")), *ended(account("2"))))))
    assert "You answer for Ferrydown again. In this call time has passed" in back
    assert "October" not in back
    assert "16:00" not in text(between(after(account("1", words=[word(Fate.LATER)]))))
    assert "answer for" not in text(between(fold(drawn, ()))), "a shift kept before has neither"


def test_a_message_says_that_its_hour_has_come() -> None:
    assert "For them the hour you named has come." in text(between(after(account("1", words=[word()]), account("2"))))
