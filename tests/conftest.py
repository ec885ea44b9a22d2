"""Every test lives in a home of its own: nothing on the computer it runs on changes what it sees, and it leaves nothing there."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from xdist.remote import Producer

    from tests.sharing import Sharing


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> Sharing | None:
    """The suite's own way to share itself out, where ``make test`` asks for groups."""
    from tests.sharing import Sharing

    return Sharing(config, log) if config.getvalue("dist") == "loadgroup" else None


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """One process more than there are cores: walks through a real terminal mostly wait, and somebody should work meanwhile."""
    return (os.cpu_count() or 1) + 1


@pytest.fixture(scope="session", autouse=True)
def _nobodys_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    before = {name: os.environ.pop(name, None) for name in ("COOLHEAD_HOME", "COOLHEAD_PLAIN", "NO_COLOR", "SSH_CONNECTION", "TEXTUAL_ANIMATIONS")}
    os.environ["COOLHEAD_HOME"] = str(tmp_path_factory.mktemp("home"))
    yield
    os.environ.pop("COOLHEAD_HOME")
    os.environ.update({name: value for name, value in before.items() if value is not None})
