"""What the scenario's author wrote for this very moment; it goes before anything a voice bank has to say."""

from __future__ import annotations

from scenarios.model import Scenario
from scenarios.moves import Move
from scenarios.transcript import CustomerMoved
from trainer.voices.choosing import Tier
from trainer.voices.slots import clean

_ABOUT_A_CONCERN = frozenset({Move.VENT, Move.RESTATE, Move.DISCLOSE})
_ABOUT_A_MIX_UP = frozenset({Move.VENT, Move.RESTATE, Move.CHALLENGE, Move.DEMAND, Move.REFUSE, Move.ANSWER})

_NUMBERED = {slot: f"{slot} number" for slot in ("order", "phone", "account", "booking", "job", "policy", "parcel", "tracking", "customer")}
"""Slots that people say with ``number`` after them."""

_NO_THING = frozenset({"check", "open", "tried", "told", "unknown"})
"""What an answer may be about that is no thing one can hand over: whether the rep has it right, how it all was, what was tried, what nobody knows."""
_NO_WORD_FOR_IT = frozenset({"tried", "told", "unknown"})
"""Of these, the ones that lines written for any answer may say the wrong thing about: "yes, that is so" is no word on what nobody knows."""


def own_tiers(scenario: Scenario, moved: CustomerMoved) -> list[Tier]:
    """The author's own lines for this move, best first."""
    lines = () if moved.move is Move.ANSWER and moved.about in _NO_WORD_FOR_IT else scenario.customer.lines.get(moved.move, ())
    return [tier for tier in (_about(scenario, moved), Tier(lines)) if tier.lines]


def question_of(scenario: Scenario, moved: CustomerMoved) -> str:
    """The question this turn puts or comes back to, whole as it was written; an empty string when there is none."""
    found = scenario.question(moved.question) if moved.question else None
    return found.ask if found else clean(moved.slots.get("question", ""))


def put_again(question: str) -> str:
    """A question as it is put the second time: up to its question mark, without what was said after it."""
    asked, mark, _ = question.rpartition("?")
    return asked + mark if mark else question


def quotable(scenario: Scenario, moved: CustomerMoved) -> str:
    """A sentence of the customer's own, short enough to quote back at the rep; empty when there is none."""
    concern = scenario.concern(moved.about) if moved.about else None
    short = [line for line in (concern.says if concern else ()) if len(line) <= 90 and "{" not in line and '"' not in line]
    return short[0] if short else ""


def asked_for(scenario: Scenario, moved: CustomerMoved) -> dict[str, str]:
    """What the rep asked for, in words, and its value where the desk has it."""
    if moved.move not in (Move.CALL_OUT_REASK, Move.ANSWER) or not moved.about or moved.about in _NO_THING:
        return {}
    return {"asked": _NUMBERED.get(moved.about, moved.about.replace("-", " ")), "given": scenario.desk.known.get(moved.about, "")}


def _about(scenario: Scenario, moved: CustomerMoved) -> Tier:
    customer, about, move = scenario.customer, moved.about or "", moved.move
    concern, outcome = scenario.concern(about), scenario.outcomes.get(about)
    mix_up = next((m for m in scenario.misunderstandings if m.id == about), None)
    fact = scenario.fact(about)
    if move is Move.ANSWER and about in customer.if_asked:
        return Tier(customer.if_asked[about].says, in_order=True)
    if move is Move.ANSWER and about in customer.answers:
        return Tier(customer.answers[about], in_order=True)
    if move is Move.ANSWER and about in scenario.desk.known:
        return Tier((scenario.desk.known[about],))
    if move is Move.ANSWER and not about:
        return Tier(customer.answers.get("open", ()), in_order=True)
    if concern and move in _ABOUT_A_CONCERN:
        return Tier(concern.says, in_order=True)
    if mix_up and move is Move.SOFTEN and mix_up.thanks:
        return Tier((mix_up.thanks,))
    if mix_up and move in _ABOUT_A_MIX_UP:
        return Tier(mix_up.says, in_order=True)
    if outcome and move in (Move.ACCEPT, Move.REFUSE):
        return Tier(outcome.says if move is Move.ACCEPT else outcome.refuses, in_order=True)
    if fact and fact.found_out and move is Move.CALL_OUT_LIE:
        return Tier((fact.found_out,))
    return Tier(())
