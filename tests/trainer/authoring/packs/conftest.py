"""A small pack for the tests: two scenarios, a voice one of them needs, golden replies, and a home of one's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.scenarios.samples import GOOD, VOICE
from tests.trainer.conftest import WRONG_KETTLE

ABOUT = "pack: harbour\ntitle: The Harbour\nversion: 1.0\nauthor: A. Trainer\nlicence: share alike\nmade_with: 0.1.0\n"

PACK = {
    "pack.yaml": ABOUT,
    "wrong-kettle.yaml": WRONG_KETTLE.replace("voice: plain", "voice: brisk"),
    "wet-sofa.yaml": GOOD,
    "voices/brisk.yaml": VOICE,
    "wrong-kettle.golden/model.txt": "You paid for steel, and we packed plastic. I am sorry.\n/refund 48\n",
    "wrong-kettle.golden/expected.yaml": "calmness:\n  - [model]\n",
    "README.md": "# The Harbour\n",
}


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The data folder; not there yet."""
    folder = tmp_path / "home"
    monkeypatch.setenv("COOLHEAD_HOME", str(folder))
    monkeypatch.chdir(tmp_path)
    return folder


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """The folder the author works in."""
    folder = tmp_path / "source"
    for name, text in PACK.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder
