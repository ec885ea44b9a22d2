"""One file, several cases: each row is a whole scenario, drawn by the seed and found again by its number."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path

import pytest

from scenarios import library
from scenarios.check import check_text
from scenarios.edition import Edition, edition_of, scenario_from_json
from scenarios.load import LATER, content_hash, load_rows, load_text
from scenarios.variants import filled, row_drawn, row_of
from tests.scenarios.samples import GOOD

VARIED = (
    GOOD.replace("Delivered in the rain", "<Lens> in the rain")
    .replace("Monday 8 June", "Monday <day> June")
    .replace("40 GBP", "<worth>")
    .replace("Thursday 12:00", "<when>")
    .replace("58, retired", "<age>, retired")
    + """\
variants:
  - {lens: a lens, worth: 40 GBP, day: 8, when: Thursday 12:00, age: 58}
  - {lens: a drone, worth: 60 GBP, day: 15, when: tomorrow, age: 61}
  - {lens: a scope, worth: "1,060 GBP", day: 22, when: 2 hours, age: 64}
"""
)
VOICES = ("plain",)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "wet-sofa.yaml"
    path.write_text(VARIED)
    return path


def test_every_row_is_a_whole_scenario() -> None:
    rows = load_rows(VARIED, "wet-sofa.yaml", known_voices=VOICES)
    assert [row.title for row in rows] == ["A lens in the rain", "A drone in the rain", "A scope in the rain"]
    assert [str(row.desk.actions["goodwill"].up_to) for row in rows] == ["40 GBP", "60 GBP", "1060 GBP"]
    assert [row.now.day for row in rows] == [8, 15, 22]
    assert row_of(rows[1])["lens"] == "a drone"
    assert load_text(VARIED, "wet-sofa.yaml", known_voices=VOICES) == rows[0]


def test_lists_show_the_first_row_and_a_seed_draws_one(file: Path) -> None:
    assert library.find(file).title == "A lens in the rain"
    drawn = {library.find(file, (), seed).title for seed in range(30)}
    assert len(drawn) == 3
    (entry,) = [entry for entry in library.catalogue([file.parent]) if entry.id == "wet-sofa"]
    assert entry.title == "A lens in the rain"


def test_a_seed_draws_the_same_row_on_every_machine() -> None:
    assert [row_drawn(seed, 3) for seed in range(12)] == [1, 2, 0, 2, 1, 2, 0, 1, 2, 1, 1, 1]


def test_a_row_is_found_again_by_its_number(file: Path) -> None:
    for seed in range(5):
        scenario = library.find(file, (), seed)
        assert library.find(file, edition=edition_of(scenario)) == scenario
    assert library.find(file, edition=Edition(row=9)).title == "A lens in the rain"


def test_an_edition_outlives_storing() -> None:
    row = load_rows(VARIED, "wet-sofa.yaml", known_voices=VOICES)[2]
    again = scenario_from_json(row.model_dump_json())
    assert again == row
    assert content_hash(again) == content_hash(row)
    plain = load_text(GOOD, "wet-sofa.yaml", known_voices=VOICES)
    assert scenario_from_json(plain.model_dump_json()) == plain


def test_the_content_hash_sees_the_whole_file_and_the_row() -> None:
    rows = load_rows(VARIED, "wet-sofa.yaml", known_voices=VOICES)
    other = load_rows(VARIED.replace("a scope", "a mirror"), "wet-sofa.yaml", known_voices=VOICES)
    assert len({content_hash(row) for row in (*rows, *other)}) == 6


def test_keys_the_format_did_not_always_have_leave_the_hash_as_it_was_where_they_are_left_out() -> None:
    scenario = load_text(GOOD, "wet-sofa.yaml", known_voices=VOICES)
    before = {key: value for key, value in scenario.model_dump(mode="json").items() if key not in LATER}
    canonical = json.dumps(before, sort_keys=True, separators=(",", ":"))
    assert content_hash(scenario) == sha256(canonical.encode()).hexdigest()[:16]


def test_what_is_no_blank_of_this_row_stays() -> None:
    assert filled("<lens> and <Lens>, <other>, 3 < 4 > 2, <3>", {"lens": "a lens"}) == "a lens and A lens, <other>, 3 < 4 > 2, <3>"


def test_of_a_row_that_does_not_do_the_text_is_named_too() -> None:
    (problem,) = check_text(VARIED.replace("worth: 60 GBP", "worth: plenty"), "wet-sofa.yaml", known_voices=VOICES)
    assert problem.message.startswith("Filled in on line 34, this row does not do: 'up_to'")


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    "text",
    [
        "variants:\n" + "  - {a: x}\n" * 9000,
        "briefing: '" + "<a>" * 300_000 + "'\nvariants:\n" + "".join(f"  - {{a: {n}{'x' * 190}}}\n" for n in range(40)),
        "customer:\n" + "".join(f"  k{n}: <a>\n" for n in range(9000)) + "variants:\n" + "".join(f"  - {{a: x{n}}}\n" for n in range(40)),
    ],
)
def test_no_rows_make_checking_slow(text: str) -> None:
    assert check_text(text, "<text>")
