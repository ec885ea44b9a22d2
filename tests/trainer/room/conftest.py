"""A room opened on the wrong kettle."""

from __future__ import annotations

from pathlib import Path

import pytest

from scenarios.model import Scenario
from trainer.records.store import Store
from trainer.room.kept import Room


@pytest.fixture
def room(tmp_path: Path, kettle: Scenario) -> Room:
    return Room.begin(Store.open(tmp_path / "records.db"), kettle, seed=3)
