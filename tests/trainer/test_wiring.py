"""A call keeps itself, goes on when it cannot be kept, and is taken up again exactly where it stopped."""

from __future__ import annotations

from pathlib import Path

import pytest

from scenarios.load import content_hash
from scenarios.model import Scenario
from scenarios.transcript import CustomerSaid, Opened
from trainer.errors import ContentError
from trainer.records.faults import Fault
from trainer.records.store import Store, StoreError
from trainer.wiring import Keeper, finish_call, judge, kept_scenario, resume_call, start_call


class Balky(Store):
    """A store that refuses while ``fault`` is set."""

    fault: Fault | None = None

    def append(self, attempt: str, event: object) -> None:
        if self.fault:
            raise StoreError(self.fault, self.path)
        super().append(attempt, event)  # type: ignore[arg-type]


def said(turn: int) -> CustomerSaid:
    return CustomerSaid(turn=turn, text=f"turn {turn}", voice="script")


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "records.db"


def test_what_could_not_be_kept_is_kept_later_in_order_and_told_once(place: Path) -> None:
    told: list[StoreError] = []
    with Balky.open(place) as store:
        attempt = store.begin("x", "0" * 16, 1, "real", False, "{}")
        keeper = Keeper(store, attempt, told.append)
        keeper(said(0))
        store.fault = Fault.FULL
        keeper(said(1))
        keeper(said(2))
        assert [error.fault for error in told] == [Fault.FULL]
        assert keeper.trouble is not None
        store.fault = None
        keeper(said(3))
        assert keeper.trouble is None
        assert store.load(attempt).events == tuple(said(n) for n in range(4))


def test_a_call_is_kept_event_by_event_with_its_scenario(kettle: Scenario, place: Path) -> None:
    with Store.open(place) as store:
        call, attempt = start_call(kettle, 7, "real", store, practice=True)
        assert attempt
        call.say("I am sorry, we packed the wrong kettle.")
        call.act("replace", {})
        assert store.load(attempt) == call.transcript
        assert kept_scenario(store, attempt) == kettle
        assert store.attempt(attempt).content == content_hash(kettle) == content_hash(kept_scenario(store, attempt))
        call.leave()
        card, _ = finish_call(call, kettle, store, attempt)
        assert store.scorecard(attempt) == card.model_dump_json()


def test_events_that_could_not_be_kept_are_made_up_for_at_the_end(kettle: Scenario, place: Path) -> None:
    with Balky.open(place) as store:
        call, attempt = start_call(kettle, 7, store=store, on_trouble=lambda _: None)
        assert attempt
        store.fault = Fault.FULL
        call.leave()
        store.fault = None
        assert len(store.load(attempt).events) < len(call.events)
        finish_call(call, kettle, store, attempt)
        assert store.load(attempt).events == call.transcript.events
        assert store.attempt(attempt).finished


def test_a_resumed_call_is_the_call_that_was_left(kettle: Scenario, place: Path) -> None:
    replies = ["I am sorry, we packed the wrong kettle.", "Would you like the steel one by courier, or your money back?", "Of course."]
    whole, _ = start_call(kettle, 7)
    with Store.open(place) as store:
        first, attempt = start_call(kettle, 7, store=store)
        assert attempt
        for reply in replies:
            whole.say(reply)
        first.say(replies[0])
        second = resume_call(store, attempt)
        for reply in replies[1:]:
            second.say(reply)
        assert second.transcript.events == whole.transcript.events
        assert store.load(attempt).events == whole.transcript.events


@pytest.mark.parametrize("kept", range(6))
def test_a_call_cut_off_after_any_event_goes_on_from_there(kept: int, kettle: Scenario, place: Path) -> None:
    whole, _ = start_call(kettle, 7)
    whole.say("I am sorry, we packed the wrong kettle.")
    events = whole.transcript.events
    assert len(events) == 6
    with Store.open(place) as store:
        attempt = store.begin(kettle.scenario, content_hash(kettle), 7, "real", False, kettle.model_dump_json())
        for event in events[:kept]:
            store.append(attempt, event)
        call = resume_call(store, attempt)
        assert store.load(attempt).events == call.transcript.events == events[: len(call.events)]
        assert len(call.events) == (3 if kept <= 3 else 6)


def test_a_call_of_another_engine_is_refused_and_not_a_bug(kettle: Scenario, place: Path) -> None:
    with Store.open(place) as store:
        call, _ = start_call(kettle, 7)
        opened = call.events[0]
        assert isinstance(opened, Opened)
        attempt = store.begin(kettle.scenario, content_hash(kettle), 7, "real", False, kettle.model_dump_json())
        store.append(attempt, opened.model_copy(update={"engine": "older-0"}))
        with pytest.raises(ContentError):
            resume_call(store, attempt)


def test_records_that_cannot_begin_an_attempt_do_not_stop_the_call(kettle: Scenario, place: Path) -> None:
    told: list[StoreError] = []
    with Store.open(place) as store:
        store.begin = _refuse  # type: ignore[method-assign]
        call, attempt = start_call(kettle, 7, store=store, on_trouble=told.append)
        assert attempt is None
        assert [error.fault for error in told] == [Fault.READ_ONLY]
        assert call.events
        with pytest.raises(StoreError):
            start_call(kettle, 7, store=store)


def _refuse(*_arguments: object, **_named: object) -> str:
    raise StoreError(Fault.READ_ONLY, None)


def test_without_a_scenario_what_needs_the_card_is_not_scored(kettle: Scenario) -> None:
    call, _ = start_call(kettle, 7)
    call.leave()
    card, _ = judge(call.transcript, None)
    assert card.scores["resolution"].value is None
    assert card.scores["resolution"].why_not
