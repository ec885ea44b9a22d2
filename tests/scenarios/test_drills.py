"""Drill files: those shipped are whole, and a broken one tells everything at once, each fault at its line."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from scenarios.drills import drill_files, drills_at_hand, faults
from scenarios.drills.check import check_drill_file, examine_drills
from scenarios.exchange import Speaker
from scenarios.problems import Code
from scenarios.skills import SKILLS

ONE = """\
skill: own-it
drills:
  - id: our-01
    trade: kite shop
    level: 1
    customer: Pia Lund, 40, in a field with a spool and no kite
    before: ["rep: Good morning, Kit here.", "customer: Is it."]
    says: "You sold me a spool. Only a spool."
    card: ["We packed the spool without the kite.", "May send the kite today."]
    good: "We packed the spool and left the kite on the bench."
    thin: "I am sorry to hear that."
    poor: "Did you look in the bag?"
    lesson: "It says who left the kite out."
"""


def codes(text: str) -> list[tuple[Code, int]]:
    return [(problem.code, problem.line) for problem in examine_drills(text, "own-it.yaml")[1]]


def test_every_skill_has_a_dozen_drills_without_a_fault() -> None:
    for file in drill_files():
        found, problems = examine_drills(file.read_text(encoding="utf-8"), file.name)
        assert problems == []
        assert found is not None
        assert file.name == f"{found.skill}.yaml"
    counted = Counter(one.skill for one in drills_at_hand().values())
    assert counted == {skill.id: 12 for skill in SKILLS}


def test_levels_are_mixed_and_lines_are_nobody_elses() -> None:
    drills = [one.drill for one in drills_at_hand().values()]
    assert {drill.level for drill in drills} == {1, 2, 3}
    for key in ("says", "good", "thin", "poor", "lesson"):
        assert len({getattr(drill, key) for drill in drills}) == len(drills)


BROAD = re.compile(r"\b(?:weans?|bairns?|nae|didnae|dinnae|gie|wi|owt|nowt|summat|thy|windae|masel|skitter)\b|\bt'[a-z]{3}|\bafter eating\b", re.IGNORECASE)


def test_broad_lines_are_not_the_first_and_their_words_stand_on_the_card() -> None:
    glossed = [one.drill for one in drills_at_hand().values() if any(line.startswith("In plain English: ") for line in one.drill.card)]
    assert all(drill.level > 1 for drill in glossed)
    for one in drills_at_hand().values():
        if len(BROAD.findall(one.drill.says)) > 1 or re.search(r"\b(?:weans?|bairns?|after eating)\b", one.drill.says):
            assert one.drill in glossed, one.id


def test_a_sound_file_is_read_whole() -> None:
    found, problems = examine_drills(ONE, "own-it.yaml")
    assert problems == []
    assert found is not None
    assert found.drills[0].name == "Pia Lund"
    assert found.drills[0].earlier == ((Speaker.REP, "Good morning, Kit here."), (Speaker.CUSTOMER, "Is it."))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("skill: own-it", "skill: own-itt", (Code.NOT_A_CHOICE, 1)),
        ("level: 1", "level: 4", (Code.OUT_OF_RANGE, 5)),
        ("trade: kite shop", "trad: kite shop", (Code.UNKNOWN_KEY, 4)),
        ('"rep: Good morning, Kit here."', '"Good morning."', (Code.BAD_VALUE, 7)),
        ("I am sorry to hear that.", "We packed the spool and left the KITE on the bench.", (Code.BAD_VALUE, 11)),
        ('card: ["We packed the spool without the kite.", "May send the kite today."]', "card: []", (Code.LEFT_EMPTY, 9)),
        ("Only a spool.", "Only a \x1b[2Jspool.", (Code.CONTROL_CHARACTER, 8)),
    ],
)
def test_each_fault_is_told_at_its_line(old: str, new: str, expected: tuple[Code, int]) -> None:
    assert old in ONE
    assert codes(ONE.replace(old, new)) == [expected]


def test_all_faults_are_told_at_once_and_an_id_is_taken_once() -> None:
    twice = ONE + ONE.split("drills:\n")[1]
    assert codes(twice) == [(Code.DUPLICATE_ID, 14)]
    assert len(codes(twice.replace("level: 1", "level: x"))) == 2


def test_a_sites_own_drills_stand_beside_the_shipped_ones_and_a_broken_file_hides_none(tmp_path: Path) -> None:
    (tmp_path / "ours.yaml").write_text(ONE, encoding="utf-8")
    (tmp_path / "broken.yaml").write_text("skill: own-it\n", encoding="utf-8")
    assert drills_at_hand((tmp_path, tmp_path / "nowhere"))["our-01"].skill == "own-it"
    assert [problem.code for problem in faults((tmp_path,))] == [Code.MISSING_KEY]
    assert "our-01" not in drills_at_hand()


def test_a_file_that_is_not_there_is_a_problem_and_no_traceback(tmp_path: Path) -> None:
    assert [problem.code for problem in check_drill_file(tmp_path / "none.yaml")] == [Code.UNREADABLE]
