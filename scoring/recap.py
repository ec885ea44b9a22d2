"""Where a reply checked its understanding or summed up what was agreed, and whether the call left room for it.

A recap is known by what it says, not by "anything else?": the question alone is manners.
"""

from __future__ import annotations

import re

from scenarios.acts import TRUTH, Act
from scenarios.reading import ActSpan, meet
from scoring.callview import CallView, Reply
from scoring.content import content_words, readable, speaks_of_case, takes_back
from scoring.sameness import hollow
from scoring.tally import Place

LEAD = 160
"""How far before a check the words it refers to may stand, in characters."""

_TELLS = (Act.SET_EXPECTATION, Act.STATE_ACTION, Act.COMMIT)
_FIGURE = re.compile(r"\d[\d.,:]*\d")
_NUMBER = re.compile(r"\d+")
FIGURES = 2
"""Figures of the desk's own results in one reply that sum up what was done."""
FOUND = 2
"""Words that what the customer is told they will find must share with what was done for them."""

_ANYTHING_ELSE = re.compile(
    r"\b(?:is there |was there |have you |(?:have|did) (?:i|we) (?:missed?|left|leave|forgotten|forget) )?(?:anything|something|any(?: \w+)? (?:questions?|worries|concerns?))\b[^.!?]*\?",
    re.IGNORECASE,
)
"""The question itself: whatever it holds, it sums nothing up."""

_CLOSING = re.compile(
    r"\b(?:is that (?:everything|all of it|the lot|it all)|does that (?:cover|settle|do) (?:it|everything|that))\b[^.!?]*\?\s*$", re.IGNORECASE
)
"""How a recap ends that asks whether it is whole."""
DATED = 2
"""Hours and amounts before such a question that make it a recap."""

_HOUR = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_HOURS = re.compile(rf"\b(?:{_HOUR} (?:to|till|until|and) {_HOUR}|(?:at|by|before|until|from) {_HOUR}|half (?:past )?{_HOUR})\b(?! of\b)", re.IGNORECASE)
"""Hours in words, as people sum up: "two to four, and thanks at ten"."""

VERBATIM = 0.7
"""Share of the customer's own words from which giving them back checks nothing."""


def recaps(view: CallView) -> list[Place]:
    """Checks and recaps that say what they check."""
    found = [
        r.at(s)
        for r in view.replies
        for s in r.reading.acts
        if s.act in (Act.CHECK_UNDERSTANDING, Act.CONFIRM_CLOSE) and readable(r) and _says_what(view, r, s) and not _says_again(view, r, s)
    ]
    return found + [r.place for r in view.replies if readable(r) and (_sums_up(view, r) or _asks_if_whole(view, r))]


def could_recap(view: CallView) -> bool:
    """Whether there was room for one: two goes, and where something was agreed, a reply after that."""
    if view.goes < 2:
        return False
    return view.agreed is None or next(view.after(view.agreed), None) is not None


def _says_what(view: CallView, reply: Reply, span: ActSpan) -> bool:
    """Whether a check says what it checks: in itself, or in the words just before it."""
    if not reply.clean(span):
        return False
    words = reply.words(span) if span.act is Act.CHECK_UNDERSTANDING else _ANYTHING_ELSE.sub(" ", reply.words(span))
    names_case = span.act is Act.CHECK_UNDERSTANDING or (view.scenario is not None and speaks_of_case(words, view.scenario))
    if names_case and len(content_words(words)) >= 3 and not any(meet(span, t) and t.overlap > VERBATIM for t in reply.reading.touches):
        return True
    if _tag(view, reply, span):
        return False
    reading = reply.reading
    lead = span.model_copy(update={"start": max(0, span.start - LEAD)})
    told = [t for t in reading.touches if t.overlap <= VERBATIM]
    more = (*reading.offers, *reading.claims) if span.act is Act.CONFIRM_CLOSE else ()
    says_own = bool(content_words(_ANYTHING_ELSE.sub(" ", reply.words(span))))
    stated = any(
        meet(lead, part) and (part.start < span.start or says_own) and not hollow(view.scenario, reply.text, part) for part in (*told, *more, *reading.slots)
    )
    if span.act is Act.CHECK_UNDERSTANDING:
        return stated or bool(reading.clears)
    agreed = view.agreed is not None and reply.turn > view.agreed
    dated = any(meet(lead, part) for part in (*reading.times, *reading.amounts))
    return agreed and (dated or (stated and bool(_HOURS.search(reply.text[lead.start : span.end]))))


_CUT = re.compile(r"[,;.!?]\s|\band\b")


def _says_again(view: CallView, reply: Reply, span: ActSpan) -> bool:
    """Whether a recap sums up what was untrue or beyond the desk when it was first said, and never put right: the same hour for the same thing."""
    parts = [(content_words(part), set(_NUMBER.findall(part))) for part in _CUT.split(reply.words(span))]
    for before in view.replies:
        if before.turn >= reply.turn or any(takes_back(r, s) for r in view.mending if before.turn < r.turn <= reply.turn for s in r.reading.acts):
            continue
        wrong = [part for s in before.reading.acts if s.act in TRUTH for part in _CUT.split(before.words(s))]
        if any(words & content_words(part) and figures & set(_NUMBER.findall(part)) for words, figures in parts for part in wrong):
            return True
    return False


def _tag(view: CallView, reply: Reply, span: ActSpan) -> bool:
    """Whether this is a tag hung on reply after reply, such as the third "did I get that right?"."""
    words = " ".join(reply.words(span).casefold().split())
    return sum(words in " ".join(r.text.casefold().split()) for r in view.replies) > 2


def _sums_up(view: CallView, reply: Reply) -> bool:
    """Whether a reply tells two things done or agreed, with a time or an amount, once the customer has agreed or as they do."""
    if view.scenario is None or view.agreed is None or not (reply.reading.times or reply.reading.amounts):
        return False
    taken_with = max((r.go for r in view.replies if r.turn < view.agreed), default=0)
    if reply.go < taken_with:
        return False
    log = {e.do for e in view.done}
    reading = reply.reading
    told = (
        {c.action for c in reading.claims if c.verdict == "true" and reply.clean(c)}
        | {o.action for o in reading.offers if reply.clean(o)}
        | {p.action for p in reading.promises if p.supported is not False and reply.clean(p)}
    )
    dated = sum(reply.clean(part) for part in (*reading.times, *reading.amounts))
    if len(told & log) >= 2 or (bool(told & log) and dated >= 2):
        return True
    if _figures_of_the_desk(view, reply) >= FIGURES and not reply.spoiled:
        return True
    return reply.turn > view.agreed and any(_will_find(view, reply, span) for span in reading.acts)


def _asks_if_whole(view: CallView, reply: Reply) -> bool:
    """Whether a reply gives the hours and amounts of what was done or offered, and ends by asking whether that is everything."""
    asked = _CLOSING.search(reply.text)
    if asked is None or view.scenario is None:
        return False
    parts = [part for part in (*reply.reading.times, *reply.reading.amounts) if part.end <= asked.start() and not hollow(view.scenario, reply.text, part)]
    return len(parts) >= DATED and (bool(view.done) or bool(reply.reading.offers)) and reply.clean(parts[0])


def _figures_of_the_desk(view: CallView, reply: Reply) -> int:
    """How many figures of what the desk has done stand in the reply: "so, bill 338.69, Friday 184.90" names no step and sums two up."""
    done = {figure for e in view.done if e.turn < reply.turn for figure in _FIGURE.findall(e.result)}
    return len(done.intersection(_FIGURE.findall(reply.text)))


def _will_find(view: CallView, reply: Reply, span: ActSpan) -> bool:
    """Whether words after the yes tell what the customer will find, by when or for how much: "at four it is boxed, with Sam's name on it"."""
    scenario, reading = view.scenario, reply.reading
    if scenario is None or span.act not in _TELLS or not reply.clean(span) or hollow(scenario, reply.text, span):
        return False
    if not any(meet(span, part) for part in (*reading.times, *reading.amounts)):
        return False
    done = [(scenario.desk.actions[e.do], e.result) for e in view.done if e.do in scenario.desk.actions and e.turn < reply.turn]
    remedies = [f"{action.what} {result}" for action, result in done if action.kind == "remedy"]
    return any(len(content_words(reply.words(span)) & content_words(told)) >= FOUND for told in remedies)
