"""What is said between the game and the model's process: one JSON object a line, orders one way, news the other."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

MOST_BYTES = 1_000_000
"""Of one line; a longer one is no message of ours."""


class _Said(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


Messages = tuple[dict[str, str], ...]


class Write(_Said):
    """Draft a line that answers these messages; whatever else is under way gives way."""

    kind: Literal["write"] = "write"
    id: int
    messages: Messages
    seed: int = 0
    temperature: float = 0.8


class Commit(_Said):
    """Read, in idle time, what both of these prompts begin with."""

    kind: Literal["commit"] = "commit"
    id: int
    one: Messages
    other: Messages
    root: bool = False


class Weigh(_Said):
    """Say how likely each of these answers is to come next; done in idle time, and drafts go before it."""

    kind: Literal["weigh"] = "weigh"
    id: int
    messages: Messages
    answers: tuple[str, ...]
    beside: Messages = ()
    """another prompt about the same thing; what both begin with is kept"""


class Cancel(_Said):
    """Nobody waits for this any longer."""

    kind: Literal["cancel"] = "cancel"
    id: int


Order = Annotated[Write | Commit | Weigh | Cancel, Field(discriminator="kind")]
ORDERS: TypeAdapter[Order] = TypeAdapter(Order)


class Ready(_Said):
    """The model is loaded and tried."""

    kind: Literal["ready"] = "ready"
    family: str
    quirks: dict[str, bool]
    sharing: str
    """how the cache is reused; ``none`` where no way held"""
    device: str
    dtype: str
    read: float
    """tokens read a second"""
    written: float
    """tokens written a second"""
    line: float
    """seconds a usual line takes from Enter"""
    loading: float
    """seconds it took to load and try"""
    memory: int = 0
    """bytes the process holds at most"""


class Refused(_Said):
    """The model cannot be used; why, in a sentence."""

    kind: Literal["refused"] = "refused"
    why: str


class Written(_Said):
    """A drafted line."""

    kind: Literal["written"] = "written"
    id: int
    text: str
    fed: int
    new: int
    first: float
    """seconds to the first token"""
    seconds: float


class Committed(_Said):
    """The talk is read; ``length`` tokens are known now."""

    kind: Literal["committed"] = "committed"
    id: int
    fed: int
    length: int


class Weighed(_Said):
    """How likely each answer is, in the order they were given."""

    kind: Literal["weighed"] = "weighed"
    id: int
    shares: tuple[float, ...]


class Stopped(_Said):
    """Cancelled, as was asked."""

    kind: Literal["stopped"] = "stopped"
    id: int


class Failed(_Said):
    """One order failed; the process goes on."""

    kind: Literal["failed"] = "failed"
    id: int
    why: str


News = Annotated[Ready | Refused | Written | Committed | Weighed | Stopped | Failed, Field(discriminator="kind")]
NEWS: TypeAdapter[News] = TypeAdapter(News)
