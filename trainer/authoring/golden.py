"""Golden replies: what typed reps make of a scenario, held against the order an experienced trainer expects, on each dimension apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import Path
from statistics import fmean
from typing import Annotated

from pydantic import Field

from scenarios.beside import read_text
from scenarios.check import has_errors
from scenarios.checks.shape import validate
from scenarios.model import Scenario, Strict
from scenarios.moves import Ending
from scenarios.problems import Problem, ScenarioProblems
from scenarios.reading import Reading
from scenarios.transcript import Ended, Transcript
from scenarios.yaml_source import read_source
from scoring.reading import default_reader
from scoring.reading.protocol import Context
from scoring.rubric import Rubric, load_rubric
from scoring.scorecard import scorecard
from scoring.scores import DIMENSIONS
from trainer.headless import play
from trainer.replies import read_replies

SEEDS = (0, 1, 2)
"""Customers each rep meets; figures are means over them."""

PAST_TALKING = 92.0
"""Anger at which a customer hangs up; how far beyond it somebody gets says nothing more."""

GOOD = ("model", "plain", "honest-no")
CHEATS = ("stuffer", "overpromiser", "hostile", "flatterer", "parrot", "giver-away")

Tiers = tuple[tuple[str, ...], ...]


class Expected(Strict):
    """The order expected: for each dimension and for mood, tiers from best to worst; nothing is claimed within a tier."""

    calmness: Tiers = ()
    listening: Tiers = ()
    honesty: Tiers = ()
    resolution: Tiers = ()
    mood: Tiers = ()
    """by the customer's anger at the end, the calmest first"""
    endings: Annotated[dict[str, tuple[Ending, ...]], Field(default_factory=dict)]
    """how each rep's call may end"""


@dataclass(frozen=True)
class GoldenRep:
    """What one typed rep came to."""

    rep: str
    scores: dict[str, float]
    """means, 0-100; a dimension that is not scored counts as nothing"""
    anger: float
    """mean at the end, 0-100"""
    endings: tuple[Ending, ...]
    """one for each seed"""
    points: Mapping[str, float] = field(default_factory=dict)
    """mean points each criterion gave or took"""


def golden_folder(scenario_file: Path) -> Path:
    """Where the golden replies of a scenario stand."""
    return scenario_file.with_suffix(".golden")


def reps_in(folder: Path) -> dict[str, Path]:
    """Replies files by the rep who types them."""
    return {file.stem: file for file in sorted(folder.glob("*.txt"))}


def expected_in(folder: Path) -> Expected:
    """The expected order. Raises ScenarioProblems, with every fault, for a file that is none."""
    file = folder / "expected.yaml"
    text = read_text(file)
    if isinstance(text, Problem):
        raise ScenarioProblems([text])
    source = read_source(text, str(file))
    found, problems = validate(source, Expected)
    if found is None or source.problems or has_errors(problems):
        raise ScenarioProblems([*source.problems, *problems])
    return found


class ReadOnce:
    """The usual reader, except that it keeps what it read: the customers of one rep say the same until they answer otherwise."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str, str], Reading] = {}

    @property
    def version(self) -> str:
        """The usual reader's."""
        return default_reader().version

    def read(self, text: str, context: Context) -> Reading:
        """Understand one reply, or remember how it was understood in the same place."""
        place = context.scenario.scenario if context.scenario else "", text, repr(replace(context, scenario=None))
        if place not in self._kept:
            self._kept[place] = default_reader().read(text, context)
        return self._kept[place]


def calls_of(scenario: Scenario, file: Path, seeds: Sequence[int] = SEEDS) -> tuple[Transcript, ...]:
    """One rep's calls with a few customers. Raises ContentError for replies that do not fit the desk."""
    once = ReadOnce()
    return tuple(play(scenario, read_replies(file), seed=seed, name=str(file), reader=once).transcript for seed in seeds)


def judged(scenario: Scenario, rep: str, calls: Sequence[Transcript], rubric: Rubric | None = None) -> GoldenRep:
    """What one rep's calls come to under a rubric, by default the one that ships."""
    cards = [scorecard(call, scenario, rubric or load_rubric()) for call in calls]
    endings = [next(event for event in reversed(call.events) if isinstance(event, Ended)) for call in calls]
    means: dict[str, float] = {dimension: round(fmean(card.scores[dimension].value or 0.0 for card in cards), 1) for dimension in DIMENSIONS}
    anger = round(fmean(min(PAST_TALKING, ended.mood.anger) for ended in endings), 1)
    points: dict[str, float] = defaultdict(float)
    for row in (row for card in cards for score in card.scores.values() for row in score.evidence):
        points[row.rule] += row.points / len(cards)
    return GoldenRep(rep, means, anger, tuple(ended.ending for ended in endings), dict(points))


def played(scenario: Scenario, rep: str, file: Path, rubric: Rubric | None = None, seeds: Sequence[int] = SEEDS) -> GoldenRep:
    """``calls_of`` and ``judged`` in one."""
    return judged(scenario, rep, calls_of(scenario, file, seeds), rubric)


def broken(expected: Expected, reps: Mapping[str, GoldenRep]) -> Iterator[str]:
    """Every expectation that does not hold, in a sentence."""
    named = {rep for tiers in (*(getattr(expected, d) for d in DIMENSIONS), expected.mood) for tier in tiers for rep in tier} | set(expected.endings)
    yield from (f"'{rep}' is expected and has no replies file." for rep in sorted(named - set(reps)))
    for dimension in DIMENSIONS:
        for high, low in _pairs(getattr(expected, dimension), reps):
            a, b = reps[high].scores[dimension], reps[low].scores[dimension]
            if a <= b:
                yield f"{dimension}: {high} ({a:.0f}) should stand above {low} ({b:.0f})."
    for calm, hot in _pairs(expected.mood, reps):
        a, b = reps[calm].anger, reps[hot].anger
        if a >= b and a < PAST_TALKING:
            yield f"mood: {calm} leaves anger {a:.0f}, {hot} {b:.0f}."
    for rep, allowed in expected.endings.items():
        wrong = sorted({ending.value for ending in reps[rep].endings} - {ending.value for ending in allowed}) if rep in reps else []
        if wrong:
            yield f"ending: {rep} ends {' and '.join(wrong)}, not {' or '.join(ending.value for ending in allowed)}."


def _pairs(tiers: Tiers, reps: Mapping[str, GoldenRep]) -> Iterator[tuple[str, str]]:
    for better, worse in pairwise(tiers):
        yield from ((high, low) for high in better for low in worse if high in reps and low in reps)


def missing(reps: Mapping[str, Path], folder: Path) -> Iterator[str]:
    """What a golden folder still lacks, each in a few words."""
    if "model" not in reps:
        yield "the model rep (model.txt)"
    if not any(rep not in GOOD and rep not in CHEATS for rep in reps):
        yield "a poor rep (such as quick-deaf.txt or warm-useless.txt)"
    if sum(rep in CHEATS for rep in reps) < 2:
        yield "two cheats (such as stuffer.txt and overpromiser.txt)"
    if not (folder / "expected.yaml").exists():
        yield "the expected order (expected.yaml)"


def scores_of(scenario: Scenario, folder: Path, rubric: Rubric | None = None) -> dict[str, GoldenRep]:
    """Every rep in a golden folder, played."""
    return {rep: played(scenario, rep, file, rubric) for rep, file in reps_in(folder).items()}
