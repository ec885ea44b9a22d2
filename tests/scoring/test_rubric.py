"""The rubric file: whole, strict, and in step with the scorers."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pydantic import ValidationError

import scoring
from scoring.rubric import FILE, Kind, describe, load_rubric, parse_rubric

RULE = re.compile(r'"((?:calmness|listening|honesty|resolution)\.[a-z-]+)"')


def test_every_rule_the_scorers_name_stands_in_the_rubric_and_every_criterion_is_used() -> None:
    package = Path(scoring.__file__).parent
    named = {rule for file in package.glob("*.py") for rule in RULE.findall(file.read_text(encoding="utf-8"))}
    assert named == {criterion.id for criterion in load_rubric().criteria}


def test_the_full_pools_and_the_base_of_each_dimension_make_a_hundred() -> None:
    rubric = load_rubric()
    alternatives = {"nothing-hidden", "acts"}
    for dimension in ("honesty", "resolution"):  # what acts earn has no pool: it is less each time
        pools = {c.pool for c in rubric.of(dimension) if c.pool} - alternatives
        assert rubric.dimensions[dimension].base + sum(rubric.pools[p] for p in pools) == 100


def test_a_chance_that_can_be_missed_says_so() -> None:
    whole = {c.pool for c in load_rubric().criteria if c.kind is Kind.CREDIT and c.missed}
    assert whole == {"acts", "concerns", "questions", "checks", "wish", "openness", "outcome"}


def test_the_briefing_gets_one_plain_line_a_dimension() -> None:
    lines = describe()
    assert [line.split(":")[0] for line in lines] == ["Calmness", "Listening", "Honesty", "Resolution speed"]
    assert all(len(line) < 200 for line in lines)


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("severity: severe", "severity: grave", "severe"),
        ("cap: 40", "points: 40", "needs its own number"),
        ("pool: concerns", "pool: praise", "pools not given: praise"),
        ("id: calmness.limit", "id: calmness.composed", "named twice"),
        ("refund: 0.5", "refund: 1.5", "less than or equal to 1"),
        ("window: 2", "window: 2\nwindows: 3", "Extra inputs"),
        ("    cap: 60", "    cap: 60\n    pool: openness", "number of another kind"),
    ],
)
def test_a_rubric_that_could_not_score_is_refused_with_the_reason(old: str, new: str, complaint: str) -> None:
    text = FILE.read_text(encoding="utf-8")
    assert old in text
    with pytest.raises(ValidationError, match=complaint):
        parse_rubric(text.replace(old, new, 1))


def test_a_changed_number_changes_what_a_harm_costs() -> None:
    harsh = parse_rubric(FILE.read_text(encoding="utf-8").replace("moderate: 10", "moderate: 15"))
    assert harsh.cost(harsh.criterion("honesty.evade")) == 15


def test_an_unknown_criterion_is_named() -> None:
    with pytest.raises(LookupError, match=r"calmness\.sulk"):
        load_rubric().criterion("calmness.sulk")


def test_beside_evidence_a_harm_is_told_as_a_cost() -> None:
    rubric = load_rubric()
    assert rubric.criterion("calmness.argue").told == "What costs: Contradicting to win, or defending yourself against the complaint."
    assert rubric.criterion("honesty.false-cap").told.startswith("What costs: ")
    assert rubric.criterion("resolution.pace").told.startswith("What costs: ")
    assert rubric.criterion("listening.heard").told.startswith("What earns: ")
