"""A shift in the records: its calls found again, killed in the middle and gone on with, call-backs on what was promised."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from scenarios.model import Scenario
from trainer.errors import ContentError, UsageError
from trainer.headless import play_on
from trainer.records.practices import Kind, Practices
from trainer.records.store import Store
from trainer.replies import parse_replies
from trainer.shift.headless import golden, play_shift
from trainer.shift.kept import Shift
from trainer.shift.results import whole
from trainer.shift.state import Doing, next_up
from trainer.wiring import finish_call, resume_call, start_call

SEED = 1
"""Draws the first part of a case among five."""


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COOLHEAD_HOME", str(tmp_path / "home"))


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "shift.db"


@pytest.fixture
def store(place: Path) -> Iterator[Store]:
    with Store.open(place) as opened:
        yield opened


def taken(shift: Shift, store: Store, replies: str) -> Scenario:
    """The next call, played to its end; closed as a view would."""
    ready = shift.ready()
    call, attempt = start_call(ready.scenario, ready.seed, store=store)
    play_on(call, parse_replies(replies))
    finish_call(call, ready.scenario, store, attempt)
    return ready.scenario


def test_a_call_played_is_found_without_anybody_reporting_it(store: Store) -> None:
    shift = Shift.begin(store, calls=3, seed=SEED)
    played = taken(shift, store, "I am sorry, that is our mistake.")
    state = shift.state()
    assert [account.scenario for account in state.done] == [played.scenario]
    assert next_up(state).slot == "2"
    assert store.attempt(state.done[0].attempt).scenario == played.scenario


def test_killed_in_the_middle_of_a_call_it_goes_on_there(place: Path) -> None:
    with Store.open(place) as store:
        ready = Shift.begin(store, calls=3, seed=SEED).ready()
        call, attempt = start_call(ready.scenario, ready.seed, store=store)
        call.say("I am sorry, that is our mistake.")
    with Store.open(place) as store:
        shift = Shift.unfinished(store)
        assert shift is not None
        up = next_up(shift.state())
        assert (up.doing, up.attempt) == (Doing.GO_ON, attempt)
        resume_call(store, up.attempt).leave()  # and killed again before it was judged
    with Store.open(place) as store:
        shift = Shift.unfinished(store)
        assert shift is not None
        assert [account.ending for account in shift.state().done] == ["left"]
        assert store.attempt(up.attempt).finished


def test_a_call_of_the_same_customer_outside_the_shift_is_not_its_own(store: Store) -> None:
    first = Shift.begin(store, calls=3, seed=SEED)
    scenario = taken(first, store, "Hello.")
    again = Shift.begin(store, calls=3, seed=SEED)
    assert not again.state().done
    start_call(scenario, 4711, store=store)
    assert not again.state().done


def test_word_that_did_not_hold_brings_the_second_part_and_its_ledger(store: Store) -> None:
    shift = Shift.begin(store, calls=5, seed=SEED)
    while (up := next_up(shift.state())).doing is Doing.CALL and up.call and up.call.scenario != "no-heat":
        shift.leave_out()
    taken(shift, store, "I promise you an engineer will be with you this evening, you have my word.\nHe is on his way to you now.")
    shift.leave_out()
    up = next_up(shift.state())
    assert up.doing is Doing.CALL_BACK
    ready = shift.ready()
    assert ready.scenario.scenario == "no-heat-noon"
    _, attempt = start_call(ready.scenario, ready.seed, store=store)
    shift.state()
    assert attempt
    assert [remark.body["attempt"] for remark in store.remarks(attempt, "follows")] == [next(a.attempt for a in shift.state().done if a.scenario == "no-heat")]


def test_the_whole_of_it_by_overpromisers_and_by_good_reps() -> None:
    good = play_shift(golden("model"), calls=2, seed=SEED, note="Both callers had 08:00 from a template nobody here updated.")
    bad = play_shift(golden("overpromiser"), calls=2, seed=SEED, answer="I never said that.")
    assert not good.answers
    assert all(said["good"] for said in whole(good)["people_say"]["sayings"])
    assert {answer.owned.value for answer in bad.answers.values()} == {"not"}
    assert len(bad.answers) == 2


def test_a_shift_can_be_ended_early_and_its_calls_stay(store: Store) -> None:
    shift = Shift.begin(store, calls=3, seed=SEED)
    taken(shift, store, "Hello.")
    shift.state()
    shift.close()
    assert Shift.unfinished(store) is None
    assert [len(past.state().done) for past in Shift.past(store)] == [1]


def test_what_another_version_kept_is_passed_over(store: Store) -> None:
    practices = Practices(store)
    practices.begin(Kind.SHIFT, {"plan": "of another kind"})
    assert Shift.unfinished(store) is None
    with pytest.raises(ContentError):
        Shift(store, practices.all(Kind.SHIFT)[0])


def test_what_is_not_next_cannot_be_done(store: Store) -> None:
    shift = Shift.begin(store, calls=3, seed=SEED)
    with pytest.raises(UsageError):
        shift.note("Too early.")
    with pytest.raises(UsageError):
        shift.answer("To nobody.")
