"""Loads a folder: safetensors only, no code from it, no network; and in the number type that is fastest here. Child only."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import torch
from transformers import AutoModelForCausalLM, AutoTokenizer

from trainer.voices.model.template import Template
from trainer.voices.model.trying import Speed, speed_of

_SAFE = {"local_files_only": True, "trust_remote_code": False}


def load(folder: Path) -> tuple[Any, Any, Speed]:
    """Model and tokenizer, ready to write, and how fast they are. Raises what transformers raises."""
    torch.set_num_threads(max(1, (os.cpu_count() or 2) - 1))
    tokenizer = AutoTokenizer.from_pretrained(folder, **_SAFE)
    model = AutoModelForCausalLM.from_pretrained(folder, use_safetensors=True, dtype="auto", **_SAFE)
    device = _device()
    model = model.to(device).eval()
    ids = Template(tokenizer).ids([{"role": "user", "content": "Where is my order? It was to come on Friday, and nobody called me back."}])
    if device != "cpu":
        return model, tokenizer, speed_of(model, ids)
    return (*_fastest(model, tokenizer, ids),)


def _device() -> str:
    if torch.cuda.is_available():
        return "cuda"
    return "mps" if torch.backends.mps.is_available() else "cpu"


def _fastest(model: Any, tokenizer: Any, ids: list[int]) -> tuple[Any, Any, Speed]:
    """The type it came in, or full numbers where those are faster: on many processors half numbers are the slow ones."""
    found = speed_of(model, ids)
    came = model.dtype
    if came is torch.float32 or not _fits_in_full(model):
        return model, tokenizer, found
    full = speed_of(model.to(torch.float32), ids)
    if full.line <= found.line:
        return model, tokenizer, full
    return model.to(came), tokenizer, found


def _fits_in_full(model: Any) -> bool:
    """Whether the model in full numbers leaves half of the memory to others."""
    needed: int = 4 * sum(weights.numel() for weights in model.parameters())
    try:
        return bool(needed < os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2)
    except (AttributeError, ValueError, OSError):
        return needed < 2_000_000_000
