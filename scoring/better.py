"""Lines that might have served a moment better: the author's own first, then those drawn from the card.

Nothing is invented: every line is a model line or an example sentence of this scenario, with its slots filled from the desk.
Nothing is promised either: whether one of them would have done better is for whoever can play the moment again to find out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from scenarios.model import Fact, Outcome, Scenario
from scenarios.moves import Move
from scenarios.names import short_name
from scenarios.quantities import say_moment
from scoring.scores import Evidence

UNSAID = frozenset({"listening.dealt-with", "listening.dealt-late"})
"""Rules for a concern that was dealt with and never named: what was missing is a word before the reply, not another reply."""


def better_lines(
    scenario: Scenario | None, row: Evidence, *, move: Move | None, about: str | None, refs: Iterable[str] = (), unheard: bool = False
) -> tuple[str, ...]:
    """Lines for this moment, likeliest first, none twice.

    ``move`` and ``about`` are the customer's before the reply; ``refs`` ids the row speaks of; ``unheard``: nothing had been taken
    up by then, so an offer must not come first.
    """
    if scenario is None:
        return ()
    opening = () if row.rule == "listening.checked" else (*_model_lines(scenario, move, about), *_heard(scenario, about))
    named = tuple(line for raw in _for_rule(scenario, row, tuple(refs), about) if (line := spoken(scenario, raw)))
    general = tuple(line for raw in opening if (line := spoken(scenario, raw)))
    if unheard and general and _is_offer(row):
        named = (*(f"{general[0]} {line}" for line in named), *named)
    return tuple(dict.fromkeys((*named, *general)))


def _is_offer(row: Evidence) -> bool:
    return row.rule.startswith(("resolution.", "honesty.overpromise", "honesty.broken"))


def _for_rule(scenario: Scenario, row: Evidence, refs: tuple[str, ...], about: str | None) -> tuple[str, ...]:
    facts = [f for f in scenario.facts if f.id in refs or (f.true.rstrip(". ") and f.true.rstrip(". ") in row.says)]
    if row.rule.startswith("listening.cleared"):
        return tuple(line for m in scenario.misunderstandings if m.so.rstrip(". ") in row.says for line in m.cleared_if)
    if row.rule == "listening.checked":
        return _recap(scenario)
    if row.rule.endswith(("answered", "evade")):
        return (*_answers(scenario, row, refs), *_tell(facts))
    if row.rule.startswith("listening.") or (row.rule.startswith("calmness.") and about):
        concerns = [c for c in scenario.concerns if c.what.rstrip(". ") in row.says] or [c for c in scenario.concerns if c.id == about]
        models = tuple(m.say for c in concerns for m in scenario.model_lines if m.concern == c.id)
        hears = tuple(line for c in concerns for line in c.heard_if)
        return (*hears, *models) if row.rule in UNSAID else (*models, *hears)
    if row.rule in ("honesty.owned", "honesty.bad-news", "honesty.false-claim", "honesty.false-cap", "honesty.told-not-owned"):
        return _tell(facts)
    if _is_offer(row):
        return _offers(scenario)
    return ()


def _answers(scenario: Scenario, row: Evidence, refs: tuple[str, ...]) -> tuple[str, ...]:
    lines: list[str] = []
    for concern in scenario.concerns:
        for n, question in enumerate(concern.asks):
            if question.ask in row.says or f"{concern.id}/{n}" in refs:
                fact = scenario.fact(question.answered_by) if question.answered_by else None
                lines += [*question.answer_if, *(_tell([fact]) if fact else ())]
    return tuple(lines)


def _tell(facts: Iterable[Fact]) -> tuple[str, ...]:
    return tuple(line for fact in facts for line in (*fact.told_if, fact.true))


def _recap(scenario: Scenario) -> tuple[str, ...]:
    """What was settled, said once more."""
    fit = [scenario.outcomes[o] for o in scenario.acceptable if o in scenario.outcomes]
    return tuple(f"Let me say it once more: {line[:1].lower()}{line[1:].rstrip('.')}. Have I got everything?" for o in fit for line in o.takes_if[:1])


def _offers(scenario: Scenario) -> tuple[str, ...]:
    """Ways to offer the best outcome within reach."""
    fit: list[tuple[str, Outcome]] = [(o, scenario.outcomes[o]) for o in scenario.acceptable if o in scenario.outcomes]
    lines: list[str] = []
    for name, outcome in sorted(fit, key=lambda pair: -pair[1].worth):
        lines += outcome.takes_if
        for do, action in scenario.desk.actions.items():
            if action.refused is None and (action.gives == name or do in outcome.needs):
                lines += action.offer_if
    return tuple(lines)


def _heard(scenario: Scenario, about: str | None) -> tuple[str, ...]:
    """Ways to take up what the customer had just spoken of, then whatever else troubles them openly."""
    open_ones = [c for c in scenario.concerns if not c.hidden]
    return tuple(line for c in sorted(open_ones, key=lambda c: c.id != about) for line in c.heard_if)


def _model_lines(scenario: Scenario, move: Move | None, about: str | None) -> tuple[str, ...]:
    on_topic = [m.say for m in scenario.model_lines if m.concern and m.concern == about]
    after_move = [m.say for m in scenario.model_lines if m.move and m.move is move]
    return (*on_topic, *after_move)


_SLOT = re.compile(r"\{(\w+)\}")


def spoken(scenario: Scenario, line: str) -> str:
    """The line as a sentence with its slots filled; nothing where a slot has no filling on the card."""
    known = {"name": short_name(scenario.customer.name)}
    for name in sorted(scenario.acceptable, key=lambda o: -scenario.outcomes[o].worth if o in scenario.outcomes else 0):
        for action in scenario.desk.actions.values():
            if action.gives == name and action.refused is None:
                least = scenario.outcomes[name].at_least if name in scenario.outcomes else None
                amount, arrival = action.up_to or least, scenario.arrival(action)
                if amount:
                    known.setdefault("amount", amount.spoken)
                if arrival:
                    known.setdefault("date", say_moment(arrival, scenario.now))
    filled = _SLOT.sub(lambda m: known.get(m[1], m[0]), line).strip()
    if _SLOT.search(filled) or not filled:
        return ""
    filled = filled[:1].upper() + filled[1:]
    return filled if filled.endswith((".", "!", "?", "…", "”", '"')) else f"{filled}."
