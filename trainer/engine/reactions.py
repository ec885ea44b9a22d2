"""What in the rep's reply the customer shows they noticed, and the words they may use for it.

One thing only, the one that struck hardest: people answer the worst word before the best.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from decimal import Decimal

from scenarios.acts import Act
from scenarios.model import Scenario
from scenarios.moves import Reaction
from scenarios.quantities import DAY_END, Money, say_moment
from scenarios.reading import SURE, Reading, meet
from scenarios.transcript import RepSaid
from trainer.engine.desk import label, waited
from trainer.engine.hearing import PLAIN_HARM, Hearing, overpromises
from trainer.engine.ledgers import words_of
from trainer.engine.state import State

_HARMS = {
    Act.HOSTILE: Reaction.INSULTED,
    Act.BLAME: Reaction.BLAMED,
    Act.INVALIDATE: Reaction.INVALIDATED,
    Act.ARGUE: Reaction.ARGUED,
    Act.DEFLECT: Reaction.BARE_NO,
    Act.EVADE: Reaction.DODGED,
}

_GOOD = (
    (Act.HONEST_NO, Reaction.HONEST_NO),
    (Act.OWN, Reaction.OWNED),
    (Act.OFFER_CHOICE, Reaction.CHOICE),
    (Act.REFLECT_CONTENT, Reaction.HEARD),
    (Act.REFLECT_FEELING, Reaction.HEARD),
    (Act.EXPLAIN, Reaction.EXPLAINED),
    (Act.VALIDATE, Reaction.VALIDATED),
    (Act.ADMIT_UNKNOWN, Reaction.UNKNOWN),
    (Act.APOLOGISE, Reaction.APOLOGY),
)
"""What is noticed when nothing hurt, most striking first."""


def slots_of(scenario: Scenario, state: State, said: RepSaid | None) -> dict[str, str]:
    """Words of this reply, and of the wait before it, that the customer may use."""
    slots: dict[str, str] = {}
    if state.held:
        slots["wait"] = waited(state.held)
    if said is None:
        return slots
    reading = said.reading
    if amount := _amount(scenario, reading):
        slots["amount"] = amount
    if date := _date(scenario, said):
        slots["date"] = date
    if offer := next((o for o in reading.offers if o.action in scenario.desk.actions or o.outcome in scenario.outcomes), None):
        outcome = scenario.outcomes.get(offer.outcome or "")
        slots["offer"] = _small(label(scenario, offer.action) if offer.action in scenario.desk.actions and offer.action else (outcome.what if outcome else ""))
    if promise := next(iter(reading.promises), None):
        slots["promise"] = words_of(said, promise)
    if done := next((d for d in reversed(state.done) if d.do in scenario.desk.actions and scenario.desk.actions[d.do].kind == "remedy"), None):
        slots["done"] = _small(label(scenario, done.do))
    return {name: value for name, value in slots.items() if value}


GIVES_TIME = frozenset({Act.SET_EXPECTATION, Act.COMMIT, Act.PROPOSE, Act.OFFER_CHOICE, Act.OVERPROMISE, Act.HONEST_NO})
A_WHILE = timedelta(minutes=30)
"""A wait shorter than this is no date to be written on the fridge."""

_CLOCK = re.compile(r"\d|noon|midday|half|quarter|o'?clock", re.IGNORECASE)
_HOW_OFTEN = re.compile(r"\b(?:once|twice|times|every|over|for)\W*$", re.IGNORECASE)


def _date(scenario: Scenario, said: RepSaid) -> str:
    """The first day or time the reply really gives, no more exact than it was said."""
    for time in said.reading.times:
        if time.latest is None or not any(span.act in GIVES_TIME and meet(span, time) for span in said.reading.acts):
            continue
        latest, words = time.latest.replace(tzinfo=None), said.text[time.start : time.end]
        if latest - scenario.now < A_WHILE or _HOW_OFTEN.search(said.text[: time.start]):
            continue
        exact = latest if _CLOCK.search(words) else datetime.combine(latest.date(), DAY_END)
        return "tonight" if "tonight" in words.lower() and exact.date() == scenario.now.date() else say_moment(exact, scenario.now)
    return ""


def _amount(scenario: Scenario, reading: Reading) -> str:
    named = next(iter(reading.amounts), None)
    if named is None or not named.value.is_finite() or named.value < 0 or named.value >= Decimal(10) ** 9:
        return ""
    return Money(named.value, named.currency or scenario.currency).spoken


def _small(words: str) -> str:
    """A label inside a sentence: a small first letter, no full stop."""
    words = words.strip().rstrip(".")
    return words[:1].lower() + words[1:] if not words[1:2].isupper() else words


def noticed(state: State, said: RepSaid, hearing: Hearing, slots: dict[str, str], told_done: bool) -> Reaction | None:
    """The one thing in this reply that struck the customer most."""
    reading = said.reading
    if hearing.odd:
        return None
    if hearing.harms:
        plain = {span.act for span in reading.acts if span.confidence >= PLAIN_HARM}
        return next((_HARMS[act] for act in hearing.harms if act in plain), None)
    sure = {span.act for span in reading.acts if span.confidence >= SURE}
    checks = (
        (hearing.reasked is not None, Reaction.ASKED_TWICE),
        (Act.SET_LIMIT in sure, Reaction.LIMIT),
        (hearing.parroted, Reaction.PARROTED),
        (bool(hearing.cleared), Reaction.CLEARED),
        (hearing.stock and hearing.bare_apology, Reaction.EMPTY_APOLOGY),
        (bool(overpromises(reading)) and "promise" in slots, Reaction.FIRM_PROMISE),
        (told_done and "done" in slots, Reaction.DONE),
        (state.held > 0 and "wait" in slots, Reaction.HELD),
        (bool(sure & {Act.PROPOSE, Act.OFFER_CHOICE}) and "amount" in slots, Reaction.AMOUNT),
        ("date" in slots and bool(sure & {Act.SET_EXPECTATION, Act.COMMIT, Act.PROPOSE}), Reaction.DATE),
    )
    for struck, reaction in checks:
        if struck:
            return reaction
    for act, reaction in _GOOD:
        if act not in sure:
            continue
        if act is not Act.APOLOGISE or not hearing.bare_apology:
            return reaction
        if state.times(act.value) > 1:
            return Reaction.EMPTY_APOLOGY
    return None
