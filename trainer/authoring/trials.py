"""Many plays of one scenario by one scripted rep, boiled down to what a report needs; small enough to cross processes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import pairwise

from scenarios.model import Scenario
from scenarios.moves import Ending, Move
from scenarios.quantities import parse_money
from scenarios.transcript import CustomerMoved, RepActed
from scoring.reading.protocol import Reader
from scoring.rubric import load_rubric
from scoring.scorecard import scorecard
from scoring.scores import DIMENSIONS, Scorecard
from trainer.authoring.lines import lines_of
from trainer.players.playing import Played, play
from trainer.players.roster import PLAYERS
from trainer.voices.protocol import Script

SETTLED = frozenset({Ending.ACCEPTED, Ending.PARTLY})
"""Endings with which the customer has what was agreed, done and told."""

VOICED = 20
"""Of every hundred plays, how many are worded to count the lines that are said; the words change nothing else."""


@dataclass(frozen=True, slots=True)
class Trial:
    """One play."""

    seed: int
    ending: Ending
    outcome: str | None
    worth: float
    """0-1, what the ending was worth to the customer"""
    replies: int
    seconds: int
    """simulated"""
    scores: tuple[float | None, ...]
    """calmness, listening, honesty, resolution, 0-100 each"""
    anger: tuple[int, ...]
    """0-100 at each of the customer's turns"""
    missed: tuple[str, ...] = ()
    """concerns the rep never took up"""
    patience: float = 0.0
    """0-100, what is left at the end"""
    drains: tuple[tuple[str, float], ...] = ()
    """patience lost at each reply, by what the customer had just put: ``question a/0``, ``concern a``, ``move demand``"""

    given: float = 0.0
    """money given at the desk"""

    @property
    def settled(self) -> bool:
        return self.ending in SETTLED


@dataclass(frozen=True)
class Batch:
    """Some plays by one player."""

    player: str
    trials: tuple[Trial, ...]
    lines: Counter[str] = field(default_factory=Counter)
    """how often each of the author's lines was said, by its place in the file"""
    worded: int = 0
    """plays in which lines were counted"""
    seen: Counter[str] = field(default_factory=Counter)
    """what came about at all: ``beat x``, ``voiced x``, ``heard x``, ``told x``, ``cleared x``, ``offered x``, ``agreed x``,
    and ``rule x`` for each rule that found something to judge"""


def try_out(scenario: Scenario, player: str, seeds: Iterable[int], *, reader: Reader | None = None, voice: Script | None = None) -> Batch:
    """Play the scenario once for each seed. Deterministic: the same arguments give the same batch."""
    rubric, trials = load_rubric(), []
    lines, seen, worded = Counter[str](), Counter[str](), 0
    written = lines_of(scenario) if voice else None
    for seed in seeds:
        aloud = voice if reader or (voice and seed % 100 < VOICED) else None
        played = play(scenario, PLAYERS[player], seed, reader=reader, voice=aloud)
        card = scorecard(played.transcript, scenario, rubric)
        trials.append(_trial(played, card, seed, scenario))
        seen.update(came_about(played) | {f"rule {one.rule}" for score in card.scores.values() for one in score.evidence})
        if aloud and written:
            worded += 1
            lines.update(written.said_in(played.events))
    return Batch(player, tuple(trials), lines, worded, seen)


def _trial(played: Played, card: Scorecard, seed: int, scenario: Scenario) -> Trial:
    ended = played.ended
    moves = [event for event in played.events if isinstance(event, CustomerMoved)]
    return Trial(
        seed=seed,
        ending=ended.ending,
        outcome=ended.outcome,
        worth=ended.worth,
        replies=played.state.replies,
        seconds=played.state.seconds,
        scores=tuple(card.scores[dimension].value for dimension in DIMENSIONS),
        anger=tuple(round(event.mood.anger) for event in moves),
        missed=tuple(concern.id or "" for concern in scenario.concerns if concern.id not in played.state.heard),
        patience=round(played.state.feelings.patience, 1),
        given=_given(played),
        drains=tuple((_put(before), round(before.mood.patience - after.mood.patience, 1)) for before, after in pairwise(moves)),
    )


def _given(played: Played) -> float:
    amounts = (event.args.get("amount", "") for event in played.events if isinstance(event, RepActed) and event.ok)
    return float(sum((parse_money(amount).value for amount in amounts if amount), Decimal(0)))


def _put(moved: CustomerMoved) -> str:
    """What the customer puts with a move."""
    if moved.question:
        return f"question {moved.question}"
    return f"move {moved.move.value}" if moved.about is None or moved.move not in (Move.VENT, Move.RESTATE) else f"concern {moved.about}"


def came_about(played: Played) -> set[str]:
    """What this play brought about, by name."""
    state = played.state
    parts = (("beat", state.played), ("voiced", state.voiced), ("heard", state.heard), ("told", state.told), ("cleared", state.cleared))
    found = {f"{kind} {name}" for kind, names in (*parts, ("offered", state.offered)) for name in names}
    return found | ({f"agreed {state.agreed}"} if state.agreed else set())
