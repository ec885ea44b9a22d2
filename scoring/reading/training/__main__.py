"""Make the shipped model again from the corpus: ``make model``. About an hour on two cores; the same seed, about the same model.

Trains on the train split and the contrast sets, then twice more with the quiet harms added, exports to int8, and chooses thresholds and confidence with the exported file on the
dev split, with and without the card. The test split is not looked at here: ``python -m scoring.reading.evaluate`` does that.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

import numpy as np

from scoring.reading.encoder import ACTS, FOLDER
from scoring.reading.labelled import calls, contrast, quiet, related
from scoring.reading.training.export import export
from scoring.reading.training.fit import AGAIN, Prepared, Recipe, fit, prepare, with_meaning
from scoring.reading.training.measure import Logits, harm, macro, platt, thresholds, truth, whole
from scoring.reading.training.relations import learn as learn_meaning
from scoring.reading.training.relations import pairs_of
from scoring.reading.training.run import logits_by
from scoring.reading.training.ties import learn as learn_ties

ALIKE = 0.51
"""Cosine from which two sentences may say the same, once polarity and figures agree: four facts in five on dev, when likeness alone told facts."""
LATE = ("islands", "moods", "overseas")
"""Writers of quiet harms that the shipped model learnt from; what the others brought and cost stands in the model card."""


def main() -> int:
    """Train, export, tune, and say how it does on dev."""
    parser = argparse.ArgumentParser(prog="python -m scoring.reading.training", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=FOLDER)
    parser.add_argument("--epochs", type=int, default=Recipe.epochs)
    parser.add_argument("--version", default="trained-4")
    args = parser.parse_args()
    learn, late, dev = with_meaning(prepare([*calls("train"), *contrast()])), with_meaning(prepare(quiet(LATE))), prepare(calls("dev"))
    print(f"{len(learn) + len(late)} replies to learn from, {len(dev)} to tune on", file=sys.stderr)
    network = fit([*learn, *late], AGAIN, dev, start=fit(learn, Recipe(epochs=args.epochs), dev))
    learn_meaning(network, pairs_of(network, related("train")))
    export(network, args.out)
    tune(args.out, dev, args.version)
    return 0


def tune(folder: Path, dev: list[Prepared], version: str) -> None:
    """Choose thresholds and confidence with the exported model, and write them beside it."""
    there = truth([item.example for item in dev])
    seen: list[Logits] = [logits_by(folder, dev, card=True), logits_by(folder, dev, card=False)]
    scores = np.concatenate([whole(logits) for logits in seen])
    least = thresholds(scores, np.concatenate([there, there]))
    slope, offset = platt(scores, np.concatenate([there, there]))
    kept = {
        "version": version,
        "thresholds": {act.value: round(float(t), 3) for act, t in zip(ACTS, least, strict=True)},
        "slope": round(slope, 4),
        "offset": round(offset, 4),
        "alike": ALIKE,
        **learn_ties(folder),
    }
    (folder / "reader.json").write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")
    for name, logits in zip(("with card", "without card"), seen, strict=True):
        found = whole(logits) >= least
        precision, recall = harm(found, there)
        print(f"dev {name}: macro-F1 {macro(found, there):.3f}, harm precision {precision:.2f} recall {recall:.2f}")


if __name__ == "__main__":
    sys.exit(main())
