"""``python -m scoring.agreement [dev|test|FILE ...]`` prints agreement with the judges; ``python -m scoring.agreement fit`` fits anew.

FILE holds rated calls in the corpus's form, one a line. Fitting rewrites ``tone.json`` and prints the weights of acts, which a
person rounds into ``rubric.yaml``. stdout is data.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path

from scoring.agreement.fit import fit_acts, fit_tone, write_tone
from scoring.agreement.measure import pairs_right, spearman
from scoring.agreement.rated import Rated, rated_in, read, scores, split
from scoring.reading import default_reader
from scoring.rubric import load_rubric
from scoring.scores import DIMENSIONS, Dimension


def main(arguments: Sequence[str]) -> None:
    """Measure the named sets, both measured splits if none is named, or fit."""
    if list(arguments) == ["fit"]:
        _fit()
        return
    for name in arguments or ("dev", "test"):
        calls = split(name) if name in ("train", "dev", "test") else list(rated_in(Path(name)))
        reader = default_reader()
        judged = [scores(read(call, reader)) for call in calls]
        for dimension in DIMENSIONS:
            ours, theirs = [row[dimension] for row in judged], [call.ratings[dimension] for call in calls]
            right, of = pairs_right(ours, theirs)
            print(f"{name:<12} {dimension:<11} Spearman {spearman(ours, theirs):.2f}   pairs a point apart {right}/{of} ({right / max(1, of):.0%})")
        won = list(_matched(calls, judged))
        print(f"{name:<12} matched pairs: the better rep scores higher in {sum(won)} of {len(won)}")


def _matched(calls: Sequence[Rated], judged: Sequence[dict[Dimension, float]]) -> Iterator[bool]:
    """Of two calls of one writer about one story: whether the better one scores higher, the four together."""
    for (one, a), (other, b) in combinations(zip(calls, judged, strict=True), 2):
        apart = sum(one.ratings.values()) - sum(other.ratings.values())
        if one.story == other.story and one.writer == other.writer and abs(apart) >= 1:
            yield (sum(a.values()) - sum(b.values())) * apart > 0


def _fit() -> None:
    calls = split("train")
    for dimension, rules in load_rubric().by_acts.items():
        base, points = fit_acts(calls, dimension, rules)
        print(f"{dimension}: base {base:.0f}, {', '.join(f'{act} {worth:+.0f}' for act, worth in points.items())}")
    phrases = fit_tone(calls)
    write_tone(phrases)
    print(f"{len(phrases)} turns of phrase")


if __name__ == "__main__":
    main(sys.argv[1:])
