"""The principles are the mission: none may be lost, and every rule they name must exist."""

from __future__ import annotations

from collections import Counter

from scenarios.principles import PRINCIPLES
from scoring.rubric import load_rubric


def test_there_are_59_in_five_texts() -> None:
    assert Counter(id_.split(".")[0] for id_ in PRINCIPLES) == {"000": 9, "001": 12, "002": 13, "003": 12, "004": 13}


def test_each_says_what_play_does_about_it() -> None:
    assert all(p.words and p.mechanism for p in PRINCIPLES.values())


def test_each_rule_named_is_a_criterion_of_the_rubric() -> None:
    criteria = {criterion.id for criterion in load_rubric().criteria}
    named = {rule for p in PRINCIPLES.values() for rule in p.rules}
    assert named <= criteria, sorted(named - criteria)


def test_each_principle_is_judged_by_a_call_or_over_many() -> None:
    assert [id_ for id_, p in PRINCIPLES.items() if not (p.rules or p.measures)] == []
    assert {PRINCIPLES["000.9"].measures, PRINCIPLES["001.12"].measures} == {("progress.unseen",), ("progress.own-view",)}
