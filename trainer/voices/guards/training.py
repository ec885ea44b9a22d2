"""Makes ``heads.json`` again: ``python -m trainer.voices.guards.training`` (some minutes on one core, the same figures each time).

Reps: the corpus, the golden replies and the model lines of the library. Customers: the corpus, the voices and the library's own
lines, each with its move. Won-over customers: ``labelled/taking.yaml``, and the library's accepting lines, which count less. The
labelled lines of all sets but the last. Prints how it does on scenes and sources that were left out of the making.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import numpy as np
import yaml
from numpy.typing import NDArray

import scoring
from scenarios.library import catalogue, find, voice
from scenarios.model import Scenario
from scenarios.moves import Move
from trainer.replies import read_replies
from trainer.voices.guards import Reason
from trainer.voices.guards.labelled import GOOD, labelled
from trainer.voices.guards.sense import HEADS, beside, features

CORPUS = Path(scoring.__file__).parent / "reading" / "corpus" / "calls"
TAUGHT = Path(__file__).parent / "labelled" / "taking.yaml"
FOLDS, STEPS, RATE, SHRINK = 5, 1000, 0.5, 3e-4
SHRINK_AWAY = 2e-3
"""More, for there are four times as many weights and a tenth of the lines."""
FROM_CORPUS, LONGEST = 4_000, 400
YIELDING = frozenset({Move.ACCEPT, Move.THANK, Move.SOFTEN, Move.BACK_DOWN, Move.CLOSE})
LEARNT, SCENE = ("first", "second", "third", "fifth", "sixth"), "scene "
BESIDE = (GOOD, Reason.ACCEPTANCE, Reason.LEAK, Reason.ROLE_FLIP, Reason.WRONG_ACT)
"""Kinds from which it is learnt what says something else than the written line."""
Array = NDArray[np.float64]


@dataclass(frozen=True)
class Known:
    """One line to learn from."""

    source: str
    text: str
    rep: float | None = None
    """1 a rep's, 0 a customer's, None where it teaches nothing of that"""
    taking: float | None = None
    weight: float = 1.0


def lines() -> list[Known]:
    """All that there is to learn from, each text once."""
    return list({one.text: one for one in (*_corpus(), *_library(), *_voices(), *_taught(), *_labelled()) if one.text.strip()}.values())


def _corpus() -> Iterator[Known]:
    """Turns spread over the corpus, as many of each side."""
    rows = [json.loads(row) | {"file": file.stem} for file in sorted(CORPUS.glob("*.jsonl")) for row in file.read_text(encoding="utf-8").splitlines()]
    for who in ("rep", "customer"):
        turns = [(row["file"], turn["text"]) for row in rows for turn in row.get("turns", ()) if turn.get("who") == who and turn["text"].strip()]
        yield from (Known(file, text[:LONGEST], rep=float(who == "rep")) for file, text in islice(turns[:: max(1, len(turns) // FROM_CORPUS)], FROM_CORPUS))


def _library() -> Iterator[Known]:
    for entry in catalogue():
        scenario = find(entry.id, (), 1)
        yield from (_said(entry.id, text, move) for text, move in _customer(scenario))
        yield from (Known(entry.id, line.say, rep=1) for line in scenario.model_lines)
        for file in sorted(Path(entry.path).with_suffix(".golden").glob("*.txt")):
            yield from (Known(entry.id, reply.say[:LONGEST], rep=1) for reply in read_replies(file) if reply.say)


def _customer(scenario: Scenario) -> Iterator[tuple[str, Move]]:
    for move, some in scenario.customer.lines.items():
        yield from ((text, move) for text in some)
    for concern in scenario.concerns:
        yield from ((text, Move.VENT) for text in concern.says)
        yield from ((question.ask, Move.ASK) for question in concern.asks)
    for outcome in scenario.outcomes.values():
        yield from ((text, Move.ACCEPT) for text in outcome.says)
        yield from ((text, Move.REFUSE) for text in outcome.refuses)
    yield from ((beat.says, beat.move) for beat in scenario.beats)


def _voices() -> Iterator[Known]:
    for name in sorted({find(entry.id, (), 1).customer.voice for entry in catalogue()}):
        yield from (_said(f"voice {name}", line.say, move) for move, by_band in voice(name).lines.items() for some in by_band.values() for line in some)


def _said(source: str, text: str, move: Move) -> Known:
    taking = 1.0 if move is Move.ACCEPT else None if move in YIELDING else 0.0
    return Known(source, text, rep=0, taking=taking, weight=0.3 if move is Move.ACCEPT else 1.0)


def _taught() -> Iterator[Known]:
    for kind, some in yaml.safe_load(TAUGHT.read_text(encoding="utf-8")).items():
        if kind in ("taking", "holding"):
            yield from (Known(f"{kind} {n % 10}", text, rep=0, taking=float(kind == "taking"), weight=8.0) for n, text in enumerate(some))


def _labelled() -> Iterator[Known]:
    """The labelled lines that may be learnt from, known by their source."""
    for name in LEARNT:
        for one in labelled(name):
            source = f"{SCENE}{one.scene}"
            if one.kind == Reason.ROLE_FLIP:
                yield Known(source, one.line, rep=1, weight=8.0)
            elif one.kind in (GOOD, Reason.ACCEPTANCE):
                yielding = one.kind == GOOD and one.request.act in YIELDING
                yield Known(source, one.line, rep=0, taking=None if yielding else float(one.kind != GOOD), weight=8.0)


def fit(given: Array, right: Array, weight: Array, shrink: float = SHRINK) -> Array:
    """Weights and bias by plain descent, in a fixed number of steps."""
    given = np.hstack([given, np.ones((len(given), 1))])
    weights, speed = np.zeros(given.shape[1]), np.zeros(given.shape[1])
    share = weight / weight.sum()
    for _ in range(STEPS):
        slope = given.T @ ((1 / (1 + np.exp(-(given @ weights))) - right) * share) + shrink * np.append(weights[:-1], 0)
        speed = 0.9 * speed - RATE * slope
        weights += speed
    return weights


def _away() -> Array:
    """The head that holds a line against the one it stands for; prints how it does on scenes left out of the making."""
    known = [one for name in LEARNT for one in labelled(name) if one.kind in BESIDE]
    given = np.array([beside(_seen(one.line), _seen(one.request.written), one.request.act) for one in known])
    right = np.array([float(one.kind != GOOD) for one in known])
    fold = np.array([zlib.crc32(one.scene.encode()) % FOLDS for one in known])
    weight, scores = np.ones(len(known)), np.zeros(len(known))
    for n in range(FOLDS):
        learnt = fit(given[fold != n], right[fold != n], weight[fold != n], SHRINK_AWAY)
        scores[fold == n] = given[fold == n] @ learnt[:-1] + learnt[-1]
    for edge in np.arange(0.0, 3.1, 0.25):
        print(f"away    from {edge:5.2f} on: {np.mean(scores[right == 1] >= edge):.2f} of the bad ones, {np.mean(scores[right == 0] >= edge):.3f} of the good")
    return fit(given, right, weight, SHRINK_AWAY)


def _seen(text: str) -> Array:
    found = features(text)
    assert found is not None, "the encoder is needed"
    return found


def main() -> None:
    known = lines()
    seen = np.array([features(one.text) for one in known])
    fold = np.array([zlib.crc32(one.source.encode()) % FOLDS for one in known])
    heads = {}
    for name in ("taking", "rep"):
        label = [one.taking if name == "taking" else one.rep for one in known]
        has = np.array([value is not None for value in label])
        given, right, at = seen[has], np.array([value for value in label if value is not None]), fold[has]
        weight = np.array([one.weight for one, kept in zip(known, has, strict=True) if kept])
        weight[right == 1] *= 0.3 * weight[right == 0].sum() / weight[right == 1].sum()
        scores = np.zeros(len(given))
        for n in range(FOLDS):
            learnt = fit(given[at != n], right[at != n], weight[at != n])
            scores[at == n] = given[at == n] @ learnt[:-1] + learnt[-1]
        scene = np.array([one.source.startswith(SCENE) for one, kept in zip(known, has, strict=True) if kept])
        for edge in np.arange(-2.0, 3.1, 0.5):
            shares = [np.mean(scores[among & (right == own)] >= edge) for among in (scene, ~scene) for own in (1, 0)]
            print(
                f"{name:<7} from {edge:4.1f} on: labelled {shares[0]:.2f} of its own, {shares[1]:.3f} of the others; elsewhere {shares[2]:.2f} and {shares[3]:.4f}"
            )
        heads[name] = [round(float(value), 4) for value in fit(given, right, weight)]
    heads["away"] = [round(float(value), 4) for value in _away()]
    HEADS.write_text(json.dumps(heads) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
