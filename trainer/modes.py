"""The forms of practice, and what else one can open from home: one table that both views, the palette and the help are drawn from.

Each names what opens it by text, so that home is drawn before any of them is loaded.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import Any


@dataclass(frozen=True, kw_only=True)
class Mode:
    """One entry of home."""

    name: str
    """as it is typed: ``coolhead drill``, or the word in the plain view"""
    key: str
    """the key that opens it on the home screen"""
    title: str
    about: str
    """one short line: what one does there"""
    screen: str
    """``module:Class`` of its screen, made without arguments"""
    plain: str
    """``module:function`` of its flat form, called with the plain view"""
    wanted: bool = False
    """whether its flat form takes what is typed behind its name, as in ``drill own it``"""
    due: str = ""
    """``module:function`` that says in one line what of it is due today, called with the open records and the present moment; an empty
    line where nothing is. Home shows it at its foot."""


MODES: tuple[Mode, ...] = (
    Mode(
        name="today",
        key="t",
        title="Today",
        about="what is due, and why",
        screen="trainer.tui.screens.today:TodayScreen",
        plain="trainer.plain.today:today",
        due="trainer.practice.asking:due_line",
    ),
    Mode(
        name="calls",
        key="c",
        title="Pick a call",
        about="find one by trade, level, length or what it trains",
        screen="trainer.tui.screens.scenarios:ScenariosScreen",
        plain="trainer.plain.home:pick_a_call",
    ),
    Mode(
        name="drill",
        key="d",
        title="Drills",
        about="ten single lines, one skill, and what each reply did",
        screen="trainer.tui.screens.drill:DrillScreen",
        plain="trainer.plain.drill:practise",
        wanted=True,
    ),
    Mode(
        name="shift",
        key="s",
        title="Shift",
        about="a queue of calls, and your promises come back to you",
        screen="trainer.tui.screens.shift:ShiftScreen",
        plain="trainer.plain.shift:run_shift",
    ),
    Mode(
        name="progress",
        key="p",
        title="Progress",
        about="how far each skill has come, and how sure that is",
        screen="trainer.tui.screens.progress:ProgressScreen",
        plain="trainer.plain.progress:progress",
    ),
    Mode(
        name="room",
        key="m",
        title="Room",
        about="one call for a group: propose, vote, lock, talk",
        screen="trainer.tui.screens.rooms:RoomsScreen",
        plain="trainer.plain.room:run_room",
    ),
    Mode(
        name="author",
        key="a",
        title="Author",
        about="write scenarios: check, preview, measure, pack",
        screen="trainer.tui.screens.author:AuthorScreen",
        plain="trainer.plain.author:author",
    ),
    Mode(
        name="settings",
        key="e",
        title="Settings",
        about="themes, motion, intensity, coach; your own data",
        screen="trainer.tui.screens.settings:SettingsScreen",
        plain="trainer.plain.settings:change_settings",
    ),
)
"""In the order home shows them."""


def mode_named(name: str) -> Mode | None:
    """The mode of a name, or None."""
    return next((mode for mode in MODES if mode.name == name), None)


def opener(reference: str) -> Any:
    """What a ``module:name`` reference stands for, loaded now."""
    module, _, name = reference.partition(":")
    return getattr(import_module(module), name)
