"""Weak cues for plain statements that nothing stronger claimed: what a sentence with case content most likely does."""

from __future__ import annotations

import re

from scenarios.acts import Act
from scoring.reading.rules.base import Rule, compiled, rule
from scoring.reading.scene import Scene, has_name
from scoring.reading.sentences import Clause

_TIME = re.compile(
    r"\b(?:today|tonight|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day|\d{1,2}(?:[:.]\d\d)? ?(?:am|pm)|noon|(?:morning|afternoon|"
    r"evening)|(?:working |business )?(?:minutes|hours|days|weeks|months)|free|next|from|until|till|by)\b"
)
_PAST = re.compile(r"\b(?:was|were|had|did|went|came|got|left|sat|ran|sent|put|took|told|said|meant|made|lost|broke|never|\w{3,}ed)\b")
_FUTURE = re.compile(r"\b(?:will|is|are|can|has|have|gets?|goes|comes?|takes?|needs?|costs?|means?|counts?|covers?|stays?|runs?|opens?)\b")


_PRICE = compiled(r"<MONEY>")
_WHEN = re.compile(r"\bwhen\b|\b(?:what|which) (?:day|date|time)\b|\bhow (?:soon|long)\b")
_SPEAKER = re.compile(r"(?:i|we|you|sorry|thank|please)\b")


def _dated(clause: Clause, _scene: Scene) -> bool:
    return not clause.question and bool(_TIME.search(clause.core)) and (bool(clause.numbers) or has_name(clause)) and not _PAST.search(clause.core)


def _their_story(clause: Clause, scene: Scene) -> bool:
    """Two of the customer's own case words, no figure they did not give, and neither I nor we nor a plan in it."""
    if clause.question or clause.numbers - scene.heard_numbers - frozenset("1 2 3 4 5 6".split()):
        return False
    return len(scene.shares(clause)) >= 2 and not any(w in clause.words for w in ("i", "we", "our", "my", "will", "can", "could", "policy", "us"))


def _past_of_case(clause: Clause, scene: Scene) -> bool:
    return (
        not clause.question and bool(_PAST.search(clause.core)) and scene.is_specific(clause) and clause.words[0] not in ("you", "i") and len(clause.words) >= 4
    )


def _answers(clause: Clause, scene: Scene) -> bool:
    return (
        not clause.question and scene.questioned and bool(clause.numbers or has_name(clause)) and bool(_FUTURE.search(clause.core)) and len(clause.words) >= 4
    )


def _priced(clause: Clause, _scene: Scene) -> bool:
    return not clause.question and bool(_PRICE.search(clause.core)) and bool(_FUTURE.search(clause.core)) and not _PAST.search(clause.core)


def _asked_when(clause: Clause, scene: Scene) -> bool:
    """A day or an hour and no verb to speak of, right after being asked when."""
    return (
        not clause.question and scene.questioned and bool(_WHEN.search(scene.customer)) and bool(_TIME.search(clause.core)) and not _SPEAKER.match(clause.core)
    )


RULES: tuple[Rule, ...] = (
    rule(Act.SET_EXPECTATION, "fallback.priced", r".", 0.31, when=_priced, unless=r"\b(?:sorry|should|thank|refund\w*|you (?:paid|pay))\b"),
    rule(Act.SET_EXPECTATION, "fallback.when", r".", 0.31, when=_asked_when, unless=r"\b(?:sorry|should|thank|have a|see you)\b"),
    rule(Act.SET_EXPECTATION, "fallback.dated", r".", 0.3, when=_dated),
    rule(
        Act.REFLECT_CONTENT,
        "fallback.their-story",
        r"^(?!sorry|thanks|thank)(?:so |and |, )*(?:the|that|this|those|it|three|two|four|five|six|\d|a|an|you|your|after|having|all|with|"
        r"no|on|in|at|he|she|they|nobody|\w+ing)\b(?: \S+){3,}",
        0.32,
        when=_their_story,
        unless=r"\b(?:sorry|apolog|thank|hope|great|good|lovely)\b",
    ),
    rule(Act.EXPLAIN, "fallback.past", r".", 0.29, when=_past_of_case, unless=r"\b(?:sorry|should|hope|thank|would|good|great|lovely|glad)\b"),
    rule(Act.SET_EXPECTATION, "fallback.answer", r".", 0.28, when=_answers, unless=r"\b(?:sorry|hope|thank|should|lovely|glad)\b"),
)
