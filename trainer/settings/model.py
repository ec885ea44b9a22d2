"""The settings there are: what each is called, what it means, what it takes, and what it is where nobody has chosen.

This is the one list: the file, the commands, the screen, the palette and the plain view are all drawn from it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from scenarios.moves import Intensity
from scenarios.problems import CONTROL, shown


class ThemeName(StrEnum):
    """The themes; each pair is one scheme for dark and for light rooms."""

    DARK = "dark"
    LIGHT = "light"
    DARK_HIGH_CONTRAST = "dark-high-contrast"
    LIGHT_HIGH_CONTRAST = "light-high-contrast"
    DARK_COLOUR_SAFE = "dark-colour-safe"
    LIGHT_COLOUR_SAFE = "light-colour-safe"


class Switch(StrEnum):
    """On, off, or as the surroundings say."""

    AUTO = "auto"
    ON = "on"
    OFF = "off"


class Pace(StrEnum):
    """How long a customer is typing before their words show."""

    AT_ONCE = "at-once"
    QUICK = "quick"
    USUAL = "usual"
    SLOW = "slow"


class VoiceName(StrEnum):
    """What words the customer's lines."""

    SCRIPT = "script"
    MODEL = "model"
    HTTP = "http"


class Settings(BaseModel):
    """Everything that can be chosen, in the order it is shown."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    theme: ThemeName = Field(
        ThemeName.DARK,
        title="Theme",
        description="The colours of the screen. High contrast is 7 to 1 or more. Colour-safe uses blue and orange only. ctrl+t changes between dark and light.",
    )
    colour: Switch = Field(
        Switch.AUTO, title="Colour", description="Auto leaves colour out where NO_COLOR says so. On keeps it all the same; off leaves it out."
    )
    reduced_motion: Switch = Field(
        Switch.AUTO,
        title="Less motion",
        description="No typing pause, no words one by one, no blinking. Auto does so over ssh, or where TEXTUAL_ANIMATIONS is none.",
    )
    pace: Pace = Field(Pace.USUAL, title="Typing pause", description="How long the customer is typing before their line shows. Any key lets it through.")
    wide_from: int = Field(100, ge=60, le=400, title="Wide from", description="Columns from which talk and desk stand side by side.")
    plain: bool = Field(
        False, title="Plain view always", description="Open the plain view, flat lines for a screen reader, without being asked. Holds from the next start."
    )
    intensity: Intensity = Field(
        Intensity.REAL,
        title="Intensity",
        description="How rough customers get: calm attacks nobody, real attacks the company, raw insults you. Each briefing can say otherwise.",
    )
    practice: bool = Field(True, title="Practice mode", description="Begin calls in practice: with rewind and coach at hand. Each briefing can say otherwise.")
    meter: bool = Field(True, title="Mood meter", description="In practice, show the customer's mood in figures and words.")
    coach: bool = Field(False, title="Coach", description="In practice, begin with the coach: it looks at each draft before it goes.")
    editor: str = Field(
        "",
        max_length=300,
        title="Editor",
        description="The program that opens your scenarios, such as nano or code --wait. Empty: what VISUAL or EDITOR names.",
    )
    daily_reps: int = Field(3, ge=1, le=20, title="Daily practice", description="How many pieces of practice one day asks for.")
    voice: VoiceName = Field(
        VoiceName.SCRIPT,
        title="The customer's voice",
        description="Script shows the written lines. Model and http have a language model word them, checked line by line.",
    )
    voice_model: str = Field("", max_length=1000, title="Voice: model", description="The model's folder; with http, the name the server gives it.")
    voice_server: str = Field("", max_length=1000, title="Voice: server", description="The server's address, such as http://127.0.0.1:8080")
    voice_remote: bool = Field(
        False, title="Voice: other machines", description="The server may be another machine. What is written in a call is then sent there."
    )
    voice_seconds: float = Field(
        6.0,
        ge=1.0,
        le=60.0,
        allow_inf_nan=False,
        title="Voice: patience",
        description="Seconds from Enter until some line is shown, a model's or the written one.",
    )

    second_opinion: bool = Field(
        False,
        title="Second opinion",
        description="Lets the debrief ask a language model of yours about single replies (s; in words: second opinion). It is never part of your score.",
    )
    second_opinion_from: str = Field(
        "",
        max_length=1000,
        title="Second opinion: model",
        description="A model's folder or a server's address. Empty: the model that words the customer.",
    )

    @field_validator("editor", "voice_model", "voice_server", "second_opinion_from")
    @classmethod
    def _one_line(cls, text: str) -> str:
        if CONTROL.search(text) or "\n" in text:
            raise ValueError("no control characters")
        return text.strip()


GROUPS: Mapping[str, str] = {
    "theme": "The screen",
    "intensity": "Calls",
    "editor": "Your own scenarios",
    "daily_reps": "Practice",
    "voice": "The customer's voice",
    "second_opinion": "A second opinion",
}
"""The setting each group begins with."""


@dataclass(frozen=True, kw_only=True)
class Setting:
    """One setting as it is offered."""

    key: str
    title: str
    about: str
    usual: Any
    choices: tuple[str, ...] = ()
    """its values, where they can be named; a number or a text has none"""
    span: tuple[float, float] | None = None
    """the least and the most of a number"""
    step: float = 1

    @property
    def takes(self) -> str:
        """What may be written, in words."""
        if self.span:
            return f"a number from {self.span[0]:g} to {self.span[1]:g}"
        return f"{', '.join(self.choices[:-1])} or {self.choices[-1]}" if self.choices else "a line of text"


def _setting(key: str) -> Setting:
    field = Settings.model_fields[key]
    usual = field.default
    limits = {type(one).__name__: one for one in field.metadata}
    span = (float(limits["Ge"].ge), float(limits["Le"].le)) if "Ge" in limits else None
    choices = ("yes", "no") if isinstance(usual, bool) else tuple(type(usual)) if isinstance(usual, StrEnum) else ()
    step = {"wide_from": 10}.get(key, 1)
    return Setting(key=key, title=field.title or key, about=field.description or "", usual=usual, choices=choices, span=span, step=step)


SETTINGS: Mapping[str, Setting] = {key: _setting(key) for key in Settings.model_fields}


ALIASES = {"mood": "meter"}
"""What a setting is called at other prompts."""


def key_of(typed: str) -> str | None:
    """The key somebody means: dashes, capitals, a setting's title and what else it goes by are taken too. None where there is none."""
    plain = typed.strip().lower().replace("-", "_").replace(" ", "_")
    plain = ALIASES.get(plain, plain)
    return plain if plain in SETTINGS else next((s.key for s in SETTINGS.values() if s.title.lower() == typed.strip().lower()), None)


def valued(key: str, value: Any) -> Any:
    """What a value written for a key means; a switch takes yes and no too. Raises ValueError with a sentence where it cannot be."""
    if isinstance(value, str) and Switch.ON in SETTINGS[key].choices:
        value = {"yes": Switch.ON.value, "no": Switch.OFF.value}.get(value.strip().lower(), value)
    try:
        made = Settings.model_validate({key: value.strip().lower() if isinstance(value, str) and SETTINGS[key].choices else value})
    except ValidationError as error:
        written = f"'{shown(value)}'" if isinstance(value, str | int | float) else "what stands there"
        raise ValueError(f"{key} cannot be {written}: it takes {SETTINGS[key].takes}.") from error
    return getattr(made, key)


def as_words(value: Any) -> str:
    """A value as it is shown and as it may be typed."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:g}" if isinstance(value, float) else str(value)


def next_value(key: str, value: Any, *, back: bool = False) -> Any:
    """The value a key press away: the next choice round and round, or a step of a number within its limits."""
    setting = SETTINGS[key]
    if setting.span:
        stepped = value + (-setting.step if back else setting.step)
        return type(setting.usual)(min(setting.span[1], max(setting.span[0], stepped)))
    if not setting.choices:
        return value
    at = setting.choices.index(as_words(value))
    return valued(key, setting.choices[(at + (-1 if back else 1)) % len(setting.choices)])
