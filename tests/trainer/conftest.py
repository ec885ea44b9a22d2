"""One small scenario for tests of the edge: short enough to read, with a desk, a limit and a way to settle it."""

from __future__ import annotations

from pathlib import Path

import pytest

from scenarios.library import find
from scenarios.model import Scenario

WRONG_KETTLE = """\
scenario: wrong-kettle
title: The wrong kettle
trade: kitchen shop
today: Thursday 14 May 2026, 16:20
briefing: You answer the chat of a small kitchen shop.
customer:
  name: Imre Halasz
  voice: plain
  temper: {anger: 45, trust: 45}
  wants: the steel kettle he paid for, or his money
  opening: I ordered the steel kettle and you sent me the plastic one. It is a present for Saturday.
concerns:
  - id: wrong-one
    what: he was sent the plastic kettle instead of the steel one
    says: ["I paid for steel. This is plastic."]
facts:
  - id: our-mistake
    true: we packed the wrong kettle
    known_to: rep
    fault: ours
    false_if: ["you ordered the plastic one"]
desk:
  record: |
    4410 - steel kettle, 48 GBP - packed by us: plastic kettle
  policy: ["A wrong item is replaced or refunded without asking."]
  actions:
    refund: {what: refund to the card, up_to: 48 GBP, takes: 1m, gives: money-back, offer_if: ["I can refund the full amount to your card"]}
    replace: {what: send the right one by courier, takes: 2m, arrives: Friday 12:00, gives: right-one, offer_if: ["I can send the steel kettle by courier"]}
outcomes:
  right-one: {worth: 1.0, what: the steel kettle by Friday noon}
  money-back: {worth: 0.7, what: his money back}
"""


@pytest.fixture
def kettle_file(tmp_path: Path) -> Path:
    file = tmp_path / "wrong-kettle.yaml"
    file.write_text(WRONG_KETTLE, encoding="utf-8")
    return file


@pytest.fixture
def kettle(kettle_file: Path) -> Scenario:
    return find(kettle_file)
