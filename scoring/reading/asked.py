"""Which of the things a customer can answer outright a reply asks: held against the author's example questions, by meaning.

A question is answered by what it is about and not by how it is put, so nothing here looks at polarity or figures.
"""

from __future__ import annotations

from scenarios.acts import Act
from scenarios.reading import SlotAsk
from scoring.reading.lexicon import Lexicon
from scoring.reading.likeness import Likeness
from scoring.reading.meaning import topic
from scoring.reading.slots import everyday_in
from scoring.reading.stretches import Stretch

_ASKING = frozenset({Act.ASK_CLOSED, Act.ASK_OPEN, Act.CHECK_UNDERSTANDING})
_MAY_ASK = _ASKING | {Act.BLAME, Act.INVALIDATE, Act.COURTESY, Act.REFLECT_CONTENT, None}
"""Acts that a question for a plain fact is taken for; one that puts an offer or asks for time is another matter."""

ALIKE = 0.48
"""Cosine from which a sentence asks what an example question asks."""
RELATED, BY_WORDS = 0.38, 0.6
"""Cosine and words in common that make it so together: a question in the tail of a long sentence is blurred by what stands before it."""
BY_WORDS_ALONE = 0.68
"""Words in common where no model can say what the sentence means."""


def asked_in(stretches: tuple[Stretch, ...], lexicon: Lexicon, likeness: Likeness | None) -> tuple[SlotAsk, ...]:
    """Everything asked that the customer has an answer of their own to, once each, in the order of the reply."""
    out: dict[str, SlotAsk] = {}
    for stretch in (s for s in stretches if (s.question or s.act in _ASKING) and s.act in _MAY_ASK and not s.pile):
        for id_ in _nearest(stretch, lexicon, likeness):
            out.setdefault(id_, SlotAsk(start=stretch.start, end=stretch.end, slot=id_, known=False, stated=False))
    return tuple(sorted(out.values(), key=lambda slot: slot.start))


def _nearest(stretch: Stretch, lexicon: Lexicon, likeness: Likeness | None) -> list[str]:
    """What one stretch asks: by the model where it has judged the sentence, by the words it shares with the examples otherwise."""
    words = {id_: max((topic(stretch.said, way) for way in ways), default=0.0) for id_, ways in lexicon.asked}
    if likeness is None:
        best = max(words.values(), default=0.0)
        return [id_ for id_, score in words.items() if score == best >= BY_WORDS_ALONE]
    whole = likeness.asks(stretch.start, stretch.end, least=ALIKE)
    if whole and (not everyday_in(stretch) or words[whole[0]] >= BY_WORDS):
        return whole
    around = likeness.asks(stretch.start, stretch.end, least=RELATED, within=True)
    best = max((words[id_] for id_ in around), default=0.0)
    return [id_ for id_ in around if words[id_] == best >= BY_WORDS]
