"""Whether words that read as a harm only tell what stands on the drill's card: the desk's own facts hurt nobody by being told.

Told bare they often sound like a harm to the reader ("nobody hurt so far"). What is made smaller on top ("only three"), put on
the customer or said with scorn stays one.
"""

from __future__ import annotations

import re

from scenarios.acts import Act
from scenarios.reading import ActSpan, Reading
from scoring.drill_case import Case
from scoring.drill_plain import SPELT, figures_in
from scoring.reading.stems import content, specific
from scoring.reading.words import plain

SOUNDS = frozenset({Act.INVALIDATE, Act.ARGUE, Act.DEFLECT, Act.EVADE})
"""What a bare fact can sound like."""
LEAST, SHARE = 3, 0.8
"""Words and figures of the card in a stretch, and their share of its telling words, from which it is the card's."""
_SMALLER = re.compile(r"\b(?:only|just|merely|simply|mere|little|worry|alarm|fuss|after all|at least|no more than|a bit)\b")


def without_facts(reading: Reading, text: str, case: Case) -> Reading:
    """The reading with what is the card's taken for an explanation."""
    return reading.model_copy(update={"acts": tuple(_fairly(span, text[span.start : span.end], case) for span in reading.acts)})


def _fairly(span: ActSpan, words: str, case: Case) -> ActSpan:
    return span.model_copy(update={"act": Act.EXPLAIN}) if span.act in SOUNDS and is_the_cards(words, case) else span


def is_the_cards(words: str, case: Case) -> bool:
    """Whether these words say what the card says and hardly anything else."""
    card = plain(" ".join(case.card.lines))
    said = plain(words)
    own, figures = _telling(said)
    theirs, known = _telling(card)
    shared = len(own & theirs) + len(figures & known)
    smaller = {match[0] for match in _SMALLER.finditer(said)} - {match[0] for match in _SMALLER.finditer(card)}
    return figures <= known and not smaller and shared >= LEAST and shared >= SHARE * (len(own) + len(figures))


def _telling(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """The words that belong to a case, and the figures, spelt out or not."""
    return specific(content(SPELT.sub(" ", text))), figures_in(text)
