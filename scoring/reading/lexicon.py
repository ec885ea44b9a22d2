"""A scenario's example sentences made ready for comparing, once per scenario.

Preparing them costs more than reading a reply, so the last few scenarios are remembered by identity (a scenario is frozen;
hashing one would walk it whole).
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from functools import cached_property

from scenarios.model import Action, Scenario
from scoring.reading.copied import runs_of
from scoring.reading.meaning import Phrase, best, phrase
from scoring.reading.stems import specific

BUILT_IN = {
    "note": ("I have made a note of it.", "I have noted that on the record.", "I have written it down on your file.", "I have logged what you told me."),
    "supervisor": ("I can get my supervisor.", "I will bring in my manager.", "Let me hand you to my supervisor.", "I have escalated it to my manager."),
    "hold": ("Can you hold for two minutes?", "I will put you on hold."),
}
"""What every desk can do, and how a rep speaks of it."""


@dataclass(frozen=True)
class Told:
    """One fact: what tells it and what denies it."""

    id: str
    true: Phrase
    told: tuple[Phrase, ...]
    false: tuple[Phrase, ...]
    ours: bool = False
    """a fault of ours"""


@dataclass(frozen=True)
class Doing:
    """One desk action: what offers it, and the words it is known by."""

    id: str
    offers: tuple[Phrase, ...]
    label: frozenset[str]
    label_numbers: frozenset[str]
    action: Action | None


@dataclass(frozen=True)
class Trouble:
    """One concern: what shows it was heard, and the words it lives in."""

    id: str
    heard: tuple[Phrase, ...]
    own: tuple[Phrase, ...]

    @cached_property
    def words(self) -> frozenset[str]:
        """Case words of all its sentences."""
        return specific(frozenset().union(*(p.stems for p in (*self.own, *self.heard))))

    @cached_property
    def sayings(self) -> tuple[frozenset[str], ...]:
        """Case words of each of its own sentences that has more than one."""
        return tuple(case for p in self.own if len(case := specific(p.stems)) > 1)


@dataclass(frozen=True)
class Lexicon:
    """Everything of one scenario that a reply is compared with."""

    scenario: Scenario
    facts: tuple[Told, ...]
    actions: tuple[Doing, ...]
    outcomes: tuple[tuple[str, tuple[Phrase, ...]], ...]
    concerns: tuple[Trouble, ...]
    questions: tuple[tuple[str, Phrase, tuple[Phrase, ...], str | None], ...]
    """(id, the question, what answers it, the fact that answers it)"""
    asked: tuple[tuple[str, tuple[Phrase, ...]], ...]
    """(id, example questions) of what the customer answers outright"""
    mix_ups: tuple[tuple[str, tuple[Phrase, ...]], ...]
    """(id, what puts it right)"""
    beliefs: tuple[tuple[str, Phrase], ...]
    """(id of a mix-up, what the customer takes for true)"""
    cannot: tuple[Phrase, ...]
    runs: frozenset[tuple[str, ...]]
    """the words of record and policy in runs, to know them when they are typed out; without those meant to be said"""
    thing: frozenset[str]
    """what the customer wants, in stems: the "it" of the call"""
    record: frozenset[str]
    """case words of record, facts and concerns: naming one passes the swap test"""
    figures: frozenset[str]
    """every figure that stands on the card: of record, policy, facts, means and the customer's own words"""
    card: tuple[str, ...]
    """what is so, what the rep may and cannot do, a line each"""

    def closest_truth(self, said: Phrase, besides: str | None = None, *, refused: bool = False) -> float:
        """How near a sentence comes to something true or possible: a fact told, an offer, an outcome, a mix-up put right; ``refused``: or an offer the desk refuses."""
        phrases = [p for f in self.facts if f.id != besides for p in f.told]
        phrases += [p for d in self.actions if refused or d.action is None or not d.action.refused for p in d.offers]
        phrases += [p for _, ways in self.outcomes for p in ways]
        phrases += [p for _, ways in self.mix_ups for p in ways]
        return best(said, phrases)


_KEPT: OrderedDict[int, Lexicon] = OrderedDict()
_MOST_KEPT = 8


def lexicon_of(scenario: Scenario) -> Lexicon:
    """The prepared phrases of a scenario."""
    key = id(scenario)
    known = _KEPT.get(key)
    if known is not None and known.scenario is scenario:
        return known
    made = _prepare(scenario)
    _KEPT[key] = made
    while len(_KEPT) > _MOST_KEPT:
        _KEPT.popitem(last=False)
    return made


def _ready(lines: tuple[str, ...]) -> tuple[Phrase, ...]:
    return tuple(phrase(line) for line in lines if line.strip())


def _prepare(scenario: Scenario) -> Lexicon:
    facts = tuple(Told(f.id or "", phrase(f.true), _ready((f.true, *f.told_if)), _ready(f.false_if), f.fault == "ours") for f in scenario.facts)
    concerns = tuple(Trouble(c.id or "", _ready(c.heard_if), _ready((c.what, *c.says))) for c in scenario.concerns)
    questions = tuple((f"{c.id}/{n}", phrase(q.ask), _ready(q.answer_if), q.answered_by) for c in scenario.concerns for n, q in enumerate(c.asks))
    # a label that sums up several remedies would let one of them pass for all
    outcomes = tuple((id_, _ready((*o.takes_if, *((o.what,) if o.what and len(o.needs) < 2 else ())))) for id_, o in scenario.outcomes.items())
    words = [p for f in facts for p in f.told] + [p for c in concerns for p in (*c.own, *c.heard)] + [phrase(scenario.desk.record)]
    return Lexicon(
        scenario=scenario,
        facts=facts,
        actions=(*(_doing(id_, a) for id_, a in scenario.desk.actions.items()), *_built_in(scenario)),
        outcomes=outcomes,
        concerns=concerns,
        questions=questions,
        asked=tuple((id_, _ready(one.ask)) for id_, one in scenario.customer.if_asked.items()),
        mix_ups=tuple((m.id or "", _ready((*m.cleared_if, m.so))) for m in scenario.misunderstandings),
        beliefs=tuple((m.id or "", phrase(m.thinks.split(" without ")[0])) for m in scenario.misunderstandings),
        cannot=_ready(scenario.desk.cannot),
        runs=frozenset().union(*map(runs_of, (scenario.desk.record, *scenario.desk.policy))) - _to_be_said(scenario),
        thing=specific(phrase(scenario.customer.wants).stems),
        record=specific(frozenset().union(*(p.stems for p in words))),
        figures=_figures(scenario),
        card=(
            *(f.true for f in scenario.facts),
            *(f"may {_may(id_, a)}" for id_, a in scenario.desk.actions.items()),
            *(f"cannot {line}" for line in scenario.desk.cannot),
        ),
    )


def _figures(scenario: Scenario) -> frozenset[str]:
    desk = scenario.desk
    means = [line for action in desk.actions.values() for line in (action.what, action.shows, action.arrives or "", *action.offer_if)]
    told = [line for fact in scenario.facts for line in (fact.true, *fact.told_if)]
    put = [line for one in scenario.misunderstandings for line in (one.so, *one.cleared_if)]
    own = [line for concern in scenario.concerns for line in (concern.what, *concern.says, *concern.heard_if)]
    lines = (*desk.record.splitlines(), *desk.policy, *desk.known.values(), *means, *told, *put, *own, scenario.customer.opening)
    return frozenset().union(*(phrase(line).numbers for line in lines if line.strip()))


def _to_be_said(scenario: Scenario) -> frozenset[tuple[str, ...]]:
    """Runs of the sentences an author wrote for reps to say: that the policy has the same words makes them no less the rep's own."""
    offers = [line for action in scenario.desk.actions.values() for line in action.offer_if]
    offers += [line for outcome in scenario.outcomes.values() for line in outcome.takes_if]
    return frozenset().union(*map(runs_of, (*offers, *(line for concern in scenario.concerns for line in concern.heard_if))))


def _may(id_: str, action: Action) -> str:
    limit = f", up to {action.up_to}" if action.up_to else ""
    return f"{action.what or id_.replace('-', ' ')}{limit}" + (f", {action.arrives}" if action.arrives else "")


def _doing(id_: str, action: Action) -> Doing:
    named = id_.replace("-", " ")
    return Doing(id_, _ready((*action.offer_if, *((action.what,) if action.what else ()))), phrase(named).stems, phrase(named).numbers, action)


def _built_in(scenario: Scenario) -> tuple[Doing, ...]:
    return tuple(Doing(id_, _ready(lines), frozenset(), frozenset(), None) for id_, lines in BUILT_IN.items() if id_ not in scenario.desk.actions)
