"""The full-screen view of a call. Importing this package loads nothing; ``run_app`` loads Textual and starts the screen."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from trainer.voices.choice import VoiceChoice


def run_app(
    scenario: str | None = None,
    seed: int | None = None,
    *,
    intensity: str | None = None,
    resume: str | None = None,
    store: Path | str | None = None,
    after: str | None = None,
    language: str | None = None,
    coach: bool = False,
    voice: VoiceChoice | None = None,
    mode: str | None = None,
    asked: Mapping[str, Any] | None = None,
) -> int:
    """Run the terminal application and return the exit code.

    ``scenario`` (an id or a file) opens its briefing at once, ``resume`` goes on with an unfinished attempt by its id,
    ``intensity`` is ``calm``, ``real`` or ``raw``, ``store`` says where attempts are kept instead of the usual place,
    ``after`` names the call of the first part that a second part follows,
    ``language`` plays the scenario in a language it is translated into, ``coach`` has a coach look at each draft in practice,
    ``voice`` words the customer's lines instead of the choice made last, ``mode`` opens a form of practice at once, with what was ``asked`` of it.
    """
    from trainer.tui.app import CoolheadApp, Start

    kept = str(store) if store else None
    app = CoolheadApp(start=Start(scenario, seed, intensity, resume, after, language, store=kept, coach=coach, voice=voice, mode=mode, asked=asked or {}))
    app.run()
    return app.return_code or 0
