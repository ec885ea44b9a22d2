"""How the screen looks and moves, as the settings say: put on before the first frame, and again whenever they change."""

from __future__ import annotations

from typing import Any

from textual import constants
from textual.app import App
from textual.events import Resize
from textual.filter import Monochrome, NoColor
from textual.widget import Widget

from trainer.settings.early import Look
from trainer.tui.themes import DARK, PREFIX, THEMES


def dress(app: App[Any], look: Look) -> None:
    """Give an application its themes and this look."""
    for theme in THEMES:
        app.register_theme(theme)
    app.theme = DARK.name
    wear(app, look)


def wear(app: App[Any], look: Look) -> None:
    """Change to this look."""
    app.animation_level = "none" if look.still else constants.TEXTUAL_ANIMATIONS if constants.TEXTUAL_ANIMATIONS != "none" else "full"
    columns = [(0, "-narrow"), (look.wide_from, "-wide")]
    wider, app.HORIZONTAL_BREAKPOINTS = columns != app.HORIZONTAL_BREAKPOINTS, columns
    name = PREFIX + look.theme
    fresh = app.theme != name and name in app.available_themes
    colourless = look.colourless != app.no_color
    if colourless:
        app.no_color = look.colourless
        app._filters[:] = [one for one in app._filters if not isinstance(one, Monochrome | NoColor)] + [Monochrome()] * look.colourless
    if fresh:
        app.theme = name
    if not app.is_running:
        return
    if wider:
        for screen in app.screen_stack:
            screen.post_message(Resize(app.size, app.size))  # they arrange themselves by their own width
    if app.focused:
        steady(app.focused, look)
    if colourless:
        app._invalidate_css()
        app.refresh_css(animate=False)


def steady(widget: Widget, look: Look) -> None:
    """Let a caret blink, or keep it still: it is all that would go on drawing while nothing happens."""
    if hasattr(widget, "cursor_blink"):
        widget.cursor_blink = not look.still
