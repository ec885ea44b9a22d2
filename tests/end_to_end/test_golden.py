"""Typed reps play scenarios of the library; their order must come out as an experienced trainer would have it, on each dimension apart.

Here they play every fourth scenario; ``make library``, a part of CI, has them play all, with every customer.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from scenarios.library import catalogue, find
from scenarios.moves import Ending
from scenarios.transcript import Transcript
from scoring.rubric import load_rubric
from scoring.scorecard import scorecard
from scoring.scores import Scorecard
from trainer.authoring import golden
from trainer.authoring.golden import SEEDS, GoldenRep, broken, expected_in, golden_folder, missing, reps_in
from trainer.headless import play
from trainer.replies import Reply, parse_replies, read_replies

GOLDEN = {entry.id: golden_folder(Path(entry.path)) for entry in catalogue()}
"""Where the suite is shared among processes, one of them plays all of a scenario (``tests.sharing``), and each call only once."""
CLOSELY = ("three-mornings", "before-five", "sixty-four-scores")
"""Scenarios on which every trick and every slip of the fingers is tried; the whole library would take half an hour."""
SOME = [name for at, name in enumerate(GOLDEN) if name in CLOSELY or at % 4 == 0]
"""Enough for what no scenario's own words decide, and to notice soon where the reader or the rubric turns their order."""
MET = {name: SEEDS if name in CLOSELY else SEEDS[1:2] for name in SOME}
"""The customers each scenario's reps meet here; ``coolhead check --golden`` has them meet all."""


def having(rep: str) -> list[str]:
    return [name for name in SOME if rep in reps_in(GOLDEN[name])]


ONCE = golden.ReadOnce()


@cache
def reps(scenario_id: str) -> dict[str, GoldenRep]:
    scenario = find(scenario_id)
    return {rep: golden.judged(scenario, rep, [call(scenario_id, rep, seed) for seed in MET[scenario_id]]) for rep in reps_in(GOLDEN[scenario_id])}


@cache
def call(scenario_id: str, rep: str, seed: int) -> Transcript:
    """One golden rep's call."""
    return play(find(scenario_id), read_replies(GOLDEN[scenario_id] / f"{rep}.txt"), seed=seed, reader=ONCE).transcript


@cache
def played(scenario_id: str, rep: str, seed: int) -> tuple[Transcript, Scorecard]:
    """One golden rep's call and scorecard."""
    transcript = call(scenario_id, rep, seed)
    return transcript, scorecard(transcript, find(scenario_id), load_rubric())


def judged(scenario_id: str, replies: list[Reply], seed: int) -> tuple[Transcript, Scorecard]:
    scenario = find(scenario_id)
    transcript = play(scenario, replies, seed=seed).transcript
    return transcript, scorecard(transcript, scenario, load_rubric())


@pytest.mark.parametrize("scenario_id", GOLDEN)
def test_the_reps_are_there(scenario_id: str) -> None:
    assert list(missing(reps_in(GOLDEN[scenario_id]), GOLDEN[scenario_id])) == []


@pytest.mark.parametrize("scenario_id", SOME)
def test_order_of_the_reps(scenario_id: str) -> None:
    assert list(broken(expected_in(GOLDEN[scenario_id]), reps(scenario_id))) == []


STOCK = "I completely understand your frustration and I sincerely apologise."


@pytest.mark.parametrize(("scenario_id", "seed"), [(name, seed) for name in SOME for seed in MET[name]])
def test_the_customer_does_not_melt_at_stock_sympathy(scenario_id: str, seed: int) -> None:
    """The same stock sentence, five times over, ends with the rep passed over or cut off."""
    scenario = find(scenario_id)
    events = play(scenario, parse_replies("\n".join([STOCK] * 5)), seed=seed).transcript.events
    moves = [e.move.value for e in events if e.kind == "moved"]
    endings = [e.ending for e in events if e.kind == "ended" and e.ending is not Ending.LEFT]
    enough = {Ending.HUNG_UP, Ending.SUPERVISOR} | ({Ending.REFUSED} if scenario.level == 1 else set())  # a mild customer just goes
    assert "demand_supervisor" in moves or enough.intersection(endings), moves


@pytest.mark.parametrize("scenario_id", having("stuffer"))
def test_stuffing_listens_no_better_than_silence(scenario_id: str) -> None:
    """ "Ok." says as little as a readable reply can; a pile of empathy phrases must not score above it."""
    silent = judged(scenario_id, parse_replies("\n".join(["Ok."] * 6)), 1)[1].scores["listening"].value
    assert silent is not None
    assert reps(scenario_id)["stuffer"].scores["listening"] <= silent + 3


@pytest.mark.parametrize("scenario_id", having("overpromiser"))
def test_the_ledger_shows_both_moments_of_a_lie_or_an_overpromise(scenario_id: str) -> None:
    """Said in one turn, found out in a later one or after the call."""
    for seed in MET[scenario_id]:
        ledger = played(scenario_id, "overpromiser", seed)[1].ledger
        bad = [e for e in ledger if e.fate in ("false", "broken", "unsupported")]
        assert any(e.found_out == "after" or (isinstance(e.found_out, int) and e.found_out > e.turn) for e in bad), ledger


@pytest.mark.parametrize("scenario_id", SOME)
def test_the_same_call_judged_twice_is_the_same(scenario_id: str) -> None:
    first = judged(scenario_id, read_replies(GOLDEN[scenario_id] / "model.txt"), 1)
    assert first == played(scenario_id, "model", 1)
