"""Rules and model brought to one finding a sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from scenarios.acts import HARM, TRUTH, Act
from scoring.reading.judge import Found
from scoring.reading.rules import contempt
from scoring.reading.rules.accountability import PLAINLY as PLAIN_OWNING
from scoring.reading.rules.blunt import NAME as BLUNT
from scoring.reading.rules.condescend import NAME as TALKED_DOWN
from scoring.reading.rules.kind import NAME as PLAIN_FEELING
from scoring.reading.rules.kind import plainly_kind, reassures
from scoring.reading.rules.limits import PLAINLY as PLAIN_LIMIT
from scoring.reading.rules.offering import NOT_OURS_TO_CHOOSE
from scoring.reading.sentences import Clause
from scoring.reading.units import Unit

if TYPE_CHECKING:
    from scoring.reading.encoder import Settings

WITNESS, MARGIN = 0.6, 1.0
"""A rule this sure tips the scale where the model's logit falls short by no more than this: right in 20 of 37 such cases on dev, against one in six beyond."""
ROUGHLY = 1.5
"""How much further the model's logit may fall short of a feeling named, or a slip owned, in plain simple words: it has learnt from fluent ones."""
DEFENCE, DOUBT = 0.5, 0.6
"""A rule this sure of something harmless takes this much off the model's harm in the same sentence."""
_LOUD = frozenset({Act.HOSTILE, Act.BLAME, Act.DEFLECT})
CERTAIN = 0.85
"""A shout, an insult, an oath, a plain "your own fault" or a bare "not our problem" that a rule is this sure of needs no second witness."""
BEYOND_DOUBT = 0.93
"""What a slight that the model alone hears in a plainly kind sentence has to be as sure as."""
WISHED = 0.7
"""A good wish that a rule is this sure of speaks against a sneer heard by the model alone."""
OWNED = 0.4
"""A slight that the model alone hears in words of owning, aimed at nobody, is none."""
BELITTLES = frozenset({Act.HOSTILE, Act.INVALIDATE})
"""What the model hears by itself in plain kindness said in simple words, and what is not there as long as it is not certain."""
NEARBY = 2
"""sentences to either side"""
_KIND = frozenset({Act.REFLECT_CONTENT, Act.REFLECT_FEELING, Act.VALIDATE, Act.OWN, Act.APOLOGISE})
"""What a sneer that the model alone hears has to be surer than: to give back what was said is the shape of both."""
_MEEK = frozenset({Act.OWN, Act.APOLOGISE, Act.COURTESY, Act.VALIDATE, Act.CONFIRM_CLOSE})
"""A sentence of one of these that says no "you" attacks nobody; nor does one beside it that owns the fault."""
_AT_YOU = re.compile(
    r"\b(?:you|your|yours|yourself|yourselves|u|ur|ya|(?:some|most|other|normal) (?:people|customers|folks?)|people like|somebody|someone|certain people)\b|\bfor a \w+ who\b"
)
_SCORN = re.compile(
    r"\b(?:stupid|silly|idiot\w*|moron\w*|pathetic|ridiculous|nonsense|rubbish|liar\w*|lying|whin\w+|moan\w*|drama\w*|fuss\w*|tantrum|whatever|so what|clever|"
    r"genius|impressive|congratulations|bravo|poor thing|boo hoo|joke|pity|bothered|shut|rude|childish|hysterical|thick|daft)\b"
)
_UNKIND = frozenset({Act.OWN, Act.VALIDATE, Act.REFLECT_FEELING, Act.COURTESY, Act.ACK_GENERIC})
"""What a sentence that lays the blame or shuts the door outright, or talks down, cannot be at the same time."""
_NO_LIMIT = (HARM - {Act.BLAME}) | {Act.PROPOSE, Act.SET_EXPECTATION, Act.ASK_CLOSED}
"""What a model that has learnt limits from idiom takes one in bare words for."""
_EMPTY = HARM | TRUTH | {Act.ACK_GENERIC, Act.COURTESY}
_PLACE = {act: place for place, act in enumerate(Act)}


def settle(
    found: Sequence[Found], units: Sequence[Unit], logits: NDArray[np.float32], clauses: Sequence[Clause], settings: Settings, *, card: bool = False
) -> list[Found]:
    """The acts that hold, in order of place: where the model agrees with a rule the rule's own words are the span, else the sentence is.

    Two witnesses are as sure as the surer of them.
    """
    out: list[Found] = []
    meek = [_does(_MEEK, found, unit, row, settings) for unit, row in zip(units, logits, strict=True)]
    owning = [_does({Act.OWN}, found, unit, row, settings) for unit, row in zip(units, logits, strict=True)]
    for place, unit in enumerate(units):
        mine = [one for one in found if one.start < unit[1] and unit[0] < one.end]
        backed = {one.act for one in mine if one.sure >= WITNESS}
        plain = {one.act for one in mine if one.rule in (PLAIN_FEELING, PLAIN_OWNING)}
        loud = {
            one.act: one.sure
            for one in mine
            if ((one.act in _LOUD or one.rule.startswith(BLUNT)) and one.sure >= CERTAIN) or _sneers(one) or one.rule.startswith(PLAIN_LIMIT)
        }
        held = loud | {
            act: settings.confidence(logits[place, at])
            for act, at in _PLACE.items()
            if logits[place, at] >= settings.thresholds[at] - (MARGIN if act in backed else 0.0) - (ROUGHLY if act in plain else 0.0)
        }
        if card and Act.OVERPROMISE in held and Act.COMMIT in backed:
            held.setdefault(Act.COMMIT, held[Act.OVERPROMISE])  # a promise, whatever the card says of it
        if Act.BLAME in loud or Act.DEFLECT in loud or any(one.rule.startswith((TALKED_DOWN, BLUNT)) or _sneers(one) for one in mine):
            held = {act: sure for act, sure in held.items() if act not in _UNKIND}
        if any(_sneers(one) for one in mine):
            held.pop(Act.REFLECT_CONTENT, None)
        if any(one.rule.startswith(PLAIN_LIMIT) for one in mine):
            held = {act: sure for act, sure in held.items() if act not in _NO_LIMIT - backed}
        if Act.DEFLECT not in backed and any(one.rule == NOT_OURS_TO_CHOOSE for one in mine):
            held.pop(Act.DEFLECT, None)
        said = _words(unit, clauses)
        if plainly_kind(said) and not backed & HARM:
            held = {act: sure for act, sure in held.items() if act not in BELITTLES or sure >= BEYOND_DOUBT}
        if reassures(said) and not backed & HARM:
            held = {act: sure for act, sure in held.items() if act is not Act.ARGUE}
        kept = [replace(one, sure=max(one.sure, held[one.act])) for one in mine if one.act in held]
        out += kept
        for act, sure in held.items():
            if not any(one.act is act for one in kept):
                taken_on = meek[place] or any(owning[max(0, place - NEARBY) : place + NEARBY + 1])
                mild = act in (Act.HOSTILE, Act.BLAME) and act not in backed and taken_on and _at_nobody(unit, clauses)
                kind = act is Act.HOSTILE and act not in backed and any(held.get(other, 0.0) > sure for other in _KIND)
                out.append(_own(act, sure * (OWNED if mild else DOUBT if kind else _doubt(act, mine, card)), unit, kept, clauses))
    return sorted(_in_company(list(dict.fromkeys(out))), key=lambda one: (one.start, one.end))


def _sneers(one: Found) -> bool:
    """Whether this is contempt by its very grammar, so that no second witness is needed."""
    return one.rule.startswith(contempt.NAME) and one.sure >= contempt.PLAIN


def _does(acts: Set[Act], found: Sequence[Found], unit: Unit, logits: NDArray[np.float32], settings: Settings) -> bool:
    """Whether a sentence does one of these, by a sure rule or by the model."""
    backed = any(one.act in acts and one.sure >= WITNESS and one.start < unit[1] and unit[0] < one.end for one in found)
    return backed or any(logits[_PLACE[act]] >= settings.thresholds[_PLACE[act]] for act in acts)


def _words(unit: Unit, clauses: Sequence[Clause]) -> str:
    """A sentence's mended words."""
    return " ".join(c.text for c in clauses if unit[0] <= c.start < unit[1])


def _at_nobody(unit: Unit, clauses: Sequence[Clause]) -> bool:
    """Whether a sentence neither speaks to the customer nor holds a word of contempt."""
    said = _words(unit, clauses)
    return not _AT_YOU.search(said) and not _SCORN.search(said)


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
