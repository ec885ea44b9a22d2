"""What of a reading may weigh against somebody in a drill: the doubtful does not, and of two readings of the same words the kinder stands.

A drill is one line on its own, and somebody is trying things out: to be told off for what was not done costs more than a harm missed.
"""

from __future__ import annotations

from scenarios.acts import HARM, TRUTH, Act
from scenarios.reading import ActSpan, Reading, meet

DOUBTFUL = 0.6
"""Confidence below which a harm or an untruth costs nothing here."""
CERTAIN = 0.93
"""Confidence from which a harm stands whatever kinder thing the same words were read as."""
AHEAD = 0.2
"""How much surer than the kinder reading a harm must be to stand beside it."""
KIND = frozenset({Act.VALIDATE, Act.REFLECT_FEELING, Act.REFLECT_CONTENT, Act.OWN, Act.APOLOGISE})
HARSH = frozenset({Act.BLAME, Act.ARGUE, Act.INVALIDATE, Act.HOSTILE, Act.DEFLECT})


def fairly(reading: Reading) -> Reading:
    """The reading without what is too doubtful to be held against anybody."""
    kind = [span for span in reading.acts if span.act in KIND]
    return reading.model_copy(update={"acts": tuple(span for span in reading.acts if span.act not in HARM | TRUTH or _stands(span, kind))})


def _stands(span: ActSpan, kind: list[ActSpan]) -> bool:
    if span.confidence < DOUBTFUL:
        return False
    if span.act not in HARSH or span.confidence >= CERTAIN:
        return True
    return not any(meet(one, span) and one.confidence > span.confidence - AHEAD for one in kind)
