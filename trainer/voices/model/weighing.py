"""How likely a model holds each of a few answers to be: one look at its next token, nothing written. Runs in the child only.

It keeps a memory of its own, so that what was read of a call under way stays as it was.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cached_property
from typing import Any

import torch

from trainer.voices.model.memory import Memory, Sharing, Stop

_AROUND = "Ġ▁ ()[]\"'*.:"
"""What may stand about a letter inside one token: the marks of a space, brackets, emphasis."""


class AnswerScale:
    """Weighs answers. What prompts that follow each other begin with is read once."""

    def __init__(self, model: Any, tokenizer: Any, *, sharing: Sharing, chunk: int) -> None:
        self._model, self._tokenizer = model, tokenizer
        self._memory = Memory(model, sharing=sharing, chunk=chunk)

    @torch.inference_mode()
    def weigh(self, ids: Sequence[int], answers: Sequence[str], stop: Stop, *, known: Sequence[int] = ()) -> tuple[float, ...]:
        """Each answer's share of all that might come next; ``known`` is what the next prompts begin with too. Raises CancelledError
        as soon as it is not wanted."""
        self._memory.commit(known, stop)
        cache, _ = self._memory.read(ids, stop)
        last = torch.tensor([[ids[-1]]], device=self._model.device)
        mask = torch.ones(1, len(ids), dtype=torch.long, device=self._model.device)
        scores = self._model(input_ids=last, attention_mask=mask, past_key_values=cache, use_cache=True).logits[0, -1]
        shares = torch.softmax(scores.float(), dim=-1)
        found = tuple(float(shares[self._tokens.get(answer, [])].sum()) for answer in answers)
        if not all(map(math.isfinite, found)):
            raise ValueError("its scores are no numbers")
        return found

    @cached_property
    def _tokens(self) -> dict[str, list[int]]:
        """For each single letter or figure, the tokens that are it and nothing else."""
        size = int(getattr(self._model.config.get_text_config(), "vocab_size", len(self._tokenizer)))
        found: dict[str, list[int]] = {}
        for token, at in self._tokenizer.get_vocab().items():
            bare = token.strip(_AROUND)
            if len(bare) == 1 and bare.isascii() and bare.isalnum() and at < size:
                found.setdefault(bare, []).append(at)
        return found
