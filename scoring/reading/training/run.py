"""The exported model over prepared examples, as the product runs it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from scoring.reading.encoder import Encoder
from scoring.reading.inputs import Surroundings
from scoring.reading.labelled import Related
from scoring.reading.likeness import nearest
from scoring.reading.meaning import agree, phrase
from scoring.reading.training.fit import Prepared
from scoring.reading.training.relations import known_of


def logits_by(folder: Path, items: Sequence[Prepared], *, card: bool) -> list[NDArray[np.float32]]:
    """Act logits of every example, (U, 29) each, with or without card and log."""
    encoder = Encoder(folder)
    return [
        encoder.judge(encoder.encode(item.example.text, item.example.units, item.around if card else Surroundings(item.example.customer))).acts
        for item in items
    ]


def likeness_by(folder: Path, items: Sequence[Related], kind: str) -> tuple[NDArray[np.float32], NDArray[np.bool_]]:
    """(N,) the highest cosine of each sentence with any way of saying the things of its call nearest to it, and whether it says so.

    ``kind``: "c" for concerns; "F" for facts, where a sentence that polarity, figures or days speak against is left out.
    """
    encoder = Encoder(folder)
    scores: list[float] = []
    there: list[bool] = []
    for item in items:
        around = Surroundings(item.example.customer, item.example.card or (), item.example.log)
        meaning = encoder.judge(encoder.encode(item.example.text, item.example.units, around)).meaning
        said = [phrase(item.example.text[start:end]) for start, end in item.example.units]
        things = [(id_, ways) for id_, ways in known_of(item) if id_.startswith(kind)]
        likeness = [(meaning @ encoder.meanings(ways).T).max(1) for _, ways in things]
        for place, (words, spoken) in enumerate(zip(said, item.spoken, strict=True)):
            for at in nearest([rows[place] for rows in likeness]):
                id_, ways = things[at]
                if kind == "c" or agree(words, phrase(ways[0])):
                    scores.append(float(likeness[at][place]))
                    there.append(bool({id_, f"{id_}+"} & spoken))
    return np.array(scores, dtype=np.float32), np.array(there)
