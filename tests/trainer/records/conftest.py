"""A store in a folder of its own, and the few events the tests write."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from scenarios.moves import Intensity
from scenarios.transcript import CustomerSaid, Opened
from trainer.records.store import Store

OPENED = Opened(scenario="wrong-kettle", content="0" * 16, seed=7, intensity=Intensity.REAL, engine="test-1")


def customer(turn: int, text: str) -> CustomerSaid:
    return CustomerSaid(turn=turn, text=text, voice="script")


def begin(store: Store, seed: int = 7) -> str:
    return store.begin("wrong-kettle", "0" * 16, seed, "real", practice=True, source='{"scenario": "wrong-kettle"}')


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "records.db") as opened:
        yield opened
