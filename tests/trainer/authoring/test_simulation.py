"""Simulations: the same seed gives the same report on any number of cores, and the report says what is wrong."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from scenarios.library import find
from scenarios.model import Scenario
from scoring.scores import DIMENSIONS
from trainer.authoring.crews import simulate
from trainer.authoring.hardness import Changed, Hardness, in_words
from trainer.authoring.levels import level_at
from trainer.authoring.paying import payments
from trainer.authoring.simulation import CLEARLY, PlayerReport, Simulation
from trainer.authoring.trials import try_out
from trainer.authoring.verdicts import faults_of
from trainer.cli import main
from trainer.errors import Exit
from trainer.players.roster import PLAYERS


def test_the_same_seed_gives_the_same_report_on_any_number_of_cores() -> None:
    scenarios = [find("before-five")]
    alone, shared = (next(simulate(scenarios, ["plain", "bully"], plays=60, seed=3, jobs=jobs)).as_dict() for jobs in (1, 2))
    assert alone == shared
    assert next(simulate(scenarios, ["plain", "bully"], plays=60, seed=4, jobs=1)).as_dict()["players"] != alone["players"]


def test_lines_are_counted_where_they_are_said() -> None:
    report = next(simulate([find("before-five")], ["expert", "novice"], plays=20, jobs=1))
    assert report.worded == 40
    assert report.lines["outcomes.moving-tonight.says.1"] > 0
    assert set(report.never_said) == {place for place, count in report.lines.items() if count == 0}


def test_what_makes_it_hard_is_said_and_measured_alike() -> None:
    first, again = (next(simulate([find("before-five")], ["plain", "novice"], plays=20, jobs=1)) for _ in range(2))
    assert first.why == again.why
    told = json.loads(json.dumps(first.as_dict()))["why"]
    assert told["missed"][0] in {concern.id for concern in find("before-five").concerns}
    assert told["spare"] > 0
    assert {one["what"] for one in told["changes"]} <= {"bar", "anger", "trust"}
    assert any("The novice misses" in line for line in first.why_words)
    assert next(simulate([find("before-five")], ["bully"], plays=2, jobs=1)).why_words == ()


def row(player: str, settled: float = 0.0, **scores: float) -> PlayerReport:
    return PlayerReport(
        player=player, plays=100, settled=settled, best=settled, worth=settled, scores={d: scores.get(d, 50.0) for d in DIMENSIONS},
        replies=5.0, minutes=6.0, endings={}, outcomes={}, anger=(50.0,),
    )  # fmt: skip


def report(*rows: PlayerReport, level: int = 2) -> Simulation:
    return Simulation(scenario="x", title="X", level=level, seed=0, plays=100, reader="r", players=rows, lines={}, worded=0, seen={})


SOUND = (row("expert", 0.97), row("plain", 0.9), row("novice", 0.6), *(row(name) for name in PLAYERS if name not in ("expert", "plain", "novice")))


def test_a_sound_report_has_no_fault() -> None:
    assert faults_of(report(*SOUND)) == ()
    assert report(*SOUND).as_dict()["cannot_be_gamed"] is True


@pytest.mark.parametrize(
    ("player", "changed", "word"),
    [
        ("expert", row("expert", 0.94), "expert settles only 94%"),
        ("bully", row("bully", 0.01), "bully settles"),
        ("gibberish", row("gibberish", 0.02), "gibberish settles"),
        ("flatterer", row("flatterer", listening=50.0 + CLEARLY + 0.1), "flatterer beats the plain honest rep on listening"),
        ("novice", row("novice", 0.2), "level 4"),
    ],
)
def test_each_fault_is_told(player: str, changed: PlayerReport, word: str) -> None:
    rows = [changed if one.player == player else one for one in SOUND]
    assert [word in fault for fault in faults_of(report(*rows))] == [True]


def test_a_lead_within_rounding_is_no_lead() -> None:
    rows = [replace(one, scores={**one.scores, "calmness": 50.0 + CLEARLY}) if one.player == "stuffer" else one for one in SOUND]
    assert faults_of(report(*rows)) == ()


def test_a_cheat_that_settles_calls_is_explained() -> None:
    told = [replace(one, given=9.0) if one.player == "plain" else replace(one, settled=1.0, given=30.0, scores={**one.scores, "honesty": 20.0}) if one.player == "giver-away" else one for one in SOUND]  # fmt: skip
    (words,) = payments(replace(report(*told), currency="GBP"))
    assert words.startswith("The giver-away settles 100%, for this customer takes what is given unasked.")
    assert "honesty 20 (50)." in words
    assert "No less: calmness 50 (50), listening 50 (50), resolution 50 (50)." in words
    assert words.endswith("It gives away 30.00 GBP a call, the plain rep 9.00.")
    assert list(payments(report(*SOUND))) == []


def test_money_given_at_the_desk_is_counted() -> None:
    (plays,) = next(simulate([find("before-five")], ["giver-away"], plays=3, jobs=1)).players
    limits = [action.up_to.value for action in find("before-five").desk.actions.values() if action.up_to and action.kind == "remedy"]
    assert 0 < plays.given <= float(sum(limits))


def test_levels_fall_with_success() -> None:
    assert [level_at(share) for share in (1.0, 0.6, 0.4, 0.1, 0.0)] == [1, 2, 3, 4, 4]


def test_what_came_about_is_counted_once_a_play() -> None:
    batch = try_out(find("before-five"), "expert", range(5))
    assert batch.seen["told never-ordered"] == 5
    assert batch.seen["rule resolution.outcome"] == 5


def test_the_command_prints_one_report_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["simulate", "before-five", "three-mornings", "--players", "expert,bully", "--plays", "4", "--jobs", "1", "--json"])
    printed = capsys.readouterr()
    reports = [json.loads(line) for line in printed.out.splitlines()]
    assert [one["scenario"] for one in reports] == ["before-five", "three-mornings"]
    assert [player["player"] for player in reports[0]["players"]] == ["expert", "bully"]
    assert reports[0]["cannot_be_gamed"] is None  # not all of them played
    assert code == Exit.DONE
    assert "16 plays of 2 scenarios" in printed.err


def test_an_unknown_player_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["simulate", "before-five", "--players", "expert,wizard"]) == Exit.MISUSED
    assert "wizard" in capsys.readouterr().err


def test_one_change_is_told_as_a_difference_so_that_one_share_stands_in_the_report(kettle: Scenario) -> None:
    found = Hardness(changes=(Changed("bar", 0.55, 0.58, 0.77, 0.57, 3), Changed("anger", 40, 25, 0.3, 0.4, 2)))
    fewer, more = in_words(found, kettle)
    assert fewer == "With 'bar' at 0.58 in place of 0.55 the novice would settle 20 fewer of 100 calls: level 3."
    assert "10 more of 100 calls" in more
    assert "%" not in fewer + more
