"""The themes: dark and light, each also with high contrast and in colours that everybody tells apart.

Every text stands out from what is behind it by at least 4.5 to 1, with high contrast by 7. Textual makes many of its colours
as shares of others, which no one has measured; those that carry words are set here.
"""

from __future__ import annotations

from dataclasses import dataclass

from textual.theme import Theme

PREFIX = "coolhead-"
"""Before each name, so that no theme of Textual's is meant."""


@dataclass(frozen=True)
class Scheme:
    """The colours of one theme."""

    name: str
    """as the settings name it"""
    dark: bool
    words: str
    quiet: str
    """what is said beside the main thing"""
    background: str
    surface: str
    panel: str
    primary: str
    secondary: str
    accent: str
    success: str
    warning: str
    error: str
    chosen: str
    """behind the chosen line of a list that is not in focus, and behind selected text"""


SCHEMES = (
    Scheme("dark", True, "#e8ebee", "#9caab6", "#14181d", "#1a2027", "#232b34", "#7ab8dc", "#9fb4c4", "#f0b96b", "#93cf8f", "#f0b96b", "#f59a92", "#2f4a5c"),
    Scheme("light", False, "#1f2428", "#56616a", "#faf8f3", "#ffffff", "#ece8df", "#1c5d8a", "#4b5c69", "#8a4f00", "#256429", "#8a4f00", "#a8231b", "#c9dbe8"),
    Scheme(
        "dark-high-contrast",
        True,
        "#ffffff",
        "#d6d6d6",
        "#000000",
        "#000000",
        "#1c1c1c",
        "#8fd3ff",
        "#d6d6d6",
        "#ffd166",
        "#9df29a",
        "#ffd166",
        "#ffb3ab",
        "#12405e",
    ),
    Scheme(
        "light-high-contrast",
        False,
        "#000000",
        "#363636",
        "#ffffff",
        "#ffffff",
        "#f0f0f0",
        "#003b66",
        "#363636",
        "#5a3300",
        "#07420b",
        "#5a3300",
        "#7a0b05",
        "#cfe6f7",
    ),
    Scheme(
        "dark-colour-safe",
        True,
        "#eceef0",
        "#a3b0bb",
        "#12161c",
        "#181e26",
        "#222a35",
        "#6fbdf0",
        "#a3b8c8",
        "#f2b134",
        "#6fbdf0",
        "#f2b134",
        "#ffa066",
        "#274b66",
    ),
    Scheme(
        "light-colour-safe",
        False,
        "#1c2126",
        "#525d66",
        "#faf8f3",
        "#ffffff",
        "#ebe8e0",
        "#00548a",
        "#475863",
        "#874c00",
        "#00548a",
        "#874c00",
        "#98390a",
        "#c4dcec",
    ),
)


def theme_of(one: Scheme) -> Theme:
    """The scheme as Textual takes it, with every colour that carries words set."""
    roles = ("primary", "secondary", "accent", "success", "warning", "error")
    quiet = dict.fromkeys(("text-muted", "text-disabled", "foreground-muted", "foreground-disabled", "markdown-h6-color"), one.quiet)
    coloured = {f"text-{role}": getattr(one, role) for role in roles}
    muted = {f"{role}-muted": one.panel for role in roles}
    bar = {"block-cursor-foreground": one.background, "block-cursor-background": one.primary, "button-color-foreground": one.background}
    beside = dict.fromkeys(
        ("block-cursor-blurred-background", "input-selection-background", "screen-selection-background", "block-hover-background"), one.chosen
    )
    return Theme(
        name=PREFIX + one.name,
        dark=one.dark,
        foreground=one.words,
        background=one.background,
        surface=one.surface,
        panel=one.panel,
        **{role: getattr(one, role) for role in roles},
        variables={
            "text": one.words,
            # A focused button keeps its colours; Textual would swap them, which makes it look the weaker one.
            "button-focus-text-style": "bold underline",
            **quiet,
            **coloured,
            **muted,
            **bar,
            **beside,
            "footer-key-foreground": one.accent,
            "screen-selection-foreground": one.words,
        },
    )


THEMES = tuple(theme_of(one) for one in SCHEMES)
DARK, LIGHT = THEMES[0], THEMES[1]


def flipped(name: str) -> str:
    """The setting of the other of a pair: the light one for a dark one, and back."""
    kind, dash, scheme = name.partition("-")
    return f"{'light' if kind == 'dark' else 'dark'}{dash}{scheme}"
