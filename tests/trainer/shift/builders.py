"""Cards, plans and ended calls of a shift, as short as a test can read."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from trainer.shift.account import Account, Fate, Word
from trainer.shift.plan import Card, Plan, Planned


def card(id_: str, **changed: Any) -> Card:
    usual = {"title": id_.title(), "customer": id_.title(), "trade": id_, "level": 2, "currency": "GBP", "minutes": 10.0, "content": False}
    return Card.model_validate({"id": id_, **usual, **changed})


def plan(*scenarios: str, goodwill: int = 40, joins: float = 0.0, second: str = "") -> Plan:
    calls = tuple(
        Planned(scenario=name, title=name.title(), seed=n, customer=name.title(), trade="shop", joins=joins if n > 1 else 0.0, second=second if n == 1 else "")
        for n, name in enumerate(scenarios, 1)
    )
    return Plan(seed=1, calls=calls, goodwill=Decimal(goodwill), currency="GBP")


def account(slot: str, **changed: Any) -> Account:
    usual = {"attempt": f"a{slot}", "scenario": "kettle", "title": "Kettle", "customer": "Ada", "minutes": 10.0, "provocations": 1, "ending": "accepted"}
    return Account.model_validate({"slot": slot, **usual, **changed})


def word(fate: Fate = Fate.BROKEN, *, words: str = "I will ring you at four", due: str = "today 16:00", comes_back: bool = True) -> Word:
    return Word(words=words, fate=fate, due=due, reply=2, comes_back=comes_back)


def ended(of: Account) -> tuple[tuple[str, dict[str, Any]], ...]:
    """The two steps of a call picked up and played to its end."""
    return ("called", {"slot": of.slot, "attempt": of.attempt}), ("ended", of.model_dump(mode="json"))
