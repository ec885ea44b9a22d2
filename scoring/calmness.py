"""Scores the rep's composure: what was done under attack, less every reply that fought, belittled, blamed or sneered.

The customer's mood plays no part: a rep can stay composed with someone who never calms down.
"""

from __future__ import annotations

import re

from scenarios.acts import Act
from scenarios.reading import SURE, ActSpan, meet
from scenarios.transcript import CustomerMoved
from scoring.callview import CallView, CustomerTurn, Reply
from scoring.content import carrying, nothing_to_judge, repaired, substantive, takes_back
from scoring.rubric import Rubric
from scoring.scores import Score
from scoring.tally import Tally, unscored

HARMS = {
    Act.ARGUE: "calmness.argue",
    Act.INVALIDATE: "calmness.invalidate",
    Act.HOSTILE: "calmness.hostile",
    Act.BLAME: "calmness.blame",
    Act.DEFLECT: "calmness.deflect",
}

_HURTS = frozenset(HARMS) - {Act.DEFLECT}
"""Harms by which a reply counts as one that lost its calm."""

_PERSONAL = re.compile(r"\b(you|your|yours|you're|yourself|u|ur|idiots?|stupid|morons?|pathetic|liars?|hysterical|crazy|or else)\b", re.IGNORECASE)
"""Hostile words aimed at the person rather than at the case; sarcasm about the case costs, but does not cap."""


def calmness(view: CallView, rubric: Rubric) -> Score:
    """0-100: base, a share for each attack met with composure, less harms; capped by an insult or threat."""
    if why := nothing_to_judge(view):
        return unscored(why)
    tally = Tally(rubric, "calmness")
    attacks = _attacks(view)
    _credit(view, tally, attacks)
    for reply in view.replies:
        for span in reply.reading.acts:
            _harm(view, tally, reply, span)
    for reply, span in _sorries(view)[rubric.apologies :]:
        tally.harm("calmness.flustered", reply.at(span), repaired=False)
    insult = next(((r, s) for r in view.replies for s in r.harms if _insults(r, s, rubric.certain)), None)
    if insult:
        tally.cap("calmness.insult-cap", insult[0].at(insult[1]))
    return tally.score(len(attacks))


def _insults(reply: Reply, span: ActSpan, certain: float) -> bool:
    """Whether this is an insult for certain: a ceiling is too much to hang on a doubt."""
    return span.act is Act.HOSTILE and span.confidence >= certain and _PERSONAL.search(reply.words(span)) is not None


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


def _credit(view: CallView, tally: Tally, attacks: tuple[CustomerTurn, ...]) -> None:
    if not attacks:
        _steady(view, tally)
        return
    used: list[frozenset[str]] = []
    for turn in attacks:
        answer = _composed(view, turn)
        if answer is None:
            tally.missed("calmness.composed", turn.place)
            continue
        reply, rule = answer
        carried = carrying(reply)
        tally.credit(rule, reply.place, portion=1 / len(attacks), pays=tally.rubric.repeat(sum(carried <= earlier for earlier in used)))
        used.append(carried)


def _steady(view: CallView, tally: Tally) -> None:
    """With no attack to meet: how many replies kept to the case against those that hurt; stock lines beside them only thin it out."""
    likely = (SURE + tally.rubric.certain) / 2  # where a harm costs half
    hurt = [r for r in view.replies if any(s.act in _HURTS and s.confidence >= likely for s in r.reading.acts)]
    on_case = [r for r in view.replies if r not in hurt and (substantive(r, view.scenario) or any(c.verdict == "true" for c in r.reading.claims))]
    if on_case:
        enough = min(1.0, len(on_case) / len(view.replies) / tally.rubric.on_case)
        portion = enough * len(on_case) / (len(on_case) + len(hurt))
        tally.credit("calmness.steady" if portion == 1 else "calmness.partly-steady", on_case[0].place, portion=portion)


def _composed(view: CallView, turn: CustomerTurn) -> tuple[Reply, str] | None:
    """The reply that met the attack, and by which rule; None when any reply of that go did harm or none carried the case."""
    replies = view.window(turn, 1)
    if any(reply.harms for reply in replies):
        return None
    case = next((r for r in replies if substantive(r, view.scenario)), None)
    if case:
        return case, "calmness.composed"
    limit = next((r for r in replies if r.reading.has(Act.SET_LIMIT)), None)
    return (limit, "calmness.limit") if limit else None


def _harm(view: CallView, tally: Tally, reply: Reply, span: ActSpan) -> None:
    if span.act is Act.SET_LIMIT:
        if not any(provoked(t.moved) for t in view.customer if t.turn < reply.turn):
            tally.harm("calmness.early-limit", reply.at(span), repaired=False)
        return
    rule = HARMS.get(span.act)
    if rule is None:
        return
    if span.act is Act.BLAME and _untrue(reply, span):
        rule = "calmness.blame-untrue"
    tally.harm(rule, reply.at(span), repaired=repaired(view, reply, span.end, tally.rubric.window), sure=span.confidence)


def _untrue(reply: Reply, span: ActSpan) -> bool:
    """Whether the blame is also an untruth by the card."""
    claimed = any(c.verdict == "false" and meet(c, span) for c in reply.reading.claims)
    return claimed or any(s.act is Act.FALSE_CLAIM and meet(s, span) for s in reply.reading.acts)
