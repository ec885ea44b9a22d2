"""Spans quoted from the desk, conditions, steps said to be taken, and deeds the desk refused: what a whole call's ledger makes of them."""

from __future__ import annotations

from scenarios.library import find
from scoring.ledger import ledger
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


def test_what_the_desk_refuses_for_good_is_no_longer_to_do() -> None:
    scenario = find("hail")
    events = play(scenario, parse_replies(ROOF)).transcript.events
    tried = next(n for n, event in enumerate(events) if event.kind == "acted")
    assert open_words(steps(scenario, events[:tried])) == "Still to do: /whole-roof-pay by 22:00"
    assert open_words(steps(scenario, events)) == ""
