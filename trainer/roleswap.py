"""One's own replies read from the other side: the call as the customer met it, and what one would have felt.

Pure functions over the transcript. Three moments are asked about: the reply after which the customer warmed most, the one
after which they cooled most, and one between. What one says is set beside what the customer felt; nothing of it is scored.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from scenarios.names import short_name
from trainer.text import safe_line
from trainer.words import HEARD_CUTS

if TYPE_CHECKING:
    from scenarios.model import Scenario
    from scenarios.transcript import Event, Mood

KIND = "role-swap"
"""The kind of remark by which an attempt keeps what was said here."""
MOMENTS = 3
CLEAR = 3.0
"""Change of a feeling, of 100, from which it is felt as one."""
QUOTED = 90


class Felt(StrEnum):
    """What a reply did to the one who read it."""

    CALMER = "calmer"
    SAME = "no different"
    ANGRIER = "angrier"


@dataclass(frozen=True, kw_only=True)
class Received:
    """One reply as the customer got it, with what they had just written."""

    number: int
    """the reply, counted from 1"""
    turn: int
    before: str
    """the customer's own words that it answered"""
    words: str
    felt: Felt | None = None
    """what the customer felt; None where nothing could be measured, as after the last words of a call"""
    heard: bool | None = None
    """whether their sense of being heard grew, or stayed where it was high"""
    anger: tuple[float, float] = (0.0, 0.0)
    """before and after, 0-100"""
    warmed: float = 0.0
    """how far they warmed to the rep, all feelings together"""


@dataclass(frozen=True, kw_only=True)
class Said:
    """What the trainee says they would have felt."""

    turn: int
    felt: Felt
    heard: bool | None
    """None where that was not answered"""
    words: str = ""


@dataclass(frozen=True, kw_only=True)
class Swap:
    """The call from the other side."""

    name: str
    """the customer's whole name"""
    called: str
    situation: tuple[str, ...]
    """who they are and what they want, in two sentences"""
    replies: tuple[Received, ...]
    asked: tuple[int, ...]
    """turns of the replies that are asked about, in the order of the call"""


def swapped(scenario: Scenario, events: Sequence[Event]) -> Swap:
    """The call as the customer met it."""
    replies = tuple(_received(events))
    name = safe_line(scenario.customer.name, 60)
    return Swap(name=name, called=short_name(name), situation=_situation(scenario), replies=replies, asked=_asked(replies))


def _situation(scenario: Scenario) -> tuple[str, ...]:
    who, wants = safe_line(scenario.customer.about), safe_line(scenario.customer.wants).rstrip(".")
    first = who.split(". ")[0].rstrip(".")
    called = short_name(safe_line(scenario.customer.name, 60))
    return (*((f"{first}.",) if first else ()), f"What {called} wants: {wants}.")


def _received(events: Sequence[Event]) -> Iterator[Received]:
    """Every reply with the moods around it."""
    number, before = 0, ""
    moods = [(event.turn, event.mood) for event in events if event.kind == "moved"]
    for event in events:
        if event.kind == "replied":
            before = event.text
        elif event.kind == "said":
            number += 1
            plain = Received(number=number, turn=event.turn, before=before, words=event.text)
            was = next((mood for turn, mood in reversed(moods) if turn < event.turn), None)
            now = next((mood for turn, mood in moods if turn > event.turn), None)
            yield _felt(plain, was, now) if was and now else plain
            before = ""


def _felt(plain: Received, was: Mood, now: Mood) -> Received:
    """The reply with what it did."""
    anger, heard = now.anger - was.anger, now.heard - was.heard
    return replace(
        plain,
        felt=Felt.CALMER if anger <= -CLEAR else Felt.ANGRIER if anger >= CLEAR else Felt.SAME,
        heard=heard >= CLEAR or (now.heard >= HEARD_CUTS[1] and heard > -CLEAR),
        anger=(was.anger, now.anger),
        warmed=(now.trust - was.trust) + heard + (now.hope - was.hope) - anger,
    )


def _asked(replies: Sequence[Received]) -> tuple[int, ...]:
    """The best moment, the worst, and the one between; all of them where there are no more than three."""
    measured = sorted((reply for reply in replies if reply.felt is not None), key=lambda reply: reply.warmed)
    chosen = measured if len(measured) <= MOMENTS else [measured[0], measured[len(measured) // 2], measured[-1]]
    return tuple(sorted(reply.turn for reply in chosen))


def beside(swap: Swap, said: Sequence[Said]) -> tuple[tuple[str, ...], ...]:
    """What one said, set beside what the customer felt: for each moment the reply, one's own feeling and theirs."""
    found = []
    for one in said:
        reply = _reply(swap, one)
        was, now = reply.anger
        own = f" “{safe_line(one.words, QUOTED)}”" if one.words else ""
        found.append(
            (
                f"Reply {reply.number}, “{safe_line(reply.words, QUOTED)}”",
                f"You: {one.felt}{'' if one.heard is None else f', {_heard(one.heard)}'}.{own}",
                f"{swap.called}: {reply.felt}, {_heard(reply.heard)} (anger {was:.0f}, then {now:.0f}).",
            )
        )
    return tuple(found)


def agreement(swap: Swap, said: Sequence[Said]) -> str:
    """How often the two felt the same."""
    same = sum(one.felt is _reply(swap, one).felt and one.heard in (None, _reply(swap, one).heard) for one in said)
    return f"You and {swap.called} felt the same in {same} of {len(said)}.{'' if same == len(said) else ' Where you differ is worth a second look.'}"


def _reply(swap: Swap, one: Said) -> Received:
    return next(reply for reply in swap.replies if reply.turn == one.turn)


def _heard(heard: bool | None) -> str:
    return "heard" if heard else "not heard"


def remark(swap: Swap, said: Sequence[Said]) -> dict[str, object]:
    """What the attempt keeps of it."""
    return {"moments": [_kept(_reply(swap, one), one) for one in said]}


def _kept(reply: Received, one: Said) -> dict[str, object]:
    return {"turn": one.turn, "you": one.felt.value, "you_heard": one.heard, "words": one.words, "they": reply.felt, "they_heard": reply.heard}
