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


MODES: tuple[Mode, ...] = (
    Mode(
        name="author",
        key="a",
        title="Author",
        about="write scenarios of your own: check, preview, measure, pack",
        screen="trainer.tui.screens.author:AuthorScreen",
        plain="trainer.plain.author:author",
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
