"""When the coach speaks: on by choice, once a turn, never in a test or on the hardest calls, and less as it is less needed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from scenarios.acts import Act
from scenarios.model import Scenario
from scenarios.transcript import RepSaid
from tests.scoring.builders import Call, act, scenario
from trainer.coach import KIND, NOT_IN_A_TEST, NOT_ON_THIS_LEVEL, OFF, ON, ON_SPARING, STEPS_BACK, UNNEEDED, Coach, family_of, unneeded, with_coach
from trainer.records.store import Store

RUDE, KIND_WORDS = "You broke it.", "Let me look."


class Drafts:
    """A call whose drafts are read by their words alone: rude ones blame, and 'Not my job' deflects."""

    def __init__(self) -> None:
        self.call = Call().customer()

    def draft(self, text: str) -> RepSaid:
        found = {RUDE: Act.BLAME, "Not my job.": Act.DEFLECT}.get(text, Act.STATE_ACTION)
        said = Call().customer().rep(text, act(found)).events[-1]
        assert isinstance(said, RepSaid)
        return said.model_copy(update={"turn": self.call.turn + 1})


def coach(kept: list[dict[str, Any]] | None = None, *, level: int = 1, practice: bool = True, on: bool = True) -> Coach:
    into = [] if kept is None else kept
    return Coach(scenario(level=level), practice=practice, keep=lambda body: into.append(dict(body)), on=on)


def test_it_speaks_once_a_turn_and_then_lets_it_go() -> None:
    kept: list[dict[str, Any]] = []
    drafts, one = Drafts(), coach(kept)
    assert one.look(drafts, drafts.call.events, KIND_WORDS) is None
    assert one.look(drafts, drafts.call.events, RUDE) is not None
    assert one.look(drafts, drafts.call.events, RUDE) is None
    drafts.call.acts("inspect")
    assert one.look(drafts, drafts.call.events, RUDE) is None, "work at the desk is not a new turn of the customer's"
    drafts.call.rep(RUDE).customer()
    assert one.look(drafts, drafts.call.events, RUDE) is not None
    assert [body["coach"] for body in kept] == ["on", "hint", "hint"]


@pytest.mark.parametrize(("level", "practice", "why"), [(1, False, NOT_IN_A_TEST), (4, True, NOT_ON_THIS_LEVEL)])
def test_in_a_test_and_on_the_hardest_calls_it_keeps_quiet_and_says_why(level: int, practice: bool, why: str) -> None:
    drafts, one = Drafts(), coach(level=level, practice=practice)
    assert one.switch() == why
    assert one.look(drafts, drafts.call.events, RUDE) is None


def test_on_a_hard_call_only_what_costs_much_is_worth_a_word() -> None:
    drafts = Drafts()
    assert coach(level=3).look(drafts, drafts.call.events, "Not my job.") is None
    assert coach(level=2).look(drafts, drafts.call.events, "Not my job.") is not None
    assert coach(level=3).look(drafts, drafts.call.events, RUDE) is not None


def test_it_is_off_until_called_and_can_be_sent_away() -> None:
    drafts, one = Drafts(), coach(on=False)
    assert one.look(drafts, drafts.call.events, RUDE) is None
    assert one.switch() == ON
    assert coach(level=3, on=False).switch() == ON_SPARING
    assert one.switch() == OFF


def test_what_became_of_a_draft_is_kept_and_told_with_the_scores() -> None:
    kept: list[dict[str, Any]] = []
    drafts, one = Drafts(), coach(kept)
    one.look(drafts, drafts.call.events, RUDE)
    one.sent(RUDE)
    assert with_coach(kept) == "With coach: 1 hint, and the draft went as it was."
    drafts.call.rep(RUDE).customer()
    one.look(drafts, drafts.call.events, RUDE)
    one.sent("We broke it.")
    one.sent("And another thing.")
    assert with_coach(kept) == "With coach: 2 hints, and 1 of the drafts was changed."
    assert with_coach(kept[:1]) == "With coach. It found nothing to say."
    assert with_coach([]) == ""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "records.db") as opened:
        yield opened


@pytest.fixture
def coached(store: Store) -> Callable[..., None]:
    def finish(*kinds: str, family: str = "home") -> None:
        attempt = store.begin("no-show", "0" * 16, 1, "real", True, "{}")
        for kind in kinds:
            store.remark(attempt, KIND, {"coach": kind, "family": family})
        store.finish(attempt, "{}")

    return finish


def test_after_three_calls_of_a_kind_without_a_hint_it_steps_back_once(store: Store, coached: Callable[..., None]) -> None:
    for _ in range(UNNEEDED - 1):
        coached("on")
    coached("on", family="money")
    coached()
    assert not unneeded(store, "home")
    coached("on")
    assert unneeded(store, "home")
    assert not unneeded(store, "money")
    coached("stepped back")
    assert not unneeded(store, "home")


def test_a_hint_begins_the_count_again(store: Store, coached: Callable[..., None]) -> None:
    coached("on")
    coached("on", "hint")
    coached("on")
    coached("on")
    assert not unneeded(store, "home")


def test_stepping_back_leaves_the_coach_at_hand() -> None:
    kept: list[dict[str, Any]] = []
    one = coach(kept, on=False)
    assert one.begin(unneeded=lambda: True) == STEPS_BACK
    assert not one.on
    assert kept[-1]["coach"] == "stepped back"
    assert one.switch() == ON


def test_the_family_is_the_pack_or_else_the_trade(kettle: Scenario) -> None:
    from scenarios.library import find

    assert family_of(find("no-heat")) == "home"
    assert family_of(kettle) == "kitchen shop"
