"""A room opens the facts that were played last, tells which it drew, and lets others be chosen, in both views."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import OptionList

from scenarios.edition import edition_of
from tests.trainer.plain.test_plain_view import has, piped
from tests.trainer.plain.test_room import typed
from tests.trainer.tui.test_room import listed, phase, until, words
from trainer.errors import Exit
from trainer.finding import scenario_named
from trainer.records.store import Store
from trainer.room.facts import HEAD, facts_line, seed_for, variants_of
from trainer.room.kept import Room, rooms
from trainer.room.state import Phase
from trainer.tui.app import CoolheadApp, Start
from trainer.tui.screens.choosing import ChoosingScreen
from trainer.tui.screens.page import PageScreen

CALL = "cold-curry"


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COOLHEAD_HOME", str(tmp_path / "home"))


def row(room: Room) -> int | None:
    edition = edition_of(room.scenario)
    return edition.row if edition else None


def last() -> Room:
    with Store.open() as store:
        going, closed = rooms(store)
        return Room.named(store, (*going, *closed)[0].id)


def played_yesterday(number: int) -> int:
    """Somebody has played the call with these facts alone; the seed."""
    with Store.open() as store:
        seed = variants_of(store, scenario_named(CALL))[number - 1].seed
        scenario = scenario_named(CALL, seed)
        store.begin(CALL, "", seed, "real", True, scenario.model_dump_json(), shared=())
    return seed


def test_every_variant_can_be_had_and_a_call_with_one_set_of_facts_asks_nothing(kettle_file: Path) -> None:
    with Store.open() as store:
        found = variants_of(store, scenario_named(CALL))
        assert [edition.row for one in found if (edition := edition_of(scenario_named(CALL, one.seed)))] == [1, 2, 3]
        assert len({one.facts for one in found}) == 3
        assert not any(one.played for one in found)
        assert variants_of(store, scenario_named(str(kettle_file))) == ()
    assert facts_line(scenario_named(str(kettle_file)), 3) == ""


@pytest.mark.parametrize("number", [1, 2, 3])
def test_the_command_opens_the_facts_that_were_played_last(number: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    seed = played_yesterday(number)
    with Store.open() as store:
        assert seed_for(store, CALL) == seed
    assert piped("1: I am sorry.\nstop\n", monkeypatch, "room", CALL, "--plain") == Exit.DONE
    assert (row(last()), last().seed) == (number, seed)
    assert f"The facts of this call, {number} of 3: " in capsys.readouterr().out


def test_in_the_plain_view_enter_takes_the_last_and_a_number_another() -> None:
    played_yesterday(2)
    lines = typed(CALL, "", "1: I am sorry.", "stop")
    assert has(lines, "(played here on ")
    assert row(last()) == 2
    assert has(typed(CALL, "9", "3", "1: I am sorry.", "stop"), "There is no number 9 here.")
    assert row(last()) == 3
    typed(CALL, "back", None)
    with Store.open() as store:
        assert len(rooms(store)[0]) == 2


async def test_on_the_screen_the_last_is_marked_and_told_with_the_case() -> None:
    seed = played_yesterday(3)
    async with CoolheadApp(Start(mode="room")).run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: listed(pilot) > 1)
        await pilot.press("slash", *"cold curry", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ChoosingScreen))
        assert HEAD in words(pilot)
        choices = pilot.app.screen.query_one(OptionList)
        await until(pilot, lambda: choices.highlighted == 2)
        assert "(played here on " in str(choices.options[2].prompt)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, PageScreen) and "The facts of this call, 3 of 3: " in words(pilot))
        await pilot.press("enter")
        await until(pilot, lambda: phase(pilot) is Phase.GATHERING)
    assert last().seed == seed
