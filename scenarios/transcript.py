"""A call as an append-only list of typed events: the only bridge between play and judgement.

A *turn* is one party's go, counted from 0 (the customer's opening) over customer turns, rep replies and desk actions
alike; every event carries the turn it belongs to, so ``turn`` is also the index into the exchange form's ``turns``.
Nothing here reads a clock or a file.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, SerializerFunctionWrapHandler, model_serializer

from scenarios.edition import Edition
from scenarios.moves import Ending, Intensity, Move, Reaction
from scenarios.reading import Reading

SCHEMA = 1
"""Version of the transcript form; raised whenever an older reader of transcripts could misread a newer one."""


class Frozen(BaseModel):
    """Base of everything stored: frozen, and no key it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Mood(Frozen):
    """What the customer feels, each 0-100."""

    anger: float
    trust: float
    heard: float
    hope: float
    patience: float


class Discovery(Frozen):
    """Something the customer found out: a lie, a broken promise, or a kept one."""

    kind: Literal["lie", "broken", "kept", "fault", "misunderstanding"]
    ref: str
    """fact id, action id or misunderstanding id"""
    turn: int
    """the turn in which the rep said it (or the present turn where the rep said nothing)"""
    how: str = ""
    """one sentence: how it came out"""


class Opened(Frozen):
    """The call was picked up: all that decides how it can go."""

    kind: Literal["opened"] = "opened"
    turn: Literal[0] = 0
    scenario: str
    content: str
    """hash of the scenario's content, 16 hexadecimal digits"""
    seed: int
    intensity: Intensity
    engine: str
    schema_version: int = SCHEMA
    edition: Edition | None = None
    """which way of several to play the scenario's file this was"""

    @model_serializer(mode="wrap")
    def _as_ever(self, written: SerializerFunctionWrapHandler) -> dict[str, Any]:
        """Without an edition the header is what it was before there were any, so that older versions go on reading it."""
        return {key: value for key, value in written(self).items() if key != "edition" or value is not None}


class RepSaid(Frozen):
    """One reply, with what was understood of it at the time."""

    kind: Literal["said"] = "said"
    turn: int
    text: str
    reading: Reading
    seconds: int
    """simulated seconds this reply took, from its length"""


class RepActed(Frozen):
    """One use of a desk action, whether it worked or was refused by the desk."""

    kind: Literal["acted"] = "acted"
    turn: int
    do: str
    args: dict[str, str] = Field(default_factory=dict)
    ok: bool
    result: str
    """what the desk shows: a confirmation, what a check found, or why it refused"""
    seconds: int


class CustomerMoved(Frozen):
    """The engine's decision: mood and move, before any words."""

    kind: Literal["moved"] = "moved"
    turn: int
    move: Move
    mood: Mood
    about: str | None = None
    """id of the concern, fact, misunderstanding, outcome or action it is about"""
    question: str | None = None
    """id of the question put to the rep in this turn (``concern/0``), when there is one"""
    says: str | None = None
    """words fixed by the scenario (a beat, a discovery, the opening); a voice must keep them"""
    reaction: Reaction | None = None
    slots: dict[str, str] = Field(default_factory=dict)
    """public words a line may use: amount, date, offer, question, claim, wait, done"""
    answers: tuple[str, ...] = ()
    """ids of what the rep asked outright and is told first in this turn"""
    provocation: bool = False
    """the turn attacks the rep or the firm"""
    found_out: tuple[Discovery, ...] = ()
    why: tuple[str, ...] = ()
    """short reasons for the change of mood, for the debrief: ``BLAME anger +16``"""

    @model_serializer(mode="wrap")
    def _as_ever(self, written: SerializerFunctionWrapHandler) -> dict[str, Any]:
        """A turn that answers nothing outright is written as it was before any could, so that older versions go on reading it."""
        return {key: value for key, value in written(self).items() if key != "answers" or value}


class CustomerSaid(Frozen):
    """The words of a customer turn; never read back by engine or scoring."""

    kind: Literal["replied"] = "replied"
    turn: int
    text: str
    voice: str
    """which voice worded it: ``script``; ``model`` or ``http``, and where that fell back to the script, why: ``model:late``"""
    script: str | None = None
    """the scripted line, where a model's words were shown in its place"""

    @property
    def meaning(self) -> str:
        """The turn in the script's words: what a reply is read against and judged by, whatever was shown."""
        return self.text if self.script is None else self.script

    @model_serializer(mode="wrap")
    def _as_ever(self, written: SerializerFunctionWrapHandler) -> dict[str, Any]:
        """Without words of a model's the event is what it was before there were any, so that older versions go on reading it."""
        return {key: value for key, value in written(self).items() if key != "script" or value is not None}


class Ended(Frozen):
    """How the call ended and what it was worth."""

    kind: Literal["ended"] = "ended"
    turn: int
    """the last turn of the call"""
    ending: Ending
    outcome: str | None
    worth: float
    """0-1: what this ending is worth to this customer"""
    mood: Mood
    verdict: float
    """0-100: the customer's own verdict"""
    aftermath: tuple[Discovery, ...] = ()
    """what came due after the call"""


class Verdict(Frozen):
    """The customer's verdict in their own words, and what happened next."""

    kind: Literal["verdict"] = "verdict"
    turn: int
    text: str
    next: tuple[str, ...] = ()


Event = Annotated[Opened | RepSaid | RepActed | CustomerMoved | CustomerSaid | Ended | Verdict, Field(discriminator="kind")]


class Transcript(Frozen):
    """One call, live or finished, or a foreign chat read in. ``events`` is append-only."""

    id: str = ""
    scenario: str | None = None
    events: tuple[Event, ...] = ()
