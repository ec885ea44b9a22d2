"""All that can be done in a call, for the palette: the desk's actions with their limits, then the ways out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual.app import SystemCommand

from trainer import deskwork
from trainer.tui.widgets.desk import Desk

if TYPE_CHECKING:
    from trainer.tui.screens.call import CallScreen


def literal(words: str) -> str:
    """A scenario's words for the palette, which reads markup: every bracket stands for itself."""
    return words.replace("[", "\\[")


def palette_of(screen: CallScreen) -> Iterator[SystemCommand]:
    """The commands, as the call stands."""
    live = screen.live
    for line in deskwork.action_lines(live.scenario, screen.shown):
        limits = f" ({line.limits})" if line.limits else ""
        yield SystemCommand(f"Desk: {line.command}", literal(f"{line.what}{limits}"), lambda do=line.do: screen.on_desk_chosen(Desk.Chosen(f"/{do} ")))
    yield SystemCommand("Show the desk", "Record, policy, actions, what you undertook (F2)", screen.action_desk)
    yield SystemCommand("Search the desk", "A word in record, policy or actions (F2, then /)", screen.action_search)
    if screen.may_rewind:
        yield SystemCommand("Rewind", "Take one of your turns again, beside this call (F3)", screen.action_rewind)
    yield SystemCommand("Coach on or off", "In practice: a look at each draft before it goes (F6)", screen.action_coach)
    yield SystemCommand("Pause", "Hide the call; nothing is counted (F4)", screen.action_pause)
    yield SystemCommand("Leave the call", "Nothing is held against you (F8)", screen.action_leave)
    yield SystemCommand(f"Intensity: {live.intensity}", "Chosen in the briefing, for the whole call", lambda: None)
