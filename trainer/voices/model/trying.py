"""Tried before it is trusted: does reuse of the cache hold for this model, and how fast is it here? Runs in the child only."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import torch

from trainer.voices.model.memory import Memory, Sharing
from trainer.voices.model.template import Template

LINE_FED, LINE_NEW = 50, 30
"""Tokens a usual line costs after Enter: read, and written."""

_ALIKE = 0.995
"""How alike two guesses at the next token must be; a cache gone wrong is far below, rounding far above."""


@dataclass(frozen=True)
class Speed:
    """What was measured."""

    dtype: str
    read: float
    """tokens read a second"""
    written: float
    """tokens written a second"""

    @property
    def line(self) -> float:
        """Seconds a usual line takes from Enter."""
        return LINE_FED / self.read + LINE_NEW / self.written


@torch.inference_mode()
def sharing_that_holds(model: Any, template: Template) -> Sharing:
    """The cheapest reuse after which the model guesses on as if it had read everything afresh."""
    talk = [{"role": "user", "content": "Where is it? I was promised Friday."}, {"role": "assistant", "content": "I see that it left on Monday."}]
    prompts = [template.ids([*talk, {"role": "user", "content": words}]) for words in ("And now? Nobody called.", "So tell me when it comes.")]
    for sharing in (Sharing.FORK, Sharing.COPY):
        try:
            if _holds(model, sharing, prompts):
                return sharing
        except Exception:  # a cache class that cannot be reused at all
            continue
    return Sharing.NONE


def _holds(model: Any, sharing: Sharing, prompts: Sequence[Sequence[int]]) -> bool:
    memory = Memory(model, sharing=sharing, chunk=16)
    first, other = prompts
    same = next((n for n, (a, b) in enumerate(zip(first, other, strict=False)) if a != b), 0)
    memory.commit(first[: max(1, same)], _never)
    return all(_alike(_guess(model, ids, memory), _guess(model, ids, None)) for ids in (first, other, first))


def _guess(model: Any, ids: Sequence[int], memory: Memory | None) -> torch.Tensor:
    """The scores of the token after ``ids``, through a memory or afresh."""
    whole = torch.tensor([list(ids)], device=model.device)
    if memory is None:
        found = model(input_ids=whole).logits
    else:
        cache, _ = memory.read(ids, _never)
        found = model(input_ids=whole[:, -1:], attention_mask=torch.ones_like(whole), past_key_values=cache, use_cache=True).logits
    return torch.as_tensor(found[0, -1].float())


def _alike(one: torch.Tensor, other: torch.Tensor) -> bool:
    return bool(torch.nn.functional.cosine_similarity(one - one.mean(), other - other.mean(), dim=0) > _ALIKE)


@torch.inference_mode()
def speed_of(model: Any, ids: Sequence[int]) -> Speed:
    """Reads and writes a little, with the clock running; at most a second or so of either."""
    sample = list((list(ids) * (128 // max(1, len(ids)) + 1))[:128])
    memory = Memory(model, chunk=64)
    memory.read(sample[:8], _never)  # the first run pays for what later ones do not
    began = time.perf_counter()
    cache, _ = memory.read(sample[:64], _never)
    read = time.perf_counter() - began
    began, steps = time.perf_counter(), 0
    while steps < 8 and (steps < 2 or time.perf_counter() - began < 1.0):
        token = torch.tensor([[sample[64 + steps]]], device=model.device)
        model(input_ids=token, attention_mask=torch.ones(1, 64 + steps, dtype=torch.long, device=model.device), past_key_values=cache, use_cache=True)
        steps += 1
    written = time.perf_counter() - began
    return Speed(str(model.dtype).removeprefix("torch."), 63 / max(read, 1e-6), steps / max(written, 1e-6))


def _never() -> bool:
    return False
