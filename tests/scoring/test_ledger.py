"""The ledger's fates: each promise and claim with the card's word on it, what was done, and when it came out."""

from __future__ import annotations

from datetime import datetime

import pytest

from scenarios.acts import Act
from scenarios.model import Scenario
from scenarios.moves import Ending, Move
from scenarios.transcript import Discovery
from scoring.ledger import ledger
from scoring.scorecard import scorecard
from scoring.scores import LedgerEntry
from tests.scoring.builders import Call, act, claim, promise, scenario

TEXT = "Right. I'll book the tuner for you."
WORDS = "I'll book the tuner for you."


def only(call: Call) -> LedgerEntry:
    entries = ledger(call.transcript, scenario())
    assert len(entries) == 1
    return entries[0]


def test_a_kept_promise_shows_its_words_the_card_and_the_turn_it_was_done() -> None:
    entry = only(Call().customer().rep(TEXT, promise("book-tuner", WORDS)).customer().acts("book-tuner", result="Booked for Tuesday.").ends())
    assert (entry.words, entry.fate) == (WORDS, "kept")
    assert entry.card == "Book the tuner: arrives tomorrow 12:00."
    assert entry.done == "Done: Booked for Tuesday."


def test_an_undone_promise_is_open_until_the_call_ends_and_broken_after() -> None:
    call = Call().customer().rep(TEXT, promise("book-tuner", WORDS)).customer()
    assert only(call).fate == "open"
    assert only(call.ends()).fate == "broken"


def test_a_promise_overtaken_by_what_the_customer_took_is_not_broken() -> None:
    entry = only(Call().customer().rep(TEXT, promise("refund", WORDS)).customer().acts("book-tuner").ends(outcome="tuned"))
    assert entry.fate == "open"
    assert entry.done == "No longer needed: the customer took something else than refund."


def test_a_promise_for_an_hour_to_come_in_the_last_words_is_cut_off_and_not_broken() -> None:
    due = datetime(2026, 10, 16, 17, 15)
    said = promise("book-tuner", WORDS, due=due)
    assert only(Call().customer().rep(TEXT, said).customer().ends()).fate == "open"
    more = Call().customer().rep(TEXT, said).customer().rep("Anything else?").customer().ends()
    assert only(more).fate == "broken"


def test_what_hangs_on_a_finding_is_not_kept_by_what_was_done_before_it() -> None:
    words = "I'll refund whatever the tuner finds."
    early = Call().customer().acts("refund").rep(words, promise("refund", words, what=words)).customer().ends()
    assert only(early).fate != "kept"
    late = Call().customer().rep(words, promise("refund", words, what=words)).acts("refund").customer().ends()
    assert only(late).fate == "kept"


def test_leaving_breaks_no_promise() -> None:
    assert only(Call().customer().rep(TEXT, promise("book-tuner", WORDS)).ends(Ending.LEFT, None, worth=0)).fate == "open"


def test_a_promise_no_action_shows_stays_open() -> None:
    assert only(Call().customer().rep(TEXT, promise(None, WORDS)).ends()).fate == "open"


def test_a_refused_try_is_told_as_such() -> None:
    call = Call().customer().rep(TEXT, promise("refund", WORDS)).acts("refund", ok=False, result="Above your limit.")
    entry = only(call.ends(Ending.REFUSED, None, worth=0))
    assert entry.done == "Tried, and refused: Above your limit."


@pytest.mark.parametrize(("due", "fate"), [(datetime(2026, 5, 5, 17), "kept"), (datetime(2026, 5, 4, 17), "unsupported")])
def test_a_due_time_is_held_against_when_it_arrives(due: datetime, fate: str) -> None:
    entry = only(Call().customer().rep(TEXT, promise("book-tuner", WORDS, due=due)).acts("book-tuner").ends())
    assert entry.fate == fate
    assert entry.due in ("tomorrow 17:00", "today 17:00")


def test_what_comes_out_names_turn_or_afterwards_and_how() -> None:
    how = "Nobody rang."
    during = Call().customer().rep(TEXT, promise("refund", WORDS)).customer(found_out=(Discovery(kind="broken", ref="refund", turn=1, how=how),))
    after = Call().customer().rep(TEXT, promise("refund", WORDS)).ends(aftermath=(Discovery(kind="broken", ref="refund", turn=1, how=how),))
    assert [(e.fate, e.found_out, e.how) for e in (only(during), only(after))] == [("broken", 2, how), ("broken", "after", how)]


def test_an_overpromise_without_an_action_quotes_what_nobody_can_promise() -> None:
    entry = only(Call().customer().rep("The tuner will be there within the hour.", act(Act.OVERPROMISE)))
    assert entry.fate == "unsupported"
    assert entry.card == "At this desk nobody can promise: the tuner will be there within the hour"


def test_claims_are_shown_against_the_fact() -> None:
    def said(verdict: str) -> LedgerEntry:
        return only(Call().customer().rep("He was ill.", claim(verdict, fact="diary")).customer().rep("Hello."))

    assert [said(v).fate for v in ("true", "false", "unknown")] == ["true", "false", "unknown"]
    assert said("false").card == "we put the visit in the wrong week"


def test_a_false_claim_and_its_label_are_one_entry() -> None:
    assert only(Call().customer().rep("He was ill.", claim("unknown", fact="diary"), act(Act.FALSE_CLAIM))).fate == "false"


def test_what_is_said_to_be_done_and_then_done_before_another_word_is_true() -> None:
    said = Call().customer().rep("I've booked the tuner.", claim("false", action="book-tuner"))
    assert only(said.customer().acts("book-tuner").customer()).fate == "true"
    late = Call().customer().rep("I've booked the tuner.", claim("false", action="book-tuner")).customer().rep("Anything else?").acts("book-tuner").customer()
    assert only(late).fate != "true"


def test_what_was_only_promised_and_not_kept_is_not_listed_as_true_too() -> None:
    words = "The tuner comes Tuesday"
    call = Call().customer().rep(words, promise("book-tuner", words), claim("true", words, fact="diary")).customer().ends()
    assert [(e.kind, e.fate) for e in ledger(call.transcript, scenario())] == [("promise", "broken")]


def test_a_claim_put_right_is_corrected() -> None:
    call = Call().customer().rep("He was ill.", claim("false", fact="diary")).customer().rep("It was our week.", tells=("diary",))
    assert only(call).fate == "corrected"


def with_diary(**more: str) -> Scenario:
    desk = scenario().desk.model_dump(exclude_unset=True)
    desk["actions"]["ring"] = {"what": "put my own call in my diary", "kind": "note", **more}
    return scenario(desk=desk)


def test_a_promise_put_in_a_diary_is_not_kept_before_its_hour() -> None:
    call = Call().customer().rep("I'll ring you at noon.", promise("ring", due=datetime(2026, 5, 5, 12))).acts("ring", result="Diary: ring.").ends()
    noon = with_diary(arrives="Tuesday 12:00")
    (entry,) = ledger(call.transcript, noon)
    assert (entry.fate, entry.due, entry.done) == ("open", "tomorrow 12:00", "Arranged at the desk: Diary: ring.")
    card = scorecard(call.transcript, noon)
    assert [row.rule for row in card.scores["honesty"].evidence if row.points > 0] == ["honesty.noted"]


def test_a_note_that_names_no_hour_keeps_the_promise() -> None:
    call = Call().customer().rep("I'll note it.", promise("ring")).acts("ring").ends()
    assert ledger(call.transcript, with_diary())[0].fate == "kept"


def test_each_untruth_of_a_reply_gets_its_own_discovery() -> None:
    text = "It is all sorted. It will never happen again."
    how = "You promised “It will never happen again.”. Nobody could have kept that."
    lie = "You said “It is all sorted.”. That was not so."
    found = (Discovery(kind="broken", ref="words", turn=1, how=how), Discovery(kind="lie", ref="words", turn=1, how=lie))
    call = Call().customer().rep(text, act(Act.FALSE_CLAIM, "It is all sorted."), act(Act.OVERPROMISE, "It will never happen again.")).ends(aftermath=found)
    assert [entry.how for entry in ledger(call.transcript, scenario())] == [lie, how]


def test_nothing_is_found_out_before_it_is_said() -> None:
    earlier = Discovery(kind="lie", ref="diary", turn=1, how="You said “He was ill.”. It came out.")
    call = (
        Call()
        .customer()
        .rep("He was ill.", claim("false", fact="diary"))
        .customer(found_out=(earlier,))
        .rep("He was ill, I tell you.", claim("false", fact="diary"))
    )
    assert [entry.found_out for entry in ledger(call.transcript, scenario())] == [2, None]


def test_a_promise_tied_to_no_action_but_seen_to_at_the_desk_is_arranged() -> None:
    text = "A photo of the strings will be with you by Tuesday evening."
    call = Call().customer().rep(text, promise(None, due=datetime(2026, 5, 5, 18))).acts("photo", result="Reminder set.").ends()
    desk = scenario().desk.model_dump(by_alias=True)
    desk["actions"]["photo"] = {"what": "send a photo of the new strings", "kind": "note", "arrives": "Tuesday 12:00"}
    (entry,) = ledger(call.transcript, scenario(desk=desk))
    assert (entry.fate, entry.arranged, entry.done) == ("open", True, "Arranged at the desk: Reminder set.")


def test_a_promise_in_other_words_than_the_desk_s_is_arranged_by_what_was_offered_so() -> None:
    desk = scenario().desk.model_dump(by_alias=True)
    desk["actions"]["redo"] = {"what": "Ines writes it anew", "offer_if": ["we'll fix the lettering before you come", "the top is redone for free"]}
    desk["actions"]["photo"] = {"what": "send a photo of the lettering", "kind": "note", "arrives": "Tuesday 15:00"}
    for text, did in (("We will fix it for free.", "redo"), ("ill send u a pic", "photo"), ("I'll ring you about the balloons.", "")):
        call = Call().customer().rep(text, promise(None)).acts("redo", result="Ines has it.").acts("photo", result="Set.").ends()
        (entry,) = ledger(call.transcript, scenario(desk=desk))
        assert entry.arranged is bool(did), text
        assert not did or entry.done == f"Arranged at the desk: {'Ines has it.' if did == 'redo' else 'Set.'}"


def test_a_yes_to_what_was_asked_and_done_is_arranged() -> None:
    asks = "Tuned on Tuesday, with your name on it?"
    for text, did, arranged in (("Yes, with my name on it.", True, True), ("Yes, with my name on it.", False, False), ("Yes, and flowers.", True, False)):
        call = Call().customer(asks, move=Move.ACCEPT, about="tuned").rep(text, promise(None))
        call = call.acts("book-tuner", result="Booked for Tuesday.") if did else call
        (entry,) = ledger(call.ends().transcript, scenario())
        assert entry.arranged is arranged, text
        assert not arranged or entry.done == "Arranged at the desk: Booked for Tuesday."


def test_what_the_desk_does_too_late_or_for_something_else_arranges_nothing() -> None:
    desk = scenario().desk.model_dump(by_alias=True)
    desk["actions"]["photo"] = {"what": "send a photo of the new strings", "kind": "note", "arrives": "Tuesday 12:00"}
    for text, due in (("A photo by tonight.", datetime(2026, 5, 4, 20)), ("A bunch of flowers by Tuesday.", datetime(2026, 5, 5, 18))):
        call = Call().customer().rep(text, promise(None, due=due)).acts("photo", result="Reminder set.").ends()
        assert not ledger(call.transcript, scenario(desk=desk))[0].arranged


@pytest.mark.parametrize(
    "said", ["Scratch that.", "correction, it isn't", "My last message was wrong.", "I misread it, it's not.", "that wasn't true what i just said"]
)
def test_an_untruth_plainly_taken_back_is_corrected_without_an_apology(said: str) -> None:
    call = Call().customer().rep("He was ill.", claim("false", fact="diary")).customer().rep(said)
    assert only(call).fate == "corrected"


@pytest.mark.parametrize("said", ["You were wrong.", "The last engineer was wrong.", "Let me look again.", "Forget it."])
def test_other_words_take_no_untruth_back(said: str) -> None:
    call = Call().customer().rep("He was ill.", claim("false", fact="diary")).customer().rep(said)
    assert only(call).fate == "false"
