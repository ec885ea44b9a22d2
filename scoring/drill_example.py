"""Whether a reply means the same as one of the drill's own examples, sentence for sentence and both ways.

What the reader cannot see in the author's own line it cannot see in a trainee's that says the same, so such a reply has the
benefit of the doubt. Something added that the example has not, another figure or a turned sentence is no longer the same.
"""

from __future__ import annotations

from scenarios.drills import Drill
from scoring.drill_ear import Ear
from scoring.reading import shared_encoder
from scoring.reading.meaning import phrase
from scoring.reading.sentences import clauses_of
from scoring.reading.stems import numbers_in
from scoring.reading.units import units_of
from scoring.reading.words import plain

SAME = 0.7
"""Mean cosine over the sentences of both from which they say the same: thin and poor replies reach 0.62 at most to their good one."""
LEAST = 0.4
"""Cosine that every sentence of both must find in the other."""
SURELY = 0.85
"""Cosine from which a sentence that is turned (a "not" more or less) is the opposite, and not merely put another way."""


def sentences_of(text: str) -> tuple[str, ...]:
    """As they are compared."""
    return tuple(text[a:b] for a, b in units_of(text, clauses_of(text)))


def means(text: str, ear: Ear, example: str, drill: Drill) -> bool:
    """Whether a reply says what an example says."""
    if plain(text) == plain(example):
        return True
    encoder = shared_encoder()
    if encoder is None or ear.meaning is None:
        return False
    theirs = sentences_of(example)
    near = encoder.meanings(theirs) @ ear.meaning.T  # (sentences of the example, of the reply)
    best, back = near.max(axis=1), near.max(axis=0)
    if min(best.min(), back.min()) < LEAST or (best.mean() + back.mean()) / 2 < SAME:
        return False
    known = numbers_in(plain(" ".join((*drill.card, drill.says, *drill.before, example))))
    turned = any(
        back[n] >= SURELY and phrase(text[start:end]).negative != phrase(theirs[int(near[:, n].argmax())]).negative
        for n, (start, end) in enumerate(ear.sentences)
    )
    return numbers_in(plain(text)) <= known and not turned
