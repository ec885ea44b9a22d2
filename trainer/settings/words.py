"""How settings are told, in every view: one line each, and what a typed change comes to."""

from __future__ import annotations

from collections.abc import Iterator

from scenarios.problems import did_you_mean, shown
from trainer.errors import UsageError
from trainer.settings.current import settings
from trainer.settings.model import GROUPS, SETTINGS, Setting, as_words, key_of, valued

SEE = "See what there is with: coolhead settings"


def now_of(key: str) -> str:
    """The value that holds, in words."""
    return as_words(getattr(settings(), key)) or "none"


def unusual(key: str) -> bool:
    """Whether somebody has chosen otherwise than usual."""
    return bool(getattr(settings(), key) != SETTINGS[key].usual)


def stands(key: str) -> str:
    """``light (usual: dark)``"""
    usual = as_words(SETTINGS[key].usual) or "none"
    return f"{now_of(key)} (usual: {usual})" if unusual(key) else now_of(key)


def grouped() -> Iterator[tuple[str, list[Setting]]]:
    """The settings under their headings."""
    head, group = "", list[Setting]()
    for key, one in SETTINGS.items():
        if key in GROUPS:
            if group:
                yield head, group
            head, group = GROUPS[key], []
        group.append(one)
    yield head, group


def part_named(typed: str) -> tuple[str, list[Setting]] | None:
    """The heading somebody means by its number, by all of it or by a word of it, and what stands under it; a setting's own name is none."""
    parts, word = list(grouped()), typed.strip().lower().rstrip(".")
    if word.isascii() and word.isdigit() and len(word) < 3:
        return parts[int(word) - 1] if 0 < int(word) <= len(parts) else None
    if not word or key_of(word):
        return None
    return next((part for part in parts if part[0].lower() == word or word in part[0].lower().split()[-1:]), None)


def setting_named(typed: str) -> Setting:
    """The setting of a typed name. Raises UsageError where there is none."""
    key = key_of(typed)
    if key is None:
        near = did_you_mean(typed.strip().lower().replace("-", "_"), SETTINGS)
        raise UsageError(f"There is no setting '{shown(typed)}'.{f' Did you mean {near}?' if near else ''}", SEE)
    return SETTINGS[key]


def typed_change(key: str, value: str) -> dict[str, object]:
    """The change that ``theme light`` asks for. Raises UsageError where the value cannot be."""
    try:
        return {key: valued(key, value)}
    except ValueError as error:
        raise UsageError(str(error)) from error
