"""When a stretch of a reply answers a question, and when it only stands where an answer should.

Listening and honesty both ask; the answer is the same for both. A question the scenario knows needs its own answer, not
just any true sentence in the right place, and "I'll find out" counts only for what the rep lacks and goes on to look for.
"""

from __future__ import annotations

import re

from scenarios.acts import Act
from scenarios.reading import Answer, Part, meet
from scoring.callview import CallView, Reply
from scoring.chances import Chance
from scoring.content import content_words, readable, substantive
from scoring.sameness import echoed, hollow

_POLAR = re.compile(r"\W*(?:yes|yeah|yep|no|nope|not)\b", re.IGNORECASE)
_NUMBER = re.compile(r"\d{2}")
"""A number named where one was asked for stands for itself."""
_STRAIGHT = (Act.HONEST_NO, Act.ADMIT_UNKNOWN)


def answers(view: CallView, chance: Chance, reply: Reply, answer: Answer, *, next_go: bool) -> bool:
    """Whether ``answer`` answers this question; ``last`` means whatever was asked just before."""
    if answer.question != chance.id and not (answer.question == "last" and next_go):
        return False
    if not readable(reply):
        return False
    if echoed(view, reply, answer) or hollow(view.scenario, reply.text, answer):
        return False
    if _stock(reply, answer):
        return False
    if puts_off(reply, answer):
        return _lacked(view, chance) and _looked_for(view, chance, reply)
    if answer.question == chance.id:
        return True
    known = view.scenario.question(chance.id) if view.scenario else None
    if known is None:
        return substantive(reply, view.scenario)
    said = reply.words(answer)
    if known.answered_by is None and answer.direct and (_POLAR.match(said) or _NUMBER.search(said) or any(meet(t, answer) for t in reply.reading.times)):
        return True
    straight = any(s.act in _STRAIGHT and meet(s, answer) for s in reply.reading.acts)
    on_topic = any(meet(t, answer) and chance.id.startswith(f"{t.concern}/") for t in reply.reading.touches)
    return straight or on_topic or bool(content_words(known.ask) & content_words(reply.words(answer)))


def answered_by_telling(view: CallView, chance: Chance, reply: Reply) -> bool:
    """Whether the reply told the very fact the question asks for."""
    question = view.scenario.question(chance.id) if view.scenario else None
    return question is not None and question.answered_by is not None and question.answered_by in reply.reading.tells


def _stock(reply: Reply, part: Part) -> bool:
    """Whether nothing stands here but courtesy or sympathy that would fit any complaint."""
    here = {s.act for s in reply.reading.acts if meet(s, part)}
    return bool(here) and here <= {Act.ACK_GENERIC, Act.COURTESY, Act.APOLOGISE}


def puts_off(reply: Reply, part: Part) -> bool:
    """Whether this says only that the answer is not known yet, or will be looked for."""
    here = {s.act for s in reply.reading.acts if meet(s, part)}
    return Act.ADMIT_UNKNOWN in here or (bool(here) and here <= {Act.COMMIT, Act.HANDOFF})


def _lacked(view: CallView, chance: Chance) -> bool:
    """Whether the rep could truly not say: what stands on the record is not unknown."""
    question = view.scenario.question(chance.id) if view.scenario else None
    fact = view.scenario.fact(question.answered_by) if view.scenario and question and question.answered_by else None
    return fact is None or fact.known_to not in ("rep", "both")


def _looked_for(view: CallView, chance: Chance, reply: Reply) -> bool:
    """Whether something came of it: a step at the desk or a true answer later on, or the call closed before it could."""
    if any(e.turn > reply.turn and e.do not in ("supervisor", "note") for e in view.done):
        return True
    for later in view.after(reply.turn):
        named = any(a.question == chance.id and not puts_off(later, a) for a in later.reading.answers)
        if named or answered_by_telling(view, chance, later):
            return True
    return next(view.after(reply.turn), None) is None
