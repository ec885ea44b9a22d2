"""Spans quoted from the desk, conditions, steps said to be taken, and deeds the desk refused: what a whole call's ledger makes of them."""

from __future__ import annotations

import pytest

from scenarios.library import find
from scenarios.transcript import Transcript
from scoring.ledger import ledger
from scoring.rubric import load_rubric
from scoring.scorecard import scorecard
from scoring.scores import LedgerEntry
from trainer.headless import play
from trainer.replies import parse_replies
from trainer.undertaken import open_words, steps

BEEP = """
hiya Mehmet. its us not the bank. bad update last night on the <terminal>s, the message on the screen is wrong
/links
no your accounts fine, nobodys blocked you, ive looked. ive switched links on so you can take money now on your mobile. no fee
/ask-terminal
We knew from ten past 8 tbh and nobody texted the shops. should of done, sorry. and you got sent to the bank for nowt
ok ive checked your machine, I can put the old version back on it. 20 mins in the cradle so about 5 past 1. worked on <took> of <tried> so far so not a cert. {beside}want me to?
/roll-back
/watch
"""
DONE = "done, the old versions going back on now. leave it in the cradle, ill message you 13:05 either way"
SPARE = "If yours is one of the three I send you a spare by motorbike from Leeds, about two hours. "
ROOF = "Good morning. I will pay for the whole roof by 22:00 tonight.\n/whole-roof-pay\n"


def wrong(scenario_id: str, replies: str) -> list[LedgerEntry]:
    scenario = find(scenario_id)
    return [row for row in ledger(play(scenario, parse_replies(replies)).transcript, scenario) if row.fate in ("broken", "false", "unsupported")]


def test_the_desks_own_span_under_a_condition_is_neither_too_much_nor_broken() -> None:
    said = BEEP.format(beside=SPARE)
    assert not wrong("saturday-terminal", f"{said}{DONE}\n")
    assert not wrong("saturday-terminal", f"{said}/spare\n{DONE}\n")


def test_a_span_the_desk_does_not_know_is_too_much() -> None:
    said = BEEP.format(beside="I'll have the spare by motorbike with you in half an hour. ")
    assert [row.fate for row in wrong("saturday-terminal", f"{said}/spare\n{DONE}\n")] == ["unsupported"]


def test_a_step_said_to_be_under_way_in_the_last_reply_and_never_taken_is_broken() -> None:
    said = BEEP.format(beside="")
    left = wrong("saturday-terminal", f"{said}{DONE}. I'm booking the spare as well.\n")
    assert [(row.fate, row.done) for row in left] == [("broken", "Not done: Send a spare from Leeds by motorbike.")]
    assert not wrong("saturday-terminal", f"{said}/spare\n{DONE}. I'm booking the spare as well.\n")


def test_a_deed_the_desk_refused_is_false_once() -> None:
    rows = wrong("hail", f"{ROOF}There, all paid, it went through on the nod.\n")
    assert [row.kind for row in rows if row.fate == "false"] == ["claim"]
    assert not [row for row in wrong("hail", f"{ROOF}It was refused. I can't pay for the roof.\n") if row.fate == "false"]
    assert not [row for row in wrong("hail", f"{ROOF}/pay-hail\nThe hail part is all paid, it went through.\n") if row.fate == "false"]


@pytest.mark.parametrize(
    ("id_", "steps", "said"),
    [
        ("hail", "/pay-hail", "The whole 8,600 is on its way to you."),
        ("hail", "/pay-hail", "I've booked the painter for Monday."),
        ("hail", "/pay-hail", "I've also ordered a hire car for the party."),
        ("estimated", "", "I've cancelled the 412 and Friday's direct debit won't go out."),
        ("estimated", "/after-three", "The direct debit is stopped."),
        ("estimated", "/redo-bill", "I've put fifty pounds on your account."),
        ("third-kettle", "/pay-back 64", "I've refunded the full 90 to your card."),
        ("lilies", "/lay-wreath", "The 118 has been refunded to your daughter."),
        ("the-safe-account", "/freeze", "Your claim has been opened and sent off."),
        ("no-heat", "/my-call", "An engineer is booked for you tomorrow morning."),
        ("mother-policy", "/stop-letters", "I've arranged flowers for your father."),
        ("cold-curry", "/stop-form", "A fresh curry is on its way to you now."),
    ],
)
def test_a_deed_that_no_step_taken_could_be_is_untrue_and_earns_nothing(id_: str, steps: str, said: str) -> None:
    scenario = find(id_)
    call = play(scenario, parse_replies(f"{steps}\n{said}\n")).transcript
    assert [row.fate for row in ledger(call, scenario) if row.kind == "claim"] == ["false"]
    rows = [row for score in scorecard(call, scenario, load_rubric()).scores.values() for row in score.evidence]
    assert not [row for row in rows if row.points > 0 and row.turn == said_at(call) and row.end > row.start]  # what the desk did counts, no words about it


def said_at(call: Transcript) -> int:
    return next(event.turn for event in call.events if event.kind == "said")


@pytest.mark.parametrize(
    ("id_", "steps", "said"),
    [
        ("hail", "/pay-hail\n/deposit 600", "Both paid just now: 3,740 in all, by five."),
        ("hail", "/pay-hail", "I've booked the dent man for Monday and a bit over three thousand has been sent."),
        ("hail", "", "The letter was sent on the 21st by our letter desk."),
        ("hail", "", "I've read Tapsell's report twice and looked at every photograph."),
        ("estimated", "/redo-bill\n/slip-money 25", "I took 73.17 off the bill and put 25 on your account, so you're about 98 better off."),
        ("roaming", "/mast-log\n/take-off", "About 230 pounds is credited back to the bill now."),
        ("yellow-line", "/stop-clock", "Tomorrow's letter is cancelled."),
        ("mother-policy", "/look-queue\n/stop-letters", "One letter was posted yesterday at half five and I can't get it back."),
        ("two-exits", "/report-repeat", "I've reported remakes that only repeat the last order."),
        ("in-the-bin", "/tell-depot", "I've sent that photo to the depot so he's spoken to."),
        ("third-kettle", "/pay-back 64\n/goodwill 25", "I've refunded 89 in all."),
        ("saturday-terminal", "/links", "Links are switched on and I've texted you the code."),
    ],
)
def test_a_step_that_was_taken_may_be_told_in_any_words(id_: str, steps: str, said: str) -> None:
    assert not wrong(id_, f"{steps}\n{said}\n")


def test_a_deed_of_no_step_says_in_the_ledger_that_nothing_shows_it() -> None:
    left = wrong("hail", "/pay-hail\nThe whole 8,600 is on its way to you.\n")
    assert [row.done for row in left] == ["Nothing at this desk shows that this was done."]


def test_what_the_desk_refuses_for_good_is_no_longer_to_do() -> None:
    scenario = find("hail")
    events = play(scenario, parse_replies(ROOF)).transcript.events
    tried = next(n for n, event in enumerate(events) if event.kind == "acted")
    assert open_words(steps(scenario, events[:tried])) == "Still to do: /whole-roof-pay by 22:00"
    assert open_words(steps(scenario, events)) == ""


def fates(scenario_id: str, replies: str) -> list[tuple[str, str]]:
    scenario = find(scenario_id)
    return [(row.fate, row.done) for row in ledger(play(scenario, parse_replies(replies)).transcript, scenario)]


def test_a_sum_promised_and_given_is_kept_whatever_it_was_called() -> None:
    said = "Hello. I will pay you back the fourteen pounds.\n"
    assert fates("estimated", f"{said}/slip-money 14\nok thats done now\n")[0] == ("kept", "Done: Credit on account A-60947. (£14)")
    assert fates("estimated", f"{said}/slip-money 10\nok thats done now\n")[0][0] == "open"
    assert fates("estimated", said)[0][0] == "open"


def test_said_and_then_done_in_the_next_moment_is_true() -> None:
    offer = "Hi Teo.\n/check-route\nI can have the truck at your place tomorrow between 7 and 9. Want it?\n"
    assert not wrong("three-mornings", f"{offer}Done, youre on.\n/pull-forward\n")
    assert [row.words for row in wrong("three-mornings", "Hi Teo.\nDone.\nAnything else?\n/tonight-pack\n")] == ["Done."]
    assert not wrong("three-mornings", "Hi Teo.\nDone.\n/tonight-pack\nAnything else?\n")
    road = "/find-pack\nThe pack is already on the road to you, about quarter to ten.\n"
    assert not wrong("valley-oxygen", f"{road}/send-pack\n")
    assert wrong("valley-oxygen", f"{road}/start-round\n")


def test_what_the_rep_has_put_on_the_van_stands_in_the_log() -> None:
    assert [entry.words for entry in wrong("in-the-bin", "ive put it on the van already")] == ["ive put it on the van already"]
    assert not wrong("in-the-bin", "/send-again\nive put it on the van for saturday")
