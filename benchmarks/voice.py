"""The model voice's cache against reading everything again: time to the first word over a dialogue, and what watching costs.

Random weights of a real family's shape, through the very code of the child; needs transformers and torch (extra ``lm``).
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterator
from importlib.util import find_spec
from typing import Any

TURNS, NEW = 20, 8
CARD = "You write the lines of one customer in a practice chat for service staff; the other side is the rep. " * 18
REP = "I looked at order {n} and it left us on Monday, so it should have been with you by now; let me ask the depot where it is. "
DIRECTION = "[direction: stay angry; doubt what the rep just said; accept nothing; keep this meaning: They were looking into it last time as well, {n}.]"


def run(width: int = 384, layers: int = 6) -> Iterator[str]:
    """One thread. Ratios matter; times are this machine's."""
    if find_spec("torch") is None or find_spec("transformers") is None:
        yield "voice         needs transformers and torch: pip install 'coolhead[lm]' torch"
        return
    import torch
    from transformers import Qwen3Config

    from tests.trainer.voices.model.making import random_model, tokenizer
    from trainer.voices.model.memory import Memory, Sharing
    from trainer.voices.model.template import Template
    from trainer.voices.model.writing import Writer

    torch.set_num_threads(1)
    shape = {"hidden_size": width, "intermediate_size": 4 * width, "num_hidden_layers": layers, "num_attention_heads": width // 64, "num_key_value_heads": 2}
    model, words = random_model("qwen3", config=Qwen3Config(**shape, head_dim=64, vocab_size=600)), tokenizer()
    template, memory, none = Template(words), Memory(model), Memory(model, sharing=Sharing.NONE, chunk=100_000)
    ours, naive = Writer(model, words, memory), Writer(model, words, none)
    size = sum(weights.numel() for weights in model.parameters()) / 1e6
    firsts, again, fed, length = _dialogue(template, memory, ours, naive)
    yield f"voice         {size:.0f}M random weights, {TURNS} turns, last prompt {length} tokens, {statistics.median(fed[1:]):.0f} of them read after Enter"
    yield f"voice         first word, turn 2 to {TURNS}: {firsts[1]:.2f} to {firsts[-1]:.2f} s ({firsts[-1] / firsts[1]:.2f} times)"
    yield f"voice         read again each turn: {again[-1]:.2f} s at turn {TURNS}, {again[-1] / firsts[-1]:.1f} times ours"
    ids = template.ids([{"role": "user", "content": REP.format(n=1)}])
    yield f"voice         watching the line come: {_watching(model, ours, ids):.2f} times plain generate"
    yield f"voice         cancelled while reading: {_cancelled(ours, template.ids([{'role': 'user', 'content': CARD * 3}])) * 1000:.0f} ms at most"


def _dialogue(template: Any, memory: Any, ours: Any, naive: Any) -> tuple[list[float], list[float], list[int], int]:
    talk, firsts, again, fed, prompt = [{"role": "system", "content": CARD}], [], [], [], []
    for n in range(TURNS):
        rep = REP.format(n=n)
        prompt = template.ids([*talk, {"role": "user", "content": f"{rep}\n{DIRECTION.format(n=n)}"}])
        line = ours.write(prompt, _never, temperature=0, most=NEW)
        firsts.append(line.first_seconds)
        fed.append(line.fed)
        if n in (1, TURNS - 1):
            again.append(min(naive.write(prompt, _never, temperature=0, most=1).first_seconds for _ in range(2)))
        talk += [{"role": "user", "content": rep}, {"role": "assistant", "content": line.text}]
        memory.commit(template.shared([*talk, {"role": "user", "content": "A"}], [*talk, {"role": "user", "content": "7"}]), _never)
    return firsts, again, fed, len(prompt)


def _watching(model: Any, ours: Any, ids: list[int]) -> float:
    """Our own way of writing against ``generate`` with nothing beside it, the same tokens."""
    import torch

    prompt = torch.tensor([ids])
    mine, plain = [], []
    for _ in range(5):
        began = time.perf_counter()
        new = ours.write(ids, _never, temperature=0, most=40).new
        mine.append((time.perf_counter() - began) / new)
        began = time.perf_counter()
        with torch.inference_mode():
            out = model.generate(input_ids=prompt, attention_mask=torch.ones_like(prompt), max_new_tokens=40, do_sample=False, pad_token_id=0)
        plain.append((time.perf_counter() - began) / (out.shape[1] - len(ids)))
    return float(min(mine) / min(plain))


def _cancelled(ours: Any, ids: list[int]) -> float:
    """The longest time from the wish to stop until it has stopped, in mid-reading."""
    from trainer.voices.model.memory import CancelledError

    waits = []
    for after in (0.05, 0.1, 0.15, 0.2, 0.25):
        wish = time.perf_counter() + after
        try:
            ours.write(ids, lambda wish=wish: time.perf_counter() > wish)
        except CancelledError:
            waits.append(time.perf_counter() - wish)
    return max(waits, default=0.0)


def _never() -> bool:
    return False
