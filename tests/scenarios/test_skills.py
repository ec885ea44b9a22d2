"""Skills name principles that exist."""

from __future__ import annotations

from scenarios.principles import PRINCIPLES
from scenarios.skills import BY_ID, SKILLS


def test_every_skill_practises_principles_there_are() -> None:
    known = set(PRINCIPLES)
    assert len(BY_ID) == len(SKILLS) >= 12
    assert {principle for skill in SKILLS for principle in skill.principles} <= known
