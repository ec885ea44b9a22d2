"""Rules and model brought to one finding a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from scenarios.acts import HARM, TRUTH, Act
from scoring.reading.judge import Found
from scoring.reading.sentences import Clause
from scoring.reading.units import Unit

if TYPE_CHECKING:
    from scoring.reading.encoder import Settings

WITNESS, MARGIN = 0.6, 1.0
"""A rule this sure tips the scale where the model's logit falls short by no more than this: right in 20 of 37 such cases on dev, against one in six beyond."""
DEFENCE, DOUBT = 0.5, 0.6
"""A rule this sure of something harmless takes this much off the model's harm in the same sentence."""
CERTAIN = 0.85
"""A shout, an insult, an oath or a plain "your own fault" that a rule is this sure of needs no second witness."""
WISHED = 0.7
"""A good wish that a rule is this sure of speaks against a sneer heard by the model alone."""
_UNKIND = frozenset({Act.OWN, Act.VALIDATE, Act.REFLECT_FEELING, Act.COURTESY, Act.ACK_GENERIC})
"""What a sentence that lays the blame outright cannot be at the same time."""
_EMPTY = HARM | TRUTH | {Act.ACK_GENERIC, Act.COURTESY}
_PLACE = {act: place for place, act in enumerate(Act)}


def settle(
    found: Sequence[Found], units: Sequence[Unit], logits: NDArray[np.float32], clauses: Sequence[Clause], settings: Settings, *, card: bool = False
) -> list[Found]:
    """The acts that hold, in order of place: where the model agrees with a rule the rule's own words are the span, else the sentence is.

    Two witnesses are as sure as the surer of them.
    """
    out: list[Found] = []
    for place, unit in enumerate(units):
        mine = [one for one in found if one.start < unit[1] and unit[0] < one.end]
        backed = {one.act for one in mine if one.sure >= WITNESS}
        loud = {one.act: one.sure for one in mine if one.act in (Act.HOSTILE, Act.BLAME) and one.sure >= CERTAIN}
        held = loud | {
            act: settings.confidence(logits[place, at])
            for act, at in _PLACE.items()
            if logits[place, at] >= settings.thresholds[at] - (MARGIN if act in backed else 0.0)
        }
        if Act.BLAME in loud:
            held = {act: sure for act, sure in held.items() if act not in _UNKIND}
        kept = [replace(one, sure=max(one.sure, held[one.act])) for one in mine if one.act in held]
        out += kept
        for act, sure in held.items():
            if not any(one.act is act for one in kept):
                out.append(_own(act, sure * _doubt(act, mine, card), unit, kept, clauses))
    return sorted(_in_company(list(dict.fromkeys(out))), key=lambda one: (one.start, one.end))


_ANSWERS = frozenset({Act.SET_EXPECTATION, Act.HONEST_NO, Act.EXPLAIN, Act.STATE_ACTION, Act.ADMIT_UNKNOWN})
_ACTS_ON_IT = frozenset({Act.PROPOSE, Act.OFFER_CHOICE, Act.COMMIT, Act.HANDOFF})


def _in_company(found: list[Found]) -> list[Found]:
    """Evading is saying nothing else, and deflecting is stopping there: beside an answer or a step forward both are doubtful."""
    likely = {one.act for one in found if one.sure >= WITNESS}
    forward = bool(likely & _ACTS_ON_IT)
    cured = {Act.EVADE, Act.DEFLECT} if forward else {Act.EVADE} if likely & _ANSWERS else set()
    return [replace(one, sure=one.sure * DOUBT) if one.act in cured else one for one in found]


def _doubt(act: Act, rules: Sequence[Found], card: bool) -> float:
    """How far the model's word alone goes: less where a sure rule saw something harmless, and for an untruth where there is a card to say."""
    if act in TRUTH:
        return DOUBT if card else 1.0
    other = act in HARM and any(one.act not in _EMPTY and one.sure >= DEFENCE for one in rules)
    other = other or (act is Act.HOSTILE and any(one.act is Act.COURTESY and one.sure >= WISHED for one in rules))
    return DOUBT if other else 1.0


def _own(act: Act, sure: float, unit: Unit, kept: Sequence[Found], clauses: Sequence[Clause]) -> Found:
    """A finding of the model's own: the clauses of its sentence that no rule has spoken for, or all of it."""
    inside = [i for i, c in enumerate(clauses) if unit[0] <= c.start < unit[1]]
    free = [i for i in inside if not any(k.start < clauses[i].end and clauses[i].start < k.end for k in kept)]
    words = free or inside
    return Found(
        act, clauses[words[0]].start, max(clauses[words[-1]].end, unit[1] if words[-1] == inside[-1] else 0), sure, f"model.{act.value.lower()}", words[0]
    )
