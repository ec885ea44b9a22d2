"""Draws the pictures of the README and the guide: plays without a terminal and saves screens as SVG, and a sitting that moves.

Run it after a change to the screens: ``python docs/screenshots.py``.
"""

from __future__ import annotations

import asyncio
import os
import re
import tempfile
from collections.abc import Callable
from pathlib import Path

from recording import moving
from textual.pilot import Pilot

from trainer.tui.app import CoolheadApp, Start
from trainer.tui.screens.call import CallScreen
from trainer.tui.screens.debrief import DebriefScreen
from trainer.tui.widgets.composer import Composer

IMAGES = Path(__file__).parent / "images"
SCENARIO, SEED = "before-five", 7
CALL_SIZE, DEBRIEF_SIZE, SITTING_SIZE = (120, 36), (100, 54), (96, 30)
FIRST = (
    "You typed forty and we iced thirty. That is our mistake, Bridget, and on the day itself; I'm sorry.",
    "/redo",
    "It's being iced again now and boxed by three, so it says forty when you come at four. Nothing to pay.",
)
REFUSED = (
    "I can't open your dad's account to you, Mr Kinnoch: your name isn't on it, and that rule keeps out people who only say they're family. "
    "What I can do: take down what's on the stubs as a report now, and have Moira ring your dad before three."
)

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
    """Play, and save the pictures."""
    IMAGES.mkdir(exist_ok=True)
    await a_call_and_its_debrief()
    await a_first_sitting()


async def a_call_and_its_debrief() -> None:
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


async def a_first_sitting() -> None:
    """Home, the first call, a drill, today and progress: a picture each, and all of them one after the other."""
    frames: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        os.environ["COOLHEAD_HOME"] = folder
        app = CoolheadApp()
        async with app.run_test(size=SITTING_SIZE) as pilot:

            async def take(name: str, there: Callable[[], bool]) -> None:
                await until(pilot, there)
                for composer in app.screen.query(Composer):
                    composer.cursor_blink = False
                await pilot.pause(0.3)
                frames.append(save(app, f"{name}.svg"))

            await take("home", lambda: "Your first call" in said(app))
            await pilot.press("enter")
            await until(pilot, lambda: "You are scored on" in said(app))
            await pilot.press("enter")
            await take("first-call", lambda: bool(app.screen.query(Composer)) and "Sam is forty" in said(app))
            for number, line in enumerate(FIRST):
                await send(pilot, (line,))
                if number == 0:
                    await take("answered", lambda: True)
            app.home()
            app.open_mode("drill", skill="say-no", seed=3)
            await take("drill", lambda: bool(app.screen.query(Composer)))
            app.screen.query_one(Composer).put(REFUSED)
            await pilot.press("enter")
            await take("drill-read", lambda: bool(app.screen.query(".came")))
            await pilot.press("escape")
            app.home()
            app.open_mode("today")
            await take("today", lambda: "to practise" in said(app))
            app.open_mode("progress")
            await take("progress", lambda: "Progress" in said(app) and "Own it" in said(app))
    (IMAGES / "sitting.svg").write_text(moving(frames), encoding="utf-8")


def said(app: CoolheadApp) -> str:
    """The words on the screen."""
    return "\n".join("".join(segment.text for segment in strip) for strip in app.screen._compositor.render_strips())


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


def save(app: CoolheadApp, name: str) -> str:
    """Write the present screen, with the drawing's random names made the same every time; the picture."""
    svg = re.sub(r"terminal-\d+", "terminal", app.export_screenshot(title="Coolhead"))
    (IMAGES / name).write_text(svg, encoding="utf-8")
    return svg


if __name__ == "__main__":
    os.environ["COOLHEAD_PACE"] = "0"
    asyncio.run(main())
