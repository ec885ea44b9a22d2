"""What the acts of the replies earn and cost over a whole call, wherever no scenario has to say what they were about.

An act earns less each time, so that no phrase pays for long, and only in words that are the rep's own, said to this customer
and doing no harm. A harm costs the same each time.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from math import exp

from scenarios.acts import Act
from scenarios.reading import ActSpan
from scoring.callview import CallView, Reply
from scoring.content import readable, repaired
from scoring.rubric import ByActs
from scoring.sameness import echoed, hollow
from scoring.tally import Tally

HALVING = 2.0
"""Times an act is done until about two thirds of all it can earn is earned."""

RuleOf = Callable[[Reply, ActSpan], str]
"""The rule a stretch of a reply earns by."""


def earn(view: CallView, tally: Tally, earns: Mapping[Act, float], rule: RuleOf) -> None:
    """Pay each act of each reply its part of the most the act can earn over the call."""
    times: dict[Act, float] = {}
    for reply in view.replies:
        for span in _earning(view, reply, earns):
            before = times.get(span.act, 0.0)
            times[span.act] = before + span.confidence
            worth = earns[span.act] * (exp(-before / HALVING) - exp(-times[span.act] / HALVING))
            tally.weigh(rule(reply, span), reply.at(span), worth, what=tally.rubric.acts[span.act])


def _earning(view: CallView, reply: Reply, earns: Mapping[Act, float]) -> Iterator[ActSpan]:
    """The surest stretch of each act that earns."""
    if not readable(reply):
        return
    for act in earns:
        fit = [s for s in reply.reading.acts if s.act is act and reply.clean(s) and not hollow(view.scenario, reply.text, s) and not echoed(view, reply, s)]
        if fit:
            yield _surest(fit)


def charge(view: CallView, tally: Tally, rules: ByActs, rule: str) -> None:
    """Take what the acts that harm cost, each time, as far as the reader is sure of them."""
    done: Counter[Act] = Counter()
    for reply in view.replies:
        for span in _costly(reply, rules.costs):
            done[span.act] += 1
            if done[span.act] > rules.free.get(span.act, 0):
                back = repaired(view, reply, span.end, tally.rubric.window)
                tally.weigh(rule, reply.at(span), -rules.costs[span.act] * span.confidence, what=tally.rubric.acts[span.act], repaired=back)


def _costly(reply: Reply, costs: dict[Act, float]) -> Iterator[ActSpan]:
    """The surest stretch of each act that costs."""
    for act in costs:
        if fit := [span for span in reply.reading.acts if span.act is act]:
            yield _surest(fit)


def _surest(spans: list[ActSpan]) -> ActSpan:
    """The one the reader is surest of."""
    return max(spans, key=lambda span: span.confidence)
