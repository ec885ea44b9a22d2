"""What a group is asked and told: from what its own words did, with what the other proposals would have done, and nobody's name."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

import trainer
from scenarios.library import catalogue, find
from scenarios.model import Scenario
from scoring.scores import DIMENSIONS
from trainer.errors import UsageError
from trainer.given_names import names_given, without
from trainer.overrules import overrule
from trainer.records.store import Store
from trainer.room.kept import Room
from trainer.room.proposals import Sure
from trainer.room.questions import question as ask
from trainer.room.results import in_full
from trainer.room.review import Review, review
from trainer.room.sheet import as_html, as_text, sheet_folder, usual_name, write_sheet
from trainer.room.sight import sight
from trainer.room.telling import answer_line, sections
from trainer.room.weighing import Heard, Went

SORRY = "I am sorry, Mr Halasz: you paid for the steel kettle and we packed the plastic one. That is our mistake."
BLAME = "That is your own fault."
LIE = "You ordered the plastic one."


def sent(room: Room, *proposals: str, lock: int = 1, sure: Sure | None = None) -> str:
    """Propose, be sure of the one that is locked, lock it; the question."""
    for slot, text in enumerate(proposals, 1):
        room.propose(slot, text)
    room.be_sure(lock, sure)
    room.lock(lock)
    return sight(room).question


def played(room: Room) -> Review:
    """Two moments: a good one sent though another lay there, then a bad one the group was sure of, taken back and bettered."""
    sent(room, SORRY, BLAME, sure=Sure.UNSURE)
    room.go_on()
    sent(room, BLAME, "Hello, my name is Jonas. I can send the steel kettle by courier.", sure=Sure.SURE)
    room.undo()
    room.lock(2)
    room.go_on()
    room.leave()
    room.close()
    return review(room)


def test_a_question_quotes_the_words_that_did_harm_and_asks_who_was_sure(room: Room) -> None:
    question = sent(room, BLAME, sure=Sure.SURE)
    assert "“That is your own fault.”" in question
    assert "laid the fault on the customer" in question
    assert question.endswith("You were sure of it: what made you so?")


def test_a_question_on_an_untruth_names_the_card(room: Room) -> None:
    question = sent(room, LIE)
    assert "What could be said here that is true" in question
    assert LIE.rstrip(".") in question


def test_stock_sympathy_is_asked_for_what_it_left_out(room: Room) -> None:
    question = sent(room, "I understand your frustration.")
    assert "plastic kettle instead of the steel one" in question
    assert "within two replies" not in question, "the next reply may still take it up"


def test_once_the_customer_has_gone_the_whole_call_is_asked_about(room: Room) -> None:
    for _ in range(12):
        question = sent(room, "Shut up. You are an idiot and a liar, and I will do nothing for you.")
        if any(event.kind == "ended" for event in room.state.events):
            break
        assert "Which reply turned it" not in question
        room.go_on()
    assert any(event.kind == "ended" for event in room.state.events)
    assert question.startswith("“")
    assert "which reply turned it" in question
    assert "from here" not in question


def test_a_call_that_ends_over_nothing_grave_is_asked_about_as_a_whole(room: Room) -> None:
    assert "The call is over" not in sent(room, "Ok.")
    before, last = room.state.before(0), room.state.moments[0].answers[0].events
    over = Heard(room.scenario, before, (*last, *room.call().leave()))
    assert ask(over) == "The call is over. Looking back at all of it: which reply turned it, and by which words?"


def test_what_worked_is_asked_after_too(room: Room) -> None:
    assert "“" in sent(room, SORRY)
    assert "What in Imre's answer shows that it arrived?" in sight(room).question


def test_two_answers_are_asked_after_by_what_only_one_of_them_had(room: Room) -> None:
    room.propose(1, SORRY)
    room.propose(2, BLAME)
    room.lock(1, 2)
    seen = sight(room)
    assert [answer.slot for answer in seen.answers] == [1, 2]
    assert seen.question.startswith("Only proposal ")
    assert seen.answers[0].words != seen.answers[1].words


def test_desk_work_alone_is_no_reply_and_is_not_weighed(room: Room) -> None:
    question = sent(room, "/replace", SORRY)
    assert question == "Something was done, and nothing said yet. What will you tell Imre of it?"
    assert sight(room).answers[0].words == ""
    room.go_on()
    room.leave()
    (moment,) = review(room).moments
    assert moment.tried[0].heard is not None
    assert moment.tried[0].heard.went is None
    assert not moment.best


def test_each_moment_tells_which_proposal_would_have_done_best(room: Room) -> None:
    seen = played(room)
    first, second = seen.moments
    assert [tried.best for tried in first.tried] == [True, False]
    assert [tried.sent for tried in first.tried] == [True, False]
    assert first.tried[1].heard is not None
    assert first.tried[1].heard.answer, "a proposal that was not sent is played"
    assert second.again == 1
    assert [tried.taken_back for tried in second.tried] == [True, False], "told once, with a mark"
    assert second.chosen is not None
    assert second.chosen.slot == 2
    assert seen.picked == (2, 2)


def told(seen: Review) -> str:
    return "\n".join(line for section in sections(seen) for line in section.lines)


def test_how_sure_the_group_was_counts_only_what_stands(room: Room) -> None:
    seen = played(room)
    assert {one.sure: dict(one.went) for one in seen.calibration} == {Sure.UNSURE: {Went.WELL: 1}}
    assert "Most worth a word" not in told(seen)


def test_a_fork_done_again_counts_once_and_is_told_once(room: Room) -> None:
    room.propose(1, SORRY)
    room.propose(2, BLAME)
    room.be_sure(2, Sure.SURE)
    for _ in range(2):
        room.lock(1, 2)
        room.go_on(2)
        room.undo()
    room.lock(1, 2)
    room.go_on(2)
    room.leave()
    seen = review(room)
    (moment,) = seen.moments
    assert (moment.again, moment.taken_back) == (2, False)
    assert {one.sure: dict(one.went) for one in seen.calibration} == {Sure.SURE: {Went.BADLY: 1}}
    assert "Most worth a word: moment 1, where you were sure and it went badly." in told(seen)


def test_a_mood_bought_by_what_cannot_be_kept_is_told_with_it(room: Room) -> None:
    promise = "I promise it will never happen again, and you will have it within five minutes."
    for slot, text in enumerate((SORRY, promise, BLAME, "I understand your frustration."), 1):
        room.propose(slot, text)
    room.lock(1)
    room.go_on()
    room.leave()
    (moment,) = review(room).moments
    sorry, promised, blamed, stock = (answer_line(one) for one in moment.tried)
    assert "Best by this: " in sorry
    assert "Against it" not in sorry
    assert "a promise nobody at this desk can keep (“" in promised
    assert "Against it: lays the fault on the customer" in blamed
    assert "Against it: sympathy that would fit any complaint" in stock


def test_words_and_action_on_one_card_are_parted_wherever_they_are_typed(room: Room) -> None:
    room.propose(1, "/replace // The steel one comes by courier.")
    room.lock(1)
    answer = sight(room).answers[0]
    assert answer.desk
    assert answer.words


def test_what_a_trainer_made_of_a_score_stands_on_the_sheet(tmp_path: Path, kettle: Scenario) -> None:
    store = Store.open(tmp_path / "records.db")
    room = Room.begin(store, kettle, seed=3)
    sent(room, SORRY)
    room.go_on()
    room.leave()
    overrule(store, room.close(), dimension="calmness", to=12, reason="she shouted", by="J. Ortiz")
    seen = review(room)
    for sheet in (as_html(seen), as_text(seen)):
        assert "set to 12 by J. Ortiz on " in sheet
        assert "The customer: " in sheet
        assert "It began: “" in sheet
    assert in_full(seen)["overrules"][0]["to"] == 12


def test_a_lie_that_soothes_is_never_the_best(room: Room) -> None:
    sent(room, "You will have it within five minutes, I promise, and a million pounds.", SORRY)
    room.go_on()
    room.leave()
    (moment,) = review(room).moments
    assert [tried.slot for tried in moment.best] == [2]


def test_a_question_that_earns_nothing_and_a_shut_door_are_never_the_best(room: Room) -> None:
    sent(room, "Can you send me your postcode and a bank statement please?", SORRY, "I will not discuss this any further.", "Ok.", lock=2)
    room.go_on()
    room.leave()
    (moment,) = review(room).moments
    assert [tried.slot for tried in moment.best] == [2]
    assert "you paid for the steel kettle" in moment.best[0].by


def test_what_stands_in_the_way_is_told_after_an_answer_and_at_the_end(room: Room) -> None:
    sent(room, "Ok.")
    (answer,) = sight(room).answers
    assert any(line.startswith("Not taken up yet: ") for line in answer.in_the_way)
    assert any("Nothing that would settle it was put" in line for line in answer.in_the_way)
    room.go_on()
    room.leave()
    seen = review(room)
    for sheet in (as_html(seen), as_text(seen), told(seen)):
        assert "Not taken up yet: " in sheet
    assert in_full(seen)["in_the_way"] == list(seen.in_the_way)


def test_a_mix_up_that_stands_is_named_until_it_is_cleared(tmp_path: Path) -> None:
    scenario = next(find(one.id) for one in catalogue() if find(one.id).misunderstandings)
    mix_up = scenario.misunderstandings[0]
    for words, stands in (("Ok.", True), (f"{mix_up.cleared_if[0]}.", False)):
        room = Room.begin(Store.open(tmp_path / f"{stands}.db"), scenario, seed=3)
        sent(room, words)
        room.go_on()
        room.leave()
        assert any(mix_up.thinks.rstrip(".") in line for line in review(room).in_the_way) is stands


def test_nothing_is_called_the_best_where_little_parts_them(room: Room) -> None:
    for proposals in (("Ok.", "I will not discuss this any further."), (SORRY, f"{SORRY} Ok."), (BLAME, "That is your own fault, I said.")):
        sent(room, *proposals)
        room.go_on()
    room.leave()
    seen = review(room)
    assert not any(moment.best for moment in seen.moments)
    assert seen.picked == (0, 0)
    assert "Where there was something to pick from" not in told(seen)


def test_the_sheet_holds_the_call_and_no_name(room: Room) -> None:
    seen = played(room)
    for sheet in (as_html(seen), as_text(seen), json.dumps(in_full(seen), ensure_ascii=False)):
        assert "Jonas" not in sheet
        assert "my name is …" in sheet
        assert "our mistake" in sheet
    text = as_text(seen)
    assert "Moment 2, taken back once before" in text
    assert "(sure, sent, then taken back)" in told(seen)
    assert "taken back)" not in text, "what was taken back is for the end of the room"
    assert "To talk about: " in text
    assert all(f"{title}: " in text for title in ("Calmness", "Listening", "Honesty"))
    assert set(in_full(seen)["scorecard"]["scores"]) == set(DIMENSIONS)


def test_the_sheet_says_what_is_taken_out_and_what_is_not(room: Room) -> None:
    sent(room, "I am keeping this in my own name, Renate.")
    room.go_on()
    room.leave()
    seen = review(room)
    for sheet in (as_html(seen), as_text(seen)):
        assert "Renate" not in sheet
        assert "Nobody in the room is named" not in sheet
        assert "A name that stands in a reply otherwise is still there" in sheet


def test_a_sheet_goes_where_one_stands_and_never_into_the_programs_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert sheet_folder() == tmp_path
    monkeypatch.chdir(Path(trainer.__file__).parent)
    assert not sheet_folder().is_relative_to(Path(trainer.__file__).parents[1])
    monkeypatch.chdir(sys.prefix)
    assert not sheet_folder().is_relative_to(sys.prefix)


def test_hostile_words_are_escaped_on_the_sheet(room: Room) -> None:
    sent(room, "<script>alert(1)</script> [b]x[/b] & \x1b[31m", SORRY)
    room.go_on()
    room.leave()
    page = as_html(review(room))
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert "\x1b" not in page


def test_a_sheet_is_written_whole_and_never_over_another_file(room: Room, tmp_path: Path) -> None:
    seen = played(room)
    out = write_sheet(seen, usual_name(seen, tmp_path))
    assert out.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert usual_name(seen, tmp_path) != out
    with pytest.raises(UsageError, match="already"):
        write_sheet(seen, out)
    with pytest.raises(UsageError, match=r"x\.pdf"):
        write_sheet(seen, tmp_path / "x.pdf")


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("Hello, my name is Jonas Berg and I will help.", "Hello, my name is … and I will help."),
        ("You're speaking with Ann. Ann is sorry.", "You're speaking with …. … is sorry."),
        ("This is Bob from support.", "This is … from support."),
        ("Hi, I'm Mia, let me look.", "Hi, I'm …, let me look."),
        ("Done.\nKind regards, Mia", "Done.\nKind regards, …"),
        ("Done.\n- Tom", "Done.\n- …"),
        ("I am keeping this in my own name, Renate.", "I am keeping this in my own name, …."),
        ("It's Renate here. Renate has it.", "It's … here. … has it."),
        ("Renate here, from the shop. I am on it.", "… here, from the shop. I am on it."),
        ("This is Renate, I look after it.", "This is …, I look after it."),
        ("my name is renate, sorry", "my name is …, sorry"),
        ("I'm Mia Berg. I, Mia, see to it.", "I'm …. I, …, see to it."),
        ("You have it on Friday.\nRenate, Service Desk", "You have it on Friday.\n…, Service Desk"),
        ("Thank you, Renate", "Thank you, …"),
        ("Could you send me the photo so that I can check? Tomasz", "Could you send me the photo so that I can check? …"),
        ("The steel one leaves today, Rosaline", "The steel one leaves today, …"),
        ("I, Precious, will have it sent. Precious sees to it.", "I, …, will have it sent. … sees to it."),
        ("Good morning, this is Awa and I look after it. Awa.", "Good morning, this is … and I look after it. …."),
        ("Hello, I am Kieran. Please sit down.", "Hello, I am …. Please sit down."),
        (
            "I, too, waited. I am Sorry. This is Monday. It is Steel. Is it the steel one? Steel",
            "I, too, waited. I am Sorry. This is Monday. It is Steel. Is it the steel one? Steel",
        ),
        ("You have it by Monday, Tuesday", "You have it by Monday, Tuesday"),
        ("Can I look it up for you? Thanks", "Can I look it up for you? Thanks"),
        ("It is done. Tomorrow", "It is done. Tomorrow"),
        (
            "My name is on it. Call me back. I'm Sure. Nobody here. You have it\nFriday",
            "My name is on it. Call me back. I'm Sure. Nobody here. You have it\nFriday",
        ),
        ("I'm Sorry. This is Ridiculous. We sent it - Friday", "I'm Sorry. This is Ridiculous. We sent it - Friday"),
        ("I'm sorry, this is our mistake. Thanks, Imre", "I'm sorry, this is our mistake. Thanks, Imre"),
    ],
)
def test_names_that_are_given_go_and_the_rest_stays(typed: str, left: str, kettle: Scenario) -> None:
    assert without(names_given([typed], kettle), typed) == left


def test_a_moment_that_was_taken_back_is_told_where_it_is_met_again(room: Room) -> None:
    sent(room, BLAME)
    room.undo()
    assert sight(room).before.startswith("Taken back before: “That is your own fault.” drew “")
    room.propose(2, SORRY)
    room.lock(2)
    room.go_on()
    assert sight(room).before == ""
