"""The second opinion in the plain view and by the command: flat lines, its own heading, nothing in the way of the rest."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from scenarios.library import find
from scenarios.transcript import Transcript
from scoring.scores import Scorecard
from tests.trainer.opinion.answering import Answering, holding_to
from trainer.cli import main
from trainer.opinion.asking import Asking
from trainer.opinion.questions import questions_of
from trainer.plain.console import Console
from trainer.plain.opinion import tell_opinion
from trainer.records.store import Store
from trainer.settings.current import change
from trainer.wiring import finish_call, start_call


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COOLHEAD_HOME", str(tmp_path / "home"))


def played(store: Store | None = None) -> tuple[Transcript, Scorecard]:
    scenario = find("cold-curry")
    call, attempt = start_call(scenario, 3, store=store)
    call.say("I am sorry, we left the curry in the shop. Is there anything else?")
    call.leave()
    return call.transcript, finish_call(call, scenario, store, attempt)[0]


def told(begin: Callable[[], Asking], call: tuple[Transcript, Scorecard]) -> str:
    out = io.StringIO()
    tell_opinion(Console(io.StringIO(), out), begin, call[1], call[0])
    return out.getvalue()


def test_it_is_told_in_flat_lines_under_its_own_heading() -> None:
    change({"second_opinion": True})
    call = played()
    lines = told(lambda: Asking(Answering(holding_to("Yes,")), questions_of(call[0].events)), call).splitlines()
    assert lines[0] == "A second opinion, not part of your score."
    assert "  Takes up what the customer wrote: yes" in lines
    assert "Your reply 1: “I am sorry, we left the curry in the shop. Is there anything else?”" in lines


def test_off_it_tells_how_to_have_it() -> None:
    assert "the setting second_opinion" in told(lambda: pytest.fail("nobody is asked"), played())


def test_ctrl_c_stops_it_and_nothing_else() -> None:
    change({"second_opinion": True})
    call = played()

    def interrupted(*_: object) -> list[float]:
        raise KeyboardInterrupt

    assert told(lambda: Asking(Answering(interrupted), questions_of(call[0].events)), call).endswith("Stopped.\n")


def test_the_command_prints_it_alone_and_as_json_beside_the_debrief(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    with Store.open() as store:
        played(store)
    assert main(["debrief", "--second-opinion"]) == 2
    assert "second_opinion_from" in capsys.readouterr().err
    model = Answering(holding_to("No,"))
    monkeypatch.setattr("trainer.voices.sitting.drafter_for", lambda choice: model)
    change({"second_opinion_from": "/some/folder"})
    assert main(["debrief", "--second-opinion"]) == 0
    assert "Takes up what the customer wrote: no" in capsys.readouterr().out
    assert model.closed
    assert main(["debrief", "--json"]) == 0
    without = json.loads(capsys.readouterr().out)
    assert main(["debrief", "--json", "--second-opinion"]) == 0
    found = json.loads(capsys.readouterr().out)
    opinion = found.pop("second_opinion")
    assert found == without, "all else is what it is without"
    assert opinion["part_of_score"] is False
    assert {view["view"] for view in opinion["views"]} == {"no"}
