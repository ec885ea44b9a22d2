"""Changing a setting on the screen: it works at once, is kept in the background, and what cannot be kept is said.

All doors lead here: the settings screen, the palette and ctrl+t.
"""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING, Any

from textual.command import Hit, Hits, Provider

from trainer.errors import CoolheadError
from trainer.settings.current import hold, look, notices, save, settings
from trainer.settings.model import SETTINGS, as_words, valued
from trainer.text import safe_line
from trainer.tui.themes import PREFIX, flipped

if TYPE_CHECKING:
    from trainer.tui.app import CoolheadApp

SHOWN = 3
"""Faults of the settings file told at once; a spoilt file may have many."""


async def settle(app: CoolheadApp) -> None:
    """Hold to the settings as they stand, and tell what in them does not count."""
    coached, faults = await asyncio.to_thread(lambda: (settings().coach, notices()))
    app.show_look(look())  # as it stands by now: a key may have changed it meanwhile
    app.coached = app.coached or coached
    told, more = faults[:SHOWN], len(faults) - SHOWN
    if told:
        rest = f"\nAnd {more} more; see: coolhead settings" if more > 0 else ""
        app.notify("\n".join(safe_line(one, 300) for one in told) + rest, title="Settings", severity="warning", timeout=15, markup=False)


def choose(app: CoolheadApp, key: str, value: Any) -> None:
    """Set a setting, at once and for good."""
    hold({key: value})
    app.show_look(look())
    if key == "coach":
        app.coached = bool(value)
    if follow := getattr(app.screen, "settings_changed", None):
        follow()
    app.errand(_keep(app, key), "keeping the settings")


async def _keep(app: CoolheadApp, key: str) -> None:
    from trainer.voices.choice import kept_choice

    try:
        if key.startswith("voice"):
            await app.fetch(lambda backstage: backstage.choose_voice(kept_choice()))
        await asyncio.to_thread(save)
    except CoolheadError as error:
        app.notify(safe_line(str(error), 400), title="Settings", severity="warning", markup=False)


def flip_theme(app: CoolheadApp) -> None:
    """From dark to light and back, within the scheme that is chosen."""
    choose(app, "theme", valued("theme", flipped(app.theme.removeprefix(PREFIX))))


class SettingCommands(Provider):
    """Every setting in the palette: each choice by name, found by what it is called or by what it means."""

    async def search(self, query: str) -> Hits:
        matcher = self.matcher(query)
        for words, about, do in self._commands():
            said = query.strip().lower() in about.lower()
            if (score := matcher.match(words) or 0.1 * said) > 0:
                yield Hit(score, matcher.highlight(words), do, help=about)

    async def discover(self) -> Hits:
        return  # an open palette shows what can be done here; settings are for whoever looks for one
        yield

    def _commands(self) -> list[tuple[str, str, Any]]:
        app: Any = self.app
        found: list[tuple[str, str, Any]] = []
        now = settings()
        for key, one in SETTINGS.items():
            here = as_words(getattr(now, key))
            if key == "voice":
                found.append((one.title, one.about, app.action_voice))
            elif one.choices:
                found += [
                    (f"{one.title}: {choice}{' (now)' if choice == here else ''}", one.about, partial(choose, app, key, valued(key, choice)))
                    for choice in one.choices
                ]
            elif one.span:
                found.append((f"{one.title}, now {here}", one.about, partial(_open_at, app, key)))
        return found


def _open_at(app: CoolheadApp, key: str) -> None:
    from trainer.tui.screens.settings import SettingsScreen

    app.push_screen(SettingsScreen(at=key))
