"""The page that says what the terms of the screen below it mean."""

from __future__ import annotations

from typing import Any

from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList, Static

from trainer.glossary import HEAD, NONE, terms_in
from trainer.text import safe_line
from trainer.tui.screens.page import PageScreen

SPOKEN = ".turn, #card, #line"
"""The turns of a call, the customer's card at the desk, and the line with the customer's name and manner."""


def terms_page(screen: Screen[Any]) -> PageScreen:
    """Each term the screen shows, with what it means."""
    parts: list[str | tuple[str, str]] = []
    for term in terms_in(words_of(screen)):
        parts += [(f"{term.told.partition(':')[0]}\n", "bold"), f"  {safe_line(term.means)}\n"]
    return PageScreen(HEAD, Content.assemble(*parts or [f"{NONE} F1 tells what can be done here."]).rstrip())


def words_of(screen: Screen[Any]) -> str:
    """Everything the program itself has to say here: not what is being written, nor what was said in the call, nor what stands at the desk."""
    said = {id(widget) for spoken in screen.query(SPOKEN) for widget in spoken.walk_children(with_self=True)}
    shown = [visual.plain for widget in screen.query(Static) if id(widget) not in said and isinstance(visual := widget.visual, Content)]
    listed = [str(option.prompt) for options in screen.query(OptionList) for option in options.options]
    return "\n".join((*shown, *listed))
