"""What the model has read already, kept as snapshots that cost nothing to fork.

A cache that has answered cannot be rolled back in half the model families, so nothing is ever rolled back: a draft feeds a
fork, and the snapshot it came from stays as it was. Runs in the child only.
"""

from __future__ import annotations

import copy
import inspect
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import torch
from transformers import DynamicCache

Stop = Callable[[], bool]


class Sharing(StrEnum):
    """How a snapshot is reused, best first; the self-test decides which holds for a model."""

    FORK = "fork"
    COPY = "copy"
    NONE = "none"


class CancelledError(Exception):
    """Somebody no longer wants this; the fork it was fed to is dropped."""


def fork(cache: Any) -> Any:
    """The cache again, to be fed otherwise. Keys and values are only ever replaced, so they are shared; small states that are
    written in place stand in dictionaries, and are cloned."""
    new = copy.copy(cache)
    new.layers = []
    for layer in cache.layers:
        twin = copy.copy(layer)
        for name, value in vars(layer).items():
            if isinstance(value, dict):
                setattr(twin, name, {key: item.clone() if torch.is_tensor(item) else item for key, item in value.items()})
        new.layers.append(twin)
    return new


@dataclass(frozen=True)
class Snapshot:
    """A cache that has read exactly these tokens."""

    ids: tuple[int, ...]
    cache: Any


class Memory:
    """Two snapshots of a model: the root, after what every prompt begins with, and the base, after the talk so far."""

    def __init__(self, model: Any, *, sharing: Sharing = Sharing.FORK, chunk: int = 64) -> None:
        self._model, self.sharing, self._chunk = model, sharing, chunk
        self._root: Snapshot | None = None
        self._base: Snapshot | None = None
        only_last = "logits_to_keep" in inspect.signature(model.forward).parameters
        self._light = {"logits_to_keep": 1} if only_last else {}

    def best(self, ids: Sequence[int]) -> Snapshot:
        """The longest snapshot that these tokens begin with, forked; one token at least is left to feed."""
        known = () if self.sharing is Sharing.NONE else (self._base, self._root)
        fitting = [found for found in known if found and len(found.ids) < len(ids) and tuple(ids[: len(found.ids)]) == found.ids]
        if not fitting:
            return Snapshot((), DynamicCache(config=self._model.config))
        found = max(fitting, key=lambda one: len(one.ids))
        return Snapshot(found.ids, fork(found.cache) if self.sharing is Sharing.FORK else copy.deepcopy(found.cache))

    def read(self, ids: Sequence[int], stop: Stop) -> tuple[Any, int]:
        """A cache that has read all of ``ids`` but the last, and how many tokens had to be fed. Raises CancelledError between chunks."""
        start = self.best(ids)
        return self._feed(start, ids[:-1], stop), len(ids) - 1 - len(start.ids)

    def commit(self, ids: Sequence[int], stop: Stop, *, root: bool = False) -> int:
        """Keep a snapshot after ``ids``; how many tokens were fed. What is cancelled leaves the old snapshots as they were."""
        if self.sharing is Sharing.NONE or not ids:
            return 0
        start = self.best([*ids, -1])
        snapshot = Snapshot(tuple(ids), self._feed(start, ids, stop))
        if root:
            self._root, self._base = snapshot, None
        else:
            self._base = snapshot
        return len(ids) - len(start.ids)

    def forget(self) -> None:
        self._root = self._base = None

    @torch.inference_mode()
    def _feed(self, start: Snapshot, ids: Sequence[int], stop: Stop) -> Any:
        device = self._model.device
        for at in range(len(start.ids), len(ids), self._chunk):
            if stop():
                raise CancelledError
            piece = torch.tensor([list(ids[at : at + self._chunk])], device=device)
            mask = torch.ones(1, at + piece.shape[1], dtype=torch.long, device=device)
            self._model(input_ids=piece, attention_mask=mask, past_key_values=start.cache, use_cache=True, **self._light)
        if stop():
            raise CancelledError
        return start.cache
