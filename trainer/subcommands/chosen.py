"""``coolhead settings``: every setting with its value, its meaning and what it takes; setting one; as usual again."""

from __future__ import annotations

from textwrap import fill
from typing import Any

from trainer.errors import Exit, say
from trainer.records.locations import settings_file
from trainer.settings.current import change, notices, reset, set_keys, settings
from trainer.settings.model import SETTINGS
from trainer.settings.words import grouped, now_of, setting_named, stands, typed_change
from trainer.subcommands.output import emit, tell
from trainer.text import safe_text

MARGIN = " " * 6


def show_settings(*, as_json: bool) -> int:
    """Every setting."""
    _warn()
    if as_json:
        emit({"file": str(settings_file()), "notices": list(notices()), "settings": {key: _facts(key) for key in SETTINGS}})
        return Exit.DONE
    tell(f"Kept in {settings_file()}")
    for head, group in grouped():
        tell(f"\n{head}")
        for one in group:
            tell(f"  {one.key}: {stands(one.key)}")
            tell(fill(f"{one.about} It takes {one.takes}.", 96, initial_indent=MARGIN, subsequent_indent=MARGIN))
    tell("\nChange one with: coolhead settings set KEY VALUE")
    return Exit.DONE


def set_setting(key: str, value: str, *, as_json: bool) -> int:
    """Set one, and say how it stands. Raises UsageError or NotKeptError."""
    one = setting_named(key)
    change(typed_change(one.key, value))
    return _told(one.key, as_json=as_json)


def reset_settings(key: str, *, as_json: bool) -> int:
    """One or all as usual again. Raises UsageError or NotKeptError."""
    if key:
        one = setting_named(key)
        reset([one.key])
        return _told(one.key, as_json=as_json)
    reset()
    if as_json:
        emit({key: _value(key) for key in SETTINGS})
    else:
        tell("All settings are as usual again.")
    return Exit.DONE


def _told(key: str, *, as_json: bool) -> int:
    _warn()
    if as_json:
        emit({key: _value(key)})
    else:
        tell(f"{key}: {now_of(key)}")
    return Exit.DONE


def _facts(key: str) -> dict[str, Any]:
    one = SETTINGS[key]
    return {"value": _value(key), "usual": one.usual, "set": key in set_keys(), "takes": one.takes, "title": one.title, "about": one.about}


def _value(key: str) -> Any:
    return getattr(settings(), key)


def _warn() -> None:
    for notice in notices():
        say(safe_text(notice))
