"""Every screen there is, opened one after another by the keys a trainee presses, for what must hold on all of them."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from typing import Any

from textual.pilot import Pilot
from textual.widgets import OptionList

from tests.trainer.tui.standin import StandIn
from tests.trainer.tui.test_play import send, until, words
from trainer.tui.app import CoolheadApp, Start
from trainer.tui.screens.comparison import ComparisonScreen
from trainer.tui.screens.debrief import DebriefScreen
from trainer.tui.screens.home import HomeScreen
from trainer.tui.screens.scenarios import ScenariosScreen


async def screens(pilot: Pilot[None]) -> AsyncIterator[str]:
    """Open each screen of the game and name it while it stands there. The application begins at home, with the stand-in."""

    async def shown(name: str, says: str | Callable[[], bool]) -> str:
        await until(pilot, says if callable(says) else lambda: says in words(pilot))
        await pilot.pause()
        return name

    app: Any = pilot.app
    yield await shown("home", lambda: isinstance(app.screen, HomeScreen) and "One moment" not in str(app.screen.query_one(OptionList).options[1].prompt))
    await pilot.press("c")
    yield await shown("list", lambda: isinstance(app.screen, ScenariosScreen) and app.screen.query_one(OptionList).option_count == 1)
    await pilot.press("escape")
    app.open_mode("settings")
    yield await shown("settings", "It takes")
    await pilot.press("d")
    yield await shown("your data", "Coolhead keeps its data in")
    app.screen.query_one("#all").press()
    yield await shown("delete?", "This deletes for good, in") if "records:" in words(pilot) else "no data"
    await pilot.press("escape", "escape", "escape")
    app.action_voice()
    yield await shown("voice", "What the customer means")
    await pilot.press("escape")
    await pilot.press("f5")
    yield await shown("rubric", "Calmness: base 60")
    await pilot.press("escape")
    app.action_command_palette()
    yield await shown("palette", lambda: "Palette" in type(app.screen).__name__)
    await pilot.press("escape")
    app.errand(app.brief("nothing"), "opening a scenario")
    yield await shown("trouble", "There is no scenario 'nothing'.")
    await pilot.press("escape")
    app.errand(app.brief("kettle"), "opening a scenario")
    yield await shown("briefing", "Refund up to 60 GBP")
    await pilot.press("enter")
    yield await shown("call", "Where is my kettle?")
    await pilot.press("slash", "r", "down")
    yield await shown("call, a command", lambda: app.screen.query_one("#suggestions").display)
    await pilot.press("escape", "f2")
    yield await shown("call, the desk", "Refund up to 60 GBP without asking.")
    await pilot.press("escape", "f1")
    yield await shown("help", "Everywhere")
    await pilot.press("escape", "f4")
    yield await shown("pause", "Take the time you need.")
    await pilot.press("enter", "f8")
    yield await shown("leave?", "Leave this call?")
    await pilot.press("escape")
    app.screen.query_one("#composer").put("")
    await send(pilot, "/refund 20")
    await until(pilot, lambda: "it is done" in words(pilot))
    await send(pilot, "/nothing")
    await until(pilot, lambda: "There is no action" in words(pilot))
    app.screen.query_one("#composer").put("")
    await send(pilot, "I will send it. What nonsense.")
    await until(pilot, lambda: "You wrote 30 characters." in words(pilot))
    await pilot.press("f3")
    yield await shown("turns", lambda: bool(app.screen.query("#turns")))
    await pilot.press("enter")
    await until(pilot, lambda: bool(app.screen.query("#again")))
    yield "further try"
    await send(pilot, "I am sorry. I will resend it.")
    await until(pilot, lambda: "You wrote 29 characters." in words(pilot))
    await pilot.press("f8")
    yield await shown("comparison", lambda: isinstance(app.screen, ComparisonScreen))
    while not app.screen.query("#composer"):
        app.pop_screen()
        await pilot.pause()
    await send(pilot, "goodbye")
    await until(pilot, lambda: "The call is over." in words(pilot))
    await pilot.press("enter")
    yield await shown("ending", "The kettle came on Saturday.")
    await pilot.press("enter")
    yield await shown("rating", "how do you see it?")
    await pilot.press("ctrl+s")
    yield await shown("debrief", lambda: isinstance(app.screen, DebriefScreen))
    await pilot.press("tab")
    for key, name, says in (
        ("e", "evidence", "Your reply 1"),
        ("d", "disagree", "disagree"),
        ("l", "ledger", "I will send it"),
        ("t", "transcript", "What nonsense."),
        ("o", "other side", "Ada"),
        ("w", "retype", ""),
    ):
        await pilot.press(key)
        await until(pilot, lambda: not isinstance(app.screen, DebriefScreen))
        yield await shown(name, says)
        while not isinstance(app.screen, DebriefScreen):
            app.pop_screen()
        await pilot.pause()
    from tests.trainer.opinion.answering import Answering, first_of_all
    from trainer.tui.screens.opinion import OpinionScreen
    from trainer.tui.screens.overrule import OverruleScreen

    debrief, app.backstage.asked = app.screen, Answering(first_of_all)
    app.push_screen(OpinionScreen(debrief.live, debrief.judged))
    yield await shown("second opinion", "It held to none of its answers")
    app.pop_screen()
    await until(pilot, lambda: isinstance(app.screen, DebriefScreen))
    app.push_screen(OverruleScreen(app.screen))
    yield await shown("overrule", lambda: isinstance(app.screen, OverruleScreen))


def game() -> CoolheadApp:
    """The game on its list."""
    return CoolheadApp(Start(), StandIn())
