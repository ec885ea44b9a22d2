"""A shift in both views and on the command line: the same words, by keys alone, gone on with where it stopped."""

from __future__ import annotations

import asyncio
import io
import json
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from textual.widgets import OptionList, Static

from trainer.cli import main
from trainer.errors import Exit
from trainer.plain.console import Console
from trainer.plain.view import run_plain
from trainer.records.store import Store
from trainer.shift.kept import Shift
from trainer.tui.app import CoolheadApp, Start
from trainer.tui.house import House
from trainer.tui.screens.briefing import BriefingScreen
from trainer.tui.screens.call import CallScreen
from trainer.tui.screens.dialogs import LeaveScreen
from trainer.tui.screens.ending import EndingScreen
from trainer.tui.screens.home import HomeScreen
from trainer.tui.screens.shift import ShiftScreen
from trainer.tui.screens.shift_writing import WritingScreen
from trainer.wiring import start_call

Captured = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COOLHEAD_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("COOLHEAD_PACE", "0")


class Typed(io.StringIO):
    """Lines as from a keyboard."""

    def isatty(self) -> bool:
        return True


def plainly(*lines: str) -> str:
    out = io.StringIO()
    assert run_plain(console=Console(Typed("\n".join(lines) + "\n"), out), mode="shift") == Exit.DONE
    return out.getvalue()


def test_plain_from_the_first_call_to_the_debriefs() -> None:
    said = plainly("forever", "short", "", "", "I am sorry, that is our mistake.", "/leave", "nonsense", "stop")
    assert "There is no length 'forever'." in said
    assert "The call before." not in said, "it was told a moment ago"
    assert said.count("Type end: ") == 1, "what one may do is told once"
    assert "There is nothing under 'nonsense' here." in said
    assert said.rstrip().endswith("The shift is kept. Go on with: coolhead shift")
    assert "Calmness: 6" not in said  # no debrief between calls
    more = plainly("break", "", "", "/leave", "", "", "/leave", "", "Nobody here updated the template, two callers. Please mend it.", "9", "1", "", "")
    assert "You took a break." in more
    assert "Your note to the team." in more
    assert "Debrief." in more
    assert "There is no call '9'." in more


def test_a_call_of_a_shift_that_is_resumed_goes_on_as_part_of_it() -> None:
    assert "The call is kept. It goes on with the shift." in plainly("short", "", "", "I am sorry.", "/pause", "stop", "stop")
    with closing(House()) as house:
        assert house.past() == ([], []), "on the screen the shift stands for its call"
    out = io.StringIO()
    assert run_plain(console=Console(Typed("resume\nOne moment.\n/leave\nstop\nquit\n"), out)) == Exit.DONE
    said = out.getvalue()
    assert "Debrief." not in said
    assert "First your own view" not in said
    assert said.index("End: You left the call.") < said.index("Shift: 1 of 3 calls done")


def test_on_the_screen_too_a_shift_is_ended_after_one_question_and_with_its_note() -> None:
    async def played() -> None:
        app = CoolheadApp(Start(mode="shift"))
        async with app.run_test(size=(80, 24)) as pilot:

            async def until(holds: Callable[[], bool]) -> None:
                for _ in range(1000):
                    await pilot.pause(0.02)
                    if holds():
                        return
                raise AssertionError(f"never came about on {app.screen}")

            def first(words: str) -> bool:
                options = list(app.screen.query(OptionList)) if isinstance(app.screen, ShiftScreen) else []
                return bool(options and options[0].option_count and str(options[0].get_option_at_index(0).prompt).startswith(words))

            await until(lambda: first("Take the call"))
            await pilot.press("end", "enter")
            await until(lambda: isinstance(app.screen, LeaveScreen))
            assert "End the shift with 1 call left?" in str(app.screen.query(Static)[1].render())
            await pilot.press("n")
            await until(lambda: first("Take the call"))
            await pilot.press("end", "enter")
            await until(lambda: isinstance(app.screen, LeaveScreen))
            await pilot.press("y")
            await until(lambda: isinstance(app.screen, WritingScreen))
            await pilot.press(*"tw", "escape")
            await until(lambda: first("Take the call"))
            await pilot.press("end", "enter")
            await until(lambda: isinstance(app.screen, LeaveScreen))
            await pilot.press("y")
            await until(lambda: isinstance(app.screen, WritingScreen))
            await pilot.press("o", "enter")
            await until(lambda: first("Debrief"))
            assert "You wrote: “two”" in str(app.screen.query_one("#page-body", Static).render())

    with Store.open() as store:
        shift = Shift.begin(store, calls=2, seed=1)
        ready = shift.ready()
        call, _ = start_call(ready.scenario, ready.seed)
        call.leave()
        store.begin(ready.scenario.scenario, "", ready.seed, "real", True, ready.scenario.model_dump_json(), shared=call.events)
    asyncio.run(played())
    with Store.open() as store:
        assert [shift.closed for shift in Shift.past(store)] == [True]


def test_on_the_screen_a_call_leads_back_to_the_shift_and_the_note_ends_it() -> None:
    async def played() -> None:
        with Store.open() as store:
            Shift.begin(store, calls=2, seed=1).leave_out()
        app = CoolheadApp(Start(mode="shift"))
        async with app.run_test(size=(80, 24)) as pilot:

            async def until(screen: type) -> None:
                for _ in range(1000):
                    await pilot.pause(0.02)
                    if isinstance(app.screen, screen) and not any(o.loading for o in app.screen.query(OptionList)):
                        return
                raise AssertionError(f"{app.screen} is not {screen}")

            async def offered(first: str) -> None:
                for _ in range(1000):
                    await pilot.pause(0.02)
                    options = list(app.screen.query(OptionList)) if isinstance(app.screen, ShiftScreen) else []
                    if options and options[0].option_count and str(options[0].get_option_at_index(0).prompt).startswith(first):
                        return
                raise AssertionError(f"never offered: {first}")

            await offered("Take the call")
            await pilot.press("enter")
            await until(BriefingScreen)
            await pilot.press("enter")
            await until(CallScreen)
            await pilot.press("f8")
            await until(LeaveScreen)
            await pilot.press("y")
            await until(EndingScreen)
            await pilot.press("enter")
            await offered("Write the note")
            await pilot.press("enter")
            await until(WritingScreen)
            await pilot.press(*"tw", "escape")
            await offered("Write the note")
            await pilot.press("enter")
            await until(WritingScreen)
            await pilot.press("o", "enter")
            await offered("Debrief")
            assert "You wrote: “two”" in str(app.screen.query_one("#page-body", Static).render())
            await pilot.press("escape")
            await until(HomeScreen)

    asyncio.run(played())
    with Store.open() as store:
        assert [shift.closed for shift in Shift.past(store)] == [True]


def test_past_shifts_as_data(capsys: Captured) -> None:
    assert main(["shift", "--json"]) == Exit.DONE
    assert json.loads(capsys.readouterr().out) == []
    with Store.open() as store:
        Shift.begin(store, calls=2, seed=1).close()
    assert main(["shift", "--json"]) == Exit.DONE
    (found,) = json.loads(capsys.readouterr().out)
    assert found["calls"] == []
    assert len(found["planned"]) == 2


def test_a_second_shift_is_not_begun_over_one_under_way(capsys: Captured) -> None:
    with Store.open() as store:
        Shift.begin(store, calls=2, seed=1)
    assert main(["shift", "--calls", "3"]) == Exit.MISUSED
    assert "under way" in capsys.readouterr().err


def test_from_a_folder_the_same_bytes_each_time_and_nothing_kept(tmp_path: Path, capsys: Captured) -> None:
    folder = tmp_path / "replies"
    folder.mkdir()
    (folder / "valley-bakery.txt").write_text("I am sorry, our text was wrong.\n")
    (folder / "note.txt").write_bytes(b"\xff\x1b[31m template")
    told = []
    for _ in range(2):
        assert main(["shift", "--replies", str(folder), "--calls", "3", "--seed", "1", "--json"]) == Exit.DONE
        told.append(capsys.readouterr().out)
    assert told[0] == told[1]
    assert main(["shift", "--json"]) == Exit.DONE
    assert capsys.readouterr().out.strip() == "[]"


def test_what_is_wrong_with_a_folder_is_a_sentence(tmp_path: Path, capsys: Captured) -> None:
    assert main(["shift", "--replies", str(tmp_path / "none")]) == Exit.FAULTS
    assert "is not a folder" in capsys.readouterr().err
    (tmp_path / "valley-bakery.txt").write_text("/explode\n")
    assert main(["shift", "--replies", str(tmp_path), "--calls", "3", "--seed", "1"]) == Exit.FAULTS
    assert "valley-bakery.txt:1" in capsys.readouterr().err
    assert main(["shift", "--json", "--seed", "1"]) == Exit.MISUSED
