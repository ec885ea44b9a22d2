"""The few settings the first frame cannot do without, found in the file line by line.

The parser and the models cost more than the frame itself, so they come after it; ``current`` then reads the file properly,
and what it finds is what holds. Here only lines of the form ``key: word`` count, and nothing is ever complained of.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path

from trainer.records.locations import settings_file

_LINE = re.compile(r"""^(theme|colour|reduced_motion|wide_from|plain):[ \t]+["']?([\w-]+)["']?[ \t]*(?:#.*)?$""", re.MULTILINE)
_MOST = 65_536
"""Characters looked at."""
YES = frozenset({"yes", "true", "on", "y", "t", "1"})


@dataclass(frozen=True)
class Look:
    """How the screen looks."""

    theme: str = "dark"
    colour: str = "auto"
    reduced_motion: str = "auto"
    wide_from: int = 100
    plain: bool = False

    @property
    def colourless(self) -> bool:
        """Whether to leave colour out. An empty NO_COLOR asks for nothing, as its convention has it."""
        return self.colour == "off" or (self.colour == "auto" and bool(os.environ.get("NO_COLOR")))

    @property
    def still(self) -> bool:
        """Whether to leave motion out."""
        asked = os.environ.get("TEXTUAL_ANIMATIONS", "").strip().lower() == "none" or bool(os.environ.get("SSH_CONNECTION"))
        return self.reduced_motion == "on" or (self.reduced_motion == "auto" and asked)


def peek() -> Look:
    """What the settings file says of the look, as far as it can be told at a glance."""
    file = settings_file()
    found = {key: word.lower() for key, word in _LINE.findall(_text(file))}
    usual = Look()
    columns = found.get("wide_from", "")
    return Look(
        theme=found.get("theme", usual.theme),
        colour=found.get("colour", usual.colour),
        reduced_motion=found.get("reduced_motion", usual.reduced_motion),
        wide_from=int(columns) if columns.isascii() and columns.isdigit() and 60 <= int(columns[:6]) <= 400 else usual.wide_from,
        plain=found.get("plain", "") in YES,
    )


def _text(file: Path) -> str:
    try:
        if not file.is_file():
            return ""
        with file.open(encoding="utf-8", errors="replace") as stream:
            return stream.read(_MOST)
    except (OSError, ValueError):
        return ""
