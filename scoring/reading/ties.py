"""Which things of a case a sentence speaks of: nearness in meaning, weighed with what stands around it.

A cosine alone ties half of what is said to what it is about. People who read a chat know more: what the customer has just
raised, whether another thing lies nearer still, words and figures shared, and what the sentence does: one weight for each,
fitted by ``training.ties`` on sentences whose ties were read. What the rest of the reply is about would tell a little more,
but then one sentence could talk its neighbours into speaking of the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from scenarios.model import Concern, Fact, Misunderstanding, Scenario
from scoring.reading.likeness import SLACK, Beside, Likeness, Near, put_right, ways_of
from scoring.reading.meaning import Phrase, phrase
from scoring.reading.units import Unit

if TYPE_CHECKING:
    from scoring.reading.encoder import Encoder, Judged

_ENOUGH, _LONG = 4, 15
"""Words shared, and words of a sentence, past which more say nothing new."""
_NEAR, _LEAST, _ASKING = 0, 0.3, 0.4
"""The first of the signs, and what it must come to whatever the others say, more in a question: what has just been raised is in the air, and a stock phrase or "can
someone call you?" would live on it."""
_MARGIN = 1
"""Which of the signs says how much nearer this thing lies than any other."""


@dataclass(frozen=True)
class Ways:
    """The ways to say one thing: ``W`` sentences."""

    meaning: NDArray[np.float32]
    """(W, 384) unit vectors"""
    words: Sequence[Phrase]


@dataclass(frozen=True)
class Weights:
    """What each of the signs is worth."""

    signs: NDArray[np.float64]
    """(S,)"""
    offset: float
    least: float
    """probability from which a sentence is taken to speak of the thing"""

    def tied(self, signs: NDArray[np.float64]) -> NDArray[np.bool_]:
        """(U, T) which sentences speak of which things."""
        found: NDArray[np.bool_] = signs @ self.signs + self.offset >= np.log(self.least / (1 - self.least))
        return found


def signs(judged: Judged, said: Sequence[Phrase], things: Sequence[Ways]) -> NDArray[np.float64]:
    """(U, T, S) what speaks for each of a reply's ``U`` sentences being about each of ``T`` things of one kind."""
    units, many = len(said), len(things)
    if not units or not many:
        return np.zeros((units, many, 0))
    near = np.stack([(judged.meaning @ ways.meaning.T).max(axis=1) for ways in things], axis=1)
    raised = np.array([(ways.meaning @ judged.turn).max() for ways in things])
    shared = np.array([[min(_ENOUGH, max(len(one.stems & way.stems) for way in ways.words)) for ways in things] for one in said])
    figures = np.array([[max(len(one.figures & way.figures) for way in ways.words) for ways in things] for one in said])
    long = np.array([[min(_LONG, len(one.stems))] * many for one in said])
    acts = 1 / (1 + np.exp(-judged.acts.astype(np.float64)))
    columns = [
        near,
        near - _others(near),
        np.tile(raised, (units, 1)),
        np.tile(raised - _others(raised[None])[0], (units, 1)),
        shared,
        figures,
        long,
    ]
    return np.concatenate([np.stack(columns, axis=-1), np.repeat(acts[:, None], many, axis=1)], axis=-1)


def _others(near: NDArray[np.float32]) -> NDArray[np.float32]:
    """(U, T) how near the nearest of the other things is; as near as itself where there is none, for then it is not singled out."""
    if near.shape[1] < 2:
        return near
    return np.stack([np.delete(near, thing, axis=1).max(axis=1) for thing in range(near.shape[1])], axis=1)


def likeness_of(encoder: Encoder, scenario: Scenario, text: str, units: Sequence[Unit], judged: Judged) -> Likeness:
    """``judged``: what the model says of the reply's sentences, which stand at ``units`` in ``text``."""
    meaning = judged.meaning
    said = [phrase(text[start:end]) for start, end in units]
    floor = np.array([[_ASKING if text[start:end].rstrip().endswith("?") else _LEAST] for start, end in units])

    def near(things: Sequence[Concern | Fact], weights: Weights) -> Near:
        ways = [Ways(encoder.meanings(ways_of(thing)), [*map(phrase, ways_of(thing))]) for thing in things]
        shown = signs(judged, said, ways)
        tied = weights.tied(shown) & (shown[..., _MARGIN] >= -SLACK) & (shown[..., _NEAR] >= floor) if ways else np.zeros((len(units), 0))
        return {(units[u], things[t].id or ""): int((ways[t].meaning @ meaning[u]).argmax()) for u, t in zip(*np.nonzero(tied), strict=True)}

    asked = {
        (unit, id_): float(cosine)
        for id_, one in scenario.customer.if_asked.items()
        for unit, cosine in zip(units, (meaning @ encoder.meanings(one.ask).T).max(axis=1), strict=True)
    }
    beside = {(unit, one.id or ""): how for one in scenario.misunderstandings for unit, how in zip(units, _beside(encoder, one, meaning), strict=True)}
    return Likeness(near(scenario.concerns, encoder.settings.concern), near(scenario.facts, encoder.settings.fact), asked, beside, encoder.settings.alike)


def _beside(encoder: Encoder, mix_up: Misunderstanding, meaning: NDArray[np.float32]) -> list[Beside]:
    right, believed, said = (meaning @ encoder.meanings(lines).T for lines in (put_right(mix_up), (mix_up.thinks,), tuple(mix_up.says)))
    return [Beside(tuple(map(float, a)), float(b.max()), float(c.max(initial=0.0))) for a, b, c in zip(right, believed, said, strict=True)]
