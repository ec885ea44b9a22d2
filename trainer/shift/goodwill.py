"""Goodwill: what a desk may give beyond what is owed, what of it was given in a call, and a desk with less of it.

Only what the desk itself calls goodwill draws on the shift's one sum, and money given beyond what settled the matter. What the
record owes is never limited here.
"""

from __future__ import annotations

import re
from decimal import Decimal

from scenarios.model import Action, Scenario
from scenarios.quantities import Money
from scoring.callview import CallView
from scoring.ledger_promises import amount_of
from scoring.ledger_rows import label
from scoring.resolution import ACCEPTED
from trainer.shift.account import Gift

_CALLED = re.compile(r"\b(good ?will|gesture|voucher|compliments|gift|treat|something|for the (bother|trouble))\b", re.IGNORECASE)
_RETURNED = re.compile(r"\b(pay|paid|pays|give|given|refund)\b.*\bback\b|\brefund\b|\bowed?\b", re.IGNORECASE)
SPENT = "The goodwill of this shift is used up. What the record owes can still be paid."


def goodwill(scenario: Scenario) -> dict[str, Action]:
    """The actions of a desk by which the rep may give something on top, by id."""
    needed = {need for outcome in scenario.outcomes.values() for need in outcome.needs}
    return {
        name: action
        for name, action in scenario.desk.actions.items()
        if action.up_to and not action.refused and action.gives not in scenario.outcomes and name not in needed and _is_goodwill(name, action)
    }


def most(scenario: Scenario) -> Decimal:
    """The most goodwill a desk could give in one call."""
    return sum((action.up_to.value * action.times for action in goodwill(scenario).values() if action.up_to), Decimal(0))


def limited(scenario: Scenario, left: Money) -> Scenario:
    """The scenario as it is played with this much goodwill left: unchanged where that is enough for anything its desk may give."""
    given = goodwill(scenario)
    if all(action.up_to is None or action.up_to.value <= left.value for action in given.values()):
        return scenario
    actions = {name: _held(action, left) if name in given else action for name, action in scenario.desk.actions.items()}
    said = SPENT if left.value <= 0 else f"Goodwill left in this shift: {left.spoken}. What the record owes does not come out of it."
    desk = scenario.desk.model_copy(update={"actions": actions, "policy": (said, *scenario.desk.policy)})
    return scenario.model_copy(update={"desk": desk})


def gifts(view: CallView) -> tuple[Gift, ...]:
    """What was given in an ended call beyond what the record owes."""
    scenario, ended = view.scenario, view.ended
    if scenario is None or ended is None:
        return ()
    extra, ours = goodwill(scenario), any(fact.fault == "ours" for fact in scenario.facts)
    outcome = scenario.outcomes.get(ended.outcome) if ended.outcome else None
    found = []
    for event in view.done:
        action, amount = scenario.desk.actions.get(event.do), amount_of(view, event)
        if action is None or not amount:
            continue
        if event.do not in extra:
            elsewhere = outcome is not None and action.gives in scenario.outcomes and action.gives != ended.outcome and event.do not in outcome.needs
            above = amount - outcome.at_least.value if outcome and outcome.at_least and action.gives == ended.outcome else Decimal(0)
            amount = amount if elsewhere else max(Decimal(0), above)
        if amount:
            found.append(Gift(what=label(event.do, action), amount=amount, ours=ours, taken=ended.ending in ACCEPTED))
    return tuple(found)


def _is_goodwill(name: str, action: Action) -> bool:
    words = f"{name.replace('-', ' ')} {action.what} {action.shows}"
    return bool(_CALLED.search(words)) and not _RETURNED.search(action.what)


def _held(action: Action, left: Money) -> Action:
    if left.value <= 0:
        return action.model_copy(update={"refused": SPENT})
    return action.model_copy(update={"up_to": left}) if action.up_to and action.up_to.value > left.value else action
