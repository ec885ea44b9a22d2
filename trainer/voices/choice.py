"""Which voice is to be used: what was asked for, checked, kept, and made.

The choice is kept among the settings once it is made in the game; an option on the command line goes before it and is not kept.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict, Field

from trainer.errors import PrerequisiteError, UsageError
from trainer.records.locations import data_folder
from trainer.settings.current import change, settings
from trainer.settings.model import VoiceName

__all__ = ["Asked", "VoiceChoice", "VoiceName", "choice_for", "chosen", "drafter_for", "keep", "kept_choice", "voice_of"]

if TYPE_CHECKING:
    from trainer.voices.drafted import DraftedVoice
    from trainer.voices.http.drafter import ServedDrafter
    from trainer.voices.model.drafter import LocalDrafter

MARGIN = 0.5
"""Seconds kept back of the deadline: when it is reached the written line must be on the screen already."""


class VoiceChoice(BaseModel):
    """A voice and what it needs."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    voice: VoiceName = VoiceName.SCRIPT
    model: str = Field("", max_length=1000)
    """the model's folder; with ``http`` the name the server serves it under, the first it names where left out"""
    url: str = Field("", max_length=1000)
    allow_remote: bool = False
    """the server may be another machine"""
    seconds: float = Field(6.0, ge=1.0, le=60.0)
    """from Enter until some line is shown"""

    @property
    def words(self) -> str:
        """The choice as it is told."""
        if self.voice is VoiceName.SCRIPT:
            return "the written lines"
        return f"a model in {self.model}" if self.voice is VoiceName.MODEL else f"a server at {self.url}"


@dataclass(frozen=True)
class Asked:
    """What a command line said; what it left out is None."""

    voice: str | None = None
    model: str | None = None
    url: str | None = None
    allow_remote: bool = False


def kept_choice() -> VoiceChoice:
    """The choice the settings hold; the script where there is none."""
    now = settings()
    return VoiceChoice(voice=now.voice, model=now.voice_model, url=now.voice_server, allow_remote=now.voice_remote, seconds=now.voice_seconds)


def keep(choice: VoiceChoice) -> None:
    """Remember a choice. Raises NotKeptError where nothing can be written; it then holds for this sitting."""
    change(
        {
            "voice": choice.voice,
            "voice_model": choice.model,
            "voice_server": choice.url,
            "voice_remote": choice.allow_remote,
            "voice_seconds": choice.seconds,
        }
    )


def chosen(asked: Asked) -> VoiceChoice:
    """What was asked for, over what was kept. Raises UsageError where it does not fit together."""
    kept = kept_choice()
    name = asked.voice or (VoiceName.HTTP if asked.url else VoiceName.MODEL if asked.model else kept.voice)
    if name not in set(VoiceName):
        raise UsageError(f"There is no voice '{name[:40]}'; the voices are {', '.join(VoiceName)}.")
    same = kept if kept.voice == name else VoiceChoice(seconds=kept.seconds)
    found = same.model_copy(
        update={
            "voice": VoiceName(name),
            "model": same.model if asked.model is None else asked.model,
            "url": same.url if asked.url is None else asked.url,
            "allow_remote": same.allow_remote or asked.allow_remote,
        }
    )
    if found.voice is VoiceName.SCRIPT and (asked.model or asked.url):
        raise UsageError("--model and --url belong to another voice than script.", "Leave them out, or say --voice model or --voice http")
    if found.voice is VoiceName.MODEL and asked.url:
        raise UsageError("--url belongs to --voice http.", "Leave one of them out.")
    return found


def choice_for(place: str, *, name: str = "", allow_remote: bool = False) -> VoiceChoice:
    """A folder or an address, told apart by its beginning."""
    if place.lower().startswith(("http://", "https://")):
        return VoiceChoice(voice=VoiceName.HTTP, url=place[:1000], model=name[:1000], allow_remote=allow_remote)
    return VoiceChoice(voice=VoiceName.MODEL, model=place[:1000])


def drafter_for(choice: VoiceChoice) -> LocalDrafter | ServedDrafter:
    """What drafts for a choice, not yet loaded. Raises CoolheadError where it cannot be: why, and what to do."""
    if choice.voice is VoiceName.MODEL:
        from trainer.voices.model.drafter import LocalDrafter
        from trainer.voices.model.folder import installed, looked_at

        if not choice.model:
            raise UsageError("The model voice needs a folder.", "Such as: --voice model --model ~/models/NAME")
        folder = looked_at(Path(choice.model))
        installed()
        return LocalDrafter(folder.path, log=data_folder() / "model.log")
    from importlib.util import find_spec

    from trainer.voices.http.address import EXAMPLE, api_base
    from trainer.voices.http.drafter import ServedDrafter

    if not choice.url:
        raise UsageError("The http voice needs a server's address.", EXAMPLE)
    base = api_base(choice.url, allow_remote=choice.allow_remote)
    if find_spec("httpx2") is None:
        raise PrerequisiteError("A server needs httpx2, which the base installation leaves out.", "Add it with: pip install 'coolhead[lm-http]'")
    return ServedDrafter(base, model=choice.model)


def voice_of(choice: VoiceChoice) -> DraftedVoice | None:
    """The chosen voice, loading in the background; None for the script. Raises what ``drafter_for`` raises."""
    if choice.voice is VoiceName.SCRIPT:
        return None
    from trainer.voices.drafted import DraftedVoice
    from trainer.voices.manners import guarded

    return DraftedVoice(drafter_for(choice), guarded(), within=choice.seconds - MARGIN)
