"""Mistyped letters for training, length kept, so that sentence offsets stand."""

from __future__ import annotations

import numpy as np

_BESIDE = dict(zip("qwertyuiopasdfghjklzxcvbnm", "wertyuiopoasdfghjklkzxcvbn", strict=True))


def noisy(text: str, rng: np.random.Generator) -> str:
    """The text with about one letter in forty swapped with the next, or with its neighbour on the keyboard."""
    letters = list(text)
    for at in range(1, len(letters) - 1):
        if not letters[at].isalpha() or not letters[at + 1].isalpha() or rng.random() > 0.025:
            continue
        if rng.random() < 0.6:
            letters[at], letters[at + 1] = letters[at + 1], letters[at]
        else:
            letters[at] = _BESIDE.get(letters[at].lower(), letters[at])
    return "".join(letters)
