"""Further tries: the same customer up to the turn, kept apart from the first try, there again after a killed process."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from scenarios.model import Scenario
from scenarios.transcript import Transcript
from trainer.errors import UsageError
from trainer.records.store import Store, StoreError
from trainer.tries import again_of, answer_to, branches_of, drop_empty, may_take_again, take_again, tree_of, try_name, turn_words
from trainer.wiring import finish_call, resume_call, start_call

SAID = ("I am sorry, we packed the wrong kettle.", "That is your own fault.", "Well?")
OTHER = "I can send the steel one by courier, to be with you on Friday by noon."


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "records.db") as opened:
        yield opened


@pytest.fixture
def first(store: Store, kettle: Scenario) -> Transcript:
    """A first try under way, in practice, of three replies."""
    call, _ = start_call(kettle, 7, store=store, practice=True)
    for reply in SAID:
        call.say(reply)
    return call.transcript


def test_the_past_is_the_same_and_the_same_words_lead_the_same_way(first: Transcript, store: Store, kettle: Scenario) -> None:
    further = take_again(first, kettle, 3, store=store)
    before = tuple(event for event in first.events if event.turn < 3)
    assert further.call.transcript.events == before
    for reply in SAID[1:]:
        further.call.say(reply)
    assert further.call.transcript.events == first.events


def test_the_first_try_is_untouched_while_a_further_one_is_played_and_judged(first: Transcript, store: Store, kettle: Scenario) -> None:
    rows = store.attempts()
    further = take_again(first, kettle, 3, store=store)
    further.call.say(OTHER)
    further.call.act("replace")
    further.call.say("It is on its way. Is there anything else?")
    further.call.leave()
    finish_call(further.call, kettle, store, further.attempt)
    assert store.load(first.id) == first
    assert store.attempts() == store.unfinished() == rows
    assert store.scorecard(first.id) is None
    assert store.scorecard(further.attempt or "")
    resume_call(store, first.id).say("Are you there?")
    assert len(store.load(first.id).events) > len(first.events)


def test_a_further_try_is_there_again_after_a_killed_process_and_goes_on(first: Transcript, store: Store, kettle: Scenario) -> None:
    further = take_again(first, kettle, 3, store=store)
    further.call.say(OTHER)
    with Store.open(store.path) as again:  # nothing was closed or finished before
        (one,) = branches_of(again, first.id)
        assert (one.number, one.of, one.instead, one.ended) == (2, 1, OTHER, None)
        assert one.transcript.events == further.call.transcript.events
        taken_from = again_of(again, one.row.id)
        assert taken_from is not None
        assert (taken_from.other, taken_from.turn, taken_from.old.turn) == (first, 3, 3)
        resumed = resume_call(again, one.row.id)
        assert resumed.say("Shall I?")
        assert again.load(one.row.id).events == resumed.transcript.events


def test_a_further_try_is_branched_from_and_does_not_list_itself(first: Transcript, store: Store, kettle: Scenario) -> None:
    second = take_again(first, kettle, 3, store=store)
    second.call.say(OTHER)
    third = take_again(second.call.transcript, kettle, 3, store=store, above=second.again)
    third.call.say(SAID[2])
    assert (third.again.number, third.again.of) == (3, 2)
    assert third.again.beside_first.other == first, "what counts is what it is compared with"
    assert (third.again.beside_first.turn, third.again.beside_first.of) == (3, 1)
    assert [one.row.id for one in branches_of(store, second.attempt or "")] == [third.attempt]
    assert branches_of(store, third.attempt or "") == []
    assert [one.depth for one in tree_of(store, third.attempt or "")] == [0, 1, 2]
    assert store.attempt(third.attempt or "").practice


def test_a_turn_from_before_two_tries_parted_is_taken_from_the_first(first: Transcript, store: Store, kettle: Scenario) -> None:
    second = take_again(first, kettle, 3, store=store)
    second.call.say(OTHER)
    third = take_again(second.call.transcript, kettle, 1, store=store, above=second.again)
    third.call.say(OTHER)
    assert (third.again.number, third.again.of, third.again.turn, third.again.other) == (3, 1, 1, first)
    assert store.attempt(third.attempt or "").parent == first.id


def test_an_empty_try_gives_its_place_to_the_next(first: Transcript, store: Store, kettle: Scenario) -> None:
    looked = take_again(first, kettle, 5, store=store)
    meant = take_again(looked.call.transcript, kettle, 3, store=store, above=looked.again)
    assert (meant.again.number, meant.again.of) == (2, 1)
    assert [row.id for row in store.branches(first.id)] == [meant.attempt]
    meant.call.say(OTHER)
    drop_empty(store, first.id)
    assert [row.id for row in store.branches(first.id)] == [meant.attempt]
    with pytest.raises(StoreError):
        store.drop_branch(first.id)
    assert store.load(first.id) == first


def test_a_try_in_which_nothing_was_said_is_not_listed_and_uses_up_no_number(first: Transcript, store: Store, kettle: Scenario) -> None:
    looked = take_again(first, kettle, 3, store=store)
    assert branches_of(store, first.id) == []
    meant = take_again(first, kettle, 3, store=store)
    assert (looked.again.number, meant.again.number) == (2, 2)
    meant.call.say(OTHER)
    assert take_again(first, kettle, 3, store=store).again.number == 3
    assert [one.number for one in branches_of(store, first.id)] == [2]


def test_where_the_records_refuse_it_is_played_unkept(first: Transcript, store: Store, kettle: Scenario) -> None:
    unknown = first.model_copy(update={"id": "nobody"})
    troubles: list[StoreError] = []
    further = take_again(unknown, kettle, 3, store=store, on_trouble=troubles.append)
    assert further.attempt is None
    assert len(troubles) == 1
    assert further.call.say(OTHER)
    assert take_again(first, kettle, 3).attempt is None
    assert store.further() == {}


@pytest.mark.parametrize("turn", [0, 2, 99, -1])
def test_only_a_turn_of_the_rep_is_taken_again_and_nothing_is_kept_of_the_attempt(turn: int, first: Transcript, store: Store, kettle: Scenario) -> None:
    with pytest.raises(UsageError):
        take_again(first, kettle, turn, store=store)
    assert store.branches(first.id) == []


def test_a_test_is_played_through_first(first: Transcript, kettle: Scenario) -> None:
    assert may_take_again(first.events, practice=True)
    assert not may_take_again(first.events, practice=False)
    call, _ = start_call(kettle, 7)
    call.leave()
    assert may_take_again(call.transcript.events, practice=False)


def test_turns_are_spoken_of_in_words(first: Transcript, kettle: Scenario) -> None:
    assert turn_words(first.events, 3) == "your reply 2"
    assert answer_to(first.events, 3) == next(event.text for event in first.events if event.kind == "replied" and event.turn == 4)
    call, _ = start_call(kettle, 7)
    call.act("refund", {"amount": "48 GBP"})
    assert turn_words(call.transcript.events, 1) == "/refund"
    assert [try_name(number) for number in (1, 3, 4, 11, 22)] == ["first try", "third try", "fourth try", "11th try", "22nd try"]
