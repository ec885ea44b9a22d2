"""The shipped model, run: the only place that loads weights.

``reader.onnx`` (int8) takes a reply with its surroundings and gives, for every sentence, one logit an act and a unit vector of
meaning. One thread, so that two calls on one machine do not fight for its cores and results never hang on their number.
"""

from __future__ import annotations

import json
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from scenarios.acts import Act
from scoring.reading.inputs import Encoded, Surroundings, batch, encode
from scoring.reading.ties import Weights
from scoring.reading.units import Unit

FOLDER = Path(__file__).parent / "model"
ACTS = tuple(Act)
_MOST_KEPT = 256
"""things of scenarios: a dozen each, some ten kilobytes a thing"""
_REPLIES_KEPT = 256
"""replies judged last, some five kilobytes each: a draft is sent, a turn taken again, a call played from its beginning after each save"""


@dataclass(frozen=True)
class Judged:
    """What the model says of one reply's sentences, ``U`` of them."""

    acts: NDArray[np.float32]
    """(U, 29) logits"""
    meaning: NDArray[np.float32]
    """(U, 384) unit vectors"""
    turn: NDArray[np.float32]
    """(384,) the same of the customer's turn; zero where there is none"""


@dataclass(frozen=True)
class Settings:
    """What was chosen on the dev split when the model was made."""

    version: str
    thresholds: NDArray[np.float64]
    """(29,) logits from which on an act counts as found"""
    slope: float
    offset: float
    """confidence = 1 / (1 + exp(-(slope * logit + offset)))"""
    concern: Weights
    """when a sentence speaks of a concern"""
    fact: Weights
    """when a sentence tells a fact, if polarity and numbers agree"""
    alike: float
    """cosine from which two sentences may say the same"""

    def confidence(self, logit: float) -> float:
        """How often such a finding is right, 0-1."""
        return float(1 / (1 + np.exp(-(self.slope * logit + self.offset))))


class ModelError(Exception):
    """The model's files are missing or broken."""


class Encoder:
    """Tokenizer and session, loaded once. Raises ModelError when they cannot be."""

    def __init__(self, folder: Path = FOLDER) -> None:
        self._folder = folder
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        try:
            self._words = Tokenizer.from_file(str(folder / "tokenizer.json"))
            self._session = onnxruntime.InferenceSession(str(folder / "reader.onnx"), options, providers=["CPUExecutionProvider"])
        except Exception as error:  # both libraries raise bare exceptions of their own
            raise ModelError(f"{folder}: {error}") from error
        self._kept: OrderedDict[tuple[str, ...], NDArray[np.float32]] = OrderedDict()
        self._judged: OrderedDict[tuple[bytes, ...], Judged] = OrderedDict()

    @cached_property
    def settings(self) -> Settings:
        """What was chosen on dev; not there yet while it is being chosen. Raises ModelError when it is missing or broken."""
        file = self._folder / "reader.json"
        try:
            kept = json.loads(file.read_text(encoding="utf-8"))
            thresholds = np.array([kept["thresholds"][act.value] for act in ACTS])
            concern, fact = (Weights(np.array(kept[kind]["weights"]), kept[kind]["offset"], kept[kind]["least"]) for kind in ("concern", "fact"))
            return Settings(kept["version"], thresholds, kept["slope"], kept["offset"], concern, fact, kept["alike"])
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise ModelError(f"{file}: {error!r}") from error

    def encode(self, reply: str, units: Sequence[Unit], around: Surroundings) -> Encoded:
        """A reply ready to be judged."""
        return encode(self._words, reply, units, around)

    def judge(self, item: Encoded) -> Judged:
        """Logits and meaning of every sentence of one reply.

        One reply at a time: int8 arithmetic takes its scale from the whole batch, so company would change the answer.
        """
        known = item.fingerprint
        if known not in self._judged:
            acts, meaning = self._session.run(["acts", "meaning"], dict(batch([item.with_turn])))
            acts.flags.writeable = meaning.flags.writeable = False  # they are handed out again
            most = len(item.pool)
            self._judged[known] = Judged(acts[0][:most], meaning[0][:most], meaning[0][most] if item.customer else np.zeros_like(meaning[0][0]))
            if len(self._judged) > _REPLIES_KEPT:
                self._judged.popitem(last=False)
        return self._judged[known]

    def meanings(self, sentences: tuple[str, ...]) -> NDArray[np.float32]:
        """(N, 384) unit vectors of sentences that stand alone. Some 3 ms each, so those of the last few scenarios are kept."""
        if sentences not in self._kept:
            alone = [self.judge(self.encode(text, [(0, len(text))], Surroundings())).meaning for text in sentences]
            self._kept[sentences] = np.concatenate(alone) if alone else np.zeros((0, 1), dtype=np.float32)
            while len(self._kept) > _MOST_KEPT:
                self._kept.popitem(last=False)
        return self._kept[sentences]
