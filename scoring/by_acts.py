"""Scores a chat no scenario goes with, by what its replies do: base, plus what each act earns over the call, less harms.

Nobody knows here what there was to be heard, told or done, so the chances a call held cannot be counted. What stands in
for them was fitted on whole calls that were labelled and rated blind (``scoring.agreement``). An act earns less each time,
so no phrase pays for long; a harm costs the same each time; a reply that does nothing changes nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from math import exp

from scenarios.acts import Act
from scenarios.reading import ActSpan
from scoring.callview import CallView, Reply
from scoring.content import nothing_to_judge, readable, repaired
from scoring.rubric import Rubric
from scoring.sameness import echoed, hollow
from scoring.scores import DIMENSIONS, Dimension, Score
from scoring.tally import Tally, unscored

DID: dict[Dimension, str] = {"calmness": "calmness.did", "listening": "listening.did", "honesty": "honesty.did", "resolution": "resolution.did"}
HARMED: dict[Dimension, str] = {
    "calmness": "calmness.harmed",
    "listening": "listening.harmed",
    "honesty": "honesty.harmed",
    "resolution": "resolution.harmed",
}

HALVING = 2.0
"""Times an act is done until about two thirds of all it can earn is earned."""


NO_CARD: dict[Dimension, str] = {
    "honesty": "Without a scenario or a card there is nothing to hold what was said against.",
    "resolution": "Without a scenario or a card there is no telling what could have been done.",
}


def by_acts(view: CallView, rubric: Rubric, *, card: bool) -> dict[Dimension, Score]:
    """The four scores, from the acts of the replies alone. ``card``: whether they were read beside a card of the chat's own."""
    return {d: unscored(NO_CARD[d]) if d in NO_CARD and not card else _score(view, rubric, d) for d in DIMENSIONS}


def _score(view: CallView, rubric: Rubric, dimension: Dimension) -> Score:
    if why := nothing_to_judge(view):
        return unscored(why)
    weights = rubric.by_acts[dimension]
    tally = Tally(rubric, dimension, base=weights.base)
    done: Counter[Act] = Counter()
    times: dict[Act, float] = {}
    for reply in view.replies:
        for span in _spans(view, reply, weights.earns):
            before = times.get(span.act, 0.0)
            times[span.act] = before + span.confidence
            worth = weights.earns[span.act] * (exp(-before / HALVING) - exp(-times[span.act] / HALVING))
            tally.weigh(DID[dimension], reply.at(span), worth, what=rubric.acts[span.act])
        for span in _harms(reply, weights.costs):
            done[span.act] += 1
            if done[span.act] > weights.free.get(span.act, 0):
                taken_back = repaired(view, reply, span.end, rubric.window)
                tally.weigh(HARMED[dimension], reply.at(span), -weights.costs[span.act] * span.confidence, what=rubric.acts[span.act], repaired=taken_back)
    return tally.score(sum(map(readable, view.replies)))


def _spans(view: CallView, reply: Reply, worth: dict[Act, float]) -> Iterator[ActSpan]:
    """The surest stretch of each act that earns, where it is said to this customer in words of the rep's own."""
    if not readable(reply):
        return
    for act in worth:
        fit = [s for s in reply.reading.acts if s.act is act and reply.clean(s) and not hollow(None, reply.text, s) and not echoed(view, reply, s)]
        if fit:
            yield max(fit, key=lambda s: s.confidence)


def _harms(reply: Reply, costs: dict[Act, float]) -> Iterator[ActSpan]:
    """The surest stretch of each act that costs."""
    for act in costs:
        fit = [s for s in reply.reading.acts if s.act is act]
        if fit:
            yield max(fit, key=lambda s: s.confidence)
