"""Models under a megabyte with random weights, of real families, each in a folder as a download would be."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

CHATML = (
    "{% for m in messages %}<|im_start|>{{ m['role'] }}\n{{ m['content'] }}<|im_end|>\n{% endfor %}"
    "{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"
)
EMPTY_THINKING = CHATML.replace("assistant\n{% endif %}", "assistant\n<think>\n\n</think>\n\n{% endif %}")
BOS_AND_TRIM = (
    "{{ bos_token }}{% for m in messages %}<|im_start|>{{ m['role'] }}\n{{ m['content'] | trim }}<|im_end|>\n{% endfor %}"
    "{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"
)
NO_SYSTEM = (
    "{{ bos_token }}{% for m in messages %}{% if m['role'] == 'system' %}{{ raise_exception('no system role') }}{% endif %}"
    "{% if (m['role'] == 'user') != (loop.index0 % 2 == 0) %}{{ raise_exception('roles must alternate') }}{% endif %}"
    "<|im_start|>{{ m['role'] }}\n{{ m['content'] }}<|im_end|>\n{% endfor %}{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"
)
SYSTEM_LAST = (
    "{{ bos_token }}{% if messages[0]['role'] == 'system' %}{% set system = messages[0]['content'] %}{% set rest = messages[1:] %}"
    "{% else %}{% set system = '' %}{% set rest = messages %}{% endif %}{% for m in rest %}<|im_start|>{{ m['role'] }}\n"
    "{% if loop.last and system %}{{ system }}\n\n{% endif %}{{ m['content'] }}<|im_end|>\n{% endfor %}"
    "{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"
)

CONTROL = ["<unk>", "<s>", "<pad>", "<|im_start|>", "<|im_end|>", "<think>", "</think>"]
WORDS = (
    "Where is my kettle? It was promised for Friday and nobody called me back. I see that the order left us on Monday. "
    "I am sorry, that should not have happened. You are an angry customer; say it shortly. system user assistant direction stay angry ask when. "
)
SMALL = {"hidden_size": 32, "intermediate_size": 64, "num_hidden_layers": 3, "num_attention_heads": 4, "num_key_value_heads": 2, "vocab_size": 600}
FAMILIES = ("qwen3", "gemma3", "lfm2", "qwen3_5")


def tokenizer(template: str = CHATML) -> Any:
    """A small byte-level tokenizer with a chat template."""
    from tokenizers import Tokenizer, decoders, models, pre_tokenizers, trainers
    from transformers import PreTrainedTokenizerFast

    made = Tokenizer(models.BPE(unk_token="<unk>"))
    made.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    made.decoder = decoders.ByteLevel()
    alphabet = pre_tokenizers.ByteLevel.alphabet()
    made.train_from_iterator([WORDS] * 3, trainers.BpeTrainer(vocab_size=600, special_tokens=CONTROL, initial_alphabet=alphabet, show_progress=False))
    return PreTrainedTokenizerFast(
        tokenizer_object=made, bos_token="<s>", eos_token="<|im_end|>", pad_token="<pad>", unk_token="<unk>", additional_special_tokens=CONTROL[3:4],
        chat_template=template,
    )  # fmt: skip


def config_of(family: str) -> Any:
    """A tiny configuration of a family; sliding windows are shorter than a dialogue, so that they matter."""
    import transformers as t

    if family == "qwen3":
        return t.Qwen3Config(**SMALL, head_dim=8)
    if family == "gemma3":
        return t.Gemma3TextConfig(**SMALL, head_dim=8, sliding_window=24, layer_types=["sliding_attention", "full_attention", "sliding_attention"])
    if family == "lfm2":
        return t.Lfm2Config(**SMALL, block_ff_dim=64, layer_types=["conv", "full_attention", "conv"], conv_L_cache=3)
    linear = {"linear_num_key_heads": 2, "linear_num_value_heads": 4, "linear_key_head_dim": 8, "linear_value_head_dim": 8}
    return t.Qwen3_5TextConfig(**SMALL, head_dim=8, layer_types=["linear_attention", "full_attention", "linear_attention"], **linear)


def random_model(family: str, *, config: Any = None) -> Any:
    """A model with random weights that do not all say the same."""
    import torch
    from transformers import AutoModelForCausalLM

    torch.manual_seed(5)
    model = AutoModelForCausalLM.from_config(config or config_of(family)).eval()
    with torch.no_grad():
        for name, weights in model.named_parameters():
            if "norm" not in name and weights.ndim > 1:
                weights.normal_(0, 0.15)
    return model


def folder(place: Path, family: str = "qwen3", template: str = CHATML) -> Path:
    """A model's folder, written."""
    place.mkdir(parents=True, exist_ok=True)
    random_model(family).save_pretrained(place)
    tokenizer(template).save_pretrained(place)
    return place


def dialogue(turns: int) -> Iterable[tuple[str, str]]:
    """What a rep says, and what is shown for the customer: its draft, or a scripted line every third turn."""
    for n in range(turns):
        yield f"I looked at order {n}, it left on Monday. Is that so?", "" if n % 3 else f"Nobody called me back, {n} times now."
