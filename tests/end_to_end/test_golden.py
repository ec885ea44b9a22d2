"""Eight reps play each scenario; their order must come out as an experienced trainer would have it, on each dimension apart."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml

from scenarios.library import catalogue, find
from scenarios.moves import Ending
from scenarios.transcript import Ended, Transcript
from scoring.rubric import load_rubric
from scoring.scorecard import scorecard
from scoring.scores import DIMENSIONS, Scorecard
from trainer.headless import play
from trainer.replies import Reply, parse_replies, read_replies

SEEDS = (0, 1, 2)
GOLDEN = {entry.id: Path(entry.path).with_suffix(".golden") for entry in catalogue()}
REPS = {"model", "plain", "warm-useless", "quick-deaf", "hostile", "stuffer", "overpromiser", "honest-no"}


@cache
def played(scenario_id: str, rep: str, seed: int) -> tuple[Transcript, Scorecard]:
    """One golden rep's call and scorecard."""
    return judged(scenario_id, read_replies(GOLDEN[scenario_id] / f"{rep}.txt"), seed)


def judged(scenario_id: str, replies: list[Reply], seed: int) -> tuple[Transcript, Scorecard]:
    scenario = find(scenario_id)
    transcript = play(scenario, replies, seed=seed).transcript
    return transcript, scorecard(transcript, scenario, load_rubric())


def value(scenario_id: str, rep: str, dimension: str) -> float:
    """The rep's mean score over the seeds, 0-100; a dimension that is not scored counts as nothing."""
    values = [played(scenario_id, rep, seed)[1].scores[dimension].value or 0.0 for seed in SEEDS]  # type: ignore[index]
    return sum(values) / len(values)


PAST_TALKING = 92.0
"""anger at which a customer hangs up; how far beyond it somebody gets says nothing more"""


def end_anger(scenario_id: str, rep: str) -> float:
    return sum(min(PAST_TALKING, ended(scenario_id, rep, seed).mood.anger) for seed in SEEDS) / len(SEEDS)


def ended(scenario_id: str, rep: str, seed: int) -> Ended:
    last = [e for e in played(scenario_id, rep, seed)[0].events if isinstance(e, Ended)]
    assert last, f"{scenario_id}/{rep} never ended"
    return last[-1]


def expected(scenario_id: str) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((GOLDEN[scenario_id] / "expected.yaml").read_text(encoding="utf-8"))
    return loaded


@pytest.mark.parametrize("scenario_id", GOLDEN)
def test_the_eight_reps_are_there(scenario_id: str) -> None:
    assert {f.stem for f in GOLDEN[scenario_id].glob("*.txt")} >= REPS


@pytest.mark.parametrize("dimension", DIMENSIONS)
@pytest.mark.parametrize("scenario_id", GOLDEN)
def test_order_of_the_reps(scenario_id: str, dimension: str) -> None:
    wrong = []
    for better, worse in pairwise(expected(scenario_id)[dimension]):
        for high in better:
            for low in worse:
                a, b = value(scenario_id, high, dimension), value(scenario_id, low, dimension)
                if a <= b:
                    wrong.append(f"{high} {a:.1f} should stand above {low} {b:.1f}")
    assert not wrong, wrong


@pytest.mark.parametrize("scenario_id", GOLDEN)
def test_the_customers_mood_follows(scenario_id: str) -> None:
    wrong = []
    for calmer, hotter in pairwise(expected(scenario_id)["mood"]):
        for low in calmer:
            for high in hotter:
                a, b = end_anger(scenario_id, low), end_anger(scenario_id, high)
                if a >= b and a < PAST_TALKING:
                    wrong.append(f"{low} leaves anger {a:.0f}, {high} {b:.0f}")
    assert not wrong, wrong


@pytest.mark.parametrize("scenario_id", GOLDEN)
def test_endings(scenario_id: str) -> None:
    wrong = []
    for rep, allowed in expected(scenario_id)["endings"].items():
        for seed in SEEDS:
            got = ended(scenario_id, rep, seed).ending
            if got.value not in allowed:
                wrong.append(f"{rep} seed {seed}: {got.value}, not one of {allowed}")
    assert not wrong, wrong


STOCK = "I completely understand your frustration and I sincerely apologise."


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("scenario_id", GOLDEN)
def test_the_customer_does_not_melt_at_stock_sympathy(scenario_id: str, seed: int) -> None:
    """The same stock sentence, five times over, ends with the rep passed over or cut off."""
    scenario = find(scenario_id)
    events = play(scenario, parse_replies("\n".join([STOCK] * 5)), seed=seed).transcript.events
    moves = [e.move.value for e in events if e.kind == "moved"]
    endings = [e.ending for e in events if e.kind == "ended" and e.ending is not Ending.LEFT]
    assert "demand_supervisor" in moves or Ending.HUNG_UP in endings or Ending.SUPERVISOR in endings, moves


@pytest.mark.parametrize("scenario_id", GOLDEN)
def test_stuffing_listens_no_better_than_silence(scenario_id: str) -> None:
    """ "Ok." says as little as a readable reply can; a pile of empathy phrases must not score above it."""
    silent = judged(scenario_id, parse_replies("\n".join(["Ok."] * 6)), 0)[1].scores["listening"].value
    assert silent is not None
    assert value(scenario_id, "stuffer", "listening") <= silent + 3


@pytest.mark.parametrize("scenario_id", GOLDEN)
def test_the_ledger_shows_both_moments_of_a_lie_or_an_overpromise(scenario_id: str) -> None:
    """Said in one turn, found out in a later one or after the call."""
    for seed in SEEDS:
        ledger = played(scenario_id, "overpromiser", seed)[1].ledger
        bad = [e for e in ledger if e.fate in ("false", "broken", "unsupported")]
        assert any(e.found_out == "after" or (isinstance(e.found_out, int) and e.found_out > e.turn) for e in bad), ledger


@pytest.mark.parametrize("scenario_id", GOLDEN)
def test_the_same_call_judged_twice_is_the_same(scenario_id: str) -> None:
    first = judged(scenario_id, read_replies(GOLDEN[scenario_id] / "model.txt"), 0)
    assert first == played(scenario_id, "model", 0)
