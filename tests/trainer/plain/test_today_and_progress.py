"""What is due and how far one has come, in the plain view and from the command line, with real records."""

from __future__ import annotations

import io
import json
from datetime import datetime
from pathlib import Path

import pytest

from scenarios.model import Scenario
from scenarios.skills import SKILLS
from tests.trainer.plain.test_past_calls import Typed
from trainer.cli import main
from trainer.errors import Exit
from trainer.modes import MODES, opener
from trainer.plain.console import Console
from trainer.plain.view import run_plain
from trainer.practice import asking
from trainer.records.practices import Kind, Practices
from trainer.records.store import Store
from trainer.wiring import finish_call, start_call


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COOLHEAD_HOME", str(tmp_path / "home"))


@pytest.fixture
def played(kettle: Scenario) -> str:
    with Store.open() as store:
        call, attempt = start_call(kettle, 1, store=store)
        call.say("That is nonsense, you ordered the plastic one.")
        call.say("I am sorry: we packed the wrong kettle, and you need the steel one by Saturday.")
        call.fall_silent()
        finish_call(call, kettle, store, attempt)
        practices = Practices(store)
        drills = practices.begin(Kind.DRILL, {"skill": "dont-know"})
        for first, verdict in ((True, "partly"), (False, "done"), (True, "unheard of")):
            practices.step(drills, "answered", {"drill": "d", "skill": "dont-know", "text": "x", "verdict": verdict, "harms": [], "first": first})
        practices.step(drills, "answered", {"skill": ["no", "skill"], "verdict": None, "first": True})
        return str(attempt)


def plain(mode: str, *lines: str) -> str:
    out = io.StringIO()
    assert run_plain(mode=mode, console=Console(Typed(*lines), out)) == Exit.DONE
    return out.getvalue()


def test_every_mode_can_be_opened_in_both_views() -> None:
    for mode in MODES:
        assert callable(opener(mode.screen))
        assert callable(opener(mode.plain))
    assert len({mode.key for mode in MODES}) == len(MODES)


def test_somebody_new_is_told_what_to_begin_with_and_may_leave() -> None:
    told = plain("today", "7", "x", "")
    assert "1. Happy 30th Sam: a call. Begin here" in told
    assert told.count("Type a number from 1 to 3.") == 2


def test_what_is_chosen_is_played_and_one_is_back_at_today() -> None:
    told = plain("today", "1", "leave", "")
    assert told.count("3 things to practise today.") == 2


def test_home_is_told_in_a_line() -> None:
    with Store.open() as store:
        assert asking.due_line(store, datetime.now().astimezone()) == "Today: 3 things to practise, first a call, Happy 30th Sam."


def test_a_drill_is_handed_its_skill(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str | None] = []
    monkeypatch.setattr(asking, "drilled", lambda: frozenset(skill.id for skill in SKILLS))
    monkeypatch.setattr("trainer.plain.today.mode_named", lambda name: MODES[0] if name == "drill" else None)
    monkeypatch.setattr("trainer.plain.today.opener", lambda reference: lambda view, skill=None, practice=None: asked.append(skill))
    told = plain("today", "2", "")
    assert ": a set of drills." in told
    assert len(asked) == 1
    assert asked[0] in {skill.id for skill in SKILLS}


@pytest.mark.usefixtures("played")
def test_progress_tells_calls_and_first_answers_to_drills() -> None:
    told = plain("progress")
    assert told.startswith("From 1 call and 1 drill.")
    assert "8. Say you do not know: too early to say." in told
    assert "A number comes once there is enough" not in told, "more is told on asking"
    assert "A number comes once there is enough to go by." in plain("progress", "8")
    assert "You have not rated yourself yet." in plain("progress", "yourself")
    whole = plain("progress", "all")
    assert "Say you do not know: too early to say. A number comes once there is enough to go by." in whole
    assert "Each level is your share of chances taken" in whole


@pytest.mark.usefixtures("played")
def test_a_skill_is_drilled_from_progress_and_one_comes_back_there() -> None:
    told = plain("progress", "drill 3", "stop", "drill nonsense", "stop", "10", "nonsense")
    assert "\nOwn it: " in told
    assert told.count("Progress.\n") == 2
    assert "There is no skill called 'nonsense'." in told
    assert "There is nothing under 'nonsense' here." in told


def test_json_is_whole_and_holds_no_total(played: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["progress", "--json"]) == Exit.DONE
    found = json.loads(capsys.readouterr().out)
    assert [one["skill"] for one in found["skills"]] == [skill.id for skill in SKILLS]
    assert {point["attempt"] for one in found["skills"] for point in one["unseen"]} == {played}
    assert not {"total", "score", "level", "streak"} & set(found)
    assert main(["today", "--json"]) == Exit.DONE
    today = json.loads(capsys.readouterr().out)
    assert today["done"] == 1, "a set left after one reply is not done"
    assert len(today["due"]) == 2
    assert {one["skill"] for one in today["changed"]} >= {"dont-know"}


@pytest.mark.usefixtures("played")
def test_the_page_is_written_whole_and_never_over_another(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "mine.html"
    assert main(["progress", "--html", str(page)]) == Exit.DONE
    assert page.read_text().startswith("<!doctype html>")
    assert main(["progress", "--html", str(page)]) == Exit.MISUSED
    assert main(["progress", "--html", str(tmp_path / "no" / "such.html")]) == Exit.MISSING
    assert "Traceback" not in capsys.readouterr().err


@pytest.mark.usefixtures("played")
def test_a_group_is_read_from_what_each_saved(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["progress", "--json"]) == Exit.DONE
    files = [tmp_path / f"{n}.json" for n in range(3)]
    text = capsys.readouterr().out
    for file in files:
        file.write_text(text)
    asked = [part for file in files for part in ("--from", str(file))]
    assert main(["progress", *asked]) == Exit.DONE
    assert "Hear before fixing: " in capsys.readouterr().out
    assert main(["progress", *asked, "--json"]) == Exit.DONE
    assert json.loads(capsys.readouterr().out)["learners"] == 3
    assert main(["progress", *asked[:2]]) == Exit.MISUSED
    page = tmp_path / "group.html"
    capsys.readouterr()
    assert main(["progress", *asked, "--html", str(page)]) == Exit.DONE
    said = capsys.readouterr()
    assert said.out == ""
    assert "group.html. Nothing was sent anywhere." in said.err
    assert "3 learners, unnamed." in page.read_text()
    assert "Hear before fixing" in page.read_text()
    assert main(["progress", *asked, "--html", str(page)]) == Exit.MISUSED
    assert main(["progress", *asked, "--html", str(page), "--replace"]) == Exit.DONE
    assert (tmp_path / "group.html.old").exists()


def test_progress_says_which_skills_a_set_of_drills_counts_for_today(played: str) -> None:
    assert played
    told = plain("progress")
    assert "Due today: " in told
    assert "A set of drills of another skill is extra, and takes no place of Today's." in told
