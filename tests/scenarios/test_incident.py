"""What several scenarios share is merged into each, and every fault is told in the file that holds it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from scenarios import library
from scenarios.check import check_file, check_incident_text, check_text
from scenarios.load import content_hash, load_file
from scenarios.model import Scenario
from tests.scenarios.samples import GOOD, changed

INCIDENT = """\
incident: rain-day
business: Brandt and Daughters
trade: furniture
today: Monday 8 June 2026, 10:15
facts:
  - id: storm
    true: the storm came an hour early
    false_if: there was no storm
desk:
  record: Storm, 09:10, two vans out
  policy: Wet goods are swapped.
  cannot: ["It will never rain on us again."]
  known: {order: "4410"}
  supervisor: 5m
  actions:
    goodwill: {up_to: 20 GBP, offer_if: I can give you 20 pounds}
    dry: {takes: 2m, gives: dried}
"""
OWN = (
    GOOD.replace("trade: furniture\ntoday: Monday 8 June 2026, 10:15\n", "incident: rain-day\n")
    .replace("desk:\n", "desk:\n  record: Sofa 311, delivered 09:40\n  policy: [Collect first., Ask nobody.]\n")
    .replace("goodwill: {up_to: 40 GBP}", "goodwill: {up_to: 40 GBP, offer_if: Would 40 pounds help}")
)


def write(folder: Path, incident: str = INCIDENT, own: str = OWN) -> Path:
    (folder / "rain-day.incident.yaml").write_text(incident)
    (folder / "wet-sofa.yaml").write_text(own)
    return folder / "wet-sofa.yaml"


def places(file: Path) -> list[str]:
    return [f"{Path(problem.file).name} {problem.code} {problem.line}:{problem.column}" for problem in check_file(file)]


@pytest.fixture
def merged(tmp_path: Path) -> Scenario:
    return load_file(write(tmp_path))


def test_what_is_shared_comes_with_the_scenario(merged: Scenario) -> None:
    assert (merged.trade, merged.business, merged.now.day, merged.incident) == ("furniture", "Brandt and Daughters", 8, "rain-day")
    assert merged.desk.known == {"order": "4410"}
    assert merged.desk.supervisor == 300


def test_lists_are_joined_groups_merged_and_the_scenario_s_own_word_wins(merged: Scenario) -> None:
    assert [fact.id for fact in merged.facts] == ["storm", "no-ring"]
    assert merged.desk.policy == ("Wet goods are swapped.", "Collect first.", "Ask nobody.")
    assert merged.desk.record == "Storm, 09:10, two vans out\nSofa 311, delivered 09:40"
    assert set(merged.desk.actions) == {"goodwill", "dry", "swap"}
    goodwill = merged.desk.actions["goodwill"]
    assert (str(goodwill.up_to), goodwill.offer_if) == ("40 GBP", ("I can give you 20 pounds", "Would 40 pounds help"))


def test_a_scenario_may_say_everything_itself(tmp_path: Path) -> None:
    own = changed("trade: furniture", "incident: rain-day\ntrade: sofas\nbusiness: Ours")
    scenario = load_file(write(tmp_path, own=own))
    assert (scenario.trade, scenario.business) == ("sofas", "Ours")


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("trade: furniture", "customer: {name: x}\ntrade: furniture", "rain-day.incident.yaml CH020 3:1"),
        ("  known:", "  knwon:", "rain-day.incident.yaml CH020 13:3"),
        ("20 GBP", "20 pounds", "rain-day.incident.yaml CH032 16:23"),
        ("Monday", "Tuesday", "rain-day.incident.yaml CH054 4:8"),
        ("gives: dried", "gives: drowned", "rain-day.incident.yaml CH040 17:29"),
        ("Storm, 09:10", '"Storm, 09:10', "rain-day.incident.yaml CH019 12:13"),
        ("id: storm", "id: no-ring", "wet-sofa.yaml CH047 20:9"),
        ("there was no storm", "the driver did not ring the bell", "rain-day.incident.yaml CH061 8:15"),
        ("incident: rain-day", "incident: storm-day", "rain-day.incident.yaml CH064 1:11"),
        ("Wet goods are swapped.", "“Wet goods are swapped.”", "rain-day.incident.yaml CH070 11:11"),
    ],
)
def test_a_fault_of_the_incident_is_told_there_and_once(tmp_path: Path, old: str, new: str, place: str) -> None:
    assert INCIDENT.count(old) == 1
    assert places(write(tmp_path, INCIDENT.replace(old, new))) == [place]


def test_a_fault_of_the_scenario_keeps_its_own_line(tmp_path: Path) -> None:
    file = write(tmp_path, own=OWN.replace("the driver did not ring the bell", '""').replace("goodwill: {up_to: 40 GBP", "goodwill: {up_to: 40"))
    assert places(file) == ["wet-sofa.yaml CH022 21:11", "wet-sofa.yaml CH032 35:23"]


def test_the_other_place_is_named_with_its_file(tmp_path: Path) -> None:
    (problem,) = check_file(write(tmp_path, INCIDENT.replace("id: storm", "id: no-ring")))
    assert "the first is on line 6 of rain-day.incident.yaml" in problem.message


@pytest.mark.parametrize("name", ["Rain Day", "../rain-day", "/etc/passwd", "rain-day.incident.yaml"])
def test_an_incident_is_named_by_its_id_alone(tmp_path: Path, name: str) -> None:
    found = places(write(tmp_path, own=OWN.replace("incident: rain-day", f"incident: {name}")))
    assert "wet-sofa.yaml CH030 3:11" in found
    assert not any("CH076" in place for place in found)


def test_an_incident_that_is_not_there_is_the_one_thing_told(tmp_path: Path) -> None:
    file = write(tmp_path)
    (tmp_path / "rain-day.incident.yaml").unlink()
    assert places(file) == ["wet-sofa.yaml CH076 3:11"]
    assert [problem.code for problem in check_text(OWN, "<text>")] == ["CH076"]
    (tmp_path / "rain-day.incident.yaml").mkdir()
    assert places(file) == ["wet-sofa.yaml CH076 3:11"]


def test_the_rows_of_a_scenario_fill_the_blanks_of_its_incident(tmp_path: Path) -> None:
    incident = INCIDENT.replace("5m", "<wait>").replace("two vans", "<vans> vans")
    own = OWN + "variants:\n  - {wait: 5m, vans: two}\n  - {wait: soon, vans: three}\n"
    assert check_incident_text(incident, "rain-day.incident.yaml") == []
    (problem,) = check_file(write(tmp_path, incident, own))
    assert (problem.code, problem.line, problem.column) == ("CH032", 44, 12)
    assert "Filled in on line 14 of rain-day.incident.yaml" in problem.message
    scenario = library.find(write(tmp_path, incident, own.replace("soon", "7m")), (), 0)
    assert scenario.desk.record.startswith("Storm, 09:10, three vans out")


def test_an_incident_is_no_scenario_and_the_list_knows_who_belongs_to_it(tmp_path: Path) -> None:
    write(tmp_path)
    own = [entry for entry in library.catalogue([tmp_path]) if entry.pack == "own"]
    assert [(entry.id, entry.incident, entry.as_dict()["incident"]) for entry in own] == [("wet-sofa", "rain-day", "rain-day")]
    assert not [problem for problem in library.faults([tmp_path]) if "incident" in problem.file]


def test_an_edited_incident_is_read_anew(tmp_path: Path) -> None:
    write(tmp_path)
    before = library.find("wet-sofa", [tmp_path])
    (tmp_path / "rain-day.incident.yaml").write_text(INCIDENT.replace("two vans", "seven vans"))
    after = library.find("wet-sofa", [tmp_path])
    assert "seven vans" in after.desk.record
    assert content_hash(before) != content_hash(after)


def test_a_fault_in_an_incident_keeps_its_scenarios_from_loading(tmp_path: Path) -> None:
    write(tmp_path, INCIDENT.replace("20 GBP", "plenty"))
    assert "wet-sofa" not in {entry.id for entry in library.catalogue([tmp_path])}
    assert len([problem for problem in library.faults([tmp_path]) if problem.file.endswith("rain-day.incident.yaml")]) == 1


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_an_incident_that_may_not_be_read_is_told(tmp_path: Path) -> None:
    file = write(tmp_path)
    (tmp_path / "rain-day.incident.yaml").chmod(0)
    assert places(file) == ["rain-day.incident.yaml CH001 1:1"]
