"""The choice of a voice as an earlier Coolhead kept it, carried over into the settings once."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from pathlib import Path
from typing import Any

from trainer.settings.file import NotKeptError, read, write
from trainer.settings.model import SETTINGS, valued

_NAMES = {"voice": "voice", "model": "voice_model", "url": "voice_server", "allow_remote": "voice_remote", "seconds": "voice_seconds"}
_refused: set[Path] = set()
"""files that could not be carried over in this sitting; they are not tried again at every look"""


def carried_over(file: Path) -> dict[str, Any]:
    """Take an old ``voice.json`` beside the settings into them, unless they name a voice already; it is then kept as ``voice.json.bak``.

    What could not be written comes back, to hold for this sitting.
    """
    old = file.with_name("voice.json")
    if old in _refused or not old.is_file():
        return {}
    chosen = _chosen(old)
    try:
        here = read(file).values
        if chosen and not any(key in here for key in _NAMES.values()):
            write(file, chosen)
        os.replace(old, old.with_name("voice.json.bak"))
    except (NotKeptError, OSError):
        _refused.add(old)
        return chosen
    return {}


def _chosen(old: Path) -> dict[str, Any]:
    found: dict[str, Any] = {}
    with suppress(OSError, ValueError, RecursionError):
        kept = json.loads(old.read_bytes()[:65_536])
        for name, key in _NAMES.items() if isinstance(kept, dict) else ():
            with suppress(ValueError):
                if name in kept and isinstance(kept[name], type(SETTINGS[key].usual) | str | int):
                    found[key] = valued(key, kept[name])
    return found
