"""Par: the path that is found listens, is honest, needs what the desk needs, and is not found where there is none."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from scenarios.library import find
from scenarios.model import Scenario
from trainer.authoring.par import SEEDS, best_path, can_be_reached, par_of
from trainer.cli import main
from trainer.errors import Exit

SCENARIO = find("before-five")


@pytest.mark.parametrize("seed", SEEDS)
def test_the_path_hears_everything_and_hides_nothing(seed: int) -> None:
    path = best_path(SCENARIO, seed)
    assert path is not None
    clauses = [clause for turn in path.turns for clause in turn.say]
    assert {concern for clause in clauses for concern in clause.touches} == {concern.id for concern in SCENARIO.concerns}
    assert {"never-ordered", "dead-list"} <= {fact for clause in clauses for fact in clause.tells}
    assert path.outcome == "moving-tonight"
    assert path.actions.index("check-vans") < path.actions.index("send-engineer")


@pytest.mark.parametrize("name", ["roaming", "unsliced-again", "seat-34"])
def test_an_offer_that_would_be_taken_at_once_waits_until_all_is_told_and_heard(name: str) -> None:
    """The last has a trouble that bears the name of an outcome."""
    path = best_path(find(name), SEEDS[0])
    assert path is not None
    assert path.unheard == ()
    assert path.replies > len(find(name).concerns)


def test_what_the_path_leaves_out_is_named(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    path = best_path(find("first-cake"), 0)
    assert path is not None
    monkeypatch.setattr("trainer.subcommands.pars.best_path", lambda *_: replace(path, unheard=("the-date",)))
    assert main(["par", "first-cake"]) == Exit.DONE
    assert "No path was found that also takes up the-date:" in capsys.readouterr().out
    assert main(["par", "first-cake", "--json"]) == Exit.DONE
    assert json.loads(capsys.readouterr().out)["not_heard"] == ["the-date"]


def test_par_is_stable_and_within_reason() -> None:
    par = par_of(SCENARIO)
    assert par == par_of(SCENARIO.model_copy())  # looked for anew
    assert par is not None
    assert 4 <= par.replies <= 8
    assert par.minutes >= par.replies


def test_a_customer_nobody_can_win_has_no_par(kettle: Scenario) -> None:
    hard = kettle.customer.persona.model_copy(update={"bar": 0.8, "forgiveness": 0.6, "reactivity": 1.4})
    temper = kettle.customer.temper.model_copy(update={"anger": 97.0, "trust": 0.0, "hope": 0.0})
    lost = kettle.model_copy(update={"customer": kettle.customer.model_copy(update={"persona": hard, "temper": temper})})
    assert par_of(lost) is None
    assert not can_be_reached(lost, "right-one")


def test_the_command_prints_the_line_for_the_file(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["par", "before-five"]) == Exit.DONE
    assert "par: {replies:" in capsys.readouterr().out
    assert main(["par", "before-five", "--json"]) == Exit.DONE
    found = json.loads(capsys.readouterr().out)
    assert len(found["path"]) == found["par"]["replies"] or abs(len(found["path"]) - found["par"]["replies"]) <= 1


def test_the_small_kettle_has_a_path(kettle: Scenario) -> None:
    path = best_path(kettle, 0)
    assert path is not None
    assert path.actions == ("replace",)
