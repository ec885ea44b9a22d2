"""How much of what this desk could do the customer was told of, or given.

Somebody who lets a customer go without a word of the remedy that stood open has told no lie, and has not been straight
either; and whoever never comes to what was wanted has not listened, however warmly.
"""

from __future__ import annotations

from dataclasses import dataclass

from scenarios.model import Scenario
from scenarios.reading import Offer, meet
from scoring.callview import CallView, Reply
from scoring.tally import Place


@dataclass(frozen=True, kw_only=True)
class ToldHelp:
    """``share`` (0-1) of the best outcome in reach that was offered, done or agreed, a part of one as its part; where; and the best there was, in words."""

    share: float
    at: Place
    best: str


def told_help(view: CallView, scenario: Scenario) -> ToldHelp:
    """The most that was held out to the customer, against the best this customer would take."""
    reach = {name: scenario.outcomes[name] for name in scenario.acceptable if name in scenario.outcomes}
    top = scenario.best_worth or 1.0
    share, at = 0.0, view.last_place
    offers = [(offer, reply.at(offer)) for reply in view.replies for offer in reply.reading.offers if not _untrue(reply, offer)]
    for name, outcome in reach.items():
        serving = set(outcome.needs) or {one for one, action in scenario.desk.actions.items() if action.gives == name}
        told = {offer.action: place for offer, place in offers if offer.action in serving}
        told |= {event.do: _beside(view, event.turn) for event in view.done if event.do in serving}
        whole = [place for offer, place in offers if offer.outcome == name]
        if view.ended is not None and view.ended.outcome == name:
            whole.append(min(told.values(), key=lambda place: place.turn, default=view.last_place))
        part = 1.0 if whole else len(told) / len(serving) if serving else 0.0
        if part * min(1.0, outcome.worth / top) > share:
            share, at = part * min(1.0, outcome.worth / top), min((*whole, *told.values()), key=lambda place: place.turn)
    best = max(reach, key=lambda name: reach[name].worth, default="")
    return ToldHelp(share=share, at=at, best=(reach[best].what or best.replace("-", " ")) if best else "")


def _beside(view: CallView, step: int) -> Place:
    """The reply a step at the desk was taken for, as a whole: no words of it did the step."""
    return view.place_of(next((reply.turn for reply in view.replies if reply.turn > step), view.last_place.turn))


def _untrue(reply: Reply, offer: Offer) -> bool:
    """Whether what sounds like an offer is part of an untruth."""
    return any(claim.verdict == "false" and meet(claim, offer) for claim in reply.reading.claims)
