"""Scores of played calls against judges who rated them blind, played anew with today's customers and scored.

``rated/ladders.jsonl`` holds thirty-six ladders of six reps in five sets, typed by writers who knew no rule and rated by three judges
each; each set was measured before anybody looked at it, and readings were mended from all but the last. ``rated/played.jsonl`` holds what came before.

Ladders and matched pairs typed by writers who knew no rule, and some of the typed reps beside the scenarios (``replies`` is
left out there: they are read from their folder). Ratings hold for the call as it was played when they were given; where a
customer answers otherwise by now, the figures are a little off. ``python -m scoring.agreement`` does the same for the corpus.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from statistics import mean

from scenarios.library import find
from scoring.agreement.measure import pairs_right, spearman
from scoring.rubric import load_rubric
from scoring.scorecard import scorecard
from scoring.scores import DIMENSIONS, Dimension
from trainer.headless import play
from trainer.replies import Reply, parse_replies, read_replies

FILE = Path(__file__).parent / "rated" / "played.jsonl"
LADDERS = FILE.with_name("ladders.jsonl")
LIBRARY = Path("scenarios/library")
SEED = 1


def run() -> Iterator[str]:
    """A line a dimension for the ladders and pairs, and for the typed reps; then the pairs."""
    rows = [json.loads(line) for line in FILE.read_text(encoding="utf-8").splitlines()]
    later = [json.loads(line) for line in LADDERS.read_text(encoding="utf-8").splitlines()]
    scored = {row["id"]: _scores(row) for row in (*rows, *later)}
    sets = [("ladders, pairs", [r for r in rows if "replies" in r]), ("typed reps", [r for r in rows if "replies" not in r]), ("all", rows)]
    sets += [(f"{name} set", [r for r in later if r["set"] == name]) for name in ("first", "second", "third", "fourth", "fifth")]
    for name, of in sets:
        for dimension in DIMENSIONS:
            known = [row for row in of if dimension in scored[row["id"]]]
            ours, theirs = [scored[row["id"]][dimension] for row in known], [_rating(row, dimension) for row in known]
            right, there = pairs_right(ours, theirs)
            yield f"agreement     {name:<15} {dimension:<11} Spearman {spearman(ours, theirs):.2f}   pairs a point apart {right / max(1, there):.0%} of {there}"
    pairs = [(row, other) for row in rows if row["rep"].endswith("-better") for other in rows if other["rep"] == row["rep"].replace("-better", "-worse")]
    won = sum(sum(scored[a["id"]].values()) > sum(scored[b["id"]].values()) for a, b in pairs)
    yield f"agreement     matched pairs: the better rep, who looks worse, scores higher in {won} of {len(pairs)}"


def _scores(row: dict[str, object]) -> dict[Dimension, float]:
    scenario = find(str(row["scenario"]))
    judged = scorecard(play(scenario, _replies(row), seed=SEED).transcript, scenario, load_rubric()).scores
    return {d: value for d in DIMENSIONS if (value := judged[d].value) is not None}


def _replies(row: dict[str, object]) -> list[Reply]:
    if "replies" in row:
        return parse_replies(str(row["replies"]))
    return read_replies(next(LIBRARY.glob(f"*/{row['scenario']}.golden")) / f"{row['rep']}.txt")


def _rating(row: dict[str, object], dimension: Dimension) -> float:
    judges: dict[str, dict[str, float]] = row["ratings"]  # type: ignore[assignment]
    return mean(judge[dimension] for judge in judges.values())
