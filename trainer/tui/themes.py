"""The two themes, dark and light; contrast of text on every surface is at least 4.5 to 1 in both."""

from __future__ import annotations

from textual.theme import Theme

FOCUS = {"button-focus-text-style": "bold underline"}
"""A focused button keeps its colours; Textual would swap them, which makes it look the weaker one."""


def quiet(colour: str) -> dict[str, str]:
    """The colour of what is said beside the main thing. Textual's own is a share of black or white, and inside a text comes out louder than the rest."""
    return {"text-muted": colour}


DARK = Theme(
    name="coolhead-dark",
    primary="#7ab8dc",
    secondary="#9fb4c4",
    accent="#f0b96b",
    foreground="#e8ebee",
    background="#14181d",
    surface="#1a2027",
    panel="#232b34",
    success="#93cf8f",
    warning="#f0b96b",
    error="#f59a92",
    dark=True,
    variables=FOCUS | quiet("#9caab6"),
)

LIGHT = Theme(
    name="coolhead-light",
    primary="#1c5d8a",
    secondary="#4b5c69",
    accent="#8a4f00",
    foreground="#1f2428",
    background="#faf8f3",
    surface="#ffffff",
    panel="#ece8df",
    success="#256429",
    warning="#8a4f00",
    error="#a8231b",
    dark=False,
    variables=FOCUS | quiet("#56616a"),
)
