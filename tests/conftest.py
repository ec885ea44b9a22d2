"""Every test lives in a home of its own: nothing on the computer it runs on changes what it sees, and it leaves nothing there."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

gc.set_threshold(10_000, 10, 10)  # six thousand tests and all they import stay to the end: going through them every few moments is a tenth of the work

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from xdist.remote import Producer

    from tests.sharing import Sharing


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> Sharing | None:
    """The suite's own way to share itself out, where ``make test`` asks for groups."""
    from tests.sharing import Sharing

    return Sharing(config, log) if config.getvalue("dist") == "loadgroup" else None


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """Two processes more than there are cores: walks through a real terminal mostly wait, and somebody should work meanwhile."""
    return (os.cpu_count() or 1) + 2


@pytest.fixture(scope="session", autouse=True)
def _nobodys_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    before = {name: os.environ.pop(name, None) for name in ("COOLHEAD_HOME", "COOLHEAD_PLAIN", "NO_COLOR", "SSH_CONNECTION", "TEXTUAL_ANIMATIONS")}
    os.environ["COOLHEAD_HOME"] = str(tmp_path_factory.mktemp("home"))
    yield
    os.environ.pop("COOLHEAD_HOME")
    os.environ.update({name: value for name, value in before.items() if value is not None})


@pytest.fixture(scope="session", autouse=True)
def _fewer_plays() -> Iterator[None]:
    """A check plays each scenario thirty times with each scripted rep; what the tests look for shows in a dozen."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("trainer.authoring.proof.PLAYS", 12)
        yield


@pytest.fixture(scope="session", autouse=True)
def _sentences_read_once(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What a scenario's own sentences mean takes a fifth of a second: where several processes share the suite, the first to work it out leaves it to the others."""
    from scoring.reading import shared_encoder

    run = os.environ.get("PYTEST_XDIST_TESTRUNUID")
    if run is None or shared_encoder() is None:
        yield
        return
    import numpy as np

    from scoring.reading.encoder import Encoder

    folder = tmp_path_factory.getbasetemp().parent / f"meanings-{run}"
    folder.mkdir(exist_ok=True)
    worked_out = Encoder.meanings

    def meanings(encoder: Encoder, sentences: tuple[str, ...]) -> NDArray[np.float32]:
        if sentences in encoder._kept:
            return worked_out(encoder, sentences)
        file = folder / f"{sha256(repr((str(encoder._folder), sentences)).encode()).hexdigest()}.npy"
        if file.exists():
            encoder._kept[sentences] = np.load(file)
            return worked_out(encoder, sentences)
        found = worked_out(encoder, sentences)
        half = file.with_suffix(f".{os.getpid()}.npy")
        np.save(half, found)
        half.replace(file)
        return found

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Encoder, "meanings", meanings)
        yield
