"""Draws a shift: which customers, in which order, when each joins the queue, and how much goodwill there is. Pure.

Around a thread of customers whose trouble has one cause, where there is one; levels and trades mixed; one money; unseen first;
never the same twice.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from trainer.engine.draws import draw, whole
from trainer.shift.account import Held

FEWEST, MOST = 2, 30
LENGTHS = {"short": 3, "usual": 5, "long": 8}
"""The lengths offered, in calls."""

PACE = 1.25
"""What a customer's place in the queue allows for the calls before theirs, against par: as the rubric does before pace costs anything."""

ONE_CALL, LEAST, STEP = Decimal(60), Decimal(10), Decimal(5)
"""The most goodwill of one desk that counts towards a shift's sum, the least sum, and what it is rounded to."""

ORDERS = 240
"""Orders of a queue that are tried for the one that breaks fewest of its rules."""


class Card(Held):
    """One scenario as far as drawing a shift depends on it."""

    id: str
    title: str
    customer: str
    trade: str
    level: int
    currency: str
    minutes: float
    """par"""
    content: bool
    """opens content, or nearly so"""
    incident: str = ""
    second: str = ""
    """the scenario of its second part"""
    goodwill: Decimal = Decimal(0)
    """the most its desk may give on top of what is owed"""
    firm: str = ""
    """whom one answers for"""
    today: str = ""
    """the moment its own call opens"""
    seen: bool = False
    """played to its end before"""


class Planned(Held):
    """One call of a shift."""

    scenario: str
    title: str
    seed: int
    customer: str
    trade: str
    joins: float
    """simulated minutes into the shift at which the customer has joined the queue"""
    second: str = ""
    firm: str = ""
    today: str = ""
    """each as its card has it; empty in a shift that was kept before they were"""


CARRIED = ("title", "customer", "trade", "second", "firm", "today")
"""What a planned call has from its card."""


class Plan(Held):
    """A shift as drawn."""

    seed: int
    calls: tuple[Planned, ...]
    thread: str = ""
    """the incident several of the customers call about"""
    goodwill: Decimal
    currency: str


def draw_plan(cards: Sequence[Card], *, seed: int, calls: int) -> Plan | None:
    """A shift of as many calls as asked for, or as there are scenarios for; None where there are too few for any."""
    money = Counter(card.currency for card in cards)
    currency = min(money, key=lambda code: (-money[code], code), default="")
    pool = sorted((card for card in cards if card.currency == currency), key=lambda card: card.id)
    if len(pool) < FEWEST:
        return None
    chosen = _chosen(pool, seed, min(calls, MOST, len(pool)))
    thread = next((i for i, n in Counter(card.incident for card in chosen if card.incident).items() if n > 1), "")
    queue = _ordered(chosen, seed, thread)
    total = sum((min(card.goodwill, ONE_CALL) for card in queue), Decimal(0)) / 2
    return Plan(
        seed=seed,
        calls=_joining(queue, seed),
        thread=thread,
        goodwill=max(LEAST, (total / STEP).to_integral_value() * STEP),
        currency=currency,
    )


def call_seed(seed: int, slot: str) -> int:
    """The seed a call of a shift is played with."""
    return int(draw(seed, 0, f"call.{slot}") * 2**31)


def _chosen(pool: Sequence[Card], seed: int, calls: int) -> list[Card]:
    luck = {card.id: draw(seed, 0, f"card.{card.id}") for card in pool}
    all_seen = sum(not card.seen for card in pool) < calls
    chosen = _thread(pool, luck, _long_thread(seed, calls), all_seen=all_seen)
    rest = [card for card in pool if card not in chosen]
    fresh = [card for card in rest if all_seen or not card.seen]
    wanted = [[card for card in fresh if card.content]] if not any(card.content for card in chosen) else []
    if calls >= LENGTHS["usual"]:
        wanted.append([card for card in fresh if card.second])
    wanted += [[card for card in fresh if card.goodwill]] * (calls // 2)
    for kind in wanted:
        left = [card for card in kind if card not in chosen]
        if left and len(chosen) < calls:
            chosen.append(min(left, key=lambda card: (card.seen, luck[card.id])))
    while len(chosen) < calls:
        chosen.append(min((card for card in rest if card not in chosen), key=lambda card: (card.seen, *_sameness(card, chosen), luck[card.id])))
    return chosen[:calls]


def _long_thread(seed: int, calls: int) -> int:
    """How many customers of one cause there are at most: never so many that nothing else fits between."""
    return 2 if calls < LENGTHS["usual"] else 3 if calls >= LENGTHS["long"] else whole(2, 3, seed=seed, turn=0, purpose="thread")


def _thread(pool: Sequence[Card], luck: dict[str, float], most: int, *, all_seen: bool) -> list[Card]:
    """Customers of one incident, the one with most that is unseen; none where it would mostly be met again while others wait."""
    incidents: dict[str, list[Card]] = {}
    for card in pool:
        if card.incident:
            incidents.setdefault(card.incident, []).append(card)
    fit = [cards for cards in incidents.values() if len(cards) > 1 and (all_seen or sum(not card.seen for card in cards) > 1)]
    best = max(fit, key=lambda cards: (sum(not card.seen for card in cards), min(luck[card.id] for card in cards)), default=[])
    return sorted(best, key=lambda card: (card.seen, luck[card.id]))[:most]


def _sameness(card: Card, chosen: Sequence[Card]) -> tuple[int, int, int]:
    """How much a scenario repeats what is chosen already: trade first, then level; content customers only now and then."""
    often = card.content and 4 * sum(other.content for other in chosen) >= len(chosen)
    return int(often), sum(other.trade == card.trade for other in chosen), sum(other.level == card.level for other in chosen)


def _ordered(chosen: Sequence[Card], seed: int, thread: str) -> list[Card]:
    shuffles = (sorted(chosen, key=lambda card, n=n: draw(seed, n, f"order.{card.id}")) for n in range(ORDERS))  # type: ignore[misc]
    return min(shuffles, key=lambda order: _awkward(order, thread))


def _awkward(order: Sequence[Card], thread: str) -> int:
    """How many of its rules an order breaks: begin gently, content customers in between, the thread spread, a first part early."""
    pairs = list(pairwise(order))
    return (
        3 * (order[0].level > min(3, min(card.level for card in order) + 1))
        + order[0].content
        + order[-1].content
        + 3 * sum(bool(thread) and one.incident == other.incident == thread for one, other in pairs)
        + sum(one.level == other.level == 4 for one, other in pairs)
        + sum(bool(card.second) and n > len(order) // 2 - 1 for n, card in enumerate(order))
    )


def _joining(queue: Sequence[Card], seed: int) -> tuple[Planned, ...]:
    """Each a little before those ahead of them would be done at a fair pace, so that somebody is always about to wait."""
    planned, clock = [], 0.0
    for number, card in enumerate(queue, 1):
        ahead = whole(0, 4, seed=seed, turn=number, purpose="joins")
        joins = max(0.0, round(clock - ahead, 1))
        seed_here = call_seed(seed, str(number))
        planned.append(Planned(seed=seed_here, joins=joins, scenario=card.id, **{part: getattr(card, part) for part in CARRIED}))
        clock += PACE * card.minutes
    return tuple(planned)
