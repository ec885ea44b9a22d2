"""What thousands of plays say about a scenario: win rates, scores, moods, lines, measured level, and whether it can be gamed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field
from statistics import fmean
from typing import Any

from scenarios.model import Scenario
from scoring.scores import DIMENSIONS
from trainer.authoring.hardness import NOVICE, PLAIN, Changed, Hardness, hardness, in_words
from trainer.authoring.levels import level_at
from trainer.authoring.lines import lines_of
from trainer.authoring.trials import Batch, Trial
from trainer.players.roster import CHEATS, PLAYERS

CLEARLY = 3.0
"""Points on a dimension by which a cheat must lead for it to be more than chance: as much as any trick may lift a score elsewhere."""

CURVE = 12
"""Customer turns a mood curve shows."""


@dataclass(frozen=True)
class PlayerReport:
    """One player's plays of one scenario."""

    player: str
    plays: int
    settled: float
    """share of calls in which the customer got what was agreed, 0-1"""
    best: float
    """share that reached the best outcome, 0-1"""
    worth: float
    scores: dict[str, float | None]
    """mean per dimension, 0-100; None where no play was scored"""
    replies: float
    minutes: float
    endings: dict[str, int]
    outcomes: dict[str, int]
    anger: tuple[float, ...]
    """mean anger at each customer turn, of the calls that got so far"""
    given: float = 0.0
    """mean of the money given at the desk"""


@dataclass(frozen=True)
class Gamed:
    """A cheat that beats the plain honest player."""

    player: str
    dimension: str
    value: float
    plain: float


@dataclass(frozen=True)
class Simulation:
    """Everything measured of one scenario."""

    scenario: str
    title: str
    level: int
    """as the file says"""
    seed: int
    plays: int
    """plays by each player"""
    reader: str
    players: tuple[PlayerReport, ...]
    lines: dict[str, int]
    """how often each of the author's lines was said, over the worded plays"""
    worded: int
    seen: dict[str, int]
    currency: str = ""
    why: Hardness = field(default_factory=Hardness)
    """what makes it hard or easy"""
    why_words: tuple[str, ...] = ()
    """the same in sentences"""

    @property
    def by_player(self) -> dict[str, PlayerReport]:
        return {report.player: report for report in self.players}

    @property
    def measured_level(self) -> int | None:
        """1-4 by how often a novice settles it; None where no novice played."""
        novice = self.by_player.get("novice")
        return level_at(novice.settled) if novice else None

    @property
    def gamed(self) -> tuple[Gamed, ...]:
        """Every cheat that clearly beats the plain honest player on a dimension."""
        plain = self.by_player.get("plain")
        return tuple(_gamed(plain, self.players)) if plain else ()

    @property
    def never_said(self) -> tuple[str, ...]:
        """Places of lines no play held."""
        return tuple(place for place, count in self.lines.items() if not count)

    def as_dict(self) -> dict[str, Any]:
        """For ``--json``."""
        return {
            "scenario": self.scenario,
            "title": self.title,
            "level": self.level,
            "measured_level": self.measured_level,
            "seed": self.seed,
            "plays": self.plays,
            "reader": self.reader,
            "cannot_be_gamed": not self.gamed if {"plain", *CHEATS} <= set(self.by_player) else None,
            "gamed": [vars(one) for one in self.gamed],
            "players": [vars(report) for report in self.players],
            "lines": self.lines,
            "worded": self.worded,
            "never_said": list(self.never_said),
            "seen": self.seen,
            "why": {**asdict(self.why), "words": list(self.why_words)},
        }


def summed_up(scenario: Scenario, batches: Iterable[Batch], *, seed: int, plays: int, reader: str, changes: Sequence[Changed] = ()) -> Simulation:
    """The report of one scenario from its batches, whatever order they came in; ``changes`` is what a novice would settle otherwise."""
    by_player: dict[str, list[Batch]] = {}
    for batch in batches:
        by_player.setdefault(batch.player, []).append(batch)
    lines = Counter({place: 0 for place, _ in lines_of(scenario).places})
    seen, worded = Counter[str](), 0
    for group in by_player.values():
        for batch in group:
            lines.update(batch.lines)
            seen.update(batch.seen)
            worded += batch.worded
    novice, plain = ([trial for batch in by_player.get(name, ()) for trial in batch.trials] for name in (NOVICE, PLAIN))
    why = hardness(novice, plain, changes)
    reports = [_report(name, [t for batch in by_player[name] for t in batch.trials], scenario) for name in PLAYERS if name in by_player]
    return Simulation(
        scenario=scenario.scenario,
        title=scenario.title,
        level=scenario.level,
        seed=seed,
        plays=plays,
        reader=reader,
        players=tuple(reports),
        lines=dict(lines),
        worded=worded,
        seen=dict(sorted(seen.items())),
        currency=scenario.currency,
        why=why,
        why_words=tuple(in_words(why, scenario)),
    )


def _report(player: str, trials: Sequence[Trial], scenario: Scenario) -> PlayerReport:
    trials = sorted(trials, key=lambda trial: trial.seed)
    best = scenario.best_worth
    return PlayerReport(
        player=player,
        plays=len(trials),
        settled=_share(trial.settled for trial in trials),
        best=_share(trial.settled and trial.worth >= best for trial in trials),
        worth=round(fmean(trial.worth for trial in trials), 3),
        scores={dimension: _mean(trial.scores[n] for trial in trials) for n, dimension in enumerate(DIMENSIONS)},
        replies=round(fmean(trial.replies for trial in trials), 1),
        minutes=round(fmean(trial.seconds for trial in trials) / 60, 1),
        endings=dict(sorted(Counter(trial.ending.value for trial in trials).items())),
        outcomes=dict(sorted(Counter(trial.outcome for trial in trials if trial.outcome).items())),
        anger=tuple(_curve(trials)),
        given=round(fmean(trial.given for trial in trials), 2),
    )


def _curve(trials: Sequence[Trial]) -> Iterable[float]:
    for turn in range(CURVE):
        there = [trial.anger[turn] for trial in trials if turn < len(trial.anger)]
        if len(there) * 10 < len(trials):  # too few calls got so far for a mean to say anything
            return
        yield round(fmean(there), 1)


def _gamed(plain: PlayerReport, players: Iterable[PlayerReport]) -> Iterable[Gamed]:
    for report in players:
        for dimension, honest in plain.scores.items() if report.player in CHEATS else ():
            value = report.scores[dimension]
            if value is not None and honest is not None and value > honest + CLEARLY:
                yield Gamed(report.player, dimension, value, honest)


def _share(flags: Iterable[bool]) -> float:
    found = list(flags)
    return round(sum(found) / (len(found) or 1), 3)


def _mean(values: Iterable[float | None]) -> float | None:
    found = [value for value in values if value is not None]
    return round(fmean(found), 1) if found else None
