"""Which of the two views opens, and opening it. Loads neither before it is chosen."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from trainer.settings.early import peek

if TYPE_CHECKING:
    from trainer.voices.choice import VoiceChoice

PLAIN_VARIABLE = "COOLHEAD_PLAIN"
"""Environment variable that asks for the plain view: for screen readers, pipes and plain terminals."""


def open_game(
    *,
    plain: bool,
    scenario: str | None = None,
    seed: int | None = None,
    intensity: str | None = None,
    resume: str | None = None,
    after: str | None = None,
    language: str | None = None,
    coach: bool = False,
    voice: VoiceChoice | None = None,
    mode: str | None = None,
    asked: Mapping[str, Any] | None = None,
) -> int:
    """Start one of the two views, on a scenario (``after`` the call of its first part), on an unfinished attempt, on a form of practice
    (``mode``, a name of ``trainer.modes``, with what was ``asked`` of it), or at home."""
    if plain:
        from trainer.plain.view import run_plain

        return run_plain(
            scenario=scenario, seed=seed, intensity=intensity, resume=resume, after=after, language=language, coach=coach, voice=voice, mode=mode, asked=asked
        )
    from trainer.tui import run_app

    return run_app(
        scenario=scenario, seed=seed, intensity=intensity, resume=resume, after=after, language=language, coach=coach, voice=voice, mode=mode, asked=asked
    )


def wants_plain() -> bool:
    """Whether to use the plain view unasked: the variable or the settings say so, or there is no full terminal to draw on."""
    asked = asked_plain()
    if asked is not None:
        return asked
    return os.environ.get("TERM") == "dumb" or not (sys.stdin.isatty() and sys.stdout.isatty()) or peek().plain


def asked_plain() -> bool | None:
    """What the variable says; None where nobody has set it."""
    asked = os.environ.get(PLAIN_VARIABLE, "").strip().lower()
    return asked not in ("0", "no", "off", "false") if asked else None
