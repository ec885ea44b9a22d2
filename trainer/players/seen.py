"""What a rep has in front of them at one point of a call: the customer's last turn, the desk, and the rep's own memory.

Players choose by this and nothing else. Mood numbers, worths, bars, beats, the examples of what counts as heard or false, and
what the customer would accept stay behind the screen, as they do for a trainee. Their words may be an author's examples; what
is said, and when, is chosen without them.
"""

from __future__ import annotations

from collections.abc import Iterable
from copy import copy
from dataclasses import dataclass, field
from functools import lru_cache

from scenarios.model import Fact, Scenario
from scenarios.moves import Move
from scenarios.transcript import CustomerMoved, Event, RepActed
from trainer.engine.draws import draw

_SHORTEST = 4
"""Letters from which a word says what a sentence is about."""

_STEM = 5


@dataclass(frozen=True, slots=True)
class Way:
    """One way to settle it, as desk and policy show it: an outcome's name and the actions it takes."""

    outcome: str
    actions: tuple[str, ...]
    """empty where only words are needed: an honest no with what can be done"""
    checks: tuple[str, ...]
    """what has to be looked up first"""
    told_by: float
    """0-1: how much of its words the customer has used"""
    money: bool
    """nothing but a payment"""


@dataclass(slots=True)
class Memory:
    """What the rep remembers of the call so far."""

    reflected: set[str] = field(default_factory=set)
    told: set[str] = field(default_factory=set)
    answered: set[str] = field(default_factory=set)
    cleared: set[str] = field(default_factory=set)
    voiced: list[str] = field(default_factory=list)
    """concerns and mix-ups the customer has spoken of, in order"""
    asked: list[str] = field(default_factory=list)
    """questions the customer has put, in order"""
    offered: dict[str, int] = field(default_factory=dict)
    """outcomes put to the customer, and at which reply last"""
    turned_down: dict[str, int] = field(default_factory=dict)
    agreed: str | None = None
    done: list[str] = field(default_factory=list)
    refused: set[str] = field(default_factory=set)
    """actions the desk turned down"""
    reported: set[str] = field(default_factory=set)
    """actions the customer has been told of"""
    used: dict[str, int] = field(default_factory=dict)
    """how often the rep has done a thing of one kind: apologised, asked openly"""
    replies: int = 0

    def apart(self) -> Memory:
        """The same memory, to go on from without touching this one."""
        return Memory(**{name: copy(getattr(self, name)) for name in self.__slots__})

    def count(self, what: str) -> int:
        """Do ``what`` once more; how often it had been done before."""
        before = self.used.get(what, 0)
        self.used[what] = before + 1
        return before


@dataclass(frozen=True, slots=True)
class Seen:
    """One glance at the screen before a reply."""

    scenario: Scenario
    """for the words of what is referred to here by name; players read only what this page shows"""
    memory: Memory
    move: Move
    about: str | None
    question: str | None
    attacked: bool
    seed: int
    turn: int

    def chance(self, purpose: str) -> float:
        """A draw for this turn, 0-1, the same for the same seed."""
        return draw(self.seed, self.turn, f"player.{purpose}")

    @property
    def unheard(self) -> list[str]:
        """Concerns the customer has brought up and the rep has not taken up, the newest first."""
        concerns = {concern.id for concern in self.scenario.concerns}
        return [name for name in reversed(self.memory.voiced) if name in concerns and name not in self.memory.reflected]

    @property
    def mixed_up(self) -> list[str]:
        """Misunderstandings that have shown in the customer's words and stand."""
        return [m.id for m in self.scenario.misunderstandings if m.id and m.id in self.memory.voiced and m.id not in self.memory.cleared]

    @property
    def open_questions(self) -> list[str]:
        """Questions put and not answered, the newest first."""
        return [question for question in reversed(self.memory.asked) if question not in self.memory.answered]

    @property
    def known(self) -> list[Fact]:
        """Facts on the record, and those the desk has shown since, not told yet."""
        shown = {fact for name in self.memory.done if name in self.scenario.desk.actions for fact in self.scenario.desk.actions[name].tells}
        return [f for f in self.scenario.facts if f.id not in self.memory.told and (f.known_to in ("rep", "both") or f.id in shown)]

    @property
    def checks(self) -> list[str]:
        """Things that can be looked up and have not been."""
        actions = self.scenario.desk.actions
        return [name for name, action in actions.items() if (action.kind == "check" or action.tells) and self.can(name)]

    @property
    def to_pass_on(self) -> list[str]:
        """Faults that others will meet, not yet told inside."""
        return [name for name, action in self.scenario.desk.actions.items() if action.kind == "report" and self.can(name)]

    def can(self, name: str) -> bool:
        """Whether the desk would let this be done now, as far as the rep has seen."""
        action = self.scenario.desk.actions[name]
        free = self.memory.done.count(name) < action.times and name not in self.memory.refused
        return free and all(need in self.memory.done for need in action.needs)

    @property
    def ways(self) -> list[Way]:
        """Ways to settle it that the desk has not turned down, in an order of chance."""
        found = [way for way in _ways(self.scenario) if not self.memory.refused.intersection(way[1], way[2])]
        said = _said(self.scenario, tuple(self.memory.voiced))
        desk = self.scenario.desk.actions
        ways = [
            Way(outcome, actions, checks, _overlap(words, said), bool(actions) and all(desk[name].up_to for name in actions))
            for outcome, actions, checks, words in found
        ]
        return sorted(ways, key=lambda way: draw(self.seed, 0, f"way.{way.outcome}"))


TELLS = frozenset({Move.VENT, Move.DISCLOSE, Move.RESTATE, Move.ASK})
"""Moves that tell a trouble, also where an outcome bears its name."""


def noticed(memory: Memory, scenario: Scenario, events: Iterable[Event]) -> CustomerMoved | None:
    """Take in what just happened; the customer's last turn, or None where they have not written."""
    last: CustomerMoved | None = None
    for event in events:
        if isinstance(event, RepActed):
            (memory.done.append if event.ok else memory.refused.add)(event.do)
        elif isinstance(event, CustomerMoved):
            last = event
            _take_in(memory, scenario, event)
    return last


def _take_in(memory: Memory, scenario: Scenario, moved: CustomerMoved) -> None:
    of_trouble = moved.about not in scenario.outcomes or (moved.move in TELLS and scenario.concern(moved.about or "") is not None)
    if moved.about and moved.about not in memory.voiced and of_trouble:
        memory.voiced.append(moved.about)
    if moved.question:
        memory.asked = [*(q for q in memory.asked if q != moved.question), moved.question]
    if moved.move is Move.ACCEPT and moved.about:
        memory.agreed = moved.about
    if moved.move is Move.REFUSE and moved.about in scenario.outcomes and moved.about:
        memory.turned_down[moved.about] = memory.replies


_Named = tuple[str, tuple[str, ...], tuple[str, ...], frozenset[str]]
_kept: dict[int, tuple[Scenario, tuple[_Named, ...]]] = {}


def _ways(scenario: Scenario) -> tuple[_Named, ...]:
    """Every outcome with the actions and checks it takes, and its words; worked out once a scenario."""
    kept = _kept.get(id(scenario))
    if kept is None or kept[0] is not scenario:
        if len(_kept) > 64:
            _kept.clear()
        kept = _kept[id(scenario)] = (scenario, tuple(_named(scenario, name) for name in scenario.outcomes))
    return kept[1]


def _named(scenario: Scenario, outcome: str) -> _Named:
    desk = scenario.desk.actions
    wanted = list(scenario.outcomes[outcome].needs) or [name for name, action in desk.items() if action.gives == outcome][:1]
    needed: list[str] = []
    for name in wanted:
        _with_needs(scenario, name, needed)
    checks = tuple(name for name in needed if desk[name].kind == "check" or name not in wanted)
    actions = tuple(name for name in needed if name not in checks)
    words = " ".join([scenario.outcomes[outcome].what or outcome.replace("-", " "), *(desk[name].what or name.replace("-", " ") for name in actions)])
    return outcome, actions, checks, _stems(words)


def _with_needs(scenario: Scenario, name: str, needed: list[str]) -> None:
    """Add an action and, before it, what it needs first; a ring of needs is left alone."""
    if name in needed or name not in scenario.desk.actions:
        return
    place = len(needed)
    needed.append(name)
    for need in scenario.desk.actions[name].needs:
        _with_needs(scenario, need, needed)
    needed.append(needed.pop(place))


@lru_cache(maxsize=4096)
def _stems(text: str) -> frozenset[str]:
    words = "".join(ch if ch.isalpha() else " " for ch in text.lower()).split()
    return frozenset(word[:_STEM] for word in words if len(word) >= _SHORTEST)


def _said(scenario: Scenario, voiced: tuple[str, ...]) -> frozenset[str]:
    """What the customer's words so far were about."""
    said = _stems(scenario.customer.opening)
    for name in voiced:
        concern = scenario.concern(name)
        if concern:
            said = said.union(*(_stems(line) for line in concern.says[:2]))
    return said


def _overlap(words: frozenset[str], said: frozenset[str]) -> float:
    return len(words & said) / (len(words) or 1)
