"""The ledger as a trainee reads it: what went wrong first, one account a sentence, dates and discoveries in words."""

from __future__ import annotations

from datetime import datetime

from scenarios.acts import Act
from scenarios.moves import Ending
from scenarios.transcript import Discovery
from scoring.ledger import ledger
from tests.scoring.builders import Call, act, claim, promise, scenario
from trainer.word_given import NOTHING, Group, accounts_of, summary, when


def told(call: Call) -> tuple[Group, ...]:
    return accounts_of(ledger(call.transcript, scenario()), call.transcript.events, "Ines")


def test_what_went_wrong_stands_first_whenever_it_was_said() -> None:
    call = Call().customer().rep("It was our week.", claim("true", fact="diary")).customer().rep("He was ill.", claim("false", fact="diary")).ends()
    groups = told(call)
    assert [group.title for group in groups] == ["Broken or not true", "True"]
    assert summary(groups) == "1 broken or not true, 1 true."
    (wrong,) = groups[0].accounts
    assert (wrong.where, wrong.words) == ("Reply 2", "He was ill.")
    assert wrong.sentences == ("Not so.", "What is so: we put the visit in the wrong week.")


def test_an_empty_ledger_says_so() -> None:
    assert summary(told(Call().customer().rep("Hello."))) == NOTHING


def test_a_broken_promise_tells_what_was_named_and_how_the_customer_found_out() -> None:
    found = Discovery(kind="broken", ref="refund", turn=1, how="")
    call = Call().customer().rep("I'll refund you today.", promise("refund", due=datetime(2026, 5, 4, 17)))
    call.customer().rep("Bear with me.").customer("You said today.", found_out=(found,)).ends(Ending.REFUSED, None, worth=0)
    (broken,) = told(call)[0].accounts
    assert broken.sentences == ("Not done: refund.", "The time you named: today at 17:00.", "Ines found out 1 reply later, and wrote: “You said today.”")


def test_one_sentence_is_told_once_with_all_that_is_wrong_in_it() -> None:
    text = "The tuner is there in an hour, he was only ill."
    call = Call().customer().rep(text, claim("false", fact="diary"), act(Act.OVERPROMISE, "The tuner is there in an hour")).ends()
    (group,) = told(call)
    (one,) = group.accounts
    assert one.words == text
    assert {"Not so.", "More than this desk can do."} <= set(one.told)


def test_a_lie_taken_back_names_the_reply_that_did_it() -> None:
    call = Call().customer().rep("He was ill.", claim("false", fact="diary")).customer().rep("It was our week.", tells=("diary",))
    (group,) = told(call)
    assert group.title == "Put right in time"
    assert "You put it right in reply 2." in group.accounts[0].told


def test_moments_are_spoken() -> None:
    assert when("tomorrow 12:00") == "tomorrow at 12:00"
    assert when("26 May") == "26 May"


def test_a_strangers_words_are_made_safe() -> None:
    call = Call().customer().rep("He was\x1b[31m ill.", claim("false", fact="diary")).ends()
    assert "\x1b" not in told(call)[0].accounts[0].words


def test_what_is_arranged_stands_by_itself_and_sounds_like_no_broken_word() -> None:
    call = Call().customer().rep("I'll ring you at noon.", promise("ring", due=datetime(2026, 5, 5, 12))).acts("ring", result="Diary: ring.").ends()
    desk = scenario().desk.model_dump(by_alias=True)
    desk["actions"]["ring"] = {"what": "put my own call in my diary", "kind": "note", "arrives": "Tuesday 12:00"}
    (group,) = accounts_of(ledger(call.transcript, scenario(desk=desk)), call.transcript.events, "Ines")
    assert group.title == "Arranged"
    assert group.accounts[0].sentences == ("Arranged at the desk: Diary: ring.", "Due tomorrow at 12:00.")
