"""Which faults of ours a reply tells by owning them: who says "that was us" of a thing need not tell all of its story.

A fact is told by saying all of it; a fault is told by saying whose it is. So beside words that own, half of an example is enough,
and beside words that own outright two of the fault's own words are, of which one is no other's and not the customer's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from scenarios.acts import HARM, Act
from scenarios.reading import Claim
from scoring.reading.asserting import laid_on_them, lies
from scoring.reading.judge import Found
from scoring.reading.lexicon import Lexicon, Told
from scoring.reading.meaning import Phrase, covered, ready, without_concession
from scoring.reading.stems import GENERIC_STEMS
from scoring.reading.stretches import Stretch
from scoring.reading.telling import only_done

_HALF, _LIE = 0.5, 0.5
_POINTS_BACK = re.compile(r"^(?:and |so |but )*(?:that|this|it|which|our|my|we|i|the (?:mistake|fault|blame))\b")
_MOST_BESIDE = 2
"""Content words that a bare "that was wrong of us" may hold; one with more speaks of something of its own."""
_OUTRIGHT = re.compile(
    r"\b(?:(?:is|was|are|were|'s|all|both|entirely|be) (?:ours|us)|(?:our|my) (?:own )?(?:(?!(?:customer|guest|passenger|client|supplier|bank)s?\b)\w+ (?:'s )?)?(?:fault|mistake|doing|error|slip|failing|blunder|oversight|bad|mess|muddle|(?:stuff|cock|foul|screw|mess|mix|slip|balls|f\w+)[ -]?ups?)|"
    r"(?:on|down to|because of|by) us|(?:is|was|are|'s) (?:all |entirely )?(?:on|down to|at) (?:this|our|my) (?:end|side)|(?:we|i) got (?:it|that|this) wrong|wrong of us|(?:we|i) (?:are|were|am|was) (?:to blame|at fault|in the wrong))\b"
)
_FAULT_OURS = re.compile(
    r"(?<!not )\b(?:our|my) (?:own )?(?:(?!(?:customer|guest|passenger|client|supplier|bank)s?\b)\w+ (?:'s )?)?(?:fault|mistake|error|slip|blunder|oversight)\b"
)
"""Needs no other sign, whatever else the sentence says."""
_FAR = 4
"""Stretches before an outright owning among which the thing owned may stand."""
_SUPPOSED = re.compile(r"^(?:if|unless|whether|when|once|until)\b|\bwhether\b")


def owned(stretches: tuple[Stretch, ...], lexicon: Lexicon, settled: set[str | None], owning: Sequence[tuple[int, int]] = ()) -> list[Claim]:
    """The faults of ours that are owned in words near enough to them, but told in no other way; at most one in the same words.

    ``owning``: where the reply owns something, whatever else it does there.
    """
    faults = [f for f in lexicon.facts if f.ours and f.id not in settled]
    out: dict[str, Claim] = {}
    for start, end, said, beside in _owning(stretches, owning) if faults else ():
        near, fact = max(((_near(said, f, lexicon, beside), f) for f in faults), key=lambda pair: pair[0])
        if near >= _HALF and fact.id not in out:
            out[fact.id] = Claim(start=start, end=end, fact=fact.id, action=None, verdict="true")
    return list(out.values())


_OURS = re.compile(
    r"\b(?:we|us|ours|i|our (?:own )?(?:\w+ )?(?:desks?|departments?|offices?|teams?|shops?|people|staff|side|colleagues?|records?|systems?|files?|helpline)|"
    r"(?:nobody|no one|none|not one|not a soul|any|each|all|every|everyone|everybody|one|some(?:body|one)|neither|both) (?:\w+ )?(?:here|of us|of our \w+|with us|on our side)|"
    r"(?:any|each|every|all|no|none of the|not one|\w+) (?:\w+ )?(?:desks?|departments?)|each (?:made|wrote|noted|kept|passed|took))\b"
)
"""Whose it is: the house or a part of it is who did it, or who did not."""
_NOT_OURS = re.compile(
    r"\b(?:not (?:our|my|us|ours|me|down to us|on us)|(?:our|the) (?:policy|rules?|terms)|(?:told|asked|showed|gave|sent|warned) (?:us|me) (?:that|the|a|it|to|wrong)|"
    r"you (?:should|must|never|did not|failed|forgot)|your (?:own )?(?:fault|mistake|doing))\b"
)
STANDS_OFF = re.compile(
    r"\b(?:i|we) (?:(?:was|were) not (?:\w+ )?(?:here|there|at this desk|on (?:this|the|that) (?:desk|shift|team|floor)|on (?:duty|shift)|working (?:here|there|that|on)|with (?:the company|us|them)|part of|involved)|"
    r"can ?not (?:really |possibly )?(?:speak|answer|comment|say) (?:to|for|on|about) (?:what )?(?:my |the |our |other |another |a )*(?:colleagues?|predecessors?|others?|team|anyone|anybody|somebody|someone))|"
    r"\bbefore my time\b"
)
"""Stands apart from what was done: whoever says so has not said that it was, nor owned it."""
_TELLS_OF_IT = frozenset(
    {Act.EXPLAIN, Act.REFLECT_CONTENT, Act.STATE_ACTION, Act.VALIDATE, Act.SET_EXPECTATION, Act.COURTESY, Act.ACK_GENERIC, Act.ADMIT_UNKNOWN, None}
)
_SURE = 0.55


def owned_by_telling(stretches: tuple[Stretch, ...], lexicon: Lexicon, claims: Sequence[Claim], found: Sequence[Found]) -> list[Found]:
    """Where a fault of ours is told with the house as the one who did it: "each of our desks made a note and nobody changed the status".

    Whether that is owned must not hang on one word. What lays it on the customer is no telling, and what denies it is no owning.
    """
    ours = {fact.id for fact in lexicon.facts if fact.ours}
    told = [(c.start, c.end) for c in claims if c.verdict == "true" and c.fact in ours]
    out: list[Found] = []
    for place, one in enumerate(stretches):
        if (
            not any(start < one.end and one.start < end for start, end in told)
            or one.question
            or _SUPPOSED.search(one.core)
            or one.pile
            or one.act not in _TELLS_OF_IT
        ):
            continue
        met = [f for f in (*found, *out) if f.start < one.end and one.start < f.end]
        if (
            any(f.act is Act.OWN or f.act in HARM for f in met)
            or not (_OURS.search(one.said.text) or _owns(one))
            or _NOT_OURS.search(one.said.text)
            or STANDS_OFF.search(one.said.text)
        ):
            continue
        out.append(Found(Act.OWN, one.start, one.end, _SURE, "own.by-telling", place))
    return out


def _owning(stretches: tuple[Stretch, ...], owning: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int, Phrase, bool]]:
    """Every stretch that owns, and a short one together with the statement it points back to or the one that follows it; whether such a one stands beside it."""
    plain = [s for s in stretches if not s.pile and not s.question and not _SUPPOSED.search(s.core)]
    for one in plain:
        if not (_owns(one) or (one.act not in HARM and (one.start, one.end) in owning)):
            continue
        yield one.start, one.end, one.said, False
        if len(one.said.stems) > _MOST_BESIDE:
            continue
        points_back = bool(_POINTS_BACK.match(one.said.text))
        for before in _just_before(one, plain)[: _FAR if _OUTRIGHT.search(one.said.text) else 1] if points_back else ():
            yield before.start, one.end, ready(f"{before.said.text} {one.said.text}"), True
        after = min((s for s in plain if s.start >= one.end), key=lambda s: (s.start, -s.end), default=None)
        if after is not None and after.act not in HARM and _OUTRIGHT.search(one.said.text):
            yield one.start, after.end, ready(f"{one.said.text} {after.said.text}"), True


def _owns(one: Stretch) -> bool:
    """Whether it owns something, by its act, or in so many words that need no other sign: "our stuff up"."""
    if one.act is Act.OWN:
        return True
    short = len(one.said.stems) <= _MOST_BESIDE and bool(_OUTRIGHT.search(one.said.text))
    return one.act not in HARM and not one.said.negative and (short or bool(_FAULT_OURS.search(one.said.text)))


def _just_before(one: Stretch, plain: Sequence[Stretch]) -> list[Stretch]:
    """What was said before, nearest first, whole sentences before their clauses."""
    return sorted((s for s in plain if s.end <= one.start and s.act not in HARM), key=lambda s: (-s.end, s.start))


def _near(said: Phrase, fact: Told, lexicon: Lexicon, beside: bool) -> float:
    """0-1: how much of one way of telling the fact is said; half where it is owned in its own words; 0 where a lie about it is as near."""
    if only_done(said, fact) or laid_on_them(said, fact.told) or any(lies(said, p) >= _LIE for p in fact.false):
        return 0.0
    outright = bool(_OUTRIGHT.search(said.text))
    denies = said.negative or (outright and not beside)  # neither "we open them" nor "Opened. That was us." owns "nobody opened them"
    ways = [way for one in (fact.true, *fact.told) for way in {one, without_concession(one)} if _shares(said, way) and (denies or not way.negative)]
    near = max((covered(way.stems, said.stems) for way in ways), default=0.0)
    return max(near, _HALF) if outright and _in_its_words(said, fact, lexicon) else near


def _in_its_words(said: Phrase, fact: Told, lexicon: Lexicon) -> bool:
    """Whether two marks of this fault are named, and one of them is neither the customer's nor another fact's."""
    shared = _marks(said) & _marks(*fact.told)
    others = _marks(*(p for f in lexicon.facts if f.id != fact.id for p in f.told), *(p for c in lexicon.concerns for p in c.own))
    return len(shared) >= 2 and bool(shared - others)


def _marks(*phrases: Phrase) -> frozenset[str]:
    return frozenset().union(*(p.stems | p.figures for p in phrases)) - GENERIC_STEMS


def _shares(said: Phrase, way: Phrase) -> bool:
    shared = (said.stems & way.stems) | (said.figures & way.figures)
    clash = (said.numbers and way.numbers and said.numbers.isdisjoint(way.numbers)) or (said.days and way.days and said.days.isdisjoint(way.days))
    return len(shared) >= 2 and bool(shared - GENERIC_STEMS) and not clash
