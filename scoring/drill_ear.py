"""How near each sentence of a reply comes to each act, by the reader's own model: what a drill listens with.

In a call hardly any sentence sets a limit or owns a fault, and the reader asks to be sure. In a drill everybody tries to do the
one thing the drill is about, and a reply that comes near it most likely does it; so a drill may listen for it with a lower bar.
Where the model is missing nothing is heard beyond what the reader found.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from scenarios.acts import Act
from scoring.reading import shared_encoder
from scoring.reading.protocol import Context
from scoring.reading.sentences import MOST_CHARACTERS, clauses_of
from scoring.reading.units import Unit, units_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_PLACE = {act: place for place, act in enumerate(Act)}


@dataclass(frozen=True)
class Ear:
    """The sentences of a reply, and how far each lies above or below each act's bar."""

    sentences: tuple[Unit, ...]
    above: NDArray[np.float64] | None
    """(U, 29) logit less the act's bar; None without the model"""
    meaning: NDArray[np.float32] | None = None
    """(U, 384) unit vectors"""

    def likeness(self, sentence: int, others: Sequence[str]) -> float:
        """How near a sentence lies in meaning to the nearest of these, -1 to 1; 0 where nobody can say."""
        encoder = shared_encoder()
        if self.meaning is None or encoder is None or not others:
            return 0.0
        return float((encoder.meanings(tuple(others)) @ self.meaning[sentence]).max())

    def sentence_at(self, place: int) -> int:
        """Which sentence a place stands in."""
        return next((n for n, (_, end) in enumerate(self.sentences) if place < end), max(0, len(self.sentences) - 1))

    def near(self, sentence: int, act: Act) -> float:
        """How far a sentence lies above the act's bar; far below where nobody can say."""
        return float(self.above[sentence, _PLACE[act]]) if self.above is not None else -99.0


def listen(text: str, context: Context) -> Ear:
    """Hear a reply beside the turn it answers and its card."""
    head = text[:MOST_CHARACTERS]
    units = units_of(head, clauses_of(head))
    encoder = shared_encoder()
    if encoder is None or not units:
        return Ear(tuple(units), None)
    from scoring.reading.inputs import Surroundings

    judged = encoder.judge(encoder.encode(head, units, Surroundings(context.customer, context.card, context.log)))
    return Ear(tuple(units), judged.acts - encoder.settings.thresholds, judged.meaning)
