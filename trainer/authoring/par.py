"""Par: the shortest call in which an expert hears everything, hides nothing and reaches the best outcome, found by search.

The search plays the engine itself, two things to a reply as a person would, and keeps the most promising calls at each depth.
It may look at what players may not: beside the tester of first replies, this is the one place that knows the answer.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import ceil
from statistics import median

from scenarios.acts import Act
from scenarios.model import Par, Scenario
from scenarios.moves import Ending, Intensity
from scenarios.transcript import CustomerMoved, Event, RepActed, RepSaid
from trainer.call import seconds_for
from trainer.engine import State, open_call, step, use
from trainer.players import words
from trainer.players.seen import Memory, Seen, Way, noticed
from trainer.players.speech import Clause, Do, Turn, given, joined, remember

THINGS = 2
"""What one reply takes up: more than that, and nobody reads it to the end."""

WIDTH, DEEPEST = 14, 12
"""Calls kept at each depth, and the longest call looked for."""

TOO_SOON = 20
"""What an agreement counts that was reached before all was told that is to be heard: kept only where nothing else is left."""

A_REPLY = 60
"""Seconds an expert's reply takes to write: forty words. The examples a path is searched with are shorter than people are."""

SEEDS = (0, 1, 2)
"""The customers a path is looked for with; par is the middle one."""


@dataclass(frozen=True)
class Path:
    """One way through the call."""

    turns: tuple[Turn, ...]
    seconds: int
    """simulated: the desk's time and ``A_REPLY`` for each reply"""
    outcome: str
    unheard: tuple[str, ...] = ()
    """concerns it does not take up, because no path was found that does"""

    @property
    def replies(self) -> int:
        return len(self.turns)

    @property
    def actions(self) -> tuple[str, ...]:
        return tuple(do.action for turn in self.turns for do in turn.do)


@dataclass
class _Node:
    state: State
    memory: Memory
    last: CustomerMoved
    turns: tuple[Turn, ...] = ()


def par_of(scenario: Scenario) -> Par | None:
    """Par over a few customers of this scenario, or None where no honest path leads to the best outcome."""
    paths = [path for seed in SEEDS if (path := best_path(scenario, seed))]
    if len(paths) * 2 < len(SEEDS):
        return None
    return Par(replies=ceil(median(path.replies for path in paths)), minutes=float(max(1, ceil(median(path.seconds for path in paths) / 60))))


def best_path(scenario: Scenario, seed: int) -> Path | None:
    """The shortest honest path to the best outcome the customer takes, hearing everything; where none is found, all that is not kept back,
    and at last whatever comes up on the way. None where the search finds none."""
    best = [name for name in scenario.acceptable if scenario.outcomes[name].worth >= scenario.best_worth]
    everything = frozenset(concern.id or "" for concern in scenario.concerns)
    for heard in (everything, frozenset(c.id or "" for c in scenario.concerns if not c.hidden), frozenset[str]()):
        found = [path for outcome in best if (path := _search(scenario, seed, outcome, heard))]
        if found:
            return min(found, key=lambda path: (path.replies, path.seconds))
    return None


def can_be_reached(scenario: Scenario, outcome: str) -> bool:
    """Whether any honest path at all ends in this outcome, with whichever customer of the first few."""
    return any(_search(scenario, seed, outcome, frozenset()) for seed in range(2 * len(SEEDS)))


_found: dict[tuple[int, int, str, frozenset[str]], tuple[Scenario, Path | None]] = {}
"""by the identity of the scenario, which each of them holds"""
_MOST_FOUND = 64


def _search(scenario: Scenario, seed: int, outcome: str, heard: frozenset[str]) -> Path | None:
    """The shortest path to this outcome on which these concerns have been taken up. Kept for whoever asks next, for a search takes half a second."""
    key = id(scenario), seed, outcome, heard
    if key not in _found:
        if len(_found) >= _MOST_FOUND:
            _found.clear()
        _found[key] = scenario, _searched(scenario, seed, outcome, heard)
    return _found[key][1]


def _searched(scenario: Scenario, seed: int, outcome: str, heard: frozenset[str]) -> Path | None:
    state, events = open_call(scenario, seed, Intensity.REAL)
    memory = Memory()
    last = noticed(memory, scenario, events)
    assert last is not None
    layer = [_Node(state, memory, last)]
    for _ in range(DEEPEST):
        found: list[_Node] = []
        arrived: list[_Node] = []
        for node in layer:
            for turn in _turns(scenario, node, outcome):
                after = _played(scenario, node, turn)
                if after.state.ended is None:
                    found.append(after)
                elif (
                    after.state.ended in (Ending.ACCEPTED, Ending.PARTLY)
                    and after.state.agreed == outcome
                    and heard <= after.memory.reflected
                    and not _open(scenario, after)
                ):
                    arrived.append(after)
        if arrived:
            best = min(arrived, key=lambda node: node.state.seconds)
            desk = sum(scenario.desk.actions[do.action].takes for turn in best.turns for do in turn.do)
            unheard = tuple(concern.id or "" for concern in scenario.concerns if concern.id not in best.memory.reflected)
            return Path(best.turns, desk + A_REPLY * len(best.turns), outcome, unheard)
        layer = _kept(scenario, found, heard)
    return None


def _kept(scenario: Scenario, found: Sequence[_Node], heard: frozenset[str]) -> list[_Node]:
    """The most promising calls: least left to do, then the calmest customer; no two that stand at the same point."""
    ranked = sorted(found, key=lambda node: (_left(scenario, node, heard), node.state.feelings.anger, node.state.seconds))
    kept: dict[tuple[object, ...], _Node] = {}
    for node in ranked:
        memory = node.memory
        point = (frozenset(memory.reflected), frozenset(memory.told), frozenset(memory.answered), memory.agreed, tuple(sorted(memory.done)), node.last.move)
        kept.setdefault(point, node)
        if len(kept) == WIDTH:
            break
    return list(kept.values())


def _left(scenario: Scenario, node: _Node, heard: frozenset[str]) -> float:
    """Things left to do. A customer who has agreed only asks for what was agreed: what they have not told by then they keep to themselves."""
    unvoiced = sum(concern.id not in node.memory.voiced for concern in scenario.concerns)
    too_soon = node.memory.agreed and not heard <= {*node.memory.voiced, *node.memory.reflected}
    return len(_open(scenario, node)) + unvoiced + (TOO_SOON if too_soon else 0 if node.memory.agreed else 2)


def _open(scenario: Scenario, node: _Node) -> list[str]:
    """What an expert would not leave undone: troubles not taken up, questions, mix-ups and awkward truths of ours."""
    seen = _seen(scenario, node)
    awkward = [fact.id or "" for fact in seen.known if fact.fault == "ours" or fact.bad_news]
    return [*seen.unheard, *seen.open_questions, *seen.mixed_up, *awkward]


def _turns(scenario: Scenario, node: _Node, outcome: str) -> Iterator[Turn]:
    """Every reply an expert might give here."""
    seen = _seen(scenario, node)
    checks = tuple(Do(name) for name in seen.checks if not scenario.desk.actions[name].up_to)
    listening = _listening(seen)
    way = next((way for way in seen.ways if way.outcome == outcome), None)
    if seen.memory.agreed == outcome and way:
        yield _settling(seen, way, listening[: THINGS - 1])
        yield from (Turn((clause,)) for clause in listening[:2])
        return
    for number in (1, THINGS):
        for pair in combinations(listening[:5], number):
            yield Turn(pair)
            if checks:
                yield Turn(pair, checks)
    if not seen.memory.count("asked openly") or len(listening) < THINGS:
        yield Turn((*listening[: THINGS - 1], words.ask_openly(seen)))
    if way:
        needed = tuple(Do(name) for name in way.checks if name not in seen.memory.done and seen.can(name))
        for also in ((), *((clause,) for clause in listening[:3])):
            yield Turn((*also, words.offer(seen, way)), needed)


def _listening(seen: Seen) -> list[Clause]:
    clauses = [answer for question in seen.open_questions[:2] if (answer := words.answer(seen, question))]
    clauses += [words.clear(seen, name) for name in seen.mixed_up]
    clauses += [words.reflect(seen, concern) for concern in seen.unheard]
    told = {fact for clause in clauses for fact in clause.tells}
    awkward = sorted((f for f in seen.known if (f.fault == "ours" or f.bad_news) and f.id not in told), key=lambda f: f.fault != "ours")
    return [*clauses, *(words.tell(seen, fact, owning=True) for fact in awkward)]


def _settling(seen: Seen, way: Way, also: Sequence[Clause]) -> Turn:
    todo = [name for name in (*way.checks, *way.actions) if name not in seen.memory.done]
    do = tuple(Do(name, str(words.limit(seen, name) or "")) for name in todo)
    told = words.report(seen, way.actions) if way.actions else words.fixed("Then that is how we leave it.", Act.CONFIRM_CLOSE)
    return Turn((*also, told), do)


def _seen(scenario: Scenario, node: _Node) -> Seen:
    last = node.last
    return Seen(scenario, node.memory, last.move, last.about, last.question, last.provocation, node.state.seed, node.state.turn)


def _played(scenario: Scenario, node: _Node, turn: Turn) -> _Node:
    memory, state, last = node.memory.apart(), node.state, node.last
    for do in turn.do:
        acted: RepActed = use(scenario, state, do.action, {"amount": do.amount} if do.amount else {}, state.turn + 1)
        noticed(memory, scenario, [acted])
        state, events = step(scenario, state, acted)
        last = noticed(memory, scenario, events) or last
    text, places = joined(turn.say)
    reading = given(scenario, memory, turn.say, places, earlier=frozenset())
    remember(memory, turn.say)
    said = RepSaid.model_construct(kind="said", turn=state.turn + 1, text=text, reading=reading, seconds=seconds_for(text))
    state, after = step(scenario, state, said)
    moved: list[Event] = list(after)
    return _Node(state, memory, noticed(memory, scenario, moved) or last, (*node.turns, turn))
