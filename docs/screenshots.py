"""Draws the pictures of the README: plays a short call without a terminal and saves two screens as SVG.

Run it after a change to the screens: ``python docs/screenshots.py``. The same code draws the same pictures.
"""

from __future__ import annotations

import asyncio
import os
import re
import tempfile
from collections.abc import Callable
from pathlib import Path

from textual.pilot import Pilot

from trainer.tui.app import CoolheadApp, Start
from trainer.tui.screens.call import CallScreen
from trainer.tui.screens.debrief import DebriefScreen
from trainer.tui.widgets.composer import Composer

IMAGES = Path(__file__).parent / "images"
SCENARIO, SEED = "before-five", 7
CALL_SIZE, DEBRIEF_SIZE = (120, 36), (100, 54)

PICTURED_AFTER = 5
"""Lines sent before the picture of the call is taken."""

STUMBLE = "Please calm down, Mrs Rawal, these things happen. The part was never ordered; the sheet came in without its code and has sat in a queue here."
"""Sent in place of the second model reply, so that the debrief has something to show beside praise."""


def replies_with_a_stumble() -> tuple[str, ...]:
    """What a good rep types in this scenario, the golden replies that its tests play, with one bad moment and the recap before she closes."""
    file = Path(__file__).parent.parent / "scenarios" / "library" / "first-calls" / f"{SCENARIO}.golden" / "model.txt"
    lines = (line.strip() for line in file.read_text(encoding="utf-8").splitlines())
    opening, _, *rest, _, recap = (line for line in lines if line and not line.startswith("#"))
    return (opening, STUMBLE, *rest, recap)


async def main() -> None:
    """Play, and save the two pictures."""
    IMAGES.mkdir(exist_ok=True)
    replies = replies_with_a_stumble()
    with tempfile.TemporaryDirectory() as folder:
        app = CoolheadApp(Start(scenario=SCENARIO, seed=SEED, store=str(Path(folder) / "records.db")))
        async with app.run_test(size=CALL_SIZE) as pilot:
            await until(pilot, lambda: bool(app.screen.query("#pick-up")))
            await pilot.press("enter")
            await until(pilot, lambda: isinstance(app.screen, CallScreen))
            await send(pilot, replies[:PICTURED_AFTER])
            save(app, "call.svg")
            await send(pilot, replies[PICTURED_AFTER:])
            await to_debrief(pilot)
            await pilot.resize_terminal(*DEBRIEF_SIZE)
            await pilot.pause(0.2)
            save(app, "debrief.svg")


async def send(pilot: Pilot[None], lines: tuple[str, ...]) -> None:
    """Type lines into the call, each after the one before was answered."""
    for line in lines:
        screen = pilot.app.screen
        if not isinstance(screen, CallScreen) or screen.live.over:
            return
        before = len(screen.live.events)
        composer = screen.query_one(Composer)
        composer.cursor_blink = False  # the picture must not depend on the moment it is taken
        composer.put(line)
        await pilot.press("enter")
        await until(pilot, lambda screen=screen, before=before: len(screen.live.events) > before)  # type: ignore[misc]
        await pilot.pause(0.1)


async def to_debrief(pilot: Pilot[None]) -> None:
    """End the call if it has not ended, and skip the rating."""
    if isinstance(pilot.app.screen, CallScreen) and not pilot.app.screen.live.over:
        await pilot.press("f8", "y")
    else:
        await pilot.press("enter")
    await pilot.pause(0.5)
    await pilot.press("enter")
    await pilot.pause(0.5)
    await pilot.press("escape")
    await until(pilot, lambda: isinstance(pilot.app.screen, DebriefScreen))


async def until(pilot: Pilot[None], holds: Callable[[], bool]) -> None:
    for _ in range(500):
        if holds():
            await pilot.pause(0.1)
            return
        await pilot.pause(0.02)
    raise SystemExit(f"The call did not go as planned; it stopped at {pilot.app.screen}.")


def save(app: CoolheadApp, name: str) -> None:
    """Write the present screen, with the drawing's random names made the same every time."""
    svg = app.export_screenshot(title="Coolhead")
    (IMAGES / name).write_text(re.sub(r"terminal-\d+", "terminal", svg), encoding="utf-8")


if __name__ == "__main__":
    os.environ["COOLHEAD_PACE"] = "0"
    asyncio.run(main())
