"""Hand-written sentences: every act's plain cases and the near misses that look like it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from scenarios.acts import GUIDE, Act
from scenarios.yaml_source import plain_values
from scoring.reading.protocol import Context
from scoring.reading.reader import RuleReader

CASES: list[dict[str, Any]] = plain_values((Path(__file__).parent / "cases.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["say"][:48])
def test_a_reply_is_read_by_what_it_does(case: dict[str, Any]) -> None:
    after = case.get("after", "")
    reading = RuleReader().read(case["say"], Context(customer=after, heard=(after,) if after else ()))
    found = {span.act.value for span in reading.acts}
    assert set(case.get("is", ())) <= found, f"read as {sorted(found)}"
    assert not set(case.get("not", ())) & found, f"read as {sorted(found)}"


@pytest.mark.parametrize("act", Act)
def test_the_near_miss_in_the_guide_is_not_taken_for_the_act(act: Act) -> None:
    assert not RuleReader().read(GUIDE[act].near_miss, Context()).has(act)


def test_there_are_positives_and_near_misses_for_every_act_that_words_alone_can_show() -> None:
    positives = Counter(a for c in CASES for a in c.get("is", ()))
    near = Counter(a for c in CASES for a in c.get("not", ()))
    named = {a.value for a in Act} - {"FALSE_CLAIM"}
    assert not {a for a in named if positives[a] < 3}
    assert not {
        a
        for a in named - {"OFFER_CHOICE", "HANDOFF", "CHECK_UNDERSTANDING", "CONFIRM_CLOSE", "SET_LIMIT", "EXPLAIN", "SET_EXPECTATION", "OWN", "ACK_GENERIC"}
        if near[a] < 1
    }
    assert len(CASES) >= 200
