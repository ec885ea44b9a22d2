"""Whether two sentences mean the same: content words shared, numbers agreeing, polarity alike. Never a phrase to be hit.

Used between a stretch of a reply and the example sentences of a scenario. A score of 0-1; what counts as a match is the
caller's to say, because missing a lie and missing a kind word cost differently.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq
from text_to_num import alpha2digit

from scoring.reading.stems import GENERIC_STEMS, content, numbers_in, stem
from scoring.reading.words import plain

_NEGATIVE = re.compile(
    r"\b(?:not|no|never|none|nobody|nothing|neither|nor|without|unable|cannot|nowhere|no one|hardly|impossible|forgot|failed|missing|left (?:\w+ ){0,3}(?:off|out)|out of (?:stock|order|date|time))\b|\bonly (?:the|an?|our) (?:\w+ ){1,2}can(?: \.)?$"
)
_NOT_NEGATING = re.compile(
    r"\bnot only\b|\b(?:should|ought to) (?:never|not) have\b|\b(?:do not (?:you )?|never you |no need to |not to )(?:\w+ )?(?:worry|fret|panic|mind)\b(?: (?:yourself )?about (?:a|that|this|any) ?thing)?|\b(\w+) or no \1\b|"
    r"\bno (?:problem|worries|doubt|matter|bother|trouble|sweat|fear|hassle|question|stress)\b|\bno later than\b|\bif not\b|\bwhy not\b|\bcan not wait\b|\bno longer than\b|\bcharge\b"
)
_SPELT = re.compile(
    r"\b(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|"
    r"nineteen|eleven|twelve)\b"
)
_OWNERS = frozenset("the a an my your our his her their this that these those".split())
_DAY = re.compile(r"\b(?:today|tonight|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day|hour|minute|same[- ]day|next[- ]day|now)\b")
_TODAY = {"tonight": "today", "same-day": "today", "same day": "today", "next-day": "tomorrow", "next day": "tomorrow"}
_ANSWER_NO = re.compile(r"^(?:so |and |but |well )?no (?:,|:|\.|!|-|and\b|you\b)|\b(?:so|and) no ,")
"""The no that answers; the sentence after it says what is denied."""
_FUTURE = re.compile(r"\b(?:will|shall|would|could|can|going to|may|might|let me)\b")
_CONTRAST = re.compile(
    r"(?<=\w )(?<!is )(?<!are )(?<!was )(?<!were )(?<!do )(?<!does )(?<!did )(?<!can )(?<!could )(?<!will )(?<!would )(?<!have )(?<!has "
    r")(?<!had )(?<!should )(?<!am )(?<!and )(?<!but )(?:, )?not\b(?! (?:yet|been|be|got|have|come|go|get)\b)"
)
"""The ``not`` of "every other week, not twice a week": it sets one thing against another and denies nothing said before."""
_BARE_NOT = re.compile(
    r"\b(?:comes?|came|arrives?|arrived|gets?|stays?|stayed|looks?|looked|works?|worked|remains?|stands?|rings?|rang|calls?|goes|went) not\b(?! (?:an?|the|one|only|just|two|\d)\b)"
)
"""The ``not`` of bare grammar, which has no auxiliary to stand by: "the bread come not sliced" denies that it is."""
_PRONOUN = re.compile(r"^(?:yes , |well , |so |and |but |, )*(?:it|they|that|this|she|he) (?:is|are|was|were|has|have|had|will|went|came|got|left)\b")
_AFFIRMED = re.compile(r"\bnot\b")
_HERE = re.compile(r"\b(?:have|got|are)\b.*\b(?:here|left|free|in|ready)\b")
_STAYED = re.compile(
    r"\b(?:never|not|not yet|nor|nothing|yet to) (?:\w+ )?(?:left|leave|gone out (?:of|from)|went out (?:of|from))\b(?! (?:a|any|me|us|you|him|her|them|it) )"
)
_WENT = re.compile(r"\b(?:left|departed|went out (?:of|from)|gone out (?:of|from)) (?=(?:the|our|its|their|this) )(?!.*\b(?:off|out)\b)")
"""Leaving a place denies being there; never leaving it does not."""
_LONG = 5
"""letters from which a stem may be forgiven a typo"""
_SLIP = 2
"""letters by which a typo is longer or shorter, at the most"""
_DIGITS = {word: str(n) for n, word in enumerate("zero one two three four five six seven eight nine ten eleven twelve".split())}


@dataclass(frozen=True, eq=False)
class Phrase:
    """A sentence made ready for comparing; known by identity, so that what two of them come to is cheap to keep."""

    text: str
    stems: frozenset[str]
    numbers: frozenset[str]
    negative: bool
    run: tuple[str, ...] = ()
    """its words without articles and owners, in order"""
    future: bool = False
    """speaks of what will or could be"""
    days: frozenset[str] = frozenset()
    """the days named; "tonight" is today"""

    @cached_property
    def long(self) -> tuple[str, ...]:
        """Its stems that a typo can hide in."""
        return tuple(w for w in self.stems if len(w) >= _LONG)

    @cached_property
    def shapes(self) -> frozenset[tuple[str, int]]:
        """First letter and length of its stems that a typo can hide in."""
        return frozenset((w[0], len(w)) for w in self.long)

    @cached_property
    def slips(self) -> frozenset[tuple[str, int]]:
        """First letter and length of whatever may be a typo of one of its stems: no other word can."""
        return frozenset((w[0], length) for w in self.stems for length in range(len(w) - _SLIP, len(w) + _SLIP + 1))

    @cached_property
    def parts(self) -> tuple[tuple[str, frozenset[str], frozenset[str]], ...]:
        """It is cut where it may turn to something else: each part with its stems and numbers."""
        return tuple((part, content(part), numbers_in(part)) for part in JOINTS.split(self.text))

    @cached_property
    def figures(self) -> frozenset[str]:
        """Figures of two digits or more: as much the case's own as its nouns, but another amount is not another topic."""
        return frozenset(f for f in self.numbers if len(f) > 1)

    @cached_property
    def forbidden(self) -> frozenset[str]:
        """What it bids not to do."""
        return frozenset(stem(w) for w in _FORBIDDEN.findall(self.text))


def phrase(text: str) -> Phrase:
    """Make a sentence of a scenario ready."""
    return ready(plain(text))


_OFTEN = re.compile(r"\bevery (?:other|second|2nd|2) (?:week|wk)s?\b|\bfortnight(?:ly)?\b")
"""How people say every two weeks."""


_BIN = re.compile(r"\b(recycling|rubbish|waste|trash|garbage|refuse) (?:box|container|barrel)\b")
"""A box for rubbish is no parcel."""


@lru_cache(maxsize=4096)
def ready(mended: str) -> Phrase:
    """Make mended words ready. A reply's come up several times: clause by clause, again once the card is known, and with the next draft."""
    mended = _BIN.sub(r"\1 bin", _OFTEN.sub("every two weeks", mended))
    figured = alpha2digit(mended, "en") if _SPELT.search(mended) else mended
    figures = numbers_in(figured) | frozenset(_DIGITS[w] for w in mended.split() if w in _DIGITS and w != "one")
    run = tuple(w for w in figured.split() if w[0].isalnum() and w not in _OWNERS)
    return Phrase(
        figured, content(figured), figures, negative(mended), run, bool(_FUTURE.search(mended)), frozenset(_TODAY.get(d, d) for d in _DAY.findall(mended))
    )


@lru_cache(maxsize=8192)
def negative(mended: str) -> bool:
    """Whether a sentence denies something. Two negations in one sentence are nearly always one denial said twice."""
    mended = _BARE_NOT.sub("is not", _WENT.sub("is not in ", _STAYED.sub("stayed in ", mended)))
    return bool(_NEGATIVE.search(_CONTRAST.sub(" ", _NOT_NEGATING.sub(" ", _ANSWER_NO.sub(" ", mended)))))


def covered(said: frozenset[str], wanted: frozenset[str]) -> float:
    """Share of ``wanted`` that is in ``said``, typos forgiven; words that fit any complaint weigh less."""
    missed = [word for word in wanted - said if len(word) < _LONG or not _near(word, said)]
    if not missed or not wanted:
        return 1.0 if wanted else 0.0
    return _weight(wanted.difference(missed)) / _weight(wanted)


def _weight(words: frozenset[str]) -> float:
    generic = len(words & GENERIC_STEMS)
    return len(words) - generic + 0.45 * generic


def _near(stem: str, said: frozenset[str]) -> bool:
    return any(abs(len(other) - len(stem)) <= _SLIP and _slipped(stem, other) for other in _by_letter(said).get(stem[0], ()))


@lru_cache(maxsize=4096)
def _by_letter(stems: frozenset[str]) -> dict[str, list[str]]:
    """A typo of a word begins as it does."""
    out: dict[str, list[str]] = {}
    for one in stems:
        out.setdefault(one[0], []).append(one)
    return out


def _slipped(stem: str, other: str) -> bool:
    """Nearly the same letters, or the same ones with two changed round."""
    return fuzz.ratio(stem, other) >= 84 or (len(stem) == len(other) and sorted(stem) == sorted(other))


def _slips_in(said: Phrase, wanted: Phrase) -> bool:
    """Whether ``said`` holds a typo of one of these stems; most pairs are ruled out by letter and length."""
    return not said.slips.isdisjoint(wanted.shapes) and any(_near(w, said.stems) for w in wanted.long)


@lru_cache(maxsize=16384)
def topic(said: Phrase, wanted: Phrase) -> float:
    """0-1: how far they speak of the same thing, whatever they say about it."""
    if len(wanted.stems) >= 2 and said.stems.isdisjoint(wanted.stems) and not _slips_in(said, wanted):
        return 0.0
    if not wanted.stems:
        return max(_figures_alone(said, wanted), _word_for_word(said, wanted))
    shared = said.figures & wanted.figures
    have, asked = (said.stems | shared, wanted.stems | shared) if shared else (said.stems, wanted.stems)
    by_words = 0.75 * covered(have, asked) + 0.25 * covered(asked, have)
    if len(wanted.stems) == 1 and not (shared and wanted.stems <= said.stems):
        by_words *= 0.75
    return max(by_words, _word_for_word(said, wanted))


def _figures_alone(said: Phrase, wanted: Phrase) -> float:
    """An example that is nothing but figures ("26 here, not 64") needs all of them, or what it affirms and no other word beside it."""
    need, have = wanted.figures, said.figures
    if need and need <= have:
        return 0.75 + 0.25 * covered(need, said.stems | have)
    affirmed = need & numbers_in(_AFFIRMED.split(wanted.text)[0])
    return 0.7 if affirmed and affirmed == have and not said.stems else 0.0


def other_stock(said: Phrase, wanted: Phrase) -> bool:
    """Both count what is here, in nothing but figures, and come to different ones."""
    if said.stems or wanted.stems:
        return False
    affirmed = numbers_in(_AFFIRMED.split(wanted.text)[0])
    counted = bool(_HERE.search(said.text) and _HERE.search(wanted.text))
    return counted and bool(affirmed and said.numbers) and affirmed.isdisjoint(said.numbers) and not said.negative and not said.future


def _word_for_word(said: Phrase, wanted: Phrase) -> float:
    """0.8-1 where nearly all words of a phrase of four or more come in its order, whoever's the thing is; otherwise 0."""
    if len(wanted.run) < 4 or not wanted.stems <= said.stems:
        return 0.0
    share = LCSseq.similarity(said.run, wanted.run) / len(wanted.run)
    return share if share >= (0.9 if len(wanted.run) < 5 else 0.8) else 0.0


@lru_cache(maxsize=16384)
def same(said: Phrase, wanted: Phrase) -> float:
    """0-1: how far ``said`` says what ``wanted`` says. Opposite polarity or other numbers speak against it."""
    score = topic(said, wanted)
    if score and said.negative != wanted.negative and not (said.negative and not negative(near_part(said, wanted))):
        score *= 0.5
    if score and wanted.numbers and said.numbers and not wanted.numbers & said.numbers:
        score *= 0.6
    if score and wanted.days and said.days and not wanted.days & said.days:
        score *= 0.6
    return score


def agree(said: Phrase, wanted: Phrase) -> bool:
    """Whether nothing speaks against their saying the same: polarity, what is forbidden, figures and days."""
    return (
        said.negative == wanted.negative
        and not crossed(said, wanted)
        and not (said.numbers and wanted.numbers and said.numbers.isdisjoint(wanted.numbers))
        and not (said.days and wanted.days and said.days.isdisjoint(wanted.days))
    )


def near_part(said: Phrase, wanted: Phrase) -> str:
    """The parts of a sentence that speak of the same thing: "the frost got it, nothing anyone could do" denies no frost."""
    near = [part for part, stems, numbers in said.parts if stems & wanted.stems or numbers & wanted.figures] if 2 <= len(said.parts) <= 6 else []
    return " , ".join(near) or said.text


JOINTS = re.compile(r" (?:and|but|because|so|which|who|then|while) (?!not\b|no\b|never\b)| , ")
"""Where a sentence may turn to something else; "but not" and "and no" still speak of what went before."""


def meant(said: Phrase, wanted: Phrase, thing: frozenset[str]) -> Phrase:
    """``said`` with its "it" read as the thing the call is about, where the rest of the sentence runs like ``wanted``."""
    if not _PRONOUN.match(said.text):
        return said
    first = next((stem(w) for w in wanted.run if stem(w) in thing), None)
    if first is None or first in said.stems:
        return said
    rest = tuple(w for w in wanted.run if stem(w) != first)
    if len(rest) < 2 or LCSseq.similarity(said.run, rest) / len(rest) < 0.75:
        return said
    return replace(said, stems=said.stems | {first})


def asserted(said: Phrase, wanted: Phrase) -> float:
    """``same`` for weighing a claim: what will be is not what is, and one shared word is no evidence."""
    score = same(said, wanted)
    if not score:
        return 0.0
    if said.future and not wanted.future and _FUTURE.search(near_part(said, wanted)):
        score *= 0.6
    if crossed(said, wanted) or (said.negative and wanted.negative and not negative(near_part(said, wanted))):
        score *= 0.5  # the denial stands in another clause and denies something else
    if _only_one(said, wanted):
        score *= 0.6
    marks = len(said.stems & wanted.stems) + len(said.figures & wanted.figures)
    return score if marks >= 2 or score >= 0.88 or _word_for_word(said, wanted) else min(score, 0.5)


_OF_ALL = re.compile(r"^all (?:of )?(?:the |our |your |my |these |those )?((?:\w+ )*?)(?:is|are|was|were|have|has|had|do|does|did|will|would|can|come|look)\b")
_SWEEPS = re.compile(r"\b(?:all|every|each|any|both|everyone|everybody|everything|none|always|no|whichever|whatever)\b")


def _only_one(said: Phrase, wanted: Phrase) -> bool:
    """Whether ``wanted`` says something of all of a kind, and ``said`` speaks of one of them alone: "305 has the sea" is not "all rooms have the same view"."""
    found = _OF_ALL.match(wanted.text)
    if found is None or _SWEEPS.search(said.text):
        return False
    kind = [w for w in found[1].split() if w.endswith("s") and not w.endswith("ss")]
    return bool(kind) and not any(w in kind for w in said.text.split())


_FORBIDDEN = re.compile(r"(?:(?:^|[,.;:] |\b(?:and|or|so|then|please|just) )(?:do not|never)|\b(?:no need|not need|not have|without having) to) (\w+)")


def crossed(said: Phrase, wanted: Phrase) -> bool:
    """Whether the one bids what the other forbids: "ring them, do not wait" and "do not ring them, wait" share every word."""
    ours, theirs = said.forbidden, wanted.forbidden
    return bool(ours or theirs) and bool((ours - theirs) & wanted.stems or (theirs - ours) & said.stems)


def tells(said: Phrase, ways: Iterable[Phrase]) -> float:
    """The best of several ways to tell a fact. One word in common with an example of several is no telling."""
    return max((_tells(said, way) for way in ways if not crossed(said, way)), default=0.0)


_WORDY = 8
"""Words from which a way of telling says more than its one case word."""


def _tells(said: Phrase, wanted: Phrase) -> float:
    score = same(said, wanted)
    if not wanted.stems or score <= 0.5 or score >= 0.88:
        return score
    if len(wanted.stems) == 1 and len(wanted.run) >= _WORDY and said.stems - wanted.stems:
        return 0.5  # one name that a long way of telling shares with a sentence about something else
    marks = sum(w in said.stems or (len(w) >= _LONG and _near(w, said.stems)) for w in wanted.stems) + len(said.figures & wanted.figures)
    return score if marks >= min(2, len(wanted.stems) + len(wanted.figures)) else 0.5


_SET_AGAINST = re.compile(r" , not (?:(?!that\b)[\w'-]+ ?){1,4}$")
_DRAWN = re.compile(r" , so (?:[\w:'-]+ ?)+$")
_LIMITED = re.compile(r"\bonly\b")
"""What is only so under a limit tells, without what follows, how it is as a rule."""


@lru_cache(maxsize=16_384)
def _gists(way: str) -> tuple[tuple[Phrase, int], ...]:
    """What a way of telling comes to without what it only sets against it or draws from it ("it is crew" of "it is crew, not weather"), and the fewest words it may stand on."""
    cut = ((_SET_AGAINST.sub("", way), 1 if way.startswith("it is ") else 2), (_DRAWN.sub("", way), 3))
    return tuple((ready(head), least) for head, least in cut if head != way)


_CONCEDED = re.compile(r" (?:although|though|even though|whereas) .+$")


def without_concession(way: Phrase) -> Phrase:
    """A way of telling without what it happened in spite of."""
    return ready(_CONCEDED.sub("", way.text))


def says_the_gist(said: Phrase, way: Phrase) -> bool:
    """Whether it says all of the gist of a way of telling: one word of it alone only where nothing else is said."""
    for main, least in _gists(way.text):
        enough = main.stems <= said.stems if len(main.stems) > 1 else main.stems == said.stems
        if len(main.stems) >= least and enough and agree(said, main) and not said.future and not _LIMITED.search(main.text):
            return True
    return False


def best(said: Phrase, wanted: Iterable[Phrase]) -> float:
    """The best of several examples."""
    return max((same(said, w) for w in wanted), default=0.0)


def contradicts(said: Phrase, true: Phrase) -> bool:
    """Whether ``said`` speaks clearly of the same thing and denies it or gives another figure."""
    if said.future or len(true.stems) < 3 or covered(said.stems, true.stems) < 0.75:
        return False
    return _denies(said, true) or _other_count(said.text, true.text)


def _denies(said: Phrase, true: Phrase) -> bool:
    """Whether the one denies what the other says; a denial of something else in the same sentence denies nothing."""
    if said.negative == true.negative:
        return False
    return true.negative or negative(near_part(said, true))


_COUNTED = re.compile(r"(?<![\w:.])(?:([£€$¥₹])(\d[\d,.]*)|(\d[\d,]*|" + "|".join(_DIGITS) + r") (?:\w+ )?([a-z]{3,}))(?![:\d])")


def _other_count(said: str, true: str) -> bool:
    """Whether both count the same thing and come to different figures."""
    ours, theirs = _counts(said), _counts(true)
    return any(ours[k].isdisjoint(theirs[k]) for k in ours.keys() & theirs.keys())


def _counts(text: str) -> dict[str, set[str]]:
    out: dict[str, set[str]] = {}
    for sign, money, number, thing in _COUNTED.findall(text):
        out.setdefault(sign or stem(thing), set()).add((money or _DIGITS.get(number, number)).rstrip(".,"))
    return out
