"""Every test of the screens has a data folder of its own, and nobody types slowly in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from textual._compositor import Compositor
from textual.cache import LRUCache
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet


@pytest.fixture(autouse=True)
def _a_quick_house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COOLHEAD_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("COOLHEAD_PACE", "0")


@pytest.fixture(autouse=True, scope="session")
def _style_sheets_read_once() -> Iterator[None]:
    """Textual reads every style sheet again for each app and each new screen; here the rules made of one are kept, by the colours they were made with."""
    kept: dict[frozenset[tuple[str, str]], LRUCache[tuple[object, ...], list[RuleSet]]] = {}
    read = Stylesheet.parse

    def parse(sheet: Stylesheet) -> None:
        sheet._parse_cache = kept.setdefault(frozenset(sheet._variables.items()), LRUCache(4096))
        read(sheet)
        sheet._parse_cache = LRUCache(1)  # new colours clear it

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Stylesheet, "parse", parse)
        yield


@pytest.fixture(autouse=True, scope="session")
def _lines_painted_lightly() -> Iterator[None]:
    """Textual gives each line it paints seven bounded stores of its own; most are never used, and plain dictionaries are made in a tenth of the time."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("textual.strip.FIFOCache", lambda size: {})
        yield


@pytest.fixture(autouse=True, scope="session")
def _rules_told_apart_quickly() -> Iterator[None]:
    """Textual looks every rule up for every widget it styles, by a hash that says in Python what an object's own says at once."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(RuleSet, "__hash__", object.__hash__)
        yield


@pytest.fixture(autouse=True, scope="session")
def _only_whole_screens_painted() -> Iterator[None]:
    """Without a terminal nobody is shown what is painted: each change of a part is not, and what a test looks at is painted then."""

    def cleared(compositor: Compositor) -> None:
        compositor._dirty_regions.clear()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Compositor, "render_partial_update", cleared)
        yield
