"""How each part of a skill is looked for in a reply that was read: the stretch that shows it, or None.

Everything hangs on what the reader understood. A stretch counts when it is the rep's own words about this case, said to this
customer: not an echo, not the card read out, nothing untrue or harmful in it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from scenarios.acts import TRUTH, Act
from scenarios.reading import SURE, ActSpan, meet
from scenarios.reading import Part as Stretch
from scoring.callview import Reply
from scoring.drill_case import Case
from scoring.drill_ear import Ear
from scoring.drill_facts import is_the_cards
from scoring.drill_fair import DOUBTFUL
from scoring.drill_rules import How, Of, Part
from scoring.reading.sentences import clauses_of
from scoring.reading.units import Unit
from scoring.reading.words import plain
from scoring.sameness import listed

LEAST = 0.3
"""Confidence from which an act counts for the rep: below it nothing hangs on one anywhere."""
MANNERS = frozenset({Act.COURTESY, Act.APOLOGISE, Act.ACK_GENERIC, Act.VALIDATE, Act.REFLECT_CONTENT, Act.REFLECT_FEELING})
"""What may stand before an answer or bad news without burying it."""
FULL = 6
"""Words and figures of the card in one sentence from which it can hold two parts of a skill."""
BESIDE = 3
"""Words and figures of the case in the sentence of the heart itself from which it holds more than the heart."""
REASONS = (Act.ADMIT_UNKNOWN, Act.EXPLAIN)
"""What tells why: with it, fewer words of the card are wanted."""
TELLS = (Act.EXPLAIN, Act.SET_EXPECTATION, Act.ADMIT_UNKNOWN, Act.HONEST_NO, Act.OWN)
"""What says how things are."""
NEARLY = 1.0
"""How far below its bar such an act may lie, in the model's own units, in a sentence that tells what is on the card and was not known."""
ASKS = (Act.ASK_OPEN, Act.ASK_CLOSED, Act.CHECK_UNDERSTANDING, Act.OFFER_CHOICE)


@dataclass(frozen=True)
class Look:
    """One reply to one drill."""

    case: Case
    reply: Reply
    ear: Ear

    @property
    def text(self) -> str:
        return self.reply.text

    @property
    def sentences(self) -> tuple[Unit, ...]:
        return self.ear.sentences

    def find(self, part: Part, heart: Stretch | None) -> Stretch | None:
        """The stretch that shows a part. ``heart`` is that of the first part, where it was found."""
        return _LOOKS[part.how](self, part, heart)

    def shows_missing(self, part: Part) -> bool:
        """Whether a part can be said to be missing though the heart is: it is not asked where, or when, what is not there stands."""
        if part.how is How.BEFORE:
            return _remedy(self, part) is not None
        return _many(self) if part.how is How.ONE else part.how not in (How.NEW, How.EARLY, How.BOUND)

    def spans(self, acts: Iterable[Act], of: Of, ear: float = 0.0) -> Iterator[Stretch]:
        """Stretches that do one of these acts with something of the case in them, in order of place, those the reader found first."""
        wanted = frozenset(acts)
        found: list[Stretch] = [span for span in self.reply.reading.acts if span.act in wanted and span.confidence >= LEAST]
        found += [
            Stretch(start=unit[0], end=unit[1])
            for n, unit in enumerate(self.sentences)
            if ear and self.ear.near(n, Act.ACK_GENERIC) < 0 and any(self.ear.near(n, act) >= -ear for act in wanted)
        ]
        for span in found:
            if " " in self.text[span.start : span.end].strip() and self._own(span) and self.case.has(self.text, span, of, self.ear):
                yield span  # one word alone ("sorry") says too little to be heard by ear

    def tidings(self) -> Iterator[Stretch]:
        """Sentences that tell what is on the card and was not known, said so warily ("it could be glass") that no act was read in them."""
        asked = [Stretch(start=clause.start, end=clause.end) for clause in clauses_of(self.text) if clause.question]
        for n, (start, end) in enumerate(self.sentences):
            span = Stretch(start=start, end=end)
            near = any(self.ear.near(n, act) >= -NEARLY for act in TELLS) or is_the_cards(self.text[start:end], self.case)
            if near and not any(meet(span, one) for one in asked) and self.case.news_in(self.text[start:end]) and self._own(span):
                yield span

    def late(self, part: Part) -> bool:
        """Whether a part that has to close the reply is there, and something stands behind it."""
        asked = [Stretch(start=clause.start, end=clause.end) for clause in clauses_of(self.text) if clause.question]
        return part.how is How.CLOSES and any(meet(span, one) for span in self.spans(part.acts, part.of, part.ear) for one in asked)

    def bare(self, part: Part) -> bool:
        """Whether one of a part's acts is plainly there, though it has nothing of the case."""
        return any(span.act in part.acts and span.confidence >= SURE and self._own(span) for span in self.reply.reading.acts)

    def _own(self, span: Stretch) -> bool:
        return self._clean(span) and not listed(self.text, span) and not self.case.echoes(self.text, span)

    def _clean(self, span: Stretch) -> bool:
        """Whether nothing harmful stands in these words, and nothing untrue that the card does not stand behind."""
        return self.reply.clean(span) or all(self._passes(s) for s in self.reply.spoiled if meet(s, span))

    def _passes(self, span: ActSpan) -> bool:
        return span.act in TRUTH and self.case.backs(self.text, span)


def _acts(look: Look, part: Part, heart: Stretch | None) -> Stretch | None:
    for span in look.spans(part.acts, part.of, part.ear):
        at = look.ear.sentence_at(span.start)
        if not (part.apart and heart and at == look.ear.sentence_at(heart.start)) or look.case.card.words_of(look.text[slice(*look.sentences[at])]) >= FULL:
            return span
    return None


def _before(look: Look, part: Part, heart: Stretch | None) -> Stretch | None:
    first = _remedy(look, part)
    return heart if heart and (first is None or heart.start <= first.start) else None


def _remedy(look: Look, part: Part) -> ActSpan | None:
    return next((s for s in look.reply.reading.acts if s.act in part.acts and s.confidence >= LEAST), None)


def _one(look: Look, _part: Part, heart: Stretch | None) -> Stretch | None:
    return None if _many(look) else heart


def _many(look: Look) -> bool:
    """Whether more than one thing is asked."""
    asked = [c for c in clauses_of(look.text) if c.question]
    sentences = {c.sentence for c in asked if not (_OPTIONS.match(c.text) and c.sentence - 1 in {one.sentence for one in asked})}
    spans = [s for s in look.reply.reading.acts if s.act in (Act.ASK_CLOSED, Act.ASK_OPEN) and s.confidence >= DOUBTFUL]
    apart = len({(s.start, s.end) for s in spans if not _REASON.match(plain(look.text[s.start : s.end]))})
    more = sum(len(_AND_ASKS.findall(c.text)) for c in asked)
    return len(sentences) > 1 or len(look.reply.reading.slots) > 1 or apart > 1 or more > 0


_AND_ASKS = re.compile(r"(?:,|\band\b|\bor\b) (?:also )?(?:what|which|when|where|who|how|whether|if|why|could you|can you|have you|did you|do you|your)\b")
"""A second question joined to the first in one sentence."""
_OPTIONS = re.compile(r"^(?:the |on |at |in |for )*[\w']+(?: [\w']+)?(?: ,)? or (?:the |on |at |in |for )*[\w']+(?: [\w']+)? ?\??$")
"""What may be chosen from, set behind the question it belongs to: "Thursday or Friday?"."""
_REASON = re.compile(
    r"^(?:(?:i|we) )?(?:just |only )?(?:(?:am|are) (?:only |just )?asking|ask|(?:need|want|have) to know(?! (?:what|which|when|where|who|how|whether|if|why|your|the)\b)"
    r"|so(?: that)?|because|cause|then|that way)\b"
)
"""Why one asks, said behind the question: no second one."""


def _new(look: Look, _part: Part, heart: Stretch | None) -> Stretch | None:
    known = any(slot.known for slot in look.reply.reading.slots)
    if heart is None:
        return None
    asked = [Stretch(start=c.start, end=c.end) for c in clauses_of(look.text) if c.question] or [heart]
    for one in asked:
        words, at = look.text[one.start : one.end], look.ear.sentence_at(one.start)
        if look.case.lacks(words, at, look.ear) or (not known and one == asked[0] and look.case.open(words, at, look.ear)):
            return heart
    return None


def _answer(look: Look, part: Part, _heart: Stretch | None) -> Stretch | None:
    straight = any(a.question == "last" and a.direct for a in look.reply.reading.answers)
    told = list(look.tidings())
    fit = sorted((*look.spans(part.acts, part.of, part.ear), *told), key=lambda one: one.start)
    return fit[0] if fit and (straight or (told and look.case.asks_what)) else None


def _early(look: Look, _part: Part, heart: Stretch | None) -> Stretch | None:
    if heart is None:
        return None
    mine = look.ear.sentence_at(heart.start)
    return heart if mine <= 1 or all(_only_manners(look, unit) for unit in look.sentences[:mine]) else None


def _only_manners(look: Look, unit: Unit) -> bool:
    here = {s.act for s in look.reply.reading.acts if s.start < unit[1] and unit[0] < s.end and s.confidence >= LEAST}
    return here <= MANNERS


def _bound(look: Look, _part: Part, heart: Stretch | None) -> Stretch | None:
    if heart is None:
        return None
    reading = look.reply.reading
    return next((p for p in reading.promises if p.bound and look.case.has(look.text, p, Of.CASE, look.ear)), None) or next(iter(reading.times), None)


def _news(look: Look, part: Part, _heart: Stretch | None) -> Stretch | None:
    for span in look.spans(part.acts, part.of, part.ear):
        words = look.text[span.start : span.end]
        if look.case.news_in(words):
            return span
    return None


_GOES_ON = re.compile(
    r"\b(?:i|we) (?:(?:can|will|shall|want to|would like to|am going to|are going to|then|now|gladly|also|still|happily|please) )*(?:help|solve|fix|sort|repair|finish|settle|continue|go on|carry on|look (?:at|after|into)|speak|talk|work)"
    r"(?: (?:you|on|of|about|with|for|in|it|out|together|only))* (?:your|the|this) (?:case|matter|problem|question|request|order|claim|complaint|issue|account|bill|booking)\b"
)
"""Going on with the matter by that name: "we speak of your case"."""


def _help(look: Look, part: Part, heart: Stretch | None) -> Stretch | None:
    whole = Stretch(start=0, end=len(look.text))
    if heart is None:
        return whole if look.case.has(look.text, whole, part.of, look.ear) else None
    at = look.ear.sentence_at(heart.start)
    if any(_GOES_ON.search(plain(look.text[start:end])) for start, end in look.sentences):
        return whole
    others = [Stretch(start=start, end=end) for n, (start, end) in enumerate(look.sentences) if n != at]
    if any(look.case.has(look.text, other, part.of, look.ear) for other in others):
        return whole
    return whole if look.sentences and look.case.words_of(look.text[slice(*look.sentences[at])]) >= BESIDE else None


def _warm(look: Look, _part: Part, _heart: Stretch | None) -> Stretch | None:
    reading = look.reply.reading
    timed = next(iter(reading.times), None)
    return timed or next((s for s in reading.acts if s.act in (Act.COMMIT, Act.STATE_ACTION) and s.confidence >= LEAST), None)


def _closes(look: Look, part: Part, _heart: Stretch | None) -> Stretch | None:
    if not look.sentences:
        return None
    start, end = look.sentences[-1]
    last = Stretch(start=start, end=end)
    asks = any(clause.question and meet(last, Stretch(start=clause.start, end=clause.end)) for clause in clauses_of(look.text))
    found = any(meet(span, last) for span in look.spans(part.acts, part.of, part.ear))
    return last if asks and found else None


def _details(look: Look, part: Part, _heart: Stretch | None) -> Stretch | None:
    """Enough of the card in the reply's statements to know what is meant."""
    asked = [c for c in clauses_of(look.text) if c.question]
    told = [u for u in look.sentences if not (part.acts and any(u[0] <= c.start < u[1] for c in asked))]
    words = " ".join(look.text[a:b] for a, b in told)
    reason = any(span.act in REASONS and span.confidence >= LEAST for span in look.reply.reading.acts)
    if not told or look.case.card.words_of(words, spelt=True) < (part.least - 1 if reason else part.least):
        return None
    return Stretch(start=told[0][0], end=told[-1][1])


_LOOKS: dict[How, Callable[[Look, Part, Stretch | None], Stretch | None]] = {
    How.ACTS: _acts,
    How.BEFORE: _before,
    How.ONE: _one,
    How.NEW: _new,
    How.ANSWER: _answer,
    How.EARLY: _early,
    How.BOUND: _bound,
    How.NEWS: _news,
    How.HELP: _help,
    How.WARM: _warm,
    How.CLOSES: _closes,
    How.DETAILS: _details,
}
