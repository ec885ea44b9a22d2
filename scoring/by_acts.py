"""Scores a chat no scenario goes with, by what its replies do: base, plus what each act earns over the call, less harms.

Nobody knows here what there was to be heard, told or done, so the chances a call held cannot be counted. What stands in
for them was fitted on whole calls that were labelled and rated blind (``scoring.agreement``). An act earns less each time,
so no phrase pays for long; a harm costs the same each time; a reply that does nothing changes nothing.
"""

from __future__ import annotations

from math import exp

from scoring.callview import CallView
from scoring.calmness import calmness
from scoring.content import nothing_to_judge, readable
from scoring.earning import HALVING, charge, earn
from scoring.rubric import Rubric
from scoring.scores import Dimension, Score
from scoring.tally import Tally, unscored

DID: dict[Dimension, str] = {"listening": "listening.did", "honesty": "honesty.did", "resolution": "resolution.did"}
HARMED: dict[Dimension, str] = {"listening": "listening.harmed", "honesty": "honesty.harmed", "resolution": "resolution.harmed"}
NO_CARD: dict[Dimension, str] = {
    "honesty": "Without a scenario or a card there is nothing to hold what was said against.",
    "resolution": "Without a scenario or a card there is no telling what could have been done.",
}


def by_acts(view: CallView, rubric: Rubric, *, card: bool) -> dict[Dimension, Score]:
    """The four scores, from the acts of the replies alone. ``card``: whether they were read beside a card of the chat's own."""
    scores: dict[Dimension, Score] = {"calmness": calmness(view, rubric)}
    for dimension in DID:
        scores[dimension] = unscored(NO_CARD[dimension]) if dimension in NO_CARD and not card else _score(view, rubric, dimension)
    return scores


def _score(view: CallView, rubric: Rubric, dimension: Dimension) -> Score:
    if why := nothing_to_judge(view):
        return unscored(why)
    rules = rubric.by_acts[dimension]
    tally = Tally(rubric, dimension, start=rules.base)
    earn(view, tally, rules.earns, lambda _reply, _span: DID[dimension])
    charge(view, tally, rules, HARMED[dimension])
    for number, event in enumerate(view.done if rules.done else ()):
        worth = rules.done * (exp(-number / HALVING) - exp(-(number + 1) / HALVING))
        tally.weigh("resolution.step", view.place_of(event.turn), worth, what=event.result or event.do)
    return tally.score(sum(map(readable, view.replies)))
