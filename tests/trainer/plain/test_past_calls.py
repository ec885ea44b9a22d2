"""Past calls in the plain view, and a trainer's overrule there, question by question."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from scenarios.model import Scenario
from trainer.coach import KIND
from trainer.errors import Exit
from trainer.plain.console import Console
from trainer.plain.past_calls import look_back
from trainer.plain.view import run_plain
from trainer.records.store import Store
from trainer.wiring import finish_call, start_call


class Typed:
    """A keyboard at which these lines are typed."""

    def __init__(self, *lines: str) -> None:
        self._lines = iter(lines)

    def isatty(self) -> bool:
        return True

    def readline(self, _size: int, /) -> str:
        return next(self._lines, "") + "\n"


def test_a_call_played_with_the_coach_says_so_whenever_it_is_looked_at(place: Path) -> None:
    with Store.open(place) as store:
        (row,) = store.attempts()
        store.remark(row.id, KIND, {"coach": "on"})
        out = io.StringIO()
        look_back(Console(Typed("scores 1"), out), store, str)
    assert "With coach. It found nothing to say." in out.getvalue()
    out = io.StringIO()
    assert run_plain(resume=row.id, console=Console(Typed(), out)) == Exit.DONE
    assert "With coach. It found nothing to say." in out.getvalue()


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kettle: Scenario) -> Path:
    monkeypatch.setenv("COOLHEAD_HOME", str(tmp_path / "home"))
    with Store.open() as store:
        call, attempt = start_call(kettle, 1, store=store)
        call.say("Ok.")
        call.fall_silent()
        finish_call(call, kettle, store, attempt)
        return store.path


def test_a_call_played_from_a_file_of_its_own_is_called_by_its_title(place: Path) -> None:
    """The scenario of the fixture is on no shelf: its id means nothing to who played it."""
    assert place.exists()
    said = told()
    assert "1. The wrong kettle, played " in said
    assert "wrong-kettle" not in said


opened: list[str] = []
"""Debriefs asked for."""


def told(*lines: str) -> str:
    out = io.StringIO()
    with Store.open() as store:
        look_back(Console(Typed(*lines), out), store, opened.append)
    return out.getvalue()


def test_a_past_call_is_overruled_and_says_so_ever_after(place: Path) -> None:
    assert place.exists()
    said = told("7", "scores 1", "overrule", "calm", "55", "She kept her temper.", "J. Ortiz")
    assert "There is no past call '7'" in said
    assert "Kept. The measured score stays" in said
    again = told("scores 1")
    assert "Calmness: " in again
    assert "  Set to 55 by J. Ortiz on " in again
    assert "withdraw to let the measured one count again" in told("scores 1", "overrule", "calmness", "withdraw", "", "")


@pytest.mark.parametrize("answers", [("",), ("charm",), ("calm", ""), ("calm", "fifty", "x", "y"), ("calm", "withdraw", "x", "y"), ("calm", "50", "x", "")])
def test_nothing_is_kept_before_the_last_answer(place: Path, answers: tuple[str, ...]) -> None:
    told("scores 1", "overrule", *answers)
    with Store.open(place) as store:
        assert store.remarks(store.attempts()[0].id, "overrule") == []


def test_a_number_opens_the_whole_debrief(place: Path) -> None:
    opened.clear()
    told("1", "debrief 1", "back")
    with Store.open(place) as store:
        assert opened == [store.attempts()[0].id] * 2
    out = io.StringIO()
    assert run_plain(console=Console(Typed("past", "1", "help", "ledger", "", "quit"), out)) == Exit.DONE
    assert "Ledger: " in out.getvalue()
    assert "again 1: word the reply" in out.getvalue()
