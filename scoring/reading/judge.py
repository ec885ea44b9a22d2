"""From clauses to acts: every rule is asked, the surest wins, and the message as a whole has the last word.

Ties go by the guide's order (truth, harm, solving, accountability, listening, courtesy). What only the whole message can
tell is settled here: a refusal with a reason or another way beside it is an honest no; a polite nothing after a direct
question is an evasion; a heap of stock phrases stays a heap.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from scenarios.acts import ACCOUNTABILITY, HARM, SOLVING, Act
from scoring.reading.rules import (
    accountability,
    admitting,
    argue,
    asking,
    blame,
    blunt,
    brushoffs,
    condescend,
    contempt,
    dodges,
    doing,
    fallbacks,
    hostile,
    invalidate,
    kind,
    limits,
    listening,
    offering,
    quiet,
    rapport,
    rebuffs,
    scolding,
    shrugs,
    slights,
    sneers,
    truth,
)
from scoring.reading.rules.base import Rule
from scoring.reading.scene import Scene
from scoring.reading.sentences import Clause

_FAMILIES = (
    truth,
    hostile,
    condescend,
    contempt,
    scolding,
    shrugs,
    slights,
    sneers,
    brushoffs,
    rebuffs,
    quiet,
    blunt,
    blame,
    invalidate,
    argue,
    dodges,
    limits,
    admitting,
    doing,
    offering,
    accountability,
    listening,
    kind,
    asking,
    rapport,
    fallbacks,
)
"""In the guide's order, which settles ties."""
ALL: tuple[Rule, ...] = tuple(sorted((rule for family in _FAMILIES for rule in family.RULES), key=lambda rule: -rule.sure))
"""The surest first, so that the first to fire wins."""
_SEARCHES = tuple((rule.pattern.search, rule.whole, rule) for rule in ALL)
"""Their patterns at hand: a clause is held against some two hundred of them."""

_SNEERS = tuple(one for one in _SEARCHES if one[2].name.startswith(contempt.NAME) and one[2].sure >= contempt.PLAIN)
"""Harms that need no second witness: they go before one that does, though it be a little surer."""


@dataclass(frozen=True)
class Found:
    """One act, the clauses it covers, how sure, and the cue that showed it."""

    act: Act
    start: int
    end: int
    sure: float
    rule: str
    clause: int
    """index of its first clause"""


def judge(clauses: tuple[Clause, ...], scene: Scene) -> list[Found]:
    """The acts of a reply, in order of place, at most one act or harm a clause."""
    found: list[Found | None] = [_one(clause, scene, index) for index, clause in enumerate(clauses)]
    _sorry_but(found, clauses)
    _soured(found, clauses)
    _which(found, clauses)
    _sworn(found, clauses)
    _refusals(found, clauses, scene)
    _unanswered(found, clauses, scene)
    return _joined([f for f in found if f is not None], clauses)


def _one(clause: Clause, scene: Scene, index: int) -> Found | None:
    said = clause.core, clause.text
    best = next((rule for search, whole, rule in _SEARCHES if search(said[whole]) and rule.stands(clause, scene)), None)
    if best is not None and best.act in HARM and best.sure < contempt.BARE:
        best = next((rule for search, whole, rule in _SNEERS if search(said[whole]) and rule.stands(clause, scene)), best)
    if best is None or best.act is None:
        heap = clause.pile and bool(_SYMPATHY.search(clause.text))
        return Found(Act.ACK_GENERIC, clause.start, clause.end, 0.4, "ack.pile", index) if heap else None
    if clause.pile and best.act not in HARM and best.act is not Act.APOLOGISE:
        return Found(Act.ACK_GENERIC, clause.start, clause.end, 0.5, "ack.pile", index)
    return Found(best.act, clause.start, clause.end, best.sure, best.name, index)


_SYMPATHY = re.compile(r"\b(?:understand|hear|appreciate|care|value|empathise|know how|recognise|acknowledge|get) ?")
_REASONS = frozenset({Act.PROPOSE, Act.OFFER_CHOICE, Act.COMMIT, Act.EXPLAIN, Act.SET_EXPECTATION, Act.STATE_ACTION, Act.HANDOFF, Act.HONEST_NO})
_BARE = ("deflect.refuse", "deflect.bare-no", "deflect.nothing-to-do", "deflect.nothing-plainly")


def _sorry_but(found: list[Found | None], clauses: tuple[Clause, ...]) -> None:
    """ "Sorry, but" and a refusal: the sorry is only the way in, and does not count."""
    for index in range(len(clauses) - 1):
        one, after = found[index], clauses[index + 1]
        if one is not None and one.act is Act.APOLOGISE and len(clauses[index].words) <= 4 and after.sentence == clauses[index].sentence:
            refused = found[index + 1]
            if after.text.startswith(("but ", "though ")) or (refused is not None and refused.rule in _BARE):
                found[index] = None


_VOW = re.compile(
    r"^(?:and |so |yes , )*(?:you have my word(?: on (?:it|that))?|i promise(?: you)?|promise|i swear|i guarantee it|guaranteed|that is a promise|mark my words|scout 's honour|on my life) ?(?:\.|!|,)?$"
)
_THEIRS = re.compile(r"^(?!i\b|we\b|if\b)(?=.*\b(?:will|going to)\b)(?!.*\b(?:i|we) (?:will|shall|am|are)\b)")


def _sworn(found: list[Found | None], clauses: tuple[Clause, ...]) -> None:
    """A vow that stands alone swears to the sentence beside it; where that is about what others will do or get, nobody can."""
    for index, clause in enumerate(clauses):
        if not _VOW.match(clause.text):
            continue
        before, after = index - 1, index + 1
        for place in (before, after):
            if not 0 <= place < len(clauses) or clauses[place].question:
                continue
            one = found[place]
            if one is not None and one.act is Act.COMMIT:
                break
            if (one is None or one.act is Act.SET_EXPECTATION) and _THEIRS.search(clauses[place].core) and " not " not in clauses[place].core[:25]:
                found[place] = Found(Act.OVERPROMISE, clauses[place].start, clauses[place].end, 0.56, "overpromise.sworn-beside", place)
                break


_WHICH = re.compile(
    r"^(?:so |and )?(?:which(?:ever)?(?: one)? |what (?:suits|works|would you)|your (?:call|choice|pick)|up to you|(?:do|would) you (?:prefer|rather))"
)


def _which(found: list[Found | None], clauses: tuple[Clause, ...]) -> None:
    """ "I can do this, or that" and then "which is easier?": one choice put."""
    for index in range(1, len(clauses)):
        before, one = found[index - 1], found[index]
        if before is None or before.act is not Act.PROPOSE or (one is not None and one.act not in (Act.ASK_CLOSED, Act.ASK_OPEN, Act.PROPOSE)):
            continue
        if " or " in clauses[index - 1].text and _WHICH.match(clauses[index].text):
            found[index - 1] = replace(before, act=Act.OFFER_CHOICE)
            found[index] = Found(Act.OFFER_CHOICE, clauses[index].start, clauses[index].end, 0.55, "choice.asked-after", index)


_ERRAND = re.compile(r"^(?:try|go|use|have|get|buy|take|ask|find|learn|bring|sing|read|make|do)\b(?!.*\b(?:i|we|please|if)\b)")


def _soured(found: list[Found | None], clauses: tuple[Clause, ...]) -> None:
    """An errand right after "Fine. Whatever." is no proposal."""
    for index in range(1, len(clauses)):
        before, one, clause = found[index - 1], found[index], clauses[index]
        if before is None or before.act is not Act.HOSTILE or before.rule not in ("hostile.dismiss", "hostile.soured") or clause.question:
            continue
        if (one is None or one.act in (Act.PROPOSE, Act.SET_EXPECTATION, Act.REFLECT_CONTENT)) and _ERRAND.search(clause.core):
            found[index] = Found(Act.HOSTILE, clause.start, clause.end, 0.55, "hostile.soured", index)


def _no_but(found: list[Found | None], clauses: tuple[Clause, ...]) -> None:
    """ "No, it stops at the border, but I can swap it": the no with its ground, and another way after it."""
    for index, clause in enumerate(clauses[:-1]):
        one, after = found[index], clauses[index + 1]
        if one is not None and one.act not in (Act.SET_EXPECTATION, Act.EXPLAIN):
            continue
        if clause.text.startswith("no ,") and len(clause.words) >= 4 and after.text.startswith("but ") and after.sentence == clause.sentence:
            found[index] = Found(Act.HONEST_NO, clause.start, clause.end, 0.5, "no.but", index)


def _refusals(found: list[Found | None], clauses: tuple[Clause, ...], scene: Scene) -> None:
    """A bare refusal is a DEFLECT only where the message gives neither reason nor another way; "No." before an answer is part of it."""
    _no_but(found, clauses)
    helps = any(f is not None and f.act in _REASONS for f in found) or any(c.text.startswith("but ") and scene.is_specific(c) for c in clauses)
    for index, one in enumerate(found):
        if one is None or one.rule not in _BARE:
            continue
        if one.rule == "deflect.bare-no" and len(clauses) > 1 and not any(c.text.startswith("but ") for c in clauses[index + 1 : index + 2]):
            grounded = any(scene.is_specific(c) for c in clauses if c is not clauses[index]) or any(f is not None and f.act is Act.EXPLAIN for f in found)
            found[index] = None if grounded else one
        elif helps or any(f is not None and f.act is Act.EXPLAIN for f in found):
            found[index] = replace(one, act=Act.HONEST_NO, sure=0.5, rule="no.beside-an-option")


_TAKES_UP = (
    SOLVING | ACCOUNTABILITY | HARM | {Act.ASK_CLOSED, Act.ASK_OPEN, Act.CHECK_UNDERSTANDING, Act.REFLECT_CONTENT, Act.VALIDATE, Act.OVERPROMISE, Act.SET_LIMIT}
)
"""Acts that take a question up, or are already more than an evasion."""


_PLAIN_ANSWER = re.compile(r"(?:so |and |well |but )*(?:yes|no|not)\b(?! (?:to worry|worries|problem|bother))|(?:[\w'-]+ ){1,6}, (?:yes|no)(?: [.!]|$)")
"""A yes or no, first or put last as in "opened it, no"."""

_WELL_WISHED = re.compile(r"(?:and |so |but )*i (?:do |really )?hope (?:you|she|he|they|your)\b")
"""A wish for somebody's good dodges nothing."""


def _unanswered(found: list[Found | None], clauses: tuple[Clause, ...], scene: Scene) -> None:
    """A question was put, and nothing in the reply takes it up: its vague sentences evade it."""
    if not scene.questioned or any(f is not None and f.act in _TAKES_UP for f in found):
        return
    if any(_PLAIN_ANSWER.match(c.text) and not c.question for c in clauses):
        return
    if sum(scene.is_specific(c) for c in clauses) > len(clauses) / 3:
        return
    for index, clause in enumerate(clauses):
        if found[index] is None and not clause.question and len(clause.words) >= 4 and not scene.is_specific(clause) and not _WELL_WISHED.match(clause.text):
            found[index] = Found(Act.EVADE, clause.start, clause.end, 0.4, "evade.nothing-said", index)


def _joined(found: list[Found], clauses: tuple[Clause, ...]) -> list[Found]:
    """Neighbouring clauses of one sentence that do the same become one span."""
    out: list[Found] = []
    for one in found:
        last = out[-1] if out else None
        if last and last.act == one.act and clauses[one.clause].sentence == clauses[last.clause].sentence and one.clause == last.clause + 1:
            out[-1] = replace(last, end=one.end, sure=max(last.sure, one.sure), clause=one.clause)
        else:
            out.append(one)
    return out
