"""The exported model over prepared examples, as the product runs it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from scoring.reading.encoder import Encoder
from scoring.reading.inputs import Surroundings
from scoring.reading.training.fit import Prepared


def logits_by(folder: Path, items: Sequence[Prepared], *, card: bool) -> list[NDArray[np.float32]]:
    """Act logits of every example, (U, 29) each, with or without card and log."""
    encoder = Encoder(folder)
    return [
        encoder.judge(encoder.encode(item.example.text, item.example.units, item.around if card else Surroundings(item.example.customer))).acts
        for item in items
    ]
