"""What the rep has put their name to: promises, false claims and overpromises, entered as they are said.

Nothing here reacts. ``discovery`` says when an entry comes out, ``endings`` what is left over for afterwards.
"""

from __future__ import annotations

from decimal import Decimal

from scenarios.model import Scenario
from scenarios.reading import Claim, Offer, Part, Promise
from scenarios.transcript import RepActed, RepSaid
from trainer.engine.draws import draw, whole
from trainer.engine.hearing import false_claims, overpromises
from trainer.engine.state import Done, Pending, State, Undertaking

CHECKS_ACTION, CHECKS_WORDS, CHECKS_PROMISE = 0.75, 0.6, 0.5
"""How often the customer finds out within the call: a step said to be done, a plain untruth, a promise beyond the card."""

LONGEST_WORDS = 160


def words_of(said: RepSaid, part: Part) -> str:
    """The rep's own words of one stretch, on one line."""
    line = " ".join(said.text[part.start : part.end].split())
    return line if len(line) <= LONGEST_WORDS else line[: LONGEST_WORDS - 1] + "…"


def entered(scenario: Scenario, state: State, said: RepSaid, replies: int) -> tuple[Pending, ...]:
    """What this reply adds to the list of things that will not bear looking into. ``replies`` counts this one."""
    false = [_untrue(scenario, state, said, part, replies) for part in false_claims(said.reading)]
    beyond = [_beyond(scenario, state, said, part, replies) for part in overpromises(said.reading)]
    old = {(p.source, p.ref) for p in state.pending if p.ref != "words"}
    fresh: dict[tuple[str, str], Pending] = {}
    for entry in (*false, *beyond):
        name = (entry.source, entry.ref if entry.ref != "words" else f"words {entry.words}")
        if name not in old:
            fresh.setdefault(name, entry)
    return tuple(fresh.values())


def _untrue(scenario: Scenario, state: State, said: RepSaid, part: Part, replies: int) -> Pending:
    words, seed, turn = words_of(said, part), state.seed, said.turn
    fact = part.fact if isinstance(part, Claim) else None
    action = part.action if isinstance(part, Claim) else None
    if fact and (known := scenario.fact(fact)):
        out = known.comes_out if known.comes_out and known.comes_out > replies else replies + whole(2, 4, seed=seed, turn=turn, purpose=f"out.{fact}")
        return Pending("lie", "fact", fact, turn, out, words)
    if action:
        finds = draw(seed, turn, f"checks.{action}") < CHECKS_ACTION
        return Pending("lie", "action", action, turn, replies + whole(1, 2, seed=seed, turn=turn, purpose=f"out.{action}") if finds else None, words)
    finds = draw(seed, turn, f"checks.{part.start}") < CHECKS_WORDS
    return Pending("lie", "words", "words", turn, replies + whole(2, 4, seed=seed, turn=turn, purpose=f"out.{part.start}") if finds else None, words)


def _beyond(scenario: Scenario, state: State, said: RepSaid, part: Part, replies: int) -> Pending:
    words, seed, turn = words_of(said, part), state.seed, said.turn
    action = part.action if isinstance(part, Promise) and part.action in scenario.desk.actions else None
    finds = draw(seed, turn, f"promise.{part.start}") < CHECKS_PROMISE
    due = replies + whole(3, 5, seed=seed, turn=turn, purpose=f"due.{part.start}") if finds else None
    return Pending("broken", "promise", action or "words", turn, due, words)


def undertaken(scenario: Scenario, state: State, said: RepSaid) -> tuple[Undertaking, ...]:
    """Promises of this reply that a desk action keeps, newest terms last."""
    made: list[Undertaking] = []
    for promise in said.reading.promises:
        if promise.actor == "other" or promise.hangs or promise.supported is False or promise.action not in scenario.desk.actions or promise.action is None:
            continue
        due = int((promise.due.replace(tzinfo=None) - scenario.now).total_seconds()) if promise.due else None
        made.append(Undertaking(promise.action, said.turn, due, words_of(said, promise), promise.amount))
    known = {u.action for u in state.undertakings}
    fresh: dict[str, Undertaking] = {}
    for entry in made:
        if entry.action not in known:
            fresh.setdefault(entry.action, entry)
    return tuple(fresh.values())


def logged(acted: RepActed, replies: int) -> Done:
    """The log's entry for an action that worked."""
    return Done(acted.do, amount_in(acted), acted.turn, replies)


def amount_in(acted: RepActed) -> Decimal | None:
    """The amount an action was used with, as the desk wrote it down."""
    number = acted.args.get("amount", "").split(" ")[0]
    try:
        return Decimal(number) if number else None
    except ArithmeticError:
        return None


def outcomes_of(scenario: Scenario, action: str | None) -> tuple[str, ...]:
    """Outcomes an action leads to: the one it gives, or those that need it."""
    if action is None or action not in scenario.desk.actions:
        return ()
    gives = scenario.desk.actions[action].gives
    needed = [name for name, outcome in scenario.outcomes.items() if action in outcome.needs and name != gives]
    return (gives, *needed) if gives in scenario.outcomes and gives is not None else tuple(needed)


def delivered(scenario: Scenario, done: tuple[Done, ...], outcome_id: str) -> bool:
    """Whether the log holds what an outcome takes. One that no action gives needs only a yes."""
    outcome = scenario.outcomes[outcome_id]
    enough = {d.do for d in done if outcome.at_least is None or d.amount is None or d.amount >= outcome.at_least.value}
    if outcome.needs:
        return all(need in enough for need in outcome.needs)
    givers = [name for name, action in scenario.desk.actions.items() if action.gives == outcome_id]
    return not givers or any(name in enough for name in givers)


def got(scenario: Scenario, state: State) -> str | None:
    """What the customer ends up with: what they agreed to, or something worth more that stands in the log as well."""
    if state.agreed is None:
        return None
    more = [name for name in scenario.acceptable if name in scenario.outcomes and by_log(scenario, name) and delivered(scenario, state.done, name)]
    return max((state.agreed, *more), key=lambda name: scenario.outcomes[name].worth)


def by_log(scenario: Scenario, outcome_id: str) -> bool:
    """Whether any desk action delivers this outcome."""
    return bool(scenario.outcomes[outcome_id].needs) or any(a.gives == outcome_id for a in scenario.desk.actions.values())


def outcome_offered(scenario: Scenario, offer: Offer) -> tuple[str, ...]:
    """The outcomes an offer amounts to; nothing where it names neither an outcome nor an action that leads to one."""
    if offer.outcome in scenario.outcomes and offer.outcome is not None:
        return (offer.outcome,)
    return outcomes_of(scenario, offer.action)
