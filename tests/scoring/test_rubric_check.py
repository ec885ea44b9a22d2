"""A site's own rubric: laid over the shipped one, and everything wrong with it told at its line."""

from __future__ import annotations

import pytest

from scenarios.problems import Code
from scoring.overlay import changes
from scoring.rubric import FILE, load_rubric
from scoring.rubric_check import read_rubric

BASE = load_rubric()
HEAD = f"based_on: {BASE.version}\nversion: our-shop-1\n"


def told(body: str, head: str = HEAD) -> list[tuple[int, Code]]:
    """Line and code of what is wrong; the head takes two lines."""
    return [(problem.line, problem.code) for problem in read_rubric(head + body, "our-shop.yaml")[1]]


def test_what_is_not_named_stays_as_shipped() -> None:
    rubric, problems = read_rubric(HEAD + "severities: {severe: 33}\ncriteria:\n  - id: honesty.evade\n    points: 7.5\n", "our-shop.yaml")
    assert problems == []
    assert rubric
    assert rubric.cost(rubric.criterion("honesty.evade")) == 7.5
    assert rubric.cost(rubric.criterion("honesty.broken")) == 33
    assert {change.at for change in changes(BASE, rubric)} == {
        ("severities", "severe"),
        ("criteria", "honesty.evade", "severity"),
        ("criteria", "honesty.evade", "points"),
    }
    assert (rubric.version, rubric.based_on) == ("our-shop-1", BASE.version)


def test_a_copy_of_the_shipped_file_is_a_rubric_too() -> None:
    text = (
        FILE.read_text(encoding="utf-8")
        .replace(f"version: {BASE.version}", HEAD)
        .replace("apologies: 2", "apologies: 3")
        .replace("Twice in a call", "Three times")
    )
    rubric, problems = read_rubric(text, "copy.yaml")
    assert [problem.code for problem in problems] == []
    assert rubric
    assert [change.at for change in changes(BASE, rubric)] == [("apologies",), ("criteria", "calmness.flustered", "shown")]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("criteria:\n  - id: calmness.argu\n    severity: minor\n", [(4, Code.UNKNOWN_CRITERION)]),
        ("criteria:\n  - calmness.argue\n", [(4, Code.WANTS_KEYS)]),
        ("criteria:\n  - id: calmness.argue\n    severity: minor\n  - id: calmness.argue\n    severity: severe\n", [(6, Code.DUPLICATE_ID)]),
        ("criteria:\n  - id: calmness.argue\n    severity: minor\n    points: 3\n", [(6, Code.FIXED_PART)]),
        ("criteria:\n  - id: calmness.argue\n    share: 0.5\n", [(5, Code.FIXED_PART)]),
        ("criteria:\n  - id: listening.heard\n    pool: questions\n", [(5, Code.FIXED_PART)]),
        ("criteria:\n  - id: resolution.pace\n    factor: 0.1\n", [(5, Code.FIXED_PART)]),
        ("criteria:\n  - id: calmness.argue\n    points: 300\n", [(5, Code.OUT_OF_RANGE)]),
        ("criteria:\n  - id: calmness.argue\n    points:\n", [(5, Code.LEFT_EMPTY)]),
        ('criteria:\n  - id: listening.heard\n    missed: ""\n', [(5, Code.LEFT_EMPTY), (5, Code.SLOT_LEFT_OUT)][:1]),
        ("criteria:\n  - id: calmness.argue\n    says: This argued about {what}.\n", [(5, Code.UNKNOWN_SLOT)]),
        ("pools: {praise: 10}\n", [(3, Code.UNUSED_POOL)]),
        ("windows: 3\n", [(3, Code.UNKNOWN_KEY)]),
        ("severities: {minor: 30}\n", [(3, Code.OUT_OF_ORDER)]),
        ("pace: {free: 3}\n", [(3, Code.OUT_OF_ORDER), (3, Code.WORDS_AND_NUMBERS)]),
        ("over_giving: inf\n", [(3, Code.BAD_VALUE)]),
        ("repeats: [0.5, 1]\n", [(3, Code.OUT_OF_ORDER)]),
        ("window: 3\n", [(3, Code.WORDS_AND_NUMBERS)]),
        ("criteria:\n  - id: honesty.false-cap\n    cap: 35\n", [(5, Code.WORDS_AND_NUMBERS)]),
        ("criteria:\n  - id: listening.parroted\n    shown: It pays 20%.\n", []),
        ("criteria:\n  - id: listening.parroted\n    shown: It pays 40%.\n", [(5, Code.WORDS_AND_NUMBERS)]),
        ("dimensions:\n  listening: {base: 41}\n", [(4, Code.NOT_A_HUNDRED)]),
        ("criteria:\n  - id: listening.harmed\n    points: 99\n", [(5, Code.FIXED_PART)]),
        ("by_acts:\n  honesty:\n    earns: {COURTESY: 3}\n", [(5, Code.MISSING_KEY)]),
        ("by_acts:\n  honesty:\n    earns: {COURTESY: 3}\nacts: {COURTESY: This was kind.}\n", []),
        ("by_acts:\n  honesty:\n    earns: {KINDNESS: 3}\n", [(5, Code.NOT_A_CHOICE)]),
        ("refund: 0.5\n", [(2, Code.CHANGES_NOTHING)]),
    ],
)
def test_each_fault_is_told_once_at_its_line(body: str, expected: list[tuple[int, Code]]) -> None:
    assert told(body) == expected


def test_names_and_versions() -> None:
    changed = "severities: {severe: 33}\n"
    assert told(changed, "version: our-shop-1\n") == [(1, Code.MISSING_KEY)]
    assert told(changed, f"based_on: {BASE.version}\n") == [(1, Code.MISSING_KEY)]
    assert told(changed, "based_on: coolhead-0\nversion: our-shop-1\n") == [(1, Code.OTHER_BASE)]
    assert told(changed, f"based_on: {BASE.version}\nversion: {BASE.version}\n") == [(2, Code.SAME_VERSION)]


def test_everything_is_told_at_once() -> None:
    body = "windows: 3\nrefund: 2\ncriteria:\n  - id: calmness.argu\n  - id: calmness.blame\n    cap: 3\n"
    assert told(body) == [(3, Code.UNKNOWN_KEY), (4, Code.OUT_OF_RANGE), (6, Code.UNKNOWN_CRITERION), (8, Code.FIXED_PART)]


@pytest.mark.parametrize(
    "text", ["", "words", "[1, 2]", "a: [", "\0", "criteria: 3", "criteria: {a: b}", "version: {}\nbased_on: []", "&a", "severities: []", "9" * 2_000_000]
)
def test_what_is_no_rubric_at_all_has_faults_and_no_traceback(text: str) -> None:
    rubric, problems = read_rubric(text, "x.yaml")
    assert rubric is None
    assert problems
