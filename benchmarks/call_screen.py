"""The call screen under a long call: the longest frame when a turn comes in, a key is pressed or the talk is scrolled; and how long
a key takes to show against a bare Textual app with the same text area, by turns in the same run.

Frames are counted in the processor's time, so that a busy machine does not count against the screen.
"""

from __future__ import annotations

import asyncio
import contextlib
import statistics
import time
from collections.abc import AsyncIterator, Iterator
from types import SimpleNamespace
from typing import Any

from textual import events
from textual.app import App, ComposeResult
from textual.pilot import Pilot
from textual.widgets import TextArea

from scenarios.moves import Intensity, Move
from scenarios.reading import Reading
from scenarios.transcript import CustomerMoved, CustomerSaid, Event, Mood, Opened, RepSaid
from trainer.finding import at_hand, scenario_named
from trainer.tui.app import CoolheadApp
from trainer.tui.house import at_rest
from trainer.tui.live import LiveCall
from trainer.tui.screens.call import CallScreen
from trainer.tui.widgets.composer import Composer
from trainer.tui.widgets.transcript import TranscriptView

TURNS = 300
KEYS = 60
SIZES = ((80, 24), (120, 40))
WORDS = "I have told you twice already that the parcel never came, and nobody on your side has so much as looked. "


class Bare(App[None]):
    """What any key must pay for."""

    def compose(self) -> ComposeResult:
        yield TextArea()


def events_of(turns: int) -> list[Event]:
    """A call of so many turns of each side."""
    found: list[Event] = [Opened(scenario="bench", content="0" * 16, seed=1, intensity=Intensity.REAL, engine="bench")]
    for turn in range(0, turns, 2):
        found += customer(turn)
        found.append(RepSaid(turn=turn + 1, text=WORDS * (1 + turn % 3), reading=Reading(reader="bench", words=20), seconds=30))
    return [*found, *customer(turns)]


def customer(turn: int) -> list[Event]:
    """One turn of the customer's."""
    mood = Mood(anger=40 + turn % 50, trust=30, heard=20, hope=20, patience=60)
    return [CustomerMoved(turn=turn, move=Move.VENT, mood=mood), CustomerSaid(turn=turn, text=f"{turn}. {WORDS * (1 + turn % 4)}", voice="script")]


@contextlib.asynccontextmanager
async def calling(turns: int, size: tuple[int, int]) -> AsyncIterator[Pilot[None]]:
    """The call screen with a call of this length on it."""
    app = CoolheadApp(backstage=SimpleNamespace(close=lambda: None, scenarios=list, past=lambda: ([], []), notices=tuple))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        at_rest()
        live = LiveCall(scenario_named(at_hand()[0].id), 1, "real", True, app.backstage, app.thread)
        live.events = events_of(turns)
        await app.push_screen(CallScreen(live, live.events))
        await pilot.pause()
        yield pilot


@contextlib.asynccontextmanager
async def watched() -> AsyncIterator[list[float]]:
    """The processor's seconds of every round of the event loop while this lasts."""
    frames: list[float] = []

    async def watch() -> None:
        while True:
            began = time.thread_time()
            await asyncio.sleep(0)
            frames.append(time.thread_time() - began)

    task = asyncio.create_task(watch())
    try:
        yield frames
    finally:
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task


async def longest_frames(size: tuple[int, int]) -> dict[str, float]:
    """Seconds of the longest frame for each thing one does in a long call."""
    found: dict[str, float] = {}
    async with calling(TURNS, size) as pilot:
        screen: Any = pilot.app.screen

        async def during(what: str, do: Any) -> None:
            async with watched() as frames:
                await do()
                await pilot.pause(0.1)
            found[what] = max(frames)

        async def turn() -> None:
            screen._hearing.show(customer(TURNS + 2))
            await pilot.pause()

        async def key() -> None:
            await pilot.press(*"words")

        async def scroll() -> None:
            await pilot.press("pageup", "pageup", "pagedown")

        async def top() -> None:
            screen.query_one(TranscriptView).scroll_home(animate=False)
            await pilot.pause(0.2)

        async def desk() -> None:
            await pilot.press("f2", "f2")

        for what, do in (("turn", turn), ("keys", key), ("scroll", scroll), ("earlier turns", top), ("desk", desk), ("turn again", turn)):
            await during(what, do)
    return found


async def seconds_a_key(pilot: Pilot[None], area: TextArea, *, keys: int = KEYS, pause: float = 0) -> list[float]:
    """From each key to the frame that shows it, wall clock; ``pause`` seconds between one and the next."""
    found = []
    for _ in range(keys):
        await asyncio.sleep(pause)
        before = len(area.text)
        began = time.perf_counter()
        pilot.app.post_message(events.Key("x", "x"))
        while len(area.text) == before:
            await asyncio.sleep(0)
        drawn = asyncio.Event()
        area.call_after_refresh(drawn.set)
        await drawn.wait()
        found.append(time.perf_counter() - began)
    return found


async def latency(turns: int) -> tuple[float, float]:
    """Medians, bare and ours, taken by turns."""
    bare, ours = [], []
    async with Bare().run_test(size=(120, 40)) as plain:
        area = plain.app.query_one(TextArea)
        area.focus()
        bare += await seconds_a_key(plain, area)
    async with calling(turns, (120, 40)) as pilot:
        ours += await seconds_a_key(pilot, pilot.app.screen.query_one(Composer))
    async with Bare().run_test(size=(120, 40)) as plain:
        area = plain.app.query_one(TextArea)
        area.focus()
        bare += await seconds_a_key(plain, area)
    return statistics.median(bare), statistics.median(ours)


def run() -> Iterator[str]:
    """A line for each size, and one for each length of call."""
    for size in SIZES:
        frames = asyncio.run(longest_frames(size))
        told = "   ".join(f"{what} {seconds * 1000:.0f} ms" for what, seconds in frames.items())
        yield f"call screen   {size[0]}x{size[1]}, {TURNS} turns, longest frame: {told}   (target 100 ms)"
    for turns in (2, TURNS):
        bare, ours = asyncio.run(latency(turns))
        yield f"key to screen bare Textual {bare * 1000:.1f} ms   call of {turns} turns {ours * 1000:.1f} ms   ratio {ours / bare:.2f}"
