"""The settings that hold now: the file's, read again when it changes, with what could not be written laid over it.

Views ask here each time they need one, so that a change works at once, wherever it was made: on the screen, by a command
in another window, or in an editor.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from threading import RLock
from typing import Any

from trainer.records.locations import settings_file
from trainer.settings.early import Look
from trainer.settings.file import NotKeptError, Read, read, write
from trainer.settings.model import SETTINGS, Settings
from trainer.settings.voice_json import carried_over

_LOCK = RLock()
_unsaved: dict[Path, dict[str, Any]] = {}
"""What is not yet written, or could not be, by file: it holds for this sitting."""


def settings() -> Settings:
    """The settings as they stand."""
    file = settings_file()
    kept = _found(file).values
    return Settings.model_construct(**{**kept, **_unsaved.get(file, {})})


def notices() -> tuple[str, ...]:
    """A sentence for each thing in the file that does not count."""
    return _found(settings_file()).notices


def set_keys() -> frozenset[str]:
    """The settings that somebody has set."""
    file = settings_file()
    kept = _found(file).values
    return frozenset({**kept, **_unsaved.get(file, {})})


def hold(changes: Mapping[str, Any]) -> None:
    """Set settings, each to a value ``model.valued`` gave, at once; ``save`` keeps them."""
    with _LOCK:
        file = settings_file()
        _unsaved[file] = {**_unsaved.get(file, {}), **changes}


def save() -> None:
    """Keep what is held. Raises NotKeptError; it then holds for this sitting. May wait for another process."""
    file = settings_file()
    with _LOCK:
        waiting = dict(_unsaved.get(file, {}))
    if not waiting:
        return
    try:
        write(file, waiting)
    except NotKeptError as error:
        raise NotKeptError(error.sentence, f"The change holds until Coolhead is closed. {error.remedy}") from error
    with _LOCK:  # what was set meanwhile waits for the next time
        _unsaved[file] = {key: value for key, value in _unsaved[file].items() if key not in waiting or waiting[key] != value}


def change(changes: Mapping[str, Any]) -> None:
    """Set settings and keep them. Raises NotKeptError."""
    hold(changes)
    save()


def reset(keys: Iterable[str] = tuple(SETTINGS)) -> None:
    """Set settings as usual again. Raises NotKeptError."""
    change({key: SETTINGS[key].usual for key in keys})


def forget() -> None:
    """The file was deleted: nothing of it holds any more."""
    with _LOCK:
        _unsaved.pop(settings_file(), None)


def look() -> Look:
    """How the screen is to look."""
    now = settings()
    return Look(str(now.theme), str(now.colour), str(now.reduced_motion), now.wide_from, now.plain)


def _found(file: Path) -> Read:
    with _LOCK:
        if not_written := carried_over(file):
            _unsaved[file] = {**not_written, **_unsaved.get(file, {})}
        try:
            facts = file.stat()
        except OSError:
            return Read()
        return _kept(file, facts.st_mtime_ns, facts.st_size, facts.st_ino)


@lru_cache(maxsize=4)
def _kept(file: Path, _changed: int, _size: int, _inode: int) -> Read:
    return read(file)
