"""Which of the customer's questions a reply answers, straight or not, and which misunderstandings it clears up."""

from __future__ import annotations

import re

from scenarios.acts import Act
from scenarios.reading import Answer
from scoring.reading.lexicon import Lexicon
from scoring.reading.meaning import best, covered
from scoring.reading.scene import Scene
from scoring.reading.stems import specific
from scoring.reading.stretches import Stretch

STRAIGHT = frozenset(
    {Act.SET_EXPECTATION, Act.EXPLAIN, Act.ADMIT_UNKNOWN, Act.HONEST_NO, Act.STATE_ACTION, Act.OWN, Act.PROPOSE, Act.OFFER_CHOICE, Act.COMMIT, Act.OVERPROMISE}
)
"""Acts that hold a yes, a no, the datum, or the word that it is not known yet."""
_DODGES = frozenset({Act.EVADE, Act.DEFLECT, Act.ARGUE})
_YES_NO = re.compile(r"^(?:yes|no|it (?:will|will not|is|is not)|not|none|nobody|never)\b")
_ANSWERED, _CLEARED = 0.5, 0.58


def answers_in(stretches: tuple[Stretch, ...], lexicon: Lexicon | None, scene: Scene, tells: tuple[str, ...], question: str | None) -> tuple[Answer, ...]:
    """The questions taken up. ``last`` is the free question of the turn answered."""
    out: list[Answer] = []
    straight = next((s for s in stretches if s.act in STRAIGHT or (not s.question and s.act is None and _YES_NO.match(s.said.text))), None)
    dodge = next((s for s in stretches if s.act in _DODGES), None)
    if scene.questioned:
        pick = straight or dodge
        if pick is not None:
            out.append(Answer(start=pick.start, end=pick.end, question="last", direct=straight is not None))
    for id_, ask, examples, fact in lexicon.questions if lexicon else ():
        put = id_ == question
        hit = next((s for s in stretches if s.asserts and s.act not in _DODGES and best(s.said, examples) >= _ANSWERED), None)
        if hit is None and fact and fact in tells:
            hit = straight or next((s for s in stretches if s.asserts), None)
        if hit is None and not (examples or fact):
            hit = next(
                (s for s in stretches if s.act in STRAIGHT and s.asserts and covered(s.said.stems, specific(ask.stems)) >= 0.5), straight if put else None
            )
        if hit is None and put:
            hit = next((s for s in stretches if s.act in (Act.ADMIT_UNKNOWN, Act.HONEST_NO)), None)
        if hit is not None:
            out.append(Answer(start=hit.start, end=hit.end, question=id_, direct=True))
        elif put and dodge is not None:
            out.append(Answer(start=dodge.start, end=dodge.end, question=id_, direct=False))
    return tuple(out)


def clears_in(stretches: tuple[Stretch, ...], lexicon: Lexicon) -> tuple[str, ...]:
    """Misunderstandings this reply cleared up: what is really so was said, not merely hinted at."""
    return tuple(id_ for id_, ways in lexicon.mix_ups if any(not s.supposed and s.act is not Act.HOSTILE and best(s.said, ways) >= _CLEARED for s in stretches))
