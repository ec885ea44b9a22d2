"""Training: acts by reading the labelled sentences, meaning by keeping what the pretrained encoder knew of each sentence."""

from __future__ import annotations

import math
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer
from torch import Tensor, nn

from scoring.reading.inputs import Encoded, Surroundings, batch, encode
from scoring.reading.labelled import ACTS, Example
from scoring.reading.training.network import WIDTH, Network, base_folder
from scoring.reading.training.noise import noisy

CONTRAST = 0.5
"""weight of a contrast sentence beside a chat's own: chats are what is to be read"""


@dataclass(frozen=True)
class Recipe:
    """Everything that decides a training run."""

    layers: int = 6
    frozen: int = 2
    """lowest layers left as they were: they know letters and words, and cost a third of the time"""
    epochs: int = 6
    size: int = 16
    """replies a batch"""
    rate: float = 2e-4
    head_rate: float = 1e-3
    seed: int = 1
    no_card: float = 0.4
    """share of replies shown without card and log, as in a chat that comes without them"""
    no_customer: float = 0.08
    with_noise: float = 0.12
    """share of replies with mistyped letters"""
    meaning: float = 0.3
    """weight of keeping the sentence meaning"""


AGAIN = tuple(Recipe(epochs=2, rate=1e-4, head_rate=5e-4, seed=seed) for seed in (1, 2))
"""The last two passes, when the quiet harms are there as well: gentler, so that what was learnt before is kept, and run twice."""


@dataclass(frozen=True)
class Prepared:
    """An example with what never changes between epochs."""

    example: Example
    around: Surroundings
    goal: NDArray[np.float32]
    """(U, 29) 1 for an act that is there"""
    judged: NDArray[np.float32]
    """(U,) how much each sentence counts; 0 where nobody judged it"""
    meaning: NDArray[np.float32] | None = None
    """(U, 384) unit vectors of the sentences by themselves"""


def prepare(examples: Sequence[Example]) -> list[Prepared]:
    """Evidence and targets of every example."""
    out = []
    for example in examples:
        goal = np.array([[float(acts is not None and act in acts) for act in ACTS] for acts in example.acts], dtype=np.float32).reshape(
            len(example.units), len(ACTS)
        )
        judged = np.array([float(acts is not None) for acts in example.acts], dtype=np.float32) * (CONTRAST if example.single else 1.0)
        if example.units:
            out.append(Prepared(example, Surroundings(example.customer, example.card or (), example.log), goal, judged))
    return out


def tokenizer() -> Tokenizer:
    """The encoder's own tokenizer, without padding or cutting."""
    found: Tokenizer = Tokenizer.from_file(str(base_folder() / "tokenizer.json"))
    found.no_padding()
    found.no_truncation()
    return found


def embed(sentences: Sequence[str]) -> NDArray[np.float32]:
    """(N, 384) unit vectors of sentences by the pretrained encoder as it came."""
    words = tokenizer()
    encoder = Network().encoder.eval()
    order = sorted(range(len(sentences)), key=lambda k: len(sentences[k]))
    vectors = np.zeros((len(sentences), WIDTH), dtype=np.float32)
    for at in range(0, len(order), 128):
        rows = order[at : at + 128]
        ids = [words.encode(sentences[k]).ids[:64] for k in rows]
        longest = max(map(len, ids))
        grid = torch.tensor([row + [0] * (longest - len(row)) for row in ids])
        mask = (torch.arange(longest)[None] < torch.tensor([len(row) for row in ids])[:, None]).long()
        with torch.inference_mode(), torch.autocast("cpu", dtype=torch.bfloat16):
            hidden = encoder(input_ids=grid, attention_mask=mask).last_hidden_state.float()
        mean = (hidden * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)
        vectors[rows] = nn.functional.normalize(mean, dim=-1).numpy()
    return vectors


def with_meaning(items: Sequence[Prepared]) -> list[Prepared]:
    """The same with the pretrained encoder's vector of every sentence by itself: what the meaning head has to keep."""
    vectors = embed([item.example.text[a:b] for item in items for a, b in item.example.units])
    ends = np.cumsum([len(item.example.units) for item in items])[:-1]
    return [replace(item, meaning=mine) for item, mine in zip(items, np.split(vectors, ends), strict=True)]


def fit(items: Sequence[Prepared], recipe: Recipe, after: Sequence[Prepared] = (), tell: bool = True, start: Network | None = None) -> Network:
    """Train on ``items``, from the pretrained encoder or on from ``start``; ``after`` is measured once an epoch, for the log only."""
    torch.manual_seed(recipe.seed)
    rng = np.random.default_rng(recipe.seed)
    words = tokenizer()
    network = start or Network(recipe.layers, recipe.frozen)
    common = nn.Parameter(torch.zeros(len(ACTS)))  # contrast sets hold far more of each act than chats do: that is learnt apart, and not shipped
    heads = [common, *(p for name, p in network.named_parameters() if p.requires_grad and not name.startswith("encoder."))]
    body = [p for name, p in network.named_parameters() if p.requires_grad and name.startswith("encoder.")]
    optimiser = torch.optim.AdamW([{"params": body, "lr": recipe.rate}, {"params": heads, "lr": recipe.head_rate}], weight_decay=0.01)
    steps = recipe.epochs * math.ceil(len(items) / recipe.size)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: min(1.0, (step + 1) / (0.06 * steps)) * max(0.02, 1 - step / steps))
    for epoch in range(recipe.epochs):
        network.train()
        total, seen = 0.0, 0
        for group in _batches(items, recipe.size, rng):
            loss = _loss(network, common, group, words, recipe, rng)
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            optimiser.zero_grad()
            total, seen = total + loss.item(), seen + 1
            if tell and seen % 50 == 0:
                print(f"epoch {epoch + 1} batch {seen} loss {total / seen:.4f}", file=sys.stderr, flush=True)
        if tell:
            print(
                f"epoch {epoch + 1}: loss {total / seen:.4f}" + (f", dev loss {_held_out(network, after):.4f}" if after else ""),
                file=sys.stderr,
                flush=True,
            )
    network.eval()
    return network


def mean(networks: Sequence[Network]) -> Network:
    """The first of them with the mean of all their weights; they must have gone on from one and the same network."""
    states = [network.state_dict() for network in networks]
    networks[0].load_state_dict({name: torch.stack([state[name].float() for state in states]).mean(0).to(kept.dtype) for name, kept in states[0].items()})
    return networks[0]


def _batches(items: Sequence[Prepared], size: int, rng: np.random.Generator) -> list[list[Prepared]]:
    """Shuffled batches of replies of about one length, so that little is padded."""
    jitter = [len(item.example.text) + len(item.example.customer[-160:]) + rng.uniform(0, 60) for item in items]
    order = np.argsort(jitter)
    groups = [[items[i] for i in order[at : at + size]] for at in range(0, len(order), size)]
    return [groups[i] for i in rng.permutation(len(groups))]


def _loss(network: Network, common: Tensor, group: list[Prepared], words: Tokenizer, recipe: Recipe, rng: np.random.Generator) -> Tensor:
    encoded: list[Encoded] = []
    for item in group:
        text = noisy(item.example.text, rng) if rng.random() < recipe.with_noise else item.example.text
        around = item.around if rng.random() >= recipe.no_card else Surroundings(item.example.customer)
        if rng.random() < recipe.no_customer:
            around = replace(around, customer="")
        encoded.append(encode(words, text, item.example.units, around))
    with torch.autocast("cpu", dtype=torch.bfloat16):
        logits, meaning = network(**tensors(encoded))
    goal, judged = _padded([i.goal for i in group]), _padded([i.judged[:, None] for i in group])
    single = torch.tensor([float(i.example.single) for i in group])[:, None, None]
    losses = nn.functional.binary_cross_entropy_with_logits(logits.float() + single * common, goal * 0.96 + 0.005, reduction="none")
    acts = (losses * judged).sum() / judged.sum().clamp(min=1) / 4
    if not recipe.meaning or group[0].meaning is None:
        return acts
    wanted = _padded([i.meaning for i in group if i.meaning is not None])
    there = (wanted.abs().sum(-1) > 0).float()
    kept = ((1 - (meaning.float() * wanted).sum(-1)) * there).sum() / there.sum()
    return acts + recipe.meaning * kept


def tensors(encoded: Sequence[Encoded]) -> dict[str, Tensor]:
    """A padded batch as the network takes it."""
    return {k: torch.from_numpy(v) for k, v in batch(encoded).items()}


def _padded(rows: Sequence[NDArray[np.float32]]) -> Tensor:
    most = max(len(row) for row in rows)
    return torch.from_numpy(np.stack([np.pad(row, ((0, most - len(row)), (0, 0))) for row in rows]))


def logits_of(network: Network, items: Sequence[Prepared], *, card: bool = True) -> list[NDArray[np.float32]]:
    """Act logits of every example, (U, 29) each, in the order given."""
    words = tokenizer()
    out: list[NDArray[np.float32]] = [np.zeros((0, 29), dtype=np.float32)] * len(items)
    order = sorted(range(len(items)), key=lambda i: len(items[i].example.text))
    for at in range(0, len(order), 64):
        rows = order[at : at + 64]
        encoded = [
            encode(words, items[i].example.text, items[i].example.units, items[i].around if card else Surroundings(items[i].example.customer)) for i in rows
        ]
        with torch.inference_mode(), torch.autocast("cpu", dtype=torch.bfloat16):
            logits = network(**tensors(encoded))[0].float().numpy()
        for k, i in enumerate(rows):
            out[i] = logits[k, : len(items[i].example.units)]
    return out


def _held_out(network: Network, items: Sequence[Prepared]) -> float:
    network.eval()
    losses = []
    for item, logits in zip(items, logits_of(network, items), strict=True):
        losses.append(np.mean(np.logaddexp(0, logits) - item.goal * logits))
    return float(np.mean(losses))
