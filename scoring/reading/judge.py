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
    dodges,
    doing,
    fallbacks,
    hostile,
    invalidate,
    listening,
    offering,
    quiet,
    rapport,
    truth,
)
from scoring.reading.rules.base import Rule
from scoring.reading.scene import Scene
from scoring.reading.sentences import Clause

_FAMILIES = (truth, hostile, quiet, blame, invalidate, argue, dodges, admitting, doing, offering, accountability, listening, asking, rapport, fallbacks)
"""In the guide's order, which settles ties."""
ALL: tuple[Rule, ...] = tuple(rule for family in _FAMILIES for rule in family.RULES)


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
    _refusals(found, clauses, scene)
    _unanswered(found, clauses, scene)
    return _joined([f for f in found if f is not None], clauses)


def _one(clause: Clause, scene: Scene, index: int) -> Found | None:
    best: Rule | None = None
    for rule in ALL:
        if (best is None or rule.sure > best.sure) and rule.fires(clause, scene):
            best = rule
    if best is None or best.act is None:
        return None
    if clause.pile and best.act not in HARM and best.act is not Act.APOLOGISE:
        return Found(Act.ACK_GENERIC, clause.start, clause.end, 0.5, "ack.pile", index)
    return Found(best.act, clause.start, clause.end, best.sure, best.name, index)


_REASONS = frozenset({Act.PROPOSE, Act.OFFER_CHOICE, Act.COMMIT, Act.EXPLAIN, Act.SET_EXPECTATION, Act.STATE_ACTION, Act.HANDOFF, Act.HONEST_NO})
_BARE = ("deflect.refuse", "deflect.bare-no", "deflect.nothing-to-do")


def _sorry_but(found: list[Found | None], clauses: tuple[Clause, ...]) -> None:
    """ "Sorry, but" and a refusal: the sorry is only the way in, and does not count."""
    for index in range(len(clauses) - 1):
        one, after = found[index], clauses[index + 1]
        if one is not None and one.act is Act.APOLOGISE and len(clauses[index].words) <= 4 and after.sentence == clauses[index].sentence:
            refused = found[index + 1]
            if after.text.startswith(("but ", "though ")) or (refused is not None and refused.rule in _BARE):
                found[index] = None


_ERRAND = re.compile(r"^(?:try|go|use|have|get|buy|take|ask|find|learn|bring|sing|read|make|do)\b(?!.*\b(?:i|we|please|if)\b)")


def _soured(found: list[Found | None], clauses: tuple[Clause, ...]) -> None:
    """An errand right after "Fine. Whatever." is no proposal."""
    for index in range(1, len(clauses)):
        before, one, clause = found[index - 1], found[index], clauses[index]
        if before is None or before.act is not Act.HOSTILE or before.rule not in ("hostile.dismiss", "hostile.soured") or clause.question:
            continue
        if (one is None or one.act in (Act.PROPOSE, Act.SET_EXPECTATION, Act.REFLECT_CONTENT)) and _ERRAND.search(clause.core):
            found[index] = Found(Act.HOSTILE, clause.start, clause.end, 0.55, "hostile.soured", index)


def _refusals(found: list[Found | None], clauses: tuple[Clause, ...], scene: Scene) -> None:
    """A bare refusal is a DEFLECT only where the message gives neither reason nor another way; "No." before an answer is part of it."""
    helps = any(f is not None and f.act in _REASONS for f in found) or any(c.text.startswith("but ") and scene.is_specific(c) for c in clauses)
    for index, one in enumerate(found):
        if one is None or one.rule not in _BARE:
            continue
        if one.rule == "deflect.bare-no" and len(clauses) > 1 and not any(c.text.startswith("but ") for c in clauses[index + 1 : index + 2]):
            found[index] = None if any(scene.is_specific(c) for c in clauses if c is not clauses[index]) else one
        elif helps:
            found[index] = replace(one, act=Act.HONEST_NO, sure=0.5, rule="no.beside-an-option")


_TAKES_UP = (
    SOLVING | ACCOUNTABILITY | HARM | {Act.ASK_CLOSED, Act.ASK_OPEN, Act.CHECK_UNDERSTANDING, Act.REFLECT_CONTENT, Act.VALIDATE, Act.OVERPROMISE, Act.SET_LIMIT}
)
"""Acts that take a question up, or are already more than an evasion."""


_PLAIN_ANSWER = re.compile(r"(?:so |and |well |but )*(?:yes|no|not)\b(?! (?:to worry|worries|problem|bother))")


def _unanswered(found: list[Found | None], clauses: tuple[Clause, ...], scene: Scene) -> None:
    """A question was put, and nothing in the reply takes it up: its vague sentences evade it."""
    if not scene.questioned or any(f is not None and f.act in _TAKES_UP for f in found):
        return
    if any(_PLAIN_ANSWER.match(c.text) for c in clauses):
        return
    if sum(scene.is_specific(c) for c in clauses) > len(clauses) / 3:
        return
    for index, clause in enumerate(clauses):
        if found[index] is None and not clause.question and len(clause.words) >= 4 and not scene.is_specific(clause):
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
