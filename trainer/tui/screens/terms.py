"""The page that says what the terms of the screen below it mean."""

from __future__ import annotations

from typing import Any

from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList, Static

from trainer.glossary import HEAD, NONE, terms_in
from trainer.text import safe_line
from trainer.tui.screens.page import PageScreen


def terms_page(screen: Screen[Any]) -> PageScreen:
    """Each term the screen shows, with what it means."""
    parts: list[str | tuple[str, str]] = []
    for term in terms_in(words_of(screen)):
        parts += [(f"{term.told.partition(':')[0]}\n", "bold"), f"  {safe_line(term.means)}\n"]
    return PageScreen(HEAD, Content.assemble(*parts or [NONE]).rstrip())


def words_of(screen: Screen[Any]) -> str:
    """Everything the screen has to read; what is being written is nobody's term."""
    shown = [visual.plain for widget in screen.query(Static) if isinstance(visual := widget.visual, Content)]
    listed = [str(option.prompt) for options in screen.query(OptionList) for option in options.options]
    return "\n".join((*shown, *listed))
