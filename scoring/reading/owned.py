"""Which faults of ours a reply tells by owning them: who says "that was us" of a thing need not tell all of its story.

A fact is told by saying all of it; a fault is told by saying whose it is. So beside words that own, half of an example is enough.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from scenarios.acts import Act
from scenarios.reading import Claim
from scoring.reading.lexicon import Lexicon, Told
from scoring.reading.meaning import Phrase, asserted, covered, ready
from scoring.reading.stems import GENERIC_STEMS
from scoring.reading.stretches import Stretch

_HALF, _LIE = 0.5, 0.5
_POINTS_BACK = re.compile(r"^(?:and |so |but )*(?:that|this|it|which|our|my|we|i|the (?:mistake|fault|blame))\b")
_MOST_BESIDE = 2
"""Content words that a bare "that was wrong of us" may hold; one with more speaks of something of its own."""
_SUPPOSED = re.compile(r"^(?:if|unless|whether|when|once|until)\b|\bwhether\b")


def owned(stretches: tuple[Stretch, ...], lexicon: Lexicon, settled: set[str | None]) -> list[Claim]:
    """The faults of ours that are owned in words near enough to them, but told in no other way; at most one in the same words."""
    ours = {fact.id for fact in lexicon.scenario.facts if fact.fault == "ours"}
    faults = [f for f in lexicon.facts if f.id in ours - settled]
    out: dict[str, Claim] = {}
    for start, end, said in _owning(stretches) if faults else ():
        near, fact = max(((_near(said, f), f) for f in faults), key=lambda pair: pair[0])
        if near >= _HALF and fact.id not in out:
            out[fact.id] = Claim(start=start, end=end, fact=fact.id, action=None, verdict="true")
    return list(out.values())


def _owning(stretches: tuple[Stretch, ...]) -> Iterator[tuple[int, int, Phrase]]:
    """Every stretch that owns, and one that only points back together with the statement before it."""
    plain = [s for s in stretches if not s.pile and not s.question and not _SUPPOSED.search(s.core)]
    for place, one in enumerate(plain):
        if one.act is not Act.OWN:
            continue
        yield one.start, one.end, one.said
        before = plain[place - 1] if place else None
        if before is not None and before.end <= one.start and _POINTS_BACK.match(one.said.text) and len(one.said.stems) <= _MOST_BESIDE:
            yield before.start, one.end, ready(f"{before.said.text} {one.said.text}")


def _near(said: Phrase, fact: Told) -> float:
    """0-1: how much of what is said belongs to one way of telling the fact; 0 where a lie about it is as near."""
    if any(asserted(said, p) >= _LIE for p in fact.false):
        return 0.0
    return max((covered(way.stems, said.stems) for way in (fact.true, *fact.told) if _shares(said, way)), default=0.0)


def _shares(said: Phrase, way: Phrase) -> bool:
    shared = (said.stems & way.stems) | (said.figures & way.figures)
    clash = (said.numbers and way.numbers and said.numbers.isdisjoint(way.numbers)) or (said.days and way.days and said.days.isdisjoint(way.days))
    return len(shared) >= 2 and bool(shared - GENERIC_STEMS) and not clash
