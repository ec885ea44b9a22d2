"""Whether the customer takes what is put to them: how good it is, how hopeful, trusting and heard they feel, against their bar."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass
from decimal import Decimal

from scenarios.acts import Act
from scenarios.model import Scenario
from scenarios.reading import Reading
from trainer.engine.feelings import Delta, Feelings
from trainer.engine.ledgers import by_log, delivered, outcome_offered, outcomes_of
from trainer.engine.state import Done, State

TOO_ANGRY = 80.0
"""At this anger nothing is taken."""

RELIEF = Delta(anger=-15)
"""What taking a fair offer does, times forgiveness."""

CLEARLY_BETTER = 0.1
"""How much more another outcome must be worth to change an agreement."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the customer makes of an offer."""

    takes: bool
    outcome: str
    blocked_by: str | None = None
    """misunderstanding that stands in the way"""


def put(scenario: Scenario, state: State, reading: Reading) -> dict[str, Decimal | None]:
    """Outcomes this reply puts to the customer, with the amount named: offered in words, or done and now told."""
    offers: dict[str, Decimal | None] = {}
    named = {offer.outcome for offer in reading.offers if offer.outcome and not offer.action} | state.offered
    implied = {action for name in named if name in scenario.outcomes for action in scenario.outcomes[name].needs}
    at_hand = state.put | actions_put(scenario, reading) | implied | {entry.do for entry in state.done}
    for offer in reading.offers:
        for outcome in outcome_offered(scenario, offer):
            if offer.action and not all_put(scenario, outcome, at_hand):
                continue
            offers.setdefault(outcome, offer.amount if offer.amount is not None and offer.amount.is_finite() else None)
    if offers:  # what is put is weighed with what stands in the log already
        offers |= {
            name: None
            for name in scenario.acceptable
            if name not in offers and name in scenario.outcomes and by_log(scenario, name) and delivered(scenario, state.done, name)
        }
    for entry in _told(state, reading):
        for outcome in outcomes_of(scenario, entry.do):
            if by_log(scenario, outcome) and delivered(scenario, state.done, outcome):
                offers[outcome] = entry.amount
    return offers


def actions_put(scenario: Scenario, reading: Reading) -> frozenset[str]:
    """The desk's own actions this reply offers."""
    return frozenset(offer.action for offer in reading.offers if offer.action in scenario.desk.actions and offer.action is not None)


def all_put(scenario: Scenario, outcome_id: str, at_hand: Set[str]) -> bool:
    """Whether every remedy an outcome takes has been put or done: half of it is another offer."""
    remedies = {name for name in scenario.outcomes[outcome_id].needs if scenario.desk.actions[name].kind == "remedy"}
    return remedies <= at_hand


def _told(state: State, reading: Reading) -> tuple[Done, ...]:
    """The log's entries this reply speaks of: those it names, and those just made where it reports a step or sums up.

    "All done" tells nothing to a customer who has not heard yet what that would be.
    """
    named = {claim.action for claim in reading.claims if claim.verdict == "true"}
    if state.agreed is None and not state.offered and not _says_what(reading):
        return tuple(d for d in state.done if d.do in named)
    reports, sums_up = reading.has(Act.STATE_ACTION), reading.has(Act.CONFIRM_CLOSE)
    return tuple(d for d in state.done if d.do in named or sums_up or (reports and d.reply >= state.replies - 1))


def _says_what(reading: Reading) -> bool:
    """Whether the reply names anything at all: a time, a sum, a remedy, a fact, a concern."""
    return bool(reading.times or reading.amounts or reading.offers or reading.tells or reading.touches)


def utility(scenario: Scenario, feelings: Feelings, worth: float) -> float:
    """How good an offer of this worth looks now, 0-1."""
    adequacy = min(1.0, worth / (scenario.best_worth or 1.0))
    sides = 0.50 * adequacy + (0.20 * feelings.hope + 0.15 * feelings.trust + 0.15 * feelings.heard) / 100
    return sides * (0.94 + 0.06 * min(1.0, feelings.heard / 50))


def enough(scenario: Scenario, outcome_id: str, amount: Decimal | None) -> float:
    """The share of an outcome's least amount that was named, at most 1; naming none counts as enough."""
    least = scenario.outcomes[outcome_id].at_least
    if least is None or amount is None or least.value <= 0:
        return 1.0
    return float(min(Decimal(1), max(Decimal(0), amount) / least.value))


def blocker(scenario: Scenario, state: State, outcome_id: str) -> str | None:
    """The misunderstanding that keeps the customer from this outcome, if one stands."""
    for mix_up in scenario.misunderstandings:
        if mix_up.id not in state.cleared and (not mix_up.blocks or outcome_id in mix_up.blocks):
            return mix_up.id
    return None


def considered(scenario: Scenario, state: State, offers: dict[str, Decimal | None], *, margin: float = 0.0, plainly_no: bool = False) -> Answer | None:
    """The customer's answer to the best of the offers; None when there is nothing to answer.

    ``plainly_no``: the reply said honestly what cannot be had, which opens the way to what the customer did not come for.
    """
    worths = {name: scenario.outcomes[name].worth * enough(scenario, name, amount) for name, amount in offers.items() if name in scenario.outcomes}
    if state.agreed:
        held = scenario.outcomes[state.agreed].worth + CLEARLY_BETTER
        worths = {name: worth for name, worth in worths.items() if worth >= held and name in scenario.acceptable}
    if not worths:
        return None
    wanted = {name: worth for name, worth in worths.items() if name in scenario.acceptable} or worths
    best = max(wanted, key=lambda name: (wanted[name], name))
    stands = blocker(scenario, state, best)
    if stands:
        return Answer(False, best, stands)
    if enough(scenario, best, offers[best]) < 1.0:
        return Answer(False, best)
    open_to = best in scenario.acceptable or (plainly_no and bool(scenario.outcomes[best].takes_if))
    good = open_to and utility(scenario, state.feelings, wanted[best]) >= state.persona.bar + margin
    return Answer(good and state.feelings.anger < TOO_ANGRY, best)
