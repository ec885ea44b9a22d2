"""Makes ``sides.bin`` again: ``python -m trainer.voices.guards.training`` (numpy only, a minute, the same bytes each time).

Reps: the corpus, the golden replies and the model lines of the library. Customers: the corpus, the voices and the library's own
lines. Prints how often a customer's line from sources left out of the making sounds like a rep.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

import scoring
from scenarios.library import catalogue, find, voice
from scenarios.model import Scenario
from trainer.replies import read_replies
from trainer.voices.guards.normal import plain, words
from trainer.voices.guards.sides import AS_REP, BUCKETS, LEAST, SCALE, WEIGHTS, runs

CORPUS = Path(scoring.__file__).parent / "reading" / "corpus" / "calls"
FOLDS, STEPS, RATE, SHRINK = 5, 300, 8.0, 2e-5
LONGEST = 400
Line = tuple[str, str, bool]
"""source, text, whether a rep wrote it"""


def lines() -> list[Line]:
    """All that there is to learn from, each text once."""
    found = [*_corpus(), *_library(), *_voices()]
    return [(source, text, rep) for text, (source, rep) in {text[:LONGEST]: (source, rep) for source, text, rep in found}.items() if len(words(plain(text))) >= LEAST]


def _corpus() -> Iterator[Line]:
    for file in sorted(CORPUS.glob("*.jsonl")):
        for row in file.read_text(encoding="utf-8").splitlines():
            yield from ((file.stem, turn["text"], turn["who"] == "rep") for turn in json.loads(row).get("turns", ()) if turn.get("who") in ("rep", "customer"))


def _library() -> Iterator[Line]:
    for entry in catalogue():
        scenario = find(entry.id, (), 1)
        yield from ((entry.id, text, False) for text in _customer(scenario))
        yield from ((entry.id, line.say, True) for line in scenario.model_lines)
        for file in sorted(Path(entry.path).with_suffix(".golden").glob("*.txt")):
            yield from ((entry.id, reply.say, True) for reply in read_replies(file) if reply.say)


def _customer(scenario: Scenario) -> Iterator[str]:
    customer = scenario.customer
    yield customer.opening
    for some in (*customer.lines.values(), *customer.answers.values(), *customer.reactions.values()):
        yield from some
    for concern in scenario.concerns:
        yield from (*concern.says, *(question.ask for question in concern.asks))
    for outcome in scenario.outcomes.values():
        yield from (*outcome.says, *outcome.refuses)
    yield from (beat.says for beat in scenario.beats)


def _voices() -> Iterator[Line]:
    for name in sorted({find(entry.id, (), 1).customer.voice for entry in catalogue()}):
        yield from ((f"voice {name}", line.say, False) for by_band in voice(name).lines.values() for some in by_band.values() for line in some)


class Rows:
    """Texts as runs, all in two arrays."""

    def __init__(self, texts: list[str]) -> None:
        found = [sorted(set(runs(text))) for text in texts]
        self.many = len(found)
        self.row = np.repeat(np.arange(self.many), [len(some) for some in found])
        self.bucket = np.concatenate([np.array(some) for some in found])
        self.share = 1 / np.sqrt(np.array([len(some) for some in found]))[self.row]

    def scores(self, weights: NDArray[np.float64]) -> NDArray[np.float64]:
        return np.bincount(self.row, weights[self.bucket] * self.share, self.many) + weights[BUCKETS]

    def slope(self, wrong: NDArray[np.float64]) -> NDArray[np.float64]:
        return np.append(np.bincount(self.bucket, wrong[self.row] * self.share, BUCKETS), wrong.sum())


def fit(rows: Rows, rep: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Weights by plain descent; both sides count alike, however many lines each has."""
    each = np.where(rep, 0.5 / rep.sum(), 0.5 / (~rep).sum())
    weights, speed = np.zeros(BUCKETS + 1), np.zeros(BUCKETS + 1)
    for _ in range(STEPS):
        wrong = (1 / (1 + np.exp(-rows.scores(weights))) - rep) * each
        speed = 0.9 * speed - RATE * (rows.slope(wrong) + SHRINK * weights)
        weights += speed
    return weights


def main() -> None:
    known = lines()
    fold = np.array([zlib.crc32(source.encode()) % FOLDS for source, _, _ in known])
    rep = np.array([by_rep for _, _, by_rep in known])
    scores = np.zeros(len(known))
    for n in range(FOLDS):
        learnt = fit(Rows([text for (_, text, _), at in zip(known, fold, strict=True) if at != n]), rep[fold != n])
        scores[fold == n] = Rows([text for (_, text, _), at in zip(known, fold, strict=True) if at == n]).scores(np.round(learnt * SCALE).clip(-127, 127) / SCALE)
    print(f"{len(known)} lines; of sources left out, reps' found {np.mean(scores[rep] >= AS_REP):.2f}, customers' taken for a rep's {np.mean(scores[~rep] >= AS_REP):.4f}")
    for share in (0.002, 0.005, 0.01, 0.02):
        print(f"  {share:.3f} of customers' lines score {np.quantile(scores[~rep], 1 - share):.2f} or more")
    WEIGHTS.write_bytes(np.round(fit(Rows([text for _, text, _ in known]), rep) * SCALE).clip(-127, 127).astype(np.int8).tobytes())


if __name__ == "__main__":
    main()
