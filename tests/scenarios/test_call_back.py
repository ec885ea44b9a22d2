"""A second part opens on the first: which opening it takes, what it adds to the temper, and what must be there for it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from scenarios import library
from scenarios.carrying import FirstPart, carried_over, holds
from scenarios.check import check_file, check_text
from scenarios.edition import edition_of, scenario_from_json
from scenarios.load import content_hash, load_text
from scenarios.model import Scenario
from scenarios.moves import Ending
from scenarios.second_part import WhenBefore
from tests.scenarios.samples import GOOD

CALL_BACK = """\
call_back:
  of: dry-sofa
  openings:
    - when: {promised: swap, outcome: new-sofa, broken: false}
      says: The new one came. It is green.
      anger: -20
    - when: {broken: true}
      says: Thursday came and the sofa did not.
      anger: 30
      trust: -30
    - when: {}
      says: It is me again.
"""
SECOND = GOOD + CALL_BACK
WENT = FirstPart(promised=frozenset({"swap"}), outcome="new-sofa", broken=False, ending=Ending.ACCEPTED, anger=30, trust=60)


def second(text: str = SECOND) -> Scenario:
    return load_text(text, "<text>", known_voices=("plain",))


@pytest.mark.parametrize(
    ("first", "opening", "anger"),
    [
        (WENT, "The new one came. It is green.", 35),
        (replace(WENT, broken=True), "Thursday came and the sofa did not.", 85),
        (replace(WENT, outcome=None, ending=Ending.LEFT), "It is me again.", 55),
    ],
)
def test_the_first_opening_that_holds_is_used(first: FirstPart, opening: str, anger: float) -> None:
    opened = carried_over(second(), first).customer
    assert (opened.opening, opened.temper.anger) == (opening, anger)


def test_without_an_opening_that_holds_it_stays_as_it_is() -> None:
    scenario = second(SECOND.replace("when: {}", "when: {ending: supervisor}"))
    assert carried_over(scenario, replace(WENT, outcome="dried")) == scenario
    plain = load_text(GOOD, "<text>", known_voices=("plain",))
    assert carried_over(plain, WENT) == plain


def test_the_mood_stays_a_mood_and_starts_somewhere() -> None:
    hot = second(SECOND.replace("temper: {anger: 55}", "temper: {anger: 95, trust: 5}"))
    temper = carried_over(hot, replace(WENT, broken=True)).customer.temper
    assert (temper.anger, temper.trust) == (100, 0)
    open_ = second(SECOND.replace("temper: {anger: 55}", "about: x").replace("  about: 58, retired music teacher\n", ""))
    temper = carried_over(open_, replace(WENT, broken=True)).customer.temper
    assert (temper.anger, temper.trust) == (95, 5)


@pytest.mark.parametrize(
    ("when", "met"),
    [
        ({}, True),
        ({"promised": "swap"}, True),
        ({"promised": "goodwill"}, False),
        ({"not_promised": "goodwill"}, True),
        ({"not_promised": "swap"}, False),
        ({"outcome": "new-sofa"}, True),
        ({"outcome": "dried"}, False),
        ({"broken": False}, True),
        ({"broken": True}, False),
        ({"ending": "accepted"}, True),
        ({"ending": "left"}, False),
        ({"anger_over": 29, "anger_under": 31, "trust_over": 59, "trust_under": 61}, True),
        ({"anger_over": 30}, False),
        ({"anger_under": 30}, False),
        ({"trust_over": 60}, False),
        ({"trust_under": 60}, False),
        ({"promised": "swap", "ending": "left"}, False),
    ],
)
def test_every_condition_given_must_hold(when: dict[str, object], met: bool) -> None:
    assert holds(WhenBefore.model_validate(when), WENT) is met


def test_the_opening_is_found_again_by_its_number(tmp_path: Path) -> None:
    file = tmp_path / "wet-sofa.yaml"
    file.write_text(SECOND)
    plain = library.find(file)
    opened = carried_over(plain, replace(WENT, broken=True))
    edition = edition_of(opened)
    assert edition
    assert (edition.row, edition.opening) == (None, 2)
    assert library.find(file, edition=edition) == opened
    assert scenario_from_json(opened.model_dump_json()) == opened
    assert len({content_hash(scenario) for scenario in (plain, opened, carried_over(plain, WENT))}) == 3
    assert library.find(file, edition=edition.model_copy(update={"opening": 9})) == plain


def test_a_row_and_an_opening_go_together(tmp_path: Path) -> None:
    file = tmp_path / "wet-sofa.yaml"
    file.write_text(SECOND.replace("Thursday came", "<Day> came") + "variants:\n  - {day: Thursday}\n  - {day: friday}\n")
    opened = carried_over(library.find(file, (), 0), replace(WENT, broken=True))
    assert opened.customer.opening == "Friday came and the sofa did not."
    assert library.find(file, edition=edition_of(opened)) == opened


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("of: dry-sofa", "of: Dry Sofa", "CH030 42:7"),
        ("of: dry-sofa", "of: wet-sofa", "CH033 42:7"),
        ("of: dry-sofa", "of: damp-sofa", "CH077 42:7"),
        ("promised: swap", "promised: swop", "CH041 44:24"),
        ("promised: swap", "not_promised: swop", "CH041 44:28"),
        ("outcome: new-sofa", "outcome: old-sofa", "CH040 44:39"),
        ("broken: true", "ending: happy", "CH029 47:22"),
        ("broken: true", "broken: perhaps", "CH028 47:22"),
        ("broken: true", "anger_over: 60, anger_under: 40", "CH058 47:26"),
        ("broken: true", "told: no-ring", "CH020 47:14"),
        ("anger: 30", "anger: 31", "CH027 49:14"),
        ("{broken: true}", "{}", "CH078 51:7"),
        ("says: It is me again.", "says: Thursday came and the sofa did not.", "CH060 52:13"),
        ("      says: It is me again.\n", "", "CH021 51:7"),
    ],
)
def test_a_fault_is_told_in_its_place(tmp_path: Path, old: str, new: str, place: str) -> None:
    (tmp_path / "dry-sofa.yaml").write_text(GOOD.replace("wet-sofa", "dry-sofa"))
    assert SECOND.count(old) == 1
    (tmp_path / "wet-sofa.yaml").write_text(SECOND.replace(old, new))
    assert [f"{problem.code} {problem.line}:{problem.column}" for problem in check_file(tmp_path / "wet-sofa.yaml")] == [place]


def test_the_actions_of_the_first_part_s_incident_and_those_of_every_desk_count(tmp_path: Path) -> None:
    (tmp_path / "rain.incident.yaml").write_text("incident: rain\ndesk:\n  actions:\n    tent: {kind: note}\n")
    (tmp_path / "dry-sofa.yaml").write_text(GOOD.replace("scenario: wet-sofa", "scenario: dry-sofa\nincident: rain"))
    file = tmp_path / "wet-sofa.yaml"
    file.write_text(SECOND.replace("promised: swap", "promised: tent").replace("broken: true", "promised: supervisor"))
    assert check_file(file) == []
    (tmp_path / "dry-sofa.yaml").write_text("scenario: [")
    assert check_file(file) == []


def test_text_without_a_folder_is_checked_as_far_as_it_can_be() -> None:
    assert [problem.code for problem in check_text(SECOND, "<text>", known_voices=("plain",))] == ["CH077"]


def test_the_list_knows_the_first_part_and_a_changed_one_is_looked_at_again(tmp_path: Path) -> None:
    (tmp_path / "wet-sofa.yaml").write_text(SECOND)
    (tmp_path / "dry-sofa.yaml").write_text(GOOD.replace("wet-sofa", "dry-sofa"))
    assert {entry.id: entry.first_part for entry in library.catalogue([tmp_path]) if entry.pack == "own"} == {"wet-sofa": "dry-sofa", "dry-sofa": None}
    (tmp_path / "dry-sofa.yaml").write_text(GOOD.replace("wet-sofa", "dry-sofa").replace("swap:", "change:"))
    assert "CH041" in {problem.code for problem in library.faults([tmp_path])}


def test_what_came_of_a_promise_must_name_an_action_of_the_first_part(tmp_path: Path) -> None:
    (tmp_path / "dry-sofa.yaml").write_text(GOOD)
    file = tmp_path / "second.yaml"
    file.write_text(SECOND.replace("scenario: dry-sofa", "scenario: second") + "  came_of: {swop: It never came., swap: It came green.}\n")
    (problem,) = [p for p in check_file(file) if "swop" in p.message]
    assert problem.remedy == "Did you mean 'swap'?"


def test_a_call_back_that_says_nothing_of_promises_is_what_it_was() -> None:
    assert "came_of" not in second().model_dump_json()
