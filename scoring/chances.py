"""The chances a call held: which concerns were voiced, which questions put, which mix-ups showed, and where.

Chances come from the scenario and the customer's moves alone, never from what the rep wrote, so no reply can create one
for itself or talk one away. (A mix-up cleared before it showed is the scorer's to add: it can only be a gain.)
"""

from __future__ import annotations

from dataclasses import dataclass

from scenarios.moves import Move
from scoring.callview import CallView, CustomerTurn
from scoring.content import content_words

YIELDING = frozenset({Move.SOFTEN, Move.ACCEPT, Move.THANK, Move.CLOSE, Move.BACK_DOWN})
"""Moves that come of something dealt with: what they are about is not being raised."""


@dataclass(frozen=True, kw_only=True)
class Chance:
    """Something the customer put to the rep, first in ``turn``."""

    id: str
    what: str
    turn: CustomerTurn
    again: tuple[CustomerTurn, ...] = ()
    """later turns that brought it up again"""


def answerable(view: CallView, turn: CustomerTurn) -> bool:
    """Whether a reply followed, and the customer had not taken what they came for by then: after that nothing new is owed."""
    return bool(view.window(turn, 1)) and (view.agreed is None or turn.turn < view.agreed)


def concerns(view: CallView) -> tuple[Chance, ...]:
    """Concerns voiced while a reply could still follow."""
    scenario = view.scenario
    if scenario is None:
        return ()
    opening = opening_concerns(view)
    voiced: dict[str, list[CustomerTurn]] = {}
    for turn in view.customer:
        raised = [m for m in turn.moved if m.move not in YIELDING]
        named = {m.about for m in raised} | {(m.question or "").partition("/")[0] for m in turn.moved}
        for concern in scenario.concerns:
            if concern.id and (concern.id in named or (turn is view.customer[0] and concern.id in opening)):
                voiced.setdefault(concern.id, []).append(turn)
    what = {c.id: c.what for c in scenario.concerns}
    return tuple(Chance(id=i, what=what[i], turn=turns[0], again=tuple(turns[1:])) for i, turns in voiced.items() if answerable(view, turns[0]))


def opening_concerns(view: CallView) -> frozenset[str]:
    """Concerns the scenario's opening line brings up: those sharing its content words, else the first one."""
    scenario = view.scenario
    if scenario is None:
        return frozenset()
    opening = content_words(scenario.customer.opening)
    open_ones = [c for c in scenario.concerns if not c.hidden and c.id]
    shared = frozenset(c.id for c in open_ones if c.id and _brings_up(opening, c.what, *c.says))
    return shared or frozenset(c.id for c in open_ones[:1] if c.id)


def _brings_up(opening: frozenset[str], *lines: str) -> bool:
    """Whether the opening shares at least half of a line's content words, and two of them."""
    for line in lines:
        words = content_words(line)
        if len(words & opening) >= max(2, len(words) / 2):
            return True
    return False


def questions(view: CallView) -> tuple[Chance, ...]:
    """Questions put while a reply could still follow: the scenario's by id, a free one as ``last``."""
    asked: dict[str, list[CustomerTurn]] = {}
    for turn in view.customer:
        for moved in turn.moved:
            if moved.question:
                asked.setdefault(moved.question, []).append(turn)
            elif moved.move is Move.ASK:
                asked.setdefault(f"last@{turn.turn}", []).append(turn)
    return tuple(Chance(id=i, what=_asked(view, i), turn=turns[0], again=tuple(turns[1:])) for i, turns in asked.items() if answerable(view, turns[0]))


def _asked(view: CallView, question: str) -> str:
    known = view.scenario.question(question) if view.scenario else None
    return f"“{known.ask}”" if known else "the question just put."


def mix_ups(view: CallView) -> tuple[Chance, ...]:
    """Misunderstandings that showed while a reply could still follow."""
    known = {m.id: m.so for m in view.scenario.misunderstandings if m.id} if view.scenario else {}
    shown: dict[str, CustomerTurn] = {}
    for turn in view.customer:
        for moved in turn.moved:
            if moved.about in known and moved.move not in YIELDING:
                shown.setdefault(moved.about, turn)
    return tuple(Chance(id=i, what=known[i], turn=t) for i, t in shown.items() if answerable(view, t))
