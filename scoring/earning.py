"""What the acts of the replies earn and cost over a whole call, wherever no scenario has to say what they were about.

An act earns less each time, so that no phrase pays for long, and only in words that are the rep's own, said to this customer
and doing no harm. A harm costs the same each time.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from math import exp

from scenarios.acts import HARM, TRUTH, Act
from scenarios.reading import ActSpan, meet
from scoring.callview import CallView, Reply
from scoring.chances import concerns
from scoring.content import content_words, readable, repaired, speaks_of_case
from scoring.reading.words import plain
from scoring.rubric import ByActs
from scoring.sameness import echoed, hollow
from scoring.tally import Tally

HALVING = 2.0
"""Times an act is done until about two thirds of all it can earn is earned."""

LEAST = 0.5
"""Points, were it said beyond doubt, below which one more of an act is not told of and earns nothing: a debrief is there to be read."""

RuleOf = Callable[[Reply, ActSpan], str]
"""The rule a stretch of a reply earns by."""


def earn(view: CallView, tally: Tally, earns: Mapping[Act, float], rule: RuleOf, *, part: float = 1.0) -> None:
    """Pay each act of each reply its part of the most the act can earn over the call; of all that, ``part`` (0-1)."""
    times: dict[Act, float] = {}
    for reply in view.replies:
        for span in _earning(view, reply, earns):
            before = times.get(span.act, 0.0)
            times[span.act] = before + span.confidence
            worth = part * earns[span.act] * (exp(-before / HALVING) - exp(-times[span.act] / HALVING))
            most = part * earns[span.act] * (exp(-before / HALVING) - exp(-(before + 1) / HALVING))
            if most < LEAST:
                continue
            tally.weigh(rule(reply, span), reply.at(span), worth, what=tally.rubric.acts[span.act], of=most)


def _earning(view: CallView, reply: Reply, earns: Mapping[Act, float]) -> Iterator[ActSpan]:
    """The surest stretch of each act that earns."""
    if not readable(reply):
        return
    for act in earns:
        fit = [s for s in reply.reading.acts if s.act is act and reply.clean(s) and not hollow(view.scenario, reply.text, s) and not echoed(view, reply, s)]
        fit = [s for s in fit if of_case(view, reply, s) and _borne_out(view, reply, s) and not _said_before(reply, s)]
        if fit:
            yield _surest(fit)


def _said_before(reply: Reply, span: ActSpan) -> bool:
    """Whether these words stand in a sentence that the rep had used before in this call."""
    words = plain(reply.words(span)).strip(" .,!?")
    return len(words.split()) >= 4 and any(words in sentence for sentence in reply.reading.repeated)


def of_case(view: CallView, reply: Reply, span: ActSpan) -> bool:
    """Whether this stretch has something of the case in it: a line that would fit any complaint earns nothing. A limit is about manners."""
    if span.act is Act.SET_LIMIT:
        return True
    if view.scenario is None:
        words = reply.words(span)
        said = content_words(words)
        return len(said) >= OWN_WORDS or bool(said & view.heard_words(reply) or _PARTICULAR.search(words))
    reading = reply.reading
    parts = (*reading.touches, *reading.offers, *reading.claims, *reading.amounts, *reading.times, *reading.slots)
    return any(meet(part, span) for part in parts) or speaks_of_case(reply.words(span), view.scenario)


def _borne_out(view: CallView, reply: Reply, span: ActSpan) -> bool:
    """Whether a step or a cause that is told of is known of, where a scenario says what is: an invented one that nobody can disprove earns nothing all the same."""
    if view.scenario is None:
        return True
    if span.act is Act.STATE_ACTION:
        return bool(_LOOKED.search(reply.words(span)) or view.done_by(reply))
    if span.act is Act.EXPLAIN:
        return any(claim.verdict == "true" and meet(claim, span) for claim in reply.reading.claims)
    return True


_LOOKED = re.compile(r"\b(?:look(?:ed|ing)|check(?:ed|ing)(?! with)|read(?:ing)?|se(?:e|en)|open(?:ed)?|in front of me)\b", re.IGNORECASE)
"""A look at the record leaves nothing in the log."""
OWN_WORDS = 2
"""Words that could belong to one case and not to all, from which a stretch of a chat without a scenario has something of it."""
_PARTICULAR = re.compile(r"\d|(?<=[a-z,] )[A-Z][a-z]")
"""A figure, or a name inside a sentence."""


def charge(view: CallView, tally: Tally, rules: ByActs, rule: str) -> None:
    """Take what the acts that harm cost, each time, as far as the reader is sure of them."""
    done: Counter[Act] = Counter()
    for reply in view.replies:
        if reply.reading.repeated and not readable(reply):  # sent again, it answers nothing that was said since
            tally.weigh(rule, reply.place, -rules.costs.get(Act.ACK_GENERIC, 0), what=tally.rubric.acts[Act.ACK_GENERIC])
            continue
        for span in _costly(reply, rules.costs):
            done[span.act] += 1
            if done[span.act] > rules.free.get(span.act, 0):
                back = repaired(view, reply, span.end, tally.rubric.window)
                tally.weigh(rule, reply.at(span), -rules.costs[span.act] * _part(tally, span), what=tally.rubric.acts[span.act], repaired=back)
            elif done[span.act] == 1 and span.confidence >= tally.rubric.certain:
                tally.note(rule, reply.at(span), f"{tally.rubric.acts[span.act]} Said once it costs nothing, and it earns nothing.{_instead(view, reply)}")


def _instead(view: CallView, reply: Reply) -> str:
    """What this customer would rather have heard taken up, in the scenario's words; nothing where none goes with the chat."""
    raised = [chance.what for chance in concerns(view) if chance.turn.turn < reply.turn]
    return f" Say what it is about instead: {raised[-1].rstrip('. ')}." if raised else ""


def _part(tally: Tally, span: ActSpan) -> float:
    """The part of the cost that is charged: harms and untruths as far as they are sure, stock words as far as they are likely."""
    return tally.charged(span.confidence) if span.act in HARM | TRUTH else span.confidence


def _costly(reply: Reply, costs: dict[Act, float]) -> Iterator[ActSpan]:
    """The surest stretch of each act that costs."""
    for act in costs:
        if fit := [span for span in reply.reading.acts if span.act is act]:
            yield _surest(fit)


def _surest(spans: list[ActSpan]) -> ActSpan:
    """The one the reader is surest of."""
    return max(spans, key=lambda span: span.confidence)
