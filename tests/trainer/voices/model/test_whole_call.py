"""A real process with a real, tiny, random model behind a whole call: it babbles, is caught at it, is killed, and nothing is lost."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

pytest.importorskip("torch")
pytest.importorskip("transformers")

from scenarios.library import find
from scenarios.transcript import CustomerSaid
from tests.trainer.voices.model import making
from trainer.voices.drafted import DraftedVoice
from trainer.voices.drafter import DraftError, Level
from trainer.voices.manners import guarded
from trainer.voices.model.drafter import LocalDrafter
from trainer.wiring import start_call

REPLIES = ("I am sorry that you were kept waiting.", "That was our fault, and I own it.", "What do you need first?", "I will see to it by six.")


@pytest.fixture(scope="module")
def drafter(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalDrafter]:
    place = tmp_path_factory.mktemp("models")
    found = LocalDrafter(making.folder(place / "qwen3"), log=place / "log")
    found.open()
    up(found)
    yield found
    found.close()


def until(what: Callable[[], object]) -> None:
    end = time.monotonic() + 90
    while not what() and time.monotonic() < end:
        time.sleep(0.05)
    assert what()


def up(drafter: LocalDrafter) -> None:
    until(lambda: drafter.standing.level is not Level.LOADING)
    assert drafter.standing.level is Level.READY, drafter.standing.sentence


def test_every_line_of_a_call_passes_or_says_why_not(drafter: LocalDrafter) -> None:
    call, _ = start_call(find("filing-day"), 3)
    call.speaker = DraftedVoice(drafter, guarded(), within=10)
    for text in REPLIES:
        call.say(text)
    said = [event for event in call.events if isinstance(event, CustomerSaid)][1:]
    assert said
    assert all(event.voice == "model" or event.voice.startswith("model:") for event in said)
    assert not any(event.voice in ("model:late", "model:broken", "model:loading") for event in said)


def test_what_is_cancelled_stops_and_the_next_line_comes(drafter: LocalDrafter) -> None:
    long = ({"role": "user", "content": "Where is my kettle? " * 600},)
    line = drafter.draft(long, seed=1, temperature=0.8)
    time.sleep(0.05)
    drafter.cancel()
    with pytest.raises(DraftError, match="cancelled"):
        line.result(20)
    assert drafter.draft(({"role": "user", "content": "Where?"},), seed=1, temperature=0.8).result(20).new


def test_a_process_killed_in_mid_line_costs_one_written_line(drafter: LocalDrafter) -> None:
    call, _ = start_call(find("filing-day"), 3)
    call.speaker = speaker = DraftedVoice(drafter, guarded(), within=10)

    def kill() -> None:
        until(lambda: drafter._lines)
        assert drafter._process
        os.kill(drafter._process._process.pid, signal.SIGKILL)

    killer = threading.Thread(target=kill)
    killer.start()
    fresh = call.say(REPLIES[0])
    killer.join()
    said = next(event for event in fresh if isinstance(event, CustomerSaid))
    assert said.voice in ("model:broken", "model:fixed")
    assert call.aside == speaker.notice
    up(drafter)


def test_when_the_game_is_gone_so_is_the_process(tmp_path: Path) -> None:
    found = LocalDrafter(making.folder(tmp_path / "m"))
    found.open()
    up(found)
    process = found._process
    assert process
    process._orders.put(None)  # as if the pipe had closed
    until(lambda: process._process.poll() is not None)
    found.close()
