"""One line from the model: what it may not write, when it must stop, how long it took. Runs in the child only."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import torch
from transformers import StoppingCriteria, StoppingCriteriaList

from trainer.voices.lines import MOST_TOKENS, is_whole
from trainer.voices.model.memory import CancelledError, Memory, Stop


@dataclass(frozen=True)
class Line:
    """What came of one draft."""

    text: str
    fed: int
    """tokens read before the first of the line; the rest was known"""
    new: int
    first_seconds: float
    """until the first token"""
    seconds: float


class _Watch(StoppingCriteria):
    """Stops at a whole line, or when nobody wants it any more; notes when the first token came."""

    def __init__(self, tokenizer: Any, start: int, stop: Stop) -> None:
        self._tokenizer, self._start, self._stop = tokenizer, start, stop
        self.first = 0.0
        self.stopped = False

    def __call__(self, input_ids: Any, scores: Any, **_: Any) -> Any:  # noqa: ARG002 - the name it is called by
        self.first = self.first or time.perf_counter()
        self.stopped = self._stop()
        done = self.stopped or is_whole(self._tokenizer.decode(input_ids[0, self._start :], skip_special_tokens=True))
        return torch.full((input_ids.shape[0],), done, dtype=torch.bool, device=input_ids.device)


class Writer:
    """Drafts lines from prompts, through a memory."""

    def __init__(self, model: Any, tokenizer: Any, memory: Memory) -> None:
        self._model, self._tokenizer, self._memory = model, tokenizer, memory
        self._unwanted = unwanted_tokens(model, tokenizer)
        self._pad = tokenizer.pad_token_id if tokenizer.pad_token_id is not None else next(iter(_ends(model, tokenizer)), 0)

    @torch.inference_mode()
    def write(self, ids: Sequence[int], stop: Stop, *, seed: int = 0, temperature: float = 0.8, most: int = MOST_TOKENS) -> Line:
        """A line that answers the prompt. Greedy at temperature 0. Raises CancelledError as soon as it is not wanted."""
        began = time.perf_counter()
        cache, fed = self._memory.read(ids, stop)
        prompt = torch.tensor([list(ids)], device=self._model.device)
        watch = _Watch(self._tokenizer, len(ids), stop)
        torch.manual_seed(seed)
        sampling = {"do_sample": True, "temperature": temperature, "top_p": 0.9, "top_k": 0} if temperature > 0 else {"do_sample": False}
        out = self._model.generate(
            input_ids=prompt,
            attention_mask=torch.ones_like(prompt),
            past_key_values=cache,
            max_new_tokens=most,
            suppress_tokens=self._unwanted or None,
            stopping_criteria=StoppingCriteriaList([watch]),
            pad_token_id=self._pad,
            **sampling,
        )
        if watch.stopped:
            raise CancelledError
        now = time.perf_counter()
        new = out[0, len(ids) :]
        text = self._tokenizer.decode(new, skip_special_tokens=True)
        return Line(text, fed, len(new), (watch.first or now) - began, now - began)


def unwanted_tokens(model: Any, tokenizer: Any) -> list[int]:
    """Tokens no line of chat holds: control tokens other than the end, and whatever breaks the line."""
    ends, size = _ends(model, tokenizer), int(getattr(model.config.get_text_config(), "vocab_size", len(tokenizer)))
    control = set(tokenizer.all_special_ids) | set(tokenizer.added_tokens_decoder)
    breaks = {at for token, at in tokenizer.get_vocab().items() if "Ċ" in token or "\n" in token or token == "<0x0A>"}
    return sorted(at for at in (control | breaks) - ends if at < size)


def _ends(model: Any, tokenizer: Any) -> set[int]:
    listed = model.generation_config.eos_token_id
    named = listed if isinstance(listed, list | tuple) else [listed]
    return {at for at in (*named, tokenizer.eos_token_id) if at is not None}
