"""What makes a scenario hard or easy, measured by play and said in plain words, the same in every view.

What a novice misses, what wears the customer's patience down, what is left to a plain rep, and what one change would do.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import fmean

from scenarios.model import Scenario
from scenarios.moves import Ending, Move
from scenarios.problems import shown
from trainer.authoring.levels import level_at
from trainer.authoring.opening_move import changed, met_at_once
from trainer.authoring.trials import Trial, try_out

NOVICE, PLAIN = "novice", "plain"
CHANGE_PLAYS = 60
"""Calls the novice plays with one thing changed."""
_KNOBS = (("persona", "bar", 0.03), ("temper", "anger", 15.0), ("temper", "trust", -15.0))
"""What is changed, and the step that makes it harder."""
_RANGES = {"bar": (0.5, 0.8), "anger": (0.0, 100.0), "trust": (0.0, 100.0)}
_HARD_BELOW = 0.55
"""The share a novice settles below which it is shown what would make it easier, and else what would make it harder."""
_OFTEN = 0.15
"""The share of a novice's replies that must answer a thing for it to be named as what costs patience."""
_NOTICED = 0.05
"""The share of calls from which a change has changed something."""
_TIGHT = 3
"""Turns of patience left to a plain rep below which there is no room for a slip."""


@dataclass(frozen=True)
class Changed:
    """What a novice would settle with one thing another."""

    what: str
    now: float
    then: float
    settled_now: float
    """0-1, over the same calls"""
    settled: float
    """0-1"""
    level: int


@dataclass(frozen=True)
class Hardness:
    """What was measured; a part is None where nobody played whom it hangs on."""

    missed: tuple[str, float] | None = None
    """the concern a novice misses most, and the share of calls in which they do"""
    wears: tuple[str, float] | None = None
    """after which thing put by the customer a novice's reply costs most patience, and how many points"""
    ends: tuple[str, float] | None = None
    """how most calls end that a novice does not settle, and the share of these"""
    spare: float | None = None
    """turns of patience a plain rep has left at the end, at what a turn costs them"""
    changes: tuple[Changed, ...] = ()


def hardness(novice: Sequence[Trial], plain: Sequence[Trial], changes: Sequence[Changed] = ()) -> Hardness:
    """What the plays of these two say."""
    ends = Counter(trial.ending.value for trial in novice if not trial.settled)
    return Hardness(
        missed=_most(Counter(name for trial in novice for name in trial.missed), len(novice)),
        wears=_wears(novice),
        ends=_most(ends, ends.total()),
        spare=round(fmean(map(_spare, plain)), 1) if plain else None,
        changes=tuple(changes),
    )


def changes_for(scenario: Scenario) -> tuple[Changed, ...]:
    """The novice's calls with one thing changed: easier where it is hard, and harder where it is easy. Deterministic."""
    as_it_is = _settled(scenario)
    easier = as_it_is < _HARD_BELOW
    found: list[Changed] = []
    for part, name, step in _KNOBS:
        now = getattr(getattr(scenario.customer, part), name)
        if now is None:
            continue  # drawn from the seed: there is no number to change
        low, high = _RANGES[name]
        then = round(min(max(now + (-step if easier else step), low), high), 2)
        tried = changed(scenario, persona={name: then}) if part == "persona" else changed(scenario, temper={name: then})
        if then != now and not met_at_once(tried):  # settled by the first reply is no level at all
            settled = _settled(tried)
            found.append(Changed(name, now, then, round(as_it_is, 3), round(settled, 3), level_at(settled)))
    return tuple(found)


def in_words(found: Hardness, scenario: Scenario) -> Iterator[str]:
    """A sentence for each thing measured."""
    if found.missed:
        name, share = found.missed
        concern = scenario.concern(name)
        about = f": {shown(concern.what, 90)}" if concern else ""
        yield f"The novice misses '{shown(name)}' most, in {share:.0%} of the calls{about}{' (it is hidden)' if concern and concern.hidden else ''}."
    if found.wears:
        yield f"What costs most patience is {_put(found.wears[0], scenario)}: the novice's reply to it takes {found.wears[1]:.0f} of 100."
    if found.ends:
        yield f"When the novice fails, it is mostly that {_ENDS.get(Ending(found.ends[0]), found.ends[0])} ({found.ends[1]:.0%})."
    if found.spare is not None:
        yield f"When the plain rep is done, there is patience left for {_turns(found.spare)}{'; that is tight' if found.spare < _TIGHT else ''}."
    for one in found.changes:
        said = f"With '{one.what}' at {one.then:g} in place of {one.now:g} the novice would settle"
        more = round(100 * (one.settled - one.settled_now))  # the share itself stands in the table, over other and more calls
        moved = abs(one.settled - one.settled_now) >= _NOTICED
        yield f"{said} {abs(more)} {'more' if more > 0 else 'fewer'} of 100 calls: level {one.level}." if moved else f"{said} about as much as now."


_ENDS = {
    Ending.SUPERVISOR: "the call goes to a supervisor",
    Ending.HUNG_UP: "the customer breaks off",
    Ending.REFUSED: "the customer leaves without agreeing",
    Ending.UNFINISHED: "it is agreed and never done",
    Ending.LEFT: "the rep gives up",
}
_MOVES = {
    Move.VENT: "an outburst",
    Move.CHALLENGE: "being doubted",
    Move.DEMAND: "the demand",
    Move.THREATEN: "a threat",
    Move.DEMAND_SUPERVISOR: "the demand for a supervisor",
    Move.PROVOKE: "an attack",
    Move.REFUSE: "an offer turned down",
    Move.PRESS: "being pressed whether it is done",
    Move.ACCEPT: "the wait for what was agreed",
    Move.PUZZLED: "a reply that was not understood",
}


def _put(thing: str, scenario: Scenario) -> str:
    kind, _, name = thing.partition(" ")
    if kind == "question":
        question = scenario.question(name)
        return f'the question "{shown(question.ask if question else name, 70)}"'
    return f"'{shown(name)}' brought up" if kind == "concern" else _MOVES.get(Move(name), f"the move {name.replace('_', ' ')}")


def _turns(spare: float) -> str:
    whole = round(spare)
    return f"{whole} more turns" if whole > 1 else "one more turn" if whole else "no turn more"


def _most(counted: Counter[str], of: int) -> tuple[str, float] | None:
    found = counted.most_common(1)
    return (found[0][0], round(found[0][1] / of, 3)) if found and of else None


def _wears(trials: Sequence[Trial]) -> tuple[str, float] | None:
    """By the mean over a novice's replies; what came up in few of them says nothing."""
    drains: dict[str, list[float]] = defaultdict(list)
    for trial in trials:
        for thing, cost in trial.drains:
            drains[thing].append(cost)
    often = {thing: fmean(costs) for thing, costs in drains.items() if len(costs) >= _OFTEN * len(trials)}
    worst = max(often, key=lambda thing: (often[thing], thing), default=None)
    return (worst, round(often[worst], 1)) if worst is not None else None


def _spare(trial: Trial) -> float:
    """Turns left at what a turn of this call cost."""
    turn = sum(cost for _, cost in trial.drains) / (len(trial.drains) or 1)
    return trial.patience / max(turn, 1.0)


def _settled(scenario: Scenario) -> float:
    trials = try_out(scenario, NOVICE, range(CHANGE_PLAYS)).trials
    return sum(trial.settled for trial in trials) / len(trials)
