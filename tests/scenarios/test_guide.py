"""The authors' guide is true: its example checks clean and plays, and its tables hold what the format has, all of it and nothing else."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
import yaml

from scenarios.check import check_file, check_incident_text, check_strings_file, check_text
from scenarios.incident import Incident
from scenarios.library import find
from scenarios.load import load_file, load_rows
from scenarios.model import Action, Beat, Concern, Customer, Desk, Fact, Misunderstanding, Outcome, Question, Scenario, When
from scenarios.moves import Ending, Move
from scenarios.quantities import parse_duration, parse_moment, parse_money
from scenarios.second_part import CallBack, SecondOpening, WhenBefore
from scenarios.shelf import voice_ids
from scenarios.transcript import CustomerMoved, Ended, Event
from trainer.authoring.golden import broken, expected_in, scores_of
from trainer.authoring.proof import prove
from trainer.headless import play
from trainer.replies import parse_replies

GUIDE = Path(__file__).parents[2] / "docs" / "authors.md"
HONEST = """
Your cello was left standing in a puddle, and after thirty-one years. Our apprentice left the workshop door open overnight. That was our fault and I am sorry.
Our luthier will dry and repair it free of charge, by Friday 12:00. Would you like that?
/free-repair
It is booked: he starts today, and you have it back on Friday at 12.
"""
LYING = """
The roof leaked, I am afraid.
I can give you 20 pounds.
What would you like me to do?
The roof leaked, as I said.
That is all I can tell you.
I can give you 20 pounds.
"""


@cache
def blocks() -> tuple[str, ...]:
    return tuple(re.findall(r"^```yaml\n(.*?)^```$", GUIDE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL))


def section(title: str) -> str:
    return GUIDE.read_text(encoding="utf-8").split(f"\n## {title}\n")[1].split("\n## ")[0]


def in_code(text: str) -> set[str]:
    return set(re.findall(r"`([^`\n]+)`", text))


@pytest.fixture
def cello(tmp_path: Path) -> Scenario:
    """The guide's example, copied into a file as a reader is told to."""
    path = tmp_path / "wet-cello.yaml"
    path.write_text(blocks()[0], encoding="utf-8")
    return find(str(path))


def events(scenario: Scenario, replies: str, seed: int) -> tuple[Event, ...]:
    return play(scenario, parse_replies(replies), seed=seed).transcript.events


def test_the_example_is_short_and_has_no_fault() -> None:
    assert blocks()[0].count("\n") <= 45
    assert check_text(blocks()[0], "wet-cello.yaml") == []


@pytest.mark.parametrize("seed", [0, 1, 2])
def test_the_example_can_be_settled_honestly(cello: Scenario, seed: int) -> None:
    *_, ended = [event for event in events(cello, HONEST, seed) if isinstance(event, Ended)]
    assert (ended.ending, ended.outcome) == (Ending.ACCEPTED, "mended")


@pytest.mark.parametrize("seed", [0, 1, 2])
def test_in_the_example_a_lie_comes_out_and_a_poor_offer_is_turned_down(cello: Scenario, seed: int) -> None:
    played = events(cello, LYING, seed)
    moves = [event.move for event in played if isinstance(event, CustomerMoved)]
    assert Move.CALL_OUT_LIE in moves
    assert Move.REFUSE in moves
    assert Move.ACCEPT not in moves


def test_the_example_of_own_lines_fits_into_a_scenario() -> None:
    more = yaml.safe_load(block_with("customer:"))["customer"]
    whole = yaml.safe_load(blocks()[0])
    whole["customer"] |= more
    assert check_text(yaml.safe_dump(whole, allow_unicode=True, width=1000), "wet-cello.yaml") == []


def test_the_example_of_variants_fits_into_a_scenario() -> None:
    text = blocks()[0].replace("thirty-one years", "<years> years").replace("80 GBP", "<gift>").replace("her cello safe", "<owner>'s cello safe")
    rows = load_rows(text + block_with("variants:"), "wet-cello.yaml")
    assert [(row.customer.wants.split("'")[0], str(row.desk.actions["goodwill"].up_to)) for row in rows] == [
        ("my sister", "80 GBP"),
        ("my teacher", "1100 GBP"),
    ]


def test_the_example_of_an_incident_fits_a_scenario(tmp_path: Path) -> None:
    incident = block_with("incident:")
    assert check_incident_text(incident, "burst-main.incident.yaml") == []
    (tmp_path / "burst-main.incident.yaml").write_text(incident)
    own = blocks()[0].replace("trade: instrument repair\ntoday: Tuesday 9 June 2026, 15:40\n", "incident: burst-main\n")
    (tmp_path / "wet-cello.yaml").write_text(own)
    scenario = load_file(tmp_path / "wet-cello.yaml")
    assert [fact.id for fact in scenario.facts] == ["burst", "our-door"]
    assert scenario.desk.record.splitlines()[0].startswith("Workshop closed")


def test_the_example_of_a_call_back_fits_the_example(tmp_path: Path) -> None:
    (tmp_path / "wet-cello.yaml").write_text(blocks()[0])
    (tmp_path / "dry-cello.yaml").write_text(blocks()[0].replace("wet-cello", "dry-cello") + block_with("call_back:"))
    assert check_file(tmp_path / "dry-cello.yaml") == []
    told = section("Call-backs: a second part")
    assert set(WhenBefore.model_fields) <= set(re.findall(r"[a-z_]+", " ".join(in_code(told))))
    assert {ending.value for ending in Ending} <= set(re.findall(r"[a-z_]+", " ".join(in_code(told))))


def test_the_example_of_a_translation_is_one_of_the_example(tmp_path: Path) -> None:
    (tmp_path / "wet-cello.yaml").write_text(blocks()[0])
    (tmp_path / "wet-cello.fr.yaml").write_text(block_with("- at:"), encoding="utf-8")
    assert check_strings_file(tmp_path / "wet-cello.fr.yaml", tmp_path / "wet-cello.yaml", "fr") == []
    assert find(tmp_path / "wet-cello.yaml", language="fr").customer.wants.startswith("son violoncelle")


def block_with(start: str) -> str:
    (block,) = [block for block in blocks() if block.startswith(start)]
    return block


def test_the_conditions_are_those_there_are() -> None:
    rows = re.findall(r"^\| (`.*?) \|", section("When a beat comes"), re.MULTILINE)
    assert {name.split(":")[0] for row in rows for name in in_code(row)} == set(When.model_fields)


def test_the_moves_are_those_there_are() -> None:
    rows = [row.split("|")[2] for row in section("Moves").splitlines() if row.startswith("| ")]
    assert {name for row in rows for name in in_code(row)} == {move.value for move in Move}


def test_the_voices_are_those_there_are() -> None:
    named = re.search(r"ready voices \((.*?)\)", section("The parts"), re.DOTALL)
    assert named
    assert in_code(named[1]) == set(voice_ids())


def test_the_quantities_are_read_as_the_guide_says() -> None:
    rows = {row.split("|")[1].strip(): in_code(row.split("|")[2]) for row in section("Quantities").splitlines() if row.startswith("| ")}
    money, length, today, arrives = (
        next(cell for name, cell in rows.items() if name.startswith(word)) for word in ("money", "a length", "when the", "when it")
    )
    assert all((money, length, arrives))
    assert all(parse_money(text).value for text in money)
    assert all(parse_duration(text) for text in length)
    now = parse_moment(next(text for text in today if text.startswith("Thursday")))[0]
    assert all(parse_moment(text, now)[1] > now for text in arrives)


@pytest.mark.parametrize(
    "model", [Scenario, Incident, CallBack, SecondOpening, Customer, Concern, Question, Fact, Misunderstanding, Desk, Action, Outcome, Beat]
)
def test_every_key_is_spoken_of(model: type[Scenario]) -> None:
    spoken = set(re.findall(r"[a-z_]+", " ".join(in_code(section("The parts"))))) | set(re.findall(r"[a-z_]+(?=:)", blocks()[0]))
    assert set(model.model_fields) <= spoken


def test_the_message_shown_is_the_one_the_check_gives() -> None:
    shown = section("What the check says").split("```")[1].strip()
    text = blocks()[0].replace("Tuesday 9 June", "Monday 9 June")
    assert [str(problem) for problem in check_text(text, "wet-cello.yaml")] == [shown]


def test_the_golden_replies_of_the_example_hold_the_order_it_expects(tmp_path: Path) -> None:
    (tmp_path / "wet-cello.yaml").write_text(blocks()[0], encoding="utf-8")
    told = section("Golden replies")
    folder = tmp_path / "wet-cello.golden"
    folder.mkdir()
    (model,) = re.findall(r"```text\n(.*?)```", told, re.DOTALL)
    (expected,) = re.findall(r"```yaml\n(.*?)```", told, re.DOTALL)
    deaf = re.findall(r"`([^`\n]+)`", told.split("hears nothing:")[1].split("turn a line")[0])
    (folder / "model.txt").write_text(model, encoding="utf-8")
    (folder / "quick-deaf.txt").write_text("\n".join(deaf), encoding="utf-8")
    (folder / "expected.yaml").write_text(expected, encoding="utf-8")
    assert len(deaf) == 5
    order = expected_in(folder)
    assert (order.listening, order.mood) == ((("model",), ("quick-deaf",)),) * 2
    assert list(broken(order, scores_of(find(str(tmp_path / "wet-cello.yaml")), folder))) == []
    assert {ending.value for ending in Ending} <= in_code(told)
    lacking = {problem.code.value: str(problem) for problem in prove(tmp_path / "wet-cello.yaml", golden=True)}
    assert "wet-cello.golden" in lacking["CH108"]
    assert "<id>" not in lacking["CH108"]
