"""Scores the rep's composure: how far the replies keep to this customer's case, less every one that fights, belittles, blames or sneers.

The customer's mood plays no part: a rep can stay composed with someone who never calms down. What keeping to the case is
worth, and how wording is heard that no act names, was fitted on calls that were rated blind (``scoring.agreement``).
"""

from __future__ import annotations

import re

from scenarios.acts import Act
from scenarios.reading import SURE, ActSpan, meet
from scenarios.transcript import CustomerMoved
from scoring.callview import CallView, CustomerTurn, Reply
from scoring.content import nothing_to_judge, repaired, takes_back
from scoring.earning import earn
from scoring.rubric import Rubric
from scoring.scores import Score
from scoring.tally import Tally, unscored
from scoring.tone import heard

HARMS = {
    Act.ARGUE: "calmness.argue",
    Act.INVALIDATE: "calmness.invalidate",
    Act.HOSTILE: "calmness.hostile",
    Act.BLAME: "calmness.blame",
    Act.DEFLECT: "calmness.deflect",
}

OFTEN = 2
"""Times that soothing costs calm: beyond that it is honesty's business alone."""

SOOTHING = frozenset({Act.FALSE_CLAIM, Act.OVERPROMISE})
"""What soothes with an untruth: counted where a scenario says what is so, for elsewhere the reader is too often wrong about it."""

LEAST = 1.0
"""Points below which the wording of a reply is let pass."""

_PERSONAL = re.compile(r"\b(you|your|yours|you're|yourself|u|ur|idiots?|stupid|morons?|pathetic|liars?|hysterical|crazy|or else)\b", re.IGNORECASE)
"""Hostile words aimed at the person rather than at the case; sarcasm about the case costs, but does not cap."""


def calmness(view: CallView, rubric: Rubric) -> Score:
    """0-100: base, what keeping to the case earns, less harms and wording that looks down or sulks; capped by an insult or threat."""
    if why := nothing_to_judge(view):
        return unscored(why)
    tally = Tally(rubric, "calmness")
    attacks = _attacks(view)
    _earn(view, tally, attacks)
    weight = _weight(view, tally)
    for reply in view.replies:
        for span in reply.reading.acts:
            _harm(view, tally, reply, span, weight)
    for reply, span in _soothed(view)[:OFTEN]:
        tally.harm("calmness.soothing", reply.at(span), repaired=False, sure=span.confidence)
    for reply, span in _sorries(view)[rubric.apologies :]:
        tally.harm("calmness.flustered", reply.at(span), repaired=False)
    _tone(view, tally)
    insult = next(((r, s) for r in view.replies for s in r.harms if _insults(r, s, rubric.certain)), None)
    if insult:
        tally.cap("calmness.insult-cap", insult[0].at(insult[1]))
    return tally.score(len(attacks))


def _earn(view: CallView, tally: Tally, attacks: tuple[CustomerTurn, ...]) -> None:
    """What keeping to the case earns; it says so where it was kept to under attack, and where an attack put an end to it."""
    under_attack = {reply.turn for turn in attacks for reply in view.window(turn, 1)}

    def rule(reply: Reply, span: ActSpan) -> str:
        if span.act is Act.SET_LIMIT:
            return "calmness.limit"
        return "calmness.composed" if reply.turn in under_attack else "calmness.did"

    earn(view, tally, {act: worth for act, worth in tally.rubric.by_acts["calmness"].earns.items() if act is not Act.SET_LIMIT or attacks}, rule)
    earned = {row.turn for row in tally.rows}
    for turn in attacks:
        if not any(reply.turn in earned for reply in view.window(turn, 1)):
            tally.missed("calmness.composed", turn.place)


def _insults(reply: Reply, span: ActSpan, certain: float) -> bool:
    """Whether this is an insult for certain: a ceiling is too much to hang on a doubt."""
    return span.act is Act.HOSTILE and span.confidence >= certain and _PERSONAL.search(reply.words(span)) is not None


def _soothed(view: CallView) -> list[tuple[Reply, ActSpan]]:
    """What was said to soothe and is not so."""
    return [(reply, span) for reply in view.replies for span in reply.reading.acts if span.act in SOOTHING] if view.scenario else []


def _sorries(view: CallView) -> list[tuple[Reply, ActSpan]]:
    """The first apology of each reply that has one; taking back one's own words is never one too many."""
    found = []
    for reply in view.replies:
        sorry = next((s for s in reply.reading.acts if s.act is Act.APOLOGISE and not takes_back(reply, s)), None)
        if sorry:
            found.append((reply, sorry))
    return found


def provoked(moves: tuple[CustomerMoved, ...]) -> bool:
    """Whether any of these moves attacks the rep or the firm."""
    return any(m.provocation for m in moves)


def _attacks(view: CallView) -> tuple[CustomerTurn, ...]:
    """One attack for each go that answers one; an attack nobody could answer is no chance."""
    by_go: dict[int, CustomerTurn] = {}
    for turn in view.customer:
        if provoked(turn.moved) and view.window(turn, 1):
            by_go.setdefault(turn.go, turn)
    return tuple(by_go.values())


def _weight(view: CallView, tally: Tally) -> float:
    """0-1: how far the harm of the call is charged; one doubtful reading, with no other beside it, hardly is."""
    harm = sum(tally.charged(span.confidence) for reply in view.replies for span in reply.reading.acts if span.act in HARMS)
    return min(1.0, harm / tally.rubric.alone)


def _harm(view: CallView, tally: Tally, reply: Reply, span: ActSpan, weight: float) -> None:
    if span.act is Act.SET_LIMIT:
        if not any(provoked(t.moved) for t in view.customer if t.turn < reply.turn):
            tally.harm("calmness.early-limit", reply.at(span), repaired=False)
        return
    rule = HARMS.get(span.act)
    if rule is None:
        return
    if span.act is Act.BLAME and _untrue(reply, span):
        rule = "calmness.blame-untrue"
    tally.harm(rule, reply.at(span), repaired=repaired(view, reply, span.end, tally.rubric.window), sure=SURE + weight * (span.confidence - SURE))


def _untrue(reply: Reply, span: ActSpan) -> bool:
    """Whether the blame is also an untruth by the card."""
    claimed = any(c.verdict == "false" and meet(c, span) for c in reply.reading.claims)
    return claimed or any(s.act is Act.FALSE_CLAIM and meet(s, span) for s in reply.reading.acts)


def _tone(view: CallView, tally: Tally) -> None:
    """What the wording costs, reply by reply, up to the most it may."""
    tone, left = tally.rubric.tone, tally.rubric.tone.most
    for reply, found in zip(view.replies, heard([reply.text for reply in view.replies]), strict=True):
        cost = min(left, round(max(0.0, found.cost - tone.spared) * tone.weight, 4))
        if cost >= LEAST:
            left -= cost
            phrases = ", ".join(f"“{phrase}”" for phrase in found.phrases)
            tally.weigh("calmness.tone", reply.place, -cost, what=f": {phrases}" if phrases else "")
